import { MonthOfVisits } from '#domain/hospital/visits.model'
import { hospitalIn } from '#domain/metrics/bucket.keys'
import { documents } from '#runtime/documents'
import {
  cityRecords,
  leafRecords,
  leavesOf,
  markedComplaints,
  monthRecords,
  recountDay,
  visitsOf,
} from '#runtime/read/rollup.read'
import * as v from 'valibot'
import type { AuditStore, Marked } from './fold'

const MARKED_VISITS = ['id', 'rev'] as const

interface Stored {
  readonly id: string
  readonly rev: number
}

interface Records<T extends Stored> {
  insert(document: T): Promise<'inserted' | 'exists'>
  replace(document: T): Promise<T | null>
}

/** Inserts what was not there, and replaces what was only where it is as it was read. */
export const put =
  <T extends Stored>(records: Records<T>) =>
  async (document: T, read: T | null): Promise<boolean> =>
    read ? (await records.replace(document)) !== null : (await records.insert(document)) === 'inserted'

/** The document database as folding sees it. */
export const foldStore = (): AuditStore => {
  const complaints = markedComplaints()
  const visits = documents('visits', v.pick(MonthOfVisits, MARKED_VISITS), ({ id }) => id, MARKED_VISITS)
  const leaves = leafRecords()
  const months = monthRecords()
  const cities = cityRecords()
  const marked = { where: { pending: true }, orderBy: [['_id', 'asc']] as const }
  return {
    markedComplaints: (limit) => complaints.list({ ...marked, limit }),
    markedVisits: (limit) => visits.list({ ...marked, limit }),
    recount: recountDay,
    visits: visitsOf,
    leaf: leaves.find,
    leavesOf,
    month: months.find,
    city: cities.find,
    putLeaf: put(leaves),
    putMonth: put(months),
    putCity: put(cities),
    releaseComplaint: ({ id, rev }: Marked) => complaints.setWhere({ _id: id, rev }, { pend: [], pending: false }),
    isMarked: async (key) => (await complaints.count({ hospitalId: hospitalIn(key), pending: true, pend: key })) > 0,
    hasMarks: async (hospitalId) => {
      const pending = { hospitalId, pending: true }
      const counts = await Promise.all([complaints.count(pending), visits.count(pending)])
      return counts.some((count) => count > 0)
    },
    releaseVisits: ({ id, rev }: Marked) => visits.setWhere({ _id: id, rev }, { pending: false }),
  }
}
