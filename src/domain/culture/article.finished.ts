import type { ArticleContent } from './article.model'
import { type Block, blocksText, blockText } from './block.model'

/** Sites of authorities, who alone may name wrongdoers (点名通报). */
const OFFICIAL = /^https:\/\/([^/:]+\.)?gov\.cn(:\d+)?(\/|$)/i

export const isOfficial = (address: string): boolean => OFFICIAL.test(address)

// A mobile number, an identity card, a number of a stay or a visit: each leads to one person.
const LEADS_TO_SOMEBODY =
  /(?:^|\D)1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)|(?:^|\D)\d{6}[ -]?\d{8}[ -]?\d{3}[\dXx](?!\d)|(住院|门诊|病案|病历|就诊卡)号?\s*[:：]?\s*[A-Z]{0,3}\d{4,}/

export const leadsToSomebody = (text: string): boolean => LEADS_TO_SOMEBODY.test(text.normalize('NFKC'))

const missingInBlock = (block: Block): string | null => {
  switch (block.kind) {
    case 'heading':
    case 'quote':
      return block.text === '' ? 'text' : null
    case 'image':
      return block.alt === '' ? 'alt' : null
    case 'audio':
      return block.title === '' ? 'title' : null
    case 'link':
      return block.label === '' ? 'label' : null
    case 'list':
    case 'paragraph':
      return null
  }
}

/** Paths of what is still to be written or put right before others are asked to review it; none: it is finished. */
export const unfinishedIn = (content: ArticleContent): string[] => {
  const { title, summary, blocks, cover, source, realCase, wrongdoersNamedBy } = content
  const fields: string[] = []
  const need = (isThere: boolean, path: string) => {
    if (!isThere) fields.push(path)
  }
  need(title !== '', 'title')
  need(summary !== '', 'summary')
  need(
    blocks.some((block) => block.kind !== 'heading' && block.kind !== 'link' && isSaid(block)),
    'blocks',
  )
  need(cover?.kind !== 'photo' || cover.alt !== '', 'cover.alt')
  for (const [at, block] of blocks.entries()) {
    const missing = missingInBlock(block)
    if (missing) fields.push(`blocks.${at}.${missing}`)
    if (realCase) need(!leadsToSomebody(saidIn(block)), `blocks.${at}.deidentified`)
  }
  if (realCase) {
    need(!leadsToSomebody(title), 'title.deidentified')
    need(!leadsToSomebody(summary), 'summary.deidentified')
  }
  if (source.kind === 'reprint') {
    need(source.name !== '', 'source.name')
    need(source.licence !== '', 'source.licence')
  }
  need(wrongdoersNamedBy === null || isOfficial(wrongdoersNamedBy), 'wrongdoersNamedBy')
  return fields
}

/** Also what is only read aloud. */
const saidIn = (block: Block): string =>
  block.kind === 'image' ? `${block.alt}\n${blockText(block)}` : blockText(block)

/** A picture or a recording says something without words. */
const isSaid = (block: Block): boolean =>
  block.kind === 'image' || block.kind === 'audio' || blocksText([block]).trim() !== ''
