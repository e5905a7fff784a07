import type { Block } from '#domain/culture/block.model'
import { View } from '@tarojs/components'
import { semantics } from '../semantics'

export const Quote = ({ block: { text, from } }: { block: Extract<Block, { kind: 'quote' }> }) => (
  <View className="article-quote" {...semantics({ role: 'blockquote' })}>
    <View className="article-quote-words">{text}</View>
    {from ? <View className="article-quote-from">{`——\u00a0${from}`}</View> : null}
  </View>
)
