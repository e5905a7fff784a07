import {
  acceptedCounts,
  atLeast,
  atMost,
  binomial,
  chiSquareQuantile,
  countQuantile,
  lowerOdds,
  normalQuantile,
  poisson,
} from '#domain/metrics/distributions'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { binomialSum, choose, poissonSum } from './distributions.sums'

describe('the continuous quantiles', () => {
  // NIST/SEMATECH e-Handbook 1.3.6.7.1 prints 1.96 and 3.09; more digits from Abramowitz and Stegun 26.2
  it.each([
    [0.975, 1.959963985],
    [0.999, 3.090232306],
    [0.5, 0],
    [0.00135, -2.999976993],
  ])('give the normal %d', (probability, z) => {
    expect(normalQuantile(probability)).toBeCloseTo(z, 8)
  })

  // NIST/SEMATECH e-Handbook 1.3.6.7.4, upper and lower critical values of the chi-square distribution
  it.each([
    [0.95, 1, 3.841],
    [0.975, 10, 20.483],
    [0.025, 10, 3.247],
    [0.99, 30, 50.892],
    [0.05, 100, 77.929],
  ])('give the chi-square %d with %d degrees', (probability, degrees, printed) => {
    expect(Math.abs(chiSquareQuantile(probability, degrees) - printed)).toBeLessThanOrEqual(5.1e-4)
  })

  it('agree with the sum of Poisson terms that a chi-square of even degrees is', () => {
    for (const [k, probability] of [[1, 0.025] as const, [7, 0.5] as const, [40, 0.999] as const]) {
      expect(1 - poissonSum(k - 1, chiSquareQuantile(probability, 2 * k) / 2)).toBeCloseTo(probability, 9)
    }
  })
})

describe('the counts', () => {
  it('add up as the printed tables say', () => {
    // cumulative tables to four places, Montgomery and Runger, Applied Statistics and Probability, appendix A
    expect(atMost(binomial(10, 0.3), 3)).toBeCloseTo(0.6496, 4)
    expect(atMost(binomial(20, 0.5), 10)).toBeCloseTo(0.5881, 4)
    expect(atMost(poisson(5), 5)).toBeCloseTo(0.616, 4)
    expect(atMost(poisson(10), 10)).toBeCloseTo(0.583, 4)
  })

  it('add up as plain sums do', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 60, noNaN: true }), fc.nat(100), (mean, k) => {
        expect(atMost(poisson(mean), k)).toBeCloseTo(poissonSum(k, mean), 11)
        expect(atLeast(poisson(mean), k) + atMost(poisson(mean), k - 1)).toBeCloseTo(1, 12)
      }),
    )
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, success) => {
        const k = Math.floor(n * 0.4)
        expect(atMost(binomial(n, success), k)).toBeCloseTo(binomialSum(k, n, success), 11)
        expect(atLeast(binomial(n, success), k) + atMost(binomial(n, success), k - 1)).toBeCloseTo(1, 12)
      }),
    )
  })

  it('hold their digits where one unit more is one in a million', () => {
    // by 40-digit arithmetic and Cephes' incomplete gamma and beta
    expect(atMost(poisson(1_000_000), 1_000_500) / 0.6916824365452101).toBeCloseTo(1, 10)
    expect(atMost(poisson(1_000_000), 997_000) / 0.0013462037182411075).toBeCloseTo(1, 10)
    expect(atMost(binomial(100_000_000, 0.01), 999_000) / 0.15755996411227702).toBeCloseTo(1, 10)
    // symmetric: exactly half of what is not the middle lies on each side
    const middle = binomial(2_000_000, 0.5)
    expect(atMost(middle, 1_000_000)).toBeCloseTo((1 + middle.at(1_000_000)) / 2, 12)
  })

  it('know what is certain', () => {
    expect([atMost(poisson(0), 0), atLeast(poisson(0), 1), atMost(poisson(3), -1)]).toEqual([1, 0, 0])
    expect([atMost(binomial(4, 0), 0), atMost(binomial(4, 1), 3), atMost(binomial(4, 0.2), 4)]).toEqual([1, 0, 1])
    expect([binomial(4, 0).at(1), binomial(4, 1).at(4), atLeast(binomial(4, 0.3), 5)]).toEqual([0, 1, 0])
  })
})

describe('a quantile of counts', () => {
  it('is the least count that reaches the probability, by plain sums', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 60, noNaN: true }),
        fc.constantFrom(0.00135, 0.025, 0.3, 0.5, 0.975, 0.99865),
        (mean, probability) => {
          const k = countQuantile(poisson(mean), probability)
          expect(poissonSum(k, mean)).toBeGreaterThanOrEqual(probability - 1e-12)
          if (k > 0) expect(poissonSum(k - 1, mean)).toBeLessThan(probability + 1e-12)
        },
      ),
    )
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50 }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        fc.constantFrom(0.00135, 0.05, 0.5, 0.99865),
        (n, success, probability) => {
          const k = countQuantile(binomial(n, success), probability)
          expect(binomialSum(k, n, success)).toBeGreaterThanOrEqual(probability - 1e-12)
          if (k > 0) expect(binomialSum(k - 1, n, success)).toBeLessThan(probability + 1e-12)
        },
      ),
    )
  })

  it('is right for a city', () => {
    expect(acceptedCounts(poisson(1_000_000), 0.0027)).toEqual({ lower: 997_001, upper: 1_003_001 })
    expect(acceptedCounts(binomial(100_000_000, 0.01), 0.0027)).toEqual({ lower: 997_016, upper: 1_002_986 })
  })

  it('takes the exact tie into the upper count and out of the lower', () => {
    // Binomial(2, 0.5): P(X ≤ 0) = 1/4 and P(X ≤ 1) = 3/4 exactly
    expect(acceptedCounts(binomial(2, 0.5), 0.5)).toEqual({ lower: 1, upper: 1 })
    expect(countQuantile(binomial(2, 0.5), 0.25)).toBe(0)
  })

  it('never leaves out more than half the error on a side', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 200, noNaN: true }), (mean) => {
        const { lower, upper } = acceptedCounts(poisson(mean), 0.0027)
        expect(atMost(poisson(mean), lower - 1)).toBeLessThanOrEqual(0.00135)
        expect(atLeast(poisson(mean), upper + 1)).toBeLessThanOrEqual(0.00135 + 1e-15)
      }),
    )
  })
})

describe('the lower odds', () => {
  it('leave exactly the tail above', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.nat(20), (successes, failures) => {
        const odds = lowerOdds(successes, failures, 0.025)
        const n = successes + failures
        expect(1 - binomialSum(successes - 1, n, odds / (1 + odds))).toBeCloseTo(0.025, 9)
      }),
    )
  })

  it('have the closed forms of a single event, small and large', () => {
    for (const others of [3, 1_000_001]) {
      const share = -Math.expm1(Math.log(0.975) / (others + 1))
      expect(lowerOdds(1, others, 0.025) / (share / (1 - share))).toBeCloseTo(1, 9)
      const all = -Math.log(0.025) / others
      expect(lowerOdds(others, 0, 0.025) * Math.expm1(all)).toBeCloseTo(1, 9)
    }
  })
})

describe('the sums that the tests trust', () => {
  it('count as one counts by hand', () => {
    expect(choose(5, 2)).toBe(10)
    expect(binomialSum(1, 2, 0.5)).toBe(0.75)
    expect(poissonSum(1, 1)).toBeCloseTo(2 / Math.E, 15)
  })
})
