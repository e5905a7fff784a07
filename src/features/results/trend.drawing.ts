import type { Month } from '#domain/instant'
import type { TrendPoint } from '#domain/survey/results.contract'
import type { Axis } from '../../ui/chart/chart.geometry'
import { type ControlDrawing, drawControl } from '../../ui/chart/control.drawing'
import { valueInWords } from './figure.words'

export type TrendDrawing = ControlDrawing<TrendPoint>

const STEP = 10
/** Closer than this, chance itself would look like a mountain range. */
const LEAST_SPAN = 40
const AIR = 4

/** An axis of per cent by tens with all of the values on it, at least 40 long, never beyond 0 and 100. */
export const percentAxis = (values: readonly (number | null)[]): Axis => {
  const known = values.filter((value) => value !== null)
  if (known.length === 0) return { from: 0, to: 100 }
  const to = Math.min(100, Math.ceil((Math.max(...known) + AIR) / STEP) * STEP)
  const from = Math.max(0, Math.floor((Math.min(...known) - AIR) / STEP) * STEP)
  const wide = Math.max(0, Math.min(from, to - LEAST_SPAN))
  return { from: wide, to: Math.max(to, wide + LEAST_SPAN) }
}

const ticksOf = ({ from, to }: Axis): number[] => {
  const step = to - from > 60 ? 2 * STEP : STEP
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, at) => from + at * step)
}

export const axisOf = (points: readonly TrendPoint[]): Axis =>
  percentAxis(points.flatMap(({ value, lower, upper }) => [value, lower, upper]))

export const drawTrend = (points: readonly TrendPoint[], current: Month, isNarrow = false): TrendDrawing => {
  const axis = axisOf(points)
  return drawControl(points, { axis, ticks: ticksOf(axis), current, inWords: valueInWords, isNarrow })
}
