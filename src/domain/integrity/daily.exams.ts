import type { QuizQuestionId } from '../ids'
import { beijingDay, type Day } from '../instant'
import type { Attempt } from './attempt.model'
import type { Learner } from './daily.model'
import { newMistake } from './mistake.schedule'
import { questionOf } from './paper.model'
import { isPractised, type PoolQuestion } from './pool.model'

/** An attempt whose keys its owner was told. */
type Told = Pick<Attempt, 'id' | 'submitted' | 'result'>

/** Answered, and not all of it right; what was left empty says nothing. */
const missedIn = ({ result }: Told) =>
  (result?.slots ?? []).flatMap(({ slot, verdict }) =>
    verdict === 'wrong' || verdict === 'incomplete' ? [questionOf(slot)] : [],
  )

/**
 * Puts what was answered wrong in exams into the book of mistakes (错题本), of each attempt once. What lies there already
 * keeps its day, and what was right at practice since stays out. Hands back the very same learner where nothing is new.
 */
export const learnFromExams = (
  learner: Learner,
  attempts: readonly Told[],
  pool: readonly PoolQuestion[],
  day: Day,
): Learner => {
  const fresh = attempts.filter(({ id, submitted }) => submitted !== null && !learner.examined.includes(id))
  if (fresh.length === 0) return learner
  const practised = new Set(pool.filter(isPractised).map(({ questionId }) => questionId))
  const inBook = new Set(learner.mistakes.map(({ questionId }) => questionId))
  const isKnownSince = (questionId: QuizQuestionId, { submitted }: Told): boolean => {
    const seen = learner.seen[questionId]
    return seen?.right === true && submitted !== null && seen.day >= beijingDay(submitted.at)
  }
  const missed = fresh.flatMap((attempt) =>
    missedIn(attempt).filter((id) => practised.has(id) && !inBook.has(id) && !isKnownSince(id, attempt)),
  )
  return {
    ...learner,
    mistakes: [...learner.mistakes, ...[...new Set(missed)].map((id) => newMistake(id, day))],
    examined: [...learner.examined, ...fresh.map(({ id }) => id)],
  }
}
