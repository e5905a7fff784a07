import type { Actor, Staff } from '../actor'
import { holds } from '../actor'
import { CalendarNotPublished, type WorkCalendar, workingDaysAfter } from '../calendar/working-days'
import type { Department } from '../hospital/hospital.model'
import type { EventId, StaffId } from '../ids'
import { beijingDay, type Day, endOfBeijingDay, type Instant } from '../instant'
import { err, ok } from '../result'
import { mayHarmHealth } from './category'
import type {
  CareSetting,
  Complaint,
  ComplaintEvent,
  ComplaintStatus,
  Contact,
  Finding,
  Sorting,
  Stage,
} from './complaint.model'
import { isOverdue } from './deadline'

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

const STAGES: Record<ComplaintStatus, Stage> = {
  submitted: 'open',
  accepted: 'open',
  investigating: 'open',
  reopened: 'open',
  replied: 'answered',
  closed: 'done',
  withdrawn: 'done',
}

/** What a phone hands in, with what the function knows of it. */
export type Filed = Pick<
  Complaint,
  | 'id'
  | 'hospitalId'
  | 'departmentId'
  | 'touchpointId'
  | 'channel'
  | 'place'
  | 'kind'
  | 'category'
  | 'careSetting'
  | 'happenedOn'
  | 'forWhom'
  | 'text'
  | 'photos'
  | 'healthConsent'
  | 'contact'
  | 'openid'
  | 'textSafety'
  | 'selector'
  | 'secretHash'
  | 'replyWithinWorkingDays'
>

/** A complaint as it arrives: received now, due from now, nobody's yet. */
export const receive = (filed: Filed, now: Instant, calendar: WorkCalendar): Complaint => {
  const category = filed.kind === 'complaint' ? (filed.category ?? 'Z') : null
  return {
    ...filed,
    rev: 0,
    category,
    urgent: mayHarmHealth(category),
    remind: false,
    status: 'submitted',
    stage: STAGES.submitted,
    assigneeId: null,
    finding: null,
    pend: [],
    pending: false,
    receivedAt: now,
    dueAt: dueFrom(now, filed.replyWithinWorkingDays, calendar),
    events: [{ id: filed.id as string as EventId, kind: 'submitted', at: now }],
  }
}

/** As it was handed in: the office may have corrected it since. */
const careSettingFiled = ({ careSetting, events }: Complaint): CareSetting => {
  for (const event of events) if (event.kind === 'sorted' && event.before) return event.before.careSetting
  return careSetting
}

/** A retry after a lost answer, and not something else under the same number: everything that was handed in is equal. */
export const isSameFiling = (earlier: Complaint, again: Complaint): boolean =>
  earlier.selector === again.selector &&
  earlier.kind === again.kind &&
  earlier.text === again.text &&
  careSettingFiled(earlier) === again.careSetting &&
  earlier.happenedOn === again.happenedOn &&
  earlier.forWhom === again.forWhom &&
  earlier.healthConsent === again.healthConsent &&
  earlier.touchpointId === again.touchpointId &&
  earlier.photos.join() === again.photos.join() &&
  earlier.openid === again.openid &&
  earlier.contact?.name === again.contact?.name &&
  earlier.contact?.phone === again.contact?.phone

/** The promise that runs now: of the reply, counted from receipt, or of another look, counted from when it was asked for. */
export const runningPromise = ({ events, receivedAt, replyWithinWorkingDays }: Complaint) => {
  const reopened = lastOf(events, 'reopened')
  if (reopened) return { from: reopened.at, workingDays: reopened.workingDays }
  return { from: receivedAt, workingDays: lastOf(events, 'extended')?.workingDays ?? replyWithinWorkingDays }
}

/** Fills the date that could not be promised while the calendar was missing; a date once promised stays. */
export const promise = (complaint: Complaint, calendar: WorkCalendar): Complaint => {
  if (complaint.dueAt !== null) return complaint
  const { from, workingDays } = runningPromise(complaint)
  return { ...complaint, dueAt: dueFrom(from, workingDays, calendar) }
}

type Kinds = ComplaintEvent['kind']
type Of<K extends Kinds> = Extract<ComplaintEvent, { kind: K }>

/** The latest event of a kind. */
export const lastOf = <K extends Kinds>(events: readonly ComplaintEvent[], kind: K): Of<K> | null => {
  const found = [...events].reverse().find((event) => event.kind === kind)
  return (found as Of<K> | undefined) ?? null
}

