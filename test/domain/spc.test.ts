import { type ChartRequest, controlChart } from '#domain/metrics/spc'
import { describe, expect, it } from 'vitest'

const of = (numerators: number[], denominators: number[] | number | null = null): ChartRequest['points'] =>
  numerators.map((numerator, index) => ({
    numerator,
    denominator: Array.isArray(denominators) ? (denominators[index] ?? 0) : denominators,
  }))

const placesBeyond = (request: ChartRequest) =>
  controlChart(request).points.flatMap(({ beyond }, index) => (beyond ? [index + 1] : []))

const first = (request: ChartRequest) => {
  const [point] = controlChart(request).points
  return { centre: point?.centre ?? Number.NaN, lower: point?.lower ?? Number.NaN, upper: point?.upper ?? Number.NaN }
}

// NIST/SEMATECH e-Handbook 6.3.3.1: defects on each of 25 wafers; prints c̄ = 16, limits 4 and 28
const WAFERS = [16, 14, 28, 16, 12, 20, 10, 12, 10, 17, 19, 17, 14, 16, 15, 13, 14, 16, 11, 20, 11, 19, 16, 31, 13]

// NIST/SEMATECH e-Handbook 6.3.3.2, after Montgomery's orange juice cans, 50 each: p̄ = .2313, limits .0524, .4102
const CANS = [
  12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12, 7, 13, 9, 6,
]

// SAS/QC User's Guide, data set FABRIC: defects on rolls of 30 m²; OUTLIMITS prints .001671271, 0.30333, 0.60500
const FABRIC = [12, 11, 9, 15, 7, 6, 5, 10, 8, 8, 14, 5, 9, 13, 7, 5, 8, 11, 7, 12]

// SAS/QC User's Guide, data set FABRICS2: defects and square metres, the lengths now vary
const FABRICS2 = [7, 11, 15, 6, 11, 15, 5, 10, 8, 3, 3, 14, 3, 9, 7, 6, 7, 5, 14, 13, 11, 6, 6, 9, 11]
const METRES = [
  30, 27.6, 30.4, 34.8, 26, 28.6, 28, 30.2, 28.2, 31.4, 30.3, 27.8, 27, 30, 32.1, 34.8, 26.5, 30, 31.3, 31.6, 29.4,
  28.6, 27.5, 32.6, 31.7,
]

// NIST/SEMATECH e-Handbook 6.3.2.2: flow rates; prints 50.81, limits 45.8159 and 55.8041
const FLOW = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1]

// Emergency attendances in England seen within four hours, by week: Mohammed et al., Quality and Safety in Health
// Care 22 (2013) 362–368, in R's qicharts2 as nhs_accidents; its P′ chart prints the limits below in per cent
const SEEN = [
  266501, 264225, 276532, 281461, 269071, 261215, 270409, 279778, 270483, 270320, 267923, 271478, 255353, 256820,
  261835, 259144, 255910, 260863, 264465, 260989,
]
const ATTENDED = [
  280443, 276823, 291681, 296155, 282343, 275888, 283867, 295251, 284468, 282529, 279618, 283932, 266629, 268091,
  276803, 271578, 266005, 273520, 278574, 273772,
]
const PRINTED_UPPER = [
  96.567, 96.5753, 96.5421, 96.5326, 96.5627, 96.5775, 96.5593, 96.5345, 96.5579, 96.5623, 96.5689, 96.5591, 96.5996,
  96.5961, 96.5753, 96.5877, 96.6012, 96.583, 96.5713, 96.5824,
]
const PRINTED_LOWER = [
  94.013, 94.0046, 94.0378, 94.0473, 94.0173, 94.0025, 94.0207, 94.0454, 94.022, 94.0177, 94.0111, 94.0208, 93.9803,
  93.9839, 94.0046, 93.9923, 93.9788, 93.9969, 94.0087, 93.9975,
]

