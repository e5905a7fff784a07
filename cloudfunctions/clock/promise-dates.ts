import { Complaint } from '#domain/complaint/complaint.model'
import { promise } from '#domain/complaint/complaint.rules'
import { documents } from '#runtime/documents'
import { workCalendar } from '#runtime/read/calendar.read'

const BATCH = 200
// A function has 60 s at most; what is left waits for the next night.
const BATCHES = 25

/**
 * Fills the reply dates that could not be promised while the holiday notice of the year was missing, the earliest
 * received first. Answers how many; a document that a colleague changed meanwhile is left for the next run.
 */
export const promiseDates = async (): Promise<number> => {
  const complaints = documents('complaints', Complaint)
  const calendar = await workCalendar()
  let filled = 0
  for (let batch = 0; batch < BATCHES; batch += 1) {
    const waiting = await complaints.list({
      where: { dueAt: null, stage: 'open' },
      orderBy: [['receivedAt', 'asc']],
      limit: BATCH,
    })
    const dated = waiting.map((complaint) => promise(complaint, calendar)).filter(({ dueAt }) => dueAt !== null)
    const written = (await Promise.all(dated.map((complaint) => complaints.replace(complaint)))).filter(Boolean).length
    filled += written
    if (written === 0) break
  }
  return filled
}
