import type { DepartmentVisits } from '../hospital/visits.model'
import { sumOfKnown, sumsOf, totalOf } from '../hospital/visits.rules'
import type { Month } from '../instant'
import type { MonthVisits, VisitTotals } from './bucket.model'
import type { VisitSums } from './rate'

/** A month of visits as the figures use it. */
export const visitTotals = (month: Month, departments: readonly DepartmentVisits[]): MonthVisits => {
  const { firstMissing, lastMissing } = sumsOf(departments, month)
  const isPartial = departments.length > 0 && firstMissing !== null && lastMissing !== null
  return {
    departments: departments.map(({ departmentId, outpatient, discharges }) => ({
      departmentId,
      outpatient: totalOf(outpatient),
      discharges: totalOf(discharges),
    })),
    unreported: isPartial ? { from: firstMissing, to: lastMissing } : null,
  }
}

export const sumOf = (departments: readonly VisitTotals[]): VisitSums => ({
  outpatient: sumOfKnown(departments.map(({ outpatient }) => outpatient)),
  discharges: sumOfKnown(departments.map(({ discharges }) => discharges)),
})
