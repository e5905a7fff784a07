import type { Month } from '#domain/instant'
import type { ChartPoint } from '#domain/metrics/metrics.contract'
import { monthName } from '#domain/number.words'
import {
  bandsBetween,
  heightOf,
  middleOf,
  niceTicks,
  pointLines,
  type Spot,
  type Step,
  stepLines,
  topOf,
} from '../../ui/chart/chart.geometry'
import { rateInWords } from './figure.words'

export interface Mark {
  readonly at: Spot
  readonly point: ChartPoint
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
export interface ControlDrawing {
  readonly band: Spot[][]
  readonly limits: Spot[][]
  readonly centre: Spot[][]
  readonly data: Spot[][]
  readonly marks: readonly Mark[]
  readonly rows: readonly Tick[]
  readonly columns: readonly Tick[]
  readonly edge: readonly EdgeLabel[]
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

const edgeLabels = (latest: ChartPoint, current: Month, top: number): EdgeLabel[] => {
  const { value, upper, lower, centre, month } = latest
  const label = (text: string, at: number | null, tone: EdgeLabel['tone']): EdgeLabel[] =>
    at === null ? [] : [{ text: `${text} ${rateInWords(at)}`, at: heightOf(at, top), tone }]
  return [
    ...label('上限', upper, 'plain'),
    ...label(month === current ? '本月' : monthName(month, current), value, 'strong'),
    ...label('中心线', centre, 'jade'),
    ...label('下限', lower, 'plain'),
  ]
}

/** Above the highest point stand the words of a signal. */
const ROOM_FOR_WORDS = 1.28

/** @param isNarrow as on a phone, where words take more of the room. */
export const drawControl = (points: readonly ChartPoint[], current: Month, isNarrow = false): ControlDrawing => {
  const top = topOf(
    points.flatMap(({ value, upper }) => [value, upper]),
    ROOM_FOR_WORDS,
  )
  const count = points.length
  const level = (of: (point: ChartPoint) => number | null): Step[] =>
    points.map((point, index) => {
      const value = of(point)
      return { from: index / count, to: (index + 1) / count, at: value === null ? null : heightOf(value, top) }
    })
  const [upper, lower] = [level((point) => point.upper), level((point) => point.lower)]
  const spotOf = ({ value }: ChartPoint, index: number): Spot | null =>
    value === null ? null : { x: middleOf(index, count), y: heightOf(value, top) }
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
    rows: niceTicks(top).map((tick) => ({ at: heightOf(tick, top), text: String(tick) })),
    columns: columnTicks(
      points.map(({ month }) => month),
      isNarrow,
    ),
    edge: latest ? edgeLabels(latest, current, top) : [],
  }
}
