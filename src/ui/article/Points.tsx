import type { Block } from '#domain/culture/block.model'
import { View } from '@tarojs/components'
import { semantics } from '../semantics'
import { Words } from './Words'

const numberOf = (index: number): string => `${index + 1}.`

/** A list, with numbers where the order matters. */
export const Points = ({ block: { ordered, items } }: { block: Extract<Block, { kind: 'list' }> }) => (
  <View className="article-points" {...semantics({ role: 'list' })}>
    {items.map((spans, index) => (
      <View key={numberOf(index)} className="article-point" {...semantics({ role: 'listitem' })}>
        {ordered ? <View className="article-number">{numberOf(index)}</View> : <View className="article-dot" />}
        <View className="grow">
          <Words spans={spans} />
        </View>
      </View>
    ))}
  </View>
)
