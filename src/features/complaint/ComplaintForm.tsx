import { type CareSetting, careSettingNames, COMPLAINT_TEXT_MAX } from '#domain/complaint/complaint.model'
import { type Promised, promiseInWords } from '#domain/complaint/promise.words'
import { type ErrorCode, sentenceFor } from '#domain/errors'
import type { Instant } from '#domain/instant'
import { View } from '@tarojs/components'
import { useState } from 'react'
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
import type { ComplaintDraft, StandingAt } from './complaint.draft'
import { phoneProblem, STEPS, type StepNumber } from './complaint.draft.rules'
import './ComplaintForm.css'

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

interface CareSettingStepProps extends StepProps {
  /** Where the reader stands, when what was begun is about another place. */
  elsewhere: StandingAt | null
}

export const CareSettingStep = ({ draft, change, elsewhere }: CareSettingStepProps) => (
  <View>
    <Step now={1} of={STEPS} />
    <Lead hint={draft.place ? `说的是：${draft.place}` : '没有扫码，说的是全院'}>事情发生在哪个环节？</Lead>
    {elsewhere ? (
      <View className="form-part">
        <Notice icon="scan" actions={[{ text: `改成这里：${elsewhere.place}`, onTap: () => change(elsewhere) }]}>
          上次写的是别处的事。您现在扫的是这里的码。
        </Notice>
      </View>
    ) : null}
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
        error={saved ? undefined : '这台手机存不下草稿了，交出去之前请别关这一页。'}
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
        kept="办结后按投诉档案保存；要查看或更正，请打医患办电话"
        never="不进病历，不影响看病和用药"
      />
    </View>
  </View>
)

interface ReviewStepProps {
  draft: ComplaintDraft
  now: Instant
  promised: Promised | null
  failed: ErrorCode | null
  phone: string | null
  goTo: (step: StepNumber) => void
}

export const ReviewStep = ({ draft, now, promised, failed, phone, goTo }: ReviewStepProps) => (
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
      by={promised ? promiseInWords(promised, now) : undefined}
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
