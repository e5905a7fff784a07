import type { OwnSignature } from '#domain/integrity/pledge.contract'
import { pledgeCodeInGroups } from '#domain/integrity/pledge.code'
import { linesOfName, PAPER_WIDTH, type Strokes } from '#domain/integrity/pledge.strokes'
import { outlinesOf } from '../../ui/picture/path.outline'
import {
  GREY,
  HAIRLINE,
  INK,
  JADE,
  linesOf,
  type Picture,
  PLAIN,
  SONG,
  type Stroke,
} from '../../ui/picture/picture.strokes'
import { frameStrokes, squareStrokes, squareWidth } from '../../ui/picture/slip.strokes'
import { codeSquare } from './certificate.code'
import { fullDay, vowLines } from './pledge.words'

const WIDTH = 375
const FRAME = 12
const FRAME_DEPTH = 8
const MARGIN = 36
const ROOM = WIDTH - 2 * MARGIN
const MODULE = 2.5

/** The house's lotus line, drawn 360 by 204 (src/ui/motifs/lotus.svg). */
const LOTUS =
  'M0 168H92C128 168 150 160 156 132C159.5 116 156 104 153 92M153 92C130 76 128 46 147 18C168 42 174 72 153 92M153 92C122 90 104 70 101 42C114 43.5 125 49 133.2 58M153 92C186 88 203 67 204 39C191 41.5 180.5 47.5 167.2 58M153 92C127 99 98 92 80 72C88.5 66.5 98 64.5 107.4 65.2M153 92C180 97 208 88 224 67C215.5 62.5 207 61.2 198.6 62.6M240 168L228 159.2C208 160.2 192 163.4 192 168C192 173.4 214 177.2 242 177.2C270 177.2 292 173.4 292 168C292 163 272 159.3 246 158.9L240 168M292 168H360M214 188H274M234 198H256'
const LOTUS_SCALE = 0.62
const LOTUS_LEFT = (WIDTH - 360 * LOTUS_SCALE) / 2
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
      { x: WIDTH - LOTUS_LEFT, y: height },
      { x: WIDTH - side, y: height },
    ],
  ]
  return lines.map((spots) => ({ kind: 'line', spots, colour: JADE, width: 1.9, round: true }))
}

const HAND_WIDTH = 210

const hand = (strokes: Strokes, y: number): Stroke[] =>
  linesOfName(strokes).map((line) => ({
    kind: 'line',
    spots: line.map((spot) => ({
      x: (WIDTH - HAND_WIDTH) / 2 + (spot.x / PAPER_WIDTH) * HAND_WIDTH,
      y: y + (spot.y / PAPER_WIDTH) * HAND_WIDTH,
    })),
    colour: INK,
    width: 2.6,
    round: true,
  }))

const centred = (y: number, text: string, size: number, face: string, colour = INK, strong = false): Stroke => ({
  kind: 'words',
  x: WIDTH / 2,
  y,
  text,
  font: `${strong ? 'bold ' : ''}${size}px ${face}`,
  colour,
  centred: true,
})

/** The certificate as it is kept: name, version, hand, day, and the square that checks it. */
export const certificatePicture = (signature: OwnSignature, hospitalName: string): Picture => {
  const { name, departmentName, signedOn, way, code } = signature
  const strokes: Stroke[] = []
  let y = 48
  const put = (height: number, ...more: Stroke[]) => {
    strokes.push(...more)
    y += height
  }
  put(142, ...lotus(y))
  put(54, centred(y, Array.from('廉洁承诺').join(' '), 30, SONG, INK, true))
  if (departmentName) put(26, centred(y, departmentName, 15, PLAIN, GREY))
  put(42, centred(y, Array.from(name).join(' '), 24, SONG, INK, true))
  for (const line of vowLines(signature).flatMap((vow) => linesOf(vow, 17, ROOM))) {
    put(29, centred(y, line, 17, SONG))
  }
  y += 8
  if (way.kind === 'drawn') put(92, ...hand(way.strokes, y))
  else put(40, centred(y, '本人确认签下', 18, SONG, JADE))
  y += 8
  put(14, { kind: 'box', x: MARGIN, y, width: ROOM, height: 1, colour: HAIRLINE })
  const square = codeSquare(code)
  const side = squareWidth(square, MODULE)
  const left = [hospitalName, fullDay(signedOn), '查验码', pledgeCodeInGroups(code)]
  const lines = left.flatMap((text) => linesOf(text, 13, ROOM - side - 8))
  lines.forEach((text, at) =>
    strokes.push({ kind: 'words', x: MARGIN, y: y + 8 + at * 21, text, font: `13px ${PLAIN}`, colour: GREY }),
  )
  strokes.push(...squareStrokes(square, { x: WIDTH - MARGIN - side + 8, y }, MODULE))
  y += Math.max(side, lines.length * 21 + 8)
  const height = Math.ceil(y + 36)
  return { width: WIDTH, height, strokes: [...frameStrokes(WIDTH, height, FRAME), ...strokes] }
}
