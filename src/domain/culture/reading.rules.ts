import type { Day, Instant } from '../instant'
import type { ReadingMonth } from './reading.model'

/**
 * More than these are not counted, of an article or of a column: a script that makes up readers moves a figure by this
 * much and no further.
 */
export const READERS_PER_MINUTE = 60
export const READERS_PER_DAY = 5000

const MINUTE_MS = 60_000

const dayKey = (day: Day): string => day.slice(8)

/** One reader more; null where it is more than can be true. */
export const countReader = (counted: ReadingMonth, day: Day, now: Instant): ReadingMonth | null => {
  const minute = (now - (now % MINUTE_MS)) as Instant
  const inMinute = counted.minute === minute ? counted.inMinute + 1 : 1
  const readers = (counted.days[dayKey(day)] ?? 0) + 1
  if (inMinute > READERS_PER_MINUTE || readers > READERS_PER_DAY) return null
  return { ...counted, minute, inMinute, days: { ...counted.days, [dayKey(day)]: readers } }
}

export const readersOn = (counted: Pick<ReadingMonth, 'days'>, day: Day): number => counted.days[dayKey(day)] ?? 0
