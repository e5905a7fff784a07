import { View } from '@tarojs/components'
import { Icon } from './Icon'
import { semantics } from './semantics'
import './FieldError.css'

/** What is wrong with what was written, and what to do about it. */
export const FieldError = ({ id, children }: { id: string; children: string }) => (
  <View className="field-error" id={id} {...semantics({ role: 'alert' })}>
    <Icon name="warning" size="s" />
    <View className="grow">{children}</View>
  </View>
)
