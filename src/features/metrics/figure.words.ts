import type { Month } from '#domain/instant'
import type { Period, PeriodUnit, Rates } from '#domain/metrics/metrics.contract'
import { monthAfter, monthsBetween, monthsFrom } from '#domain/metrics/month.arithmetic'
import { type Indicator, indicatorNames } from '#domain/metrics/rate'
import { countInWords, monthName } from '#domain/number.words'

/** Rounded here and nowhere before: 「8.7」, below one 「0.43」. */
export const rateInWords = (value: number): string => (value > 0 && value < 1 ? value.toFixed(2) : value.toFixed(1))

/** 「6.6–11.2」 */
export const intervalInWords = (lower: number, upper: number): string => `${rateInWords(lower)}–${rateInWords(upper)}`

/** 「近 12 个月」, or as many as there are of them. */
export const spanInWords = ({ from, to }: Period): string => `近 ${monthsBetween(from, to) + 1} 个月`

interface Fraction {
  readonly numerator: number
  readonly denominator: number | null
}

/** The one division; null where there is nothing to divide by. */
export const rateOf = ({ numerator, denominator }: Fraction, factor: number): number | null =>
  denominator ? (numerator / denominator) * factor : null

const FACTORS: Record<number, string> = { 1000: '千', 10_000: '万' }

/** 「万人次」 */
export const perInWords = (factor: number): string => `${FACTORS[factor] ?? countInWords(factor)}人次`

/** What the denominator counts. */
export const visitsOf: Record<Indicator, string> = {
  overall: '人次',
  outpatient: '门急诊人次',
  inpatient: '出院人次',
  responsible: '人次',
}

const yearOf = (month: Month) => month.slice(0, 4)
const numberOf = (month: Month) => Number(month.slice(5))

const MONTHS: Record<PeriodUnit, number> = { month: 1, quarter: 3, year: 12 }

/** 「10 月」, 「第 3 季度」, 「2026 年」; with the year where it is not the same as `beside`'s. */
export const periodName = ({ from, to }: Period, unit: PeriodUnit, beside?: Month): string => {
  if (unit === 'month') return monthName(from, beside)
  // Not all of a quarter or a year is not called by its name.
  if (monthsBetween(from, to) + 1 < MONTHS[unit]) {
    return from === to ? monthName(from, beside) : `${monthName(from, beside).slice(0, -2)}–${numberOf(to)} 月`
  }
  if (unit === 'year') return `${yearOf(from)} 年`
  const quarter = `第 ${Math.ceil(numberOf(from) / 3)} 季度`
  return beside !== undefined && yearOf(beside) === yearOf(from) ? quarter : `${yearOf(from)} 年${quarter}`
}

/** 「9 月」 or 「去年 10 月」 beside October of this year. */
export const earlierName = (earlier: Period, unit: PeriodUnit, period: Period): string => {
  const yearsApart = Number(yearOf(period.from)) - Number(yearOf(earlier.from))
  if (yearsApart !== 1) return periodName(earlier, unit, period.from)
  const name = periodName(earlier, unit, earlier.from)
  if (name === `${yearOf(earlier.from)} 年`) return '上一年'
  return `去年${/^\d/.test(name) ? ' ' : ''}${name}`
}

/** The periods of one unit that there is anything of, newest first, each with its last month. */
export const periodsIn = (known: Period, unit: PeriodUnit): Period[] => {
  const length = MONTHS[unit]
  const first = monthAfter(known.from, -((numberOf(known.from) - 1) % length))
  return monthsFrom(first, known.to)
    .filter((_, at) => at % length === 0)
    .map((from) => ({ from, to: monthAfter(from, length - 1) }))
    .reverse()
}

/** 「综合投诉率，件/万人次」 */
export const chartTitle = ({ indicator, factor }: Rates): string =>
  `${indicatorNames[indicator]}，件/${perInWords(factor)}`
