import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { Icon } from './Icon'
import type { IconName } from './icon.names'
import { Tappable } from './Tappable'
import './Entry.css'

interface EntryProps {
  /** One filled entry a screen; the others stand beside it. */
  kind?: 'main' | 'side'
  icon: IconName
  name: string
  detail?: string
  onTap: () => void
}

export const Entry = ({ kind = 'side', icon, name, detail, onTap }: EntryProps) => (
  <Tappable
    role="link"
    className={classNames('entry', `entry-${kind}`)}
    label={detail ? `${name}，${detail}` : name}
    onTap={onTap}
  >
    <Icon name={icon} size={kind === 'main' ? 'l' : 'm'} className="entry-icon" />
    <View className="entry-words">
      <View className="entry-name">{name}</View>
      {detail ? <View className="entry-detail">{detail}</View> : null}
    </View>
  </Tappable>
)

/** Side entries beside each other; under each other in elder mode and on very narrow screens. */
export const Entries = ({ children }: { children: ReactNode }) => <View className="entries">{children}</View>
