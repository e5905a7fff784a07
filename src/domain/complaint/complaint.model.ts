import * as v from 'valibot'
import { ComplaintId, DepartmentId, HospitalId, StaffId, TouchpointId } from '../ids'
import { Instant } from '../instant'
import { Line, PhoneNumber, Text } from '../text'
import { Selector } from './receipt'

/** Care setting (就医环节): the outpatient and the inpatient complaint rate count by it. */
export const CareSetting = v.picklist(['outpatient', 'emergency', 'inpatient', 'other'])
export type CareSetting = v.InferOutput<typeof CareSetting>

export const careSettingNames: Record<CareSetting, string> = {
  outpatient: '门诊',
  emergency: '急诊',
  inpatient: '住院',
  other: '其他',
}

export const COMPLAINT_TEXT_MAX = 2000

export const COMPLAINT_TEXT_MIN = 5

export const ComplaintText = Text(COMPLAINT_TEXT_MIN, COMPLAINT_TEXT_MAX)

/** How the complaint office may reach a named complainant (留名). */
export const Contact = v.object({ name: Line(1, 20), phone: PhoneNumber })
export type Contact = v.InferOutput<typeof Contact>

export const ComplaintStatus = v.picklist(['submitted', 'accepted'])
export type ComplaintStatus = v.InferOutput<typeof ComplaintStatus>

/** The platform's opinion of a named text: 'risky' is held for a person to read, never deleted; anonymous text is not sent. */
export const TextSafety = v.picklist(['pass', 'risky', 'unchecked', 'not_sent'])
export type TextSafety = v.InferOutput<typeof TextSafety>

export const ComplaintEvent = v.variant('kind', [
  v.object({ kind: v.literal('submitted'), at: Instant }),
  v.object({ kind: v.literal('accepted'), at: Instant, by: StaffId }),
])
export type ComplaintEvent = v.InferOutput<typeof ComplaintEvent>

export const Complaint = v.object({
  id: ComplaintId,
  rev: v.number(),
  hospitalId: HospitalId,
  departmentId: v.nullable(DepartmentId),
  touchpointId: v.nullable(TouchpointId),
  /** Where it happened, in the words on the wall at the time. */
  place: v.nullable(v.string()),
  careSetting: CareSetting,
  text: ComplaintText,
  contact: v.nullable(Contact),
  /** The platform's id of a named complainant; an anonymous complaint has none anywhere. */
  openid: v.nullable(v.string()),
  textSafety: TextSafety,
  selector: Selector,
  secretHash: v.string(),
  status: ComplaintStatus,
  receivedAt: Instant,
  replyWithinWorkingDays: v.number(),
  /** Set once, from the day of receipt; null while the calendar it needs is not published. */
  dueAt: v.nullable(Instant),
  events: v.array(ComplaintEvent),
})
export type Complaint = v.InferOutput<typeof Complaint>
