import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { Icon } from './Icon'
import type { IconName } from './icon.names'
import { semantics } from './semantics'
import { Tappable } from './Tappable'
import './Notice.css'

export interface NoticeAction {
  text: string
  onTap: () => void
}

interface NoticeProps {
  /** A sentence that says what to do. */
  children: ReactNode
  tone?: 'plain' | 'wait' | 'late'
  icon?: IconName
  actions?: NoticeAction[]
  /** Read out when it appears: alert at once, status when the voice is free. */
  announced?: 'alert' | 'status'
}

const ICONS = { plain: 'check', wait: 'clock', late: 'overdue' } as const

export const Notice = ({ children, tone = 'plain', icon, actions, announced }: NoticeProps) => (
  <View className={classNames('notice', `notice-${tone}`)} {...semantics({ role: announced })}>
    <Icon name={icon ?? ICONS[tone]} className="notice-icon" />
    <View className="notice-words">
      <View>{children}</View>
      {actions && actions.length > 0 ? (
        <View className="notice-actions">
          {actions.map(({ text, onTap }) => (
            <Tappable key={text} className="notice-action" onTap={onTap}>
              {text}
            </Tappable>
          ))}
        </View>
      ) : null}
    </View>
  </View>
)
