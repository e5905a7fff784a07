import type { DepartmentId } from '#domain/ids'
import type { Month } from '#domain/instant'
import type { MonthVisits } from '#domain/metrics/bucket.model'
import type { Period } from '#domain/metrics/metrics.contract'
import { monthsFrom } from '#domain/metrics/month.arithmetic'
import { type Counting, denominatorOf, type Indicator, numeratorOf } from '#domain/metrics/rate'
import { type Counted, countedIn, type Trait } from '#domain/metrics/tally'
import { sumOf } from '#domain/metrics/visit.totals'
import type { ExactMonth } from '#runtime/read/exact.months'

/** One month, read once and asked often. */
export interface ReadMonth {
  readonly month: Month
  readonly counted: Counted
  readonly visits: MonthVisits
  /** Over, and no day of it unreported: only such months are compared. */
  readonly whole: boolean
}

export type Months = ReadonlyMap<Month, ReadMonth>

export const readMonths = (exact: ReadonlyMap<Month, ExactMonth>, now: Month): Months =>
  new Map(
    [...exact].map(([month, { cells, visits }]) => {
      const whole = month < now && visits.unreported === null
      return [month, { month, counted: countedIn(cells), visits, whole }]
    }),
  )

export interface Fraction {
  readonly numerator: number
  readonly denominator: number | null
}

export const inPeriod = (months: Months, { from, to }: Period): ReadMonth[] =>
  monthsFrom(from, to).flatMap((month) => months.get(month) ?? [])

type Wanted = (trait: Trait) => boolean

export const countIn = (months: readonly ReadMonth[], indicator: Indicator, counting: Counting, wanted?: Wanted) =>
  months.reduce((sum, { counted }) => sum + numeratorOf(indicator, counted, counting, wanted), 0)

/** What a month is divided by. A past month with days that nobody reported has nothing it could be divided by. */
export const denominatorIn = (indicator: Indicator, { visits, whole, month }: ReadMonth, now: Month): number | null =>
  whole || month >= now ? denominatorOf(indicator, sumOf(visits.departments)) : null

/** Numerator and denominator of a period; no denominator where any of its months has none. */
export const fractionOf = (
  months: readonly ReadMonth[],
  indicator: Indicator,
  counting: Counting,
  now: Month,
): Fraction => ({
  numerator: countIn(months, indicator, counting),
  denominator: months.reduce<number | null>(
    (sum, month) => {
      const more = denominatorIn(indicator, month, now)
      return sum === null || more === null ? null : sum + more
    },
    months.length === 0 ? null : 0,
  ),
})

/**
 * Visits of the departments that reported in every one of these months: complaints of a year over the visits of half of
 * it would accuse a department falsely.
 */
export const departmentVisits = (
  months: readonly ReadMonth[],
  indicator: Indicator,
): ReadonlyMap<DepartmentId, number> => {
  const sums = new Map<DepartmentId, { visits: number; months: number }>()
  for (const { visits } of months) {
    for (const { departmentId, outpatient, discharges } of visits.departments) {
      const both = (outpatient ?? 0) + (discharges ?? 0)
      const here = { outpatient, inpatient: discharges, overall: both, responsible: both }[indicator]
      if (here === null) continue
      const sum = sums.get(departmentId) ?? { visits: 0, months: 0 }
      sums.set(departmentId, { visits: sum.visits + here, months: sum.months + 1 })
    }
  }
  return new Map(
    [...sums].flatMap(([id, sum]) => (sum.months === months.length && sum.visits > 0 ? [[id, sum.visits]] : [])),
  )
}
