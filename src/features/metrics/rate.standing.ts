import type { ChartPoint, Comparison, RateFigure, Rates } from '#domain/metrics/metrics.contract'
import { rateOf } from './figure.words'

/** How many months a chart needs before it has limits at all. */
const LEAST_POINTS = 5

/** What the page may say of the period. */
export type Standing =
  | { readonly kind: 'no_visits' }
  | { readonly kind: 'partial' }
  | { readonly kind: 'too_few'; readonly months: number }
  | { readonly kind: 'above'; readonly limit: number }
  | { readonly kind: 'below'; readonly limit: number }
  | { readonly kind: 'running'; readonly side: RunSide; readonly months: number }
  | { readonly kind: 'ran'; readonly side: RunSide; readonly from: string; readonly to: string }
  | { readonly kind: 'stuck' }
  | { readonly kind: 'usual' }
  /** A quarter or a year, which has no limits of its own. */
  | { readonly kind: 'compared'; readonly before: Comparison | null }

/** A month beyond its limits; one that is not over yet says nothing. */
export const isSignal = ({ beyond, whole }: ChartPoint): boolean => beyond && whole

/** Of the centre line. */
export type RunSide = 'high' | 'low'

/** The figure of the indicator that was asked for. */
export const chosenFigure = ({ figures, indicator }: Rates): RateFigure | null =>
  figures.find((figure) => figure.indicator === indicator) ?? null

interface Run {
  readonly side: RunSide
  readonly points: readonly ChartPoint[]
}

const sideOf = ({ value, centre, whole }: ChartPoint): RunSide | null =>
  value === null || centre === null || value === centre || !whole ? null : value > centre ? 'high' : 'low'

/** Stretches of months on one side of the centre line; a point on the line neither breaks nor lengthens one. */
const runsOf = (points: readonly ChartPoint[]): Run[] => {
  const runs: { side: RunSide; points: ChartPoint[] }[] = []
  for (const point of points) {
    const side = sideOf(point)
    if (side === null) continue
    const last = runs[runs.length - 1]
    if (last?.side === side) last.points.push(point)
    else runs.push({ side, points: [point] })
  }
  return runs
}

const runStanding = ({ points, runs }: Rates['chart']): Standing => {
  if (!runs.signal) return { kind: 'usual' }
  const stretches = runsOf(points)
  const long = stretches.filter((run) => run.points.length > runs.longestRunLimit)
  const latest = long[long.length - 1]
  if (!latest) return { kind: 'stuck' }
  const { side, points: months } = latest
  if (latest === stretches[stretches.length - 1]) return { kind: 'running', side, months: months.length }
  return { kind: 'ran', side, from: months[0]?.month ?? '', to: months[months.length - 1]?.month ?? '' }
}

export const standingOf = (rates: Rates): Standing => {
  const figure = chosenFigure(rates)
  const value = figure && rateOf(figure, figure.factor)
  if (value === null) return { kind: 'no_visits' }
  if (!rates.complete) return { kind: 'partial' }
  if (rates.unit !== 'month') return { kind: 'compared', before: figure?.before ?? figure?.lastYear ?? null }
  const { points } = rates.chart
  const point = points.find(({ month }) => month === rates.period.to)
  const known = points.filter((other) => other.value !== null).length
  if (known < LEAST_POINTS || !point || point.upper === null) return { kind: 'too_few', months: known }
  if (point.beyond && value > point.upper) return { kind: 'above', limit: point.upper }
  if (point.beyond && point.lower !== null) return { kind: 'below', limit: point.lower }
  return runStanding(rates.chart)
}
