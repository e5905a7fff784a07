import {
  type CareSetting,
  careSettingNames,
  COMPLAINT_TEXT_MAX,
  ComplaintText,
  Contact,
} from '#domain/complaint/complaint.model'
import { type ErrorCode, sentenceFor } from '#domain/errors'
import type { Instant } from '#domain/instant'
import { View } from '@tarojs/components'
import { useState } from 'react'
import * as v from 'valibot'
import { Button } from '../../ui/Button'
import { ChoiceGroup } from '../../ui/ChoiceGroup'
import { ErrorNote } from '../../ui/ErrorNote'
import { Lead } from '../../ui/Lead'
import { Letter } from '../../ui/Letter'
import { Notice } from '../../ui/Notice'
import { dial } from '../../ui/PhoneLink'
import { PromiseNote } from '../../ui/PromiseNote'
import { ReviewList } from '../../ui/ReviewList'
import { Step } from '../../ui/Step'
import { TextField } from '../../ui/TextField'
import type { ComplaintDraft } from './complaint.draft'
import { promiseInWords } from './complaint.words'
import './ComplaintForm.css'

export const STEPS = 4
export type StepNumber = 1 | 2 | 3 | 4

export const isFilled = (draft: ComplaintDraft, step: StepNumber): boolean => whyNot(draft, step) === null

/** What a step still wants, in words, or null when one may go on. */
export const whyNot = (draft: ComplaintDraft, step: StepNumber): string | null => {
  if (step === 1) return draft.careSetting === null ? '请先选一个' : null
  if (step === 2) return v.is(ComplaintText, draft.text) ? null : textProblem(draft.text)
  if (step === 3) {
    if (draft.named === null) return '请先选一个'
    if (!draft.named) return null
    return v.is(Contact, { name: draft.name, phone: draft.phone }) ? null : '请填好姓名和电话'
  }
  return ([1, 2, 3] as const).every((earlier) => isFilled(draft, earlier)) ? null : '前面还有没填的'
}

const SHORTEST = 5

const textProblem = (text: string): string => {
  const length = text.trim().length
  if (length < SHORTEST) return `再写几个字，至少 ${SHORTEST} 个字`
  return length > COMPLAINT_TEXT_MAX ? `太长了，请删到 ${COMPLAINT_TEXT_MAX} 字以内` : '里面有认不出的符号，请删掉再试'
}

const phoneProblem = (phone: string): string | undefined => {
  const digits = phone.replace(/\D/g, '')
  if (digits === '' || v.is(Contact.entries.phone, phone)) return undefined
  return `手机号是 11 位，现在有 ${digits.length} 位。座机请带区号。`
}

interface StepProps {
  draft: ComplaintDraft
  change: (change: Partial<ComplaintDraft>) => void
}

const CARE_SETTINGS: readonly CareSetting[] = ['outpatient', 'emergency', 'inpatient', 'other']
const CARE_DETAILS: Record<CareSetting, string> = {
  outpatient: '挂号、候诊、看病、检查、取药',
  emergency: '急诊看病、留观、抢救',
  inpatient: '入院、病房、手术、出院',
  other: '停车、食堂、电话、网上服务等',
}

export const CareSettingStep = ({ draft, change }: StepProps) => (
  <View>
    <Step now={1} of={STEPS} />
    <Lead hint={draft.place ? `您现在在：${draft.place}` : undefined}>事情发生在哪个环节？</Lead>
    <View className="form-part">
      <ChoiceGroup
        label="就医环节"
        options={CARE_SETTINGS.map((value) => ({
          value,
          title: careSettingNames[value],
          detail: CARE_DETAILS[value],
        }))}
        value={draft.careSetting}
        onChange={(careSetting) => change({ careSetting })}
      />
    </View>
    <View className="form-part">
      <Notice icon="bell">紧急情况请立即呼叫医护人员或拨打 120。</Notice>
    </View>
  </View>
)

