import { copyId, type Column, type PublicCopy } from '#domain/culture/article.model'
import { copyIn, monthPosted, type PostedCopy, type Posting, postingId } from '#domain/culture/posting.model'
import type { Cursor } from '#domain/culture/reader.contract'
import { gramsAsked, holdsAll, searchedText } from '#domain/culture/search.grams'
import type { ArticleId, HospitalId } from '#domain/ids'
import { type Instant, type Month, startOfBeijingDay } from '#domain/instant'
import type { ReaderRepository } from './reader.repository'

/** Months of the rarest word that one search looks through, in growing steps; the next call goes on behind them. */
const STEPS = [1, 2, 4, 6] as const
/** Articles that one search reads; what postings let through is nearly always found. */
const READ_MOST = 120
const READ_AT_ONCE = 24

/** Behind every article of its moment. */
const LAST_ID = 'f'.repeat(32) as ArticleId

interface Asked {
  readonly hospitalId: HospitalId
  readonly phrases: readonly string[]
  readonly column: Column | null
  readonly after: Cursor | null
  readonly now: Instant
}

interface Found {
  readonly copies: PublicCopy[]
  /** Where to go on; null: everything was looked at. */
  readonly next: Cursor | null
}

type Placed = Pick<PostedCopy, 'at' | 'articleId'>

const isBehind = ({ at, articleId }: Placed, after: Cursor | null): boolean =>
  after === null || at < after.at || (at === after.at && articleId > after.id)

const newestFirst = (left: Placed, right: Placed): number =>
  right.at - left.at || (left.articleId < right.articleId ? -1 : 1)

/** Of the words asked for the one whose newest posting is oldest: no article can be newer than that. */
const rarestOf = (newest: readonly { gram: string; posting: Posting | undefined }[]): string | null => {
  if (newest.some(({ posting }) => !posting)) return null
  const sorted = newest.flatMap(({ gram, posting }) => (posting ? [{ gram, posting }] : []))
  sorted.sort(
    (left, right) =>
      (left.posting.month < right.posting.month ? -1 : left.posting.month > right.posting.month ? 1 : 0) ||
      left.posting.copies.length - right.posting.copies.length,
  )
  return sorted[0]?.gram ?? null
}

/**
 * Finds articles that hold every phrase, the newest first. Postings say where to look, the words themselves decide;
 * what is in no posting yet is looked at by itself. Bounded work: where it ends before a page is full, it says where to go on.
 */
export const findArticles = async (asked: Asked, limit: number, reader: ReaderRepository): Promise<Found> => {
  const { hospitalId, phrases, column, after, now } = asked
  const holds = ({ content }: PublicCopy) => content !== null && holdsAll(searchedText(content), phrases)
  const grams = gramsAsked(phrases)
  if (grams.length === 0) return { copies: [], next: null }
  const upTo = monthPosted(after?.at ?? now)
  const [waiting, newest] = await Promise.all([
    reader.waiting(after, column),
    Promise.all(grams.map(async (gram) => ({ gram, posting: (await reader.postings(gram, upTo, 1))[0] }))),
  ])
  const found = waiting.filter((copy) => isBehind(copy, after) && holds(copy))
  const rarest = rarestOf(newest)
  const seen = new Set(found.map(({ id }) => id))
  let month: Month | null = rarest === null ? null : upTo
  let read = 0
  for (const step of STEPS) {
    if (month === null || rarest === null) break
    const pivots: Posting[] = await reader.postings(rarest, month, step)
    const others = grams.filter((gram) => gram !== rarest)
    const ids = pivots.flatMap((pivot) => others.map((gram) => postingId(hospitalId, gram, pivot.month)))
    const beside = new Map((ids.length === 0 ? [] : await reader.postingsById(ids)).map((one) => [one.id, one]))
    for (const pivot of pivots) {
      const stays = others.map((gram) => new Set(beside.get(postingId(hospitalId, gram, pivot.month))?.copies ?? []))
      const candidates = pivot.copies
        .filter((entry) => stays.every((entries) => entries.has(entry)))
        .map(copyIn)
        .filter((entry) => isBehind(entry, after) && (column === null || entry.column === column))
        .sort(newestFirst)
      for (let from = 0; from < candidates.length; from += READ_AT_ONCE) {
        const some = candidates.slice(from, from + READ_AT_ONCE)
        read += some.length
        const copies = (await reader.posted(some)).filter(
          (copy) => !seen.has(copyId(copy.articleId, copy.no)) && holds(copy),
        )
        for (const copy of copies) seen.add(copy.id)
        found.push(...copies)
        const last = some[some.length - 1]
        const isEnough = found.length > limit || read >= READ_MOST
        const isMore = from + READ_AT_ONCE < candidates.length
        if (last && isEnough && isMore) return pageOf(found, limit, { at: last.at, id: last.articleId })
      }
      const beginning = { at: startOfBeijingDay(`${pivot.month}-01`), id: LAST_ID }
      if (found.length > limit || read >= READ_MOST) return pageOf(found, limit, beginning)
    }
    const last: Posting | undefined = pivots[pivots.length - 1]
    month = pivots.length < step || !last ? null : monthBefore(last.month)
  }
  // Everything from the beginning of the month after this one on was looked at.
  const next = month === null ? null : { at: endOf(month), id: LAST_ID }
  return pageOf(found, limit, next)
}

const monthBefore = (month: Month): Month => monthPosted((startOfBeijingDay(`${month}-01`) - 1) as Instant)

/** The beginning of the month behind it, in which nothing is left to look at. */
const endOf = (month: Month): Instant => {
  const WITHIN_NEXT_MS = 40 * 86_400_000
  return startOfBeijingDay(`${monthPosted((startOfBeijingDay(`${month}-01`) + WITHIN_NEXT_MS) as Instant)}-01`)
}

/** Only what stands before `next` was looked for everywhere. */
const pageOf = (found: readonly PublicCopy[], limit: number, next: Cursor | null): Found => {
  const sure = [...found].filter((copy) => next === null || !isBehind(copy, next)).sort(newestFirst)
  const page = sure.slice(0, limit)
  const last = page[page.length - 1]
  if (sure.length > limit && last) return { copies: page, next: { at: last.at, id: last.articleId } }
  return { copies: page, next }
}
