import { randomHex } from '#cloud/random.bytes'
import { useLoaded } from '#cloud/use-action'
import { type ErrorCode, sentenceFor } from '#domain/errors'
import { type QuestionCorrection, RegradeId } from '#domain/integrity/exam.model'
import type { ExamView, ItemView } from '#domain/integrity/office.contract'
import { type OptionId, questionNumberInWords } from '#domain/integrity/question.model'
import { type AskedPart, partsOf } from '#domain/integrity/question.parts'
import { lengthOf } from '#domain/text'
import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import * as v from 'valibot'
import { Button } from '../../ui/Button'
import { Choice } from '../../ui/Choice'
import { ChoiceGroup } from '../../ui/ChoiceGroup'
import { ErrorNote } from '../../ui/ErrorNote'
import { Head } from '../../ui/Lead'
import { Letter } from '../../ui/Letter'
import { Notice } from '../../ui/Notice'
import { semantics } from '../../ui/semantics'
import { SidePanel } from '../../ui/SidePanel'
import { Skeleton } from '../../ui/Skeleton'
import { toast } from '../../ui/toast'
import { type Keys, keysOf, markedOtherwise, toggleKey } from './regrade.keys'
import { examsApi } from './exams.api'
import { leftOf, regradeAll, regradedInWords } from './regrade.run'

const REASON_LEAST = 4
const REASON_MOST = 300

const WAYS = [
  { value: 'keys', title: '答案定错了', detail: '改成对的答案，按它重新算' },
  { value: 'everybody', title: '题本身有毛病', detail: '没法说谁对谁错，抽到的人都算对' },
] as const

interface RegradePanelProps {
  exam: ExamView
  item: ItemView
  onRegraded: (exam: ExamView) => void
  /** A colleague has changed the exam meanwhile. */
  onStale: () => void
  onClose: () => void
}

/** Marks one question of an exam anew (重新记分), with a reason that every candidate reads. */
export const RegradePanel = ({ exam, item, onRegraded, onStale, onClose }: RegradePanelProps) => {
  const { remote, reload } = useLoaded(examsApi.questionVersions, { id: item.questionId })
  const [way, setWay] = useState<'keys' | 'everybody' | null>(null)
  const [changed, setChanged] = useState<Keys>(new Map())
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  /** Papers that still wait; null: none was looked at yet. */
  const [left, setLeft] = useState<number | null>(null)
  const [failed, setFailed] = useState<ErrorCode | null>(null)
  // Made once: pressing again after no answer is the same regrade.
  const regradeId = useRef<RegradeId | null>(null)
  const asked = remote.status === 'done' ? remote.value.versions.find(({ version }) => version === item.version) : null
  const parts = asked ? partsOf(asked.content) : []
  const keys = keysOf(parts, changed)
  const length = lengthOf(reason.trim())
  const why =
    way === null
      ? '先选怎样重算'
      : way === 'keys' && !markedOtherwise(parts, keys)
        ? '答案还和原来一样'
        : length < REASON_LEAST
          ? '请写明原因'
          : length > REASON_MOST
            ? '原因请写短些'
            : undefined
  const regrade = async () => {
    const correction: QuestionCorrection =
      way === 'everybody'
        ? { kind: 'everybody', questionId: item.questionId, version: item.version }
        : {
            kind: 'keys',
            questionId: item.questionId,
            version: item.version,
            keys: parts.map(({ id }) => ({ part: id, key: [...(keys.get(id) ?? [])] })),
          }
    setBusy(true)
    setFailed(null)
    regradeId.current ??= v.parse(RegradeId, await randomHex())
    const wanted = { id: exam.id, rev: exam.rev, regradeId: regradeId.current, reason, corrections: [correction] }
    const answer = await regradeAll(wanted, setLeft)
    setBusy(false)
    if (!answer.ok) {
      if (answer.code === 'data.changed') onStale()
      return setFailed(answer.code)
    }
    toast(regradedInWords(leftOf(answer.value, wanted.regradeId)))
    onRegraded(answer.value)
  }
  return (
    <SidePanel title="重新记分" onClose={onClose}>
      <View className="t4 c3">{`${questionNumberInWords(item.number)}，第 ${item.version} 版`}</View>
      <View className="regrade-stem">{item.stem}</View>
      <View className="gap-3">
        <Notice tone="wait" icon="warning">
          抽到这一题的每份卷都会重算，可能有人因此合格或不合格。原因写给考生看，谁、什么时候改的都留着。
        </Notice>
      </View>
      {remote.status === 'failed' ? (
        <View className="gap-4">
          <ErrorNote onRetry={() => void reload()}>{sentenceFor(remote.code)}</ErrorNote>
        </View>
      ) : remote.status !== 'done' ? (
        <Skeleton lines={6} />
      ) : !asked ? (
        <View className="gap-4">
          <ErrorNote>{sentenceFor('question.unknown')}</ErrorNote>
        </View>
      ) : (
        <>
          <View className="gap-4">
            <Head>怎样重算</Head>
            <View className="gap-2">
              <ChoiceGroup label="怎样重算" options={WAYS} value={way} onChange={setWay} />
            </View>
          </View>
          {way === 'keys'
            ? parts.map((part, at) => (
                <PartKeys
                  key={part.id}
                  part={part}
                  name={parts.length > 1 ? `第 ${at + 1} 小题，正确的是` : '正确的是'}
                  stem={parts.length > 1 ? part.stem : null}
                  right={keys.get(part.id) ?? []}
                  onToggle={(option) => setChanged(toggleKey(keys, part, option))}
                />
              ))
            : null}
          <View className="gap-5">
            <Head aside="考生会看到">为什么</Head>
            <View className="gap-2">
              <Letter label="为什么重新记分" value={reason} lines={3} limit={REASON_MOST} onInput={setReason} />
            </View>
          </View>
          {failed ? (
            <View className="gap-3">
              <ErrorNote>{sentenceFor(failed)}</ErrorNote>
            </View>
          ) : null}
          <View className="gap-4">
            <Button
              wide
              busy={busy}
              busyText={left ? `还有 ${left} 份` : '正在重算'}
              disabledBecause={why}
              onTap={() => void regrade()}
            >
              重新记分
            </Button>
          </View>
        </>
      )}
    </SidePanel>
  )
}

interface PartKeysProps {
  part: AskedPart
  name: string
  /** null: it stands over everything. */
  stem: string | null
  right: readonly OptionId[]
  onToggle: (option: OptionId) => void
}

const PartKeys = ({ part, name, stem, right, onToggle }: PartKeysProps) => (
  <View className="gap-5">
    <Head aside={stem}>{name}</Head>
    <View className="gap-2" {...semantics({ role: part.kind === 'multiple' ? 'group' : 'radiogroup', label: name })}>
      {part.options.map(({ id, text }) => (
        <View key={id} className="exam-choice">
          <Choice
            kind={part.kind === 'multiple' ? 'checkbox' : 'radio'}
            title={text}
            tag={part.key.includes(id) ? '原来的答案' : undefined}
            selected={right.includes(id)}
            onTap={() => onToggle(id)}
          />
        </View>
      ))}
    </View>
  </View>
)
