import { type ErrorCode, sentenceFor } from '#domain/errors'
import type { DepartmentId } from '#domain/ids'
import { beijingDay, type Instant, monthsAfter } from '#domain/instant'
import type { ImprovementBoard } from '#domain/survey/improvement.contract'
import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { Button } from '../../ui/Button'
import { Choice } from '../../ui/Choice'
import { DayField } from '../../ui/DayField'
import { ErrorNote } from '../../ui/ErrorNote'
import { Lookup, optionNamed } from '../../ui/Lookup'
import { SidePanel } from '../../ui/SidePanel'
import { TextField } from '../../ui/TextField'
import { dayOf } from './change.words'
import { faultsIn, fieldsOf, type ItemDraft, type ItemForm } from './improvement.draft'
import './ImprovementBoard.css'

const TITLES: Record<ItemForm, string> = {
  new: '写一条',
  take: '接下来',
  leave: '不改，说明原因',
  edit: '改内容',
  move: '改日子',
  change: '改好了',
  giveUp: '不改了',
}

const MONTHS_AHEAD = 24
const MONTHS_BACK = 12

interface ImprovementFormProps {
  form: ItemForm
  /** The question or the sentence it is about. */
  about: string | null
  first: ItemDraft
  departments: ImprovementBoard['departments']
  now: Instant
  busy: boolean
  failed: ErrorCode | null
  onSave: (draft: ItemDraft, departmentId: DepartmentId | null) => void
  onClose: () => void
}

/** Everything that is written about one item; each form has the fields it needs. */
export const ImprovementForm = ({
  form,
  about,
  first,
  departments,
  now,
  busy,
  failed,
  onSave,
  onClose,
}: ImprovementFormProps) => {
  const [draft, setDraft] = useState(first)
  const [checked, setChecked] = useState(false)
  const departmentId = draft.department.trim() === '' ? null : (optionNamed(departments, draft.department) ?? undefined)
  const faults = faultsIn(draft, form, departmentId)
  const shown = checked ? faults : {}
  const today = beijingDay(now)
  const put = (part: Partial<ItemDraft>) => setDraft({ ...draft, ...part })
  const save = () => {
    setChecked(true)
    if (Object.keys(faults).length === 0) onSave(draft, departmentId ?? null)
  }
  const text = (
    field: 'said' | 'plan' | 'ownerName' | 'reason' | 'result' | 'checkedBy',
    label: string,
    hint?: string,
  ) => (
    <TextField
      label={label}
      hint={hint}
      value={draft[field]}
      error={shown[field]}
      onInput={(typed) => put({ [field]: typed })}
    />
  )
  const drawn: Record<keyof ItemDraft, ReactNode> = {
    said: text('said', '您说的', '用大家的话写一句，不写姓名，也不写病情。'),
    saidBy: (
      <TextField
        label="几个人说过"
        aside="没数过就空着"
        kind="digits"
        value={draft.saidBy}
        maxlength={5}
        hint="少于 5 个人的，公开的页上不写人数。"
        error={shown.saidBy}
        onInput={(saidBy) => put({ saidBy })}
      />
    ),
    department: (
      <Lookup
        label="哪个科室的事"
        aside="全院的事就空着"
        offer="科室"
        options={departments}
        typed={draft.department}
        error={shown.department}
        onTyped={(department) => put({ department })}
      />
    ),
    plan: text('plan', '准备怎么改'),
    ownerName: text('ownerName', '谁负责', '只给院里看，公开的页上写科室。'),
    dueOn: (
      <DayField
        label="哪一天以前"
        value={draft.dueOn}
        words={draft.dueOn ? dayOf(draft.dueOn, now) : ''}
        earliest={today}
        latest={monthsAfter(today, MONTHS_AHEAD)}
        error={shown.dueOn}
        onChange={(dueOn) => put({ dueOn })}
      />
    ),
    reason: text(
      'reason',
      '原因',
      form === 'move' ? '原来说好的日子和这句话，一直写在公开的页上。' : '会写在公开的页上。',
    ),
    changedOn: (
      <DayField
        label="从哪一天起"
        value={draft.changedOn}
        words={draft.changedOn ? dayOf(draft.changedOn, now) : ''}
        earliest={monthsAfter(today, -MONTHS_BACK)}
        latest={today}
        error={shown.changedOn}
        onChange={(changedOn) => put({ changedOn })}
      />
    ),
    result: text('result', '改成了什么样', '写做了什么，例如“报告一出，就发短信到家属手机”。'),
    checkedBy: text('checkedBy', '谁看过、怎么看的', '例如“护理部每周抽 10 份”。'),
    isPublic: (
      <Choice
        kind="checkbox"
        title="给所有人看"
        detail="登在“您说的，我们改了”。"
        selected={draft.isPublic}
        onTap={() => put({ isPublic: !draft.isPublic })}
      />
    ),
  }
  return (
    <SidePanel title={TITLES[form]} onClose={onClose}>
      {about ? <View className="improve-question">{about}</View> : null}
      {fieldsOf[form].map((field) => (
        <View key={field} className="gap-4">
          {drawn[field]}
        </View>
      ))}
      {failed ? (
        <View className="gap-4">
          <ErrorNote>{sentenceFor(failed)}</ErrorNote>
        </View>
      ) : null}
      <View className="gap-5">
        <Button wide busy={busy} busyText="正在存" onTap={save}>
          {form === 'change' || form === 'giveUp' ? TITLES[form] : '存下来'}
        </Button>
      </View>
    </SidePanel>
  )
}
