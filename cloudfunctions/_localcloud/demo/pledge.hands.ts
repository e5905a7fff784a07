/** How some of the demonstration sign: each character on a square of 100, each stroke through these places. */
const characters: Record<string, readonly (readonly number[])[]> = {
  贺: [
    [8, 26, 24, 23, 41, 20, 40, 34, 36, 48, 29, 43],
    [25, 7, 23, 25, 18, 38, 6, 51],
    [54, 21, 54, 32, 55, 44],
    [54, 22, 68, 19, 84, 18, 82, 30, 80, 41],
    [56, 41, 80, 39],
    [28, 56, 27, 70, 28, 84],
    [28, 56, 48, 53, 71, 52, 70, 66, 71, 80],
    [49, 60, 47, 74, 38, 86, 18, 97],
    [54, 80, 66, 87, 80, 96],
  ],
  专: [
    [24, 20, 50, 16, 77, 15],
    [10, 39, 48, 36, 90, 34],
    [49, 5, 43, 30, 35, 57, 52, 54, 68, 52, 60, 66, 47, 79],
    [44, 74, 54, 82, 62, 94],
  ],
  员: [
    [34, 8, 33, 18, 35, 29],
    [34, 9, 50, 7, 67, 7, 66, 17, 65, 27],
    [36, 27, 65, 26],
    [26, 41, 25, 60, 26, 79],
    [26, 42, 50, 39, 75, 38, 74, 58, 75, 77],
    [50, 47, 48, 66, 40, 80, 17, 95],
    [54, 77, 67, 84, 81, 93],
  ],
  陶: [
    [10, 15, 20, 13, 29, 12, 24, 24, 18, 34, 28, 38, 29, 48, 22, 58, 14, 55],
    [11, 15, 10, 50, 10, 94],
    [53, 9, 47, 22, 37, 35],
    [50, 25, 68, 22, 89, 20, 88, 50, 86, 82, 76, 75],
    [57, 32, 54, 40, 48, 47],
    [52, 45, 77, 42],
    [45, 59, 62, 57, 81, 55],
    [64, 44, 64, 62, 64, 82],
    [52, 66, 51, 76, 53, 85, 77, 82],
    [77, 64, 77, 83],
  ],
  主: [
    [48, 5, 54, 16],
    [22, 29, 50, 27, 81, 25],
    [27, 53, 50, 51, 76, 50],
    [51, 29, 50, 56, 50, 83],
    [8, 86, 40, 83, 94, 80],
  ],
  任: [
    [31, 7, 22, 26, 7, 47],
    [22, 34, 21, 62, 23, 94],
    [82, 9, 68, 15, 50, 20],
    [36, 46, 66, 42, 95, 40],
    [66, 18, 65, 50, 66, 82],
    [44, 85, 68, 82, 91, 80],
  ],
  顾: [
    [8, 19, 24, 16, 43, 13],
    [14, 19, 14, 48, 10, 70, 3, 90],
    [20, 35, 36, 32, 37, 44, 33, 55, 23, 54],
    [21, 36, 20, 58, 21, 77, 32, 84, 45, 75],
    [52, 17, 72, 14, 93, 12],
    [71, 16, 68, 22, 63, 29],
    [58, 33, 57, 52, 57, 73],
    [58, 33, 72, 30, 87, 28, 86, 48, 86, 71],
    [72, 39, 71, 58, 66, 74, 52, 89],
    [74, 73, 82, 80, 91, 91],
  ],
  护: [
    [5, 31, 20, 27, 35, 24],
    [22, 7, 23, 44, 22, 84, 13, 76],
    [5, 64, 20, 56, 35, 47],
    [66, 6, 71, 16],
    [53, 27, 70, 23, 87, 22, 86, 34, 84, 46],
    [53, 47, 84, 44],
    [53, 27, 52, 52, 48, 72, 38, 92],
  ],
  士: [
    [12, 38, 48, 34, 88, 31],
    [50, 9, 51, 44, 50, 80],
    [25, 83, 52, 80, 78, 78],
  ],
  长: [
    [67, 11, 56, 24, 39, 37],
    [8, 52, 48, 47, 92, 43],
    [36, 9, 37, 48, 35, 86, 44, 79, 56, 69],
    [44, 50, 58, 66, 74, 79, 93, 88],
  ],
}

const PAPER = { width: 1000, height: 400 }
const BETWEEN = 6
const CHARACTER_MOST = 270
const CLOSE = 0.97

/** Through all places of a stroke, rounded as a hand rounds them (Catmull–Rom). */
const rounded = (stroke: readonly number[]): number[][] => {
  const places = Array.from({ length: stroke.length / 2 }, (_, at) => [stroke[at * 2] ?? 0, stroke[at * 2 + 1] ?? 0])
  const place = (at: number) => places[Math.min(places.length - 1, Math.max(0, at))] ?? [0, 0]
  const through = places.slice(1).flatMap((_, at) =>
    Array.from({ length: BETWEEN }, (_step, step) => {
      const t = (step + 1) / BETWEEN
      return [0, 1].map((axis) => {
        const [a, b, c, d] = [at - 1, at, at + 1, at + 2].map((one) => place(one)[axis] ?? 0) as [
          number,
          number,
          number,
          number,
        ]
        return (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t * t * t) / 2
      })
    }),
  )
  return [place(0), ...through]
}

/** A name as it is written on the paper for it, a little uphill. */
export const handOf = (name: string): number[][] => {
  const written = Array.from(name)
  const size = Math.min(CHARACTER_MOST, (PAPER.width * 0.9) / written.length / CLOSE)
  const left = (PAPER.width - size * CLOSE * written.length) / 2
  const top = (PAPER.height - size) / 2
  return written.flatMap((character, at) =>
    (characters[character] ?? []).map((stroke) =>
      rounded(stroke).flatMap(([x = 0, y = 0]) => [
        Math.round(left + (at * CLOSE + x / 100) * size),
        Math.round(top + (y / 100) * size + 10 - at * 8),
      ]),
    ),
  )
}
