import type { ArticleCard } from '#domain/culture/reader.contract'
import { View } from '@tarojs/components'
import { Icon } from '../../ui/Icon'
import { semantics } from '../../ui/semantics'
import { Tappable } from '../../ui/Tappable'
import '../../ui/List.css'
import './ArticleRow.css'

interface ArticleRowProps {
  card: ArticleCard
  /** Under the title: when, whose, how long; nothing where a title alone is enough. */
  meta?: string
  /** With the line that says what it is about. */
  withSummary?: boolean
  onOpen: () => void
}

/** An article in a list: its title in the letters it is read in. */
export const ArticleRow = ({ card, meta, withSummary = false, onOpen }: ArticleRowProps) => {
  const { title, summary, pinned, audio } = card
  const said = [title, withSummary ? summary : '', pinned ? '置顶' : '', meta].filter(Boolean).join('，')
  return (
    <View className="list-row" {...semantics({ role: 'listitem' })}>
      <Tappable role="link" className="article-row" label={said} onTap={onOpen}>
        <View className="article-row-title">{title}</View>
        {withSummary && summary ? <View className="article-row-summary">{summary}</View> : null}
        {meta ? (
          <View className="article-row-meta">
            {audio ? <Icon name="listen" size="s" className="article-row-icon" /> : null}
            {pinned ? `置顶 · ${meta}` : meta}
          </View>
        ) : null}
      </Tappable>
    </View>
  )
}
