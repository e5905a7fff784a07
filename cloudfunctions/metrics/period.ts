import type { Month } from '#domain/instant'
import { monthAfter, monthsBetween } from '#domain/metrics/month.arithmetic'
import type { Period, PeriodUnit } from '#domain/metrics/metrics.contract'

const MONTHS_IN: Record<PeriodUnit, number> = { month: 1, quarter: 3, year: 12 }

/** The calendar month, quarter or year that holds a month, as far as it has come. */
export const periodOf = (unit: PeriodUnit, month: Month, now: Month): Period => {
  const length = MONTHS_IN[unit]
  const from = monthAfter(month, -((Number(month.slice(5)) - 1) % length))
  const to = monthAfter(from, length - 1)
  return { from, to: to > now && from <= now ? now : to }
}

const shifted = ({ from, to }: Period, months: number): Period => ({
  from: monthAfter(from, months),
  to: monthAfter(to, months),
})

/** The period of the same kind before it; null for a year, whose last year is that one. */
export const periodBefore = (unit: PeriodUnit, period: Period): Period | null => {
  if (unit === 'year') return null
  return shifted(period, -MONTHS_IN[unit])
}

/** As many months of the year before. */
export const sameLastYear = (period: Period): Period => shifted(period, -12)

export const lengthOf = ({ from, to }: Period): number => monthsBetween(from, to) + 1
