import { View } from '@tarojs/components'
import { classNames } from './class-names'
import { Icon } from './Icon'
import type { IconName } from './icon.names'
import { semantics } from './semantics'
import { Tappable } from './Tappable'
import { useAppearance } from './useAppearance'
import './Tabs.css'

export interface Tab {
  key: string
  name: string
  icon: IconName
  /** Left out in elder mode: three are enough. */
  plainOnly?: boolean
  onTap: () => void
}

interface TabsProps {
  tabs: Tab[]
  current: string
  label?: string
}

/** Where else one can go, always within reach of the thumb. */
export const Tabs = ({ tabs, current, label = '主要页面' }: TabsProps) => {
  const { elder } = useAppearance()
  return (
    <View className="tabs" {...semantics({ role: 'navigation', label })}>
      {tabs
        .filter(({ plainOnly }) => !(elder && plainOnly))
        .map(({ key, name, icon, onTap }) => (
          <Tappable
            key={key}
            role="link"
            className={classNames('tab', key === current && 'is-current')}
            current={key === current}
            label={name}
            onTap={onTap}
          >
            <Icon name={icon} className="tab-icon" />
            <View>{name}</View>
          </Tappable>
        ))}
    </View>
  )
}
