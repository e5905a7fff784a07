import type { DutyRow } from '#domain/survey/supervision.contract'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { semantics } from '../../ui/semantics'
import { useNow } from '../../ui/useNow'
import { dutyTitle } from './supervision.words'
import './supervision.css'

interface DutyEntryProps {
  duty: DutyRow
  /** Whose it is, where that is not plain. */
  byName?: string
  /** What can be done about it. */
  children?: ReactNode
}

/** One duty that was done: when, what, where, and what was seen and said. */
export const DutyEntry = ({ duty, byName, children }: DutyEntryProps) => {
  const now = useNow()
  const where = [byName, duty.departmentName].filter(Boolean).join(' · ')
  return (
    <View className="duty" {...semantics({ role: 'listitem' })}>
      <View className="duty-head">
        <View className="duty-title">{dutyTitle(duty, now)}</View>
        {where ? <View className="duty-where">{where}</View> : null}
      </View>
      {duty.text ? <View className="duty-text">{duty.text}</View> : null}
      {children}
    </View>
  )
}
