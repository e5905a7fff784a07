import type { Actor } from '#domain/actor'
import type { ErrorCode } from '#domain/errors'
import type { HospitalId, QuizQuestionId, StaffId } from '#domain/ids'
import type { Instant } from '#domain/instant'
import type { Question, QuestionContent } from '#domain/integrity/question.model'
import { startQuestion } from '#domain/integrity/question.rules'
import { err, ok, type Result } from '#domain/result'
import { sitsNow } from './attempt.settle'
import { type Looking, lookedAt } from './exam.looked'
import type { QuestionRepository } from './question.repository'
import { figuresIn, type Keeper, keeperOf, questionView } from './question.views'

/** Somebody else may take a number meanwhile; more often than this it is no accident. */
const TRIES = 5
/** Written at one time: each is a request of its own to the database. */
const WRITTEN_AT_ONCE = 20

export type QuestionContext = Looking & { readonly actor: Actor }

/** Whoever works at the bank, unless they sit an exam now: its answers are here. */
export const atBank = async (
  context: QuestionContext,
  may: (keeper: Keeper) => boolean,
): Promise<Result<Keeper, 'auth.forbidden' | 'question.sitting'>> => {
  const keeper = keeperOf(context.actor)
  if (!keeper || !may(keeper)) return err('auth.forbidden')
  return (await sitsNow(keeper.id, context.now, context)) ? err('question.sitting') : ok(keeper)
}

/** Writes, brings in and retires. */
export const keeps = ({ keeps: may }: Keeper): boolean => may
/** Looks at what others wrote. */
export const reviews = ({ reviews: may }: Keeper): boolean => may

export const shown = async (question: Question, keeper: Keeper, context: QuestionContext) => {
  const [bank, summaries] = await Promise.all([
    context.questions.bank(keeper.hospitalId),
    lookedAt(keeper.hospitalId, context),
  ])
  return ok(await questionView(question, keeper, { bank, figuresOf: figuresIn(summaries), pledges: context.pledges }))
}

export const questionOf = async (
  id: QuizQuestionId,
  keeper: Keeper,
  questions: QuestionRepository,
): Promise<Result<Question, 'question.unknown'>> => {
  const question = await questions.find(id)
  return question?.hospitalId === keeper.hospitalId ? ok(question) : err('question.unknown')
}

interface Act {
  readonly by: StaffId
  readonly now: Instant
}

/**
 * Read, decide, write. `isDone` knows the act by what it leaves behind: a retry of what arrived already is answered as it
 * is.
 */
export const act = async <C extends ErrorCode>(
  { id, rev }: { readonly id: QuizQuestionId; readonly rev: number },
  context: QuestionContext,
  {
    may,
    isDone,
    decide,
  }: {
    readonly may: (keeper: Keeper) => boolean
    readonly isDone: (question: Question, by: StaffId) => boolean
    readonly decide: (question: Question, act: Act) => Result<Question, C> | Promise<Result<Question, C>>
  },
) => {
  const { now, questions } = context
  const entered = await atBank(context, may)
  if (!entered.ok) return entered
  const keeper = entered.value
  const found = await questionOf(id, keeper, questions)
  if (!found.ok) return found
  const question = found.value
  if (question.rev !== rev) {
    const isRetry = question.rev === rev + 1 && question.changedBy === keeper.id && isDone(question, keeper.id)
    return isRetry ? shown(question, keeper, context) : err('data.changed')
  }
  const decided = await decide(question, { by: keeper.id, now })
  if (!decided.ok) return decided
  const written = await questions.replace(decided.value)
  if (!written) return err('data.changed')
  if (written.inUse !== question.inUse) questions.forgetPool(keeper.hospitalId)
  return shown(written, keeper, context)
}

/** What is to come on the desk. */
interface Coming {
  readonly id: QuizQuestionId
  readonly content: QuestionContent
}

interface Bringing {
  readonly hospitalId: HospitalId
  readonly by: StaffId
  readonly now: Instant
}

/**
 * Puts questions on the desk under the next numbers, and says whether all are there now. What is there already stays as
 * it is.
 */
export const bringIn = async (
  questions: QuestionRepository,
  coming: readonly Coming[],
  { hospitalId, ...bringing }: Bringing,
  begin: (question: Question) => Question = (question) => question,
): Promise<boolean> => {
  let left = coming
  for (let tries = 0; tries < TRIES; tries += 1) {
    const present = await questions.present(left.map(({ id }) => id))
    left = left.filter(({ id }) => !present.has(id))
    if (left.length === 0) return true
    const last = await questions.lastNumber(hospitalId)
    const numbered = left.map(({ id, content }, at) =>
      begin(startQuestion({ id, hospitalId, number: last + 1 + at }, content, bringing)),
    )
    for (let at = 0; at < numbered.length; at += WRITTEN_AT_ONCE) {
      await Promise.all(numbered.slice(at, at + WRITTEN_AT_ONCE).map((question) => questions.insert(question)))
    }
  }
  return (await questions.present(left.map(({ id }) => id))).size === left.length
}
