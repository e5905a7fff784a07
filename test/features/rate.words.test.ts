import type { Channel } from '#domain/complaint/category'
import type { ChartPoint, Comparison, RateFigure, Rates } from '#domain/metrics/metrics.contract'
import { USUAL_COUNTING, USUAL_FACTORS } from '#domain/metrics/rate'
import { countInWords, monthName, shareInWords } from '#domain/number.words'
import { describe, expect, it } from 'vitest'
import { inTableOrder } from '../../src/features/metrics/department.order'
import {
  chartInWords,
  departmentNote,
  funnelInWords,
  pointInWords,
  worthALook,
} from '../../src/features/metrics/chart.words'
import { earlierName, periodName, periodsIn, rateInWords, rateOf } from '../../src/features/metrics/figure.words'
import { countingInWords, formulaInWords, methodOf } from '../../src/features/metrics/method.words'
import {
  comparisonInWords,
  gapsInWords,
  headlineOf,
  supportOf,
  undecidedInWords,
} from '../../src/features/metrics/rate.words'
import { aPoint, someRates } from '../builders/rates.builder'

const october = { from: '2026-10', to: '2026-10' }

const plain = (text: string) => text.replace(/\u00a0/g, ' ')

/** The figures with the overall one changed. */
const withOverall = (about: Partial<RateFigure>): RateFigure[] =>
  someRates().figures.map((figure) => (figure.indicator === 'overall' ? { ...figure, ...about } : figure))

const withPoints = (points: ChartPoint[], about: Partial<Rates['chart']> = {}): Rates => {
  const rates = someRates()
  return { ...rates, chart: { ...rates.chart, points, ...about } }
}

/** Two years with the last months changed. */
const endingIn = (...last: Partial<ChartPoint>[]): ChartPoint[] => {
  const { points } = someRates().chart
  const from = points.length - last.length
  return points.map((point, index) => (index < from ? point : { ...point, ...last[index - from] }))
}

const aComparison = (about: Partial<Comparison>): Comparison => ({
  period: { from: '2026-09', to: '2026-09' },
  numerator: 56,
  denominator: 67_900,
  ratio: 1.055,
  lower: 0.72,
  upper: 1.55,
  verdict: 'usual',
  ...about,
})

const RUNS = { ...someRates().chart.runs, signal: true }

describe('a number of the page', () => {
  it('is rounded to one place, below one to two', () => {
    expect([8.703, 13.65, 0.428, 0, 1, 0.997].map(rateInWords)).toEqual(['8.7', '13.7', '0.43', '0.0', '1.0', '1.00'])
  })

  it('is grouped by thousands', () => {
    expect([60, 1842, 68_940, 1_234_567].map(countInWords).map(plain)).toEqual(['60', '1 842', '68 940', '1 234 567'])
  })

  it('is divided once, and is none where there is nothing to divide by', () => {
    expect(rateOf({ numerator: 60, denominator: 80_000 }, 10_000)).toBe(7.5)
    expect(rateOf({ numerator: 0, denominator: 80_000 }, 10_000)).toBe(0)
    expect(rateOf({ numerator: 60, denominator: null }, 10_000)).toBeNull()
    expect(rateOf({ numerator: 60, denominator: 0 }, 10_000)).toBeNull()
  })

  it('is a share only of something', () => {
    expect(shareInWords(19, 60)).toBe('31.7%')
    expect(shareInWords(0, 0)).toBe('')
  })
})

describe('a period', () => {
  it('is named with its year where that is another one', () => {
    expect(monthName('2026-10', '2026-11')).toBe('10 月')
    expect(monthName('2025-10', '2026-11')).toBe('2025 年 10 月')
    expect(periodName({ from: '2026-07', to: '2026-09' }, 'quarter', '2026-11')).toBe('第 3 季度')
    expect(periodName({ from: '2025-10', to: '2025-12' }, 'quarter')).toBe('2025 年第 4 季度')
    expect(periodName({ from: '2026-01', to: '2026-12' }, 'year', '2026-11')).toBe('2026 年')
  })

  it('is named as one says it beside a later one', () => {
    expect(earlierName({ from: '2026-09', to: '2026-09' }, 'month', october)).toBe('9 月')
    expect(earlierName({ from: '2025-10', to: '2025-10' }, 'month', october)).toBe('去年 10 月')
    expect(earlierName({ from: '2025-12', to: '2025-12' }, 'month', { from: '2026-01', to: '2026-01' })).toBe(
      '去年 12 月',
    )
    expect(earlierName({ from: '2025-07', to: '2025-09' }, 'quarter', { from: '2026-07', to: '2026-09' })).toBe(
      '去年第 3 季度',
    )
    expect(earlierName({ from: '2025-01', to: '2025-12' }, 'year', { from: '2026-01', to: '2026-12' })).toBe('上一年')
  })

  it('can be chosen from the first to the last that is known, the newest first', () => {
    expect(periodsIn({ from: '2025-11', to: '2026-01' }, 'month')).toEqual([
      { from: '2026-01', to: '2026-01' },
      { from: '2025-12', to: '2025-12' },
      { from: '2025-11', to: '2025-11' },
    ])
    expect(periodsIn({ from: '2025-11', to: '2026-01' }, 'quarter')).toEqual([
      { from: '2026-01', to: '2026-03' },
      { from: '2025-10', to: '2025-12' },
    ])
    expect(periodsIn({ from: '2025-11', to: '2026-01' }, 'year').map(({ from }) => from)).toEqual([
      '2026-01',
      '2025-01',
    ])
  })
})

