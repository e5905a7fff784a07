import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { semantics } from './semantics'
import { Tappable } from './Tappable'
import './ReviewList.css'

export interface ReviewLine {
  term: string
  value: ReactNode
  /** Absent: this line cannot be changed here. */
  onChange?: () => void
}

/** Everything that will leave the phone; each line can still be changed. */
export const ReviewList = ({ lines }: { lines: ReviewLine[] }) => (
  <View className="review" {...semantics({ role: 'list', label: '将要提交的内容' })}>
    {lines.map(({ term, value, onChange }) => (
      <View key={term} className="review-line" {...semantics({ role: 'listitem' })}>
        <View className="review-term">{term}</View>
        <View className="review-value">{value}</View>
        {onChange ? (
          <Tappable className="review-change" label={`改${term}`} onTap={onChange}>
            改
          </Tappable>
        ) : null}
      </View>
    ))}
  </View>
)
