import { requireCount, requireLevel } from './count.checks'
import { studentQuantile } from './distributions'
import type { Interval } from './intervals'

const USUAL_LEVEL = 0.95

/** What is kept of any number of values, so that parts add up: how many, their sum, the sum of their squares. */
export interface Moments {
  readonly n: number
  readonly sum: number
  readonly squares: number
}

export interface MeanInterval extends Interval {
  readonly mean: number
}

/**
 * Interval of a mean: x̄ ± t(n − 1)·s/√n with s² = (Σx² − (Σx)²/n)/(n − 1) (Student, Biometrika 6, 1908; NIST/SEMATECH
 * e-Handbook 1.3.5.2). In the unit of the values; null when n is below 2: one value says nothing of its spread.
 * Values that are all the same give an interval of no width.
 * Throws RangeError unless n is whole, the sums are safe whole numbers and possible (n·Σx² ≥ (Σx)²), and 0 < level < 1.
 */
export const meanInterval = ({ n, sum, squares }: Moments, level = USUAL_LEVEL): MeanInterval | null => {
  requireCount(n, 'meanInterval n')
  requireLevel(level)
  const deviations = squaredDeviations({ n, sum, squares })
  if (n < 2) return null
  const mean = sum / n
  const half = (studentQuantile((1 + level) / 2, n - 1) * Math.sqrt(deviations / (n - 1))) / Math.sqrt(n)
  return { mean, lower: mean - half, upper: mean + half }
}

/** Σ(x − x̄)², reckoned in whole numbers: n·Σx² and (Σx)² are far larger than what is left of them. */
const squaredDeviations = ({ n, sum, squares }: Moments): number => {
  if (!Number.isSafeInteger(sum) || !Number.isSafeInteger(squares) || squares < 0) {
    throw new RangeError(`sums must be whole numbers: ${sum}, ${squares}`)
  }
  if (n === 0) {
    if (sum !== 0 || squares !== 0) throw new RangeError('no values have no sums')
    return 0
  }
  const scaled = BigInt(n) * BigInt(squares) - BigInt(sum) * BigInt(sum)
  if (scaled < 0n) throw new RangeError(`no ${n} values have the sum ${sum} and squares of ${squares}`)
  return Number(scaled) / n
}