/** A retry of an act whose answer was lost: it has happened already. */
export const hasHappened = ({ events }: Pick<Complaint, 'events'>, id: EventId): boolean =>
  events.some((event) => event.id === id)

/** The office's question that waits for its answer. */
export const openQuestion = ({ events }: Pick<Complaint, 'events'>): Of<'asked'> | null => {
  const since = [...events].reverse().find(({ kind }) => kind === 'asked' || kind === 'answered' || kind === 'replied')
  return since?.kind === 'asked' ? since : null
}

const WORDS_OF_COMPLAINANT = new Set<Kinds>(['answered', 'reopened'])
/** Looking and sorting is not acting on what the complainant wrote, nor is their taking consent back. */
const NOT_ACTING = new Set<Kinds>(['contact_seen', 'sorted', 'handed_over', 'erased'])

/** The complainant wrote something and nobody has acted since. */
export const hasNewWords = ({ events }: Pick<Complaint, 'events'>): boolean => {
  const last = [...events].reverse().find(({ kind }) => !NOT_ACTING.has(kind))
  return last !== undefined && WORDS_OF_COMPLAINANT.has(last.kind)
}

/** What the platform doubted stays with the complaint office until a person has read it. */
export const isHeld = ({ textSafety, events }: Pick<Complaint, 'textSafety' | 'events'>): boolean =>
  textSafety === 'risky' && lastOf(events, 'released') === null

/** From when a reply that nobody answered may be filed away; the complainant can ask for another look afterwards too. */
export const silentFrom = (complaint: Complaint, closeAfterDays: number): Instant | null => {
  const replied = complaint.status === 'replied' ? lastOf(complaint.events, 'replied') : null
  return replied ? ((replied.at + closeAfterDays * DAY_MS) as Instant) : null
}

const DAY_MS = 86_400_000

/** The complainant agreed with the latest reply. */
export const isConfirmed = ({ events }: Pick<Complaint, 'events'>): boolean => {
  const last = [...events].reverse().find(({ kind }) => kind === 'confirmed' || kind === 'replied')
  return last?.kind === 'confirmed'
}

const OPENING_CHARACTERS = 40

/** The first words of what was written, as a list shows them. */
export const openingOf = ({ text }: Pick<Complaint, 'text'>): string =>
  Array.from(text.replace(/\s+/g, ' ')).slice(0, OPENING_CHARACTERS).join('')

/** Sees and handles every case of the hospital. */
export const handles = (actor: Actor, complaint: Pick<Complaint, 'hospitalId'>): boolean =>
  holds(actor, 'complaint_officer', complaint.hospitalId)

/** Was given this very case to look into, after the office has seen what the platform doubted. */
const looksInto = (actor: Actor, complaint: Complaint): boolean =>
  holds(actor, 'case_handler', complaint.hospitalId) &&
  complaint.assigneeId !== null &&
  actor.staff?.id === complaint.assigneeId &&
  !isHeld(complaint)

export const sees = (actor: Actor, complaint: Complaint): boolean =>
  handles(actor, complaint) || looksInto(actor, complaint)

export interface Done {
  readonly id: EventId
  readonly by: Actor
  readonly now: Instant
}

const isOpen = ({ stage }: Pick<Complaint, 'stage'>): boolean => stage === 'open'

/** Being looked at: accepted at least. */
export const isUnderWay = (complaint: Complaint): boolean => isOpen(complaint) && complaint.status !== 'submitted'

const staffOf = ({ by }: Done, complaint: Complaint): StaffId | null =>
  by.staff && sees(by, complaint) ? by.staff.id : null

const officerOf = ({ by }: Done, complaint: Complaint): StaffId | null =>
  by.staff && handles(by, complaint) ? by.staff.id : null

const moved = (complaint: Complaint, status: ComplaintStatus, event: ComplaintEvent): Complaint => ({
  ...complaint,
  status,
  stage: STAGES[status],
  events: [...complaint.events, event],
})

const noted = (complaint: Complaint, event: ComplaintEvent): Complaint => moved(complaint, complaint.status, event)

export const accept = (complaint: Complaint, done: Done) => {
  const by = officerOf(done, complaint)
  if (!by) return err('auth.forbidden')
  if (complaint.status !== 'submitted') return err('complaint.not_submitted')
  return ok(moved(complaint, 'accepted', { id: done.id, kind: 'accepted', at: done.now, by }))
}

