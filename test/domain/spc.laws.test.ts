import { type ChartRequest, controlChart } from '#domain/metrics/spc'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

type Points = ChartRequest['points']

const KINDS = ['u', 'u-prime', 'p', 'p-prime', 'c', 'i', 'run'] as const

const anyKind = fc.constantFrom(...KINDS)

// counts from a few to some hundred, of some thousand: on both sides of every rule of the automatic limits
const someCounts = (minLength: number) =>
  fc
    .tuple(
      fc.constantFrom(3, 30, 300),
      fc.array(fc.tuple(fc.nat(100), fc.integer({ min: 0, max: 3000 })), { minLength, maxLength: 30 }),
    )
    .map(([size, pairs]) =>
      pairs.map(([percent, more]) => ({ count: Math.round((size * (50 + percent)) / 100), size: 1000 + more })),
    )

const pointsOf = (kind: ChartRequest['kind'], counts: { count: number; size: number }[]): Points =>
  counts.map(({ count, size }) => ({ numerator: count, denominator: kind === 'c' ? null : size }))

const gapOf = (kind: ChartRequest['kind']) =>
  fc.constantFrom<Points[number]>(
    { numerator: 7, denominator: 0 },
    ...(kind === 'c' ? [] : [{ numerator: 7, denominator: null }]),
  )

const RATIOS = ['u', 'u-prime', 'p', 'p-prime', 'i', 'run'] as const

describe('every control chart', () => {
  it('only scales with its factor', () => {
    fc.assert(
      fc.property(anyKind, someCounts(1), fc.constantFrom(100, 1000, 10_000), (kind, counts, factor) => {
        const points = pointsOf(kind, counts)
        const plain = controlChart({ kind, points })
        const scaled = controlChart({ kind, points, factor })
        expect(scaled.method).toBe(plain.method)
        expect(scaled.phases).toEqual(plain.phases)
        for (const [index, point] of plain.points.entries()) {
          expect(scaled.points[index]?.beyond).toBe(point.beyond)
          for (const line of ['value', 'centre', 'lower', 'upper'] as const) {
            if (point[line] === null) expect(scaled.points[index]?.[line]).toBeNull()
            else expect((scaled.points[index]?.[line] ?? Number.NaN) / factor).toBeCloseTo(point[line], 9)
          }
        }
      }),
    )
  })

  it('has a centre that no order of its points moves', () => {
    fc.assert(
      fc.property(
        anyKind,
        someCounts(1).chain((counts) =>
          fc.tuple(fc.constant(counts), fc.shuffledSubarray(counts, { minLength: counts.length })),
        ),
        (kind, [counts, shuffled]) => {
          const [centre, other] = [counts, shuffled].map((some) => {
            const [point] = controlChart({ kind, points: pointsOf(kind, some) }).points
            return point?.centre ?? Number.NaN
          })
          expect(other).toBeCloseTo(centre ?? Number.NaN, 12)
        },
      ),
    )
  })

  it('of a rate or a share has Σnumerator / Σdenominator as its centre', () => {
    fc.assert(
      fc.property(fc.constantFrom('u', 'u-prime', 'p', 'p-prime'), someCounts(1), (kind, counts) => {
        const [point] = controlChart({ kind, points: pointsOf(kind, counts) }).points
        const events = counts.reduce((sum, { count }) => sum + count, 0)
        expect(point?.centre).toBe(events / counts.reduce((sum, { size }) => sum + size, 0))
      }),
    )
  })

  it('frozen after n points has the lines of the chart of those n', () => {
    fc.assert(
      fc.property(anyKind, someCounts(2), fc.nat(30), (kind, counts, some) => {
        const points = pointsOf(kind, counts)
        const n = 1 + (some % (points.length - 1))
        const frozen = controlChart({ kind, points, freezeAfter: n })
        expect(frozen.points.slice(0, n)).toEqual(controlChart({ kind, points: points.slice(0, n) }).points)
        expect(new Set(frozen.points.map(({ centre }) => centre)).size).toBe(1)
      }),
    )
  })

  it('in phases is its phases, one after another', () => {
    fc.assert(
      fc.property(anyKind, someCounts(2), fc.nat(30), (kind, counts, some) => {
        const points = pointsOf(kind, counts)
        const n = 1 + (some % (points.length - 1))
        const parts = [points.slice(0, n), points.slice(n)].map((part) => controlChart({ kind, points: part }))
        expect(controlChart({ kind, points, rebaseAfter: [n] }).points).toEqual(parts.flatMap((part) => part.points))
      }),
    )
  })

  it('does not notice a gap', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...RATIOS).chain((kind) => fc.tuple(fc.constant(kind), gapOf(kind))),
        someCounts(1),
        fc.nat(30),
        ([kind, gap], counts, some) => {
          const points = pointsOf(kind, counts)
          const place = some % (points.length + 1)
          const whole = controlChart({ kind, points })
          const gapped = controlChart({ kind, points: [...points.slice(0, place), gap, ...points.slice(place)] })
          expect(gapped.points[place]).toMatchObject({ value: null, lower: null, upper: null, beyond: false })
          expect(gapped.points.filter((_, index) => index !== place)).toEqual(whole.points)
          expect(gapped.phases).toEqual(whole.phases.map((phase) => ({ ...phase, to: phase.to + 1 })))
          expect(gapped.method).toBe(whole.method)
        },
      ),
    )
  })

  it('calls beyond what lies outside its limits and nothing else, and keeps them possible', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('u', 'p', 'c'),
        fc.constantFrom('sigma', 'exact', 'auto'),
        someCounts(5),
        (kind, limits, counts) => {
          for (const { value, lower, upper, beyond } of controlChart({ kind, points: pointsOf(kind, counts), limits })
            .points) {
            if (value === null || lower === null || upper === null) throw new Error('a point without limits')
            expect(beyond).toBe(value < lower - 1e-12 || value > upper + 1e-12)
            expect(lower).toBeGreaterThanOrEqual(0)
            if (kind === 'p') expect(upper).toBeLessThanOrEqual(1)
          }
        },
      ),
    )
  })
})

