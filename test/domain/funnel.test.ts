import { type FunnelRequest, funnel, funnelLimits } from '#domain/metrics/funnel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { binomialSum, poissonSum } from './distributions.sums'

// Deaths and operations, heart surgery under one year of age, England 1991–1995: D. J. Spiegelhalter, The Art of
// Statistics (2019), figure 2.5 and its data file; Bristol is the hospital of the inquiry.
const HEARTS: FunnelRequest['units'] = [
  { id: 'Bristol', numerator: 41, denominator: 143 },
  { id: 'Leicester', numerator: 25, denominator: 187 },
  { id: 'Leeds', numerator: 24, denominator: 323 },
  { id: 'Oxford', numerator: 23, denominator: 122 },
  { id: 'Guys', numerator: 25, denominator: 164 },
  { id: 'Liverpool', numerator: 42, denominator: 405 },
  { id: 'Southampton', numerator: 24, denominator: 239 },
  { id: 'Great Ormond St', numerator: 53, denominator: 482 },
  { id: 'Newcastle', numerator: 26, denominator: 195 },
  { id: 'Harefield', numerator: 25, denominator: 177 },
  { id: 'Birmingham', numerator: 58, denominator: 581 },
  { id: 'Brompton', numerator: 31, denominator: 301 },
]

const outside = ({ units }: ReturnType<typeof funnel>) =>
  units.flatMap(({ id, outside: which }) => (which === 'none' ? [] : [`${id} ${which}`]))

const units = (pairs: [number, number][]) =>
  pairs.map(([numerator, denominator], index) => ({ id: `${index}`, numerator, denominator }))

const least = (reached: (k: number) => boolean) => {
  let k = 0
  while (!reached(k)) k += 1
  return k
}

const LIMITS = {
  lower95: (sum: (k: number) => number) => least((k) => sum(k) > 0.025),
  upper95: (sum: (k: number) => number) => least((k) => sum(k) >= 0.975),
  lower998: (sum: (k: number) => number) => least((k) => sum(k) > 0.001),
  upper998: (sum: (k: number) => number) => least((k) => sum(k) >= 0.999),
}

describe('the funnel of the Bristol inquiry', () => {
  const plot = funnel({ kind: 'proportion', units: HEARTS, factor: 100 })

  it('finds Bristol, and Bristol alone, beyond 99.8 %', () => {
    expect(plot.centre).toBeCloseTo((100 * 397) / 3319, 9)
    expect(outside(plot)).toEqual(['Bristol 998', 'Leeds 95', 'Oxford 95'])
    expect(plot.units[0]?.value).toBeCloseTo(28.7, 1)
  })

  it('has the limits that binomial sums accept', () => {
    for (const [index, { denominator }] of HEARTS.entries()) {
      for (const [name, countOf] of Object.entries(LIMITS)) {
        const drawn = plot.units[index]?.[name as keyof typeof LIMITS]
        expect(drawn).toBeCloseTo((100 * countOf((k) => binomialSum(k, denominator, 397 / 3319))) / denominator, 9)
      }
    }
  })

  it('says that the hospitals scatter no more than chance', () => {
    // winsorised φ = 1.794 < 1 + 2·√(2/12) = 1.816
    expect(plot.method).toBe('漏斗图，二项精确界限，95% 和 99.8% 两层，各单位之间的波动没有超出偶然，界限不放宽。')
  })
})

