import { minuteInBeijing } from '#domain/instant'
import type { ChartPoint, RateFigure, Rates } from '#domain/metrics/metrics.contract'
import { indicatorNames } from '#domain/metrics/rate'
import { countInWords, listed } from '#domain/number.words'
import { type Spot, spread } from '../../ui/chart/chart.geometry'
import {
  GREY,
  HAIRLINE,
  INK,
  JADE,
  linesOf,
  PAPER,
  type Picture,
  PLAIN,
  SONG,
  type Stroke,
  WASH,
  ZHU,
} from '../../ui/picture/picture.strokes'
import { worthALook } from './chart.words'
import { type ControlDrawing, drawControl } from './control.drawing'
import { chartTitle, perInWords, rateInWords, rateOf, visitsOf } from './figure.words'
import { countingInWords } from './method.words'
import { labelsOf } from './point.labels'
import { chosenFigure, isSignal } from './rate.standing'
import { headlineOf, intervalOf, supportOf } from './rate.words'

const WIDTH = 960
const MARGIN = 40
const ROOM = WIDTH - 2 * MARGIN
const PLOT = { left: MARGIN + 30, width: ROOM - 30 - 92, height: 280 }
const SMALL = 14
const BODY = 17
const TITLE = 32
const FIGURE = 26

const fontOf = (size: number, face = PLAIN, strong = false) => `${strong ? 'bold ' : ''}${size}px ${face}`

const words = (x: number, y: number, text: string, size: number, colour = INK, strong = false): Stroke => ({
  kind: 'words',
  x,
  y,
  text,
  font: fontOf(size, PLAIN, strong),
  colour,
})

const rule = (y: number): Stroke => ({ kind: 'box', x: MARGIN, y, width: ROOM, height: 1, colour: HAIRLINE })

const paragraph = (y: number, text: string, size: number, colour: string, face = PLAIN, strong = false) => {
  const lines = linesOf(text, size, ROOM)
  const strokes = lines.map(
    (line, index): Stroke => ({
      kind: 'words',
      x: MARGIN,
      y: y + index * size * 1.5,
      text: line,
      font: fontOf(size, face, strong),
      colour,
    }),
  )
  return { strokes, bottom: y + lines.length * size * 1.5 }
}

const figureStrokes = (figure: RateFigure, index: number, count: number, y: number): Stroke[] => {
  const x = MARGIN + (ROOM / count) * index + (index === 0 ? 0 : 16)
  const value = rateOf(figure, figure.factor)
  const interval = intervalOf(figure)
  const fraction =
    figure.denominator === null
      ? `${countInWords(figure.numerator)} 件，没有人次`
      : `${countInWords(figure.numerator)} / ${countInWords(figure.denominator)}`
  return [
    ...(index === 0
      ? []
      : [{ kind: 'box', x: x - 16, y: y + 8, width: 1, height: 92, colour: HAIRLINE } satisfies Stroke]),
    words(x, y + 10, indicatorNames[figure.indicator], SMALL, GREY),
    words(
      x,
      y + 32,
      value === null ? '暂无数据' : `${rateInWords(value)} 件/${perInWords(figure.factor)}`,
      FIGURE * 0.8,
      INK,
      true,
    ),
    words(x, y + 64, fraction, SMALL, GREY),
    words(x, y + 84, interval ? `95% 区间 ${interval}` : '', SMALL, GREY),
  ]
}

const tones = { plain: GREY, strong: INK, jade: JADE }

const chartStrokes = (drawing: ControlDrawing, current: string, y: number): Stroke[] => {
  const { left, width, height } = PLOT
  const placed = ({ x, y: down }: Spot) => ({ x: left + x * width, y: y + down * height })
  const lines = (all: Spot[][], colour: string, pen: number, dash?: readonly [number, number]): Stroke[] =>
    all.map((line) => ({ kind: 'line', spots: line.map(placed), colour, width: pen, ...(dash ? { dash } : {}) }))
  const edges = spread(
    drawing.edge.map(({ at }) => at * height),
    20,
    height,
  )
  return [
    ...lines(drawing.band, WASH, 0),
    ...lines(drawing.limits, GREY, 1.25, [5, 4]),
    ...lines(drawing.centre, JADE, 1.5),
    { kind: 'box', x: left, y: y + height, width, height: 1, colour: HAIRLINE },
    ...lines(drawing.data, INK, 1.75),
    ...drawing.rows.map(({ at, text }) => words(MARGIN, y + at * height - SMALL / 2, text, SMALL, GREY)),
    ...drawing.columns.map(({ at, text }) =>
      words(left + at * width - text.length * 4.4, y + height + 10, text, SMALL, GREY),
    ),
    ...drawing.edge.map(({ text, tone }, index) =>
      words(left + width + 10, y + (edges[index] ?? 0) - SMALL / 2, text, SMALL, tones[tone], tone === 'strong'),
    ),
    ...drawing.marks.flatMap(({ at, point }) => markStrokes(placed(at), point, point.month === current)),
    ...labelsOf(drawing, PLOT, SMALL).flatMap(({ box, signal, note }) => [
      ...(signal ? [words(left + box.left, y + box.top, signal, SMALL, ZHU, true)] : []),
      ...(note ? [words(left + box.left, y + box.top + (signal ? SMALL * 1.35 : 0), note, SMALL, GREY)] : []),
    ]),
  ]
}

const diamond = ({ x, y }: Spot, radius: number, colour: string): Stroke => ({
  kind: 'line',
  width: 0,
  colour,
  spots: [
    { x, y: y - radius },
    { x: x + radius, y },
    { x, y: y + radius },
    { x: x - radius, y },
  ],
})

const markStrokes = (at: Spot, point: ChartPoint, isCurrent: boolean): Stroke[] => {
  const disc = (radius: number, colour: string): Stroke => ({ kind: 'disc', ...at, radius, colour })
  const ring = isCurrent ? [disc(8, INK), disc(6.5, PAPER)] : []
  if (isSignal(point)) return [...ring, diamond(at, 9.5, PAPER), diamond(at, 7.5, ZHU)]
  return point.whole ? [...ring, disc(3.8, INK)] : [...ring, disc(3.8, INK), disc(2.3, PAPER)]
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
  const chartAt = figuresAt + 112 + 24
  const plotAt = chartAt + 40
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
      rule(figuresAt),
      ...figures.flatMap((figure, index) => figureStrokes(figure, index, figures.length, figuresAt)),
      rule(figuresAt + 112),
      words(
        MARGIN,
        chartAt,
        `${chartTitle(rates)}，${chart.points.length} 个月；分母是${visitsOf[rates.indicator]}`,
        BODY,
        INK,
        true,
      ),
      ...chartStrokes(drawControl(chart.points, period.to), period.to, plotAt),
      ...foot.strokes,
    ],
  }
}
