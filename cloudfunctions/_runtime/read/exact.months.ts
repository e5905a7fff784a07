import type { HospitalId } from '#domain/ids'
import { type Day, type Month, monthOf } from '#domain/instant'
import { type LeafKey, type MonthKey, monthKey, monthKeyOf, periodIn } from '#domain/metrics/bucket.keys'
import type { Leaf, MonthPage, MonthVisits } from '#domain/metrics/bucket.model'
import { daysOf } from '#domain/metrics/month.arithmetic'
import { asCells, type Cells, merge } from '#domain/metrics/tally'

/** What an exact reading needs of the database. */
export interface MonthSource {
  /** Of each document that was written since its days were counted, those days. */
  marked(hospitalId: HospitalId, limit: number): Promise<readonly (readonly LeafKey[])[]>
  changedVisits(hospitalId: HospitalId, limit: number): Promise<readonly MonthKey[]>
  pages(keys: readonly MonthKey[]): Promise<readonly MonthPage[]>
  leavesOf(hospitalId: HospitalId, month: Month): Promise<readonly Leaf[]>
  /** From the complaints themselves, by day. */
  recount(hospitalId: HospitalId, from: Day, to: Day): Promise<ReadonlyMap<LeafKey, Cells>>
  visits(hospitalId: HospitalId, month: Month): Promise<MonthVisits>
}

/** A month as it is now. */
export interface ExactMonth {
  readonly cells: Cells
  readonly visits: MonthVisits
}

const NOTHING: ExactMonth = { cells: {}, visits: { departments: [], unreported: null } }

/** A page of the database at most. */
const MARKED_AT_ONCE = 1000
/** Above this a whole month is read at once. */
const DAYS_ONE_BY_ONE = 3

const countNow = async (
  source: MonthSource,
  hospitalId: HospitalId,
  month: Month,
  pending: ReadonlySet<LeafKey> | 'all',
): Promise<Cells> => {
  const stale = pending === 'all' ? [] : [...pending].filter((key) => monthOf(periodIn(key)) === month)
  if (pending === 'all' || stale.length > DAYS_ONE_BY_ONE) {
    const days = daysOf(month)
    return merge(...(await source.recount(hospitalId, days[0] as Day, days[days.length - 1] as Day)).values())
  }
  const dayNow = async (key: LeafKey) => {
    const day = periodIn(key)
    return (await source.recount(hospitalId, day, day)).get(key) ?? {}
  }
  const [leaves, ...recounted] = await Promise.all([source.leavesOf(hospitalId, month), ...stale.map(dayNow)])
  const settled = leaves.filter(({ id }) => !pending.has(id)).map(({ cells }) => asCells(cells))
  return merge(...settled, ...recounted)
}

/**
 * Months exactly as they are: their pages, and counted live where something was written that no page knows of yet.
 * What is pending is asked for first: a page that is read afterwards knows of everything that was not.
 */
export const exactMonthsOf = async (
  source: MonthSource,
  hospitalId: HospitalId,
  months: readonly Month[],
): Promise<{ months: ReadonlyMap<Month, ExactMonth>; recounted: number }> => {
  const [marked, changed] = await Promise.all([
    source.marked(hospitalId, MARKED_AT_ONCE),
    source.changedVisits(hospitalId, MARKED_AT_ONCE),
  ])
  // So many were written at once that the list ends before them: then every day may be stale.
  const pending = marked.length < MARKED_AT_ONCE ? new Set(marked.flat()) : 'all'
  const stale = new Set([...(pending === 'all' ? [] : [...pending].map(monthKeyOf)), ...changed])
  const isStale = (month: Month) => pending === 'all' || stale.has(monthKey(hospitalId, month))
  const settled = months.filter((month) => !isStale(month))
  const pages = settled.length === 0 ? [] : await source.pages(settled.map((month) => monthKey(hospitalId, month)))
  const known = new Map<Month, ExactMonth>(
    pages.map(({ month, cells, visits }) => [month, { cells: asCells(cells), visits }]),
  )
  const exact = await Promise.all(
    months.map(async (month): Promise<[Month, ExactMonth]> => {
      if (!isStale(month)) return [month, known.get(month) ?? NOTHING]
      const [cells, visits] = await Promise.all([
        countNow(source, hospitalId, month, pending),
        source.visits(hospitalId, month),
      ])
      return [month, { cells, visits }]
    }),
  )
  return { months: new Map(exact), recounted: marked.length }
}
