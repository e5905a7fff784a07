import type { WorkKind } from '#domain/culture/activity.model'
import { Work, WorkState } from '#domain/culture/work.model'
import type { ActivityId, DepartmentId, HospitalId, StaffId, WorkId } from '#domain/ids'
import type { Day } from '#domain/instant'
import { above, below, documents } from '#runtime/documents'
import * as v from 'valibot'

/** More than one person hands in. */
const MINE_MOST = 200
const KINDS_MOST = 1000

export interface GalleryPlace {
  readonly day: Day
  readonly id: WorkId
}

const Kind = v.pick(Work, ['id', 'rev', 'kind'])

export const workRepository = () => {
  const stored = documents('works', Work)
  const kinds = documents('works', Kind, ({ id }) => id, ['id', 'rev', 'kind'])

  return {
    find: stored.find,
    insert: stored.insert,
    replace: stored.replace,

    /** The newest day of showing first. */
    gallery: async (
      hospitalId: HospitalId,
      kind: WorkKind | null,
      after: GalleryPlace | null,
      limit: number,
    ): Promise<Work[]> => {
      const where = { hospitalId, state: 'shown' as const, ...(kind ? { kind } : {}) }
      const rows = (more: object, most: number) =>
        stored.list({
          where: { ...where, ...more },
          orderBy: [
            ['shownOn', 'desc'],
            ['_id', 'asc'],
          ],
          limit: most,
        })
      if (!after) return rows({}, limit)
      const sameDay = await rows({ shownOn: after.day, _id: above(after.id) }, limit)
      const left = limit - sameDay.length
      return left === 0 ? sameDay : [...sameDay, ...(await rows({ shownOn: below(after.day) }, left))]
    },

    kindsShown: async (hospitalId: HospitalId): Promise<ReadonlySet<WorkKind>> => {
      const rows = await kinds.list({
        where: { hospitalId, state: 'shown' },
        orderBy: [['shownOn', 'desc']],
        limit: KINDS_MOST,
      })
      return new Set(rows.map(({ kind }) => kind))
    },

    mine: (author: StaffId): Promise<Work[]> =>
      stored.list({
        where: { author },
        orderBy: [
          ['submittedAt', 'desc'],
          ['_id', 'asc'],
        ],
        limit: MINE_MOST,
      }),

    /** Those in one state; `departmentId` null: of all departments. */
    inState: (
      hospitalId: HospitalId,
      departmentId: DepartmentId | null,
      state: WorkState,
      { skip, limit }: { readonly skip: number; readonly limit: number },
    ): Promise<Work[]> =>
      stored.list({
        where: { hospitalId, state, ...(departmentId ? { departmentId } : {}) },
        orderBy: [
          ['submittedAt', 'desc'],
          ['_id', 'asc'],
        ],
        skip,
        limit,
      }),

    counts: async (hospitalId: HospitalId, departmentId: DepartmentId | null) => {
      const of = (state: WorkState) => stored.count({ hospitalId, state, ...(departmentId ? { departmentId } : {}) })
      const [submitted, shown, sentBack, withdrawn] = await Promise.all(WorkState.options.map(of))
      return { submitted: submitted ?? 0, shown: shown ?? 0, sent_back: sentBack ?? 0, withdrawn: withdrawn ?? 0 }
    },

    /** Handed in for a call for works, those in the gallery included. */
    forContest: async (activityId: ActivityId): Promise<number> => {
      const of = (state: WorkState) => stored.count({ activityId, state })
      const [submitted, shown] = await Promise.all([of('submitted'), of('shown')])
      return submitted + shown
    },
  }
}
