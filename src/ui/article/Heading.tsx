import type { Block } from '#domain/culture/block.model'
import { View } from '@tarojs/components'
import { semantics } from '../semantics'

/** Under the article's title, which is the page's second level. */
export const Heading = ({ block: { level, text } }: { block: Extract<Block, { kind: 'heading' }> }) => (
  <View className={`article-heading is-level-${level}`} {...semantics({ role: 'heading', level: level === 2 ? 3 : 4 })}>
    {text}
  </View>
)
