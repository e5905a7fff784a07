import type { Instant } from '#domain/instant'
import { bestOf } from '#domain/integrity/attempt.rules'
import type { ExamCard } from '#domain/integrity/exam.contract'
import type { Exam } from '#domain/integrity/exam.model'
import { type Candidate, type ExamPhase, phaseOf } from '#domain/integrity/exam.rules'
import { standingIn } from '#domain/integrity/record.rules'
import type { AttemptHead } from '#runtime/read/exam.read'

/** `attempts`: the candidate's own of this exam, settled. */
export const examCard = (
  exam: Exam,
  candidate: Candidate,
  attempts: readonly AttemptHead[],
  now: Instant,
): ExamCard => {
  const best = bestOf(attempts)
  return {
    ...exam.plan,
    id: exam.id,
    questions: exam.plan.blueprint.reduce((sum, { count }) => sum + count, 0),
    phase: phaseOf(exam, now),
    cancelled: exam.cancelled?.reason ?? null,
    standing: standingIn(exam, candidate, attempts, now),
    used: attempts.length,
    openNo: attempts.find(({ submitted }) => submitted === null)?.no ?? null,
    best: best && {
      no: best.no,
      earned: best.result.earned,
      possible: best.result.possible,
      passed: best.result.passed,
    },
    now,
  }
}

const PLACES: Record<ExamPhase, number> = { open: 0, coming: 1, over: 2, cancelled: 3, planned: 4 }

/** The open ones first, the one that closes first on top; then those to come; then the newest of those that are over. */
export const inOrderOfUrgency = (one: ExamCard, other: ExamCard): number => {
  if (one.phase !== other.phase) return PLACES[one.phase] - PLACES[other.phase]
  const isAhead = one.phase === 'open' || one.phase === 'coming'
  return isAhead ? one.closesAt - other.closesAt : other.closesAt - one.closesAt
}
