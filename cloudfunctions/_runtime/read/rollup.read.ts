import { Complaint } from '#domain/complaint/complaint.model'
import { MonthOfVisits } from '#domain/hospital/visits.model'
import type { HospitalId } from '#domain/ids'
import { beijingDay, type Day, endOfBeijingDay, type Month, monthOf, startOfBeijingDay } from '#domain/instant'
import { hospitalIn, type LeafKey, leafKeyOf, monthKey, periodIn } from '#domain/metrics/bucket.keys'
import { CityPage, Leaf, MonthPage, type MonthVisits, Rebuild } from '#domain/metrics/bucket.model'
import { type Cells, tally } from '#domain/metrics/tally'
import { visitTotals } from '#domain/metrics/visit.totals'
import * as v from 'valibot'
import { between, documents, oneOf } from '../documents'
import { type ExactMonth, exactMonthsOf, type MonthSource } from './exact.months'

export const leafRecords = () => documents('rollup_days', Leaf)
export const monthRecords = () => documents('rollup_months', MonthPage)
export const cityRecords = () => documents('rollup_city', CityPage)
export const rebuildRecords = () => documents('rollup_rebuilds', Rebuild)
const visitRecords = () => documents('visits', MonthOfVisits)

const COUNTED = [
  'id',
  'rev',
  'hospitalId',
  'departmentId',
  'careSetting',
  'kind',
  'category',
  'channel',
  'status',
  'finding',
  'receivedAt',
] as const
const Counted = v.pick(Complaint, COUNTED)

const MARKED = ['id', 'rev', 'pend'] as const
export const MarkedComplaint = v.pick(Complaint, MARKED)
export type MarkedComplaint = v.InferOutput<typeof MarkedComplaint>

/** A complaint's traits without its words. */
export const countedComplaints = () => documents('complaints', Counted, ({ id }) => id, COUNTED)
export const markedComplaints = () => documents('complaints', MarkedComplaint, ({ id }) => id, MARKED)

/** A page of the database at most. */
const PAGE = 1000
/** The order of the index, read from its other end: what arrives meanwhile stands at the end and moves nobody. */
const OLDEST_FIRST = [
  ['receivedAt', 'asc'],
  ['_id', 'desc'],
] as const

/** All that was received in these days, counted from the complaints themselves, by day. */
export const recount = async (hospitalId: HospitalId, from: Day, to: Day): Promise<ReadonlyMap<LeafKey, Cells>> => {
  const days = new Map<LeafKey, v.InferOutput<typeof Counted>[]>()
  for (let skip = 0; ; skip += PAGE) {
    const page = await countedComplaints().list({
      where: { hospitalId, receivedAt: between(startOfBeijingDay(from), endOfBeijingDay(to)) },
      orderBy: [...OLDEST_FIRST],
      skip,
      limit: PAGE,
    })
    for (const complaint of page) {
      const key = leafKeyOf(complaint)
      days.set(key, [...(days.get(key) ?? []), complaint])
    }
    // A document that does not read is left out of its page, which is not the last one for that.
    if (page.length < PAGE / 2) break
  }
  return new Map([...days].map(([key, complaints]) => [key, tally(complaints)]))
}

export const recountDay = async (key: LeafKey): Promise<Cells> => {
  const day = periodIn(key)
  return (await recount(hospitalIn(key), day, day)).get(key) ?? {}
}

export const leavesOf = (hospitalId: HospitalId, month: Month): Promise<Leaf[]> =>
  leafRecords().list({ where: { hospitalId, month }, orderBy: [['_id', 'asc']], limit: 31 })

export const visitsOf = async (hospitalId: HospitalId, month: Month): Promise<MonthVisits> => {
  const stored = await visitRecords().find(monthKey(hospitalId, month))
  return visitTotals(month, stored?.departments ?? [])
}

/** The month of the first complaint; null: there is none. */
export const firstReceivedMonth = async (hospitalId: HospitalId): Promise<Month | null> => {
  const [first] = await countedComplaints().list({ where: { hospitalId }, orderBy: [...OLDEST_FIRST], limit: 1 })
  return first ? monthOf(beijingDay(first.receivedAt)) : null
}

/** The earliest month with visits; null: there are none. */
export const firstVisits = async (hospitalId: HospitalId): Promise<Month | null> => {
  const [first] = await visitRecords().list({ where: { hospitalId }, orderBy: [['month', 'asc']], limit: 1 })
  return first?.month ?? null
}

/** The document database as an exact reading sees it. */
const monthSource: MonthSource = {
  marked: async (hospitalId, limit) =>
    (await markedComplaints().list({ where: { hospitalId, pending: true }, orderBy: [['_id', 'asc']], limit })).flatMap(
      ({ pend }) => [pend],
    ),
  changedVisits: async (hospitalId, limit) =>
    (await visitRecords().list({ where: { hospitalId, pending: true }, orderBy: [['_id', 'asc']], limit })).map(
      ({ id }) => id,
    ),
  pages: (keys) => monthRecords().list({ where: { _id: oneOf(keys) }, limit: PAGE }),
  leavesOf,
  recount,
  visits: visitsOf,
}

/** Months of a hospital exactly as they are. */
export const exactMonths = (
  hospitalId: HospitalId,
  months: readonly Month[],
): Promise<{ months: ReadonlyMap<Month, ExactMonth>; recounted: number }> =>
  exactMonthsOf(monthSource, hospitalId, months)
