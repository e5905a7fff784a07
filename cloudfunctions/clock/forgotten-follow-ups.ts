import { beijingDay, type Instant } from '#domain/instant'
import { forget } from '#domain/survey/followup.rules'
import { below } from '#runtime/documents'
import { followUpRecords } from '#runtime/read/followup.read'

const BATCH = 200
/** What is left waits for the next night. */
const BATCHES = 20

/**
 * Erases name and phone of those whose time to be kept is over; the row stays for the figures. Answers how many; one that
 * a colleague changed meanwhile is left for the next run.
 */
export const forgetFollowUps = async (now: Instant): Promise<number> => {
  const records = followUpRecords()
  const today = beijingDay(now)
  let forgotten = 0
  for (let batch = 0; batch < BATCHES; batch += 1) {
    const over = await records.list({
      where: { keptUntil: below(today) },
      orderBy: [['keptUntil', 'asc']],
      limit: BATCH,
    })
    const written = (await Promise.all(over.map((row) => records.replace(forget(row))))).filter(Boolean).length
    forgotten += written
    if (written === 0) break
  }
  return forgotten
}
