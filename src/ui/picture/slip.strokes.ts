import { JADE, PAPER, type Stroke } from './picture.strokes'

/** Dark modules of a QR code by row; light around them is up to whoever draws it. */
export interface Square {
  readonly size: number
  readonly isDark: (row: number, column: number) => boolean
}

/** Light modules that a scanner wants around the dark ones. */
const LIGHT = 4

/** With its light edge, in px, at so many px a module. */
export const squareWidth = ({ size }: Square, module: number): number => (size + 2 * LIGHT) * module

/** Neighbouring dark modules are one run: no hairline between them however the picture is scaled. */
export const runsOf = ({ size, isDark }: Square) => {
  const runs: { row: number; column: number; length: number }[] = []
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      if (!isDark(row, column)) continue
      const last = runs[runs.length - 1]
      if (last?.row === row && last.column + last.length === column) last.length += 1
      else runs.push({ row, column, length: 1 })
    }
  }
  return runs
}

/** Dark on white, whatever the paper is. */
export const squareStrokes = (square: Square, at: { x: number; y: number }, module: number): Stroke[] => {
  const width = squareWidth(square, module)
  return [
    { kind: 'box', ...at, width, height: width, colour: '#ffffff' },
    ...runsOf(square).map(
      ({ row, column, length }): Stroke => ({
        kind: 'box',
        x: at.x + (column + LIGHT) * module,
        y: at.y + (row + LIGHT) * module,
        width: length * module,
        height: module,
        colour: '#000000',
      }),
    ),
  ]
}

/** The printers' thick-and-thin rule around a slip, so far from its edge: each box is painted over by the next. */
export const frameStrokes = (width: number, height: number, margin: number): Stroke[] => {
  const box = (inset: number, colour: string): Stroke => ({
    kind: 'box',
    x: inset,
    y: inset,
    width: width - 2 * inset,
    height: height - 2 * inset,
    colour,
  })
  return [box(0, PAPER), box(margin, JADE), box(margin + 3, PAPER), box(margin + 7, JADE), box(margin + 8, PAPER)]
}
