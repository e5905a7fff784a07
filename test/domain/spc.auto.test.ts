import { type ChartRequest, controlChart } from '#domain/metrics/spc'
import { describe, expect, it } from 'vitest'
import { binomialSum, poissonSum } from './distributions.sums'

const same = (numerator: number, denominator: number, length = 12) =>
  Array.from({ length }, () => ({ numerator, denominator }))

const alternating = (low: number, high: number, denominator: number, length = 12) =>
  Array.from({ length }, (_, index) => ({ numerator: index % 2 === 0 ? low : high, denominator }))

const limitsOf = (request: ChartRequest) => controlChart(request).points.map(({ lower, upper }) => ({ lower, upper }))

describe('automatic limits', () => {
  it('are exact below an expected count of 50 and 3σ from there on', () => {
    const at = (numerator: number) => controlChart({ kind: 'u', points: same(numerator, 1000), factor: 1000 })
    expect(at(49).method).toBe('u 图（率），有的点预期数不足 50，按泊松分布算精确界限。')
    expect(at(50).method).toBe('u 图（率），预期数都不少于 50，波动不超过偶然波动的 1.5 倍，用 3σ 界限。')
    expect(at(50).points[0]?.upper).toBeCloseTo(50 + 3 * Math.sqrt(50), 9)
  })

  it('are exact when a single denominator is small', () => {
    const points = [...same(500, 10_000), { numerator: 2, denominator: 40 }]
    expect(limitsOf({ kind: 'u', points })).toEqual(limitsOf({ kind: 'u', points, limits: 'exact' }))
  })

  it('of a count are the counts that Poisson sums accept', () => {
    const [point] = controlChart({ kind: 'c', points: same(8, 1).map((p) => ({ ...p, denominator: null })) }).points
    const counts = Array.from({ length: 60 }, (_, k) => k)
    expect(point?.lower).toBe(counts.find((k) => poissonSum(k, 8) > 0.00135))
    expect(point?.upper).toBe(counts.find((k) => poissonSum(k, 8) >= 0.99865))
  })

  it('of a share are the counts that binomial sums accept, also near 100 %', () => {
    for (const numerator of [3, 37]) {
      const [point] = controlChart({ kind: 'p', points: same(numerator, 40), factor: 40 }).points
      const counts = Array.from({ length: 41 }, (_, k) => k)
      expect(point?.lower).toBeCloseTo(counts.find((k) => binomialSum(k, 40, numerator / 40) > 0.00135) ?? -1, 9)
      expect(point?.upper).toBeCloseTo(counts.find((k) => binomialSum(k, 40, numerator / 40) >= 0.99865) ?? -1, 9)
    }
    // 9,960 of 10,000: the expected count is large, but that of the others is only 40
    expect(controlChart({ kind: 'p', points: same(9960, 10_000) }).method).toContain('二项分布算精确界限')
    expect(controlChart({ kind: 'p', points: same(9950, 10_000) }).method).toContain('用 3σ 界限')
  })

  it('widen after Laney only when the points scatter more than 1.5 times chance', () => {
    // between 10,000 ± d and the next the z-scores differ by 2d/100, so that σz = 2d/100/1.128
    const at = (d: number) => alternating(10_000 - d, 10_000 + d, 1_000_000)
    expect(controlChart({ kind: 'u', points: at(84) }).method).toContain('用 3σ 界限')
    const wide = controlChart({ kind: 'u', points: at(85) })
    expect(wide.method).toBe('u′ 图（率），各点的波动是偶然波动的 1.5 倍，3σ 界限按 Laney 法放宽。')
    expect(limitsOf({ kind: 'u', points: at(85) })).toEqual(limitsOf({ kind: 'u-prime', points: at(85) }))
    expect(controlChart({ kind: 'p', points: alternating(400, 600, 1000) }).method).toContain('p′ 图（比例）')
    const counts = at(500).map(({ numerator }) => ({ numerator, denominator: null }))
    expect(controlChart({ kind: 'c', points: counts }).method).toContain('c′ 图（件数）')
  })

  it('never narrow when the points scatter less than chance', () => {
    const points = alternating(10_000, 10_001, 1_000_000)
    expect(limitsOf({ kind: 'u', points })).toEqual(limitsOf({ kind: 'u', points, limits: 'sigma' }))
  })

  it('look at the size of no denominator alone', () => {
    // a million patients, one complaint in a hundred thousand: still exact
    expect(controlChart({ kind: 'u', points: same(10, 1_000_000) }).method).toContain('精确界限')
  })

  it('of a small period after the baseline are exact, and those of the baseline stay', () => {
    const baseline = same(500, 10_000)
    const alone = controlChart({ kind: 'u', points: baseline })
    const later = controlChart({
      kind: 'u',
      points: [...baseline, { numerator: 9, denominator: 40 }],
      freezeAfter: 12,
    })
    expect(later.points.slice(0, 12)).toEqual(alone.points)
    const counts = Array.from({ length: 30 }, (_, k) => k)
    expect(later.points[12]?.upper).toBeCloseTo((counts.find((k) => poissonSum(k, 2) >= 0.99865) ?? 0) / 40, 12)
    expect(later.points[12]?.beyond).toBe(true)
    expect(later.method).toBe(
      'u 图（率），预期数都不少于 50，波动不超过偶然波动的 1.5 倍，用 3σ 界限，后来预期数不足 50 的点用精确界限，中线和界限按前 12 个点定下。',
    )
  })

  it('accept zero complaints and signal the first after a baseline without any', () => {
    const none = controlChart({ kind: 'u', points: same(0, 5000) })
    expect(none.points.some(({ beyond }) => beyond)).toBe(false)
    const one = controlChart({
      kind: 'u',
      points: [...same(0, 5000), { numerator: 1, denominator: 5000 }],
      freezeAfter: 12,
    })
    expect(one.points[12]).toMatchObject({ centre: 0, lower: 0, upper: 0, beyond: true })
  })
})

describe('the words for the page', () => {
  it.each<[ChartRequest, string]>([
    [{ kind: 'u', points: same(60, 1000), limits: 'sigma' }, 'u 图（率），用 3σ 界限。'],
    [{ kind: 'p', points: same(6, 100), limits: 'exact' }, 'p 图（比例），按二项分布算精确界限。'],
    [{ kind: 'p-prime', points: alternating(400, 600, 1000) }, 'p′ 图（比例），3σ 界限按 Laney 法校正，σz 为 11.2。'],
    [{ kind: 'i', points: same(60, 1000) }, 'XmR 图（单值），界限是均值上下 3σ，σ 由相邻两点的平均差得来。'],
    [{ kind: 'run', points: same(60, 1000) }, '趋势图，中线是中位数，不画界限。'],
    [{ kind: 'run', points: same(60, 1000), freezeAfter: 6 }, '趋势图，中线是中位数，不画界限，中线按前 6 个点定下。'],
  ])('say what was used: %#', (request, words) => {
    expect(controlChart(request).method).toBe(words)
  })
})