export const WordsStep = ({ draft, change, saved }: StepProps & { saved: boolean }) => (
  <View>
    <Step now={2} of={STEPS} />
    <Lead hint="想到哪儿写到哪儿。什么时候、在哪里、当时怎么说的，写上会办得更快。">发生了什么？</Lead>
    <View className="form-part">
      <Letter
        label="发生了什么"
        value={draft.text}
        onInput={(text) => change({ text })}
        placeholder="比如：16 日上午，我在护士站问……"
        limit={COMPLAINT_TEXT_MAX}
        saved={saved && draft.text ? '草稿已存在这台手机里，关掉也不会丢' : undefined}
      />
    </View>
  </View>
)

export const IdentityStep = ({ draft, change }: StepProps) => (
  <View>
    <Step now={3} of={STEPS} />
    <Lead hint="两种都会办，期限一样。">要不要留姓名和电话？</Lead>
    <View className="form-part">
      <ChoiceGroup
        label="留名方式"
        options={[
          {
            value: 'anonymous',
            title: '不留名',
            detail: '我们不知道您是谁。要补充情况，只能等您凭查询码回来看；查询码丢了，谁也找不回。',
          },
          {
            value: 'named',
            title: '留名',
            detail: '医患办可以打电话给您，把事情问清楚。被投诉的科室看不到您的姓名和电话。',
          },
        ]}
        value={draft.named === null ? null : draft.named ? 'named' : 'anonymous'}
        onChange={(choice) => change({ named: choice === 'named' })}
      />
    </View>
    {draft.named ? (
      <View className="form-part">
        <TextField label="姓名" value={draft.name} onInput={(name) => change({ name })} maxlength={20} />
        <TextField
          label="电话"
          kind="digits"
          value={draft.phone}
          onInput={(phone) => change({ phone })}
          error={phoneProblem(draft.phone)}
          hint="手机号，或带区号的座机"
          maxlength={20}
        />
      </View>
    ) : null}
    <View className="form-part">
      <PromiseNote
        seenBy="医患办的投诉管理专员，和查这件事的人"
        kept="办结后按投诉档案保存；您可以随时要求查看或更正"
        never="不进病历，不影响看病和用药"
      />
    </View>
  </View>
)

interface ReviewStepProps {
  draft: ComplaintDraft
  now: Instant
  due: { dueAt: Instant | null; workingDays: number } | null
  failed: ErrorCode | null
  phone: string | null
  goTo: (step: StepNumber) => void
}

export const ReviewStep = ({ draft, now, due, failed, phone, goTo }: ReviewStepProps) => (
  <View>
    <Step now={4} of={STEPS} />
    <Lead>看一遍，再交给我们</Lead>
    {failed ? (
      <View className="form-part">
        <ErrorNote otherwise={phone ? { text: '打电话说', onTap: () => dial(phone) } : undefined}>
          {sentenceFor(failed)}
        </ErrorNote>
      </View>
    ) : null}
    <View className="form-part">
      <ReviewList
        lines={[
          { term: '在哪儿', value: draft.place ?? '没有扫码，交给全院' },
          {
            term: '环节',
            value: draft.careSetting ? careSettingNames[draft.careSetting] : '',
            onChange: () => goTo(1),
          },
          { term: '经过', value: <Whole text={draft.text} />, onChange: () => goTo(2) },
          {
            term: '姓名',
            value: draft.named ? `${draft.name}，${draft.phone}` : '不留名',
            onChange: () => goTo(3),
          },
        ]}
      />
    </View>
    <PromiseNote
      firm
      next="马上给您一份回执，上面有编号和查询码"
      by={due ? promiseInWords(due.dueAt, due.workingDays, now) : undefined}
      seenBy="医患办的投诉管理专员，和查这件事的人"
      never="不进病历，不影响看病；谁也不许因此为难您"
    />
  </View>
)

const SHOWN = 80

/** Long words folded, to be read whole before they are handed in. */
const Whole = ({ text }: { text: string }) => {
  const [open, setOpen] = useState(false)
  const characters = Array.from(text)
  if (open || characters.length <= SHOWN) return <View className="form-words">{text}</View>
  return (
    <View className="form-words">
      {`${characters.slice(0, SHOWN).join('')}……`}
      <Button kind="text" onTap={() => setOpen(true)}>{`看全文，${characters.length} 字`}</Button>
    </View>
  )
}
