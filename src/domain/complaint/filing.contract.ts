import * as v from 'valibot'
import { defineActions } from '../contract'
import { ComplaintId, TouchpointId } from '../ids'
import { Day, Instant } from '../instant'
import { Category, Kind } from './category'
import { CareSetting, ComplaintText, Contact, ForWhom, Photos } from './complaint.model'
import { ReceiptSecret, Selector } from './receipt'

const Filing = {
  /** Made on the phone before the first attempt: sending again is the same complaint. */
  complaintId: ComplaintId,
  touchpointId: v.nullable(TouchpointId),
  kind: Kind,
  /** What a complaint is about; null for any other kind. */
  category: v.nullable(Category),
  careSetting: CareSetting,
  happenedOn: v.nullable(Day),
  forWhom: ForWhom,
  text: ComplaintText,
  photos: Photos,
  healthConsent: v.boolean(),
  selector: Selector,
  secret: ReceiptSecret,
}

/** What the phone needs for the receipt. Neither number nor query code comes back: answers may be kept in the platform's logs. */
export const Acknowledgement = v.object({
  hospitalName: v.string(),
  receivedAt: Instant,
  replyWithinWorkingDays: v.number(),
  dueAt: v.nullable(Instant),
  whenLate: v.nullable(v.string()),
  /** The message template a named complainant may ask to be reminded by; null where there is none. */
  reminderTemplateId: v.nullable(v.string()),
})
export type Acknowledgement = v.InferOutput<typeof Acknowledgement>

const errors = [
  'hospital.not_founded',
  'receipt.taken',
  'request.reused',
  'photo.unknown',
  'complaint.not_yet_happened',
] as const

/** Handing something in. */
export const filingActions = defineActions({
  /**
   * Anonymous (不留名), or with a telephone number from an ordinary browser: no identity is read, nothing is sent
   * to the platform.
   */
  file: {
    input: v.strictObject({ ...Filing, contact: v.nullable(v.strictObject(Contact.entries)) }),
    output: Acknowledgement,
    errors,
    identity: 'none',
  },
  /** Named (留名) in the mini-program: the office may ring back, and the platform may be asked to send a message. */
  fileNamed: {
    input: v.strictObject({ ...Filing, contact: v.strictObject(Contact.entries) }),
    output: Acknowledgement,
    errors,
    identity: 'wechat',
  },
})
