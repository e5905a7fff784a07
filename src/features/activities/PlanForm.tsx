import {
  ActivityKind,
  activityKindNames,
  Lens,
  lensNames,
  PartnerUnit,
  partnerUnitNames,
  type Plan,
  SevenOne,
  sevenOneNames,
  TenClean,
  tenCleanNames,
  WorkKind,
  workKindNames,
} from '#domain/culture/activity.model'
import { type ErrorCode, sentenceFor } from '#domain/errors'
import type { DepartmentId } from '#domain/ids'
import { beijingDay, type Instant, monthsAfter } from '#domain/instant'
import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { Button } from '../../ui/Button'
import { Chip } from '../../ui/Chip'
import { DayField } from '../../ui/DayField'
import { ErrorNote } from '../../ui/ErrorNote'
import { Lookup, optionNamed } from '../../ui/Lookup'
import { semantics } from '../../ui/semantics'
import { SidePanel } from '../../ui/SidePanel'
import { TextField } from '../../ui/TextField'
import { TileGroup } from '../../ui/TileGroup'
import { dayAndWeekday } from './activity.words'
import { type PlanDraft, planFaults, planOf } from './plan.draft'
import './ActivityDesk.css'

const MONTHS_AROUND = 12

interface PlanFormProps {
  title: string
  first: PlanDraft
  departments: readonly { readonly id: DepartmentId; readonly name: string }[]
  /** May hold what is the whole hospital's. */
  wholeHospital: boolean
  series: readonly string[]
  now: Instant
  busy: boolean
  failed: ErrorCode | null
  onSave: (plan: Plan) => void
  onClose: () => void
}

/** What is held, when, where and by whom. */
export const PlanForm = (props: PlanFormProps) => {
  const { title, first, departments, wholeHospital, series, now, busy, failed, onSave, onClose } = props
  const only = !wholeHospital && departments.length === 1 ? departments[0] : undefined
  const [draft, setDraft] = useState(first)
  const [checked, setChecked] = useState(false)
  const put = (part: Partial<PlanDraft>) => setDraft({ ...draft, ...part })
  const typed = draft.department.trim()
  const departmentId = only
    ? only.id
    : typed === '' && wholeHospital
      ? null
      : (optionNamed(departments, typed) ?? undefined)
  const faults = planFaults(draft, departmentId)
  const shown = checked ? faults : {}
  const today = beijingDay(now)
  const save = () => {
    setChecked(true)
    if (departmentId !== undefined && Object.keys(faults).length === 0) onSave(planOf(draft, departmentId))
  }
  const text = (field: keyof PlanDraft, label: string, more: { aside?: string; placeholder?: string } = {}) => (
    <View className="gap-4">
      <TextField
        label={label}
        {...more}
        value={draft[field]}
        error={shown[field]}
        onInput={(value) => put({ [field]: value })}
      />
    </View>
  )
  return (
    <SidePanel title={title} onClose={onClose}>
      <TileGroup
        label="是哪一种"
        options={ActivityKind.options.map((kind) => ({ value: kind, title: activityKindNames[kind] }))}
        value={draft.kind}
        onChange={(kind) => put({ kind })}
      />
      <KindFields draft={draft} put={put} partner={text('partner', '和谁一起办', { placeholder: '例如“青衿街道”' })} />
      {text('title', '题目', { placeholder: '例如“病人要转院，该怎么转”' })}
      <View className="gap-4">
        <DayField
          label="哪一天"
          value={draft.day}
          words={dayAndWeekday(draft.day, now)}
          earliest={monthsAfter(today, -MONTHS_AROUND)}
          latest={monthsAfter(today, MONTHS_AROUND)}
          onChange={(day) => put({ day })}
        />
      </View>
      {text('from', '几点开始', { aside: '可以不填', placeholder: '7:40' })}
      {text('until', '几点结束', { aside: '可以不填', placeholder: '8:00' })}
      {only ? null : (
        <View className="gap-4">
          <Lookup
            label="哪个科室的"
            aside={wholeHospital ? '全院的就空着' : undefined}
            offer="科室"
            options={departments}
            typed={draft.department}
            error={shown.department}
            onTyped={(department) => put({ department })}
          />
        </View>
      )}
      {text('place', '地点', { aside: '可以不填' })}
      {text('speaker', '谁讲、谁带队', { aside: '可以不填' })}
      {text('topic', '讲什么', { aside: '可以不填' })}
      {text('expected', '应到几人', { aside: '可以不填' })}
      {text('series', '系列（一院一品）', { aside: '可以不填', placeholder: '例如“本草说廉”' })}
      {series.length > 0 && draft.series === '' ? (
        <View className="acts-chips" {...semantics({ role: 'group', label: '用过的系列' })}>
          {series.map((name) => (
            <Chip key={name} onTap={() => put({ series: name })}>
              {name}
            </Chip>
          ))}
        </View>
      ) : null}
      {failed ? (
        <View className="gap-4">
          <ErrorNote>{sentenceFor(failed)}</ErrorNote>
        </View>
      ) : null}
      <View className="gap-5">
        <Button wide busy={busy} busyText="正在存" onTap={save}>
          存下来
        </Button>
      </View>
    </SidePanel>
  )
}

interface KindFieldsProps {
  draft: PlanDraft
  put: (part: Partial<PlanDraft>) => void
  partner: ReactNode
}

/** What only one kind asks. */
const KindFields = ({ draft, put, partner }: KindFieldsProps) => {
  const chips = <Value extends string>(
    label: string,
    options: readonly Value[],
    names: Record<Value, string>,
    value: Value,
    onChange: (value: Value) => void,
  ) => (
    <View className="gap-4">
      <View className="t4 strong">{label}</View>
      <View className="acts-chips" {...semantics({ role: 'group', label })}>
        {options.map((option) => (
          <Chip key={option} pressed={option === value} onTap={() => onChange(option)}>
            {names[option]}
          </Chip>
        ))}
      </View>
    </View>
  )
  switch (draft.kind) {
    case 'warning':
      return chips('从哪里说起', Lens.options, lensNames, draft.lens, (lens) => put({ lens }))
    case 'ten_clean':
      return chips('十项里的哪一项', TenClean.options, tenCleanNames, draft.tenClean, (tenClean) => put({ tenClean }))
    case 'seven_ones':
      return chips('七件里的哪一件', SevenOne.options, sevenOneNames, draft.sevenOne, (sevenOne) => put({ sevenOne }))
    case 'contest':
      return chips('征集什么', WorkKind.options, workKindNames, draft.form, (form) => put({ form }))
    case 'partnership':
      return (
        <View>
          {chips('对方是', PartnerUnit.options, partnerUnitNames, draft.unit, (unit) => put({ unit }))}
          {partner}
        </View>
      )
    case 'party_lesson':
    case 'morning_lesson':
    case 'free_clinic':
    case 'home_visit':
      return null
  }
}
