import type { Month } from '#domain/instant'
import { monthsOf, type Quarter, quarterAfter, quarterInWords, quarterOf, quartersOf } from '#domain/survey/quarter'
import type { ResultPeriod, Results } from '#domain/survey/results.contract'
import type { Rater } from '#domain/survey/survey.model'

/** As one says it in a sentence: 「三季度住院」. */
export const raterShort: Record<Rater, string> = {
  outpatient: '门诊',
  inpatient: '住院',
  follow_up: '出院随访',
  peer: '科室互评',
  supervisor: '监督员评议',
  staff: '职工',
}

/** 「三季度」, 「2025 年三季度」 where the year is not `beside`'s; 「2026 年」. */
export const periodName = ({ unit, value }: ResultPeriod, beside?: string): string => {
  if (unit === 'year') return `${value} 年`
  const name = quarterInWords(value)
  return beside !== undefined && value.startsWith(beside.slice(0, 4)) ? name.slice('2026 年'.length) : name
}

/** 「三季度住院」 */
export const subjectOf = ({ rater, period, known }: Pick<Results, 'rater' | 'period' | 'known'>): string =>
  `${periodName(period, known?.to)}${raterShort[rater]}`

export const monthsIn = ({ unit, value }: ResultPeriod): Month[] =>
  unit === 'quarter' ? monthsOf(value) : quartersOf(value).flatMap(monthsOf)

export interface PeriodYear {
  readonly year: string
  readonly quarters: readonly Quarter[]
}

/** Quarters with answers by year, and the one that is shown, the latest first. */
export const yearsIn = ({ known, period }: Pick<Results, 'known' | 'period'>): PeriodYear[] => {
  const shown = period.unit === 'quarter' ? period.value : quarterOf(`${period.value}-01`)
  const ends = [known?.from, known?.to, shown].filter((quarter) => quarter !== undefined).sort()
  const [from, to] = [ends[0] ?? shown, ends[ends.length - 1] ?? shown]
  const quarters: Quarter[] = []
  for (let quarter = to; quarter >= from; quarter = quarterAfter(quarter, -1)) quarters.push(quarter)
  return [...new Set(quarters.map((quarter) => quarter.slice(0, 4)))].map((year) => ({
    year,
    quarters: quarters.filter((quarter) => quarter.startsWith(year)),
  }))
}
