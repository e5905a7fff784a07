import { minuteInBeijing } from '#domain/instant'
import type { RateFigure, Rates } from '#domain/metrics/metrics.contract'
import { indicatorNames } from '#domain/metrics/rate'
import { countInWords, listed } from '#domain/number.words'
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
import { worthALook } from './chart.words'
import { chartTitle, perInWords, rateInWords, rateOf, visitsOf } from './figure.words'
import { countingInWords } from './method.words'
import { labelsOf } from './point.labels'
import { drawRates } from './rate.drawing'
import { chosenFigure, isSignal } from './rate.standing'
import { headlineOf, intervalOf, supportOf } from './rate.words'

const figureOf = (figure: RateFigure): ReportFigure => {
  const value = rateOf(figure, figure.factor)
  const interval = intervalOf(figure)
  const fraction =
    figure.denominator === null
      ? `${countInWords(figure.numerator)} 件，没有人次`
      : `${countInWords(figure.numerator)} / ${countInWords(figure.denominator)}`
  return {
    name: indicatorNames[figure.indicator],
    value: value === null ? '暂无数据' : `${rateInWords(value)} 件/${perInWords(figure.factor)}`,
    lines: [fraction, interval ? `95% 区间 ${interval}` : ''],
  }
}

const supportWords = (rates: Rates): string => {
  const figure = chosenFigure(rates)
  const named = worthALook(rates).map(({ row, words: about }) => `${row.name}：${about}`)
  const look = named.length > 0 ? `值得去现场看的是${listed(named)}。` : ''
  return `${figure ? `${countInWords(figure.numerator)} 件` : ''}${supportOf(rates)}${look}`
}

/** The page as one picture to put into a report: the sentence, the figures, the chart, and what they rest on. */
export const ratePicture = (rates: Rates): Picture => {
  const { hospitalName, figures, chart, period, asOf } = rates
  const head = paragraph(MARGIN, `${hospitalName} · 投诉率`, SMALL, GREY)
  const title = paragraph(head.bottom + 8, headlineOf(rates), TITLE, INK, SONG, true)
  const support = paragraph(title.bottom + 4, supportWords(rates), BODY, GREY)
  const figuresAt = support.bottom + 18
  const chartAt = figuresAt + FIGURES_HEIGHT + 24
  const plotAt = chartAt + 40
  const drawing = drawRates(chart.points, period.to)
  const foot = paragraph(
    plotAt + PLOT.height + 52,
    `${countingInWords(rates)}。${chart.method}${chart.provisional ? '不满 12 个月，是试行界限。' : ''}数到 ${minuteInBeijing(asOf)}。`,
    SMALL,
    GREY,
  )
  const height = Math.ceil(foot.bottom + MARGIN)
  return {
    width: WIDTH,
    height,
    strokes: [
      { kind: 'box', x: 0, y: 0, width: WIDTH, height, colour: PAPER },
      ...head.strokes,
      ...title.strokes,
      ...support.strokes,
      ...figureStrokes(figures.map(figureOf), figuresAt),
      words(
        MARGIN,
        chartAt,
        `${chartTitle(rates)}，${chart.points.length} 个月；分母是${visitsOf[rates.indicator]}`,
        BODY,
        INK,
        true,
      ),
      ...controlStrokes(drawing, {
        y: plotAt,
        marked: (point) => ({
          isSignal: isSignal(point),
          isOpen: !point.whole,
          isCurrent: point.month === period.to,
        }),
        labels: labelsOf(drawing, PLOT, SMALL),
      }),
      ...foot.strokes,
    ],
  }
}
