import * as v from 'valibot'
import { HospitalId } from '../ids'
import { beijingDay, Day, type Instant, Month } from '../instant'

/** One hospital's day: 'jinqing-peoples|2026-11-18'. The smallest bucket that is counted. */
export const LeafKey = v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}\|\d{4}-\d{2}-\d{2}$/))
export type LeafKey = v.InferOutput<typeof LeafKey>

/** One hospital's month: 'jinqing-peoples|2026-11'. */
export const MonthKey = v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}\|\d{4}-\d{2}$/))
export type MonthKey = v.InferOutput<typeof MonthKey>

export const leafKey = (hospitalId: HospitalId, day: Day): LeafKey => `${hospitalId}|${day}`

export const monthKey = (hospitalId: HospitalId, month: Month): MonthKey => `${hospitalId}|${month}`

export const hospitalIn = (key: LeafKey | MonthKey): HospitalId => v.parse(HospitalId, key.slice(0, key.indexOf('|')))

/** The day of a leaf, or the month of a month. */
export const periodIn = (key: LeafKey | MonthKey): string => key.slice(key.indexOf('|') + 1)

export const monthKeyOf = (key: LeafKey): MonthKey => key.slice(0, -3)

interface Counted {
  readonly hospitalId: HospitalId
  readonly receivedAt: Instant
}

/** The day in Beijing under which a complaint is counted. */
export const leafKeyOf = ({ hospitalId, receivedAt }: Counted): LeafKey => leafKey(hospitalId, beijingDay(receivedAt))

interface Marked {
  readonly pend: readonly LeafKey[]
}

/**
 * What is written anew marks its day as not yet counted, beside those it was marked with before. Whoever moves a
 * document to another day hands in what it was, so that the day it leaves is counted again too.
 */
export const marked = <T extends Counted & Marked>(next: T, before: Counted = next) => ({
  ...next,
  pend: [...new Set([...next.pend, leafKeyOf(before), leafKeyOf(next)])],
  pending: true,
})
