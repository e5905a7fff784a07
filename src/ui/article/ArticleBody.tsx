import type { Block } from '#domain/culture/block.model'
import type { MediaLink } from '#domain/culture/reader.contract'
import type { MediaId } from '#domain/ids'
import { View } from '@tarojs/components'
import { Figure } from './Figure'
import { Heading } from './Heading'
import { LinkCard, type LinkTarget } from './LinkCard'
import { Paragraph } from './Paragraph'
import { Points } from './Points'
import { Quote } from './Quote'
import { Recording } from './Recording'
import './Article.css'

interface ArticleBodyProps {
  blocks: readonly Block[]
  /** Addresses of its pictures and recordings. */
  media: readonly MediaLink[]
  /** Null where nothing can be opened yet; left out, every link only shows that it will lead on. */
  openerOf?: (to: LinkTarget) => () => void
  /** Begins the id of each block: `anchor-0`, `anchor-1`, …; for whoever leads back to one. */
  anchor?: string
}

/** An article's typed blocks, each drawn by a component of its own. */
export const ArticleBody = ({ blocks, media, openerOf, anchor }: ArticleBodyProps) => {
  const urls = new Map(media.map(({ mediaId, url }) => [mediaId, url]))
  const urlOf = (id: MediaId) => urls.get(id) ?? null
  return (
    <View className="article-body">
      {blocks.map((block, index) => (
        <View
          key={keyOf(block, index)}
          id={anchor === undefined ? undefined : `${anchor}-${index}`}
          className={anchor === undefined ? 'article-block' : `article-block ${anchor}`}
        >
          <BlockOf block={block} urlOf={urlOf} openerOf={openerOf} />
        </View>
      ))}
    </View>
  )
}

// Its place, and what it plays or shows: a recording that took another's place begins at its own beginning.
const keyOf = (block: Block, index: number): string => `${index} ${'mediaId' in block ? block.mediaId : ''}`

interface BlockOfProps extends Pick<ArticleBodyProps, 'openerOf'> {
  block: Block
  urlOf: (id: MediaId) => string | null
}

const BlockOf = ({ block, urlOf, openerOf }: BlockOfProps) => {
  switch (block.kind) {
    case 'heading':
      return <Heading block={block} />
    case 'paragraph':
      return <Paragraph block={block} />
    case 'quote':
      return <Quote block={block} />
    case 'list':
      return <Points block={block} />
    case 'image':
      return <Figure block={block} url={urlOf(block.mediaId)} />
    case 'audio':
      return <Recording block={block} url={urlOf(block.mediaId)} />
    case 'link':
      return <LinkCard block={block} onOpen={openerOf?.(block.to)} />
  }
}
