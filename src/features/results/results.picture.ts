import { dayName } from '#domain/number.words'
import { beijingDay, type Instant } from '#domain/instant'
import type { Results } from '#domain/survey/results.contract'
import { countInWords } from '#domain/number.words'
import { GREY, INK, PAPER, type Picture, SONG } from '../../ui/picture/picture.strokes'
import {
  BODY,
  controlStrokes,
  FIGURES_HEIGHT,
  figureStrokes,
  MARGIN,
  paragraph,
  PLOT,
  type ReportFigure,
  SMALL,
  TITLE,
  WIDTH,
  words,
} from '../../ui/picture/report.strokes'
import { hiddenInWords, intervalInWords, type Measure, measuredIn, unitOf, valueInWords } from './figure.words'
import { monthsIn } from './period.words'
import { beyondSide } from './result.standing'
import { countingInWords, headlineOf, responsesInWords, supportOf } from './result.words'
import { drawTrend } from './trend.drawing'
import { axisInWords, trendLabels, trendTitle } from './trend.words'

const figureOf = (name: string, cell: Results['overall'], measure: Measure): ReportFigure => {
  if (cell.state !== 'shown') return { name, value: '—', lines: [hiddenInWords(cell)] }
  const { value, lower, upper, n } = measuredIn(cell.figure, measure)
  if (value === null) return { name, value: '暂无数据', lines: [] }
  const interval = lower === null || upper === null ? '' : `95% 区间 ${intervalInWords(lower, upper)}`
  return { name, value: `${valueInWords(value)}${unitOf[measure]}`, lines: [`${countInWords(n)} 份`, interval] }
}

const figuresOf = (results: Results): ReportFigure[] => {
  const { received, overall, assisted, best } = results
  const top = best === null ? [] : [figureOf(`答“${best}”，自己填的`, overall, 'top')]
  return [
    {
      name: '收到',
      value: `${countInWords(received.self + received.assisted)} 份`,
      lines: responsesInWords(results),
    },
    ...top,
    figureOf('均分，满分 100', overall, 'mean'),
    figureOf('有人代填的，另列', assisted, best === null ? 'mean' : 'top'),
  ]
}

const TRIAL_DASH = [1.5, 3.5] as const

/** The page as one picture to put into a report: the sentence, the figures, the chart, and what they rest on. */
export const resultsPicture = (results: Results, now: Instant): Picture => {
  const { hospitalName, period, trend } = results
  const head = paragraph(MARGIN, `${hospitalName} · 满意度`, SMALL, GREY)
  const title = paragraph(head.bottom + 8, headlineOf(results), TITLE, INK, SONG, true)
  const support = paragraph(title.bottom + 4, supportOf(results), BODY, GREY)
  const figuresAt = support.bottom + 18
  const chartAt = figuresAt + FIGURES_HEIGHT + 24
  const plotAt = chartAt + 40
  const current = monthsIn(period).slice(-1)[0] ?? ''
  const drawing = drawTrend(trend.points, current)
  const hasChart = drawing.marks.length > 0
  const foot = paragraph(
    hasChart ? plotAt + PLOT.height + 52 : chartAt,
    `${countingInWords(results)}。${hasChart ? `${trend.method}${axisInWords(results)}。` : ''}${dayName(beijingDay(now))}存。`,
    SMALL,
    GREY,
  )
  const height = Math.ceil(foot.bottom + MARGIN)
  const chart = hasChart
    ? [
        words(MARGIN, chartAt, trendTitle(results), BODY, INK, true),
        ...controlStrokes(drawing, {
          y: plotAt,
          marked: (point) => ({
            isSignal: beyondSide(point) !== null,
            isOpen: false,
            isCurrent: point.month === current,
          }),
          labels: trendLabels(drawing, PLOT, SMALL).map((label) => ({
            box: label.box,
            signal: label.words,
            note: null,
          })),
          ...(trend.provisional ? { dash: TRIAL_DASH } : {}),
        }),
      ]
    : []
  return {
    width: WIDTH,
    height,
    strokes: [
      { kind: 'box', x: 0, y: 0, width: WIDTH, height, colour: PAPER },
      ...head.strokes,
      ...title.strokes,
      ...support.strokes,
      ...figureStrokes(figuresOf(results), figuresAt),
      ...chart,
      ...foot.strokes,
    ],
  }
}
