import { columnNames, type Column, type FiveClean, fiveCleanNames } from '#domain/culture/article.model'
import type { ArticleView } from '#domain/culture/reader.contract'
import { View } from '@tarojs/components'
import { ArticleBody } from '../../ui/article/ArticleBody'
import { CoverPicture } from '../../ui/article/CoverPicture'
import type { LinkTarget } from '../../ui/article/LinkCard'
import { openOutside } from '../../ui/article/open-outside'
import { Chip } from '../../ui/Chip'
import { Icon } from '../../ui/Icon'
import { LinkText } from '../../ui/LinkText'
import { Motif } from '../../ui/Motif'
import { Notice } from '../../ui/Notice'
import { semantics } from '../../ui/semantics'
import { Tappable } from '../../ui/Tappable'
import { useAppearance } from '../../ui/useAppearance'
import { useNow } from '../../ui/useNow'
import { factsAbout, headMeta } from './culture.words'
import { anchorOf, useReadingPlace } from './use-reading-place'
import './ArticleScreen.css'

interface ArticleScreenProps {
  article: ArticleView
  /** The copy of this phone: nothing was reached. */
  again: boolean
  onReload: () => void
  openerOf: (to: LinkTarget) => () => void
  onNarrow: (to: { column?: Column; clean?: FiveClean; series?: string; department?: string }) => void
  onNext: () => void
}

/** An article, set to be read. */
export const ArticleScreen = ({ article, again, onReload, openerOf, onNarrow, onNext }: ArticleScreenProps) => {
  const { elder } = useAppearance()
  const now = useNow()
  const { offered, goOn, decline } = useReadingPlace(article)
  const { title, column, cover, content, media, next, fiveClean, series, departmentId, departmentName } = article
  return (
    <View className="reading">
      {elder ? null : <LinkText onTap={() => onNarrow({ column })}>{columnNames[column]}</LinkText>}
      <View className="reading-title" {...semantics({ role: 'heading', level: 2 })}>
        {title}
      </View>
      <View className="reading-meta">{headMeta(article, now)}</View>
      {again ? (
        <View className="gap-4">
          <Notice tone="wait" icon="warning" announced="status" actions={[{ text: '再连一次', onTap: onReload }]}>
            没连上网，这是您上次看时存在手机里的。图片和声音要连上网才有。
          </Notice>
        </View>
      ) : null}
      {offered ? (
        <View className="gap-4">
          <Notice
            icon="keep"
            actions={[
              { text: '接着读', onTap: () => void goOn() },
              { text: '从头读', onTap: decline },
            ]}
          >
            {offered.words ? `上次读到“${offered.words}”` : '上次读到一半'}
          </Notice>
        </View>
      ) : null}
      {cover ? (
        <View className="reading-cover">
          <CoverPicture cover={cover} size={elder ? 'bleed' : 'full'} />
        </View>
      ) : null}
      <View className="reading-body">
        <ArticleBody blocks={content.blocks} media={media} anchor={anchorOf(article)} openerOf={openerOf} />
      </View>
      <View className="reading-end">
        <Motif />
      </View>
      <Facts article={article} />
      {fiveClean.length > 0 || series || departmentId ? (
        <View className="reading-tags" {...semantics({ role: 'group', label: '还可以看' })}>
          {series ? <Chip onTap={() => onNarrow({ series })}>{series}</Chip> : null}
          {fiveClean.map((clean) => (
            <Chip key={clean} onTap={() => onNarrow({ clean })}>
              {fiveCleanNames[clean]}
            </Chip>
          ))}
          {departmentId && departmentName ? (
            <Chip onTap={() => onNarrow({ department: departmentId })}>{departmentName}</Chip>
          ) : null}
        </View>
      ) : null}
      {next ? (
        <Tappable role="link" className="reading-next" label={`下一篇：${next.title}`} onTap={onNext}>
          <View className="grow">
            <View className="reading-next-word">下一篇</View>
            <View className="reading-next-title">{next.title}</View>
          </View>
          <Icon name="forward" size="s" className="reading-next-forward" />
        </Tappable>
      ) : null}
    </View>
  )
}

const Facts = ({ article }: { article: ArticleView }) => (
  <View className="reading-facts">
    {factsAbout(article, useNow()).map(({ term, text, href }) => (
      <View key={term} className="reading-fact">
        <View className="reading-term">{term}</View>
        <View className="grow">
          {text}
          {href ? (
            <View>
              <LinkText label={`看原文：${href}`} onTap={() => void openOutside(href)}>
                看原文
              </LinkText>
            </View>
          ) : null}
        </View>
      </View>
    ))}
  </View>
)
