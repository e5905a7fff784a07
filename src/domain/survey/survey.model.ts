import * as v from 'valibot'
import { DepartmentId, HospitalId, StaffId, SurveyId, TouchpointId } from '../ids'
import { Day, Instant } from '../instant'
import { Form } from './question.model'

/** Who answers (评价人): patients of either kind, whoever was discharged, other departments, supervisors, staff. */
export const Rater = v.picklist(['outpatient', 'inpatient', 'follow_up', 'peer', 'supervisor', 'staff'])
export type Rater = v.InferOutput<typeof Rater>

export const raterNames: Record<Rater, string> = {
  outpatient: '门诊患者',
  inpatient: '住院患者',
  follow_up: '出院随访',
  peer: '科室互评',
  supervisor: '行风监督员',
  staff: '职工',
}

/** How it was answered: by oneself, with somebody who asked (代填), or in a browser that nobody vouches for. */
export const Way = v.picklist(['self', 'assisted', 'web'])
export type Way = v.InferOutput<typeof Way>

/** From the first day to the last, both included; no last day: until it is closed. */
export const OpenPeriod = v.pipe(
  v.object({ from: Day, to: v.nullable(Day) }),
  v.check(({ from, to }) => to === null || to >= from),
)
export type OpenPeriod = v.InferOutput<typeof OpenPeriod>

/** At most this many answers that count, in one open period, in all or of one department. */
export const Quota = v.object({
  total: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000))),
  perDepartment: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000))),
})
export type Quota = v.InferOutput<typeof Quota>

/** A questionnaire of a hospital: its draft, and which version is being asked. */
export const Survey = v.object({
  id: SurveyId,
  rev: v.number(),
  hospitalId: HospitalId,
  rater: Rater,
  draft: Form,
  /** The number of the version that is asked; 0: none was ever published. */
  version: v.pipe(v.number(), v.integer(), v.minValue(0)),
  periods: v.pipe(v.array(OpenPeriod), v.maxLength(40)),
  quota: Quota,
  /** Retired (停用): not asked any more; its answers stay. */
  retired: v.boolean(),
  changedAt: Instant,
  changedBy: StaffId,
})
export type Survey = v.InferOutput<typeof Survey>

/** What was published once never changes: an answer keeps the version it was given to. */
export const SurveyVersion = v.object({
  /** `versionKey` */
  id: v.string(),
  rev: v.number(),
  surveyId: SurveyId,
  hospitalId: HospitalId,
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  form: Form,
  publishedAt: Instant,
  by: StaffId,
})
export type SurveyVersion = v.InferOutput<typeof SurveyVersion>

export const versionKey = (surveyId: SurveyId, version: number): string => `${surveyId}|${version}`

/** Hexadecimal text of a keyed hash. */
const Hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))

/**
 * One filled-in questionnaire (答卷). It knows a day, a place and what was answered, and nobody. Its id is a hash of a
 * number that only the phone knew.
 */
export const Sheet = v.object({
  id: Hash,
  rev: v.number(),
  hospitalId: HospitalId,
  surveyId: SurveyId,
  version: v.number(),
  rater: Rater,
  way: Way,
  /** Which department it is about; null: the hospital as a whole. */
  departmentId: v.nullable(DepartmentId),
  touchpointId: v.nullable(TouchpointId),
  day: Day,
  /** `Answers` as JSON: the wire of the database wraps every single value. */
  answers: v.string(),
  /** Not yet part of the figures. */
  pending: v.boolean(),
})
export type Sheet = v.InferOutput<typeof Sheet>

/**
 * That a visit has been rated (已评记号), and nothing of how. `id` is a keyed hash of who and which visit, `claim` a hash
 * of the number that only the phone knew: from neither is there a way to the sheet.
 */
export const Token = v.object({
  id: Hash,
  rev: v.number(),
  claim: Hash,
  /** Not needed after this day, the last of a month. */
  until: Day,
})
export type Token = v.InferOutput<typeof Token>

/** Fewer answers than this are not shown; fewer than that are not compared. */
export const SHOWN_FROM = 10
export const COMPARED_FROM = 100
/** Cells of a table of answers below this are not shown; 0 is. */
export const CELL_FROM = 5
