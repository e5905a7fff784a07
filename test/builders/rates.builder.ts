import { type ChartPoint, metricsContract, type Rates } from '#domain/metrics/metrics.contract'
import { USUAL_COUNTING, USUAL_FACTORS } from '#domain/metrics/rate'
import * as v from 'valibot'

const FIRST = 2024 * 12 + 10

/** '2024-11' and so on. */
const monthAt = (index: number) =>
  `${Math.floor((FIRST + index) / 12)}-${String(((FIRST + index) % 12) + 1).padStart(2, '0')}`

// Two ordinary years and one month in which a new payment system was introduced.
const COUNTS = [50, 61, 52, 57, 52, 44, 61, 48, 63, 54, 50, 52, 49, 50, 46, 88, 69, 68, 51, 54, 48, 58, 56, 60]
const VISITS = [
  63_400, 65_500, 63_700, 50_800, 66_900, 68_300, 68_100, 67_700, 69_300, 67_500, 67_100, 67_200, 69_000, 69_600,
  62_100, 64_300, 68_700, 67_800, 69_200, 70_100, 70_200, 71_600, 67_900, 68_940,
]

/** A point of the chart with limits that follow its visits. */
export const aPoint = (index: number, about: Partial<ChartPoint> = {}): ChartPoint => {
  const [numerator, denominator] = [COUNTS[index] ?? 55, VISITS[index] ?? 68_000]
  const half = (3 * Math.sqrt(8.2 * 10_000)) / Math.sqrt(denominator)
  const value = (numerator / denominator) * 10_000
  return {
    month: monthAt(index),
    numerator,
    denominator,
    value,
    centre: 8.2,
    lower: 8.2 - half,
    upper: 8.2 + half,
    beyond: value > 8.2 + half || value < 8.2 - half,
    whole: true,
    note: null,
    noteRev: null,
    ...about,
  }
}

const DEPARTMENTS: [string, string, number, number][] = [
  ['03.04', '心血管内科', 36, 59_009],
  ['03.01', '呼吸与危重症医学科', 38, 50_842],
  ['03.02', '消化内科', 30, 44_120],
  ['04.01', '普外科', 29, 38_400],
  ['04.03', '骨科', 41, 47_740],
  ['05', '妇产科', 47, 56_413],
  ['07', '儿科', 58, 69_653],
  ['10', '眼科', 21, 27_400],
  ['12', '口腔科', 22, 32_100],
  ['20', '急诊医学科', 96, 59_751],
  ['32', '医学影像科', 12, 21_650],
]

const department = ([departmentId, name, numerator, denominator]: (typeof DEPARTMENTS)[number]) => {
  const value = (numerator / denominator) * 10_000
  const half = (z: number) => z * Math.sqrt((7.8 * 10_000) / denominator)
  const own = (1.96 * Math.sqrt(numerator) * 10_000) / denominator
  return {
    departmentId,
    name,
    numerator,
    denominator,
    value,
    lower: value - own,
    upper: value + own,
    lower95: 7.8 - half(1.96),
    upper95: 7.8 + half(1.96),
    lower998: 7.8 - half(3.09),
    upper998: 7.8 + half(3.09),
    outside: Math.abs(value - 7.8) > half(3.09) ? '998' : Math.abs(value - 7.8) > half(1.96) ? '95' : 'none',
  }
}

const curve = Array.from({ length: 60 }, (_, index) => {
  const denominator = 4000 + index * 1200
  const half = (z: number) => z * Math.sqrt((7.8 * 10_000) / denominator)
  return {
    denominator,
    lower95: Math.max(0, 7.8 - half(1.96)),
    upper95: 7.8 + half(1.96),
    lower998: Math.max(0, 7.8 - half(3.09)),
    upper998: 7.8 + half(3.09),
  }
})

const before = { from: '2026-09', to: '2026-09' }
const lastYear = { from: '2025-10', to: '2025-10' }

