import { randomHex } from '#cloud/random.bytes'
import { sentenceFor, type ErrorCode } from '#domain/errors'
import { type DepartmentId, DutyId } from '#domain/ids'
import { beijingDay } from '#domain/instant'
import { lengthOf } from '#domain/text'
import type { TermRow } from '#domain/survey/supervision.contract'
import { DutyKind, dutyNames, MINUTES_MOST } from '#domain/survey/supervision.model'
import { View } from '@tarojs/components'
import { useState } from 'react'
import * as v from 'valibot'
import { Button } from '../../ui/Button'
import { DayField } from '../../ui/DayField'
import { ErrorNote } from '../../ui/ErrorNote'
import { FieldError } from '../../ui/FieldError'
import { Head, Lead } from '../../ui/Lead'
import { Letter } from '../../ui/Letter'
import { Lookup, type LookupOption, optionNamed } from '../../ui/Lookup'
import { Notice } from '../../ui/Notice'
import { Page } from '../../ui/Page'
import { TileGroup } from '../../ui/TileGroup'
import { toast } from '../../ui/toast'
import { useNow } from '../../ui/useNow'
import { type DutyDraft, dropDuty, keepDuty, loadDuty } from './supervision.drafts'
import { surveyApi } from './survey.api'
import { dayWords } from './supervision.words'
import './supervision.css'

interface DutyPageProps {
  term: TermRow
  departments: readonly LookupOption<DepartmentId>[]
  onLeave: () => void
  onDone: () => void
}

const KINDS: readonly { value: DutyKind; title: string; detail: string }[] = [
  { value: 'inspection', title: dutyNames.inspection, detail: '到科室、窗口看' },
  { value: 'meeting', title: dutyNames.meeting, detail: '和病人、职工谈' },
  { value: 'training', title: dutyNames.training, detail: '听课、学文件' },
  { value: 'reception', title: dutyNames.reception, detail: '接待来反映的人' },
]

const LEAST = 2

/** A duty is written down (记一次履职), of a meeting with its minutes. */
export const DutyPage = ({ term, departments, onLeave, onDone }: DutyPageProps) => {
  const now = useNow()
  const today = beijingDay(now)
  const [draft, setDraft] = useState<DutyDraft>(() => loadDuty(now))
  const [typed, setTyped] = useState(departments.find(({ id }) => id === draft.departmentId)?.name ?? '')
  const [saved, setSaved] = useState(true)
  const [checked, setChecked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<ErrorCode | null>(null)
  const { kind, text } = draft
  const day = draft.day ?? today
  const departmentId = optionNamed(departments, typed)
  const isUnknown = typed.trim() !== '' && departmentId === null
  const written = lengthOf(text.trim())
  const isTextMissing = kind === 'meeting' ? written < LEAST : written > 0 && written < LEAST

  const put = (change: Partial<DutyDraft>) => {
    if (busy) return
    const next = { ...draft, ...change }
    setFailed(null)
    setDraft(next)
    setSaved(keepDuty(next, now))
  }
  const type = (name: string) => {
    setTyped(name)
    put({ departmentId: optionNamed(departments, name) })
  }
  const save = async () => {
    setChecked(true)
    if (kind === null || isUnknown || isTextMissing || written > MINUTES_MOST) return
    setBusy(true)
    setFailed(null)
    const duty = { kind, day, departmentId, text: written === 0 ? null : text.trim() }
    const handed = JSON.stringify(duty)
    // Something else may have arrived under the old number already.
    const isSame = draft.id !== null && (draft.handed === null || draft.handed === handed)
    const id = isSame && draft.id !== null ? draft.id : v.parse(DutyId, await randomHex())
    const sent = { ...draft, id, handed }
    setDraft(sent)
    setSaved(keepDuty(sent, now))
    const answer = await surveyApi.recordDuty({ id, ...duty })
    setBusy(false)
    if (!answer.ok) return setFailed(answer.code)
    dropDuty()
    toast('记好了')
    onDone()
  }

  return (
    <Page
      title="记一次履职"
      onBack={onLeave}
      dock={
        <Button grow busy={busy} busyText="正在记" onTap={() => void save()}>
          {failed ? '再记一次' : '记下来'}
        </Button>
      }
    >
      <Lead hint="写到哪里留到哪里；记下来以后，满意度专员看得到。">记一次履职</Lead>
      {failed ? (
        <View className="gap-4">
          <ErrorNote>{sentenceFor(failed)}</ErrorNote>
        </View>
      ) : null}
      {saved ? null : (
        <View className="gap-4">
          <Notice tone="wait" announced="status">
            这台手机存不下了，记下来之前请别关这一页。
          </Notice>
        </View>
      )}
      <View className="gap-5">
        <Head>做了什么</Head>
        {checked && kind === null ? <FieldError id="duty-kind-error">请选一种。</FieldError> : null}
        <View className="gap-3">
          <TileGroup label="做了什么" options={KINDS} value={kind} onChange={(chosen) => put({ kind: chosen })} />
        </View>
      </View>
      <View className="gap-3">
        <DayField
          label="哪一天"
          value={day}
          words={dayWords(day, now)}
          earliest={term.from}
          latest={today}
          error={failed === 'supervision.day_outside' ? sentenceFor(failed) : undefined}
          onChange={(chosen) => put({ day: chosen })}
        />
      </View>
      <View className="gap-4">
        <Lookup
          label="在哪个科室"
          aside="可以空着"
          offer="是哪个科室"
          options={departments}
          typed={typed}
          error={checked && isUnknown ? '没有这个科室，请在列出来的里面点一个，或者空着。' : undefined}
          onTyped={type}
        />
      </View>
      <View className="gap-5">
        <Head aside={kind === 'meeting' ? undefined : '可以空着'}>
          {kind === 'meeting' ? '座谈纪要' : '看到、听到的'}
        </Head>
        <View className="gap-3">
          <Letter
            label={kind === 'meeting' ? '座谈纪要' : '看到、听到的'}
            value={text}
            lines={5}
            limit={MINUTES_MOST}
            placeholder="谁参加、说了什么、要办什么。不写病人的姓名。"
            saved={saved && text ? '写的留在这里，关掉也不会丢' : undefined}
            error={
              checked && isTextMissing
                ? kind === 'meeting'
                  ? '座谈请写几句纪要。'
                  : '请多写几个字，或者空着。'
                : undefined
            }
            onInput={(words) => put({ text: words })}
          />
        </View>
      </View>
    </Page>
  )
}
