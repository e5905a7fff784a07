import { officialCalendar } from '#domain/calendar/working-days'
import { type Acknowledgement, INBOX_PAGE, type complaintContract } from '#domain/complaint/complaint.contract'
import type { Complaint, Contact, TextSafety } from '#domain/complaint/complaint.model'
import { accept, handles, isAcceptedBy, isSameFiling, receive, replyDays } from '#domain/complaint/complaint.rules'
import type { ParsedInput } from '#domain/contract'
import type { Hospital } from '#domain/hospital/hospital.model'
import { ringWhenLate } from '#domain/hospital/hospital.rules'
import type { DepartmentId } from '#domain/ids'
import type { Instant } from '#domain/instant'
import { err, ok } from '#domain/result'
import { checkText } from '#runtime/content-safety'
import { departmentNames, hospitalRecords, whereabouts } from '#runtime/read/hospital.read'
import type { Handlers } from '#runtime/serve'
import { complaintRepository } from './complaint.repository'
import { hashSecret, NOBODYS_HASH, secretMatches } from './secret.hash'

const OPENING_CHARACTERS = 40
const MINUTE_MS = 60_000

export const openComplaints = () => ({ complaints: complaintRepository(), hospitals: hospitalRecords() })

type Context = ReturnType<typeof openComplaints> & { now: Instant }
type Contract = typeof complaintContract
type Filing = ParsedInput<Contract, 'file'>
interface Complainant {
  readonly contact: Contact | null
  readonly openid: string | null
  readonly textSafety: TextSafety
}

const ANONYMOUS: Complainant = { contact: null, openid: null, textSafety: 'not_sent' }

export const complaintHandlers: Handlers<Contract, ReturnType<typeof openComplaints>> = {
  file: (filing, context) => fileAs(filing, ANONYMOUS, context),

  async fileNamed({ contact, ...filing }, { actor, ...context }) {
    const textSafety = await checkText(actor.openid, filing.text)
    return fileAs(filing, { contact, openid: actor.openid, textSafety }, context)
  },

  async progress({ selector, secret }, { complaints, hospitals }) {
    const complaint = await complaints.findBySelector(selector)
    // An unknown number takes as long as a wrong query code: time tells nobody which numbers exist.
    const matches = await secretMatches(secret, complaint?.secretHash ?? NOBODYS_HASH)
    if (!complaint || !matches) return err('receipt.unknown')
    const hospital = await hospitals.find(complaint.hospitalId)
    if (!hospital) return err('hospital.not_founded')
    return ok({
      ...complaint,
      hospitalName: hospital.name,
      replyDays: daysOf(complaint),
      whenLate: ringWhenLate(hospital),
    })
  },

  async inbox({ skip = 0 }, { actor, now, complaints }) {
    if (!actor.staff || !handles(actor, actor.staff)) return err('auth.forbidden')
    const { hospitalId } = actor.staff
    const [page, counts, names] = await Promise.all([
      complaints.byDeadline(hospitalId, skip, INBOX_PAGE),
      complaints.counts(hospitalId, now),
      departmentNames(hospitalId),
    ])
    const next = skip + INBOX_PAGE < counts.total ? skip + INBOX_PAGE : null
    return ok({ rows: page.map((complaint) => asRow(complaint, names)), ...counts, next })
  },

  async read({ complaintId }, { actor, complaints }) {
    const complaint = await complaints.find(complaintId)
    if (!complaint || !handles(actor, complaint)) return err('complaint.not_found')
    return ok(asDetail(complaint, await departmentNames(complaint.hospitalId)))
  },

  async accept({ complaintId, rev }, { actor, now, complaints }) {
    const complaint = await complaints.find(complaintId)
    if (!complaint || !handles(actor, complaint)) return err('complaint.not_found')
    // The answer to an earlier try of one's own may have been lost: accepted is accepted.
    if (isAcceptedBy(complaint, actor)) return ok(asDetail(complaint, await departmentNames(complaint.hospitalId)))
    if (complaint.rev !== rev) return err('data.changed')
    const decision = accept(complaint, actor, now)
    if (!decision.ok) return decision
    const written = await complaints.replace(decision.value)
    return written ? ok(asDetail(written, await departmentNames(written.hospitalId))) : err('data.changed')
  },
}

const fileAs = async (filing: Filing, complainant: Complainant, { complaints, now }: Context) => {
  const { complaintId, secret, touchpointId, careSetting, text, selector } = filing
  const here = await whereabouts(touchpointId)
  if (!here) return err('hospital.not_founded')
  const { hospital, place } = here
  const complaint = receive(
    {
      id: complaintId,
      hospitalId: hospital.id,
      departmentId: place?.departmentId ?? null,
      touchpointId: place?.touchpointId ?? null,
      place: place?.place ?? null,
      careSetting,
      text,
      ...complainant,
      selector,
      secretHash: await hashSecret(secret),
      replyWithinWorkingDays: hospital.replyWithinWorkingDays,
    },
    complainant.openid === null ? toTheMinute(now) : now,
    officialCalendar,
  )
  if ((await complaints.insert(complaint)) === 'inserted') return ok(acknowledge(complaint, hospital))

  // The key exists: either this very complaint was already received, or its number is somebody else's.
  const earlier = await complaints.find(complaintId)
  if (!earlier) return err('receipt.taken')
  const same = isSameFiling(earlier, complaint) && (await secretMatches(secret, earlier.secretHash))
  return same ? ok(acknowledge(earlier, hospital)) : err('request.reused')
}

/** Finer than a minute, the time of an anonymous complaint would find its line in the platform's logs. */
const toTheMinute = (now: Instant): Instant => (now - (now % MINUTE_MS)) as Instant

const daysOf = ({ receivedAt, replyWithinWorkingDays }: Complaint) =>
  replyDays(receivedAt, replyWithinWorkingDays, officialCalendar)

const acknowledge = (complaint: Complaint, hospital: Hospital): Acknowledgement => ({
  hospitalName: hospital.name,
  receivedAt: complaint.receivedAt,
  replyWithinWorkingDays: complaint.replyWithinWorkingDays,
  dueAt: complaint.dueAt,
  whenLate: ringWhenLate(hospital),
})

const asRow = (complaint: Complaint, names: ReadonlyMap<DepartmentId, string>) => ({
  ...complaint,
  opening: Array.from(complaint.text.replace(/\s+/g, ' ')).slice(0, OPENING_CHARACTERS).join(''),
  departmentName: complaint.departmentId ? (names.get(complaint.departmentId) ?? null) : null,
  named: complaint.contact !== null,
})

const asDetail = (complaint: Complaint, names: ReadonlyMap<DepartmentId, string>) => ({
  ...complaint,
  ...asRow(complaint, names),
  replyDays: daysOf(complaint),
})
