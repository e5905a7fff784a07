/** A place in a plot, as shares of its width and height: 0,0 is its upper left corner. */
export interface Spot {
  readonly x: number
  readonly y: number
}

/** One level of a stepped line, `at` this height from `from` to `to`; null: there is none. */
export interface Step {
  readonly from: number
  readonly to: number
  readonly at: number | null
}

const NICE = [1, 2, 2.5, 5, 10]

/** Round numbers from 0 upwards, about `wanted` of them, the last not above `top`. */
export const niceTicks = (top: number, wanted = 4): number[] => {
  if (!(top > 0) || !Number.isFinite(top)) return [0]
  const rough = top / wanted
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = (NICE.find((nice) => nice * power >= rough) ?? 10) * power
  // Multiplied, not added up: 0.1 + 0.2 would be a label of 17 digits.
  return Array.from({ length: Math.floor(top / step + 1e-9) + 1 }, (_, index) => Number((index * step).toPrecision(12)))
}

/** Where an axis from 0 ends: `room` times the highest value, so that there is air above it. */
export const topOf = (values: readonly (number | null)[], room: number): number =>
  Math.max(0, ...values.filter((value) => value !== null)) * room || 1

/** Both ends of an axis. */
export interface Axis {
  readonly from: number
  readonly to: number
}

/** Height of a value on an axis; what lies outside stands at its edge. */
export const heightOn = ({ from, to }: Axis, value: number): number =>
  1 - Math.min(1, Math.max(0, (value - from) / (to - from)))

/** On an axis from 0 to `top`. */
export const heightOf = (value: number, top: number): number => heightOn({ from: 0, to: top }, value)

/** Middle of a column. */
export const middleOf = (index: number, columns: number): number => (index + 0.5) / columns

const parts = <T, U>(items: readonly T[], spotsOf: (item: T) => readonly U[] | null): U[][] => {
  const found: U[][] = []
  let open: U[] | null = null
  for (const item of items) {
    const spots = spotsOf(item)
    if (spots === null) {
      open = null
      continue
    }
    if (open === null) {
      open = []
      found.push(open)
    }
    open.push(...spots)
  }
  return found
}

const levelOf = ({ from, to, at }: Step): Spot[] | null =>
  at === null
    ? null
    : [
        { x: from, y: at },
        { x: to, y: at },
      ]

/** Stepped lines exactly as given, broken where there is no level. */
export const stepLines = (steps: readonly Step[]): Spot[][] => parts(steps, levelOf)

/** The areas between two stepped lines of the same steps. */
export const bandsBetween = (upper: readonly Step[], lower: readonly Step[]): Spot[][] => {
  const both = upper.map((step, index) => ({ step, under: lower[index]?.at ?? null }))
  const edges = parts(both, ({ step, under }) => {
    const above = levelOf(step)
    return above && under !== null ? above.map((spot) => ({ spot, under })) : null
  })
  return edges.map((edge) => [
    ...edge.map(({ spot }) => spot),
    ...edge.map(({ spot, under }) => ({ x: spot.x, y: under })).reverse(),
  ])
}

/** Straight lines from point to point, broken where there is none. */
export const pointLines = (points: readonly (Spot | null)[]): Spot[][] => parts(points, (point) => point && [point])

/** Pushes labels apart so that neighbours are at least `gap` from each other, inside 0..`end` as far as they fit. */
export const spread = (wanted: readonly number[], gap: number, end: number): number[] => {
  const order = wanted.map((at, index) => ({ at, index })).sort((a, b) => a.at - b.at)
  let least = 0
  for (const label of order) {
    label.at = Math.max(label.at, least)
    least = label.at + gap
  }
  let most = end
  for (const label of order.reverse()) {
    label.at = Math.min(label.at, most)
    most = label.at - gap
  }
  const places = [...wanted]
  for (const { at, index } of order) places[index] = at
  return places
}

/** px. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** A mark of the plot and the size of the words beside it, px. */
export interface Labelled {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const BESIDE = 14
const ABOVE = 8
const CLEAR = 4

const overlap = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.left + a.width, b.left + b.width) - Math.max(a.left, b.left)) *
  Math.max(0, Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top))

/** Places beside a mark, the most natural first: level with it, then higher and lower. */
const around = ({ x, y, width, height }: Labelled): Box[] => {
  const lefts = [x + BESIDE, x - BESIDE - width, x - width / 2]
  const rows = [2, 3, 4].flatMap((far) => [y - far * height, y + (far - 1) * height])
  const tops = [y - height / 2, y - height, y, y - height - ABOVE, y + ABOVE, ...rows]
  return tops.flatMap((top) => lefts.map((left) => ({ left, top, width, height })))
}

const inside = (box: Box, plot: { readonly width: number; readonly height: number }): Box => ({
  ...box,
  left: Math.max(0, Math.min(box.left, plot.width - box.width)),
  top: Math.max(0, Math.min(box.top, plot.height - box.height)),
})

const covers = ({ left, top, width, height }: Box, { x, y }: Spot): boolean =>
  x > left - CLEAR && x < left + width + CLEAR && y > top - CLEAR && y < top + height + CLEAR

/**
 * Where the words of each mark stand: inside the plot, off each other, and over as few of the `others` as can be.
 * px of the plot, first come first placed.
 */
export const placeLabels = (
  marks: readonly Labelled[],
  plot: { readonly width: number; readonly height: number },
  others: readonly Spot[],
): Box[] => {
  const placed: Box[] = []
  for (const mark of marks) {
    const cost = (box: Box, wanted: Box, index: number) =>
      placed.reduce((sum, other) => sum + overlap(box, other), 0) * 1000 +
      others.filter((other) => covers(box, other)).length * 20 +
      (covers(box, mark) ? 60 : 0) +
      Math.abs(box.left - wanted.left) +
      Math.abs(box.top - wanted.top) +
      index
    const best = around(mark)
      .map((wanted, index) => {
        const box = inside(wanted, plot)
        return { box, cost: cost(box, wanted, index) }
      })
      .reduce((least, candidate) => (candidate.cost < least.cost ? candidate : least))
    placed.push(best.box)
  }
  return placed
}

/** Chinese letters are as wide as high, digits and Latin ones little more than half of that. px. */
export const widthOfWords = (text: string, size: number): number =>
  Array.from(text).reduce((sum, letter) => sum + (/[\u0020-\u007e\u00a0]/.test(letter) ? 0.6 : 1), 0) * size
