import { requireAmount, requireCount, requireFactor, requireShare } from './count.checks'
import { isBelow } from './spc.compare'
import { baseLimits, centreOf, isExactAt, type LimitsBasis, limitsAt } from './spc.limits'
import type { ChartKind, Observation, WantedLimits } from './spc.model'
import { type RunsTest, runsTest } from './spc.runs'
import { chartWords } from './spc.words'

export interface ChartRequest {
  kind: ChartKind
  points: { numerator: number; denominator: number | null }[]
  /** Values and limits are per this many of the denominator; 1 unless given. */
  factor?: number
  /** Centre and limits come from the first n points alone (of the phase in which point n lies). */
  freezeAfter?: number
  /** A new phase, with centre and limits of its own, begins after each of these points, counted from 1. */
  rebaseAfter?: number[]
  limits?: WantedLimits
}

export interface ChartPoint {
  value: number | null
  centre: number | null
  lower: number | null
  upper: number | null
  beyond: boolean
}

/** `from` and `to` are places in `points`, counted from 0, both included; the rest is the runs test's. */
export interface ChartPhase extends RunsTest {
  from: number
  to: number
}

export interface Chart {
  points: ChartPoint[]
  phases: ChartPhase[]
  /** Which chart and which limits, and why, in Chinese for the page. */
  method: string
}

const checkPoint = (kind: ChartKind, { numerator, denominator }: ChartRequest['points'][number]) => {
  if (kind === 'i' || kind === 'run') requireAmount(numerator, 'numerator')
  else requireCount(numerator, 'numerator')
  if (denominator === null) return
  if (kind === 'c') throw new RangeError('a c chart counts without denominators')
  requireAmount(denominator, 'denominator')
  if ((kind === 'p' || kind === 'p-prime') && denominator > 0) requireShare(numerator, denominator, 'point')
}

const checkRequest = ({ kind, points, factor = 1, freezeAfter, rebaseAfter = [], limits }: ChartRequest) => {
  requireFactor(factor)
  for (const point of points) checkPoint(kind, point)
  for (const place of [freezeAfter ?? 1, ...rebaseAfter]) {
    if (!Number.isSafeInteger(place) || place < 1) throw new RangeError(`points are counted from 1: ${place}`)
  }
  if (rebaseAfter.some((place, index) => place <= (rebaseAfter[index - 1] ?? 0))) {
    throw new RangeError(`phases must begin one after another: ${rebaseAfter.join(', ')}`)
  }
  if (limits === 'exact' && kind !== 'u' && kind !== 'p' && kind !== 'c') {
    throw new RangeError(`exact limits exist for u, p and c charts, not for ${kind}`)
  }
}

/** Null where a denominator is missing or 0. Only where no point has one do the numerators stand for themselves. */
const observe = (kind: ChartKind, points: ChartRequest['points']): (Observation | null)[] => {
  const standAlone = kind === 'c' || ((kind === 'i' || kind === 'run') && points.every((p) => p.denominator === null))
  return points.map(({ numerator, denominator }) => {
    const size = standAlone ? 1 : (denominator ?? 0)
    return size === 0 ? null : { count: numerator, size, value: numerator / size }
  })
}

const isPresent = (observation: Observation | null): observation is Observation => observation !== null

const drawPoint = (
  observation: Observation | null,
  centre: number | null,
  basis: LimitsBasis,
  factor: number,
): ChartPoint => {
  const limits = observation && centre !== null ? limitsAt(basis, centre, observation.size) : null
  return {
    value: observation && observation.value * factor,
    centre: centre === null ? null : centre * factor,
    lower: limits && limits.lower * factor,
    upper: limits && limits.upper * factor,
    beyond:
      limits !== null &&
      observation !== null &&
      (isBelow(observation.value, limits.lower) || isBelow(limits.upper, observation.value)),
  }
}

/**
 * Control chart of a figure over time, ready to draw.
 *
 * Kinds: 'u' events per exposure, 'p' share of whole trials, 'c' counts (denominators null), 'i' single
 * values with limits from their moving range, 'run' median without limits, and Laney's 'u-prime' and 'p-prime'.
 * Centre: Σnumerator / Σdenominator for u, p and c; mean for 'i'. A point whose denominator is null or 0 has
 * no value and no limits, and moves no other point. On 'i' and 'run' the numerators are the values where no
 * point has a denominator at all.
 *
 * Limits: 'sigma' is 3σ; 'exact' Poisson or binomial with α = 0.0027; 'auto' is exact when any expected count
 * is below 50, else Laney's when σz > 1.5, else 3σ. None under 5 points. `beyond` is strictly outside them.
 * Sources: Montgomery, Introduction to Statistical Quality Control; Laney, Quality Engineering 14 (2002);
 * Anhøj and Olesen, PLoS ONE 9 (2014) for the runs.
 *
 * Throws RangeError for what no count, denominator, factor or phase can be.
 */
export const controlChart = (request: ChartRequest): Chart => {
  checkRequest(request)
  const { kind, points, factor = 1, freezeAfter = points.length, rebaseAfter = [], limits = 'auto' } = request
  const observations = observe(kind, points)
  const starts = [0, ...rebaseAfter].filter((start) => start < points.length)
  const phases = starts.map((start, index) => {
    const end = starts[index + 1] ?? points.length
    const isFrozen = freezeAfter > start && freezeAfter < end
    const phase = observations.slice(start, end)
    const baseline = observations.slice(start, isFrozen ? freezeAfter : end).filter(isPresent)
    const centre = centreOf(kind, baseline)
    const basis = baseLimits(kind, limits, baseline, centre)
    const observed = phase.filter(isPresent)
    const isMixed = observed.some(({ size }) => centre !== null && isExactAt(basis, centre, size))
    return {
      drawn: phase.map((observation) => drawPoint(observation, centre, basis, factor)),
      runs: { from: start, to: end - 1, ...runsTest(observed, centre) },
      words: { basis, observed: baseline.length, frozenAfter: isFrozen ? freezeAfter - start : null, isMixed },
    }
  })
  return {
    points: phases.flatMap(({ drawn }) => drawn),
    phases: phases.map(({ runs }) => runs),
    method: chartWords(
      kind,
      phases.map(({ words }) => words),
    ),
  }
}
