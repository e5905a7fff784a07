import type { DepartmentVisits, VisitSeries } from '../hospital/visits.model'
import type { Day, Month } from '../instant'
import type { MonthVisits, VisitTotals } from './bucket.model'
import { daysOf } from './month.arithmetic'
import type { VisitSums } from './rate'

const totalOf = (series: VisitSeries | null): number | null => {
  if (series === null) return null
  if (series.by === 'month') return series.count
  const reported = series.days.filter((count) => count !== null)
  return reported.length === 0 ? null : reported.reduce((sum, count) => sum + count, 0)
}

/** The days nobody has reported, where figures come by day: a department may well have had no visitor on a day. */
const unreportedDays = (month: Month, departments: readonly DepartmentVisits[]): Day[] => {
  const daily = departments.flatMap(({ outpatient, discharges }) =>
    [outpatient, discharges].flatMap((series) => (series?.by === 'day' ? [series.days] : [])),
  )
  if (daily.length === 0) return []
  return daysOf(month).filter((_, at) => daily.every((days) => (days[at] ?? null) === null))
}

/** A month of visits as the figures use it. */
export const visitTotals = (month: Month, departments: readonly DepartmentVisits[]): MonthVisits => {
  const missing = unreportedDays(month, departments)
  const [from] = missing
  const to = missing[missing.length - 1]
  return {
    departments: departments
      .map(({ departmentId, outpatient, discharges }) => ({
        departmentId,
        outpatient: totalOf(outpatient),
        discharges: totalOf(discharges),
      }))
      .filter(({ outpatient, discharges }) => outpatient !== null || discharges !== null),
    unreported: from && to ? { from, to } : null,
  }
}

/** null where none of them has a figure. */
const sum = (counts: readonly (number | null)[]): number | null => {
  const known = counts.filter((count) => count !== null)
  return known.length === 0 ? null : known.reduce((total, count) => total + count, 0)
}

export const sumOf = (departments: readonly VisitTotals[]): VisitSums => ({
  outpatient: sum(departments.map(({ outpatient }) => outpatient)),
  discharges: sum(departments.map(({ discharges }) => discharges)),
})
