import { type Box, type Spot, spread } from '../chart/chart.geometry'
import type { ControlDrawing, ControlPoint } from '../chart/control.drawing'
import { GREY, HAIRLINE, INK, JADE, linesOf, PAPER, PLAIN, type Stroke, WASH, ZHU } from './picture.strokes'

/** A page of figures as a picture to put into a report, px. */
export const WIDTH = 960
export const MARGIN = 40
export const ROOM = WIDTH - 2 * MARGIN
export const PLOT = { left: MARGIN + 30, width: ROOM - 30 - 92, height: 280 }
export const SMALL = 14
export const BODY = 17
export const TITLE = 32

const fontOf = (size: number, face = PLAIN, strong = false) => `${strong ? 'bold ' : ''}${size}px ${face}`

export const words = (x: number, y: number, text: string, size: number, colour = INK, strong = false): Stroke => ({
  kind: 'words',
  x,
  y,
  text,
  font: fontOf(size, PLAIN, strong),
  colour,
})

export const rule = (y: number): Stroke => ({ kind: 'box', x: MARGIN, y, width: ROOM, height: 1, colour: HAIRLINE })

export const paragraph = (y: number, text: string, size: number, colour: string, face = PLAIN, strong = false) => {
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

export interface ReportFigure {
  readonly name: string
  readonly value: string
  /** At most two. */
  readonly lines: readonly string[]
}

export const FIGURES_HEIGHT = 112

/** The strip of figures under the sentence. */
export const figureStrokes = (figures: readonly ReportFigure[], y: number): Stroke[] => [
  rule(y),
  ...figures.flatMap(({ name, value, lines }, index): Stroke[] => {
    const x = MARGIN + (ROOM / figures.length) * index + (index === 0 ? 0 : 16)
    const divider: Stroke = { kind: 'box', x: x - 16, y: y + 8, width: 1, height: 92, colour: HAIRLINE }
    return [
      ...(index === 0 ? [] : [divider]),
      words(x, y + 10, name, SMALL, GREY),
      words(x, y + 32, value, 20.8, INK, true),
      ...lines.map((line, at) => words(x, y + 64 + at * 20, line, SMALL, GREY)),
    ]
  }),
  rule(y + FIGURES_HEIGHT),
]

const tones = { plain: GREY, strong: INK, jade: JADE }

/** How a point is marked. */
export interface Marked {
  readonly isSignal: boolean
  /** Not all of its month is there. */
  readonly isOpen: boolean
  readonly isCurrent: boolean
}

interface PlotLabel {
  readonly box: Box
  readonly signal: string | null
  readonly note: string | null
}

interface ControlStrokes<P extends ControlPoint> {
  readonly y: number
  readonly marked: (point: P) => Marked
  /** Beside the points, in px of the plot. */
  readonly labels: readonly PlotLabel[]
  readonly dash?: readonly [number, number]
}

/** A control chart with what the lines are called. */
export const controlStrokes = <P extends ControlPoint>(
  drawing: ControlDrawing<P>,
  { y, marked, labels, dash = [5, 4] }: ControlStrokes<P>,
): Stroke[] => {
  const { left, width, height } = PLOT
  const placed = ({ x, y: down }: Spot) => ({ x: left + x * width, y: y + down * height })
  const lines = (all: Spot[][], colour: string, pen: number, dashes?: readonly [number, number]): Stroke[] =>
    all.map((line) => ({
      kind: 'line',
      spots: line.map(placed),
      colour,
      width: pen,
      ...(dashes ? { dash: dashes } : {}),
    }))
  const edges = spread(
    drawing.edge.map(({ at }) => at * height),
    20,
    height,
  )
  return [
    ...lines(drawing.band, WASH, 0),
    ...lines(drawing.limits, GREY, 1.25, dash),
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
    ...drawing.marks.flatMap(({ at, point }) => markStrokes(placed(at), marked(point))),
    ...labels.flatMap(({ box, signal, note }) => [
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

const markStrokes = (at: Spot, { isSignal, isOpen, isCurrent }: Marked): Stroke[] => {
  const disc = (radius: number, colour: string): Stroke => ({ kind: 'disc', ...at, radius, colour })
  const ring = isCurrent ? [disc(8, INK), disc(6.5, PAPER)] : []
  if (isSignal) return [...ring, diamond(at, 9.5, PAPER), diamond(at, 7.5, ZHU)]
  return isOpen ? [...ring, disc(3.8, INK), disc(2.3, PAPER)] : [...ring, disc(3.8, INK)]
}
