import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { Icon } from './Icon'
import type { IconName } from './icon.names'
import { semantics } from './semantics'
import { Tappable } from './Tappable'
import './List.css'

interface ListProps {
  children: ReactNode
  label?: string
  /** Without the outer rules. */
  open?: boolean
}

/** Ruled like paper, no boxes. */
export const List = ({ children, label, open = false }: ListProps) => (
  <View className={classNames('list', open && 'is-open')} {...semantics({ role: 'list', label })}>
    {children}
  </View>
)

interface ItemProps {
  title: string
  detail?: string
  icon?: IconName
  /** A figure, a date or a Status at the end of the row. */
  end?: ReactNode
  /** The words of `end`, when it is not a text: read out in the mini-program, where a name is not put together from content. */
  endLabel?: string
  /** The row shown beside the list (desk). */
  current?: boolean
  onTap?: () => void
}

export const Item = ({ title, detail, icon, end, endLabel, current = false, onTap }: ItemProps) => {
  const row = (
    <>
      {icon ? <Icon name={icon} className="item-icon" /> : null}
      <View className="item-words">
        <View className="item-title">{title}</View>
        {detail ? <View className="item-detail">{detail}</View> : null}
      </View>
      {end ? <View className="item-end">{end}</View> : null}
      {onTap && !end ? <Icon name="forward" size="s" className="item-forward" /> : null}
    </>
  )
  const words = [title, detail, endLabel ?? (typeof end === 'string' ? end : undefined)].filter(Boolean).join('，')
  return (
    <View className="list-row" {...semantics({ role: 'listitem' })}>
      {onTap ? (
        <Tappable
          className={classNames('item', current && 'is-current')}
          label={process.env.TARO_ENV === 'weapp' ? words : undefined}
          current={current}
          onTap={onTap}
        >
          {row}
        </Tappable>
      ) : (
        <View className="item">{row}</View>
      )}
    </View>
  )
}