describe('the headline', () => {
  it('says that a month lies within its limits', () => {
    expect(headlineOf(someRates())).toBe('10 月综合投诉率 8.7 件/万人次，处于正常波动。')
  })

  it('says what a month lies beyond', () => {
    const above = { value: 13.9, beyond: true, upper: 11.5, lower: 4.9 }
    const points = endingIn({ ...above })
    const high = { ...withPoints(points), figures: withOverall({ numerator: 139, denominator: 100_000 }) }
    expect(headlineOf(high)).toBe('10 月综合投诉率 13.9 件/万人次，超出上限 11.5，不是正常波动。')
    const low = {
      ...withPoints(endingIn({ ...above, value: 2 })),
      figures: withOverall({ numerator: 20, denominator: 100_000 }),
    }
    expect(headlineOf(low)).toBe('10 月综合投诉率 2.0 件/万人次，低于下限 4.9，不是正常波动。')
    expect(supportOf(low)).toContain('少得反常时，先看看扫码和热线还通不通。')
    expect(supportOf(high)).not.toContain('少得反常')
  })

  it('says since when the months have kept to one side', () => {
    const high = Array.from({ length: 9 }, () => ({ value: 9, centre: 8.2 }))
    const before = { value: 8, centre: 8.2 }
    expect(headlineOf(withPoints(endingIn(before, ...high), { runs: RUNS }))).toBe(
      '10 月综合投诉率 8.7 件/万人次，在界限以内，但近 9 个月一直偏高，不像偶然。',
    )
    const low = high.map(() => ({ value: 7, centre: 8.2 }))
    expect(headlineOf(withPoints(endingIn({ value: 9, centre: 8.2 }, ...low), { runs: RUNS }))).toContain(
      '近 9 个月一直偏低',
    )
  })

  it('says when the months kept to one side where that is over', () => {
    const high = Array.from({ length: 9 }, () => ({ value: 9, centre: 8.2 }))
    const points = endingIn({ value: 8, centre: 8.2 }, ...high, { value: 8, centre: 8.2 })
    expect(headlineOf(withPoints(points, { runs: RUNS }))).toContain('2026 年 1 月到 9 月一直偏高，不像偶然')
  })

  it('says that the months alternate too little where no stretch is too long', () => {
    const points = someRates().chart.points.map((point, index) => ({
      ...point,
      value: index % 8 < 4 ? 9 : 7,
      beyond: false,
    }))
    expect(headlineOf(withPoints(points, { runs: RUNS }))).toContain('高低成段、很少交替，不像偶然')
  })

  it('judges nothing from a few months', () => {
    const points = [0, 1, 2].map((index) => aPoint(index + 21, { lower: null, upper: null, centre: null }))
    expect(headlineOf(withPoints(points))).toBe('10 月综合投诉率 8.7 件/万人次，才 3 个月，先不下判断。')
  })

  it('says how far the visits of an unfinished month reach', () => {
    const rates = someRates({
      period: { from: '2026-11', to: '2026-11' },
      complete: false,
      gaps: { months: [], days: { from: '2026-11-21', to: '2026-11-30' }, departments: [] },
    })
    expect(headlineOf(rates)).toBe('11 月综合投诉率 8.7 件/万人次，人次只到 11 月 20 日，还会变。')
    expect(supportOf(rates)).not.toContain('比')
  })

  it('says which days are missing in the middle, and that a month is not over', () => {
    const unfinished = (days: Rates['gaps']['days']) =>
      headlineOf(someRates({ complete: false, gaps: { months: [], days, departments: [] } }))
    expect(unfinished({ from: '2026-10-03', to: '2026-10-05' })).toContain('10 月 3 日到 10 月 5 日的人次还不全')
    expect(unfinished({ from: '2026-10-03', to: '2026-10-03' })).toContain('10 月 3 日的人次还没有')
    expect(unfinished({ from: '2026-10-01', to: '2026-10-31' })).toContain('人次还没有报')
    expect(unfinished(null)).toContain('10 月还没过完')
  })

  it('gives no rate without visits, and says what to do', () => {
    for (const denominator of [null, 0]) {
      const rates = someRates({ figures: withOverall({ denominator }) })
      expect(headlineOf(rates)).toBe('还没有 10 月的人次，算不出综合投诉率。')
      expect(supportOf(rates)).toBe('，已经有了。请管理员导入这一段的人次，导入后这里马上就有。')
    }
  })

  it('compares a quarter, which has no limits, with the one before', () => {
    const quarter = { from: '2026-07', to: '2026-09' }
    const before = aComparison({ period: { from: '2026-04', to: '2026-06' }, verdict: 'higher' })
    const rates = someRates({ unit: 'quarter', period: quarter, figures: withOverall({ before }) })
    expect(headlineOf(rates)).toBe('第 3 季度综合投诉率 8.7 件/万人次，和第 2 季度比明显高了。')
    expect(headlineOf({ ...rates, figures: withOverall({ before: null, lastYear: null }) })).toContain('没有上一段可比')
  })
})

