import type { AskedQuestion } from '#domain/survey/question.model'

export interface RatingStep {
  readonly id: string
  readonly number: number
  readonly text: string
  readonly score: number
}

const FEWEST = 3
const MOST = 5

/** The numbered steps of a question whose options rise from worst to best (1–5); null: it is asked in words. */
export const stepsOf = (question: AskedQuestion): readonly RatingStep[] | null => {
  if (question.kind !== 'single') return null
  const steps = question.options.flatMap(({ id, text, score, na }, at) =>
    score === null || na ? [] : [{ id, text, score, number: at + 1 }],
  )
  const isWhole = steps.length === question.options.length && steps.length >= FEWEST && steps.length <= MOST
  return isWhole && steps.every(({ score }, at) => at === 0 || score > (steps[at - 1]?.score ?? 0)) ? steps : null
}
