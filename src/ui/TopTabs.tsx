import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { semantics } from './semantics'
import { Tappable } from './Tappable'
import './TopTabs.css'

export interface TopTab {
  key: string
  name: string
  isCurrent: boolean
  onTap: () => void
}

interface TopTabsProps {
  tabs: readonly TopTab[]
  /** At the end of the line on a wide screen: the day. */
  aside?: ReactNode
}

/** Pages of one section, over the sheet: 结果 · 问卷 · 我们改了. */
export const TopTabs = ({ tabs, aside }: TopTabsProps) => (
  <View className="top-tabs not-printed">
    <View className="top-tabs-links" {...semantics({ role: 'navigation', label: '本栏' })}>
      {tabs.map(({ key, name, isCurrent, onTap }) => (
        <Tappable
          key={key}
          role="link"
          className={classNames('top-tab', isCurrent && 'is-current')}
          current={isCurrent}
          label={name}
          onTap={onTap}
        >
          {name}
        </Tappable>
      ))}
    </View>
    {aside ? <View className="top-tabs-aside">{aside}</View> : null}
  </View>
)
