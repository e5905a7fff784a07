import type { DepartmentId } from '../ids'
import type { Instant } from '../instant'
import { err, ok } from '../result'
import { heardFrom, mergeAnswers, mergeLeaves } from './answer.merge'
import {
  type Attempt,
  type AttemptResult,
  attemptKey,
  type HandedIn,
  type Leaves,
  type SentAnswer,
} from './attempt.model'
import type { Exam } from './exam.model'
import { type Candidate, correctionsOf, isInvited, phaseOf } from './exam.rules'
import { type Chosen, isPass, mark, type Score, type Versions } from './grading'
import type { Slot } from './paper.model'
import { drawPaper } from './paper.rules'
import type { PoolQuestion } from './pool.model'
import type { Seed } from './seeded'

const MINUTE_MS = 60_000

/** An answer given in time may be on its way when time is up. */
export const ON_ITS_WAY_MS = 15_000

type Timed = Pick<Attempt, 'startedAt'>
type Timing = Pick<Exam, 'plan' | 'extraMinutes' | 'cancelled'>

/** When time is up for this attempt, by the server's clock: its minutes, or the end of the exam, or that it was cancelled. */
export const endsAt = ({ startedAt }: Timed, { plan, extraMinutes, cancelled }: Timing): Instant =>
  Math.min(
    startedAt + (plan.minutes + extraMinutes) * MINUTE_MS,
    plan.closesAt,
    cancelled?.at ?? plan.closesAt,
  ) as Instant

/** Nothing is taken any more; of a cancelled exam not even what is on its way. */
export const isTimeUp = (attempt: Timed, exam: Timing, now: Instant): boolean =>
  exam.cancelled !== null || now >= endsAt(attempt, exam) + ON_ITS_WAY_MS

/** Whether somebody is sitting it now: nothing that could answer it is told them elsewhere meanwhile. */
export const isSitting = (attempt: Attempt, exam: Timing, now: Instant): boolean =>
  attempt.submitted === null && !isTimeUp(attempt, exam, now)

const chosenIn = ({ answers }: Pick<Attempt, 'answers'>): Chosen =>
  new Map(Object.entries(answers).map(([slot, { chosen }]) => [slot as Slot, chosen]))

const resultOf = (attempt: Attempt, exam: Exam, versions: Versions): AttemptResult => {
  const { incomplete } = exam.plan.marking
  const corrections = correctionsOf(exam.regrades)
  const marked = mark(attempt.paper, chosenIn(attempt), { versions, incomplete, corrections })
  return { ...marked, passed: isPass(marked, exam.plan.passPercent), markedBy: exam.regrades.map(({ id }) => id) }
}

const takeIn = (
  attempt: Attempt,
  exam: Exam,
  { versions, at, how }: { versions: Versions; at: Instant; how: HandedIn },
): Attempt => ({ ...attempt, submitted: { at, how }, result: resultOf(attempt, exam, versions) })

/**
 * Takes in, with what was saved, what nobody handed in before time was up or the exam was cancelled; leaves everything else
 * as it is.
 */
export const settle = (attempt: Attempt, exam: Exam, versions: Versions, now: Instant): Attempt => {
  if (attempt.submitted || !isTimeUp(attempt, exam, now)) return attempt
  const at = endsAt(attempt, exam)
  return takeIn(attempt, exam, { versions, at, how: at === exam.cancelled?.at ? 'cancelled' : 'time_up' })
}

export interface Beginning {
  readonly candidate: Candidate & { readonly departmentId: DepartmentId | null }
  /** Theirs of this exam, settled. */
  readonly before: readonly Attempt[]
  readonly pool: readonly PoolQuestion[]
  readonly seed: Seed
  readonly now: Instant
}

/**
 * A paper to sit. Whoever is sitting one already, on this device or another, goes on with that one: nobody draws a second
 * paper beside an open one.
 */
