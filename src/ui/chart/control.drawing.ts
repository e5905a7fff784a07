import type { Month } from '#domain/instant'
import { monthName } from '#domain/number.words'
import {
  type Axis,
  bandsBetween,
  heightOn,
  middleOf,
  pointLines,
  type Spot,
  type Step,
  stepLines,
} from './chart.geometry'
import type { Layer } from './Plot'

/** A month of a control chart; null: nothing to draw. */
export interface ControlPoint {
  readonly month: Month
  readonly value: number | null
  readonly centre: number | null
  readonly lower: number | null
  readonly upper: number | null
}

export interface Mark<P> {
  readonly at: Spot
  readonly point: P
}

export interface Tick {
  /** Share of the axis: from the top, or from the left. */
  readonly at: number
  readonly text: string
}

/** One of the words at the right edge that name a line. */
export interface EdgeLabel {
  readonly at: number
  readonly text: string
  readonly tone: 'plain' | 'strong' | 'jade'
}

/** A control chart in shares of its plot: what the page and the saved picture both draw. */
export interface ControlDrawing<P extends ControlPoint = ControlPoint> {
  readonly band: Spot[][]
  readonly limits: Spot[][]
  readonly centre: Spot[][]
  readonly data: Spot[][]
  readonly marks: readonly Mark<P>[]
  readonly rows: readonly Tick[]
  readonly columns: readonly Tick[]
  readonly edge: readonly EdgeLabel[]
}

interface ControlOptions {
  readonly axis: Axis
  readonly ticks: readonly number[]
  /** The month the page is about; its label says 本月. */
  readonly current: Month
  /** A value of the axis, rounded for reading. */
  readonly inWords: (value: number) => string
  /** As on a phone, where words take more of the room. */
  readonly isNarrow: boolean
}

const january = (month: Month, isNarrow: boolean) => (isNarrow ? `${month.slice(0, 4)} 年` : monthName(month))

/** Every few months, counted so that January is among them; there the year stands. */
const columnTicks = (months: readonly Month[], isNarrow: boolean): Tick[] => {
  const [most, few] = isNarrow ? [6, 4] : [4, 2]
  const every = months.length > 12 ? most : few
  const phase = months.findIndex((month) => month.endsWith('-01')) % every
  const start = phase < 0 ? (months.length - 1) % every : phase
  return months.flatMap((month, index) => {
    const number = Number(month.slice(5))
    if (index % every !== start) return []
    return [{ at: middleOf(index, months.length), text: number === 1 ? january(month, isNarrow) : `${number} 月` }]
  })
}

const edgeLabels = (latest: ControlPoint, { axis, current, inWords }: ControlOptions): EdgeLabel[] => {
  const { value, upper, lower, centre, month } = latest
  const label = (text: string, at: number | null, tone: EdgeLabel['tone']): EdgeLabel[] =>
    at === null ? [] : [{ text: `${text} ${inWords(at)}`, at: heightOn(axis, at), tone }]
  return [
    ...label('上限', upper, 'plain'),
    ...label(month === current ? '本月' : monthName(month, current), value, 'strong'),
    ...label('中心线', centre, 'jade'),
    ...label('下限', lower, 'plain'),
  ]
}

export const drawControl = <P extends ControlPoint>(
  points: readonly P[],
  options: ControlOptions,
): ControlDrawing<P> => {
  const { axis, ticks, isNarrow } = options
  const count = points.length
  const level = (of: (point: P) => number | null): Step[] =>
    points.map((point, index) => {
      const value = of(point)
      return { from: index / count, to: (index + 1) / count, at: value === null ? null : heightOn(axis, value) }
    })
  const [upper, lower] = [level((point) => point.upper), level((point) => point.lower)]
  const spotOf = ({ value }: P, index: number): Spot | null =>
    value === null ? null : { x: middleOf(index, count), y: heightOn(axis, value) }
  const latest = points[count - 1]
  return {
    band: bandsBetween(upper, lower),
    limits: [...stepLines(upper), ...stepLines(lower)],
    centre: stepLines(level((point) => point.centre)),
    data: pointLines(points.map(spotOf)),
    marks: points.flatMap((point, index) => {
      const at = spotOf(point, index)
      return at ? [{ at, point }] : []
    }),
    rows: ticks.map((tick) => ({ at: heightOn(axis, tick), text: String(tick) })),
    columns: columnTicks(
      points.map(({ month }) => month),
      isNarrow,
    ),
    edge: latest ? edgeLabels(latest, options) : [],
  }
}

/** Dashes of limits that stand, dots of those on trial (试行界限). */
const DASHED = [5, 4] as const
const DOTTED = [1.5, 3.5] as const

export const controlLayers = (drawing: ControlDrawing, isProvisional = false): Layer[] => [
  { tone: 'band', lines: drawing.band, pen: { width: 0 } },
  { tone: 'limit', lines: drawing.limits, pen: { width: 1.25, dash: isProvisional ? DOTTED : DASHED } },
  { tone: 'centre', lines: drawing.centre, pen: { width: 1.5 } },
  { tone: 'data', lines: drawing.data, pen: { width: 1.5 } },
]
