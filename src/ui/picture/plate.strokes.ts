import type { PlateName } from '#domain/culture/plate.names'
import { PLATE_SIZE } from '../plates/plate.address'
import { plateDrawings, platePalette } from '../plates/plate.drawings'
import { outlinesOf, type Spot } from './path.outline'
import type { Stroke } from './picture.strokes'

const INK_WIDTH = 2.5

type Move = (spot: Spot) => Spot

const TAG = /<(\/?)(g|path|circle|ellipse)([^>]*)>/g
const ATTRIBUTE = /([a-z-]+)='([^']*)'/g
const TRANSFORM = /(translate|rotate)\(([^)]*)\)/g

const attributesOf = (text: string): Record<string, string> =>
  Object.fromEntries([...text.matchAll(ATTRIBUTE)].map(([, name = '', value = '']) => [name, value]))

/** Of a group: what is written last is done first. */
const moveOf = (transform = ''): Move => {
  const moves = [...transform.matchAll(TRANSFORM)].map(([, kind, written = '']): Move => {
    const [a = 0, b = 0, c = 0] = written.split(/[\s,]+/).map(Number)
    if (kind === 'translate') return ({ x, y }) => ({ x: x + a, y: y + b })
    const [sin, cos] = [Math.sin((a * Math.PI) / 180), Math.cos((a * Math.PI) / 180)]
    return ({ x, y }) => ({ x: b + (x - b) * cos - (y - c) * sin, y: c + (x - b) * sin + (y - c) * cos })
  })
  return (spot) => moves.reduceRight((at, move) => move(at), spot)
}

const ROUND = 'M{left} {y}A{rx} {ry} 0 0 1 {right} {y}A{rx} {ry} 0 0 1 {left} {y}Z'

const pathOf = (kind: string, attributes: Record<string, string>): string => {
  if (kind === 'path') return attributes['d'] ?? ''
  const rx = Number(attributes['r'] ?? attributes['rx'])
  const ry = Number(attributes['r'] ?? attributes['ry'])
  const [cx, y] = [Number(attributes['cx']), Number(attributes['cy'])]
  const words: Record<string, number> = { left: cx - rx, right: cx + rx, y, rx, ry }
  return ROUND.replace(/\{(\w+)\}/g, (_, word: string) => String(words[word]))
}

const palette: Record<string, string> = platePalette.light

const colourOf = (fill: string): string => palette[fill.replace(/[{}]/g, '')] ?? fill

/** One of the house's drawings in light colours, `width` px wide, for a canvas that takes no SVG. */
export const plateStrokes = (name: PlateName, place: Spot, width: number): Stroke[] => {
  const scale = width / PLATE_SIZE.width
  const strokes: Stroke[] = []
  const groups: Move[] = []
  for (const [, end, kind = '', written = ''] of plateDrawings[name].lines.matchAll(TAG)) {
    if (kind === 'g') {
      if (end) groups.pop()
      else groups.push(moveOf(attributesOf(written)['transform']))
      continue
    }
    const attributes = attributesOf(written)
    const onSheet: Move = (spot) => {
      const { x, y } = groups.reduceRight((at, move) => move(at), spot)
      return { x: place.x + x * scale, y: place.y + y * scale }
    }
    const outlines = outlinesOf(pathOf(kind, attributes)).map((outline) => outline.map(onSheet))
    const { fill, stroke } = attributes
    for (const spots of outlines) {
      if (fill && fill !== 'none') strokes.push({ kind: 'line', spots, colour: colourOf(fill), width: 0 })
    }
    for (const spots of outlines) {
      if (stroke !== 'none') {
        strokes.push({ kind: 'line', spots, colour: palette['ink'] ?? '', width: INK_WIDTH * scale, round: true })
      }
    }
  }
  return strokes
}
