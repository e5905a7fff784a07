import { acceptedCounts, binomial, poisson } from './distributions'
import type { ChartKind, Observation, WantedLimits } from './spc.model'

export const FEWEST_FOR_LIMITS = 5
export const SMALL_EXPECTED = 50
export const OVERDISPERSED = 1.5
const BEYOND_CHANCE = 0.0027
const SIGMAS = 3
// Mean range of two values of a normal distribution, in standard deviations.
const RANGE_OF_TWO = 1.128

/**
 * How the limits of a phase come about. `isChosen`: 'auto' chose; then a point with a small expected count
 * has exact limits whatever the others have. `spread`: σz on a prime chart, else 1.
 */
export type LimitsBasis =
  | { by: 'none' }
  | { by: 'too-few' }
  | { by: 'moving-range'; sigma: number }
  | { by: 'exact' | 'sigma' | 'prime'; isShare: boolean; isChosen: boolean; spread: number }

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)

const median = (values: number[]) => {
  const sorted = [...values].sort((a, b) => a - b)
  const half = sorted.length / 2
  return sum(sorted.slice(Math.ceil(half) - 1, Math.floor(half) + 1)) / (Number.isInteger(half) ? 2 : 1)
}

/** Before the factor; null without a point that has a value. */
export const centreOf = (kind: ChartKind, baseline: Observation[]) => {
  if (baseline.length === 0) return null
  const values = baseline.map(({ value }) => value)
  if (kind === 'run') return median(values)
  if (kind === 'i') return sum(values) / values.length
  return sum(baseline.map(({ count }) => count)) / sum(baseline.map(({ size }) => size))
}

const movingSigma = (values: number[]) => {
  const ranges = values.slice(1).map((value, index) => Math.abs(value - (values[index] ?? value)))
  return sum(ranges) / ranges.length / RANGE_OF_TWO
}

const sigmaAt = (isShare: boolean, centre: number, size: number) =>
  Math.sqrt((isShare ? centre * (1 - centre) : centre) / size)

const isSmall = (isShare: boolean, centre: number, size: number) =>
  size * (isShare ? Math.min(centre, 1 - centre) : centre) < SMALL_EXPECTED

/** σz: how much wider than chance alone the points scatter from one to the next (Laney 2002). */
const laneySigma = (isShare: boolean, centre: number, baseline: Observation[]) =>
  movingSigma(
    baseline.map(({ value, size }) => {
      const sigma = sigmaAt(isShare, centre, size)
      return sigma === 0 ? 0 : (value - centre) / sigma
    }),
  )

const isPrime = (kind: ChartKind) => kind === 'u-prime' || kind === 'p-prime'

export const baseLimits = (
  kind: ChartKind,
  wanted: WantedLimits,
  baseline: Observation[],
  centre: number | null,
): LimitsBasis => {
  if (kind === 'run') return { by: 'none' }
  if (centre === null || baseline.length < FEWEST_FOR_LIMITS) return { by: 'too-few' }
  if (kind === 'i') return { by: 'moving-range', sigma: movingSigma(baseline.map(({ value }) => value)) }
  const isShare = kind === 'p' || kind === 'p-prime'
  const isChosen = wanted === 'auto' && !isPrime(kind)
  const spread = laneySigma(isShare, centre, baseline)
  if (isPrime(kind)) return { by: 'prime', isShare, isChosen, spread }
  const isExact = wanted === 'exact' || (isChosen && baseline.some(({ size }) => isSmall(isShare, centre, size)))
  if (isExact) return { by: 'exact', isShare, isChosen, spread: 1 }
  if (isChosen && spread > OVERDISPERSED) return { by: 'prime', isShare, isChosen, spread }
  return { by: 'sigma', isShare, isChosen, spread: 1 }
}

const around = (centre: number, half: number, most: number) => ({
  lower: Math.max(0, centre - half),
  upper: Math.min(most, centre + half),
})

const exactAt = (isShare: boolean, centre: number, size: number) => {
  const { lower, upper } = acceptedCounts(isShare ? binomial(size, centre) : poisson(size * centre), BEYOND_CHANCE)
  return { lower: lower / size, upper: upper / size }
}

/** Whether a point has exact limits. After a frozen baseline a small period may come, and only it gets them. */
export const isExactAt = (basis: LimitsBasis, centre: number, size: number) =>
  basis.by === 'exact' || ('isChosen' in basis && basis.isChosen && isSmall(basis.isShare, centre, size))

/** Limits for one point, before the factor; null where the basis gives none. */
export const limitsAt = (basis: LimitsBasis, centre: number, size: number) => {
  if (basis.by === 'none' || basis.by === 'too-few') return null
  if (basis.by === 'moving-range') return around(centre, SIGMAS * basis.sigma, Number.POSITIVE_INFINITY)
  const { isShare, spread } = basis
  if (isExactAt(basis, centre, size)) return exactAt(isShare, centre, size)
  return around(centre, SIGMAS * spread * sigmaAt(isShare, centre, size), isShare ? 1 : Number.POSITIVE_INFINITY)
}
