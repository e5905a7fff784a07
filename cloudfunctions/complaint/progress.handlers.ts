import {
  answer,
  confirm,
  erase,
  isNamed,
  mayErase,
  publicEvents,
  rate,
  reopen,
  stepsOf,
  type Taken,
  toTheMinute,
  withdraw,
} from '#domain/complaint/complainant.rules'
import type { Complaint } from '#domain/complaint/complaint.model'
import { hasHappened, replyDays, runningPromise, silentFrom } from '#domain/complaint/complaint.rules'
import type { Progress, progressActions } from '#domain/complaint/progress.contract'
import type { ReceiptSecret, Selector } from '#domain/complaint/receipt'
import type { ErrorCode } from '#domain/errors'
import type { Hospital } from '#domain/hospital/hospital.model'
import { ringWhenLate } from '#domain/hospital/hospital.rules'
import type { EventId, PhotoId } from '#domain/ids'
import type { Instant } from '#domain/instant'
import { err, ok, type Result } from '#domain/result'
import { claimPhotos, photoLinks } from '#runtime/photo.claims'
import { workCalendar } from '#runtime/read/calendar.read'
import type { ActionHandlers } from '#runtime/serve'
import type { OpenComplaints } from './complaint.open'
import { NOBODYS_HASH, secretMatches } from './secret.hash'

const ATTEMPTS = 3

interface Receipt {
  readonly selector: Selector
  readonly secret: ReceiptSecret
}

type Context = OpenComplaints & { now: Instant }

export const progressHandlers: ActionHandlers<typeof progressActions, OpenComplaints> = {
  async progress(receipt, context) {
    const found = await opened(receipt, context)
    return found.ok ? ok(await progressOf(found.value.complaint, found.value.hospital)) : found
  },

  answer: (input, context) =>
    take(input, context, (complaint, taken) => withPhotos(complaint, input.photos, answer(complaint, taken, input))),

  confirm: (input, context) => take(input, context, confirm),

  reopen: (input, context) =>
    take(input, context, async (complaint, taken, hospital) => {
      const { text, photos } = input
      const workingDays = hospital.reviewWithinWorkingDays
      const again = reopen(complaint, taken, { text, photos, workingDays, calendar: await workCalendar() })
      return withPhotos(complaint, photos, again)
    }),

  rate: (input, context) => take(input, context, (complaint, taken) => rate(complaint, taken, input)),

  withdraw: (input, context) => take(input, context, (complaint, taken) => withdraw(complaint, taken, input.text)),

  erase: (input, context) =>
    take(input, context, (complaint, taken) => ok(mayErase(complaint) ? erase(complaint, taken) : complaint)),
}

/** The case a receipt opens, or nothing: an unknown number takes as long as a wrong query code. */
export const opened = async ({ selector, secret }: Receipt, { complaints, hospitals }: OpenComplaints) => {
  const complaint = await complaints.findBySelector(selector)
  const matches = await secretMatches(secret, complaint?.secretHash ?? NOBODYS_HASH)
  if (!complaint || !matches) return err('receipt.unknown')
  const hospital = await hospitals.find(complaint.hospitalId)
  return hospital ? ok({ complaint, hospital }) : err('hospital.not_founded')
}

/** Photos are given to the case before the words that show them are written. */
const withPhotos = async <C extends ErrorCode>(
  complaint: Complaint,
  photos: PhotoId[],
  decision: Result<Complaint, C>,
): Promise<Result<Complaint, C | 'photo.unknown'>> => {
  if (!decision.ok) return decision
  return (await claimPhotos(photos, { complaintId: complaint.id })) === 'claimed'
    ? decision
    : err('photo.unknown', ['photos'])
}

/**
 * One step of whoever holds the receipt. They saw no revision and need none: what is decided is decided again on what
 * is there, should a colleague of the office write at the same moment.
 */
const take = async <C extends ErrorCode>(
  { eventId, ...receipt }: Receipt & { eventId: EventId },
  context: Context,
  decide: (
    complaint: Complaint,
    taken: Taken,
    hospital: Hospital,
  ) => Result<Complaint, C> | Promise<Result<Complaint, C>>,
) => {
  for (let left = ATTEMPTS; left > 0; left -= 1) {
    const found = await opened(receipt, context)
    if (!found.ok) return found
    const { complaint, hospital } = found.value
    if (hasHappened(complaint, eventId)) return ok(await progressOf(complaint, hospital))
    const decision = await decide(complaint, { id: eventId, now: toTheMinute(context.now) }, hospital)
    if (!decision.ok) return decision
    if (decision.value === complaint) return ok(await progressOf(complaint, hospital))
    const written = await context.complaints.replace(decision.value)
    if (written) return ok(await progressOf(written, hospital))
  }
  return err('data.changed')
}

const progressOf = async (complaint: Complaint, hospital: Hospital): Promise<Progress> => {
  const { from, workingDays } = runningPromise(complaint)
  const shown = complaint.events.flatMap((event) => ('photos' in event ? event.photos : []))
  const [photos, calendar] = await Promise.all([photoLinks([...complaint.photos, ...shown]), workCalendar()])
  const seen = complaint.events.filter(({ kind }) => kind === 'contact_seen').map(({ at }) => at)
  return {
    ...complaint,
    hospitalName: hospital.name,
    named: isNamed(complaint),
    photos,
    // What was found out is told with the reply.
    finding: complaint.stage === 'open' ? null : complaint.finding,
    replyWithinWorkingDays: workingDays,
    replyDays: replyDays(from, workingDays, calendar),
    events: publicEvents(complaint.events),
    steps: stepsOf(complaint),
    silentFrom: silentFrom(complaint, hospital.closeAfterDays),
    whenLate: ringWhenLate(hospital),
    reminderTemplateId: complaint.openid === null ? null : hospital.reminderTemplateId,
    contactSeen: seen.reverse(),
  }
}
