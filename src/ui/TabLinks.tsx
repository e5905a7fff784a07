import { View } from '@tarojs/components'
import { classNames } from './class-names'
import { Icon } from './Icon'
import type { IconName } from './icon.names'
import { Tappable } from './Tappable'

export interface Tab {
  key: string
  name: string
  icon: IconName
  onTap: () => void
}

export interface TabLinksProps {
  tabs: Tab[]
  /** Key of the tab whose page this is. */
  current: string
}

/** Icon over name, one link a tab: what the tabs of a phone and the rail of a desk are made of. */
export const TabLinks = ({ tabs, current }: TabLinksProps) => (
  <>
    {tabs.map(({ key, name, icon, onTap }) => (
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
  </>
)
