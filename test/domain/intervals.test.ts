import { poissonExact, rateRatio, wilson } from '#domain/metrics/intervals'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { binomialSum, binomialTerm, poissonSum, poissonTerm } from './distributions.sums'

const Z95 = 1.959963984540054

describe('the Wilson interval', () => {
  // R. G. Newcombe, Statistics in Medicine 17 (1998) 857–872, table I, method 3, and the same to six digits
  it.each([
    [81, 263, 0.2553, 0.3662, 0.255289, 0.36621],
    [15, 148, 0.0624, 0.1605, 0.062386, 0.160487],
    [0, 20, 0, 0.1611, 0, 0.161125],
    [1, 29, 0.0061, 0.1718, 0.006113, 0.171755],
  ])('of %d in %d is as printed', (successes, n, lower, upper, lower6, upper6) => {
    const interval = wilson(successes, n)
    expect(interval?.lower).toBeCloseTo(lower, 4)
    expect(interval?.upper).toBeCloseTo(upper, 4)
    expect(Math.abs((interval?.lower ?? 9) - lower6)).toBeLessThan(1e-6)
    expect(Math.abs((interval?.upper ?? 9) - upper6)).toBeLessThan(1e-6)
  })

  it('ends where the score test just rejects', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.nat(1_000_000), (n, some) => {
        const successes = some % (n + 1)
        const interval = wilson(successes, n)
        for (const share of [interval?.lower ?? 9, interval?.upper ?? 9]) {
          const score = (successes / n - share) ** 2 * n
          expect(score - Z95 ** 2 * share * (1 - share)).toBeCloseTo(0, 8)
        }
      }),
    )
  })

  it('is the same seen from the failures', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(5000), (n, some) => {
        const successes = some % (n + 1)
        expect(wilson(successes, n)?.lower).toBeCloseTo(1 - (wilson(n - successes, n)?.upper ?? 9), 12)
      }),
    )
  })

  it('stays in 0..1 and holds the share inside', () => {
    expect(wilson(0, 7)?.lower).toBe(0)
    expect(wilson(7, 7)?.upper).toBe(1)
    expect(wilson(3, 7, 0.5)?.lower).toBeGreaterThan(wilson(3, 7, 0.99)?.lower ?? 9)
  })

  it('does not exist without trials', () => {
    expect(wilson(0, 0)).toBeNull()
  })

  it.each([
    [-1, 5, 0.95],
    [6, 5, 0.95],
    [1.5, 5, 0.95],
    [1, Number.NaN, 0.95],
    [1, Number.POSITIVE_INFINITY, 0.95],
    [1, 5, 0],
    [1, 5, 1],
    [1, 5, Number.NaN],
  ])('refuses %d of %d at level %d', (successes, n, level) => {
    expect(() => wilson(successes, n, level)).toThrow(RangeError)
  })
})

describe('the exact Poisson interval', () => {
  // F. Garwood, Biometrika 28 (1936) 437–442, 95 %: the limits as epidemiology texts reprint them, then more digits
  it.each([
    [0, '0.000', '3.689', 0, 3.6888794541],
    [1, '0.025', '5.572', 0.025317808, 5.5716433909],
    [2, '0.242', '7.225', 0.2422092785, 7.2246876677],
    [3, '0.619', '8.767', 0.6186721229, 8.7672730697],
    [5, '1.623', '11.668', 1.6234863902, 11.6683320793],
    [10, '4.795', '18.390', 4.7953886961, 18.390356042],
    [20, '12.217', '30.888', 12.2165195854, 30.8883779027],
    [50, '37.111', '65.919', 37.1109637375, 65.9187666643],
    [100, '81.364', '121.627', 81.3639912509, 121.6267937924],
  ])('of %d events is as printed', (events, lower, upper, lowerMore, upperMore) => {
    const interval = poissonExact(events)
    expect([interval.lower.toFixed(3), interval.upper.toFixed(3)]).toEqual([lower, upper])
    expect(Math.abs(interval.lower - lowerMore)).toBeLessThan(1e-6)
    expect(Math.abs(interval.upper - upperMore)).toBeLessThan(1e-6)
  })

  it('leaves half the error on each side, by plain sums', () => {
    for (const events of [1, 4, 12, 60]) {
      for (const level of [0.8, 0.95, 0.998]) {
        const { lower, upper } = poissonExact(events, level)
        expect(1 - poissonSum(events - 1, lower)).toBeCloseTo((1 - level) / 2, 9)
        expect(poissonSum(events, upper)).toBeCloseTo((1 - level) / 2, 9)
      }
    }
  })

  it('grows with the events and with the level', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.double({ min: 0.01, max: 0.99, noNaN: true }), (events, level) => {
        const here = poissonExact(events, level)
        const next = poissonExact(events + 1, level)
        const surer = poissonExact(events, (1 + level) / 2)
        expect(next.lower > here.lower && next.upper > here.upper).toBe(true)
        expect(surer.lower <= here.lower && surer.upper > here.upper).toBe(true)
        expect(here.lower <= events && here.upper >= events).toBe(true)
      }),
      { numRuns: 50 },
    )
  })

  it('covers every mean at least as often as it says', () => {
    const intervals = Array.from({ length: 80 }, (_, events) => poissonExact(events))
    for (let mean = 0.05; mean < 30; mean += 0.35) {
      const covered = intervals.reduce(
        (sum, { lower, upper }, events) => sum + (lower <= mean && mean <= upper ? poissonTerm(events, mean) : 0),
        0,
      )
      expect(covered).toBeGreaterThanOrEqual(0.95 - 1e-9)
    }
  })

  it('keeps its digits at a million events', () => {
    const { lower, upper } = poissonExact(1_000_000)
    // by Cephes' inverse of the incomplete gamma
    expect(lower).toBeCloseTo(998_040.98334, 4)
    expect(upper).toBeCloseTo(1_001_961.91195, 4)
  })

  it.each([
    [-1, 0.95],
    [0.5, 0.95],
    [Number.POSITIVE_INFINITY, 0.95],
    [3, 1.2],
  ])('refuses %d events at level %d', (events, level) => {
    expect(() => poissonExact(events, level)).toThrow(RangeError)
  })
})

