import { View } from '@tarojs/components'
import { classNames } from './class-names'
import type { IconName } from './icon.names'

interface IconProps {
  name: IconName
  /** 20, 24 (32 in elder mode) or 32 px. */
  size?: 's' | 'm' | 'l'
  className?: string
}

/** Beside words, never instead of them: it says nothing to a screen reader. */
export const Icon = ({ name, size = 'm', className }: IconProps) => (
  <View className={classNames('icon', `icon-${name}`, size !== 'm' && `icon-size-${size}`, className)} />
)
