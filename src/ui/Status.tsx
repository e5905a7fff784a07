import { Text, View } from '@tarojs/components'
import { classNames } from './class-names'
import { Icon } from './Icon'
import './Status.css'

export type Tone = 'done' | 'wait' | 'late' | 'rest'

const ICONS = { done: 'check', wait: 'clock', late: 'overdue' } as const

/** Icon and word carry it; colour comes last. 朱 (late) means overdue, nothing else. */
export const Status = ({ tone, children }: { tone: Tone; children: string }) => (
  <View className={classNames('status', `status-${tone}`)}>
    {tone === 'rest' ? null : <Icon name={ICONS[tone]} className="status-icon" />}
    <Text>{children}</Text>
  </View>
)
