import { isAsked } from '#domain/survey/question.model'
import type { Answers, Form } from '#domain/survey/question.model'
import {
  bucketIn,
  type DepartmentSheetMonth,
  type SheetDay,
  type SheetDayKey,
  sheetDayKey,
  type SheetMonth,
  type SheetMonthKey,
  sheetMonthOf,
  type SurveyText,
} from '#domain/survey/survey.bucket'
import type { Sheet } from '#domain/survey/survey.model'
import { asStored, asSums, mergeSums, type Tally } from '#domain/survey/survey.tally'
import { monthOf } from '#domain/instant'
import { abreast, attempt, settled } from './fold'
import { textId } from './text.id'

/** What folding sheets needs of the database. `put` compares and sets: false when somebody wrote since it was read. */
export interface SheetStore {
  pendingSheets(limit: number): Promise<readonly Sheet[]>
  formOf(sheet: Pick<Sheet, 'surveyId' | 'version'>): Promise<Form | null>
  /** From the sheets themselves. */
  recount(key: SheetDayKey): Promise<Tally>
  day(key: SheetDayKey): Promise<SheetDay | null>
  daysOf(key: SheetMonthKey): Promise<readonly SheetDay[]>
  month(key: SheetMonthKey): Promise<SheetMonth | null>
  departmentMonth(key: SheetMonthKey): Promise<DepartmentSheetMonth | null>
  putDay(day: SheetDay, read: SheetDay | null): Promise<boolean>
  putMonth(page: SheetMonth, read: SheetMonth | null): Promise<boolean>
  putDepartmentMonth(page: DepartmentSheetMonth, read: DepartmentSheetMonth | null): Promise<boolean>
  /** Lays it out unless it is there. */
  addText(text: SurveyText): Promise<void>
  /** Takes the marks off. What is on a sheet never changes: there is no later revision that this could lose. */
  release(ids: readonly string[]): Promise<void>
}

/** What the audit asks besides. */
export interface SheetAuditStore extends SheetStore {
  /** Some buckets of months there are. */
  someMonths(limit: number): Promise<readonly SheetMonthKey[]>
  isPending(key: SheetDayKey): Promise<boolean>
}

export const SHEET_BATCH = 500

const dayOf = ({ hospitalId, rater, day }: Sheet): SheetDayKey => sheetDayKey(hospitalId, rater, day)

/** Counts a day from its sheets: revision first, count second, written even when nothing changed, as `recountLeaf`. */
export const recountSheets = (store: SheetStore, key: SheetDayKey): Promise<boolean> =>
  attempt(async () => {
    const read = await store.day(key)
    const { hospital, totals, details } = await store.recount(key)
    const { period, ...whose } = bucketIn(key)
    const counted = { hospital: asStored(hospital), totals: asStored(totals), details: asStored(details) }
    return store.putDay({ id: key, rev: read?.rev ?? 0, ...whose, month: monthOf(period), ...counted }, read)
  })

const mergedDays = (days: readonly SheetDay[], part: 'hospital' | 'totals' | 'details') =>
  asStored(mergeSums(days.map((day) => asSums(day[part]))))

/** Merges the days of a month into the hospital's page and the departments'. */
export const mergeSheetMonth = async (store: SheetStore, key: SheetMonthKey): Promise<boolean> => {
  const { period: month, ...whose } = bucketIn(key)
  const hospital = await attempt(async () => {
    const read = await store.month(key)
    const days = await store.daysOf(key)
    return store.putMonth(
      { id: key, rev: read?.rev ?? 0, ...whose, month, hospital: mergedDays(days, 'hospital') },
      read,
    )
  })
  if (!hospital) return false
  return attempt(async () => {
    const read = await store.departmentMonth(key)
    const days = await store.daysOf(key)
    const parts = { totals: mergedDays(days, 'totals'), details: mergedDays(days, 'details') }
    return store.putDepartmentMonth({ id: key, rev: read?.rev ?? 0, ...whose, month, ...parts }, read)
  })
}

/** What was written on a sheet, for the reading list; words from a browser nobody vouches for are no part of it. */
export const textsOn = (sheet: Sheet, form: Form): SurveyText[] => {
  if (sheet.way === 'web') return []
  const answers = JSON.parse(sheet.answers) as Answers
  return form.questions.flatMap((question) => {
    const text = isAsked(question) && question.kind === 'text' ? answers[question.id] : undefined
    if (typeof text !== 'string' || text === '') return []
    const { hospitalId, rater, surveyId, departmentId, day } = sheet
    return [
      {
        id: textId(sheet.id, question.id),
        rev: 0,
        hospitalId,
        rater,
        surveyId,
        questionId: question.id,
        question: question.text,
        month: monthOf(day),
        departmentId,
        text,
        themes: [],
        unread: true,
      },
    ]
  })
}

const layOut = async (store: SheetStore, sheet: Sheet): Promise<void> => {
  const form = await store.formOf(sheet)
  if (form) for (const text of textsOn(sheet, form)) await store.addText(text)
}

/**
 * Folds sheets into days, months and the reading list. Marks come off last:
 * whatever interrupts it, the next fold counts the same days again, and counting twice counts once.
 * @returns how many sheets were folded
 */
export const foldSheets = async (store: SheetStore): Promise<number> => {
  const sheets = await store.pendingSheets(SHEET_BATCH)
  const days = await settled([...new Set(sheets.map(dayOf))], (key) => recountSheets(store, key))
  const months = await settled([...new Set([...days].map(sheetMonthOf))], (key) => mergeSheetMonth(store, key))
  const counted = sheets.filter((sheet) => days.has(dayOf(sheet)) && months.has(sheetMonthOf(dayOf(sheet))))
  await abreast(counted, (sheet) => layOut(store, sheet))
  if (counted.length > 0) await store.release(counted.map(({ id }) => id))
  return counted.length
}
