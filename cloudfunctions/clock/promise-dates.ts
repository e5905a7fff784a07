import { officialCalendar } from '#domain/calendar/official-calendar'
import { Complaint } from '#domain/complaint/complaint.model'
import { promise } from '#domain/complaint/complaint.rules'
import { documents } from '#runtime/documents'

const BATCH = 200

/**
 * Fills the reply dates that could not be promised while the holiday notice of the year was missing.
 * Answers how many were filled; a document that a colleague changed meanwhile is left for the next run.
 */
export const promiseDates = async (): Promise<number> => {
  const complaints = documents('complaints', Complaint)
  const waiting = await complaints.list({ where: { dueAt: null }, limit: BATCH })
  const dated = waiting.map((complaint) => promise(complaint, officialCalendar)).filter(({ dueAt }) => dueAt !== null)
  const written = await Promise.all(dated.map((complaint) => complaints.replace(complaint)))
  return written.filter(Boolean).length
}
