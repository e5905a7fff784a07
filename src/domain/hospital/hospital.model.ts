import * as v from 'valibot'
import { DepartmentId, HospitalId, StaffId, TouchpointId } from '../ids'
import { Instant } from '../instant'
import { Line, PrintedPhone, Text } from '../text'
import { Role, Staff } from '../actor'

/** 《医疗机构投诉管理办法》 (2019): feedback within 5 working days of receipt. A hospital may promise less, never more. For legal review. */
export const REPLY_WITHIN_WORKING_DAYS = 5

export const INVITATION_VALID_DAYS = 7

/** One way to reach those who supervise: 纪检监察室, 医患办, the health commission. */
export const SupervisionContact = v.object({
  label: Line(1, 20),
  note: v.nullable(Line(1, 40)),
  phone: v.nullable(PrintedPhone),
  email: v.nullable(v.pipe(v.string(), v.email(), v.maxLength(80))),
})
export type SupervisionContact = v.InferOutput<typeof SupervisionContact>

export const Hospital = v.object({
  id: HospitalId,
  rev: v.number(),
  name: Line(2, 40),
  /** 「我承诺 你监督」: the public pledge on every ward's page. */
  pledge: Text(5, 200),
  /** At most four on the ward's page; the first is the one to ring when a promise was not kept. */
  contacts: v.pipe(v.array(SupervisionContact), v.minLength(1), v.maxLength(8)),
  replyWithinWorkingDays: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(REPLY_WITHIN_WORKING_DAYS)),
})
export type Hospital = v.InferOutput<typeof Hospital>

export const Department = v.object({
  id: DepartmentId,
  hospitalId: HospitalId,
  rev: v.number(),
  name: Line(2, 30),
})
export type Department = v.InferOutput<typeof Department>

export const Touchpoint = v.object({
  id: TouchpointId,
  hospitalId: HospitalId,
  departmentId: DepartmentId,
  rev: v.number(),
  /** The ward or hall a visitor recognises: 「住院部 12 层东病区」. */
  place: Line(2, 30),
  /** Where the code hangs: 「护士站台面」. */
  spot: Line(2, 30),
})
export type Touchpoint = v.InferOutput<typeof Touchpoint>

/** Sixteen of Crockford's base32 characters. */
export const InvitationCode = v.pipe(v.string(), v.regex(/^[0-9A-HJKMNP-TV-Z]{16}$/))

/** The code of an invitation is stored only as its hash. */
export const Invitation = v.object({
  id: v.string(),
  rev: v.number(),
  hospitalId: HospitalId,
  departmentId: v.nullable(DepartmentId),
  name: Line(1, 20),
  roles: v.pipe(v.array(Role), v.minLength(1)),
  invitedBy: StaffId,
  expiresAt: Instant,
  acceptedAt: v.nullable(Instant),
})
export type Invitation = v.InferOutput<typeof Invitation>

/** A member of staff as stored: bound to one OPENID. */
export const StaffRecord = v.object({ ...Staff.entries, rev: v.number(), openid: v.string() })
export type StaffRecord = v.InferOutput<typeof StaffRecord>

/** Where a visitor stands, as the scanned code tells it. */
export const Place = v.object({
  touchpointId: TouchpointId,
  departmentId: DepartmentId,
  departmentName: v.string(),
  place: v.string(),
})
export type Place = v.InferOutput<typeof Place>
