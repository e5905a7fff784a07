import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Motif } from './Motif'
import { semantics } from './semantics'
import './Empty.css'

interface EmptyProps {
  /** What there is none of: 「还没有提交过」. */
  title: string
  /** What to do about it. */
  hint?: string
  /** A quiet Button. */
  action?: ReactNode
}

export const Empty = ({ title, hint, action }: EmptyProps) => (
  <View className="empty">
    <Motif className="empty-motif" />
    <View className="empty-title" {...semantics({ role: 'heading', level: 2 })}>
      {title}
    </View>
    {hint ? <View className="empty-hint">{hint}</View> : null}
    {action ? <View className="empty-action">{action}</View> : null}
  </View>
)
