import { Text, View } from '@tarojs/components'
import { useSyncExternalStore } from 'react'
import { Icon } from './Icon'
import { semantics } from './semantics'
import { onToast, readToast } from './toast'
import './Toast.css'

/** Where `toast()` is shown; every Page has one. */
export const Toasts = () => {
  const message = useSyncExternalStore(onToast, readToast)
  return (
    <View className="toasts" {...semantics({ role: 'status', live: 'polite' })}>
      {message ? (
        <View key={message.id} className="toast">
          <Icon name={message.tone === 'done' ? 'check' : 'warning'} size="s" className="toast-icon" />
          <Text>{message.text}</Text>
        </View>
      ) : null}
    </View>
  )
}
