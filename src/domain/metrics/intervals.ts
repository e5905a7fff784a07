import { requireAmount, requireCount, requireLevel, requireShare } from './count.checks'
import { chiSquareQuantile, lowerOdds, normalQuantile } from './distributions'

const USUAL_LEVEL = 0.95

export interface Interval {
  lower: number
  upper: number
}

/**
 * Score interval of a proportion, within 0..1, without continuity correction; null when n is 0.
 * E. B. Wilson, JASA 22 (1927). Throws RangeError unless 0 ≤ successes ≤ n are whole and 0 < level < 1.
 */
export const wilson = (successes: number, n: number, level = USUAL_LEVEL): Interval | null => {
  requireShare(successes, n, 'wilson')
  requireLevel(level)
  if (n === 0) return null
  const z = normalQuantile((1 + level) / 2)
  const share = successes / n
  const shrink = 1 + (z * z) / n
  const middle = (share + (z * z) / (2 * n)) / shrink
  const half = (z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n))) / shrink
  return {
    lower: successes === 0 ? 0 : Math.max(0, middle - half),
    upper: successes === n ? 1 : Math.min(1, middle + half),
  }
}

/**
 * Exact interval of the expected count behind a Poisson count; divide by the exposure for a rate.
 * F. Garwood, Biometrika 28 (1936). Throws RangeError unless events is whole and 0 < level < 1.
 */
export const poissonExact = (events: number, level = USUAL_LEVEL): Interval => {
  requireCount(events, 'poissonExact events')
  requireLevel(level)
  const tail = (1 - level) / 2
  return {
    lower: events === 0 ? 0 : chiSquareQuantile(tail, 2 * events) / 2,
    upper: chiSquareQuantile(1 - tail, 2 * events + 2) / 2,
  }
}

export interface Rate {
  numerator: number
  denominator: number
}

/** Null where it is unbounded: with no event in b, neither the ratio nor its upper limit is finite. */
export interface RateRatio {
  ratio: number | null
  lower: number
  upper: number | null
}

/**
 * Ratio of the Poisson rate a to the Poisson rate b, with its exact interval: given a + b events, those of a
 * are binomial (Przyborowski and Wilenski, Biometrika 31, 1940), so Clopper–Pearson holds for their share.
 * Null when a denominator is 0 or neither has an event. Without events in a, ratio and lower are 0; without
 * events in b, ratio and upper are null: unbounded. Throws RangeError unless the numerators are whole,
 * the denominators finite from 0, and 0 < level < 1.
 */
export const rateRatio = (a: Rate, b: Rate, level = USUAL_LEVEL): RateRatio | null => {
  for (const { numerator, denominator } of [a, b]) {
    requireCount(numerator, 'rateRatio numerator')
    requireAmount(denominator, 'rateRatio denominator')
  }
  requireLevel(level)
  if (a.denominator === 0 || b.denominator === 0 || a.numerator + b.numerator === 0) return null
  const tail = (1 - level) / 2
  const exposure = b.denominator / a.denominator
  const isUnbounded = b.numerator === 0
  return {
    ratio: isUnbounded ? null : (a.numerator / b.numerator) * exposure,
    lower: a.numerator === 0 ? 0 : lowerOdds(a.numerator, b.numerator, tail) * exposure,
    upper: isUnbounded ? null : exposure / lowerOdds(b.numerator, a.numerator, tail),
  }
}
