import * as v from 'valibot'

/** The paper a name is written on by hand: places on it are whole numbers, whatever screen it was written on. */
export const PAPER_WIDTH = 1000
export const PAPER_HEIGHT = 400

/** Three characters in print have some sixty strokes. */
export const STROKES_MOST = 100
export const PLACES_MOST = 1200

/** Shorter than this altogether it is a slip of the finger and no name. */
export const INK_LEAST = 300

/** Nearer than this to the one before a place says nothing new. */
const NEAR = 4

const within = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(most))

const lengthOfStroke = (stroke: readonly number[]): number => {
  let length = 0
  for (let at = 2; at < stroke.length; at += 2) {
    length += Math.hypot((stroke[at] ?? 0) - (stroke[at - 2] ?? 0), (stroke[at + 1] ?? 0) - (stroke[at - 1] ?? 0))
  }
  return length
}

const inkOf = (strokes: readonly (readonly number[])[]): number =>
  strokes.reduce((sum, stroke) => sum + lengthOfStroke(stroke), 0)

const placesIn = (strokes: readonly (readonly number[])[]): number =>
  strokes.reduce((sum, stroke) => sum + stroke.length / 2, 0)

/** One stroke: x and y in turn. */
const Stroke = v.pipe(
  v.array(within(PAPER_WIDTH)),
  v.minLength(2),
  v.maxLength(2 * PLACES_MOST),
  v.check((places) => places.length % 2 === 0),
  v.check((places) => places.every((place, at) => at % 2 === 0 || place <= PAPER_HEIGHT)),
)

/** A name written by hand, as lines and never as a picture. */
export const Strokes = v.pipe(
  v.array(Stroke),
  v.minLength(1),
  v.maxLength(STROKES_MOST),
  v.check((strokes) => placesIn(strokes) <= PLACES_MOST),
  v.check((strokes) => inkOf(strokes) >= INK_LEAST),
)
export type Strokes = v.InferOutput<typeof Strokes>

interface Place {
  readonly x: number
  readonly y: number
}

const clamp = (value: number, most: number): number => Math.min(most, Math.max(0, Math.round(value)))

/** Without places that lie nearer than that to the one before; the ends of a stroke stay. */
const thinned = (stroke: readonly number[], near: number): number[] => {
  const kept = stroke.slice(0, 2)
  for (let at = 2; at < stroke.length; at += 2) {
    const [x = 0, y = 0] = stroke.slice(at, at + 2)
    const [lastX = 0, lastY = 0] = kept.slice(-2)
    const isEnd = at + 2 >= stroke.length && (x !== lastX || y !== lastY)
    if (isEnd || Math.hypot(x - lastX, y - lastY) >= near) kept.push(x, y)
  }
  return kept
}

/**
 * What was written on a field of that size, in px, on the paper; null: nothing that could be a name. Strokes beyond
 * the last one that fits are left out.
 */
export const writtenName = (
  lines: readonly (readonly Place[])[],
  field: { readonly width: number; readonly height: number },
): Strokes | null => {
  if (field.width <= 0 || field.height <= 0) return null
  const strokes = lines
    .filter((line) => line.length > 0)
    .slice(0, STROKES_MOST)
    .map((line) =>
      line.flatMap(({ x, y }) => [
        clamp((x / field.width) * PAPER_WIDTH, PAPER_WIDTH),
        clamp((y / field.height) * PAPER_HEIGHT, PAPER_HEIGHT),
      ]),
    )
  let near = NEAR
  let thin = strokes.map((stroke) => thinned(stroke, near))
  // At the paper's own size every stroke has come down to its two ends.
  while (placesIn(thin) > PLACES_MOST && near < PAPER_WIDTH * 2) {
    near *= 2
    thin = strokes.map((stroke) => thinned(stroke, near))
  }
  const parsed = v.safeParse(Strokes, thin)
  return parsed.success ? parsed.output : null
}

/** Each stroke as places to draw a line through; a dot is a short line, so that it is seen. */
export const linesOfName = (strokes: Strokes): Place[][] =>
  strokes.map((stroke) => {
    const places = Array.from({ length: stroke.length / 2 }, (_, at) => ({
      x: stroke[at * 2] ?? 0,
      y: stroke[at * 2 + 1] ?? 0,
    }))
    const [only] = places
    return places.length === 1 && only ? [only, { x: only.x + 1, y: only.y + 1 }] : places
  })
