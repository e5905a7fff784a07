import * as v from 'valibot'
import { DepartmentId, EventId, FollowUpId, HospitalId, StaffId } from '../ids'
import { Day, Instant } from '../instant'
import { Line, PhoneNumber } from '../text'

/** By what somebody was treated for (病程): it says how soon they are rung. */
export const Course = v.picklist(['general', 'chronic', 'tumour'])
export type Course = v.InferOutput<typeof Course>

export const courseNames: Record<Course, string> = { general: '一般', chronic: '慢病', tumour: '肿瘤' }

/** What came of one call. */
export const CallOutcome = v.picklist(['reached', 'not_reached', 'refused', 'to_complaint'])
export type CallOutcome = v.InferOutput<typeof CallOutcome>

/** What came of a follow-up as a whole: of its last call, or that the link was answered. */
export const FollowUpOutcome = v.picklist([...CallOutcome.options, 'answered_link'])
export type FollowUpOutcome = v.InferOutput<typeof FollowUpOutcome>

export const outcomeNames: Record<FollowUpOutcome, string> = {
  reached: '已接通',
  not_reached: '未接通',
  refused: '拒访',
  to_complaint: '转投诉',
  answered_link: '自己填了',
}

/** Made by whoever rings, before the first attempt to record it: a retry is the same call. */
export const CallAttempt = v.object({ id: EventId, day: Day, outcome: CallOutcome, by: StaffId })
export type CallAttempt = v.InferOutput<typeof CallAttempt>

export const ATTEMPTS_MOST = 20

/** Nobody answered that often: then it may be closed as 未接通. A hospital's own custom, no rule's. */
export const ATTEMPTS_BEFORE_CLOSING = 3

/** How long after discharge it may still be imported: later nobody can be followed up in time any more. */
export const OLDEST_DISCHARGE_DAYS = 180

export const PatientName = Line(1, 20)

/** Somebody who was discharged and is to be rung (出院随访). What they answered is not part of it. */
export const FollowUp = v.object({
  id: FollowUpId,
  rev: v.number(),
  hospitalId: HospitalId,
  departmentId: DepartmentId,
  /** null: its time is over (`keptUntil`), only the figures are left. */
  name: v.nullable(PatientName),
  phone: v.nullable(PhoneNumber),
  dischargedOn: Day,
  course: Course,
  dueOn: Day,
  stage: v.picklist(['open', 'done']),
  /** null while it is open, and where it was never done. */
  outcome: v.nullable(FollowUpOutcome),
  doneOn: v.nullable(Day),
  /** A sheet was written for it, by phone or by link; which one is known nowhere. */
  answered: v.boolean(),
  attempts: v.pipe(v.array(CallAttempt), v.maxLength(ATTEMPTS_MOST)),
  /** Something was recorded: taking its import back leaves it. */
  touched: v.boolean(),
  batchId: v.string(),
  /** Name and phone are erased after this day; null: they are. */
  keptUntil: v.nullable(Day),
})
export type FollowUp = v.InferOutput<typeof FollowUp>

/** One file of discharges that was taken in. */
export const FollowUpImport = v.object({
  id: v.string(),
  rev: v.number(),
  hospitalId: HospitalId,
  fileName: v.string(),
  importedBy: StaffId,
  importedAt: Instant,
  undoneAt: v.nullable(Instant),
})
export type FollowUpImport = v.InferOutput<typeof FollowUpImport>
