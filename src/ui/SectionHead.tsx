import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { semantics } from './semantics'
import './SectionHead.css'

interface SectionHeadProps {
  title: string
  /** What to know before reading it. */
  aside?: string
  /** LinkTexts: other ways to look at it. */
  links?: ReactNode
}

/** Over a chart or a table of a page of figures. */
export const SectionHead = ({ title, aside, links }: SectionHeadProps) => (
  <View className="section-head">
    <View className="section-title" {...semantics({ role: 'heading', level: 3 })}>
      {title}
    </View>
    {aside ? <View className="section-aside">{aside}</View> : null}
    {links ? <View className="section-links not-printed">{links}</View> : null}
  </View>
)
