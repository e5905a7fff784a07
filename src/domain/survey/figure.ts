import { wilson } from '../metrics/intervals'
import { meanInterval, type Moments } from '../metrics/mean.interval'
import type { Seen } from './honest.year'
import type { Cell, Figure } from './results.contract'
import { BEST } from './score'
import { COMPARED_FROM } from './survey.model'
import type { DimensionSums, QuestionSums, TotalSums } from './survey.tally'

const PER_HUNDRED = 100
/** Scores are kept in hundredths. */
const SCALE = BEST / PER_HUNDRED

const meanOf = (sum: number, n: number): number | null => (n === 0 ? null : sum / n / SCALE)

const within = (value: number) => Math.min(PER_HUNDRED, Math.max(0, value))

const spreadOf = (moments: Moments) => {
  const interval = meanInterval(moments)
  return {
    lower: interval && within(interval.lower / SCALE),
    upper: interval && within(interval.upper / SCALE),
  }
}

const bestOf = (top: number, of: number) => {
  const interval = wilson(top, of)
  return {
    top,
    of,
    topLower: interval && interval.lower * PER_HUNDRED,
    topUpper: interval && interval.upper * PER_HUNDRED,
  }
}

/** Of one question a total's spread would tell how often each option was chosen, as the question's would. */
export const totalFigure = ({ n, sum, squares, top, of }: TotalSums, isOneQuestion: boolean): Figure => ({
  n,
  mean: meanOf(sum, n),
  ...(isOneQuestion ? { lower: null, upper: null } : spreadOf({ n, sum, squares })),
  ...bestOf(top, of),
})

/** As a total's. */
export const dimensionFigure = ({ n, sum, squares, top }: DimensionSums, isOneQuestion: boolean): Figure => ({
  n,
  mean: meanOf(sum, n),
  ...(isOneQuestion ? { lower: null, upper: null } : spreadOf({ n, sum, squares })),
  ...bestOf(top, n),
})

export const questionFigure = ({ n, sum, top }: QuestionSums, isScored: boolean): Figure => ({
  n,
  mean: isScored ? meanOf(sum, n) : null,
  lower: null,
  upper: null,
  ...bestOf(isScored ? top : 0, isScored ? n : 0),
})

export const cellOf = <T>(seen: Seen<T>, figureOf: (sums: T) => Figure): Cell => {
  if (seen.state !== 'shown') return { state: seen.state }
  const figure = figureOf(seen.sums)
  return { state: 'shown', figure, comparable: figure.n >= COMPARED_FROM }
}