describe('the support of the headline', () => {
  it('says visits, the difference to the month before, and whether it is a usual one', () => {
    expect(plain(supportOf(someRates()))).toBe('，68 940 人次。比 9 月多 4 件，在正常起伏之内。')
    const fewer = aComparison({ numerator: 90, verdict: 'lower' })
    expect(supportOf(someRates({ figures: withOverall({ before: fewer }) }))).toContain(
      '比 9 月少 30 件，按人次算明显低了。',
    )
    const same = aComparison({ numerator: 60, ratio: null, verdict: null })
    expect(supportOf(someRates({ figures: withOverall({ before: same }) }))).toContain('件数和 9 月一样。')
  })

  it('says that limits are on trial', () => {
    const rates = someRates()
    expect(supportOf({ ...rates, chart: { ...rates.chart, provisional: true } })).toContain(
      '不满 12 个月，用的是试行界限。',
    )
  })
})

describe('a comparison', () => {
  it('gives a verdict in words, and the ratio with its interval', () => {
    expect(comparisonInWords(aComparison({}), someRates())).toEqual({
      verdict: '比 9 月：看不出差别',
      ratio: '1.05 倍（0.72–1.55）',
    })
    expect(comparisonInWords(aComparison({ verdict: 'higher' }), someRates())?.verdict).toBe('比 9 月：明显高了')
  })

  it('says that there is nothing to compare with', () => {
    expect(comparisonInWords(null, someRates())).toBeNull()
    const unknown = aComparison({ ratio: null, verdict: null })
    expect(comparisonInWords(unknown, someRates())).toEqual({ verdict: '比 9 月：没有数可比', ratio: '' })
  })

  it('gives a ratio without an upper end where the earlier month had no complaint', () => {
    expect(comparisonInWords(aComparison({ upper: null }), someRates())?.ratio).toBe('1.05 倍')
  })
})

describe('departments', () => {
  it('are named only beyond 99.8 %, in the order of the list and above or below', () => {
    expect(worthALook(someRates()).map(({ row, words }) => `${row.name}：${words}`)).toEqual([
      '急诊医学科：近一年 16.1，明显高于各科合计',
    ])
    expect(funnelInWords(someRates())).toBe(
      '各科室投诉率漏斗图，近 12 个月。10 个科室在 99.8% 界限以内；急诊医学科近一年 16.1，明显高于各科合计。',
    )
  })

  it('are said to be inside unless beyond 99.8 %', () => {
    const [row] = someRates().departments.rows
    if (!row) throw new Error('the builder lists departments')
    expect(departmentNote({ ...row, outside: '95' }, 7.8)).toBe('界内')
    expect(departmentNote({ ...row, outside: '998', value: 20 }, 7.8)).toBe('高于 99.8% 界限')
    expect(departmentNote({ ...row, outside: '998', value: 1 }, 7.8)).toBe('低于 99.8% 界限')
    expect(departmentNote({ ...row, value: null }, 7.8)).toBe('没有人次，算不出')
  })

  it('stand in the order of the hospital, the flagged ones first, never by their rate', () => {
    const names = inTableOrder(someRates().departments.rows).map(({ name }) => name)
    expect(names.slice(0, 3)).toEqual(['急诊医学科', '心血管内科', '呼吸与危重症医学科'])
  })
})