export const begin = (exam: Exam, { candidate, before, pool, seed, now }: Beginning) => {
  const phase = phaseOf(exam, now)
  if (phase === 'cancelled') return err('exam.cancelled')
  const open = before.find(({ submitted }) => submitted === null)
  if (open) return ok(open)
  if (phase === 'over') return err('exam.over')
  if (phase !== 'open') return err('exam.not_open')
  if (!isInvited(exam.plan.audience, candidate)) return err('exam.not_invited')
  if (before.length >= exam.plan.attempts) return err('exam.attempts_used')
  const drawn = drawPaper(exam.plan, pool, seed)
  if (!drawn.met) return err('exam.cannot_draw')
  const no = Math.max(0, ...before.map((attempt) => attempt.no)) + 1
  return ok<Attempt>({
    id: attemptKey(exam.id, candidate.id, no),
    rev: 0,
    hospitalId: exam.hospitalId,
    examId: exam.id,
    staffId: candidate.id,
    departmentId: candidate.departmentId,
    no,
    seed,
    paper: drawn.paper,
    startedAt: now,
    answers: {},
    leaves: {},
    submitted: null,
    result: null,
    regrades: [],
  })
}

export interface Sent {
  readonly answers: readonly SentAnswer[]
  readonly leaves: Leaves | null
}

const hear = (attempt: Attempt, { answers, leaves }: Sent): Attempt => {
  const heard = {
    answers: mergeAnswers(attempt.answers, heardFrom(attempt.paper, answers)),
    leaves: mergeLeaves(attempt.leaves, leaves),
  }
  const isNews = heard.answers !== attempt.answers || heard.leaves !== attempt.leaves
  return isNews ? { ...attempt, ...heard } : attempt
}

/** Autosave. Hands back the very same attempt where there was nothing new in it. */
export const save = (attempt: Attempt, exam: Exam, sent: Sent, now: Instant) => {
  if (attempt.submitted) return err(attempt.submitted.how === 'cancelled' ? 'exam.cancelled' : 'attempt.submitted')
  if (exam.cancelled) return err('exam.cancelled')
  if (isTimeUp(attempt, exam, now)) return err('attempt.time_up')
  return ok(hear(attempt, sent))
}

/** Handed in once; again, or too late, it stays what was handed in or saved. */
export const submit = (
  attempt: Attempt,
  exam: Exam,
  sent: Sent & { readonly versions: Versions },
  now: Instant,
): Attempt => {
  const settled = settle(attempt, exam, sent.versions, now)
  if (settled.submitted) return settled
  const at = Math.min(now, endsAt(attempt, exam)) as Instant
  return takeIn(hear(attempt, sent), exam, { versions: sent.versions, at, how: 'by_hand' })
}

const outcomeOf = ({ earned, possible, passed }: AttemptResult) => ({ earned, possible, passed })

/** Marks again what was handed in, by what the exam's regrades say now; each regrade is written down once. */
export const regradeAttempt = (attempt: Attempt, exam: Exam, versions: Versions): Attempt =>
  exam.regrades.reduce<Attempt>((before, { id, by, at, reason }, place) => {
    const { result } = before
    if (!result || result.markedBy.includes(id)) return before
    const after = resultOf(before, { ...exam, regrades: exam.regrades.slice(0, place + 1) }, versions)
    const entry = { regradeId: id, by, at, reason, before: outcomeOf(result), after: outcomeOf(after) }
    return { ...before, result: after, regrades: [...before.regrades, entry] }
  }, attempt)

const isBetter = (one: Score, other: Score): boolean => one.earned * other.possible > other.earned * one.possible

/** When somebody passed (合格日期): with the first that passed, however many better ones follow. null: none did. */
export const passedAt = (attempts: readonly Pick<Attempt, 'submitted' | 'result'>[]): Instant | null =>
  attempts.reduce<Instant | null>((first, { submitted, result }) => {
    if (!submitted || !result?.passed) return first
    return first === null || submitted.at < first ? submitted.at : first
  }, null)

/** Of several the best counts; of equals the first. null: none was handed in. */
export const bestOf = <A extends Pick<Attempt, 'result'>>(
  attempts: readonly A[],
): (A & { readonly result: AttemptResult }) | null =>
  attempts.reduce<(A & { readonly result: AttemptResult }) | null>((best, attempt) => {
    const { result } = attempt
    if (!result) return best
    const isFirst = best === null || isBetter(result, best.result)
    return isFirst ? { ...attempt, result } : best
  }, null)
