import { countInWords, monthName } from '#domain/number.words'
import type { Results, TrendPoint } from '#domain/survey/results.contract'
import { type Box, placeLabels, widthOfWords } from '../../ui/chart/chart.geometry'
import type { Mark } from '../../ui/chart/control.drawing'
import { intervalInWords, valueInWords } from './figure.words'
import { beyondSide } from './result.standing'
import { axisOf, type TrendDrawing } from './trend.drawing'

/** How a month lies to its limits. */
export const pointStanding = (point: TrendPoint): string => {
  if (point.value === null) return '份数太少，不显示'
  if (point.upper === null || point.lower === null) return '还没有界限'
  const side = beyondSide(point)
  if (side === null) return '在界限以内'
  return side === 'high' ? '高于上限' : '低于下限'
}

/** 「185 / 260 份」; empty where it is not shown. */
export const fractionInWords = ({ numerator, denominator }: TrendPoint): string =>
  numerator === null || denominator === null ? '' : `${countInWords(numerator)} / ${countInWords(denominator)} 份`

/** 「界限 62.1–78.0」 */
export const limitsInWords = ({ lower, upper }: TrendPoint): string =>
  lower === null || upper === null ? '' : `界限 ${intervalInWords(lower, upper)}`

/** A month of the chart, read out. */
export const pointInWords = (point: TrendPoint): string =>
  [
    monthName(point.month),
    point.value === null ? '' : `${valueInWords(point.value)}%`,
    pointStanding(point),
    fractionInWords(point),
    limitsInWords(point),
  ]
    .filter(Boolean)
    .join('，')

/** 「2026 年 2 月 52.1%，低于下限」, of all months beyond their limits. */
export const signalsInWords = (points: readonly TrendPoint[]): string =>
  points
    .filter((point) => beyondSide(point) !== null)
    .map((point) => `${monthName(point.month)} ${valueInWords(point.value ?? 0)}%，${pointStanding(point)}`)
    .join('；')

/** 「答“非常满意”的比例，24 个月」 */
export const trendTitle = ({ best, trend }: Results): string =>
  `答“${best ?? '最好'}”的比例，${trend.points.length} 个月`

/** 「纵轴 50–90%」, and what dots mean. */
export const axisInWords = ({ trend }: Results): string => {
  const { from, to } = axisOf(trend.points)
  const trial = trend.provisional && trend.points.some(({ upper }) => upper !== null)
  return `纵轴 ${from}–${to}%${trial ? '；点线是试行界限，满 12 个月再定' : ''}`
}

/** The chart in one sentence, for who does not see it. */
export const trendInWords = (results: Results): string => {
  const { points, signal } = results.trend
  const [first, last] = [points[0], points[points.length - 1]]
  if (!first || !last) return '还没有可画的月份'
  const range = `答“${results.best ?? '最好'}”的比例，控制图，${monthName(first.month)}到 ${monthName(last.month)}。`
  const centre = last.centre === null ? '' : `中心线 ${valueInWords(last.centre)}%。`
  const beyond = signalsInWords(points)
  const latest = `${[monthName(last.month), last.value === null ? '' : `${valueInWords(last.value)}%`, pointStanding(last)].filter(Boolean).join('，')}。`
  const runs = signal ? '走势有异常：高低成段，不像偶然。' : ''
  return `${range}${centre}${latest}${beyond === '' ? '没有一个月超出界限。' : `${beyond}。`}${runs}`
}

export interface TrendLabel {
  readonly mark: Mark<TrendPoint>
  readonly box: Box
  readonly words: string
}

const WIDE = 420
const MOST = { wide: 4, narrow: 2 }

/** Words beside the signals: the latest ones, where there are too many for the plot. px */
export const trendLabels = (
  { marks, limits }: TrendDrawing,
  plot: { readonly width: number; readonly height: number },
  letters: number,
): TrendLabel[] => {
  const worded = marks
    .filter(({ point }) => beyondSide(point) !== null)
    .slice(-MOST[plot.width >= WIDE ? 'wide' : 'narrow'])
    .map((mark) => ({
      mark,
      words: `${monthName(mark.point.month, mark.point.month)} ${valueInWords(mark.point.value ?? 0)}，${pointStanding(mark.point)}`,
    }))
  const boxes = placeLabels(
    worded.map(({ mark, words }) => ({
      x: mark.at.x * plot.width,
      y: mark.at.y * plot.height,
      width: widthOfWords(words, letters),
      height: letters * 1.35,
    })),
    plot,
    [...marks.map(({ at }) => at), ...limits.flat()].map(({ x, y }) => ({ x: x * plot.width, y: y * plot.height })),
  )
  return worded.flatMap((label, index) => {
    const box = boxes[index]
    return box ? [{ ...label, box }] : []
  })
}
