import * as v from 'valibot'
import { TouchpointId, type WardId } from '../ids'
import {
  beijingDay,
  type Day,
  daysAfter,
  endOfBeijingDay,
  type Instant,
  type Month,
  monthOf,
  monthsAfter,
} from '../instant'
import { err, ok } from '../result'
import type { MonthOfScans, Touchpoint, Ward } from './place.model'

/** A code that nobody scanned for so long has probably been covered or torn off. The product's own choice. */
export const SILENT_AFTER_DAYS = 30

export const MONTHS_OF_SCANS = 12

/** `honoured`: replaced, and still good for its time of grace. */
export type Standing = 'active' | 'honoured' | 'retired'

export const standingOf = ({ retirement }: Pick<Touchpoint, 'retirement'>, now: Instant): Standing => {
  if (retirement === null) return 'active'
  return retirement.honouredUntil !== null && now <= retirement.honouredUntil ? 'honoured' : 'retired'
}

/** The last moment of the day until which a code replaced now is honoured; null when the hospital grants no grace. */
export const honouredUntil = (now: Instant, graceMonths: number): Instant | null =>
  graceMonths === 0 ? null : endOfBeijingDay(monthsAfter(beijingDay(now), graceMonths))

/** The old code with its end, and the new one in its place. */
export const replace = (old: Touchpoint, newId: TouchpointId, now: Instant, graceMonths: number) => {
  if (old.retirement !== null) return err('hospital.touchpoint_retired')
  if (newId === old.id) return err('hospital.code_taken')
  const retirement = { at: now, replacedBy: newId, honouredUntil: honouredUntil(now, graceMonths) }
  return ok({
    old: { ...old, retirement },
    fresh: { ...old, id: newId, rev: 0, madeOn: now, retirement: null },
  })
}

export const isReplacedBy = ({ retirement }: Touchpoint, newId: TouchpointId): boolean =>
  retirement?.replacedBy === newId

/** From now on it leads to the hospital's own page, also when it was replaced and still honoured. */
export const retire = (touchpoint: Touchpoint, now: Instant): Touchpoint => ({
  ...touchpoint,
  retirement: { at: now, replacedBy: touchpoint.retirement?.replacedBy ?? null, honouredUntil: null },
})

export const restore = (touchpoint: Touchpoint): Touchpoint => ({ ...touchpoint, retirement: null })

/** Whether asking again to put up a code is the same request, and not a second code under a used number. */
export const isSameTouchpoint = (
  earlier: Touchpoint,
  wanted: Pick<Touchpoint, 'hospitalId' | 'wardId' | 'spot' | 'format'>,
): boolean =>
  earlier.retirement === null &&
  earlier.hospitalId === wanted.hospitalId &&
  earlier.wardId === wanted.wardId &&
  earlier.spot === wanted.spot &&
  earlier.format === wanted.format

export const isSameWard = (
  earlier: Ward,
  wanted: Pick<Ward, 'hospitalId' | 'departmentId' | 'name' | 'pledge'>,
): boolean =>
  earlier.hospitalId === wanted.hospitalId &&
  earlier.departmentId === wanted.departmentId &&
  earlier.name === wanted.name &&
  earlier.pledge === wanted.pledge

const NUMBER = /-(\d{2,3})$/

/** The next `count` board numbers of a ward, after the highest ever given: a number is never printed twice. */
export const nextNumbers = (wardId: WardId, given: readonly TouchpointId[], count: number): TouchpointId[] => {
  const numbers = given
    .filter((id) => id.startsWith(`${wardId}-`) && id.replace(NUMBER, '') === wardId)
    .map((id) => Number(NUMBER.exec(id)?.[1]))
  const highest = Math.max(0, ...numbers)
  return Array.from({ length: count }, (_, index) =>
    v.parse(TouchpointId, `${wardId}-${String(highest + index + 1).padStart(2, '0')}`),
  )
}

export interface ScanCounts {
  /** The last twelve months up to this one, oldest first. */
  readonly months: readonly number[]
  readonly lastScannedOn: Day | null
}

/** The last twelve months up to that of `now`, oldest first. */
export const monthsOfScans = (now: Instant): Month[] => {
  const first = `${monthOf(beijingDay(now))}-01`
  return Array.from({ length: MONTHS_OF_SCANS }, (_, index) => monthOf(monthsAfter(first, index + 1 - MONTHS_OF_SCANS)))
}

/** One code's counts, out of its own months in any order. */
export const scanCountsOf = (counted: readonly MonthOfScans[], now: Instant): ScanCounts => {
  const byMonth = new Map(counted.map(({ month, count }) => [month, count]))
  const days = counted.flatMap(({ month, days: inMonth }) => Object.keys(inMonth).map((day) => `${month}-${day}`))
  return {
    months: monthsOfScans(now).map((month) => byMonth.get(month) ?? 0),
    lastScannedOn: days.sort().slice(-1)[0] ?? null,
  }
}

/** Since when nobody has scanned a code that is in use: the day of its last scan, or of its making; null while it is in use. */
export const silentSince = (
  { madeOn, retirement }: Pick<Touchpoint, 'madeOn' | 'retirement'>,
  { lastScannedOn }: Pick<ScanCounts, 'lastScannedOn'>,
  now: Instant,
): Day | null => {
  if (retirement !== null) return null
  const made = beijingDay(madeOn)
  const since = lastScannedOn !== null && lastScannedOn > made ? lastScannedOn : made
  return daysAfter(since, SILENT_AFTER_DAYS) <= beijingDay(now) ? since : null
}
