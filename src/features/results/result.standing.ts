import type { Month } from '#domain/instant'
import type { Results, TrendPoint } from '#domain/survey/results.contract'
import { monthsIn } from './period.words'

/** Of the centre line, or of the limits. */
export type Side = 'high' | 'low'

/** What the page may say of the share of best answers in its period. */
export type Standing =
  | { readonly kind: 'running' }
  | { readonly kind: 'too_few'; readonly months: number }
  | { readonly kind: 'beyond'; readonly months: readonly { readonly month: Month; readonly side: Side }[] }
  | { readonly kind: 'drifting'; readonly side: Side; readonly months: number }
  | { readonly kind: 'stuck' }
  | { readonly kind: 'usual' }

/** Above the upper limit or below the lower one; null: neither. */
export const beyondSide = ({ value, upper, lower, beyond }: TrendPoint): Side | null => {
  if (!beyond || value === null) return null
  if (upper !== null && value > upper) return 'high'
  return lower !== null && value < lower ? 'low' : null
}

const sideOf = ({ value, centre }: TrendPoint): Side | null =>
  value === null || centre === null || value === centre ? null : value > centre ? 'high' : 'low'

/** The latest stretch on one side of the centre line; a point on the line neither breaks nor lengthens it. */
const latestRun = (points: readonly TrendPoint[]): { side: Side; months: number; useful: number } | null => {
  const sides = points.map(sideOf).filter((side) => side !== null)
  const side = sides[sides.length - 1]
  if (!side) return null
  const others = sides.map((one) => one !== side)
  return { side, months: sides.length - 1 - others.lastIndexOf(true), useful: sides.length }
}

/** Longest run that chance makes of so many useful points (Anhøj & Olesen 2014). */
const longestUsual = (useful: number) => Math.round(Math.log2(useful)) + 3

export const standingOf = ({ isOver, period, trend }: Pick<Results, 'isOver' | 'period' | 'trend'>): Standing => {
  if (!isOver) return { kind: 'running' }
  const months = monthsIn(period)
  const last = months[months.length - 1] ?? ''
  const upToThen = trend.points.filter(({ month, value }) => month <= last && value !== null)
  const inPeriod = upToThen.filter(({ month }) => months.includes(month))
  if (!inPeriod.some(({ upper }) => upper !== null)) return { kind: 'too_few', months: upToThen.length }
  const beyond = inPeriod.flatMap((point) => {
    const side = beyondSide(point)
    return side ? [{ month: point.month, side }] : []
  })
  if (beyond.length > 0) return { kind: 'beyond', months: beyond }
  // The runs are of the whole chart: of a period long past they say nothing.
  const isLatest = upToThen.length === trend.points.filter(({ value }) => value !== null).length
  if (!trend.signal || !isLatest) return { kind: 'usual' }
  const run = latestRun(upToThen)
  return run && run.months > longestUsual(run.useful)
    ? { kind: 'drifting', side: run.side, months: run.months }
    : { kind: 'stuck' }
}
