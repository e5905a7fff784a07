import { useAction } from '#cloud/use-action'
import { sentenceFor, type ErrorCode } from '#domain/errors'
import type { Instant } from '#domain/instant'
import { formSpan } from '#domain/survey/form.checker'
import { questionName, spanInWords } from '#domain/survey/form.words'
import type { SurveyDetail } from '#domain/survey/office.contract'
import { isAsked, type Question, type QuestionId, QUESTIONS_MOST } from '#domain/survey/question.model'
import { changedScales, isSameForm } from '#domain/survey/version.rules'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/Button'
import { Chip } from '../../ui/Chip'
import { classNames } from '../../ui/class-names'
import { ConfirmDialog } from '../../ui/ConfirmDialog'
import { ErrorNote } from '../../ui/ErrorNote'
import { Lead } from '../../ui/Lead'
import { LinkText } from '../../ui/LinkText'
import { semantics } from '../../ui/semantics'
import { toast } from '../../ui/toast'
import { AddQuestion } from './AddQuestion'
import { ComparePanel } from './ComparePanel'
import { FaultNotices } from './FaultNotices'
import { addQuestion, duplicateQuestion, moveQuestion, newQuestion, placeOf, removeQuestion } from './form.edit'
import { gapsIn } from './form.gaps'
import { freshQuestionId } from './form.ids'
import { faultsToTell } from './form.mends'
import { FormEditor } from './FormEditor'
import { FormPreview } from './FormPreview'
import { QuestionEditor } from './QuestionEditor'
import { QuestionList, rowId } from './QuestionList'
import { SavingNote } from './SavingNote'
import { type Schedule, SchedulePanel } from './SchedulePanel'
import { surveyApi } from './survey.api'
import { versionInWords } from './survey.words'
import { useDraft } from './use-draft'
import { useUndoKeys } from '../../ui/use-undo-keys'
import './Builder.css'

interface BuilderProps {
  detail: SurveyDetail
  now: Instant
  /** Asks for it again: something of it was written. */
  onDetail: () => Promise<void>
  onLeave: () => void
}

type Part = 'list' | 'edit' | 'preview'

const partNames: Record<Part, string> = { list: '题目', edit: '改', preview: '预览' }

// Once the row stands in its new place.
const focusRow = (id: QuestionId) => {
  if (process.env.TARO_ENV === 'h5') setTimeout(() => document.getElementById(rowId(id))?.focus(), 0)
}

