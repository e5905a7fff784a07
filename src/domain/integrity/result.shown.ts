import type { Instant } from '../instant'
import { leavesIn } from './answer.merge'
import type { Attempt, AttemptResult } from './attempt.model'
import { ON_ITS_WAY_MS } from './attempt.rules'
import type { Exam } from './exam.model'
import { correctionsOf } from './exam.rules'
import { byTopic, type Corrections, type Versions } from './grading'
import { askedIn, explainedIn, optionsIn, placesIn, questionView } from './paper.shown'
import { slotsOf } from './paper.rules'
import { questionVersionKey } from './question.model'
import type { ResultView } from './result.view'

type Answers = NonNullable<ResultView['answers']>

interface Looked {
  readonly versions: Versions
  readonly corrections: Corrections
}

/**
 * Whether a candidate who has begun so many attempts may see what is right: once nobody's answers are taken any more, or at
 * once where they have no attempt left in which it would help. A cancelled exam is held again with the same questions: its
 * keys stay back until it would have closed.
 */
export const showsKeys = (exam: Exam, used: number, now: Instant): boolean => {
  if (now >= exam.plan.closesAt + ON_ITS_WAY_MS) return true
  if (exam.state === 'cancelled') return false
  return exam.plan.keysShown === 'at_once' && used >= exam.plan.attempts
}

type Slots = AttemptResult['slots']

const answersOf = (attempt: Attempt, marked: Slots, { versions, corrections }: Looked): Answers => {
  const placed = slotsOf(attempt.paper)
  return attempt.paper.questions.map((question) => {
    const correction = corrections.get(questionVersionKey(question.questionId, question.version))
    const keys = correction === undefined || correction === 'everybody' ? null : correction.keys
    const parts = placed.filter((slot) => slot.question === question)
    return {
      ...questionView(question, versions),
      parts: parts.map((part) => {
        const asked = askedIn(question, part, versions)
        const { verdict, earned, possible } = marked.find(({ slot }) => slot === part.slot) ?? {
          verdict: 'unanswered' as const,
          earned: 0,
          possible: part.marks,
        }
        return {
          kind: part.kind,
          stem: asked.stem,
          options: optionsIn(part, asked),
          chosen: placesIn(part, attempt.answers[part.slot]?.chosen ?? []),
          verdict,
          earned,
          possible,
          explained: explainedIn(part, asked, keys?.get(part.part)),
        }
      }),
    }
  })
}

/** Of an attempt that was handed in, of `used` that its owner began; null: it was not. */
export const resultView = (
  attempt: Attempt,
  exam: Exam,
  { versions, used, now }: { readonly versions: Versions; readonly used: number; readonly now: Instant },
): ResultView | null => {
  const { submitted, result } = attempt
  if (!submitted || !result) return null
  const corrections = correctionsOf(exam.regrades)
  return {
    examId: exam.id,
    no: attempt.no,
    title: exam.plan.title,
    startedAt: attempt.startedAt,
    submittedAt: submitted.at,
    how: submitted.how,
    cancelled: exam.cancelled?.reason ?? null,
    earned: result.earned,
    possible: result.possible,
    passPercent: exam.plan.passPercent,
    passed: result.passed,
    topics: byTopic(result.slots),
    leaves: leavesIn(attempt.leaves),
    regrades: attempt.regrades.map(({ at, reason, before, after }) => ({ at, reason, before, after })),
    answers: showsKeys(exam, used, now) ? answersOf(attempt, result.slots, { versions, corrections }) : null,
  }
}
