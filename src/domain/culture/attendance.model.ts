import * as v from 'valibot'
import { ActivityId, HospitalId, StaffId } from '../ids'
import { Instant } from '../instant'

/** Seconds for which one code stands on the screen. */
export const CODE_SECONDS = 60
/** Seconds for which a code is still taken after the next one appeared: somebody may be typing it. */
export const CODE_GRACE_SECONDS = 30
/** Hours after which a check-in that nobody closed is over. */
export const CHECK_IN_HOURS = 4
export const CODE_DIGITS = 6

/** Codes of one person, right or wrong, that are looked at within ten minutes: enough to mistype, too few to guess. */
export const CODES_MOST = 15
export const CODES_MINUTES = 10

/** Days for which it is known who was there; after them how many were is all that is left. */
export const ATTENDANCE_KEPT_DAYS = 730

/** Six digits as people type them, with or without spaces. */
export const CheckInCode = v.pipe(
  v.string(),
  v.maxLength(40),
  v.transform((typed) => typed.replace(/\s/g, '')),
  v.regex(/^\d{6}$/),
)
export type CheckInCode = v.InferOutput<typeof CheckInCode>

/** A check-in that somebody opened. Its secret makes the codes, and never leaves the server. */
export const CheckIn = v.object({
  id: ActivityId,
  rev: v.number(),
  hospitalId: HospitalId,
  secret: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  openedAt: Instant,
  /** From this minute on no code is taken. */
  endsAt: Instant,
})
export type CheckIn = v.InferOutput<typeof CheckIn>

/** There, or on duty elsewhere (值班、手术): not there, and not missing either. */
export const Presence = v.picklist(['there', 'on_duty'])
export type Presence = v.InferOutput<typeof Presence>

export const presenceNames: Record<Presence, string> = { there: '到了', on_duty: '在值班' }

/** One person at one activity: that they came, and when. No place, no picture, no device. */
export const Attendance = v.object({
  /** Of the activity and the person: each counts once. */
  id: v.string(),
  rev: v.number(),
  hospitalId: HospitalId,
  activityId: ActivityId,
  staffId: StaffId,
  presence: Presence,
  at: Instant,
})
export type Attendance = v.InferOutput<typeof Attendance>
