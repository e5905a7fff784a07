import { LoadedNotice, withNotice } from '#domain/calendar/calendar.notice'
import { officialCalendar, type WorkCalendar } from '#domain/calendar/working-days'
import { Complaint } from '#domain/complaint/complaint.model'
import { endOfBeijingDay } from '#domain/instant'
import { atLeast, type Documents, documents } from '../documents'

export const calendarRecords = (): Documents<LoadedNotice> => documents('calendars', LoadedNotice)

/** Notices that an administrator loaded, the earliest year first; one a year. */
export const loadedNotices = (): Promise<LoadedNotice[]> =>
  calendarRecords().list({ where: {}, orderBy: [['_id', 'asc']], limit: 100 })

const REMEMBERED_MS = 60_000
let remembered: { calendar: WorkCalendar; until: number } | null = null

/**
 * Published data with the notices loaded by hand. An instance remembers it for a minute: every scan and every filing
 * asks, and a new year may wait that long.
 */
export const workCalendar = async (): Promise<WorkCalendar> => {
  if (remembered && remembered.until > Date.now()) return remembered.calendar
  const calendar = (await loadedNotices()).reduce(withNotice, officialCalendar)
  remembered = { calendar, until: Date.now() + REMEMBERED_MS }
  return calendar
}

/** After a change of one's own the next question reads again. */
export const forgetCalendar = (): void => {
  remembered = null
}

const complaintRecords = () => documents('complaints', Complaint)

/** Cases whose reply date waits for a notice. */
export const countUndated = (): Promise<number> => complaintRecords().count({ dueAt: null })

/** Whether a reply was promised for a day of that year or later: only its notice could have said so. */
export const hasPromisesFrom = async (year: number): Promise<boolean> =>
  (await complaintRecords().count({ dueAt: atLeast(endOfBeijingDay(`${year - 1}-12-31`) + 1) })) > 0
