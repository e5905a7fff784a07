import { type ArticleContent, columnNames, type Cover } from '#domain/culture/article.model'
import type { CardCover, MediaLink } from '#domain/culture/reader.contract'
import { blocksText } from '#domain/culture/block.model'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { ArticleBody } from '../../ui/article/ArticleBody'
import { CoverPicture } from '../../ui/article/CoverPicture'
import { Chip } from '../../ui/Chip'
import { classNames } from '../../ui/class-names'
import { reachable, semantics } from '../../ui/semantics'
import { useAppearance } from '../../ui/useAppearance'
import { lengthInWords } from './publicity.words'

interface ArticlePaperProps {
  content: ArticleContent
  media: readonly MediaLink[]
}

const shownCover = (cover: Cover | null, media: readonly MediaLink[]): CardCover | null => {
  if (cover?.kind !== 'photo') return cover
  const url = media.find(({ mediaId }) => mediaId === cover.mediaId)?.url
  return url === undefined ? null : { kind: 'photo', url, alt: cover.alt || '封面照片', crop: cover.crop }
}

/** An article on the desk, as a reader will see it. */
export const ArticlePaper = ({ content, media }: ArticlePaperProps) => {
  const { column, title, summary, byline, series, source, blocks, cover } = content
  const about = [byline, lengthInWords(blocksText(blocks))].filter(Boolean).join('　')
  return (
    <View className="article-paper">
      <CoverPicture cover={shownCover(cover, media)} />
      <View className="t4 cj gap-4">{[columnNames[column], series].filter(Boolean).join(' · ')}</View>
      <View className="article-paper-title">{title || '（还没有题目）'}</View>
      <View className="t4 c3">{about}</View>
      {summary ? <View className="article-paper-summary">{summary}</View> : null}
      <ArticleBody blocks={blocks} media={media} />
      {source.kind === 'reprint' ? (
        <View className="t4 c2 gap-5">{`来源：${source.name}，${source.licence}`}</View>
      ) : (
        <View className="t4 c2 gap-5">本院原创</View>
      )}
    </View>
  )
}

/** The article on a phone while it is written, in the ordinary and in the elder version. */
export const SheetPreview = (props: ArticlePaperProps) => {
  const { elder: isElderPage } = useAppearance()
  const [wantsElder, setWantsElder] = useState(false)
  const isElder = isElderPage || wantsElder
  return (
    <View {...semantics({ role: 'region', label: '手机上的样子' })}>
      {isElderPage ? (
        <View className="t4">您开着长辈版，这里也是长辈版。</View>
      ) : (
        <View className="desk-chips" {...semantics({ role: 'group', label: '用哪一版看' })}>
          <View className="desk-chip">
            <Chip pressed={!isElder} label="预览普通版" onTap={() => setWantsElder(false)}>
              普通版
            </Chip>
          </View>
          <View className="desk-chip">
            <Chip pressed={isElder} label="预览长辈版" onTap={() => setWantsElder(true)}>
              长辈版
            </Chip>
          </View>
        </View>
      )}
      <View className={classNames('sheet-phone', isElder ? 'mode-elder' : 'is-plain')}>
        <View
          className="sheet-phone-screen"
          {...semantics({ role: 'group', label: isElder ? '长辈版预览' : '普通版预览' })}
          {...reachable}
        >
          <ArticlePaper {...props} />
        </View>
      </View>
    </View>
  )
}
