import { View } from '@tarojs/components'
import { type ReactNode, useId } from 'react'
import { Icon } from './Icon'
import { reachable, semantics } from './semantics'
import { Tappable } from './Tappable'
import { useHeldKeyboard } from './useHeldKeyboard'
import './SidePanel.css'

interface SidePanelProps {
  title: string
  children: ReactNode
  onClose: () => void
}

/** What lies behind a figure: beside the page on a wide screen, over it on a phone. */
export const SidePanel = ({ title, children, onClose }: SidePanelProps) => {
  const id = useId()
  useHeldKeyboard(id, onClose)
  return (
    <View className="side-place not-printed">
      <View className="side-shade" />
      <View className="side-panel" id={id} {...semantics({ role: 'dialog', label: title, modal: true })}>
        <View className="side-head">
          <View className="side-title" {...semantics({ role: 'heading', level: 2 })}>
            {title}
          </View>
          <Tappable className="side-close" label="关上" onTap={onClose}>
            <Icon name="close" />
          </Tappable>
        </View>
        <View className="side-body" {...semantics({ role: 'group', label: title })} {...reachable}>
          {children}
        </View>
      </View>
    </View>
  )
}
