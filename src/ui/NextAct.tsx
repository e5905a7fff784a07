import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { semantics } from './semantics'
import './NextAct.css'

interface NextActProps {
  /** The next legal act: 「今天 17:30 前，把结果反馈给投诉人」. */
  what: string
  /** The rule it follows from. */
  why?: string
  /** Buttons; none when it cannot be done here. */
  children?: ReactNode
}

/** Above the history on a wide screen, at the thumb on a phone. */
export const NextAct = ({ what, why, children }: NextActProps) => (
  <View className="act" {...semantics({ role: 'region', label: '下一步' })}>
    <View className="act-words">
      <View className="act-head">下一步</View>
      <View className="act-what">{what}</View>
      {why ? <View className="act-why">{why}</View> : null}
    </View>
    {children ? <View className="act-buttons">{children}</View> : null}
  </View>
)
