import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classNames } from '../../ui/class-names'
import { Icon } from '../../ui/Icon'
import { semantics } from '../../ui/semantics'
import { Status, type Tone } from '../../ui/Status'
import { Tappable } from '../../ui/Tappable'
import './Fold.css'

interface FoldProps {
  title: string
  status: { readonly tone: Tone; readonly text: string }
  /** Beside the status: of which topic, when it comes back. */
  detail?: string
  open: boolean
  onTap: () => void
  /** Shown under it while it is open. */
  children: ReactNode
}

/** A question in a list, and what there is to read about it under it. */
export const Fold = ({ title, status, detail, open, onTap, children }: FoldProps) => (
  <View className={classNames('fold', open && 'is-open')} {...semantics({ role: 'listitem' })}>
    <Tappable
      className="fold-row"
      label={process.env.TARO_ENV === 'weapp' ? [title, status.text, detail].filter(Boolean).join('，') : undefined}
      pressed={open}
      onTap={onTap}
    >
      <View className="fold-words">
        <View className="fold-title">{title}</View>
        <View className="fold-under">
          <Status tone={status.tone}>{status.text}</Status>
          {detail ? <View className="fold-detail">{detail}</View> : null}
        </View>
      </View>
      <Icon name="forward" size="s" className="fold-mark" />
    </Tappable>
    {open ? <View className="fold-inside">{children}</View> : null}
  </View>
)
