import type { WorkCalendar } from '../calendar/working-days'
import type { EventId, PhotoId } from '../ids'
import type { Instant } from '../instant'
import { err, ok } from '../result'
import * as v from 'valibot'
import { ADDITIONS_MAX, type Complaint, type ComplaintEvent } from './complaint.model'
import { dueFrom, isConfirmed, openQuestion } from './complaint.rules'
import { PublicEvent, type Step } from './progress.contract'

/** A step of whoever holds the receipt. */
export interface Taken {
  readonly id: EventId
  readonly now: Instant
}

const MINUTE_MS = 60_000

/**
 * When a complainant did something, to the minute: finer, it would find its line in the platform's logs, of somebody
 * who left no name and of somebody who takes it back later.
 */
export const toTheMinute = (now: Instant): Instant => (now - (now % MINUTE_MS)) as Instant

const withEvent = (complaint: Complaint, event: ComplaintEvent): Complaint => ({
  ...complaint,
  events: [...complaint.events, event],
})

const isFinished = ({ status }: Complaint): boolean => status === 'closed' || status === 'withdrawn'

/** The reply is there: it can be agreed with, rated, or sent back. */
const isReplied = ({ status }: Complaint): boolean => status === 'replied' || status === 'closed'

const mayAdd = ({ events }: Complaint): boolean =>
  events.filter(({ kind }) => kind === 'answered' || kind === 'rated').length < ADDITIONS_MAX

export const answer = (
  complaint: Complaint,
  { id, now }: Taken,
  { text, photos }: { text: string | null; photos: PhotoId[] },
) => {
  if (complaint.stage !== 'open') return err('complaint.finished')
  if (!mayAdd(complaint)) return err('complaint.too_many_additions')
  return ok(withEvent(complaint, { id, kind: 'answered', at: now, text, photos }))
}

export const confirm = (complaint: Complaint, { id, now }: Taken) => {
  if (complaint.status !== 'replied' || isConfirmed(complaint)) return err('complaint.not_replied')
  return ok(withEvent(complaint, { id, kind: 'confirmed', at: now }))
}

/** Another look (再查一次), by somebody who has not looked before, within its own days from now. */
export const reopen = (
  complaint: Complaint,
  { id, now }: Taken,
  {
    text,
    photos,
    workingDays,
    calendar,
  }: { text: string; photos: PhotoId[]; workingDays: number; calendar: WorkCalendar },
) => {
  if (!isReplied(complaint)) return err('complaint.not_replied')
  const dueAt = dueFrom(now, workingDays, calendar)
  const again = {
    ...complaint,
    status: 'reopened' as const,
    stage: 'open' as const,
    assigneeId: null,
    finding: null,
    dueAt,
  }
  return ok(withEvent(again, { id, kind: 'reopened', at: now, text, photos, workingDays, dueAt }))
}

export const rate = (
  complaint: Complaint,
  { id, now }: Taken,
  { rating, text }: { rating: number; text: string | null },
) => {
  if (!isReplied(complaint)) return err('complaint.not_replied')
  if (!mayAdd(complaint)) return err('complaint.too_many_additions')
  return ok(withEvent(complaint, { id, kind: 'rated', at: now, rating, text }))
}

export const withdraw = (complaint: Complaint, { id, now }: Taken, text: string | null) => {
  if (isFinished(complaint)) return err('complaint.finished')
  const withdrawn = { ...complaint, status: 'withdrawn' as const, stage: 'done' as const }
  return ok(withEvent(withdrawn, { id, kind: 'withdrawn', at: now, text }))
}

/**
 * Takes consent back: name, number and the platform's id leave the record, and what was said about health is no longer
 * held by consent. What was said and done stays as the archive of the complaint (《医疗机构投诉管理办法》;
 * 个人信息保护法 Art 15, and Art 47, last paragraph).
 */
export const erase = (complaint: Complaint, { id, now }: Taken): Complaint => {
  const withoutThem = { contact: null, openid: null, remind: false, healthConsent: false }
  return withEvent({ ...complaint, ...withoutThem }, { id, kind: 'erased', at: now })
}

export const isNamed = ({ contact, openid }: Pick<Complaint, 'contact' | 'openid'>): boolean =>
  contact !== null || openid !== null

/** Whether there is anything that only consent holds. */
export const mayErase = (complaint: Complaint): boolean => isNamed(complaint) || complaint.healthConsent

/** What the complainant can do now, in the order of what matters most. */
export const stepsOf = (complaint: Complaint): Step[] => {
  const open = complaint.stage === 'open'
  const replied = complaint.status === 'replied'
  const possible: [Step, boolean][] = [
    ['answer', open && mayAdd(complaint) && openQuestion(complaint) !== null],
    ['confirm', replied && !isConfirmed(complaint)],
    ['reopen', isReplied(complaint)],
    ['rate', isReplied(complaint) && mayAdd(complaint)],
    ['add', open && mayAdd(complaint)],
    ['remind', open && complaint.openid !== null && !complaint.remind],
    ['withdraw', !isFinished(complaint)],
    ['erase', mayErase(complaint)],
  ]
  return possible.filter(([, can]) => can).map(([step]) => step)
}

const BETWEEN_COLLEAGUES = new Set<ComplaintEvent['kind']>(['noted', 'sorted', 'released', 'found', 'contact_seen'])

/** What the complainant may read: nothing that is between colleagues, and no names of staff in the rest. */
export const publicEvents = (events: readonly ComplaintEvent[]): PublicEvent[] =>
  events.filter(({ kind }) => !BETWEEN_COLLEAGUES.has(kind)).map((event) => v.parse(PublicEvent, event))