describe('a funnel of rates', () => {
  it('has the limits that Poisson sums accept, times the factor', () => {
    const plot = funnel({
      kind: 'rate',
      units: units([
        [3, 1000],
        [12, 3000],
        [45, 16_000],
      ]),
      factor: 10_000,
    })
    expect(plot.centre).toBe(30)
    for (const { denominator, unit } of [1000, 3000, 16_000].map((d, i) => ({ denominator: d, unit: plot.units[i] }))) {
      for (const [name, countOf] of Object.entries(LIMITS)) {
        const count = countOf((k) => poissonSum(k, 0.003 * denominator))
        expect(unit?.[name as keyof typeof LIMITS]).toBeCloseTo((count / denominator) * 10_000, 9)
      }
    }
    expect(plot.method).toContain('泊松精确界限')
  })

  it('takes a unit on the limit as inside and one count more as outside', () => {
    // far larger others hold the centre at 1 in 1,000, so that the unit expects about 10
    const withCount = (numerator: number) =>
      funnel({
        kind: 'rate',
        units: [
          ...units([
            [1_000_000, 1_000_000_000],
            [1_000_000, 1_000_000_000],
          ]),
          { id: 'x', numerator, denominator: 10_000 },
        ],
      }).units[2]?.outside
    expect([4, 3, 2, 1].map(withCount)).toEqual(['none', '95', '95', '998'])
    expect([17, 18, 21, 22].map(withCount)).toEqual(['none', '95', '95', '998'])
  })

  it('has neither value nor limits for a unit without a denominator, and the others do not notice', () => {
    const without = funnel({
      kind: 'rate',
      units: units([
        [3, 1000],
        [12, 3000],
      ]),
    })
    const withOne = funnel({
      kind: 'rate',
      units: [
        ...units([
          [3, 1000],
          [12, 3000],
        ]),
        { id: 'new', numerator: 2, denominator: 0 },
      ],
    })
    expect(withOne.units[2]).toEqual({
      id: 'new',
      value: null,
      lower95: null,
      upper95: null,
      lower998: null,
      upper998: null,
      outside: 'none',
    })
    expect({ ...withOne, units: withOne.units.slice(0, 2) }).toEqual(without)
  })

  it('has no centre without data', () => {
    expect(funnel({ kind: 'rate', units: [] })).toEqual({ centre: null, units: [], method: '还没有数据，不画图。' })
    expect(funnel({ kind: 'rate', units: units([[2, 0]]) }).centre).toBeNull()
  })

  it('flags nobody where nobody has an event', () => {
    const plot = funnel({
      kind: 'rate',
      units: units([
        [0, 100],
        [0, 5000],
      ]),
    })
    expect(plot.centre).toBe(0)
    expect(outside(plot)).toEqual([])
  })
})

describe('overdispersion', () => {
  // Twenty units of 10,000 expecting 100: half 20 below, half 20 above, so that every z is ±2 and φ = 4.
  const scattered = units(Array.from({ length: 20 }, (_, index) => [index % 2 === 0 ? 80 : 120, 10_000]))

  it('widens the limits by √φ and says so', () => {
    const plot = funnel({ kind: 'rate', units: scattered, factor: 10_000 })
    const upper = LIMITS.upper998((k) => poissonSum(k, 100))
    const lower = LIMITS.lower95((k) => poissonSum(k, 100))
    expect(plot.units[0]?.upper998).toBeCloseTo(100 + (upper - 100) * 2, 9)
    expect(plot.units[0]?.lower95).toBeCloseTo(100 + (lower - 100) * 2, 9)
    expect(outside(plot)).toEqual([])
    expect(plot.method).toBe(
      '漏斗图，泊松精确界限，95% 和 99.8% 两层，各单位之间的波动超出偶然（φ 为 4.0），界限放宽到 2.0 倍。',
    )
  })

  it('counts only past 1 + 2·√(2/k)', () => {
    // z = ±d/10, so that φ = d²/100, against 1 + 2·√(2/20) = 1.632
    const at = (d: number) =>
      funnel({
        kind: 'rate',
        units: units(Array.from({ length: 20 }, (_, i) => [i % 2 === 0 ? 100 - d : 100 + d, 10_000])),
      })
    expect(at(12).method).toContain('界限不放宽')
    expect(at(13).method).toContain('φ 为 1.7')
  })

  it('is not brought about by one unit: a tenth on each side is drawn in', () => {
    const calm = Array.from({ length: 30 }, (_, index): [number, number] => [index % 2 === 0 ? 95 : 105, 10_000])
    const plot = funnel({ kind: 'rate', units: units([...calm, [300, 10_000]]) })
    expect(plot.method).toContain('界限不放宽')
    expect(outside(plot)).toEqual(['30 998'])
  })

  it('is not brought about by one unit of three, nor sought among two', () => {
    const steady: [number, number] = [1_000_000, 1_000_000_000]
    const three = funnel({ kind: 'rate', units: units([steady, steady, [90, 10_000]]) })
    expect(outside(three)).toEqual(['2 998'])
    expect(three.method).toContain('界限不放宽')
    const two = funnel({
      kind: 'rate',
      units: units([
        [50, 10_000],
        [350, 10_000],
      ]),
    })
    expect(outside(two)).toEqual(['0 998', '1 998'])
  })

  it('keeps the limits within what can be', () => {
    const shares = units(Array.from({ length: 20 }, (_, index) => [index % 2 === 0 ? 2 : 48, 50]))
    for (const { lower998, upper998 } of funnel({ kind: 'proportion', units: shares }).units) {
      expect([lower998, upper998]).toEqual([0, 1])
    }
  })
})

