import type { Cell } from '#domain/survey/results.contract'
import type { Axis } from '../../ui/chart/chart.geometry'
import { type Measure, measuredIn } from './figure.words'

const STEP = 5
const LEAST_SPAN = 20

/** An axis by fives on which every interval and every line of the rows lies, never beyond 0 and 100. */
export const axisOfRows = (
  rows: readonly { readonly cell: Cell; readonly line: number | null }[],
  measure: Measure,
): Axis => {
  const ends = rows.flatMap(({ cell, line }) => {
    if (cell.state !== 'shown') return []
    const { value, lower, upper } = measuredIn(cell.figure, measure)
    return [value, lower, upper, line].filter((end) => end !== null)
  })
  if (ends.length === 0) return { from: 0, to: 100 }
  const to = Math.min(100, Math.ceil((Math.max(...ends) + 1) / STEP) * STEP)
  const from = Math.max(0, Math.floor((Math.min(...ends) - 1) / STEP) * STEP)
  const wide = Math.max(0, Math.min(from, to - LEAST_SPAN))
  return { from: wide, to: Math.max(to, wide + LEAST_SPAN) }
}
