import { type Day, daysAfter, monthsAfter } from '#domain/instant'
import type { TermRow } from '#domain/survey/supervision.contract'
import { TermNote } from '#domain/survey/supervision.model'
import { View } from '@tarojs/components'
import { useState } from 'react'
import * as v from 'valibot'
import { Button } from '../../ui/Button'
import { DayField } from '../../ui/DayField'
import { TextField } from '../../ui/TextField'
import { useNow } from '../../ui/useNow'
import { dayWords } from './supervision.words'

export interface TermPlan {
  from: Day
  to: Day
  note: string | null
}

interface TermFormProps {
  /** What it starts with: the term to be changed, or the first day of a new one. */
  term: Pick<TermRow, 'from' | 'to' | 'note'> | { from: Day }
  saveText: string
  busy: boolean
  onSave: (plan: TermPlan) => void
  onCancel: () => void
}

const YEAR_MONTHS = 12
const YEARS_AHEAD = 10
const EARLIEST: Day = '2000-01-01'

/** From when to when somebody is appointed. */
export const TermForm = ({ term, saveText, busy, onSave, onCancel }: TermFormProps) => {
  const now = useNow()
  const [from, setFrom] = useState(term.from)
  const [to, setTo] = useState('to' in term ? term.to : daysAfter(monthsAfter(term.from, YEAR_MONTHS), -1))
  const [note, setNote] = useState(('note' in term ? term.note : null) ?? '')
  const [checked, setChecked] = useState(false)
  const latest = monthsAfter(term.from, YEARS_AHEAD * YEAR_MONTHS)
  const isTurned = to < from
  const read = note.trim() === '' ? null : v.safeParse(TermNote, note)
  const save = () => {
    setChecked(true)
    if (isTurned || read?.success === false) return
    onSave({ from, to, note: read ? read.output : null })
  }
  return (
    <View>
      <DayField
        label="从哪天"
        value={from}
        words={dayWords(from, now)}
        earliest={EARLIEST}
        latest={latest}
        onChange={setFrom}
      />
      <View className="gap-4">
        <DayField
          label="到哪天"
          value={to}
          words={dayWords(to, now)}
          earliest={EARLIEST}
          latest={latest}
          error={checked && isTurned ? '最后一天不能早于第一天。' : undefined}
          onChange={setTo}
        />
      </View>
      <View className="gap-4">
        <TextField
          label="备注"
          aside="可以空着"
          placeholder="哪里请来的、第几次聘"
          value={note}
          error={checked && read?.success === false ? '太长了，请写短一点。' : undefined}
          onInput={setNote}
        />
      </View>
      <View className="gap-4">
        <Button wide busy={busy} busyText="正在保存" onTap={save}>
          {saveText}
        </Button>
      </View>
      <View className="gap-2">
        <Button kind="text" wide disabled={busy} onTap={onCancel}>
          先不
        </Button>
      </View>
    </View>
  )
}
