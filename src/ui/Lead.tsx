import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { semantics } from './semantics'
import './Lead.css'

interface LeadProps {
  /** The one thing on this screen: a question, a date. */
  children: string
  /** A line above it: which case, which place. */
  above?: ReactNode
  hint?: ReactNode
}

export const Lead = ({ children, above, hint }: LeadProps) => (
  <View className="lead-place">
    {above ? <View className="lead-above">{above}</View> : null}
    <View className="lead" {...semantics({ role: 'heading', level: 2 })}>
      {children}
    </View>
    {hint ? <View className="lead-hint">{hint}</View> : null}
  </View>
)

interface HeadProps {
  children: string
  /** At the end of the line, or the next one: a count, a link, 「可以不放，最多 6 张」. */
  aside?: ReactNode
  /** 2 where no Lead stands above it. */
  level?: 2 | 3
}

export const Head = ({ children, aside, level = 3 }: HeadProps) => (
  <View className="head">
    <View className="head-words" {...semantics({ role: 'heading', level })}>
      {children}
    </View>
    {aside ? <View className="head-aside">{aside}</View> : null}
  </View>
)
