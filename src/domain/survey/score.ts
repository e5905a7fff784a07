import { type AnswerValue, scoreOf } from './path'
import {
  type Answers,
  type DimensionId,
  type Form,
  isAsked,
  isScored,
  type OptionId,
  type Question,
  type QuestionId,
} from './question.model'

/** The best there is, as scores are kept: whole hundredths, so that sums of a million merge without an error. */
export const BEST = 10_000
const HUNDREDTHS = 100

/** What one answer comes to. */
export interface QuestionScore {
  readonly id: QuestionId
  /** 0..`BEST`; null: the question has no score, or 不适用. */
  readonly score: number | null
  readonly na: boolean
  /** What was chosen; none of a number or of words. */
  readonly options: readonly OptionId[]
}

export interface SheetScore {
  /** 0..`BEST`; null: nothing that counts was answered. */
  readonly total: number | null
  readonly dimensions: readonly { readonly id: DimensionId; readonly score: number }[]
  /** Of every question that was answered. */
  readonly questions: readonly QuestionScore[]
  /** Whether the overall question (总体满意) had its best answer; null: it had no score. */
  readonly headline: boolean | null
}

const asHundredths = (score: number) => Math.round(score * HUNDREDTHS)

const meanOf = (scores: readonly number[]): number | null =>
  scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length

const isPresent = (score: number | null): score is number => score !== null

const chosenIn = (question: Question, answer: AnswerValue): QuestionScore['options'] => {
  if (question.kind !== 'single' && question.kind !== 'scale' && question.kind !== 'multiple') return []
  const chosen: readonly unknown[] = Array.isArray(answer) ? answer : [answer]
  return question.options.flatMap(({ id }) => (chosen.includes(id) ? [id] : []))
}

const isNa = (question: Question, answer: AnswerValue): boolean =>
  (question.kind === 'single' || question.kind === 'scale') &&
  question.options.some(({ id, na }) => na && id === answer)

/**
 * One respondent's scores out of accepted answers. S4 and D4 count 0, 33.3, 66.7, 100 from worst to best, 0–10 ten for
 * each step, a single choice what its options say; 不适用 is counted and no part of a mean. A dimension is the mean of
 * its answered questions, the total the mean of the dimensions that have one, so that a dimension with many questions
 * weighs no more than one with few. The steps are Likert's (Archives of Psychology 140, 1932), taken as equally far apart
 * and stretched to 0–100. Means are taken of the exact scores and rounded once. A form without dimensions is one
 * dimension.
 */
export const scoreSheet = (form: Form, answers: Answers): SheetScore => {
  const answered = form.questions.flatMap((question) => {
    const answer = answers[question.id]
    if (!isAsked(question) || answer === undefined) return []
    return [{ question, answer, score: isScored(question) ? scoreOf(question, answer) : null }]
  })
  const scoresFor = (isWanted: (dimension: DimensionId | null) => boolean) =>
    answered.flatMap(({ question, score }) => (isScored(question) && isWanted(question.dimension) ? [score] : []))
  const dimensions = form.dimensions.flatMap(({ id }) => {
    const mean = meanOf(scoresFor((dimension) => dimension === id).filter(isPresent))
    return mean === null ? [] : [{ id, mean }]
  })
  const total =
    form.dimensions.length === 0
      ? meanOf(scoresFor(() => true).filter(isPresent))
      : meanOf(dimensions.map(({ mean }) => mean))
  const overall = answered.find(({ question }) => question.id === form.overall)?.score ?? null
  return {
    total: total === null ? null : asHundredths(total),
    dimensions: dimensions.map(({ id, mean }) => ({ id, score: asHundredths(mean) })),
    questions: answered.map(({ question, answer, score }) => ({
      id: question.id,
      score: score === null ? null : asHundredths(score),
      na: isNa(question, answer),
      options: chosenIn(question, answer),
    })),
    headline: overall === null ? null : asHundredths(overall) === BEST,
  }
}