// mulberry32: small, seeded, the same on every machine
const seeded = (seed: number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

// Knuth's product of uniforms
const drawPoisson = (mean: number, random: () => number) => {
  const end = Math.exp(-mean)
  let k = 0
  for (let product = random(); product > end; product *= random()) k += 1
  return k
}

const CHARTS = 250
const BASELINE = 36

/** Share of points beyond the limits where nothing ever happens: 36 months each, visits varying by half. */
const falseAlarms = (expected: number, limits: 'sigma' | 'auto') => {
  const random = seeded(20_261_122)
  let beyond = 0
  for (let chart = 0; chart < CHARTS; chart += 1) {
    const points = Array.from({ length: BASELINE }, () => {
      const denominator = Math.round(10_000 * (0.75 + random() / 2))
      return { numerator: drawPoisson((expected * denominator) / 10_000, random), denominator }
    })
    beyond += controlChart({ kind: 'u', points, limits }).points.filter((point) => point.beyond).length
  }
  return beyond / (CHARTS * BASELINE)
}

describe('a process in which nothing happens', () => {
  // 9,000 points: 24 alarms at the nominal 0.27 %, with a standard deviation of 5
  it.each([0.5, 5, 20, 60, 100])('expecting %d a month seldom alarms under automatic limits', (expected) => {
    expect(falseAlarms(expected, 'auto')).toBeLessThan(0.0027 * 1.5)
  })

  it('alarms near the nominal rate where counts are large, and not never', () => {
    expect(falseAlarms(100, 'auto')).toBeGreaterThan(0.0027 / 2)
    expect(falseAlarms(20, 'auto')).toBeGreaterThan(0.0027 / 4)
  })

  it('alarms several times too often under plain 3σ where counts are small', () => {
    expect(falseAlarms(0.5, 'sigma')).toBeGreaterThan(0.0027 * 4)
    expect(falseAlarms(5, 'sigma')).toBeGreaterThan(0.0027 * 1.2)
  })
})
