import { View } from '@tarojs/components'
import type { CSSProperties, ReactNode } from 'react'
import { classNames } from './class-names'
import { type Semantics, semantics } from './semantics'

export interface TappableProps extends Omit<Semantics, 'role' | 'disabled'> {
  children?: ReactNode
  className?: string
  id?: string
  style?: CSSProperties
  /** Button unless told otherwise; a link leads to another page. */
  role?: 'button' | 'link' | 'radio' | 'checkbox' | 'option' | 'tab'
  /** What a screen reader says when the words inside are not enough. */
  label?: string
  disabled?: boolean
  /** False takes it out of the Tab order; arrow keys still reach it. */
  inTabOrder?: boolean
  onTap: () => void
  /** H5 only: keys other than Enter and Space. */
  onKey?: (event: KeyboardEvent) => void
}

/** Everything a finger, a mouse or a key can set off goes through here. */
export const Tappable = ({
  children,
  className,
  id,
  style,
  role = 'button',
  disabled = false,
  inTabOrder = true,
  onTap,
  onKey,
  ...meaning
}: TappableProps) => {
  const act = () => {
    if (!disabled) onTap()
  }
  const press = (event: KeyboardEvent) => {
    const wanted = event.key === 'Enter' || (event.key === ' ' && role !== 'link')
    if (!wanted) return onKey?.(event)
    // A control inside a control answers for itself.
    if (event.target !== event.currentTarget || event.repeat) return
    event.preventDefault()
    act()
  }
  const platform =
    process.env.TARO_ENV === 'weapp'
      ? { hoverClass: disabled ? 'none' : 'is-pressed', hoverStayTime: 80 }
      : { tabIndex: inTabOrder ? 0 : -1, onKeyDown: press }
  return (
    <View
      id={id}
      className={classNames('tappable', disabled && 'is-disabled', className)}
      style={style}
      onClick={act}
      {...semantics({ ...meaning, role, disabled })}
      {...platform}
    >
      {children}
    </View>
  )
}