/** A questionnaire while it is made: its questions, the one in hand, and how it looks on a phone. */
export const Builder = ({ detail, now, onDetail, onLeave }: BuilderProps) => {
  const { survey, asked } = detail
  const draft = useDraft(detail, onDetail)
  const { form, change, saving } = draft
  const [chosen, setChosen] = useState<QuestionId | null>(form.questions[0]?.id ?? null)
  const [part, setPart] = useState<Part>('list')
  const [panel, setPanel] = useState<'compare' | 'schedule' | null>(null)
  const [isAsking, setIsAsking] = useState(false)
  const publishing = useAction(surveyApi.publish)
  const scheduling = useAction(surveyApi.schedule)
  const [failed, setFailed] = useState<ErrorCode | null>(null)
  // As the server named them, which knows every version that was ever asked; a question that was changed since is another.
  const [refused, setRefused] = useState<ReadonlySet<Question>>(new Set())
  useUndoKeys({ undo: draft.undo, redo: draft.redo })

  const question = form.questions.find(({ id }) => id === chosen)
  const gaps = gapsIn(form)
  const faults = faultsToTell(form)
  const rescaled = form.questions
    .filter((each, place) => refused.has(each) || changedScales(form, asked ? [asked] : []).includes(place))
    .map(({ id }) => id)
  const next = survey.version + 1
  const isSameAsAsked = asked !== null && isSameForm(form, asked)
  const why =
    faults.length + rescaled.length > 0
      ? `${faults.length + rescaled.length} 处要先定下来`
      : gaps.length > 0
        ? '还有没写完的'
        : isSameAsAsked
          ? `和第 ${survey.version} 版一样`
          : saving.status === 'changed'
            ? '先定用哪一份草稿'
            : null
  const marked = new Set([
    ...faults.flatMap((fault) => (fault.question === null ? [] : [fault.question])),
    ...gaps.flatMap((gap) => (gap.question === null ? [] : [gap.question])),
    ...rescaled,
  ])

  const choose = (id: QuestionId | null) => {
    setChosen(id)
    setPart('edit')
  }
  const move = (id: QuestionId, by: 1 | -1) => change((before) => moveQuestion(before, id, by))
  const add = (kind: Parameters<typeof newQuestion>[0]) => {
    const id = freshQuestionId(form, Math.random)
    change((before) =>
      addQuestion(before, newQuestion(kind, id), question ? question.id : (before.questions.at(-1)?.id ?? null)),
    )
    choose(id)
  }
  const duplicate = (id: QuestionId) => {
    const copy = freshQuestionId(form, Math.random)
    change((before) => duplicateQuestion(before, id, copy))
    choose(copy)
  }
  const remove = (id: QuestionId) => {
    const place = placeOf(form, id)
    const beside = form.questions[place + 1] ?? form.questions[place - 1]
    change((before) => removeQuestion(before, id))
    setChosen(beside?.id ?? null)
    setPart('list')
    toast('删掉了，按“撤销”能找回来')
  }
  const publish = async () => {
    const answer = await draft.write((rev) => publishing.run({ id: survey.id, rev }))
    setIsAsking(false)
    setFailed(answer.ok ? null : answer.code)
    if (answer.ok) toast(`第 ${answer.value.version} 版发布了`)
    if (!answer.ok && answer.code === 'survey.scale_changed') {
      setRefused(new Set(form.questions.filter((_, place) => answer.fields?.includes(`draft.questions.${place}`))))
    }
  }
  const schedule = async (wish: Schedule) => {
    const answer = await draft.write((rev) => scheduling.run({ id: survey.id, rev, ...wish }))
    setFailed(answer.ok ? null : answer.code)
    if (!answer.ok) return
    setPanel(null)
    toast('存好了')
  }
  const open = (wanted: 'compare' | 'schedule') => {
    setFailed(null)
    setPanel(wanted)
  }

  const span = formSpan(form)
  const count = form.questions.filter(isAsked).length
  const gapsOf = (id: QuestionId | null) => gaps.flatMap((gap) => (gap.question === id ? [gap.text] : []))

  return (
    <View className="builder">
      <View className="builder-head">
        <View className="grow">
          <LinkText role="button" onTap={onLeave}>
            ‹ 所有问卷
          </LinkText>
          <Lead hint={versionInWords(detail, now)}>{`${form.title || '没有名字的问卷'}，第 ${next} 稿`}</Lead>
        </View>
        <View className="builder-acts">
          <View className="builder-act">
            <Button kind="quiet" onTap={() => open('schedule')}>
              什么时候收
            </Button>
          </View>
          {asked ? (
            <View className="builder-act">
              <Button kind="quiet" onTap={() => open('compare')}>
                {`和第 ${survey.version} 版比`}
              </Button>
            </View>
          ) : null}
          <View className="builder-act">
            <Button disabledBecause={why ?? undefined} onTap={() => setIsAsking(true)}>
              {`发布第 ${next} 版`}
            </Button>
          </View>
        </View>
      </View>
      {failed && panel === null ? (
        <View className="gap-3">
          <ErrorNote>{sentenceFor(failed)}</ErrorNote>
        </View>
      ) : null}
      <SavingNote draft={draft} onRetry={() => void draft.save()} onChoose={choose} />
      <FaultNotices form={form} faults={faults} rescaled={rescaled} change={change} onChoose={choose} />
      <View className="builder-parts" {...semantics({ role: 'group', label: '看哪一部分' })}>
        {(['list', 'edit', 'preview'] as const).map((each) => (
          <View key={each} className="edit-chip">
            <Chip pressed={part === each} onTap={() => setPart(each)}>
              {each === 'edit' ? `改${question ? questionName(form, question.id) : '整份'}` : partNames[each]}
            </Chip>
          </View>
        ))}
      </View>
      <View className={classNames('builder-columns', `is-showing-${part}`)}>
        <View className="builder-list">
          <QuestionList
            form={form}
            chosen={chosen}
            marked={marked}
            onChoose={choose}
            onMove={(id, by) => {
              move(id, by)
              focusRow(id)
            }}
          />
          <View className="builder-span">
            {span ? `${count} 题；${spanInWords(span)}。` : `${count} 题；有的路会绕圈，改好才知道要答多久。`}
          </View>
          <View className="gap-3">
            <AddQuestion
              after={
                question
                  ? questionName(form, question.id)
                  : questionName(form, form.questions.at(-1)?.id ?? ('' as QuestionId))
              }
              isFull={form.questions.length >= QUESTIONS_MOST}
              onAdd={add}
            />
          </View>
          <View className="builder-keys">↑ ↓ 换一题，回车打开，Alt 加 ↑ ↓ 挪动，Ctrl 加 Z 撤销</View>
        </View>
        <View className="builder-edit">
          {question ? (
            <QuestionEditor
              key={question.id}
              form={form}
              question={question}
              change={change}
              gaps={gapsOf(question.id)}
              onMove={(by) => move(question.id, by)}
              onDuplicate={() => duplicate(question.id)}
              onRemove={() => remove(question.id)}
            />
          ) : (
            <FormEditor form={form} change={change} gaps={gapsOf(null)} />
          )}
        </View>
        <View className="builder-preview">
          <FormPreview form={form} chosen={chosen} onChoose={setChosen} />
        </View>
      </View>
      {isAsking ? (
        <ConfirmDialog
          title={`发布第 ${next} 版？`}
          detail="新版只问之后的人，旧答案不动。发布了的版本不能再改，要改就再发一版。"
          confirm="发布"
          busy={publishing.remote.status === 'pending'}
          onConfirm={() => void publish()}
          onCancel={() => setIsAsking(false)}
        />
      ) : null}
      {panel === 'compare' && asked ? (
        <ComparePanel version={survey.version} before={asked} after={form} onClose={() => setPanel(null)} />
      ) : null}
      {panel === 'schedule' ? (
        <SchedulePanel
          survey={survey}
          now={now}
          busy={scheduling.remote.status === 'pending'}
          failed={failed}
          onSave={(wish) => void schedule(wish)}
          onClose={() => setPanel(null)}
        />
      ) : null}
    </View>
  )
}
