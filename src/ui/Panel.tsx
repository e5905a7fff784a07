import { View } from '@tarojs/components'
import { type ReactNode, useId } from 'react'
import { LinkText } from './LinkText'
import { semantics } from './semantics'
import { useHeldKeyboard } from './useHeldKeyboard'
import './ConfirmDialog.css'
import './Panel.css'

interface PanelProps {
  title: string
  children: ReactNode
  /** The act and the way back, below what scrolls. */
  dock?: ReactNode
  onClose: () => void
}

/** A form over the page: from below on a phone, in the middle of a desk. Render it while it is open. */
export const Panel = ({ title, children, dock, onClose }: PanelProps) => {
  const id = useId()
  useHeldKeyboard(id, onClose)
  return (
    <View className="dialog-place">
      <View className="dialog-shade" catchMove />
      <View className="dialog panel" id={id} {...semantics({ role: 'dialog', label: title, modal: true })}>
        <View className="panel-head">
          <View className="dialog-title panel-title" {...semantics({ role: 'heading', level: 2 })}>
            {title}
          </View>
          <LinkText role="button" label={`关掉，${title}`} onTap={onClose}>
            关掉
          </LinkText>
        </View>
        <View className="panel-body">{children}</View>
        {dock ? <View className="dialog-actions">{dock}</View> : null}
      </View>
    </View>
  )
}