const figures = [
  {
    indicator: 'overall',
    numerator: 60,
    denominator: 68_940,
    factor: 10_000,
    lower: 6.64,
    upper: 11.2,
    undecided: 9,
    before: {
      period: before,
      numerator: 56,
      denominator: 67_900,
      ratio: 1.055,
      lower: 0.72,
      upper: 1.55,
      verdict: 'usual',
    },
    lastYear: {
      period: lastYear,
      numerator: 52,
      denominator: 67_200,
      ratio: 1.125,
      lower: 0.76,
      upper: 1.66,
      verdict: 'usual',
    },
  },
  {
    indicator: 'outpatient',
    numerator: 47,
    denominator: 64_210,
    factor: 10_000,
    lower: 5.38,
    upper: 9.73,
    undecided: 7,
    before: {
      period: before,
      numerator: 44,
      denominator: 63_300,
      ratio: 1.05,
      lower: 0.68,
      upper: 1.63,
      verdict: 'usual',
    },
    lastYear: {
      period: lastYear,
      numerator: 41,
      denominator: 62_900,
      ratio: 1.12,
      lower: 0.72,
      upper: 1.76,
      verdict: 'usual',
    },
  },
  {
    indicator: 'inpatient',
    numerator: 13,
    denominator: 4730,
    factor: 1000,
    lower: 1.46,
    upper: 4.7,
    undecided: 2,
    before: {
      period: before,
      numerator: 12,
      denominator: 4600,
      ratio: 1.05,
      lower: 0.44,
      upper: 2.53,
      verdict: 'usual',
    },
    lastYear: null,
  },
  {
    indicator: 'responsible',
    numerator: 21,
    denominator: 68_940,
    factor: 10_000,
    lower: 1.89,
    upper: 4.66,
    undecided: 9,
    before: {
      period: before,
      numerator: 24,
      denominator: 67_900,
      ratio: 0.86,
      lower: 0.46,
      upper: 1.61,
      verdict: 'usual',
    },
    lastYear: {
      period: lastYear,
      numerator: 33,
      denominator: 67_200,
      ratio: 0.62,
      lower: 0.34,
      upper: 1.1,
      verdict: 'usual',
    },
  },
]

const NOTE = { text: '新收费系统上线；3 月加开 4 个窗口', byName: '沈知微', at: Date.UTC(2026, 2, 20) }

const noted = (index: number): Partial<ChartPoint> => {
  if (index !== 15) return {}
  const { note } = v.parse(metricsContract.actions.annotate.output, { note: NOTE, noteRev: 1 })
  return { note, noteRev: 1 }
}

/** The page of October 2026 in a hospital of some 69 000 visits a month, as the function would answer it. */
export const someRates = (about: Partial<Rates> = {}): Rates => ({
  ...v.parse(metricsContract.actions.rates.output, {
    hospitalName: '青衿市人民医院',
    unit: 'month',
    period: { from: '2026-10', to: '2026-10' },
    indicator: 'overall',
    factor: 10_000,
    known: { from: '2024-11', to: '2026-11' },
    complete: true,
    figures,
    chart: {
      points: COUNTS.map((_, index) => aPoint(index, noted(index))),
      runs: { useful: 24, longestRun: 5, longestRunLimit: 8, crossings: 11, crossingsLimit: 8, signal: false },
      method: 'u 图，每个月的界限按当月人次算（3 倍标准差）。',
      provisional: false,
    },
    departments: {
      period: { from: '2025-11', to: '2026-10' },
      centre: 7.8,
      rows: DEPARTMENTS.map(department),
      curve,
      elsewhere: [
        { departmentId: null, name: '没有科室', numerator: 21 },
        { departmentId: '91', name: '收费处', numerator: 42 },
      ],
      method: '漏斗图，泊松精确界限。',
    },
    by: {
      category: [
        { value: 'F', numerator: 19, before: 17, lastYear: 12 },
        { value: 'A', numerator: 14, before: 16, lastYear: 15 },
        { value: 'E', numerator: 9, before: 8, lastYear: 7 },
        { value: 'D', numerator: 7, before: 6, lastYear: 9 },
        { value: 'B', numerator: 6, before: 5, lastYear: 4 },
        { value: 'G', numerator: 3, before: 4, lastYear: 3 },
        { value: null, numerator: 2, before: 0, lastYear: 2 },
      ],
      channel: [
        { value: 'miniprogram', numerator: 38, before: 33, lastYear: 20 },
        { value: '12345', numerator: 11, before: 12, lastYear: 17 },
        { value: 'counter', numerator: 7, before: 8, lastYear: 10 },
        { value: 'telephone', numerator: 4, before: 3, lastYear: 5 },
      ],
      careSetting: [
        { value: 'outpatient', numerator: 38, before: 36, lastYear: 33 },
        { value: 'emergency', numerator: 9, before: 8, lastYear: 8 },
        { value: 'inpatient', numerator: 13, before: 12, lastYear: 11 },
      ],
    },
    gaps: { months: [], days: null, departments: [] },
    counting: USUAL_COUNTING,
    factors: USUAL_FACTORS,
    asOf: Date.UTC(2026, 10, 18, 2),
    recounted: 2,
    rebuilding: null,
  }),
  ...about,
})
