import { Text, View } from '@tarojs/components'
import { classNames } from './class-names'
import { Icon } from './Icon'
import type { IconName } from './icon.names'
import { Tappable } from './Tappable'
import './Button.css'

interface ButtonProps {
  children: string
  /** One primary a screen; two answers that weigh the same are both quiet. */
  kind?: 'primary' | 'quiet' | 'text'
  icon?: IconName
  /** Takes the room that is left beside it. */
  grow?: boolean
  /** Full width. */
  wide?: boolean
  /** Under way: cannot be pressed again, and says so. */
  busy?: boolean
  busyText?: string
  /** Why it cannot be pressed yet, in words beside it. */
  disabledBecause?: string
  disabled?: boolean
  label?: string
  onTap: () => void
}

export const Button = ({
  children,
  kind = 'primary',
  icon,
  grow = false,
  wide = false,
  busy = false,
  busyText = '正在送出',
  disabledBecause,
  disabled = false,
  label,
  onTap,
}: ButtonProps) => {
  const off = disabled || busy || Boolean(disabledBecause)
  const words = busy ? busyText : children
  const spoken = busy ? busyText : (label ?? children)
  return (
    <View className={classNames('button-place', grow && 'is-growing', wide && 'is-wide')}>
      <Tappable
        className={classNames('button', `button-${kind}`, busy && 'is-busy')}
        label={disabledBecause ? `${spoken}，${disabledBecause}` : spoken}
        disabled={off}
        busy={busy}
        onTap={onTap}
      >
        {busy ? <View className="button-wait" /> : icon ? <Icon name={icon} /> : null}
        <Text className="button-words">{words}</Text>
      </Tappable>
      {disabledBecause ? <View className="button-why">{disabledBecause}</View> : null}
    </View>
  )
}
