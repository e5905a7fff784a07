import { View } from '@tarojs/components'
import { semantics } from './semantics'
import './Strip.css'

interface Figure {
  term: string
  /** With its unit: 「64 次」; null when nobody knows. */
  value: string | null
  note?: string
}

/** Up to five figures between two hairlines. */
export const Strip = ({ label, figures }: { label: string; figures: readonly Figure[] }) => (
  <View className="strip" {...semantics({ role: 'list', label })}>
    {figures.map(({ term, value, note }) => (
      <View key={term} className="strip-figure" {...semantics({ role: 'listitem' })}>
        <View className="strip-term">{term}</View>
        <View className={value === null ? 'strip-nothing' : 'strip-value'}>{value ?? '暂无数据'}</View>
        {note ? <View className="strip-term">{note}</View> : null}
      </View>
    ))}
  </View>
)
