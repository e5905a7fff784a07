import * as v from 'valibot'
import { defineActions } from '../contract'
import { EventId, PhotoId } from '../ids'
import { Day, Instant } from '../instant'
import { Category, Kind } from './category'
import {
  CareSetting,
  ComplaintStatus,
  ComplaintText,
  Finding,
  ForWhom,
  Photos,
  Rating,
  Remark,
} from './complaint.model'
import { ReceiptSecret, Selector } from './receipt'

/** A photo with a link that works for an hour. */
export const PhotoLink = v.object({ id: PhotoId, url: v.string() })
export type PhotoLink = v.InferOutput<typeof PhotoLink>

const at = { at: Instant }

/** What happened, as its complainant may see it: no names of staff, no internal notes. */
export const PublicEvent = v.variant('kind', [
  v.object({ ...at, kind: v.picklist(['submitted', 'accepted', 'assigned', 'handed_over', 'confirmed', 'erased']) }),
  v.object({
    ...at,
    kind: v.literal('extended'),
    workingDays: v.number(),
    reason: v.string(),
    dueAt: v.nullable(Instant),
  }),
  v.object({ ...at, kind: v.literal('asked'), text: v.string() }),
  v.object({ ...at, kind: v.literal('answered'), text: v.nullable(v.string()), photos: Photos }),
  v.object({ ...at, kind: v.literal('replied'), finding: v.nullable(Finding), text: v.string() }),
  v.object({
    ...at,
    kind: v.literal('reopened'),
    text: v.string(),
    photos: Photos,
    workingDays: v.number(),
    dueAt: v.nullable(Instant),
  }),
  v.object({ ...at, kind: v.literal('rated'), rating: Rating, text: v.nullable(v.string()) }),
  v.object({ ...at, kind: v.literal('closed'), confirmed: v.boolean() }),
  v.object({ ...at, kind: v.literal('withdrawn'), text: v.nullable(v.string()) }),
])
export type PublicEvent = v.InferOutput<typeof PublicEvent>

/** What the complainant can do now. */
export const Step = v.picklist(['answer', 'add', 'confirm', 'reopen', 'rate', 'withdraw', 'erase', 'remind'])
export type Step = v.InferOutput<typeof Step>

/** What the holder of a receipt may see: what happened and what comes, without names of staff. */
export const Progress = v.object({
  selector: Selector,
  hospitalName: v.string(),
  place: v.nullable(v.string()),
  kind: Kind,
  category: v.nullable(Category),
  careSetting: CareSetting,
  happenedOn: v.nullable(Day),
  forWhom: ForWhom,
  text: v.string(),
  named: v.boolean(),
  healthConsent: v.boolean(),
  photos: v.array(PhotoLink),
  status: ComplaintStatus,
  finding: v.nullable(Finding),
  receivedAt: Instant,
  /** Working days of the promise that runs now: of the reply, or of another look. */
  replyWithinWorkingDays: v.number(),
  dueAt: v.nullable(Instant),
  /** The working days the promise counts, as 'YYYY-MM-DD'; null with `dueAt`. */
  replyDays: v.nullable(v.array(v.string())),
  events: v.array(PublicEvent),
  steps: v.array(Step),
  /** From when a reply that was not answered may be filed away; null while there is none. */
  silentFrom: v.nullable(Instant),
  whenLate: v.nullable(v.string()),
  reminderTemplateId: v.nullable(v.string()),
  /** How often the office looked at the telephone number, the newest first. */
  contactSeen: v.array(Instant),
})
export type Progress = v.InferOutput<typeof Progress>

const Receipt = { selector: Selector, secret: ReceiptSecret }
/** Made on the phone: a retry is the same step. */
const step = { ...Receipt, eventId: EventId }

/** With the receipt in hand; nobody is asked who they are. */
export const progressActions = defineActions({
  progress: {
    input: v.strictObject(Receipt),
    output: Progress,
    errors: ['receipt.unknown', 'hospital.not_founded'],
    identity: 'none',
  },
  /** Answers the office's question, or adds something of one's own: words, photos, or both. */
  answer: {
    input: v.pipe(
      v.strictObject({ ...step, text: v.nullable(Remark), photos: Photos }),
      v.check(({ text, photos }) => text !== null || photos.length > 0),
    ),
    output: Progress,
    errors: [
      'receipt.unknown',
      'hospital.not_founded',
      'complaint.finished',
      'complaint.too_many_additions',
      'photo.unknown',
      'data.changed',
    ],
    identity: 'none',
  },
  confirm: {
    input: v.strictObject(step),
    output: Progress,
    errors: ['receipt.unknown', 'hospital.not_founded', 'complaint.not_replied', 'data.changed'],
    identity: 'none',
  },
  /** Asks for another look, by somebody else, and says why. */
  reopen: {
    input: v.strictObject({ ...step, text: ComplaintText, photos: Photos }),
    output: Progress,
    errors: ['receipt.unknown', 'hospital.not_founded', 'complaint.not_replied', 'photo.unknown', 'data.changed'],
    identity: 'none',
  },
  /** How the handling was; the last word counts. */
  rate: {
    input: v.strictObject({ ...step, rating: Rating, text: v.nullable(Remark) }),
    output: Progress,
    errors: [
      'receipt.unknown',
      'hospital.not_founded',
      'complaint.not_replied',
      'complaint.too_many_additions',
      'data.changed',
    ],
    identity: 'none',
  },
  withdraw: {
    input: v.strictObject({ ...step, text: v.nullable(Remark) }),
    output: Progress,
    errors: ['receipt.unknown', 'hospital.not_founded', 'complaint.finished', 'data.changed'],
    identity: 'none',
  },
  /** Takes name, number and the platform's id off the case; what the archive duty keeps stays without them. */
  erase: {
    input: v.strictObject(step),
    output: Progress,
    errors: ['receipt.unknown', 'hospital.not_founded', 'data.changed'],
    identity: 'none',
  },
})
