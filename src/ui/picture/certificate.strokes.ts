import { outlinesOf } from './path.outline'
import { GREY, HAIRLINE, INK, JADE, linesOf, type Picture, PLAIN, SONG, type Stroke } from './picture.strokes'
import { frameStrokes, type Square, squareStrokes, squareWidth } from './slip.strokes'

/** px of the picture. */
export const CERTIFICATE_WIDTH = 375
const FRAME = 12
const FRAME_DEPTH = 8
const MARGIN = 36
const ROOM = CERTIFICATE_WIDTH - 2 * MARGIN
const MODULE = 2.5

/** The house's lotus line, drawn 360 by 204 (src/ui/motifs/lotus.svg). */
const LOTUS =
  'M0 168H92C128 168 150 160 156 132C159.5 116 156 104 153 92M153 92C130 76 128 46 147 18C168 42 174 72 153 92M153 92C122 90 104 70 101 42C114 43.5 125 49 133.2 58M153 92C186 88 203 67 204 39C191 41.5 180.5 47.5 167.2 58M153 92C127 99 98 92 80 72C88.5 66.5 98 64.5 107.4 65.2M153 92C180 97 208 88 224 67C215.5 62.5 207 61.2 198.6 62.6M240 168L228 159.2C208 160.2 192 163.4 192 168C192 173.4 214 177.2 242 177.2C270 177.2 292 173.4 292 168C292 163 272 159.3 246 158.9L240 168M292 168H360M214 188H274M234 198H256'
const LOTUS_SCALE = 0.62
const LOTUS_LEFT = (CERTIFICATE_WIDTH - 360 * LOTUS_SCALE) / 2
const WATER = 168

/** From one side of the frame to the other, rising once into the lotus. */
const lotus = (y: number): Stroke[] => {
  const height = y + WATER * LOTUS_SCALE
  const side = FRAME + FRAME_DEPTH
  const lines = [
    ...outlinesOf(LOTUS).map((line) =>
      line.map((spot) => ({ x: LOTUS_LEFT + spot.x * LOTUS_SCALE, y: y + spot.y * LOTUS_SCALE })),
    ),
    [
      { x: side, y: height },
      { x: LOTUS_LEFT, y: height },
    ],
    [
      { x: CERTIFICATE_WIDTH - LOTUS_LEFT, y: height },
      { x: CERTIFICATE_WIDTH - side, y: height },
    ],
  ]
  return lines.map((spots) => ({ kind: 'line', spots, colour: JADE, width: 1.9, round: true }))
}

interface Lettering {
  readonly size: number
  readonly face: string
  readonly colour?: string
  readonly strong?: boolean
}

/** A line in the middle of the paper. */
export const centred = (y: number, text: string, { size, face, colour = INK, strong = false }: Lettering): Stroke => ({
  kind: 'words',
  x: CERTIFICATE_WIDTH / 2,
  y,
  text,
  font: `${strong ? 'bold ' : ''}${size}px ${face}`,
  colour,
  centred: true,
})

const spacedOut = (text: string): string => Array.from(text).join(' ')

export interface CertificateDrawing {
  readonly title: string
  readonly departmentName: string | null
  readonly name: string
  /** What it says, a breath a line. */
  readonly lines: readonly string[]
  /** What stands under them: its height, and its strokes from there. */
  readonly middle?: { readonly height: number; readonly strokesAt: (y: number) => readonly Stroke[] }
  /** At the foot: who gives it, when, its code. */
  readonly foot: readonly string[]
  readonly square: Square
}

/** A certificate as it is kept, with the square that checks it. */
export const certificateDrawing = (certificate: CertificateDrawing): Picture => {
  const { title, departmentName, name, lines, middle, foot, square } = certificate
  const strokes: Stroke[] = []
  let y = 48
  const put = (height: number, ...more: readonly Stroke[]) => {
    strokes.push(...more)
    y += height
  }
  put(142, ...lotus(y))
  put(54, centred(y, spacedOut(title), { size: 30, face: SONG, strong: true }))
  if (departmentName) put(26, centred(y, departmentName, { size: 15, face: PLAIN, colour: GREY }))
  put(42, centred(y, spacedOut(name), { size: 24, face: SONG, strong: true }))
  for (const line of lines.flatMap((one) => linesOf(one, 17, ROOM))) {
    put(29, centred(y, line, { size: 17, face: SONG }))
  }
  y += 8
  if (middle) put(middle.height, ...middle.strokesAt(y))
  y += 8
  put(14, { kind: 'box', x: MARGIN, y, width: ROOM, height: 1, colour: HAIRLINE })
  const side = squareWidth(square, MODULE)
  const left = foot.flatMap((text) => linesOf(text, 13, ROOM - side - 8))
  left.forEach((text, at) =>
    strokes.push({ kind: 'words', x: MARGIN, y: y + 8 + at * 21, text, font: `13px ${PLAIN}`, colour: GREY }),
  )
  strokes.push(...squareStrokes(square, { x: CERTIFICATE_WIDTH - MARGIN - side + 8, y }, MODULE))
  y += Math.max(side, left.length * 21 + 8)
  const height = Math.ceil(y + 36)
  return { width: CERTIFICATE_WIDTH, height, strokes: [...frameStrokes(CERTIFICATE_WIDTH, height, FRAME), ...strokes] }
}
