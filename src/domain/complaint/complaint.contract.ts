import * as v from 'valibot'
import { defineContract } from '../contract'
import { ComplaintId, TouchpointId } from '../ids'
import { Instant } from '../instant'
import { CareSetting, Complaint, ComplaintEvent, ComplaintStatus, ComplaintText, Contact } from './complaint.model'
import { ReceiptSecret, Selector } from './receipt'

const Filing = {
  /** Made on the phone before the first attempt: sending again is the same complaint. */
  complaintId: ComplaintId,
  touchpointId: v.nullable(TouchpointId),
  careSetting: CareSetting,
  text: ComplaintText,
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
})
export type Acknowledgement = v.InferOutput<typeof Acknowledgement>

/** What the holder of a receipt may see: what happened and what comes, without names of staff. */
export const Progress = v.object({
  selector: Selector,
  hospitalName: v.string(),
  place: v.nullable(v.string()),
  text: v.string(),
  status: ComplaintStatus,
  receivedAt: Instant,
  replyWithinWorkingDays: v.number(),
  dueAt: v.nullable(Instant),
  /** The working days the promise counts, as 'YYYY-MM-DD'; null with `dueAt`. */
  replyDays: v.nullable(v.array(v.string())),
  events: v.array(v.object({ kind: v.picklist(['submitted', 'accepted']), at: Instant })),
  whenLate: v.nullable(v.string()),
})
export type Progress = v.InferOutput<typeof Progress>

/** One line of the inbox: without contact or identity, which the list does not need. */
export const CaseRow = v.object({
  ...v.pick(Complaint, ['id', 'place', 'careSetting', 'status', 'receivedAt', 'dueAt', 'selector']).entries,
  /** The first words of what was written. */
  opening: v.string(),
  departmentName: v.nullable(v.string()),
  named: v.boolean(),
})
export type CaseRow = v.InferOutput<typeof CaseRow>

export const CaseDetail = v.object({
  ...CaseRow.entries,
  rev: v.number(),
  text: v.string(),
  contact: v.nullable(Contact),
  textSafety: Complaint.entries.textSafety,
  replyWithinWorkingDays: v.number(),
  replyDays: v.nullable(v.array(v.string())),
  events: v.array(ComplaintEvent),
})
export type CaseDetail = v.InferOutput<typeof CaseDetail>

export const INBOX_PAGE = 50

export const complaintContract = defineContract({
  name: 'complaint',
  actions: {
    /** Anonymous (不留名): no identity is read, nothing is sent to the platform. */
    file: {
      input: v.strictObject(Filing),
      output: Acknowledgement,
      errors: ['hospital.not_founded', 'receipt.taken', 'request.reused'],
      identity: 'none',
    },
    /** Named (留名): the office may ring back. */
    fileNamed: {
      input: v.strictObject({ ...Filing, contact: v.strictObject(Contact.entries) }),
      output: Acknowledgement,
      errors: ['hospital.not_founded', 'receipt.taken', 'request.reused'],
    },
    progress: {
      input: v.strictObject({ selector: Selector, secret: ReceiptSecret }),
      output: Progress,
      errors: ['receipt.unknown', 'hospital.not_founded'],
      identity: 'none',
    },
    /** By deadline, the soonest first; those whose date is not published yet come last. */
    inbox: {
      input: v.strictObject({ skip: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000))) }),
      output: v.object({
        rows: v.array(CaseRow),
        total: v.number(),
        overdue: v.number(),
        dueToday: v.number(),
        /** What to skip for the next page; null on the last. */
        next: v.nullable(v.number()),
      }),
      errors: ['auth.forbidden'],
    },
    read: {
      input: v.strictObject({ complaintId: ComplaintId }),
      output: CaseDetail,
      errors: ['complaint.not_found'],
    },
    accept: {
      input: v.strictObject({ complaintId: ComplaintId, rev: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
      output: CaseDetail,
      errors: ['auth.forbidden', 'complaint.not_found', 'complaint.not_submitted', 'data.changed'],
    },
  },
})
