import type { Instant } from '#domain/instant'
import { indexCopies, removeOver } from '#runtime/culture/postings'
import { settleLeft } from '#runtime/culture/settle'
import { recountShelf } from '#runtime/culture/shelf'
import { hospitalRecords } from '#runtime/read/hospital.read'

/** What is left after this waits for the next night: a function has 20 s, and other jobs follow. */
const ENOUGH_MS = 8000
const SETTLED_AT_ONCE = 50
const POSTED_AT_ONCE = 10
const HOSPITALS = 1000

/**
 * Puts the culture pages in order: finishes what was cut off, counts what is shown, removes copies that are over, posts
 * new words. Nothing that anybody reads waits for it. Answers how many articles were touched.
 */
export const tidyCulture = async (now: Instant): Promise<number> => {
  const began = performance.now()
  const hasTime = () => performance.now() - began < ENOUGH_MS
  let touched = await settleLeft(now, SETTLED_AT_ONCE)
  const until = async (work: () => Promise<number>) => {
    for (let done = 1; done > 0 && hasTime(); touched += done) done = await work()
  }
  for (const { id } of await hospitalRecords().list({ where: {}, orderBy: [['_id', 'asc']], limit: HOSPITALS })) {
    // Only what the counts know to be over may go.
    if (await recountShelf(id, now)) await until(() => removeOver(id, now))
    await until(() => indexCopies(id, now, POSTED_AT_ONCE))
  }
  return touched
}
