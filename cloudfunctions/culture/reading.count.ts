import { createHash } from 'node:crypto'
import type { Column, PublicCopy } from '#domain/culture/article.model'
import type { ReadingMonth } from '#domain/culture/reading.model'
import { countReader } from '#domain/culture/reading.rules'
import type { ArticleId } from '#domain/ids'
import { beijingDay, type Day, type Instant, monthOf } from '#domain/instant'
import { saltOf } from '#runtime/culture/reading.salt'
import { markRecords, readingMonthRecords } from '#runtime/read/culture.read'

const TRIES = 8

const hashOf = (...parts: readonly string[]): string => createHash('sha256').update(parts.join('|')).digest('hex')

/** Counts one reader more; false where that is more than can be true, or so many came at once that it was not their turn. */
const addReader = async (empty: ReadingMonth, day: Day, now: Instant): Promise<boolean> => {
  const records = readingMonthRecords()
  for (let tries = 0; tries < TRIES; tries += 1) {
    const stored = await records.find(empty.id)
    const counted = countReader(stored ?? empty, day, now)
    if (!counted) return false
    if (stored ? await records.replace(counted) : (await records.insert(counted)) === 'inserted') return true
  }
  return false
}

/**
 * Somebody read an article: counts them once a day for it, and once for its column. What is kept until midnight is a hash
 * of the day's salt, the number their phone made for the day, and what was read; afterwards only counts are left.
 */
export const countReading = async (
  { hospitalId, articleId, column }: Pick<PublicCopy, 'hospitalId' | 'articleId' | 'column'>,
  reader: string,
  now: Instant,
): Promise<boolean> => {
  const day = beijingDay(now)
  const month = monthOf(day)
  const salt = await saltOf(day, now)
  const marks = markRecords()
  const once = async (what: string, of: { articleId: ArticleId | null; column: Column }): Promise<boolean> => {
    const id = hashOf(salt, reader, what)
    if ((await marks.insert({ id, rev: 0, day })) === 'exists') return false
    const empty = { rev: 0, hospitalId, month, days: {}, minute: 0 as Instant, inMinute: 0 }
    if (await addReader({ ...empty, ...of, id: `${hospitalId}:${month}:${what}` }, day, now)) return true
    await marks.removeAll({ _id: id })
    return false
  }
  const isCounted = await once(articleId, { articleId, column })
  if (isCounted) await once(column, { articleId: null, column })
  return isCounted
}
