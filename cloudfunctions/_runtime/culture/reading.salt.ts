import { randomBytes } from 'node:crypto'
import { beijingDay, type Day, type Instant } from '#domain/instant'
import { below } from '../documents'
import { markRecords, saltRecords } from '../read/culture.read'

const SALT_BYTES = 32

/** Drops the salts of days that are over and every mark made under them. Answers how many. */
export const dropReadingMarks = async (now: Instant): Promise<number> => {
  const today = beijingDay(now)
  const salts = await saltRecords().removeAll({ _id: below(today) })
  return salts + (await markRecords().removeAll({ day: below(today) }))
}

/** The salt of a day; the first reader of a new day ends the one before, whether the clock ran or not. */
export const saltOf = async (day: Day, now: Instant): Promise<string> => {
  const records = saltRecords()
  const known = await records.find(day)
  if (known) return known.salt
  await dropReadingMarks(now)
  const salt = randomBytes(SALT_BYTES).toString('hex')
  if ((await records.insert({ id: day, rev: 0, salt })) === 'inserted') return salt
  return (await records.find(day))?.salt ?? salt
}
