/** A spot in the lengths of the drawing. */
export interface Spot {
  readonly x: number
  readonly y: number
}

/** Straight pieces a curve is made of: finer than the eye sees at three times the size. */
const PIECES = 12

const NUMBERS: Record<string, number> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, A: 7, Z: 0 }

interface Step {
  readonly letter: string
  readonly numbers: readonly number[]
}

const TOKEN = /([MLHVCSQAZ])|(-?(?:\d+\.?\d*|\.\d+))/gi

/** Each command with its own numbers; the second pair behind an M is a line. */
const stepsOf = (path: string): Step[] => {
  const steps: Step[] = []
  let letter = ''
  let numbers: number[] = []
  const close = () => {
    const takes = NUMBERS[letter.toUpperCase()] ?? 0
    const times = takes === 0 ? Number(letter !== '') : Math.floor(numbers.length / takes)
    for (let time = 0; time < times; time += 1) {
      const isNext = time > 0 && letter.toUpperCase() === 'M'
      const word = isNext ? (letter === 'M' ? 'L' : 'l') : letter
      steps.push({ letter: word, numbers: numbers.slice(time * takes, (time + 1) * takes) })
    }
  }
  for (const [, command, number] of path.matchAll(TOKEN)) {
    if (command) {
      close()
      letter = command
      numbers = []
    } else numbers.push(Number(number))
  }
  close()
  return steps
}

const shares = Array.from({ length: PIECES }, (_, at) => (at + 1) / PIECES)

const cubic = (a: Spot, b: Spot, c: Spot, d: Spot): Spot[] =>
  shares.map((t) => {
    const u = 1 - t
    const [p, q, r, s] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t]
    return { x: p * a.x + q * b.x + r * c.x + s * d.x, y: p * a.y + q * b.y + r * c.y + s * d.y }
  })

/** An arc by its ends, as SVG gives it (SVG 2, appendix B.2.4); nothing drawn here is turned. */
const arc = (from: Spot, to: Spot, radii: Spot, large: boolean, sweep: boolean): Spot[] => {
  const half = { x: (from.x - to.x) / 2, y: (from.y - to.y) / 2 }
  const short = Math.sqrt(Math.max(1, (half.x / radii.x) ** 2 + (half.y / radii.y) ** 2))
  const [rx, ry] = [radii.x * short, radii.y * short]
  const [x2, y2] = [half.x * half.x, half.y * half.y]
  const inside = Math.max(0, (rx * rx * ry * ry - rx * rx * y2 - ry * ry * x2) / (rx * rx * y2 + ry * ry * x2))
  const side = (large === sweep ? -1 : 1) * Math.sqrt(inside)
  const offset = { x: (side * rx * half.y) / ry, y: (-side * ry * half.x) / rx }
  const centre = { x: offset.x + (from.x + to.x) / 2, y: offset.y + (from.y + to.y) / 2 }
  const angle = (spot: Spot) => Math.atan2((spot.y - centre.y) / ry, (spot.x - centre.x) / rx)
  const begin = angle(from)
  const turn = angle(to) - begin
  const whole = sweep ? (turn < 0 ? turn + 2 * Math.PI : turn) : turn > 0 ? turn - 2 * Math.PI : turn
  return shares.map((t) => ({
    x: centre.x + rx * Math.cos(begin + whole * t),
    y: centre.y + ry * Math.sin(begin + whole * t),
  }))
}

/** An SVG path as straight lines, one a part of it: what every canvas can draw. */
export const outlinesOf = (path: string): Spot[][] => {
  const outlines: Spot[][] = []
  let line: Spot[] = []
  let at: Spot = { x: 0, y: 0 }
  let begin = at
  let control: Spot | null = null
  const go = (spots: readonly Spot[]) => {
    line.push(...spots)
    at = spots[spots.length - 1] ?? at
  }
  for (const { letter, numbers } of stepsOf(path)) {
    const isRelative = letter === letter.toLowerCase()
    const from = isRelative ? at : { x: 0, y: 0 }
    const number = (index: number) => numbers[index] ?? 0
    const spot = (index: number): Spot => ({ x: from.x + number(index), y: from.y + number(index + 1) })
    let bend: Spot | null = null
    switch (letter.toUpperCase()) {
      case 'M':
        at = spot(0)
        begin = at
        line = [at]
        outlines.push(line)
        break
      case 'L':
        go([spot(0)])
        break
      case 'H':
        go([{ x: from.x + number(0), y: at.y }])
        break
      case 'V':
        go([{ x: at.x, y: from.y + number(0) }])
        break
      case 'C':
        bend = spot(2)
        go(cubic(at, spot(0), bend, spot(4)))
        break
      case 'S': {
        const first: Spot = control ? { x: 2 * at.x - control.x, y: 2 * at.y - control.y } : at
        bend = spot(0)
        go(cubic(at, first, bend, spot(2)))
        break
      }
      case 'Q': {
        const [q, end] = [spot(0), spot(2)]
        const towards = (a: Spot): Spot => ({ x: a.x + ((q.x - a.x) * 2) / 3, y: a.y + ((q.y - a.y) * 2) / 3 })
        go(cubic(at, towards(at), towards(end), end))
        break
      }
      case 'A':
        go(arc(at, spot(5), { x: number(0), y: number(1) }, number(3) === 1, number(4) === 1))
        break
      case 'Z':
        go([begin])
        line = [begin]
        outlines.push(line)
        break
    }
    control = bend
  }
  return outlines.filter(({ length }) => length > 1)
}
