import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './Detail.css'

interface DetailProps {
  head: ReactNode
  act?: ReactNode
  children: ReactNode
  /** Beside the history on a wide screen, after it on a phone. */
  facts?: ReactNode
}

/** Head, next act, history, facts: in this order on every desk. */
export const Detail = ({ head, act, children, facts }: DetailProps) => (
  <View className="detail">
    <View className="detail-head">{head}</View>
    {act}
    <View className="detail-body">
      <View className="detail-flow">{children}</View>
      {facts ? <View className="detail-facts">{facts}</View> : null}
    </View>
  </View>
)
