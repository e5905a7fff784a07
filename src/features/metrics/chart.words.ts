import type { ChartPoint, DepartmentRate, Rates } from '#domain/metrics/metrics.contract'
import { indicatorNames } from '#domain/metrics/rate'
import { monthName } from '#domain/number.words'
import { rateInWords, spanInWords } from './figure.words'
import { isSignal } from './rate.standing'

/** Departments whose twelve months lie beyond the 99.8 % limits, in the order of their codes; never a league table. */
export const worthALook = ({ departments }: Rates): { row: DepartmentRate; words: string }[] =>
  departments.rows
    .filter(({ outside }) => outside === '998')
    .map((row) => {
      const isHigh = departments.centre !== null && row.value !== null && row.value > departments.centre
      return { row, words: `近一年 ${rateInWords(row.value ?? 0)}，明显${isHigh ? '高' : '低'}于各科合计` }
    })

/** How a point lies to its limits. */
export const pointStanding = ({ value, lower, upper, beyond, whole }: ChartPoint): string => {
  if (value === null) return '没有人次，算不出'
  if (!whole) return '还没满月，先不比'
  if (upper === null || lower === null) return '还没有界限'
  if (!beyond) return '在界限以内'
  return value > upper ? '超出上限' : '低于下限'
}

/** A month of the chart, read out. */
export const pointInWords = (point: ChartPoint): string => {
  const { month, value, numerator, denominator, lower, upper, note } = point
  const figure = value === null ? '' : `${rateInWords(value)}，`
  const limits = lower === null || upper === null ? '' : `，界限 ${rateInWords(lower)} 到 ${rateInWords(upper)}`
  const visits = denominator === null ? '' : `，${denominator} 人次`
  return `${monthName(month)}，${figure}${pointStanding(point)}，${numerator} 件${visits}${limits}${note ? `，说明：${note.text}` : ''}`
}

/** 「2026 年 2 月 13.7，超出上限」, of all months beyond their limits. */
export const signalsInWords = (points: readonly ChartPoint[]): string =>
  points
    .filter(isSignal)
    .map((point) => `${monthName(point.month)} ${rateInWords(point.value ?? 0)}，${pointStanding(point)}`)
    .join('；')

/** The chart in one sentence, for who does not see it. */
export const chartInWords = (rates: Rates): string => {
  const { points } = rates.chart
  const [first, last] = [points[0], points[points.length - 1]]
  if (!first || !last) return '还没有可画的月份'
  const range = `${indicatorNames[rates.indicator]}控制图，${monthName(first.month)}到 ${monthName(last.month)}。`
  const centre = last.centre === null ? '' : `中心线 ${rateInWords(last.centre)}。`
  const beyond = signalsInWords(points)
  const signals = beyond === '' ? '没有一个月超出界限。' : `${beyond}。`
  const latest =
    last.value === null
      ? `${monthName(last.month)}没有人次。`
      : `${monthName(last.month)} ${rateInWords(last.value)}，${pointStanding(last)}。`
  return `${range}${centre}${latest}${signals}`
}

/** The funnel in one sentence. */
export const funnelInWords = (rates: Rates): string => {
  const { rows } = rates.departments
  const named = worthALook(rates).map(({ row, words }) => `${row.name}${words}`)
  const inside = rows.filter(({ outside, value }) => outside !== '998' && value !== null).length
  return `各科室投诉率漏斗图，${spanInWords(rates.departments.period)}。${inside} 个科室在 99.8% 界限以内${named.length > 0 ? `；${named.join('；')}` : ''}。`
}

/** How a department lies in the funnel: only what is beyond 99.8 % is told. */
export const departmentNote = ({ outside, value }: DepartmentRate, centre: number | null): string => {
  if (value === null) return '没有人次，算不出'
  if (outside !== '998') return '界内'
  return centre !== null && value < centre ? '低于 99.8% 界限' : '高于 99.8% 界限'
}
