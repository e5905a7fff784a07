import { sentenceFor } from '#domain/errors'
import type { OpenSurvey } from '#domain/survey/answering.contract'
import type { AskedQuestion, QuestionId } from '#domain/survey/question.model'
import { View } from '@tarojs/components'
import { Button } from '../../ui/Button'
import { ErrorNote } from '../../ui/ErrorNote'
import { LinkText } from '../../ui/LinkText'
import { Notice } from '../../ui/Notice'
import { PromiseNote } from '../../ui/PromiseNote'
import { QuestionView } from '../../ui/question/QuestionView'
import { Step } from '../../ui/Step'
import { useAppearance } from '../../ui/useAppearance'
import type { Door } from './answering.door'
import { raterWords, seenByWords, wordsSeenBy } from './answering.words'
import { afterSkipping, handedIn, standingAt, whyNot } from '#domain/survey/answering.path'
import type { Answering } from './use-answering'
import './answering.css'

interface SurveyQuestionProps {
  open: OpenSurvey
  door: Door
  about?: string
  answering: Answering
  id: QuestionId
}

/** One question a screen, how far one is, and who can see it. */
export const SurveyQuestion = ({ open, door, about, answering, id }: SurveyQuestionProps) => {
  const { draft, failed, refused, saved, answer, skip } = answering
  const standing = draft && standingAt(open.form, draft.answers, id)
  if (!standing) return null
  const { question, section, now, of } = standing
  const maySkip = !question.required && question.kind !== 'text' && afterSkipping(open.form, draft.answers, id) !== null
  return (
    <View>
      <Step now={now} of={of} unit="题" />
      {failed && failed !== 'survey.answer_refused' ? (
        <View className="answering-note">
          <ErrorNote>{sentenceFor(failed)}</ErrorNote>
        </View>
      ) : null}
      {saved ? null : (
        <View className="answering-note">
          <Notice tone="wait" announced="status">
            这台手机存不下了，交上去之前请别关这一页。
          </Notice>
        </View>
      )}
      <QuestionView
        key={id}
        question={question}
        answer={draft.answers[id]}
        onAnswer={(value) => answer(id, value)}
        error={refused === id ? sentenceFor('survey.answer_refused') : undefined}
        above={
          <View>
            {[about ?? raterWords[open.rater], section?.text].filter(Boolean).join(' · ')}
            {section?.begins && section.hint ? <View>{section.hint}</View> : null}
          </View>
        }
        saved={saved && draft.answers[id] ? '写的留在这里，关掉也不会丢' : undefined}
      />
      {maySkip ? (
        <View className="answering-skip">
          <LinkText role="button" onTap={() => skip(id)}>
            {hasNotMet(question) ? '不想答，跳过' : '没遇到这种情况，跳过'}
          </LinkText>
        </View>
      ) : null}
      <View className="answering-promise">
        <PromiseNote seenBy={question.kind === 'text' ? wordsSeenBy(door) : seenByWords(open)} />
      </View>
    </View>
  )
}

/** 不适用 is one of the answers. */
const hasNotMet = (question: AskedQuestion): boolean =>
  (question.kind === 'scale' || question.kind === 'single') && question.options.some(({ na }) => na)

interface QuestionDockProps {
  open: OpenSurvey
  answering: Answering
  id: QuestionId
}

/** Back and on, at the thumb; at the last question it is handed in. */
export const QuestionDock = ({ open, answering, id }: QuestionDockProps) => {
  const { draft, busy, failed, goTo, leave, handIn } = answering
  const { elder } = useAppearance()
  const standing = draft && standingAt(open.form, draft.answers, id)
  if (!standing) return null
  const { question, before, after } = standing
  const isEmpty = after === null && Object.keys(handedIn(open.form, draft.answers)).length === 0
  const why = whyNot(question, draft.answers[id], after === null) ?? (isEmpty ? '一题也没有答，答一题再交' : null)
  return (
    <>
      <Button kind={elder ? 'quiet' : 'text'} disabled={busy} onTap={() => (before === null ? leave() : goTo(before))}>
        上一题
      </Button>
      <Button
        grow
        busy={busy}
        disabledBecause={why ?? undefined}
        onTap={() => (after === null ? void handIn() : goTo(after))}
      >
        {after !== null ? '下一题' : failed ? '再交一次' : '交上评价'}
      </Button>
    </>
  )
}