describe('the chart, for who does not see it', () => {
  it('is one sentence with its range, its centre, the latest month and what lies beyond', () => {
    expect(chartInWords(someRates())).toBe(
      '综合投诉率控制图，2024 年 11 月到 2026 年 10 月。中心线 8.2。2026 年 10 月 8.7，在界限以内。2026 年 2 月 13.7，超出上限。',
    )
  })

  it('does not hold a month that is not over against its limits', () => {
    const running = endingIn({ value: 1.7, beyond: true, whole: false })
    expect(chartInWords(withPoints(running))).toContain(
      '2026 年 10 月 1.7，还没满月，先不比。2026 年 2 月 13.7，超出上限。',
    )
  })

  it('reads out each month', () => {
    const point = someRates().chart.points[15]
    expect(point && pointInWords(point)).toBe(
      '2026 年 2 月，13.7，超出上限，88 件，64300 人次，界限 4.8 到 11.6，说明：新收费系统上线；3 月加开 4 个窗口',
    )
    expect(pointInWords(aPoint(3, { value: null, denominator: null, lower: null, upper: null }))).toBe(
      '2025 年 2 月，没有人次，算不出，57 件',
    )
  })
})

describe('what counts', () => {
  it('is said as the hospital has set it', () => {
    const came = (...channels: Channel[]) => ({
      ...someRates().by,
      channel: channels.map((value) => ({ value, numerator: 1, before: null, lastYear: null })),
    })
    const by = came('miniprogram', '12345', 'forwarded')
    expect(countingInWords({ counting: USUAL_COUNTING, factors: USUAL_FACTORS, by })).toBe(
      '含 12345、12320 热线、上级转办和撤回的，不含建议；综合、门诊、有责每万人次，住院每千人次',
    )
    const all = { suggestions: true, hotlines: true, forwarded: true, withdrawn: true }
    const factors = { overall: 10_000, outpatient: 10_000, inpatient: 10_000 } as const
    expect(countingInWords({ counting: all, factors, by })).toBe(
      '含 12345、12320 热线、上级转办、撤回的和建议；每万人次',
    )
    const none = { suggestions: false, hotlines: false, forwarded: false, withdrawn: false }
    expect(countingInWords({ counting: none, factors, by })).toBe(
      '不含 12345、12320 热线、上级转办、撤回的和建议；每万人次',
    )
  })

  it('names no way in that nobody has come by', () => {
    const none = { ...someRates().by, channel: [] }
    expect(countingInWords({ counting: USUAL_COUNTING, factors: USUAL_FACTORS, by: none })).toMatch(
      /^含撤回的，不含建议；/,
    )
    const shut = { ...USUAL_COUNTING, hotlines: false }
    expect(countingInWords({ counting: shut, factors: USUAL_FACTORS, by: none })).toContain('不含 12345、12320 热线')
  })

  it('is a formula with its factor', () => {
    expect(plain(formulaInWords('inpatient', 1000))).toBe('住院投诉率＝住院的有效投诉 ÷ 出院人次 × 1 000')
  })

  it('is told together with limits, runs, intervals, visits and the hour', () => {
    expect(methodOf(someRates()).map(({ term }) => term)).toEqual([
      '指标',
      '其他指标',
      '什么算投诉',
      '界限',
      '走势',
      '区间',
      '科室',
      '人次',
      '数到什么时候',
    ])
  })

  it('says of 有责 how many are still undecided', () => {
    const [overall, , , responsible] = someRates().figures
    expect(overall && undecidedInWords(overall)).toBeNull()
    expect(responsible && undecidedInWords(responsible)).toBe('还有 9 件没有认定')
  })
})

describe('a gap', () => {
  it('names the departments that have not reported yet and the months of a quarter without visits', () => {
    const gaps = { months: ['2026-08', '2026-09'], days: null, departments: ['儿科', '骨科'] }
    expect(gapsInWords(someRates({ gaps }))).toEqual([
      '儿科和骨科之前报过人次，这一段还没有报：分母偏小，投诉率会显得偏高。',
    ])
    expect(gapsInWords(someRates({ gaps, unit: 'quarter', period: { from: '2026-07', to: '2026-09' } }))[0]).toBe(
      '8 月和 9 月还没有人次，所以这一段算不出投诉率。',
    )
  })
})
