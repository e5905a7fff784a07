import type { Draft, DraftHead, Version } from '#domain/culture/article.model'
import type { DraftQueue } from '#domain/culture/desk.contract'
import type { StaffRecord } from '#domain/hospital/staff.model'
import type { ArticleId, HospitalId, StaffId } from '#domain/ids'
import { oneOf } from '#runtime/documents'
import { draftHeads, draftRecords, versionRecords } from '#runtime/read/culture.read'
import { staffRecords } from '#runtime/read/hospital.read'

export type StoredQueue = Exclude<DraftQueue, 'mine'>

/** Drafts at one time on a desk, at most; more is no list that anybody works through. */
const ON_DESK = 1000
const VERSIONS_MOST = 1000

export const deskRepository = () => {
  const drafts = draftRecords()
  const heads = draftHeads()
  const versions = versionRecords()

  const inState = (hospitalId: HospitalId, state: StoredQueue, skip: number, limit: number): Promise<DraftHead[]> =>
    heads.list({
      where: { hospitalId, state },
      orderBy: [
        ['changedAt', 'desc'],
        ['_id', 'asc'],
      ],
      skip,
      limit,
    })

  return {
    find: (id: ArticleId): Promise<Draft | null> => drafts.find(id),
    insert: (draft: Draft) => drafts.insert(draft),
    /** The written draft, or null when a colleague wrote first. */
    replace: (draft: Draft) => drafts.replace(draft),
    remove: (draft: Draft) => drafts.removeAll({ _id: draft.id, rev: draft.rev }),
    inState,
    /** Everything that is being written or in review: what the desk is at work on. */
    atWork: async (hospitalId: HospitalId): Promise<DraftHead[]> =>
      (
        await Promise.all(
          (['writing', 'review', 'approved'] as const).map((state) => inState(hospitalId, state, 0, ON_DESK)),
        )
      ).flat(),
    allIn: (hospitalId: HospitalId, state: StoredQueue) => inState(hospitalId, state, 0, ON_DESK),
    count: (hospitalId: HospitalId, state: StoredQueue) => drafts.count({ hospitalId, state }),

    version: (articleId: ArticleId, version: number): Promise<Version | null> =>
      versions.find(`${articleId}:${version}`),
    versions: (articleId: ArticleId): Promise<Version[]> =>
      versions.list({ where: { articleId }, orderBy: [['version', 'desc']], limit: VERSIONS_MOST }),
    removeVersions: (articleId: ArticleId) => versions.removeAll({ articleId }),

    staff: async (ids: readonly StaffId[]): Promise<ReadonlyMap<StaffId, StaffRecord>> => {
      const wanted = [...new Set(ids)].slice(0, 1000)
      if (wanted.length === 0) return new Map()
      const found = await staffRecords().list({ where: { _id: oneOf(wanted) }, limit: wanted.length })
      return new Map(found.map((person) => [person.id, person]))
    },
  }
}
