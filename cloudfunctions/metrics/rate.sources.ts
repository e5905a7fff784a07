import type { Hospital } from '#domain/hospital/hospital.model'
import type { DepartmentId, StaffId } from '#domain/ids'
import type { Instant, Month } from '#domain/instant'
import type { RateNoteRecord, Rebuild } from '#domain/metrics/bucket.model'
import type { Period } from '#domain/metrics/metrics.contract'
import { monthAfter } from '#domain/metrics/month.arithmetic'
import type { Indicator } from '#domain/metrics/rate'
import type { Trait } from '#domain/metrics/tally'
import { countIn, fractionOf, inPeriod, type Months, type ReadMonth } from './months'

/** A department that reported in one of so many months before is expected to report again. */
const LATELY_MONTHS = 3
/** 有责 is judged once no more than a tenth of a month's complaints wait for a finding. */
const UNDECIDED_AT_MOST = 0.1

/** What a page of the rates is made of. */
export interface RateSources {
  readonly hospital: Hospital
  readonly months: Months
  /** The month that runs. */
  readonly now: Month
  readonly asOf: Instant
  readonly recounted: number
  readonly rebuild: Rebuild | null
  /** The month of the first complaint; null: there is none. */
  readonly firstReceived: Month | null
  /** Departments no longer in use. */
  readonly retired: ReadonlySet<DepartmentId>
  readonly notes: ReadonlyMap<Month, RateNoteRecord>
  readonly departments: ReadonlyMap<DepartmentId, string>
  readonly people: ReadonlyMap<StaffId, string>
}

export const asksOf = ({ hospital, months, now }: RateSources) => {
  const counting = hospital.rateCounting
  return {
    fraction: (period: Period, indicator: Indicator) => fractionOf(inPeriod(months, period), indicator, counting, now),
    count: (within: readonly ReadMonth[], indicator: Indicator, wanted?: (trait: Trait) => boolean) =>
      countIn(within, indicator, counting, wanted),
  }
}

/** The month of the first complaint: visits of the time before are no months without complaints. */
export const firstMonth = ({ months, firstReceived }: RateSources): Month | null => {
  if (firstReceived !== null) return firstReceived
  const visited = [...months.values()].filter(({ visits }) => visits.departments.length > 0)
  return visited.map(({ month }) => month).sort()[visited.length - 1] ?? null
}

/** Whether there is anything of these months: before the first record nothing is known, not 0. */
export const isKnown = (sources: RateSources, { from }: Period): boolean => {
  const first = firstMonth(sources)
  return first !== null && from >= first
}

const reportedIn = (months: Months, month: Month): DepartmentId[] =>
  months.get(month)?.visits.departments.map(({ departmentId }) => departmentId) ?? []

/** Departments in use that reported lately and not in this month: its denominator is too small. */
export const missingIn = ({ months, retired }: RateSources, month: Month): DepartmentId[] => {
  const here = new Set(reportedIn(months, month))
  if (here.size === 0) return []
  const lately = Array.from({ length: LATELY_MONTHS }, (_, back) => reportedIn(months, monthAfter(month, -1 - back)))
  return [...new Set(lately.flat())].filter((id) => !here.has(id) && !retired.has(id))
}

export const isUndecided = ({ outcome }: Trait) => outcome === 'undecided'

/** Whether a month's figure will hardly change any more, so that it may be compared. */
export const isSettled = (sources: RateSources, indicator: Indicator, month: ReadMonth): boolean => {
  if (!month.whole || missingIn(sources, month.month).length > 0) return false
  if (indicator !== 'responsible') return true
  const counting = sources.hospital.rateCounting
  const undecided = countIn([month], 'overall', counting, isUndecided)
  return undecided <= UNDECIDED_AT_MOST * countIn([month], 'overall', counting)
}
