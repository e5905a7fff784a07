import type { filingActions, Acknowledgement } from '#domain/complaint/filing.contract'
import type { Complaint, Contact, TextSafety } from '#domain/complaint/complaint.model'
import { toTheMinute } from '#domain/complaint/complainant.rules'
import { isSameFiling, receive } from '#domain/complaint/complaint.rules'
import type { Hospital } from '#domain/hospital/hospital.model'
import { ringWhenLate } from '#domain/hospital/hospital.rules'
import { beijingDay, type Instant } from '#domain/instant'
import { err, ok } from '#domain/result'
import { checkText } from '#runtime/content-safety'
import { claimPhotos } from '#runtime/photo.claims'
import { workCalendar } from '#runtime/read/calendar.read'
import { whereabouts } from '#runtime/read/hospital.read'
import type { ActionHandlers } from '#runtime/serve'
import type * as v from 'valibot'
import type { OpenComplaints } from './complaint.open'
import { hashSecret, secretMatches } from './secret.hash'

type Filing = v.InferOutput<(typeof filingActions)['file']['input']>

interface Complainant {
  readonly contact: Contact | null
  readonly openid: string | null
  readonly textSafety: TextSafety
}

export const filingHandlers: ActionHandlers<typeof filingActions, OpenComplaints> = {
  file: (filing, context) => fileAs(filing, { contact: filing.contact, openid: null, textSafety: 'not_sent' }, context),

  async fileNamed(filing, { actor, ...context }) {
    const textSafety = await checkText(actor.openid, filing.text)
    return fileAs(filing, { contact: filing.contact, openid: actor.openid, textSafety }, context)
  },
}

const fileAs = async (
  filing: Filing,
  complainant: Complainant,
  { complaints, now }: OpenComplaints & { now: Instant },
) => {
  const { complaintId, secret, touchpointId, photos } = filing
  if (filing.happenedOn !== null && filing.happenedOn > beijingDay(now)) {
    return err('complaint.not_yet_happened', ['happenedOn'])
  }
  const [here, calendar, secretHash] = await Promise.all([
    whereabouts(touchpointId),
    workCalendar(),
    hashSecret(secret),
  ])
  if (!here) return err('hospital.not_founded')
  const { hospital, place } = here
  const { kind, category, careSetting, happenedOn, forWhom, text, healthConsent, selector } = filing
  const complaint = receive(
    {
      id: complaintId,
      hospitalId: hospital.id,
      departmentId: place?.departmentId ?? null,
      touchpointId: place?.touchpointId ?? null,
      channel: 'miniprogram',
      place: place?.place ?? null,
      kind,
      category,
      careSetting,
      happenedOn,
      forWhom,
      text,
      photos,
      healthConsent,
      selector,
      ...complainant,
      secretHash,
      replyWithinWorkingDays: hospital.replyWithinWorkingDays,
    },
    toTheMinute(now),
    calendar,
  )
  if ((await claimPhotos(photos, { complaintId })) !== 'claimed') return err('photo.unknown', ['photos'])
  if ((await complaints.insert(complaint)) === 'inserted') return ok(acknowledge(complaint, hospital))

  // The key exists: either this very complaint was already received, or its number is somebody else's.
  const earlier = await complaints.find(complaintId)
  if (!earlier) return err('receipt.taken')
  const same = isSameFiling(earlier, complaint) && (await secretMatches(secret, earlier.secretHash))
  return same ? ok(acknowledge(earlier, hospital)) : err('request.reused')
}

const acknowledge = (complaint: Complaint, hospital: Hospital): Acknowledgement => ({
  hospitalName: hospital.name,
  receivedAt: complaint.receivedAt,
  replyWithinWorkingDays: complaint.replyWithinWorkingDays,
  dueAt: complaint.dueAt,
  whenLate: ringWhenLate(hospital),
  reminderTemplateId: complaint.openid === null ? null : hospital.reminderTemplateId,
})
