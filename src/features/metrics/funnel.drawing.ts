import type { DepartmentRate, DepartmentRates, FunnelStep } from '#domain/metrics/metrics.contract'
import { countInWords } from '#domain/number.words'
import {
  bandsBetween,
  heightOf,
  niceTicks,
  type Spot,
  type Step,
  stepLines,
  topOf,
} from '../../ui/chart/chart.geometry'
import type { EdgeLabel, Tick } from '../../ui/chart/control.drawing'
import { rateInWords } from './figure.words'

export interface DepartmentMark {
  readonly at: Spot
  readonly row: DepartmentRate
}

/** Departments by how many they saw, in shares of the plot. */
export interface FunnelDrawing {
  readonly band: Spot[][]
  readonly limits998: Spot[][]
  readonly limits95: Spot[][]
  readonly centre: Spot[][]
  readonly marks: readonly DepartmentMark[]
  readonly rows: readonly Tick[]
  readonly columns: readonly Tick[]
  readonly edge: readonly EdgeLabel[]
  /** 「万人次」 */
  readonly unit: string
}

const SIDE_ROOM = 1.06
const TOP_ROOM = 1.1
const TEN_THOUSAND = 10_000

/** Above this many times the centre a limit says only that there were too few visits to tell. */
const HIGHEST_LIMIT = 2.3

export const drawFunnel = ({ rows, curve, centre }: DepartmentRates): FunnelDrawing => {
  const measured = rows.filter((row) => row.value !== null && row.denominator !== null)
  const widest = Math.max(1, ...measured.map(({ denominator }) => denominator ?? 0)) * SIDE_ROOM
  const values = measured.map(({ value }) => value)
  const limits = curve.map(({ upper998 }) => Math.min(upper998, (centre ?? 0) * HIGHEST_LIMIT))
  const top = topOf([...values, ...limits], TOP_ROOM)
  const steps = curve.filter(({ denominator }) => denominator < widest)
  const level = (of: (step: FunnelStep) => number): Step[] =>
    steps.map((step, index) => ({
      from: step.denominator / widest,
      to: Math.min(1, (steps[index + 1]?.denominator ?? widest) / widest),
      at: heightOf(of(step), top),
    }))
  const [upper998, lower998] = [level((step) => step.upper998), level((step) => step.lower998)]
  const [upper95, lower95] = [level((step) => step.upper95), level((step) => step.lower95)]
  const last = steps[steps.length - 1]
  const centreAt = centre === null ? null : heightOf(centre, top)
  const unit = widest >= TEN_THOUSAND ? TEN_THOUSAND : 1
  return {
    band: bandsBetween(upper998, lower998),
    limits998: [...stepLines(upper998), ...stepLines(lower998)],
    limits95: [...stepLines(upper95), ...stepLines(lower95)],
    centre: centreAt === null ? [] : stepLines([{ from: 0, to: 1, at: centreAt }]),
    marks: measured.map((row) => ({
      at: { x: (row.denominator ?? 0) / widest, y: heightOf(row.value ?? 0, top) },
      row,
    })),
    rows: niceTicks(top).map((tick) => ({ at: heightOf(tick, top), text: String(tick) })),
    columns: niceTicks(widest / unit)
      .slice(1)
      .map((tick) => ({ at: (tick * unit) / widest, text: countInWords(tick) })),
    edge: [
      ...(last
        ? [
            { at: heightOf(last.upper998, top), text: '99.8%', tone: 'plain' as const },
            { at: heightOf(last.upper95, top), text: '95%', tone: 'plain' as const },
          ]
        : []),
      ...(centre === null || centreAt === null
        ? []
        : [{ at: centreAt, text: rateInWords(centre), tone: 'jade' as const }]),
    ],
    unit: unit === 1 ? '人次' : '万人次',
  }
}