export const mayStillExtend = (complaint: Complaint, workingDays: number, now: Instant): boolean =>
  isOpen(complaint) &&
  lastOf(complaint.events, 'extended') === null &&
  lastOf(complaint.events, 'reopened') === null &&
  workingDays > complaint.replyWithinWorkingDays &&
  !isOverdue(complaint, now)

/**
 * Several departments work on it: 10 working days, still counted from receipt (《医疗机构投诉管理办法》).
 * Once, before the first date has passed: a late case is not made timely by it.
 */
export const extend = (
  complaint: Complaint,
  done: Done,
  { reason, workingDays, calendar }: { reason: string; workingDays: number; calendar: WorkCalendar },
) => {
  const by = officerOf(done, complaint)
  if (!by) return err('auth.forbidden')
  if (!isOpen(complaint)) return err('complaint.not_open')
  if (!mayStillExtend(complaint, workingDays, done.now)) return err('complaint.not_extendable')
  const dueAt = dueFrom(complaint.receivedAt, workingDays, calendar)
  const event = { id: done.id, kind: 'extended' as const, at: done.now, by, workingDays, reason, dueAt }
  return ok(noted({ ...complaint, dueAt }, event))
}

const mayLookInto = (staff: Staff, { hospitalId }: Complaint): boolean =>
  staff.hospitalId === hospitalId && (staff.roles.includes('case_handler') || staff.roles.includes('complaint_officer'))

/** Another look (再查一次) is promised to be somebody else's: whoever recorded a finding before is not it. */
export const hasFoundBefore = ({ events }: Complaint, staffId: StaffId): boolean => {
  const reopened = lastOf(events, 'reopened')
  if (!reopened) return false
  return events.slice(0, events.indexOf(reopened)).some((event) => event.kind === 'found' && event.by === staffId)
}

export const assign = (complaint: Complaint, done: Done, to: Staff) => {
  const by = officerOf(done, complaint)
  if (!by) return err('auth.forbidden')
  if (!isUnderWay(complaint)) return err('complaint.not_open')
  if (!mayLookInto(to, complaint)) return err('staff.not_a_handler')
  if (isHeld(complaint) && !to.roles.includes('complaint_officer')) return err('complaint.held')
  if (hasFoundBefore(complaint, to.id)) return err('complaint.needs_other_person')
  const event = { id: done.id, kind: 'assigned' as const, at: done.now, by, to: to.id }
  return ok(moved({ ...complaint, assigneeId: to.id }, 'investigating', event))
}

export const ask = (complaint: Complaint, done: Done, text: string) => {
  const by = staffOf(done, complaint)
  if (!by) return err('auth.forbidden')
  if (!isUnderWay(complaint)) return err('complaint.not_open')
  if (openQuestion(complaint)) return err('complaint.question_pending')
  return ok(noted(complaint, { id: done.id, kind: 'asked', at: done.now, by, text }))
}

export const note = (complaint: Complaint, done: Done, text: string) => {
  const by = staffOf(done, complaint)
  if (!by) return err('auth.forbidden')
  return ok(noted(complaint, { id: done.id, kind: 'noted', at: done.now, by, text }))
}

/** What was answered or filed away is counted for years: it is corrected then, too. */
export const maySort = ({ status }: Pick<Complaint, 'status'>): boolean => status !== 'withdrawn'

type KnownDepartment = Pick<Department, 'id' | 'retired'>

/** A department that is in use; one that was retired keeps the cases it has. */
const mayBelongTo = (
  departmentId: Complaint['departmentId'],
  complaint: Complaint,
  departments: readonly KnownDepartment[],
): boolean =>
  departmentId === null ||
  departmentId === complaint.departmentId ||
  departments.some(({ id, retired }) => id === departmentId && !retired)

/** Corrects where it belongs: a patient scans the ward's code and means the canteen. `departments`: the hospital's. */
export const sort = (complaint: Complaint, done: Done, to: Sorting, departments: readonly KnownDepartment[]) => {
  const by = officerOf(done, complaint)
  if (!by) return err('auth.forbidden')
  if (!maySort(complaint)) return err('complaint.not_open')
  if (!mayBelongTo(to.departmentId, complaint, departments)) return err('hospital.department_unknown')
  const { category, urgent, careSetting, departmentId } = complaint
  const sorted = { ...to, category: complaint.kind === 'complaint' ? (to.category ?? category) : null }
  const before = { category, urgent, careSetting, departmentId }
  const event = { id: done.id, kind: 'sorted' as const, at: done.now, by, ...sorted, before }
  return ok(noted({ ...complaint, ...sorted }, event))
}