describe('the charts of the textbooks', () => {
  it('c: defects on wafers', () => {
    const request: ChartRequest = { kind: 'c', points: of(WAFERS), limits: 'sigma' }
    expect(first(request)).toEqual({ centre: 16, lower: 4, upper: 28 })
    // the wafer with 28 stands on the limit, only the one with 31 is beyond
    expect(placesBeyond(request)).toEqual([24])
  })

  it('p: cans of orange juice', () => {
    const request: ChartRequest = { kind: 'p', points: of(CANS, 50), limits: 'sigma' }
    const { centre, lower, upper } = first(request)
    expect([centre.toFixed(4), lower.toFixed(4), upper.toFixed(4)]).toEqual(['0.2313', '0.0524', '0.4102'])
    const half = 3 * Math.sqrt(((347 / 1500) * (1153 / 1500)) / 50)
    expect(Math.abs(centre - 347 / 1500)).toBeLessThan(1e-12)
    expect(Math.abs(lower - (347 / 1500 - half))).toBeLessThan(1e-12)
    expect(Math.abs(upper - (347 / 1500 + half))).toBeLessThan(1e-12)
    expect(placesBeyond(request)).toEqual([15, 23])
  })

  it('u: rolls of one length', () => {
    const { centre, lower, upper } = first({ kind: 'u', points: of(FABRIC, 30), limits: 'sigma' })
    expect([lower.toFixed(9), centre.toFixed(5), upper.toFixed(5)]).toEqual(['0.001671271', '0.30333', '0.60500'])
    expect(Math.abs(upper - (182 / 600 + 3 * Math.sqrt(182 / 600 / 30)))).toBeLessThan(1e-12)
  })

  it('u: rolls of many lengths, each with limits of its own', () => {
    const { points } = controlChart({ kind: 'u', points: of(FABRICS2, METRES), limits: 'sigma', factor: 100 })
    const centre = FABRICS2.reduce((a, b) => a + b) / METRES.reduce((a, b) => a + b)
    for (const [index, metres] of METRES.entries()) {
      expect(points[index]?.centre).toBeCloseTo(100 * centre, 9)
      expect(points[index]?.upper).toBeCloseTo(100 * (centre + 3 * Math.sqrt(centre / metres)), 9)
      expect(points[index]?.lower).toBeCloseTo(100 * Math.max(0, centre - 3 * Math.sqrt(centre / metres)), 9)
    }
    expect(points[3]?.lower).toBeGreaterThan(0)
    expect(points[4]?.lower).toBe(0)
  })

  it('XmR: flow rates', () => {
    const request: ChartRequest = { kind: 'i', points: of(FLOW) }
    const { centre, lower, upper } = first(request)
    expect([centre.toFixed(2), lower.toFixed(4), upper.toFixed(4)]).toEqual(['50.81', '45.8159', '55.8041'])
    const movingRanges = [2, 2.3, 1.4, 3.5, 3.4, 1.4, 0.2, 1.2, 1.5]
    const half = (3 * (movingRanges.reduce((a, b) => a + b) / 9)) / 1.128
    expect(Math.abs(upper - (50.81 + half))).toBeLessThan(1e-9)
    expect(placesBeyond(request)).toEqual([])
  })

  it('p′: emergency attendances, where plain limits would accuse half of the weeks', () => {
    const points = of(SEEN, ATTENDED)
    const prime = controlChart({ kind: 'p-prime', points, factor: 100 })
    for (const [index, { lower, upper }] of prime.points.entries()) {
      expect(Math.abs((upper ?? 0) - (PRINTED_UPPER[index] ?? 0))).toBeLessThan(5.1e-5)
      expect(Math.abs((lower ?? 0) - (PRINTED_LOWER[index] ?? 0))).toBeLessThan(5.1e-5)
    }
    // the same by plain arithmetic: z-scores, their mean moving range over 1.128, then 3σ times that
    const centre = SEEN.reduce((a, b) => a + b) / ATTENDED.reduce((a, b) => a + b)
    const sigmas = ATTENDED.map((n) => Math.sqrt((centre * (1 - centre)) / n))
    const z = SEEN.map((seen, index) => (seen / (ATTENDED[index] ?? 1) - centre) / (sigmas[index] ?? 1))
    const sigmaZ = z.slice(1).reduce((sum, score, index) => sum + Math.abs(score - (z[index] ?? 0)), 0) / 19 / 1.128
    expect(sigmaZ).toBeCloseTo(10.640422, 6)
    expect(prime.points[7]?.upper).toBeCloseTo(100 * (centre + 3 * sigmaZ * (sigmas[7] ?? 0)), 9)
    expect(placesBeyond({ kind: 'p-prime', points })).toEqual([])
    expect(placesBeyond({ kind: 'p', points, limits: 'sigma' }).length).toBeGreaterThan(10)
  })

  it('run: the median, without limits', () => {
    const odd = controlChart({ kind: 'run', points: of([3, 9, 4, 8, 5]) })
    expect(odd.points.map(({ centre, lower, upper, beyond }) => [centre, lower, upper, beyond])).toEqual(
      Array.from({ length: 5 }, () => [5, null, null, false]),
    )
    expect(controlChart({ kind: 'run', points: of([3, 9, 4, 8]) }).points[0]?.centre).toBe(6)
  })
})

