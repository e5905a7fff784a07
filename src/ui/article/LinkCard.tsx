import type { Block } from '#domain/culture/block.model'
import { View } from '@tarojs/components'
import { Icon } from '../Icon'
import type { IconName } from '../icon.names'
import { Tappable } from '../Tappable'

type LinkBlock = Extract<Block, { kind: 'link' }>

/** Where a link of an article leads: another article, a disclosed item (公开事项), a topic of the quiz (答题). */
export type LinkTarget = LinkBlock['to']

const kinds: Record<LinkTarget['page'], { name: string; icon: IconName }> = {
  article: { name: '接着读', icon: 'culture' },
  disclosure: { name: '院务公开', icon: 'eye' },
  quiz: { name: '本院职工来做几道题', icon: 'quiz' },
}

interface LinkCardProps {
  block: LinkBlock
  onOpen?: () => void
}

/** Leads on inside the hospital's own pages; without `onOpen` it only shows that it will. */
export const LinkCard = ({ block: { to, label }, onOpen }: LinkCardProps) => {
  const { name, icon } = kinds[to.page]
  const inside = (
    <>
      <Icon name={icon} className="article-card-icon" />
      <View className="grow">
        <View className="article-card-kind">{name}</View>
        <View className="article-card-label">{label}</View>
      </View>
      {onOpen ? <Icon name="forward" size="s" className="article-card-forward" /> : null}
    </>
  )
  return onOpen ? (
    <Tappable role="link" className="article-card" label={`${name}：${label}`} onTap={onOpen}>
      {inside}
    </Tappable>
  ) : (
    <View className="article-card">{inside}</View>
  )
}