export const release = (complaint: Complaint, done: Done) => {
  const by = officerOf(done, complaint)
  if (!by) return err('auth.forbidden')
  if (!isHeld(complaint)) return err('complaint.not_held')
  return ok(noted(complaint, { id: done.id, kind: 'released', at: done.now, by }))
}

/** Records what was found out, for the office; the complainant reads it with the reply. */
export const find = (complaint: Complaint, done: Done, { finding, text }: { finding: Finding; text: string }) => {
  const by = staffOf(done, complaint)
  if (!by) return err('auth.forbidden')
  if (!isUnderWay(complaint)) return err('complaint.not_open')
  if (hasFoundBefore(complaint, by)) return err('complaint.needs_other_person')
  return ok(noted({ ...complaint, finding }, { id: done.id, kind: 'found', at: done.now, by, finding, text }))
}

export const reply = (complaint: Complaint, done: Done, text: string) => {
  const by = officerOf(done, complaint)
  if (!by) return err('auth.forbidden')
  if (!isUnderWay(complaint)) return err('complaint.not_open')
  const { finding } = complaint
  // Praise, a suggestion or a question is answered; only a complaint is found true or not.
  if (complaint.kind === 'complaint' && finding === null) return err('complaint.not_found_out')
  return ok(moved(complaint, 'replied', { id: done.id, kind: 'replied', at: done.now, by, finding, text }))
}

/** Files the case away: once the complainant agreed, or did not answer for as long as the hospital waits. */
export const close = (complaint: Complaint, done: Done, closeAfterDays: number) => {
  const by = officerOf(done, complaint)
  if (!by) return err('auth.forbidden')
  const waitedUntil = silentFrom(complaint, closeAfterDays)
  if (waitedUntil === null) return err('complaint.not_replied')
  const confirmed = isConfirmed(complaint)
  if (!confirmed && done.now < waitedUntil) return err('complaint.too_early')
  return ok(moved(complaint, 'closed', { id: done.id, kind: 'closed', at: done.now, by, confirmed }))
}

/** The number to ring, and the record that it was looked at. */
export const seeContact = (complaint: Complaint, done: Done) => {
  const by = officerOf(done, complaint)
  if (!by) return err('auth.forbidden')
  const { contact } = complaint
  if (!contact) return err('complaint.not_named')
  return ok<{ contact: Contact; seen: Complaint }>({
    contact,
    seen: noted(complaint, { id: done.id, kind: 'contact_seen', at: done.now, by }),
  })
}

/** A retry of one's own look, which is recorded already. */
export const hasLooked = ({ events }: Pick<Complaint, 'events'>, { staff }: Actor, id: EventId): boolean =>
  events.some((event) => event.id === id && event.kind === 'contact_seen' && event.by === staff?.id)

/** An administrator hands over without seeing a case; an officer may too. */
export const mayHandOver = (actor: Actor): boolean => holds(actor, 'administrator') || holds(actor, 'complaint_officer')

/** From one who leaves or is away to a colleague; deadlines stay. */
export const handOver = (complaint: Complaint, done: Done, to: Staff) => {
  const { assigneeId } = complaint
  const isOurs = done.by.staff?.hospitalId === complaint.hospitalId
  if (!done.by.staff || !isOurs || !mayHandOver(done.by)) return err('auth.forbidden')
  if (!mayLookInto(to, complaint)) return err('staff.not_a_handler')
  if (assigneeId === null || !isOpen(complaint)) return err('complaint.not_open')
  if (isHeld(complaint) && !to.roles.includes('complaint_officer')) return err('complaint.held')
  if (hasFoundBefore(complaint, to.id)) return err('complaint.needs_other_person')
  const event = {
    id: done.id,
    kind: 'handed_over' as const,
    at: done.now,
    by: done.by.staff.id,
    from: assigneeId,
    to: to.id,
  }
  return ok(noted({ ...complaint, assigneeId: to.id }, event))
}
