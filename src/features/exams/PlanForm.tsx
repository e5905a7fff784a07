import { type ErrorCode, sentenceFor } from '#domain/errors'
import type { ExamId } from '#domain/ids'
import { beijingDay, dayInWords, daysAfter, type Instant, startOfBeijingDay } from '#domain/instant'
import { ExamPurpose, examPurposeNames } from '#domain/integrity/exam.model'
import type { ExamView } from '#domain/integrity/office.contract'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/Button'
import { Chip } from '../../ui/Chip'
import { ChoiceGroup } from '../../ui/ChoiceGroup'
import { DayField } from '../../ui/DayField'
import { ErrorNote } from '../../ui/ErrorNote'
import { Head, Lead } from '../../ui/Lead'
import { Letter } from '../../ui/Letter'
import { LinkText } from '../../ui/LinkText'
import type { Minute } from '../../ui/minute'
import { semantics } from '../../ui/semantics'
import { TextField } from '../../ui/TextField'
import { TimeField } from '../../ui/TimeField'
import { toast } from '../../ui/toast'
import { AudienceFields } from './AudienceFields'
import { BlueprintFields } from './BlueprintFields'
import { faultInWords, fieldsRefused, type PlanDraft, type PlanField, planOf } from './exam.plan'
import { examsApi } from './exams.api'
import { forgetPlan, keepPlan } from './plan.store'

const FARTHEST_DAYS = 730
const NOTICE_MAX = 300
const NOBODY: ReadonlySet<PlanField> = new Set()

const INCOMPLETE = [
  { value: 'half', title: '漏选得一半', detail: '选的都对、没选全，得这题一半的分' },
  { value: 'nothing', title: '漏选不得分', detail: '要选得一个不多、一个不少' },
] as const

const KEYS_SHOWN = [
  { value: 'after_close', title: '收卷以后', detail: '谁都考不了了，才看得到答案和讲解' },
  { value: 'at_once', title: '一交卷就看', detail: '次数用完就看得到。自己练着学合适；还有人没考的，会互相告诉' },
] as const

interface PlanFormProps {
  id: ExamId
  rev: number | null
  first: PlanDraft
  now: Instant
  onSaved: (exam: ExamView) => void
  onLeave: () => void
}

