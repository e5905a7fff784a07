import { randomInt } from 'node:crypto'
import type { Instant } from '#domain/instant'
import { daysOf } from '#domain/metrics/month.arithmetic'
import { bucketIn, type SheetDayKey, sheetDayKey, type SheetMonthKey, sheetMonthOf } from '#domain/survey/survey.bucket'
import { asStored, asSums, mergeSums } from '#domain/survey/survey.tally'
import { writeJournal } from '#runtime/journal'
import { isNight } from './audit'
import { abreast } from './fold'
import { mergeSheetMonth, recountSheets, type SheetAuditStore } from './survey.fold'

const MONTHS = 1000
/** Looked at each minute of the night. */
export const SHEET_DAYS_AUDITED_AT_ONCE = 10

const mismatch = (key: string) => {
  writeJournal({ function: 'rollup', action: 'auditSheets', code: 'rollup.mismatch', ms: 0, fields: [key] })
  return 'wrong' as const
}

/** Counts a day of sheets again and compares; what differs and is not waiting to be folded is put right. */
export const auditSheetDay = async (
  store: SheetAuditStore,
  key: SheetDayKey,
): Promise<'right' | 'pending' | 'wrong'> => {
  const [day, counted] = [await store.day(key), await store.recount(key)]
  const isRight =
    (day?.hospital ?? '') === asStored(counted.hospital) &&
    (day?.totals ?? '') === asStored(counted.totals) &&
    (day?.details ?? '') === asStored(counted.details)
  if (isRight) return 'right'
  // Marks may have come off between the questions: a fault is what is still there when asked again.
  if ((await store.isPending(key)) || (await store.day(key))?.rev !== day?.rev) return 'pending'
  await recountSheets(store, key)
  await mergeSheetMonth(store, sheetMonthOf(key))
  return mismatch(key)
}

/** Merges a month of sheets again and compares, as `auditSheetDay` does with a day. */
export const auditSheetMonth = async (
  store: SheetAuditStore,
  key: SheetMonthKey,
): Promise<'right' | 'pending' | 'wrong'> => {
  const [month, departments] = [await store.month(key), await store.departmentMonth(key)]
  const days = await store.daysOf(key)
  const merged = (part: 'hospital' | 'totals' | 'details') => asStored(mergeSums(days.map((day) => asSums(day[part]))))
  const isRight =
    (month?.hospital ?? '') === merged('hospital') &&
    (departments?.totals ?? '') === merged('totals') &&
    (departments?.details ?? '') === merged('details')
  if (isRight) return 'right'
  const again = [await store.month(key), await store.departmentMonth(key)]
  if (again[0]?.rev !== month?.rev || again[1]?.rev !== departments?.rev) return 'pending'
  const { hospitalId, rater, period } = bucketIn(key)
  const keys = daysOf(period).map((day) => sheetDayKey(hospitalId, rater, day))
  for (const day of keys) if (await store.isPending(day)) return 'pending'
  await abreast(days, ({ id }) => recountSheets(store, id))
  await mergeSheetMonth(store, key)
  return mismatch(key)
}

/** Recounts random days of sheets at night, and merges their months. Answers how many were wrong. */
export const auditSheets = async (store: SheetAuditStore, now: Instant): Promise<number> => {
  if (!isNight(now)) return 0
  const months = await store.someMonths(MONTHS)
  if (months.length === 0) return 0
  let wrong = 0
  for (let audited = 0; audited < SHEET_DAYS_AUDITED_AT_ONCE; audited += 1) {
    const month = months[randomInt(months.length)] as SheetMonthKey
    const { hospitalId, rater, period } = bucketIn(month)
    const days = daysOf(period)
    const day = sheetDayKey(hospitalId, rater, days[randomInt(days.length)] as string)
    if ((await auditSheetDay(store, day)) === 'wrong') wrong += 1
    if ((await auditSheetMonth(store, month)) === 'wrong') wrong += 1
  }
  return wrong
}
