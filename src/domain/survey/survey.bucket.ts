import * as v from 'valibot'
import { DepartmentId, HospitalId, SurveyId } from '../ids'
import { type Day, Month } from '../instant'
import { QuestionId } from './question.model'
import { Rater } from './survey.model'
import { StoredSums } from './survey.tally'

const raters = Rater.options.join('|')
const hospitals = '[A-Za-z0-9][A-Za-z0-9_-]{0,63}'

/** One hospital's day of one kind of raters: 'jinqing-peoples|inpatient|2026-11-18'. */
export const SheetDayKey = v.pipe(
  v.string(),
  v.regex(new RegExp(`^${hospitals}\\|(?:${raters})\\|\\d{4}-\\d{2}-\\d{2}$`)),
)
export type SheetDayKey = v.InferOutput<typeof SheetDayKey>

/** 'jinqing-peoples|inpatient|2026-11' */
export const SheetMonthKey = v.pipe(v.string(), v.regex(new RegExp(`^${hospitals}\\|(?:${raters})\\|\\d{4}-\\d{2}$`)))
export type SheetMonthKey = v.InferOutput<typeof SheetMonthKey>

export const sheetDayKey = (hospitalId: HospitalId, rater: Rater, day: Day): SheetDayKey =>
  `${hospitalId}|${rater}|${day}`
export const sheetMonthKey = (hospitalId: HospitalId, rater: Rater, month: Month): SheetMonthKey =>
  `${hospitalId}|${rater}|${month}`

export const sheetMonthOf = (key: SheetDayKey): SheetMonthKey => key.slice(0, -3)

/** Whose bucket it is. `period` is the day of a day, the month of a month. */
export const bucketIn = (key: SheetDayKey | SheetMonthKey) => {
  const [hospitalId, of, period = ''] = key.split('|')
  return { hospitalId: v.parse(HospitalId, hospitalId), rater: v.parse(Rater, of), period }
}

const bucket = { rev: v.number(), hospitalId: HospitalId, rater: Rater, month: Month }
const departments = {
  /** Totals of departments and of their codes. */
  totals: StoredSums,
  /** Dimensions and questions of departments. */
  details: StoredSums,
}

/** A day of sheets. `rev` grows with every recount, also with one that finds the same. */
export const SheetDay = v.object({ id: SheetDayKey, ...bucket, hospital: StoredSums, ...departments })
export type SheetDay = v.InferOutput<typeof SheetDay>

/** A hospital's month: its days merged. */
export const SheetMonth = v.object({ id: SheetMonthKey, ...bucket, hospital: StoredSums })
export type SheetMonth = v.InferOutput<typeof SheetMonth>

/** The same month of its departments. */
export const DepartmentSheetMonth = v.object({ id: SheetMonthKey, ...bucket, ...departments })
export type DepartmentSheetMonth = v.InferOutput<typeof DepartmentSheetMonth>

/** What somebody wrote, laid out for reading. It knows no sheet and no day. */
export const SurveyText = v.object({
  /** A hash. */
  id: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  rev: v.number(),
  hospitalId: HospitalId,
  rater: Rater,
  surveyId: SurveyId,
  questionId: QuestionId,
  /** In the wording it was asked in. */
  question: v.string(),
  month: Month,
  departmentId: v.nullable(DepartmentId),
  text: v.string(),
  themes: v.array(v.string()),
  /** Has no theme yet. */
  unread: v.boolean(),
})
export type SurveyText = v.InferOutput<typeof SurveyText>

/** Themes that were ever set for the words of one kind of raters. */
export const SurveyThemes = v.object({
  /** `${hospitalId}|${rater}` */
  id: v.string(),
  rev: v.number(),
  themes: v.array(v.string()),
})
export type SurveyThemes = v.InferOutput<typeof SurveyThemes>
