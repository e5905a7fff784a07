import type { ArticleCard } from '#domain/culture/reader.contract'
import { View } from '@tarojs/components'
import { CoverPicture } from '../../ui/article/CoverPicture'
import { Icon } from '../../ui/Icon'
import { semantics } from '../../ui/semantics'
import { Tappable } from '../../ui/Tappable'
import { useAppearance } from '../../ui/useAppearance'
import { leadMeta } from './culture.words'
import './StoryLead.css'

/** The story that is told first: its picture, its title, what it is about. */
export const StoryLead = ({ card, onOpen }: { card: ArticleCard; onOpen: () => void }) => {
  const { elder } = useAppearance()
  const { title, summary } = card
  return (
    <Tappable
      role="link"
      className="story-lead"
      label={[title, summary, leadMeta(card)].filter(Boolean).join('，')}
      onTap={onOpen}
    >
      <View {...semantics({ hidden: true })}>
        <CoverPicture cover={card.cover} size={elder ? 'bleed' : 'full'} />
      </View>
      <View className="story-lead-words">
        <View className="story-lead-title">{title}</View>
        {summary ? <View className="story-lead-summary">{summary}</View> : null}
        {elder ? null : (
          <View className="story-lead-meta">
            {card.audio ? <Icon name="listen" size="s" className="story-lead-icon" /> : null}
            {leadMeta(card)}
          </View>
        )}
      </View>
    </Tappable>
  )
}
