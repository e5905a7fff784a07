import type { HospitalId, SurveyId } from '#domain/ids'
import type { Day, Month } from '#domain/instant'
import type { Answers, Form } from '#domain/survey/question.model'
import {
  bucketIn,
  DepartmentSheetMonth,
  SheetDay,
  type SheetDayKey,
  SheetMonth,
  sheetMonthKey,
  SurveyText,
  SurveyThemes,
} from '#domain/survey/survey.bucket'
import { type Rater, Sheet } from '#domain/survey/survey.model'
import {
  asSums,
  type Countable,
  mergeTallies,
  NOTHING,
  type Sums,
  tally,
  type Tally,
} from '#domain/survey/survey.tally'
import * as v from 'valibot'
import { above, documents, oneOf } from '../documents'

export const sheetDayRecords = () => documents('survey_days', SheetDay)
export const sheetMonthRecords = () => documents('survey_months', SheetMonth)
export const departmentSheetMonthRecords = () => documents('survey_department_months', DepartmentSheetMonth)
export const surveyTextRecords = () => documents('survey_texts', SurveyText)
export const surveyThemeRecords = () => documents('survey_themes', SurveyThemes)

const COUNTED = ['id', 'rev', 'surveyId', 'version', 'way', 'departmentId', 'touchpointId', 'answers'] as const
const countedSheets = () => documents('survey_sheets', v.pick(Sheet, COUNTED), ({ id }) => id, COUNTED)

/** A page of the database at most. */
const PAGE = 1000

/** Of a version nobody can find, nothing but its sheets is counted. */
const NO_FORM: Form = { title: '', opening: null, dimensions: [], overall: null, questions: [] }

/** A day's sheets, counted from the sheets themselves. */
export const recountSheetsOf = async (
  key: SheetDayKey,
  formOf: (surveyId: SurveyId, version: number) => Promise<Form | null>,
): Promise<Tally> => {
  const { hospitalId, rater, period: day } = bucketIn(key)
  const parts: Tally[] = [NOTHING]
  let after = ''
  for (;;) {
    // From where the page before ended: what arrives meanwhile, at any place, moves nobody.
    const where = { hospitalId, rater, day, _id: above(after) }
    const page = await countedSheets().list({ where, orderBy: [['_id', 'asc']], limit: PAGE })
    after = page[page.length - 1]?.id ?? after
    const countable = await Promise.all(
      page.map(
        async ({ answers, ...sheet }): Promise<Countable> => ({
          ...sheet,
          form: (await formOf(sheet.surveyId, sheet.version)) ?? NO_FORM,
          answers: JSON.parse(answers) as Answers,
        }),
      ),
    )
    parts.push(tally(countable))
    // A document that does not read is left out of its page, which is not the last one for that.
    if (page.length < PAGE / 2) break
  }
  return mergeTallies(parts)
}

const HOSPITAL_ALONE = ['id', 'rev', 'hospitalId', 'rater', 'month', 'hospital'] as const
const TOTALS_ALONE = ['id', 'rev', 'hospitalId', 'rater', 'month', 'totals'] as const
const WITH_DAY = ['id', 'rev', 'day'] as const

const daysOfHospital = () => documents('survey_days', v.pick(SheetDay, HOSPITAL_ALONE), ({ id }) => id, HOSPITAL_ALONE)
const totalsOfDepartments = () =>
  documents('survey_department_months', v.pick(DepartmentSheetMonth, TOTALS_ALONE), ({ id }) => id, TOTALS_ALONE)
const waitingSheets = () => documents('survey_sheets', v.pick(Sheet, WITH_DAY), ({ id }) => id, WITH_DAY)

const keysOf = (hospitalId: HospitalId, rater: Rater, months: readonly Month[]) => ({
  _id: oneOf(months.map((month) => sheetMonthKey(hospitalId, rater, month))),
})

/** The hospital's sums by month; a month nobody answered in is not there. */
export const hospitalMonths = async (
  hospitalId: HospitalId,
  rater: Rater,
  months: readonly Month[],
): Promise<ReadonlyMap<Month, Sums>> => {
  const pages = await sheetMonthRecords().list({ where: keysOf(hospitalId, rater, months), limit: PAGE })
  return new Map(pages.map(({ month, hospital }) => [month, asSums(hospital)]))
}

/** Totals of the departments and their codes by month, and everything else of them where it is asked for. */
export const departmentMonths = async (
  hospitalId: HospitalId,
  rater: Rater,
  months: readonly Month[],
  withDetails: boolean,
): Promise<ReadonlyMap<Month, { totals: Sums; details: Sums }>> => {
  const listing = { where: keysOf(hospitalId, rater, months), limit: PAGE }
  if (!withDetails) {
    const pages = await totalsOfDepartments().list(listing)
    return new Map(pages.map(({ month, totals }) => [month, { totals: asSums(totals), details: {} }]))
  }
  const pages = await departmentSheetMonthRecords().list(listing)
  return new Map(
    pages.map(({ month, totals, details }) => [month, { totals: asSums(totals), details: asSums(details) }]),
  )
}

/** The first and the last month with sheets; null: there are none. */
export const monthsWithSheets = async (hospitalId: HospitalId, rater: Rater) => {
  const end = async (direction: 'asc' | 'desc') =>
    (await sheetMonthRecords().list({ where: { hospitalId, rater }, orderBy: [['month', direction]], limit: 1 }))[0]
  const [first, last] = await Promise.all([end('asc'), end('desc')])
  return first && last ? { from: first.month, to: last.month } : null
}

/** Days of a month, the hospital's sums alone, in order. */
export const hospitalDays = async (
  hospitalId: HospitalId,
  rater: Rater,
  month: Month,
): Promise<{ day: Day; sums: Sums }[]> => {
  const days = await daysOfHospital().list({
    where: { hospitalId, rater, month },
    orderBy: [['_id', 'asc']],
    limit: 31,
  })
  return days.map(({ id, hospital }) => ({ day: bucketIn(id).period, sums: asSums(hospital) }))
}

/**
 * Days of the sheets that are part of no figure yet, earliest first. At most `limit`: with so many it is not known what
 * else waits from the last of these days on.
 */
export const waitingDays = async (hospitalId: HospitalId, rater: Rater, limit: number): Promise<Day[]> => {
  const waiting = await waitingSheets().list({
    where: { hospitalId, rater, pending: true },
    orderBy: [['day', 'asc']],
    limit,
  })
  return waiting.map(({ day }) => day)
}
