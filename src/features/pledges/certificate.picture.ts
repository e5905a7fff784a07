import { pledgeCodeInGroups } from '#domain/integrity/pledge.code'
import type { OwnSignature } from '#domain/integrity/pledge.contract'
import { linesOfName, PAPER_WIDTH, type Strokes } from '#domain/integrity/pledge.strokes'
import { fullDayName } from '#domain/number.words'
import { centred, CERTIFICATE_WIDTH, certificateDrawing } from '../../ui/picture/certificate.strokes'
import { INK, JADE, type Picture, SONG, type Stroke } from '../../ui/picture/picture.strokes'
import { certificateSquare } from './certificate.code'
import { vowLines } from './pledge.words'

const HAND_WIDTH = 210

const hand = (strokes: Strokes, y: number): Stroke[] =>
  linesOfName(strokes).map((line) => ({
    kind: 'line',
    spots: line.map((spot) => ({
      x: (CERTIFICATE_WIDTH - HAND_WIDTH) / 2 + (spot.x / PAPER_WIDTH) * HAND_WIDTH,
      y: y + (spot.y / PAPER_WIDTH) * HAND_WIDTH,
    })),
    colour: INK,
    width: 2.6,
    round: true,
  }))

/** The certificate as it is kept: name, version, hand, day, and the square that checks it. */
export const certificatePicture = (signature: OwnSignature, hospitalName: string): Picture => {
  const { name, departmentName, signedOn, way, code } = signature
  return certificateDrawing({
    title: '廉洁承诺',
    departmentName,
    name,
    lines: vowLines(signature),
    middle:
      way.kind === 'drawn'
        ? { height: 92, strokesAt: (y) => hand(way.strokes, y) }
        : { height: 40, strokesAt: (y) => [centred(y, '本人确认签下', { size: 18, face: SONG, colour: JADE })] },
    foot: [hospitalName, fullDayName(signedOn), '查验码', pledgeCodeInGroups(code)],
    square: certificateSquare(code),
  })
}
