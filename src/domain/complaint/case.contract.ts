import * as v from 'valibot'
import { defineActions } from '../contract'
import { Department } from '../hospital/hospital.model'
import { ComplaintId, EventId, StaffId } from '../ids'
import { Instant } from '../instant'
import { Complaint, ComplaintEvent, ComplaintText, Contact, Finding, Remark, Sorting, Stage } from './complaint.model'
import { PhotoLink } from './progress.contract'

/** What a member of staff can do with a case now. */
export const Act = v.picklist([
  'accept',
  'extend',
  'assign',
  'ask',
  'note',
  'sort',
  'release',
  'find',
  'reply',
  'close',
  'seeContact',
])
export type Act = v.InferOutput<typeof Act>

/** One line of the inbox: without contact or identity, which the list does not need. */
export const CaseRow = v.object({
  ...v.pick(Complaint, [
    'id',
    'place',
    'kind',
    'category',
    'urgent',
    'careSetting',
    'channel',
    'status',
    'stage',
    'receivedAt',
    'dueAt',
    'selector',
  ]).entries,
  /** The first words of what was written. */
  opening: v.string(),
  departmentName: v.nullable(v.string()),
  assigneeName: v.nullable(v.string()),
  named: v.boolean(),
  /** A question to the complainant is open. */
  asked: v.boolean(),
  /** The last word is the complainant's, and nobody has acted on it yet. */
  answered: v.boolean(),
})
export type CaseRow = v.InferOutput<typeof CaseRow>

export const CaseDetail = v.object({
  ...CaseRow.entries,
  ...v.pick(Complaint, [
    'happenedOn',
    'forWhom',
    'healthConsent',
    'textSafety',
    'finding',
    'assigneeId',
    'departmentId',
  ]).entries,
  rev: v.number(),
  text: v.string(),
  /** The name as it was given; the number is shown on its own, and each look is recorded. */
  contactName: v.nullable(v.string()),
  photos: v.array(PhotoLink),
  replyWithinWorkingDays: v.number(),
  replyDays: v.nullable(v.array(v.string())),
  events: v.array(ComplaintEvent),
  /** Names of the staff in `events`, by id. */
  people: v.record(v.string(), v.string()),
  /** Those that `events` name; for who may sort, every one of the hospital. */
  departments: v.array(v.pick(Department, ['id', 'name', 'retired'])),
  acts: v.array(Act),
  /** Working days from receipt, where the case may still be extended to them. */
  extendTo: v.nullable(v.number()),
  /** From when a reply that was not answered may be filed away; null while there is none. */
  silentFrom: v.nullable(Instant),
})
export type CaseDetail = v.InferOutput<typeof CaseDetail>

export const INBOX_PAGE = 50
/** Cases handed over by one call. */
export const HAND_OVER_BATCH = 50

/** `eventId` is made by whoever acts, so that a retry is the same act; `rev` is the state they looked at. */
const act = { complaintId: ComplaintId, eventId: EventId, rev: v.pipe(v.number(), v.integer(), v.minValue(0)) }

/** The office at work. */
export const caseActions = defineActions({
  /** By deadline, the soonest first; those whose date is not published yet come last; what is done, newest first. */
  inbox: {
    input: v.strictObject({
      stage: v.optional(Stage, 'open'),
      mine: v.optional(v.boolean(), false),
      skip: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000)), 0),
    }),
    output: v.object({
      rows: v.array(CaseRow),
      /** null where the number grows for ever and nobody acts on it. */
      total: v.nullable(v.number()),
      /** Of the open ones in sight, whatever is listed. */
      open: v.number(),
      mine: v.number(),
      overdue: v.number(),
      dueToday: v.number(),
      answered: v.number(),
      /** What to skip for the next page; null on the last. */
      next: v.nullable(v.number()),
    }),
    errors: ['auth.forbidden'],
  },
  read: { input: v.strictObject({ complaintId: ComplaintId }), output: CaseDetail, errors: ['complaint.not_found'] },
  accept: {
    input: v.strictObject(act),
    output: CaseDetail,
    errors: ['auth.forbidden', 'complaint.not_found', 'complaint.not_submitted', 'data.changed'],
  },
  /** To ten working days from receipt, once, before the first date has passed, with the reason the complainant reads. */
  extend: {
    input: v.strictObject({ ...act, reason: Remark }),
    output: CaseDetail,
    errors: ['auth.forbidden', 'complaint.not_found', 'complaint.not_open', 'complaint.not_extendable', 'data.changed'],
  },
  assign: {
    input: v.strictObject({ ...act, staffId: StaffId }),
    output: CaseDetail,
    errors: [
      'auth.forbidden',
      'complaint.not_found',
      'complaint.not_open',
      'complaint.held',
      'complaint.needs_other_person',
      'staff.not_a_handler',
      'data.changed',
    ],
  },
  /** One question at a time, in the words the complainant reads. */
  ask: {
    input: v.strictObject({ ...act, text: Remark }),
    output: CaseDetail,
    errors: [
      'auth.forbidden',
      'complaint.not_found',
      'complaint.not_open',
      'complaint.question_pending',
      'data.changed',
    ],
  },
  /** For colleagues alone. */
  note: {
    input: v.strictObject({ ...act, text: Remark }),
    output: CaseDetail,
    errors: ['auth.forbidden', 'complaint.not_found', 'data.changed'],
  },
  /** At any time but when it was withdrawn: what was counted wrongly is corrected later, too. */
  sort: {
    input: v.strictObject({ ...act, ...Sorting.entries }),
    output: CaseDetail,
    errors: [
      'auth.forbidden',
      'complaint.not_found',
      'complaint.not_open',
      'hospital.department_unknown',
      'data.changed',
    ],
  },
  /** A person has read what the platform doubted: departments may see it. */
  release: {
    input: v.strictObject(act),
    output: CaseDetail,
    errors: ['auth.forbidden', 'complaint.not_found', 'complaint.not_held', 'data.changed'],
  },
  find: {
    input: v.strictObject({ ...act, finding: Finding, text: Remark }),
    output: CaseDetail,
    errors: [
      'auth.forbidden',
      'complaint.not_found',
      'complaint.not_open',
      'complaint.needs_other_person',
      'data.changed',
    ],
  },
  reply: {
    input: v.strictObject({ ...act, text: ComplaintText }),
    output: CaseDetail,
    errors: ['auth.forbidden', 'complaint.not_found', 'complaint.not_open', 'complaint.not_found_out', 'data.changed'],
  },
  close: {
    input: v.strictObject(act),
    output: CaseDetail,
    errors: ['auth.forbidden', 'complaint.not_found', 'complaint.not_replied', 'complaint.too_early', 'data.changed'],
  },
  /** The number to ring. That it was looked at is recorded, and the complainant can see when. */
  seeContact: {
    input: v.strictObject({ complaintId: ComplaintId, eventId: EventId }),
    output: Contact,
    errors: ['auth.forbidden', 'complaint.not_found', 'complaint.not_named', 'data.changed'],
  },
  /** How much somebody who leaves or is away has to hand over: numbers, no case. */
  openCasesOf: {
    input: v.strictObject({ staffId: StaffId }),
    output: v.object({ count: v.number(), overdue: v.number(), dueToday: v.number() }),
    errors: ['auth.forbidden'],
  },
  /** Some of somebody's open cases to somebody else; call again until none is left. */
  handOver: {
    input: v.strictObject({ fromStaffId: StaffId, toStaffId: StaffId }),
    output: v.object({ moved: v.number(), left: v.number() }),
    errors: ['auth.forbidden', 'staff.not_a_handler'],
  },
})
