import { requireAmount, requireCount, requireFactor, requireShare } from './count.checks'
import { acceptedCounts, binomial, type CountDistribution, poisson } from './distributions'
import { isBelow } from './spc.compare'

export interface FunnelRequest {
  kind: 'rate' | 'proportion'
  units: { id: string; numerator: number; denominator: number }[]
  /** Values and limits are per this many of the denominator; 1 unless given. */
  factor?: number
}

export interface FunnelUnit {
  id: string
  value: number | null
  lower95: number | null
  upper95: number | null
  lower998: number | null
  upper998: number | null
  outside: 'none' | '95' | '998'
}

export interface Funnel {
  centre: number | null
  units: FunnelUnit[]
  /** Which limits and why, in Chinese for the page. */
  method: string
}

export interface FunnelLimits {
  denominator: number
  lower95: number
  upper95: number
  lower998: number
  upper998: number
}

type Unit = FunnelRequest['units'][number]

const NOTHING = { value: null, lower95: null, upper95: null, lower998: null, upper998: null, outside: 'none' } as const

const NARROW = 0.05
const WIDE = 0.002
const WINSORISED_TAIL = 0.1
// Below three units nothing is left between the two that are drawn in.
const FEWEST_FOR_DISPERSION = 3

const checkUnits = ({ kind, units, factor = 1 }: FunnelRequest) => {
  requireFactor(factor)
  for (const { id, numerator, denominator } of units) {
    requireCount(numerator, `numerator of ${id}`)
    requireAmount(denominator, `denominator of ${id}`)
    if (kind === 'proportion' && denominator > 0) requireShare(numerator, denominator, id)
  }
}

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)

/**
 * φ: mean square of the z-scores, after the outer tenth on each side, one unit at the least, is drawn in to the
 * next one: a single unit must not widen the limits it is judged by.
 */
const dispersion = (zScores: number[]) => {
  const sorted = [...zScores].sort((a, b) => a - b)
  const drawnIn = Math.max(1, Math.round(sorted.length * WINSORISED_TAIL))
  const least = sorted[drawnIn] ?? 0
  const most = sorted[sorted.length - 1 - drawnIn] ?? 0
  return sum(zScores.map((z) => Math.min(most, Math.max(least, z)) ** 2)) / zScores.length
}

/** How much wider than chance the limits must be: √φ where φ is more than chance gives k units, else 1. */
const inflation = (present: Unit[], distributionOf: (unit: Unit) => CountDistribution) => {
  if (present.length < FEWEST_FOR_DISPERSION) return 1
  const zScores = present.map((unit) => {
    const { mean, deviation } = distributionOf(unit)
    return deviation === 0 ? 0 : (unit.numerator - mean) / deviation
  })
  const phi = dispersion(zScores)
  return phi > 1 + 2 * Math.sqrt(2 / present.length) ? Math.sqrt(phi) : 1
}

interface Limits {
  lower: number
  upper: number
}

const isOutside = (value: number, { lower, upper }: Limits) => isBelow(value, lower) || isBelow(upper, value)

/** What the limits of a funnel rest on, before the factor; null without a unit that has a denominator. */
const expectationOf = ({ kind, units }: FunnelRequest) => {
  const present = units.filter(({ denominator }) => denominator > 0)
  if (present.length === 0) return null
  const centre = sum(present.map((unit) => unit.numerator)) / sum(present.map((unit) => unit.denominator))
  const isShare = kind === 'proportion'
  const distributionAt = (size: number) => (isShare ? binomial(size, centre) : poisson(size * centre))
  const times = inflation(present, ({ denominator }) => distributionAt(denominator))
  const limitsAt = (size: number, alpha: number): Limits => {
    const { lower, upper } = acceptedCounts(distributionAt(size), alpha)
    const widened = (count: number) => centre + (count / size - centre) * times
    return {
      lower: Math.max(0, widened(lower)),
      upper: isShare ? Math.min(1, widened(upper)) : widened(upper),
    }
  }
  return {
    centre,
    times,
    at: (size: number) => ({ inner: limitsAt(size, NARROW), outer: limitsAt(size, WIDE) }),
  }
}

const scaled = ({ inner, outer }: { inner: Limits; outer: Limits }, factor: number) => ({
  lower95: inner.lower * factor,
  upper95: inner.upper * factor,
  lower998: outer.lower * factor,
  upper998: outer.upper * factor,
})

const methodWords = (kind: FunnelRequest['kind'], times: number) => {
  const exact = `漏斗图，${kind === 'rate' ? '泊松' : '二项'}精确界限，95% 和 99.8% 两层`
  return times === 1
    ? `${exact}，各单位之间的波动没有超出偶然，界限不放宽。`
    : `${exact}，各单位之间的波动超出偶然（φ 为 ${(times * times).toFixed(1)}），界限放宽到 ${times.toFixed(1)} 倍。`
}

/**
 * Funnel plot: units of different size against what chance alone would give them around the common figure.
 *
 * `centre` = Σnumerator / Σdenominator. Limits are exact, Poisson for a 'rate' and binomial for a 'proportion',
 * with the error split evenly: 5 % for the inner pair, 0.2 % for the outer. If the winsorised φ of the k units
 * exceeds 1 + 2·√(2/k), the limits' distances from the centre grow by √φ, never below 0 or, for a proportion,
 * above 1. `outside` names the outermost pair a unit lies strictly outside of. A unit with denominator 0 has no
 * value and no limits. D. J. Spiegelhalter, Statistics in Medicine 24 (2005) 1185–1202.
 *
 * Throws RangeError for what no count, denominator or factor can be.
 */
export const funnel = (request: FunnelRequest): Funnel => {
  checkUnits(request)
  const { kind, units, factor = 1 } = request
  const expectation = expectationOf(request)
  const place = ({ id, numerator, denominator }: Unit): FunnelUnit => {
    if (expectation === null || denominator === 0) return { id, ...NOTHING }
    const value = numerator / denominator
    const limits = expectation.at(denominator)
    const outermost = isOutside(value, limits.outer) ? '998' : '95'
    return {
      id,
      value: value * factor,
      ...scaled(limits, factor),
      outside: isOutside(value, limits.inner) ? outermost : 'none',
    }
  }
  return {
    centre: expectation && expectation.centre * factor,
    units: units.map(place),
    method: expectation ? methodWords(kind, expectation.times) : '还没有数据，不画图。',
  }
}

/**
 * The limits of the same funnel at any denominators, to draw its lines: they are steps, for counts are whole.
 * Empty without a unit that has a denominator. Throws RangeError as `funnel` does, and for a denominator of 0.
 */
export const funnelLimits = (request: FunnelRequest, denominators: number[]): FunnelLimits[] => {
  checkUnits(request)
  for (const denominator of denominators) {
    requireAmount(denominator, 'denominator')
    if (denominator === 0) throw new RangeError('a funnel has no limits at denominator 0')
    if (request.kind === 'proportion') requireCount(denominator, 'denominator')
  }
  const expectation = expectationOf(request)
  if (expectation === null) return []
  return denominators.map((denominator) => ({
    denominator,
    ...scaled(expectation.at(denominator), request.factor ?? 1),
  }))
}