describe('u-prime', () => {
  it('gives the textbook prime chart even where that is narrower', () => {
    const points = of([100, 101, 100, 101, 100, 101], 1000)
    const [point] = controlChart({ kind: 'u-prime', points }).points
    const sigma = Math.sqrt(0.1005 / 1000)
    const sigmaZ = 0.001 / sigma / 1.128
    expect(point?.upper).toBeCloseTo(0.1005 + 3 * sigma * sigmaZ, 12)
    expect(point?.upper).toBeLessThan(0.1005 + 0.5 * sigma)
  })

  it('takes a figure that never moves', () => {
    const { points } = controlChart({ kind: 'u-prime', points: of([0, 0, 0, 0, 0, 0], 100) })
    expect(points[0]).toEqual({ value: 0, centre: 0, lower: 0, upper: 0, beyond: false })
  })
})

describe('a chart with gaps', () => {
  it('has no value and no limits where the denominator is missing or 0', () => {
    const chart = controlChart({
      kind: 'u',
      points: [...of([4, 6, 5, 5, 4, 6], 100), { numerator: 3, denominator: null }, { numerator: 0, denominator: 0 }],
    })
    for (const gap of chart.points.slice(6)) {
      expect(gap).toEqual({ value: null, centre: 0.05, lower: null, upper: null, beyond: false })
    }
    expect(chart.phases[0]?.to).toBe(7)
  })

  it('has values of its own kind only: rates or plain values, never both', () => {
    const rates = [
      { numerator: 8, denominator: 100 },
      { numerator: 9, denominator: null },
    ]
    expect(controlChart({ kind: 'run', points: rates, factor: 100 }).points.map(({ value }) => value)).toEqual([
      8,
      null,
    ])
    expect(controlChart({ kind: 'i', points: of([8, 9]) }).points.map(({ value }) => value)).toEqual([8, 9])
  })

  it('has nothing at all without points, and no centre without a value', () => {
    expect(controlChart({ kind: 'u', points: [] })).toEqual({ points: [], phases: [], method: '还没有数据，不画图。' })
    expect(controlChart({ kind: 'u', points: of([1, 2], 0) }).points[1]).toEqual({
      value: null,
      centre: null,
      lower: null,
      upper: null,
      beyond: false,
    })
  })
})

