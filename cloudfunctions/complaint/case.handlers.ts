import { randomBytes } from 'node:crypto'
import { type Actor, holds } from '#domain/actor'
import { type CaseDetail, type caseActions, HAND_OVER_BATCH, INBOX_PAGE } from '#domain/complaint/case.contract'
import { actsOf } from '#domain/complaint/complaint.acts'
import type { Complaint } from '#domain/complaint/complaint.model'
import {
  accept,
  ask,
  assign,
  close,
  type Done,
  extend,
  find,
  handOver,
  hasHappened,
  hasLooked,
  mayHandOver,
  note,
  release,
  reply,
  seeContact,
  sees,
  sort,
} from '#domain/complaint/complaint.rules'
import type { ErrorCode } from '#domain/errors'
import type { Hospital } from '#domain/hospital/hospital.model'
import { type ComplaintId, type EventId, eventIdFrom } from '#domain/ids'
import type { Instant } from '#domain/instant'
import { err, ok, type Result } from '#domain/result'
import { photoLinks } from '#runtime/photo.claims'
import { workCalendar } from '#runtime/read/calendar.read'
import { departmentNames, departmentsOf } from '#runtime/read/hospital.read'
import { staffNames, workingStaff } from '#runtime/read/staff.read'
import type { ActionHandlers } from '#runtime/serve'
import type { OpenComplaints } from './complaint.open'
import type { Sight } from './complaint.repository'
import { asDetail, asRow } from './case.views'
import { remindOfReply } from './reminder.send'

type Context = OpenComplaints & { actor: Actor; now: Instant }

export const caseHandlers: ActionHandlers<typeof caseActions, OpenComplaints> = {
  async inbox({ stage, mine, skip }, { actor, now, complaints }) {
    const sight = sightOf(actor)
    if (!sight || !actor.staff) return err('auth.forbidden')
    const listed = mine ? { ...sight, assigneeId: actor.staff.id } : sight
    const list = stage === 'done' ? complaints.newest : complaints.byDeadline
    const [found, counts, departments, people] = await Promise.all([
      // One more tells whether there is a next page.
      list(listed, stage, skip, INBOX_PAGE + 1),
      complaints.counts(sight, actor.staff.id, now),
      departmentNames(sight.hospitalId),
      staffNames(sight.hospitalId),
    ])
    const totals = { open: mine ? counts.mine : counts.open, answered: mine ? null : counts.answered, done: null }
    return ok({
      // What the platform doubts may have come to a department by a hand-over: not even its first words are shown there.
      rows: found
        .slice(0, INBOX_PAGE)
        .filter((complaint) => sees(actor, complaint))
        .map((complaint) => asRow(complaint, { departments, people })),
      total: totals[stage],
      ...counts,
      next: found.length > INBOX_PAGE ? skip + INBOX_PAGE : null,
    })
  },

  async read({ complaintId }, context) {
    const complaint = await seen(complaintId, context)
    return complaint ? ok(await detailOf(complaint, context)) : err('complaint.not_found')
  },

  accept: (input, context) => act(input, context, accept),

  extend: ({ reason, ...input }, context) =>
    act(input, context, async (complaint, done, hospital) =>
      extend(complaint, done, {
        reason,
        workingDays: hospital.severalDepartmentsWithinWorkingDays,
        calendar: await workCalendar(),
      }),
    ),

  assign: ({ staffId, ...input }, context) =>
    act(input, context, async (complaint, done) => {
      const to = await workingStaff(staffId)
      return to ? assign(complaint, done, to) : err('staff.not_a_handler')
    }),

  ask: ({ text, ...input }, context) => act(input, context, (complaint, done) => ask(complaint, done, text)),

  note: ({ text, ...input }, context) => act(input, context, (complaint, done) => note(complaint, done, text)),

  sort: ({ complaintId, eventId, rev, ...sorting }, context) =>
    act({ complaintId, eventId, rev }, context, async (complaint, done) =>
      sort(complaint, done, sorting, await departmentsOf(complaint.hospitalId)),
    ),

  release: (input, context) => act(input, context, release),

  find: ({ finding, text, ...input }, context) =>
    act(input, context, (complaint, done) => find(complaint, done, { finding, text })),

  async reply({ text, ...input }, context) {
    let reminded: string | null = null
    const answer = await act(input, context, (complaint, done) => {
      const decision = reply(complaint, done, text)
      if (!decision.ok) return decision
      reminded = complaint.remind ? complaint.openid : null
      // The platform lets one message be sent for one agreement.
      return ok({ ...decision.value, remind: false })
    })
    if (answer.ok && reminded) await remindOfReply(reminded, await hospitalOf(context), context.now)
    return answer
  },

  close: (input, context) =>
    act(input, context, (complaint, done, hospital) => close(complaint, done, hospital.closeAfterDays)),

  async seeContact({ complaintId, eventId }, context) {
    const complaint = await seen(complaintId, context)
    if (!complaint) return err('complaint.not_found')
    const decision = seeContact(complaint, { id: eventId, by: context.actor, now: context.now })
    if (!decision.ok) return decision
    if (hasLooked(complaint, context.actor, eventId)) return ok(decision.value.contact)
    // The number of another event would show it without a record.
    if (hasHappened(complaint, eventId)) return err('data.changed')
    return (await context.complaints.replace(decision.value.seen)) ? ok(decision.value.contact) : err('data.changed')
  },

  async openCasesOf({ staffId }, { actor, now, complaints }) {
    if (!actor.staff || !mayHandOver(actor)) return err('auth.forbidden')
    const { hospitalId } = actor.staff
    const { open, overdue, dueToday } = await complaints.counts({ hospitalId, assigneeId: staffId }, staffId, now)
    return ok({ count: open, overdue, dueToday })
  },

  async handOver({ fromStaffId, toStaffId }, { actor, now, complaints }) {
    if (!actor.staff || !mayHandOver(actor)) return err('auth.forbidden')
    const to = await workingStaff(toStaffId)
    if (!to || toStaffId === fromStaffId) return err('staff.not_a_handler')
    const { hospitalId } = actor.staff
    const held = await complaints.heldBy(hospitalId, fromStaffId, HAND_OVER_BATCH)
    const decisions = held.map((complaint) =>
      handOver(complaint, { id: eventIdFrom(randomBytes(16)), by: actor, now }, to),
    )
    if (decisions.some((decision) => !decision.ok && decision.code === 'staff.not_a_handler')) {
      return err('staff.not_a_handler')
    }
    // What cannot be theirs stays where it is, to be given to somebody else by hand.
    const written = await Promise.all(
      decisions.map((decision) => (decision.ok ? complaints.replace(decision.value) : null)),
    )
    const { open } = await complaints.counts({ hospitalId, assigneeId: fromStaffId }, fromStaffId, now)
    return ok({ moved: written.filter(Boolean).length, left: open })
  },
}

