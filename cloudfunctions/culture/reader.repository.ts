import { type Column, copyId, type Gone, type PublicCopy } from '#domain/culture/article.model'
import type { PostedCopy, Posting } from '#domain/culture/posting.model'
import type { ArticleFilter, Cursor } from '#domain/culture/reader.contract'
import type { ArticleId, HospitalId } from '#domain/ids'
import type { Instant, Month } from '#domain/instant'
import { above, atMost, below, oneOf } from '#runtime/documents'
import { copyRecords, goneRecords, postingRecords } from '#runtime/read/culture.read'

/** Copies of one article that are looked at: the one that is shown, one to come, those the night has not removed. */
const COPIES_OF_ONE = 50
const PINNED_MOST = 50
/** More are not looked through one by one; the rest is in the postings. */
const WAITING_MOST = 60

const whereOf = ({ column, fiveClean, departmentId, series }: ArticleFilter): Record<string, unknown> => ({
  ...(column ? { column } : {}),
  ...(fiveClean ? { [`fiveClean.${fiveClean}`]: true } : {}),
  ...(departmentId ? { departmentId } : {}),
  ...(series ? { series } : {}),
})

const passes = (copy: PublicCopy, { column, fiveClean, departmentId, series }: ArticleFilter): boolean =>
  (column === null || copy.column === column) &&
  (fiveClean === null || copy.fiveClean[fiveClean]) &&
  (departmentId === null || copy.departmentId === departmentId) &&
  (series === null || copy.series === series)

export const NO_FILTER: ArticleFilter = { column: null, fiveClean: null, departmentId: null, series: null }

/** What anybody may read at `now`: copies that have begun and are not over. */
export const readerRepository = (hospitalId: HospitalId, now: Instant) => {
  const copies = copyRecords()
  const shown = { hospitalId, from: atMost(now), until: above(now) }
  const ORDER = [
    ['at', 'desc'],
    ['articleId', 'asc'],
  ] as const

  const newest = async (filter: ArticleFilter, after: Cursor | null, limit: number): Promise<PublicCopy[]> => {
    const rows = (more: object, most: number) =>
      copies.list({ where: { ...shown, ...whereOf(filter), ...more }, orderBy: [...ORDER], limit: most })
    if (!after) return rows({}, limit)
    const sameMoment = await rows({ at: after.at, articleId: above(after.id) }, limit)
    const left = limit - sameMoment.length
    return left === 0 ? sameMoment : [...sameMoment, ...(await rows({ at: below(after.at) }, left))]
  }

  /** Of each article the copy that was made last, in the order given. */
  const latestOfEach = (found: readonly PublicCopy[]): PublicCopy[] => {
    const latest = new Map<ArticleId, PublicCopy>()
    for (const copy of found) {
      const known = latest.get(copy.articleId)
      if (!known || known.no < copy.no) latest.set(copy.articleId, copy)
    }
    return [...latest.values()]
  }

  return {
    newest: async (filter: ArticleFilter, after: Cursor | null, limit: number) =>
      latestOfEach(await newest(filter, after, limit)),

    /** Few are on top at any time: they are all read, by an index of their own, and narrowed here. */
    pinned: async (filter: ArticleFilter, limit: number): Promise<PublicCopy[]> =>
      latestOfEach(await copies.list({ where: { ...shown, pinned: true }, orderBy: [...ORDER], limit: PINNED_MOST }))
        .filter((copy) => passes(copy, filter))
        .slice(0, limit),

    find: async (articleId: ArticleId): Promise<PublicCopy | null> => {
      const found = await copies.list({
        where: { articleId, ...shown },
        orderBy: [['no', 'desc']],
        limit: COPIES_OF_ONE,
      })
      return latestOfEach(found)[0] ?? null
    },

    findAll: async (ids: readonly ArticleId[]): Promise<PublicCopy[]> =>
      ids.length === 0
        ? []
        : latestOfEach(await copies.list({ where: { articleId: oneOf(ids), ...shown }, limit: 1000 })),

    gone: (id: ArticleId): Promise<Gone | null> => goneRecords().find(id),

    /** Copies by what a posting says of them. */
    posted: async (entries: readonly PostedCopy[]): Promise<PublicCopy[]> => {
      if (entries.length === 0) return []
      const ids = entries.map(({ articleId, no }) => copyId(articleId, no))
      return copies.list({ where: { _id: oneOf(ids), ...shown }, limit: ids.length })
    },

    /** What is shown and in no posting yet. */
    waiting: (after: Cursor | null, column: Column | null): Promise<PublicCopy[]> =>
      copies.list({
        where: {
          ...shown,
          isIndexed: false,
          ...(column ? { column } : {}),
          ...(after ? { at: atMost(after.at) } : {}),
        },
        orderBy: [['at', 'desc']],
        limit: WAITING_MOST,
      }),

    /** The newest month up to this one in which a gram stands, and earlier ones. */
    postings: (gram: string, upTo: Month, limit: number): Promise<Posting[]> =>
      postingRecords().list({
        where: { hospitalId, gram, month: atMost(upTo) },
        orderBy: [['month', 'desc']],
        limit,
      }),

    postingsById: (ids: readonly string[]): Promise<Posting[]> =>
      postingRecords().list({ where: { _id: oneOf(ids) }, limit: Math.max(1, ids.length) }),
  }
}

export type ReaderRepository = ReturnType<typeof readerRepository>
