import { Text } from '@tarojs/components'
import { classNames } from './class-names'
import { Icon } from './Icon'
import type { IconName } from './icon.names'
import { Tappable } from './Tappable'
import './Chip.css'

interface ChipProps {
  children: string
  icon?: IconName
  /** One of several that is in force; left out where tapping does something else. */
  pressed?: boolean
  label?: string
  onTap: () => void
}

/** A small choice above what it changes. */
export const Chip = ({ children, icon, pressed, label, onTap }: ChipProps) => (
  <Tappable className={classNames('chip', pressed && 'is-pressed-in')} pressed={pressed} label={label} onTap={onTap}>
    {icon ? <Icon name={icon} size="s" className="chip-icon" /> : null}
    <Text>{children}</Text>
  </Tappable>
)