/** Which cases somebody may list; null for those who see none. */
const sightOf = (actor: Actor): Sight | null => {
  const { staff } = actor
  if (!staff) return null
  if (holds(actor, 'complaint_officer')) return { hospitalId: staff.hospitalId }
  return holds(actor, 'case_handler') ? { hospitalId: staff.hospitalId, assigneeId: staff.id } : null
}

/** A case the caller may see; the others do not exist for them. */
const seen = async (id: ComplaintId, { actor, complaints }: Context): Promise<Complaint | null> => {
  const complaint = await complaints.find(id)
  return complaint && sees(actor, complaint) ? complaint : null
}

const hospitalOf = async ({ actor, hospitals }: Context): Promise<Hospital> => {
  const hospital = actor.staff ? await hospitals.find(actor.staff.hospitalId) : null
  if (!hospital) throw new Error('staff without a hospital')
  return hospital
}

/** One act of staff on one case: read, decide, write. A retry of what has happened changes nothing. */
const act = async <C extends ErrorCode>(
  { complaintId, eventId, rev }: { complaintId: ComplaintId; eventId: EventId; rev: number },
  context: Context,
  decide: (
    complaint: Complaint,
    done: Done,
    hospital: Hospital,
  ) => Result<Complaint, C> | Promise<Result<Complaint, C>>,
) => {
  const complaint = await seen(complaintId, context)
  if (!complaint) return err('complaint.not_found')
  if (hasHappened(complaint, eventId)) return ok(await detailOf(complaint, context))
  if (complaint.rev !== rev) return err('data.changed')
  const decision = await decide(
    complaint,
    { id: eventId, by: context.actor, now: context.now },
    await hospitalOf(context),
  )
  if (!decision.ok) return decision
  const written = await context.complaints.replace(decision.value)
  return written ? ok(await detailOf(written, context)) : err('data.changed')
}

const detailOf = async (complaint: Complaint, context: Context): Promise<CaseDetail> => {
  const shown = complaint.events.flatMap((event) => ('photos' in event ? event.photos : []))
  const [hospital, departments, people, photos, calendar] = await Promise.all([
    hospitalOf(context),
    departmentsOf(complaint.hospitalId),
    staffNames(complaint.hospitalId),
    photoLinks([...complaint.photos, ...shown]),
    workCalendar(),
  ])
  const acts = actsOf(complaint, context.actor, context.now, hospital)
  return asDetail(complaint, { departments, people, photos, calendar, acts, hospital, reader: context.actor })
}
