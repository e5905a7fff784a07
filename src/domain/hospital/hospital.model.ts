import * as v from 'valibot'
import { DepartmentId, HospitalId } from '../ids'
import { Counting, Factors, USUAL_COUNTING, USUAL_FACTORS } from '../metrics/rate'
import { Line, PrintedPhone, Text } from '../text'
import { type PromiseSetting, promiseSettings } from './promise.settings'

const number = ({ least, most }: PromiseSetting) => v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most))

const setting = (of: PromiseSetting) => v.optional(number(of), of.usual)

/** Whose the number is: the hospital's own office, its discipline office (纪检监察), the health commission above it. */
export const SupervisorKind = v.picklist(['hospital', 'discipline', 'commission'])
export type SupervisorKind = v.InferOutput<typeof SupervisorKind>

/** One way to reach those who supervise: 纪检监察室, 医患办, the health commission. */
export const SupervisionContact = v.object({
  kind: v.optional(SupervisorKind, 'hospital'),
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
  replyWithinWorkingDays: number(promiseSettings.replyWithinWorkingDays),
  severalDepartmentsWithinWorkingDays: setting(promiseSettings.severalDepartmentsWithinWorkingDays),
  reviewWithinWorkingDays: setting(promiseSettings.reviewWithinWorkingDays),
  closeAfterDays: setting(promiseSettings.closeAfterDays),
  graceMonthsForReplacedCodes: setting(promiseSettings.graceMonthsForReplacedCodes),
  passOnPraiseWithinDays: setting(promiseSettings.passOnPraiseWithinDays),
  followUpGeneralDays: setting(promiseSettings.followUpGeneralDays),
  followUpChronicDays: setting(promiseSettings.followUpChronicDays),
  followUpTumourDays: setting(promiseSettings.followUpTumourDays),
  followUpKeptDays: setting(promiseSettings.followUpKeptDays),
  /** The platform's id of the subscribe message that says there is an answer; null: none is sent. */
  reminderTemplateId: v.optional(v.nullable(v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{20,64}$/))), null),
  /** What the complaint rates count, and per how many visits they are said. */
  rateCounting: v.optional(Counting, USUAL_COUNTING),
  rateFactors: v.optional(Factors, USUAL_FACTORS),
  /** Whom to ask about one's personal information; null: the first of the contacts. */
  privacyOfficer: v.optional(v.nullable(v.object({ name: Line(2, 20), phone: PrintedPhone })), null),
})
export type Hospital = v.InferOutput<typeof Hospital>

export const Department = v.object({
  id: DepartmentId,
  hospitalId: HospitalId,
  rev: v.number(),
  name: Line(2, 30),
  /** Retired (停用): hidden where one is chosen; what was recorded keeps its name. */
  retired: v.optional(v.boolean(), false),
})
export type Department = v.InferOutput<typeof Department>