describe('the ratio of two rates', () => {
  it('is what R prints for breast cancer in Fredericia and three other cities', () => {
    // the example of stats::poisson.test: poisson.test(c(11, 6+8+7), c(800, 1083+1050+878))
    const ratio = rateRatio({ numerator: 11, denominator: 800 }, { numerator: 21, denominator: 3011 })
    expect(ratio?.ratio).toBeCloseTo(1.971488, 6)
    expect(ratio?.lower).toBeCloseTo(0.8584264, 6)
    expect(ratio?.upper).toBeCloseTo(4.2772659, 6)
  })

  it('ends where the share of the events just leaves each tail, by plain sums', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 25 }), fc.integer({ min: 1, max: 25 }), (a, b) => {
        const ratio = rateRatio({ numerator: a, denominator: 2000 }, { numerator: b, denominator: 500 })
        const shareAt = (bound: number) => (bound * 4) / (1 + bound * 4)
        expect(1 - binomialSum(a - 1, a + b, shareAt(ratio?.lower ?? 9))).toBeCloseTo(0.025, 9)
        expect(binomialSum(a, a + b, shareAt(ratio?.upper ?? 9))).toBeCloseTo(0.025, 9)
      }),
    )
  })

  it('turns over with its two sides', () => {
    const one = { numerator: 40, denominator: 90_000 }
    const other = { numerator: 13, denominator: 55_000 }
    const there = rateRatio(one, other)
    const back = rateRatio(other, one)
    expect((there?.ratio ?? 0) * (back?.ratio ?? 0)).toBeCloseTo(1, 12)
    expect((there?.lower ?? 0) * (back?.upper ?? 0)).toBeCloseTo(1, 12)
  })

  it('covers every ratio at least as often as it says', () => {
    const total = 14
    for (let share = 0.03; share < 1; share += 0.031) {
      let covered = 0
      for (let a = 0; a <= total; a += 1) {
        const bounds = rateRatio({ numerator: a, denominator: 1 }, { numerator: total - a, denominator: 1 })
        const truth = share / (1 - share)
        const isCovered = (bounds?.lower ?? 0) <= truth && truth <= (bounds?.upper ?? Number.POSITIVE_INFINITY)
        if (isCovered) covered += binomialTerm(a, total, share)
      }
      expect(covered).toBeGreaterThanOrEqual(0.95 - 1e-9)
    }
  })

  it('is bounded on one side when only one rate has events', () => {
    const none = rateRatio({ numerator: 0, denominator: 500 }, { numerator: 12, denominator: 500 })
    expect([none?.ratio, none?.lower]).toEqual([0, 0])
    expect(none?.upper).toBeCloseTo(0.025 ** (-1 / 12) - 1, 9)
    const unbounded = rateRatio({ numerator: 8, denominator: 500 }, { numerator: 0, denominator: 500 })
    expect([unbounded?.ratio, unbounded?.upper]).toEqual([null, null])
    expect(unbounded?.lower).toBeCloseTo(1 / (0.025 ** (-1 / 8) - 1), 9)
  })

  it('says nothing without events or without a denominator', () => {
    expect(rateRatio({ numerator: 0, denominator: 5 }, { numerator: 0, denominator: 5 })).toBeNull()
    expect(rateRatio({ numerator: 1, denominator: 0 }, { numerator: 2, denominator: 5 })).toBeNull()
    expect(rateRatio({ numerator: 1, denominator: 5 }, { numerator: 2, denominator: 0 })).toBeNull()
  })

  it('keeps its digits with a million events on a side', () => {
    // one event against n: π = 1 − 0.975^(1/(n + 1)) in closed form
    const share = -Math.expm1(Math.log(0.975) / 1_000_001)
    const rare = rateRatio({ numerator: 1, denominator: 1 }, { numerator: 1_000_000, denominator: 1 })
    expect((rare?.lower ?? 0) / (share / (1 - share))).toBeCloseTo(1, 9)
  })

  it.each([
    [{ numerator: -1, denominator: 5 }, 0.95],
    [{ numerator: 1, denominator: -5 }, 0.95],
    [{ numerator: 1.2, denominator: 5 }, 0.95],
    [{ numerator: 1, denominator: Number.NaN }, 0.95],
    [{ numerator: 1, denominator: 5 }, 0],
  ])('refuses %o at level %d', (rate, level) => {
    expect(() => rateRatio(rate, { numerator: 3, denominator: 9 }, level)).toThrow(RangeError)
    expect(() => rateRatio({ numerator: 3, denominator: 9 }, rate, level)).toThrow(RangeError)
  })
})