describe('few points', () => {
  it('have a centre but no limits below five', () => {
    const four = controlChart({ kind: 'u', points: of([3, 4, 5, 400], 100) })
    expect(four.points[3]).toEqual({ value: 4, centre: 1.03, lower: null, upper: null, beyond: false })
    expect(four.method).toBe('u 图（率），不足 5 个点，先不画界限。')
    const five = controlChart({ kind: 'u', points: of([3, 4, 5, 6, 7], 100) })
    expect(five.points[0]?.upper).not.toBeNull()
  })

  it('below twelve have limits on trial', () => {
    const upTo = (length: number) => controlChart({ kind: 'c', points: of(WAFERS.slice(0, length)) }).method
    expect(upTo(11)).toBe('c 图（件数），有的点预期数不足 50，按泊松分布算精确界限，只有 11 个点，是试行界限。')
    expect(upTo(12)).toBe('c 图（件数），有的点预期数不足 50，按泊松分布算精确界限。')
  })
})

describe('phases', () => {
  it('begin after the points named and stand for themselves', () => {
    const chart = controlChart({ kind: 'c', points: of([5, 6, 7, 5, 6, 20, 21, 22, 20, 22]), rebaseAfter: [5] })
    expect(chart.phases.map(({ from, to }) => [from, to])).toEqual([
      [0, 4],
      [5, 9],
    ])
    expect(chart.points.map(({ centre }) => centre)).toEqual([5.8, 5.8, 5.8, 5.8, 5.8, 21, 21, 21, 21, 21])
    const alone = controlChart({ kind: 'c', points: of([20, 21, 22, 20, 22]) })
    expect(chart.points.slice(5)).toEqual(alone.points)
    expect(chart.method).toBe(
      '第 1 段：c 图（件数），有的点预期数不足 50，按泊松分布算精确界限，只有 5 个点，是试行界限；' +
        '第 2 段：c 图（件数），有的点预期数不足 50，按泊松分布算精确界限，只有 5 个点，是试行界限。',
    )
  })

  it('that have not begun yet change nothing', () => {
    const points = of([5, 6, 7, 5, 6])
    expect(controlChart({ kind: 'c', points, rebaseAfter: [5, 9] })).toEqual(controlChart({ kind: 'c', points }))
  })

  it('freeze in the phase in which the baseline ends', () => {
    const numerators = [5, 6, 7, 5, 6, 20, 21, 22, 20, 22, 90]
    const { points, method } = controlChart({ kind: 'c', points: of(numerators), rebaseAfter: [5], freezeAfter: 10 })
    expect(points[4]?.centre).toBe(5.8)
    expect(points[10]).toMatchObject({ centre: 21, beyond: true })
    expect(method).toContain('中线和界限按前 5 个点定下')
  })
})

describe('what no chart can be drawn from', () => {
  const fine: ChartRequest = { kind: 'u', points: of([1, 2, 3], 10) }
  it.each<[string, Partial<ChartRequest>]>([
    ['a negative count', { points: of([-1], 10) }],
    ['half a complaint', { points: of([0.5], 10) }],
    ['a count without end', { points: of([Number.POSITIVE_INFINITY], 10) }],
    ['a negative denominator', { points: of([1], -10) }],
    ['a denominator that is no number', { points: of([1], Number.NaN) }],
    ['more successes than trials', { kind: 'p', points: of([11], 10) }],
    ['trials in fractions', { kind: 'p', points: of([1], 10.5) }],
    ['a c chart with denominators', { kind: 'c' }],
    ['a negative value', { kind: 'i', points: of([-2]) }],
    ['a factor of 0', { factor: 0 }],
    ['a baseline of no point', { freezeAfter: 0 }],
    ['a phase after half a point', { rebaseAfter: [1.5] }],
    ['phases out of order', { rebaseAfter: [2, 1] }],
    ['the same phase twice', { rebaseAfter: [2, 2] }],
    ['exact limits of single values', { kind: 'i', limits: 'exact', points: of([1]) }],
    ['exact limits of a prime chart', { kind: 'u-prime', limits: 'exact' }],
  ])('%s is refused', (_, wrong) => {
    expect(() => controlChart({ ...fine, ...wrong })).toThrow(RangeError)
  })
})
