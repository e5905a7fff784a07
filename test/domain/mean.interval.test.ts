import { studentQuantile } from '#domain/metrics/distributions'
import { meanInterval } from '#domain/metrics/mean.interval'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const momentsOf = (values: readonly number[]) => ({
  n: values.length,
  sum: values.reduce((sum, value) => sum + value, 0),
  squares: values.reduce((sum, value) => sum + value * value, 0),
})

describe('Student’s t', () => {
  // Two-sided 95 %: closed forms for 1 and 2 degrees (tan(0.475·π), √(2·0.95²/(1 − 0.95²))), then G. W. Hill's ten-digit
  // values as tabled by NIST/SEMATECH 1.3.6.7.2, there to three decimals.
  it.each([
    [1, Math.tan(0.475 * Math.PI)],
    [2, Math.sqrt((2 * 0.95 ** 2) / (1 - 0.95 ** 2))],
    [3, 3.182446305284],
    [4, 2.776445105198],
    [5, 2.570581835636],
    [9, 2.26215716285],
    [10, 2.228138851965],
    [29, 2.045229642133],
    [30, 2.042272456301],
    [100, 1.98397151852],
    [1000, 1.96233908083],
  ])('with %i degrees is %f', (degrees, expected) => {
    expect(studentQuantile(0.975, degrees)).toBeCloseTo(expected, 6)
  })

  it('comes to the normal with a million degrees', () => {
    // z + (z³ + z)/4ν
    const z = 1.959963984540054
    expect(studentQuantile(0.975, 999_999)).toBeCloseTo(z + (z ** 3 + z) / (4 * 999_999), 6)
  })
})

describe('the interval of a mean', () => {
  it('is the textbook’s: Student’s own ten patients gained 0.75 hours of sleep more, within −0.53 and 2.03', () => {
    // Student 1908, drug A: 0.7 −1.6 −0.2 −1.2 −0.1 3.4 3.7 0.8 0 2.0; here in tenths of an hour.
    const interval = meanInterval(momentsOf([7, -16, -2, -12, -1, 34, 37, 8, 0, 20]))
    expect(interval?.mean).toBeCloseTo(7.5, 10)
    // s = 17.89010 tenths, t = 2.262157, s/√10 = 5.657347
    expect(interval?.lower).toBeCloseTo(-5.297804, 4)
    expect(interval?.upper).toBeCloseTo(20.297804, 4)
  })

  it('says nothing of one value, and of none', () => {
    expect(meanInterval(momentsOf([5000]))).toBeNull()
    expect(meanInterval(momentsOf([]))).toBeNull()
  })

  it('has no width where all answered the same', () => {
    expect(meanInterval(momentsOf(Array.from({ length: 12 }, () => 6667)))).toEqual({
      mean: 6667,
      lower: 6667,
      upper: 6667,
    })
    const many = { n: 1_000_000, sum: 6667 * 1_000_000, squares: 6667 * 6667 * 1_000_000 }
    expect(meanInterval(many)).toEqual({ mean: 6667, lower: 6667, upper: 6667 })
  })

  it.each([
    { n: -1, sum: 0, squares: 0 },
    { n: 1.5, sum: 0, squares: 0 },
    { n: 0, sum: 1, squares: 1 },
    { n: 2, sum: 100, squares: 4999 },
    { n: 2, sum: 0.5, squares: 1 },
    { n: 2, sum: 1, squares: Number.MAX_SAFE_INTEGER + 1 },
  ])('refuses %j, which no values have', (moments) => {
    expect(() => meanInterval(moments)).toThrow(RangeError)
  })

  it('lies around the mean, and is narrower at a lower level', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 2, maxLength: 50 }), (values) => {
        const [wide, narrow] = [meanInterval(momentsOf(values)), meanInterval(momentsOf(values), 0.5)]
        expect(wide).not.toBeNull()
        if (!wide || !narrow) return
        expect(wide.lower).toBeLessThanOrEqual(wide.mean)
        expect(wide.upper).toBeGreaterThanOrEqual(wide.mean)
        expect(wide.upper - wide.lower).toBeGreaterThanOrEqual(narrow.upper - narrow.lower)
      }),
    )
  })
})
