import { View } from '@tarojs/components'
import { classNames } from './class-names'
import { semantics } from './semantics'
import './Days.css'

export interface Day {
  /** Under the segment: 「19 日」, 「今天」. */
  name: string
  state: 'used' | 'today' | 'left' | 'late'
}

interface DaysProps {
  days: Day[]
  /** The same in words: 「5 个工作日，已用 2 个」. */
  label: string
  /** On the desk today is amber: somebody has to act on it. */
  urgent?: boolean
  named?: boolean
}

/** Working days (工作日) as strokes; weekends and holidays are simply absent. */
export const Days = ({ days, label, urgent = false, named = true }: DaysProps) => (
  <View className="days" {...semantics({ role: 'img', label })}>
    <View className="days-strokes">
      {days.map(({ name, state }) => (
        <View key={name} className={classNames('day', `is-${state}`, urgent && state === 'today' && 'is-urgent')} />
      ))}
    </View>
    {named ? (
      <View className="days-names">
        {days.map(({ name, state }) => (
          <View key={name} className={classNames('day-name', state === 'today' && 'is-today')}>
            {name}
          </View>
        ))}
      </View>
    ) : null}
  </View>
)
