import { Month } from '#domain/instant'
import type { Day } from '#domain/instant'
import { monthOf } from '#domain/instant'
import { monthAfter } from '#domain/metrics/month.arithmetic'
import { monthName } from '#domain/number.words'
import { View } from '@tarojs/components'
import { useState } from 'react'
import * as v from 'valibot'
import { Button } from '../../ui/Button'
import { Chip } from '../../ui/Chip'
import { Head } from '../../ui/Lead'
import { semantics } from '../../ui/semantics'
import { TextField } from '../../ui/TextField'

const OFFERED = 6

interface MonthChoiceProps {
  month: Month | null
  today: Day
  onChoose: (month: Month) => void
}

const monthIn = (typed: string): Month | null => {
  const parts = /^\s*(\d{4})\s*[-/.年]?\s*(\d{1,2})\s*月?\s*$/.exec(typed)
  const parsed = parts ? v.safeParse(Month, `${parts[1]}-${(parts[2] ?? '').padStart(2, '0')}`) : null
  return parsed?.success ? parsed.output : null
}

/** The month of a file that has no column of it. */
export const MonthChoice = ({ month, today, onChoose }: MonthChoiceProps) => {
  const [typed, setTyped] = useState('')
  const [error, setError] = useState<string | undefined>()
  const latest = Array.from({ length: OFFERED }, (_, back) => monthAfter(monthOf(today), -1 - back))
  const choose = () => {
    const wanted = monthIn(typed)
    if (!wanted || wanted > monthOf(today)) return setError('请写成 2026-09 这样，不能是以后的月份')
    setError(undefined)
    onChoose(wanted)
  }
  return (
    <View>
      <Head>整份文件是哪个月的</Head>
      <View className="visit-chips gap-3" {...semantics({ role: 'group', label: '整份文件是哪个月的' })}>
        {latest.map((offered) => (
          <View key={offered} className="visit-chip">
            <Chip pressed={offered === month} onTap={() => onChoose(offered)}>
              {monthName(offered)}
            </Chip>
          </View>
        ))}
      </View>
      <View className="gap-3">
        <TextField
          label="更早的月份"
          value={typed}
          placeholder="2025-03"
          error={error}
          maxlength={12}
          onInput={setTyped}
          onConfirm={choose}
        />
      </View>
      <View className="gap-3">
        <Button kind="quiet" disabled={typed.trim() === ''} onTap={choose}>
          用这个月
        </Button>
      </View>
    </View>
  )
}
