import { type ForWhom, forWhomNames } from '#domain/complaint/complaint.model'
import { beijingDay, type Instant } from '#domain/instant'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { ChoiceGroup } from '../../ui/ChoiceGroup'
import { DayField } from '../../ui/DayField'
import { Head, Lead } from '../../ui/Lead'
import { Notice } from '../../ui/Notice'
import { TileGroup } from '../../ui/TileGroup'
import { calendarDayInWords, earliestDay, recentDays } from './happened.words'
import type { StepProps } from './WhatSteps'

const PERSONS: readonly ForWhom[] = ['self', 'relative', 'minor']

export const WhenStep = ({ draft, change, now }: StepProps & { now: Instant }) => {
  const { happened } = draft
  const recent = recentDays(now)
  const isRecent = recent.some(({ day }) => day === happened)
  const [calendar, setCalendar] = useState(happened !== null && happened !== 'unknown' && !isRecent)
  const answer: string | null = calendar ? 'other' : happened
  const choose = (chosen: string) => {
    setCalendar(chosen === 'other')
    change({ happened: chosen === 'other' ? null : chosen })
  }
  return (
    <View>
      <Lead>什么时候，是谁的事？</Lead>
      <View className="form-part">
        <Head>哪一天</Head>
        <View className="form-answers">
          <TileGroup
            label="哪一天"
            options={[
              ...recent.map(({ name, day }) => ({ value: day, title: name, detail: calendarDayInWords(day, now) })),
              { value: 'other', title: '更早', detail: '自己选日期' },
              { value: 'unknown', title: '说不清', detail: '或者不止一天' },
            ]}
            value={answer}
            onChange={choose}
          />
        </View>
        {calendar ? (
          <DayField
            label="日期"
            value={happened === 'unknown' ? null : happened}
            words={happened && happened !== 'unknown' ? calendarDayInWords(happened, now) : ''}
            earliest={earliestDay(now)}
            latest={beijingDay(now)}
            onChange={(day) => change({ happened: day })}
          />
        ) : null}
      </View>
      <View className="form-part">
        <Head>谁的事</Head>
        <View className="form-answers">
          <ChoiceGroup
            label="谁的事"
            options={PERSONS.map((value) => ({ value, title: forWhomNames[value] }))}
            value={draft.forWhom}
            onChange={(forWhom) => change({ forWhom })}
          />
        </View>
      </View>
      {draft.forWhom === 'minor' ? (
        <View className="form-part">
          <Notice icon="department">孩子的事请由爸爸妈妈或别的监护人来填、来决定留不留电话。孩子的姓名不用写。</Notice>
        </View>
      ) : null}
    </View>
  )
}
