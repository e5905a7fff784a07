import { type Actor, holds } from '../actor'
import { CalendarNotPublished, type WorkCalendar, workingDaysAfter } from '../calendar/working-days'
import { beijingDay, type Day, endOfBeijingDay, type Instant } from '../instant'
import { err, ok } from '../result'
import type { Complaint, ComplaintEvent } from './complaint.model'

/** The working days within which an answer is due, or null until the calendar of that year is published. */
export const replyDays = (receivedAt: Instant, workingDays: number, calendar: WorkCalendar): Day[] | null => {
  try {
    return workingDaysAfter(beijingDay(receivedAt), workingDays, calendar)
  } catch (cause) {
    if (cause instanceof CalendarNotPublished) return null
    throw cause
  }
}

/** The end of the last of them. */
export const dueFrom = (receivedAt: Instant, workingDays: number, calendar: WorkCalendar): Instant | null => {
  const last = replyDays(receivedAt, workingDays, calendar)?.slice(-1)[0]
  return last === undefined ? null : endOfBeijingDay(last)
}

/** A complaint as it arrives: received now, due from now, nobody's yet. */
export const receive = (
  filed: Omit<Complaint, 'rev' | 'status' | 'receivedAt' | 'dueAt' | 'events'>,
  now: Instant,
  calendar: WorkCalendar,
): Complaint => ({
  ...filed,
  rev: 0,
  status: 'submitted',
  receivedAt: now,
  dueAt: dueFrom(now, filed.replyWithinWorkingDays, calendar),
  events: [{ kind: 'submitted', at: now }],
})

/** Fills the date that could not be promised while the calendar was missing; a date once promised stays. */
export const promise = (complaint: Complaint, calendar: WorkCalendar): Complaint =>
  complaint.dueAt === null
    ? { ...complaint, dueAt: dueFrom(complaint.receivedAt, complaint.replyWithinWorkingDays, calendar) }
    : complaint

export const handles = (actor: Actor, complaint: Pick<Complaint, 'hospitalId'>): boolean =>
  holds(actor, 'complaint_officer', complaint.hospitalId)

export const accept = (complaint: Complaint, by: Actor, now: Instant) => {
  if (!by.staff || !handles(by, complaint)) return err('auth.forbidden')
  if (complaint.status !== 'submitted') return err('complaint.not_submitted')
  return ok(withEvent({ ...complaint, status: 'accepted' }, { kind: 'accepted', at: now, by: by.staff.id }))
}

/** A retry after a lost answer, and not something else under the same number: everything that was handed in is equal. */
export const isSameFiling = (earlier: Complaint, again: Complaint): boolean =>
  earlier.selector === again.selector &&
  earlier.text === again.text &&
  earlier.careSetting === again.careSetting &&
  earlier.touchpointId === again.touchpointId &&
  earlier.openid === again.openid &&
  earlier.contact?.name === again.contact?.name &&
  earlier.contact?.phone === again.contact?.phone

export const isAcceptedBy = (complaint: Complaint, by: Actor): boolean =>
  complaint.events.some((event) => event.kind === 'accepted' && event.by === by.staff?.id)

const withEvent = (complaint: Complaint, event: ComplaintEvent): Complaint => ({
  ...complaint,
  events: [...complaint.events, event],
})
