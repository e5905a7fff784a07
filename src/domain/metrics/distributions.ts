import jstat from 'jstat'

/**
 * Distribution of a count: its mean and standard deviation, the probability of exactly k, and how that
 * grows from k to k + 1.
 */
export interface CountDistribution {
  mean: number
  deviation: number
  most: number
  at(k: number): number
  growth(k: number): number
}

/** z with P(Z ≤ z) = probability, for a standard normal Z. */
export const normalQuantile = (probability: number) => jstat.normal.inv(probability, 0, 1)

/** x with P(X ≤ x) = probability, for a chi-square X. Relative error below 1e-10 up to two million degrees. */
export const chiSquareQuantile = (probability: number, degrees: number) => jstat.chisquare.inv(probability, degrees)

/** t with P(T ≤ t) = probability, for Student's T. Absolute error below 1e-6 from 2 to a million degrees. */
export const studentQuantile = (probability: number, degrees: number) => jstat.studentt.inv(probability, degrees)

// log(k!) less Stirling's formula: the series is exact to the last digit from 16 on, the product before.
const stirlingError = (k: number) => {
  if (k > 15) {
    const square = k * k
    return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / 1188 / square) / square) / square) / square) / k
  }
  let factorial = 1
  for (let i = 2; i <= k; i += 1) factorial *= i
  return Math.log(factorial) - (0.5 * Math.log(2 * Math.PI * k) + k * Math.log(k) - k)
}

// k·log(k / mean) + mean − k, without subtracting two large logarithms.
const deviance = (k: number, mean: number) => k * Math.log1p((k - mean) / mean) - (k - mean)

/**
 * Poisson with the given mean. Probabilities after C. Loader, Fast and accurate computation of binomial
 * probabilities (2000): right to about twelve digits for means of a million, where jstat's sum overflows.
 */
export const poisson = (mean: number): CountDistribution => ({
  mean,
  deviation: Math.sqrt(mean),
  most: Number.POSITIVE_INFINITY,
  at: (k) => {
    if (mean === 0) return k === 0 ? 1 : 0
    if (k === 0) return Math.exp(-mean)
    return Math.exp(-stirlingError(k) - deviance(k, mean)) / Math.sqrt(2 * Math.PI * k)
  },
  growth: (k) => mean / (k + 1),
})

/**
 * Binomial of n trials (Loader, as above; jstat's incomplete beta is wrong in the first digit at a million
 * successes). `failure` is 1 − success, given apart by those who know it more exactly.
 */
export const binomial = (n: number, success: number, failure = 1 - success): CountDistribution => ({
  mean: n * success,
  deviation: Math.sqrt(n * success * failure),
  most: n,
  at: (k) => {
    if (success === 0 || failure === 0) return k === (success === 0 ? 0 : n) ? 1 : 0
    if (k === 0) return Math.exp(n * (success < 0.5 ? Math.log1p(-success) : Math.log(failure)))
    if (k === n) return Math.exp(n * (failure < 0.5 ? Math.log1p(-failure) : Math.log(success)))
    const exponent =
      stirlingError(n) -
      stirlingError(k) -
      stirlingError(n - k) -
      deviance(k, n * success) -
      deviance(n - k, n * failure)
    return Math.exp(exponent) * Math.sqrt(n / (2 * Math.PI * k * (n - k)))
  },
  growth: (k) => ((n - k) * success) / ((k + 1) * failure),
})

const NEGLIGIBLE = 1e-18

const sumDown = ({ at, growth }: CountDistribution, from: number) => {
  let term = at(from)
  let sum = term
  for (let k = from; k > 0 && term > sum * NEGLIGIBLE; k -= 1) {
    term /= growth(k - 1)
    sum += term
  }
  return sum
}

const sumUp = ({ at, growth, most }: CountDistribution, from: number) => {
  if (from > most) return 0
  let term = at(from)
  let sum = term
  for (let k = from; k < most && term > sum * NEGLIGIBLE; k += 1) {
    term *= growth(k)
    sum += term
  }
  return sum
}

/** P(X ≤ k), summed over the shorter tail. */
export const atMost = (distribution: CountDistribution, k: number) => {
  if (k < 0) return 0
  if (k >= distribution.most) return 1
  return k <= distribution.mean ? sumDown(distribution, k) : 1 - sumUp(distribution, k + 1)
}

/** P(X ≥ k), summed over the shorter tail. */
export const atLeast = (distribution: CountDistribution, k: number) => {
  if (k <= 0) return 1
  return k > distribution.mean ? sumUp(distribution, k) : 1 - sumDown(distribution, k - 1)
}

const leastCount = (
  distribution: CountDistribution,
  probability: number,
  isReached: (cumulated: number) => boolean,
) => {
  const { mean, deviation, most } = distribution
  let k = Math.min(most, Math.max(0, Math.round(mean + normalQuantile(probability) * deviation)))
  while (!isReached(atMost(distribution, k))) k += 1
  while (k > 0 && isReached(atMost(distribution, k - 1))) k -= 1
  return k
}

/** Least k with P(X ≤ k) ≥ probability, for 0 < probability < 1. */
export const countQuantile = (distribution: CountDistribution, probability: number) =>
  leastCount(distribution, probability, (cumulated) => cumulated >= probability)

/**
 * Counts that a chart with error probability alpha accepts: lower = least k with P(X ≤ k) > alpha / 2,
 * upper = least k with P(X ≤ k) ≥ 1 − alpha / 2. Each side is missed with at most alpha / 2.
 */
export const acceptedCounts = (distribution: CountDistribution, alpha: number) => ({
  lower: leastCount(distribution, alpha / 2, (cumulated) => cumulated > alpha / 2),
  upper: countQuantile(distribution, 1 - alpha / 2),
})

const BISECTIONS = 64
const WIDEST_LOG_ODDS = 50

/**
 * Odds π / (1 − π) at which P(X ≥ successes) = tail for X ~ Binomial(successes + failures, π), successes ≥ 1:
 * the lower Clopper–Pearson bound (Biometrika 26, 1934), as odds so that neither end loses digits.
 */
export const lowerOdds = (successes: number, failures: number, tail: number) => {
  let low = -WIDEST_LOG_ODDS
  let high = WIDEST_LOG_ODDS
  for (let step = 0; step < BISECTIONS; step += 1) {
    const middle = (low + high) / 2
    const guess = binomial(successes + failures, 1 / (1 + Math.exp(-middle)), 1 / (1 + Math.exp(middle)))
    if (atLeast(guess, successes) < tail) low = middle
    else high = middle
  }
  return Math.exp((low + high) / 2)
}