/** What the office decides about an exam. Kept on this device until it is stored. */
export const PlanForm = ({ id, rev, first, now, onSaved, onLeave }: PlanFormProps) => {
  const [draft, setDraft] = useState(first)
  const [faults, setFaults] = useState(NOBODY)
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<ErrorCode | null>(null)
  const change = (next: (draft: PlanDraft) => PlanDraft) => {
    const changed = next(draft)
    setDraft(changed)
    keepPlan({ id, rev, draft: changed })
  }
  const put = (part: Partial<PlanDraft>) => change((before) => ({ ...before, ...part }))
  const fault = (field: PlanField) => (faults.has(field) ? faultInWords[field] : undefined)
  const save = async () => {
    const read = planOf(draft, now)
    if ('faults' in read) return setFaults(read.faults)
    setFaults(NOBODY)
    setFailed(null)
    setBusy(true)
    const answer = await examsApi.saveExam({ id, rev, plan: read.plan })
    setBusy(false)
    if (!answer.ok) {
      setFaults(fieldsRefused(answer.fields ?? []))
      return setFailed(answer.code)
    }
    forgetPlan({ id, rev })
    toast(rev === null ? '存好了，看一遍再发布' : '存好了')
    onSaved(answer.value)
  }
  const today = beijingDay(now)
  const minute = (name: string, value: Minute, field: PlanField, onChange: (minute: Minute) => void) => (
    <View className="exam-minute">
      <View className="exam-minute-day">
        <DayField
          label={`${name}日期`}
          value={value.day}
          words={value.day ? dayInWords(startOfBeijingDay(value.day), now) : ''}
          earliest={today}
          latest={daysAfter(today, FARTHEST_DAYS)}
          error={fault(field)}
          onChange={(day) => onChange({ ...value, day })}
        />
      </View>
      <View className="exam-minute-time">
        <TimeField label={`${name}时间`} value={value.time} onChange={(time) => onChange({ ...value, time })} />
      </View>
    </View>
  )
  return (
    <View className="exam-form">
      <LinkText role="button" onTap={onLeave}>
        {rev === null ? '‹ 所有考试' : '‹ 这场考试'}
      </LinkText>
      <Lead hint="写到一半离开也没关系，存在这台设备上。">{rev === null ? '安排一场考试' : '改这场考试'}</Lead>
      <View className="exam-form-columns gap-5">
        <View className="exam-form-part">
          <TextField
            label="名称"
            value={draft.title}
            placeholder="例如：2026 年第四季度廉洁考试"
            maxlength={60}
            error={fault('title')}
            onInput={(title) => put({ title })}
          />
          <View className="gap-4">
            <Head>为什么考</Head>
            <View className="exam-chips gap-2" {...semantics({ role: 'group', label: '为什么考' })}>
              {ExamPurpose.options.map((purpose) => (
                <View key={purpose} className="exam-chip">
                  <Chip pressed={draft.purpose === purpose} onTap={() => put({ purpose })}>
                    {examPurposeNames[purpose]}
                  </Chip>
                </View>
              ))}
            </View>
            {draft.purpose === 'appointment' ? (
              <View className="t4 c2">合格的人有一张证书；任用干部的地方查得到“任前廉政考试合格”。</View>
            ) : null}
          </View>
          <View className="gap-4">
            <Head aside="可以不写">考前要说的话</Head>
            <View className="gap-2">
              <Letter
                label="考前要说的话"
                value={draft.notice}
                lines={2}
                limit={NOTICE_MAX}
                placeholder="带什么、在哪里、有问题找谁"
                onInput={(notice) => put({ notice })}
              />
            </View>
          </View>
          <View className="gap-5">
            <AudienceFields draft={draft} fault={fault('audience')} change={change} />
          </View>
          <View className="gap-5">
            <Head>什么时候考</Head>
            {minute('开考', draft.opens, 'opensAt', (opens) => put({ opens }))}
            {minute('收卷', draft.closes, 'closesAt', (closes) => put({ closes }))}
            <View className="gap-3 t4 c2">这段时间里随时可以开始；到收卷的时间，不管几点开始都收。</View>
          </View>
          <View className="exam-numbers gap-4">
            <View className="exam-number">
              <TextField
                label="答题分钟数"
                kind="digits"
                value={draft.minutes}
                maxlength={3}
                error={fault('minutes')}
                onInput={(minutes) => put({ minutes })}
              />
            </View>
            <View className="exam-number">
              <TextField
                label="最多考几次"
                kind="digits"
                value={draft.attempts}
                maxlength={2}
                error={fault('attempts')}
                onInput={(attempts) => put({ attempts })}
              />
            </View>
            <View className="exam-number">
              <TextField
                label="合格线，%"
                kind="digits"
                value={draft.passPercent}
                maxlength={3}
                error={fault('passPercent')}
                onInput={(passPercent) => put({ passPercent })}
              />
            </View>
          </View>
        </View>
        <View className="exam-form-part">
          <BlueprintFields draft={draft} fault={fault('blueprint')} change={change} />
          <View className="gap-5">
            <Head>怎样记分</Head>
            <View className="exam-numbers gap-2">
              <View className="exam-number">
                <TextField
                  label="单选一题几分"
                  value={draft.single}
                  maxlength={4}
                  error={fault('marking')}
                  onInput={(single) => put({ single })}
                />
              </View>
              <View className="exam-number">
                <TextField
                  label="多选一题几分"
                  value={draft.multiple}
                  maxlength={4}
                  onInput={(multiple) => put({ multiple })}
                />
              </View>
              <View className="exam-number">
                <TextField
                  label="判断一题几分"
                  value={draft.trueFalse}
                  maxlength={4}
                  onInput={(trueFalse) => put({ trueFalse })}
                />
              </View>
            </View>
            <View className="gap-3">
              <ChoiceGroup
                label="多选漏选怎样算"
                options={INCOMPLETE}
                value={draft.incomplete}
                onChange={(incomplete) => put({ incomplete })}
              />
            </View>
            <View className="gap-2 t4 c2">错选一个就不得分。案例按它的小题算。</View>
          </View>
          <View className="gap-5">
            <Head>什么时候看答案</Head>
            <View className="gap-2">
              <ChoiceGroup
                label="什么时候看答案"
                options={KEYS_SHOWN}
                value={draft.keysShown}
                onChange={(keysShown) => put({ keysShown })}
              />
            </View>
          </View>
        </View>
      </View>
      {failed ? (
        <View className="gap-4">
          <ErrorNote onRetry={() => void save()}>{sentenceFor(failed)}</ErrorNote>
        </View>
      ) : faults.size > 0 ? (
        <View className="gap-4">
          <ErrorNote>{`还有 ${faults.size} 处要改，已经标出来了。`}</ErrorNote>
        </View>
      ) : null}
      <View className="exam-acts gap-5">
        <Button busy={busy} busyText="正在存" onTap={() => void save()}>
          存好
        </Button>
        <Button
          kind="text"
          disabled={busy}
          onTap={() => {
            forgetPlan({ id, rev })
            onLeave()
          }}
        >
          {rev === null ? '不要了' : '不改了'}
        </Button>
      </View>
    </View>
  )
}
