import { randomBytes } from '#cloud/random.bytes'
import type { ExamId } from '#domain/ids'
import { Instant } from '#domain/instant'
import Taro from '@tarojs/taro'
import * as v from 'valibot'
import { AnswerQueue, newQueue } from './answer.queue'

const KEY = 'learning.sheets'

const DAY_MS = 86_400_000
/** No paper is sat longer than this; what is left of one is of no use to anybody. */
export const SHEET_KEPT_DAYS = 2

/** A paper being answered on this device. */
export const AnswerSheet = v.object({
  queue: AnswerQueue,
  /** Which place was shown, from 0. */
  at: v.fallback(v.pipe(v.number(), v.integer(), v.minValue(0)), 0),
  savedAt: v.fallback(Instant, 0 as Instant),
})
export type AnswerSheet = v.InferOutput<typeof AnswerSheet>

/** A ward's computer is everybody's: one person's answers never reach another's paper. */
export const sheetName = (by: string, examId: ExamId, no: number): string => `${by}|${examId}|${no}`

const storedSheets = (): Record<string, unknown> => {
  const stored: unknown = Taro.getStorageSync(KEY)
  return typeof stored === 'object' && stored !== null && !Array.isArray(stored)
    ? (stored as Record<string, unknown>)
    : {}
}

const readSheet = (stored: unknown): AnswerSheet | null => {
  const sheet = v.safeParse(AnswerSheet, stored)
  return sheet.success ? sheet.output : null
}

const store = (sheets: Record<string, unknown>): boolean => {
  try {
    Taro.setStorageSync(KEY, sheets)
    return true
  } catch {
    return false
  }
}

const NAME_BYTES = 4

/** A device is a new one on every paper: its name tells nothing of its owner. */
const newDevice = async (): Promise<string> =>
  Array.from(await randomBytes(NAME_BYTES), (byte) => byte.toString(16).padStart(2, '0')).join('')

/** What is left of a paper on this device, or an empty sheet. */
export const loadSheet = async (name: string): Promise<AnswerSheet> =>
  readSheet(storedSheets()[name]) ?? { queue: newQueue(await newDevice()), at: 0, savedAt: 0 as Instant }

/** False when the device had no room: then the page must not be closed, and the person must be told. */
export const saveSheet = (name: string, sheet: Omit<AnswerSheet, 'savedAt'>, now: Instant): boolean => {
  const isRecent = (stored: unknown) => (readSheet(stored)?.savedAt ?? 0) > now - SHEET_KEPT_DAYS * DAY_MS
  const kept = Object.entries(storedSheets()).filter(([, stored]) => isRecent(stored))
  return store({ ...Object.fromEntries(kept), [name]: { ...sheet, savedAt: now } })
}

export const removeSheet = (name: string): void => {
  const { [name]: _removed, ...others } = storedSheets()
  store(others)
}

/** With signing out, nothing that was answered stays on this device. */
export const forgetSheets = (): void => Taro.removeStorageSync(KEY)