describe('any funnel', () => {
  const anyUnits = fc
    .array(fc.tuple(fc.nat(400), fc.integer({ min: 0, max: 5000 })), { minLength: 1, maxLength: 15 })
    .map((pairs) => pairs.map(([a, d]): [number, number] => [d === 0 ? a : Math.min(a, d), d]))
  const anyKind = fc.constantFrom('rate' as const, 'proportion' as const)

  it('calls outside what lies beyond its limits and nothing else, the inner pair within the outer', () => {
    fc.assert(
      fc.property(anyKind, anyUnits, (kind, pairs) => {
        for (const unit of funnel({ kind, units: units(pairs) }).units) {
          if (unit.value === null) continue
          const { value, lower95, upper95, lower998, upper998 } = unit
          const isPast = (lower: number | null, upper: number | null) =>
            value < (lower ?? 0) - 1e-12 || value > (upper ?? 0) + 1e-12
          const expected = isPast(lower998, upper998) ? '998' : isPast(lower95, upper95) ? '95' : 'none'
          expect(unit.outside).toBe(expected)
          expect((lower998 ?? 9) <= (lower95 ?? 0) && (upper95 ?? 9) <= (upper998 ?? 0)).toBe(true)
        }
      }),
    )
  })

  it('has Σnumerator / Σdenominator as its centre, in any order, and only scales with the factor', () => {
    fc.assert(
      fc.property(anyKind, anyUnits, (kind, pairs) => {
        const plot = funnel({ kind, units: units(pairs) })
        const present = pairs.filter(([, denominator]) => denominator > 0)
        const total = present.reduce((sum, [, denominator]) => sum + denominator, 0)
        const events = present.reduce((sum, [numerator]) => sum + numerator, 0)
        expect(plot.centre).toBe(total === 0 ? null : events / total)
        expect(funnel({ kind, units: units([...pairs].reverse()) }).centre).toBe(plot.centre)
        const scaled = funnel({ kind, units: units(pairs), factor: 1000 })
        for (const [index, { upper998, outside: which }] of plot.units.entries()) {
          if (upper998 !== null) expect(scaled.units[index]?.upper998).toBeCloseTo(upper998 * 1000, 6)
          expect(scaled.units[index]?.outside).toBe(which)
        }
      }),
    )
  })
})

describe('the lines of a funnel', () => {
  it('run through the limits of its units, and further', () => {
    const request: FunnelRequest = { kind: 'proportion', units: HEARTS, factor: 100 }
    const lines = funnelLimits(request, [...HEARTS.map(({ denominator }) => denominator), 2000])
    for (const [index, { upper998, lower95 }] of funnel(request).units.entries()) {
      expect([lines[index]?.upper998, lines[index]?.lower95]).toEqual([upper998, lower95])
    }
    expect(lines[12]).toMatchObject({ denominator: 2000 })
    expect(lines[12]?.upper998).toBeLessThan(lines[10]?.upper998 ?? 0)
  })

  it('do not exist without data', () => {
    expect(funnelLimits({ kind: 'rate', units: [] }, [100])).toEqual([])
  })

  it.each([0, -1, Number.NaN, 10.5])('are refused at %d trials', (denominator) => {
    expect(() => funnelLimits({ kind: 'proportion', units: HEARTS }, [denominator])).toThrow(RangeError)
  })
})

describe('what no funnel can be drawn from', () => {
  it.each<[string, FunnelRequest]>([
    ['a negative count', { kind: 'rate', units: units([[-1, 5]]) }],
    ['half a complaint', { kind: 'rate', units: units([[0.5, 5]]) }],
    ['a denominator without end', { kind: 'rate', units: units([[1, Number.POSITIVE_INFINITY]]) }],
    ['more successes than trials', { kind: 'proportion', units: units([[6, 5]]) }],
    ['trials in fractions', { kind: 'proportion', units: units([[1, 5.5]]) }],
    ['a factor of 0', { kind: 'rate', units: [], factor: 0 }],
  ])('%s is refused', (_, request) => {
    expect(() => funnel(request)).toThrow(RangeError)
  })
})
