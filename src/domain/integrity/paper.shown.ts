import type { Instant } from '../instant'
import { lastSeqIn, leavesIn } from './answer.merge'
import type { Attempt } from './attempt.model'
import { endsAt } from './attempt.rules'
import type { Exam } from './exam.model'
import { type Versions, versionOf } from './grading'
import { type PaperPart, type PaperQuestion, slotOf } from './paper.model'
import { slotsOf } from './paper.rules'
import type { AskedView, PaperQuestionView, PaperView, SavedView } from './paper.view'
import type { OptionId } from './question.model'
import { type AskedPart, partsOf } from './question.parts'
import type { Explained } from './result.view'

/** A part of a version that the paper was drawn from. */
export const askedIn = (question: PaperQuestion, part: PaperPart, versions: Versions): AskedPart => {
  const asked = partsOf(versionOf(question, versions).content).find(({ id }) => id === part.part)
  if (!asked) throw new Error(`part ${part.part} of question ${question.questionId} is missing`)
  return asked
}

/** Options by their place on this paper. */
export const placesIn = ({ options }: Pick<PaperPart, 'options'>, ids: readonly OptionId[]): number[] =>
  options.flatMap((id, place) => (ids.includes(id) ? [place] : []))

/** Options as they stand on this paper. */
export const optionsIn = ({ options }: Pick<PaperPart, 'options'>, asked: AskedPart): string[] =>
  options.map((id) => asked.options.find((option) => option.id === id)?.text ?? '')

/** What is told once it may be: what is right, by place, and why. `key` where it is not the version's own any more. */
export const explainedIn = (part: PaperPart, asked: AskedPart, key: readonly OptionId[] = asked.key): Explained => {
  const { point, explanation, practice, rule } = asked
  return { right: placesIn(part, key), point, explanation, practice, rule }
}

/** One part as it is asked. */
export const askedView = (question: PaperQuestion, part: PaperPart, versions: Versions): AskedView => {
  const asked = askedIn(question, part, versions)
  return {
    slot: slotOf(question.questionId, part.part),
    kind: part.kind,
    stem: asked.stem,
    options: optionsIn(part, asked),
    marks: part.marks,
  }
}

export const questionView = (question: PaperQuestion, versions: Versions): PaperQuestionView => {
  const { content } = versionOf(question, versions)
  return {
    kind: question.kind,
    story: content.kind === 'case' ? content.stem : null,
    parts: question.parts.map((part) => askedView(question, part, versions)),
  }
}

/** What is saved, by place. */
export const savedView = ({ paper, answers }: Pick<Attempt, 'paper' | 'answers'>): SavedView[] =>
  slotsOf(paper).flatMap((part) => {
    const { slot } = part
    const answer = answers[slot]
    if (!answer) return []
    const { chosen, flagged, seq } = answer
    return [{ slot, chosen: placesIn(part, chosen), flagged, seq }]
  })

export const paperView = (
  attempt: Attempt,
  exam: Exam,
  { versions, now }: { readonly versions: Versions; readonly now: Instant },
): PaperView => ({
  examId: exam.id,
  no: attempt.no,
  title: exam.plan.title,
  startedAt: attempt.startedAt,
  endsAt: endsAt(attempt, exam),
  now,
  questions: attempt.paper.questions.map((question) => questionView(question, versions)),
  saved: savedView(attempt),
  lastSeq: lastSeqIn(attempt.answers),
  leaves: leavesIn(attempt.leaves),
})
