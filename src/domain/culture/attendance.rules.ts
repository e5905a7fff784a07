import type { ActivityId, HospitalId, StaffId } from '../ids'
import type { Instant } from '../instant'
import {
  type Attendance,
  CHECK_IN_HOURS,
  type CheckIn,
  CODE_DIGITS,
  CODE_GRACE_SECONDS,
  CODE_SECONDS,
  CODES_MINUTES,
  type Presence,
} from './attendance.model'

const SECOND_MS = 1000
const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000

/** Which of its codes a check-in shows. */
export const slotAt = (now: number): number => Math.floor(now / (CODE_SECONDS * SECOND_MS))

export const slotEnds = (slot: number): Instant => ((slot + 1) * CODE_SECONDS * SECOND_MS) as Instant

/** The codes that are taken now: the one that stands on the screen, and for a little while the one before it. */
export const slotsTaken = (now: Instant): number[] => [
  ...new Set([slotAt(now), slotAt(now - CODE_GRACE_SECONDS * SECOND_MS)]),
]

/** Six digits out of a keyed hash of at least 8 hexadecimal digits. */
export const codeFrom = (hash: string): string =>
  String(Number.parseInt(hash.slice(0, 12), 16) % 10 ** CODE_DIGITS).padStart(CODE_DIGITS, '0')

export const openCheckIn = (
  { id, hospitalId }: { readonly id: ActivityId; readonly hospitalId: HospitalId },
  secret: string,
  now: Instant,
): CheckIn => ({ id, rev: 0, hospitalId, secret, openedAt: now, endsAt: (now + CHECK_IN_HOURS * HOUR_MS) as Instant })

export const isOpen = ({ openedAt, endsAt }: Pick<CheckIn, 'openedAt' | 'endsAt'>, now: Instant): boolean =>
  openedAt <= now && now < endsAt

export const attendanceId = (activityId: ActivityId, staffId: StaffId): string => `${activityId}:${staffId}`

export const attend = (
  whom: Pick<Attendance, 'hospitalId' | 'activityId' | 'staffId'>,
  presence: Presence,
  at: Instant,
): Attendance => ({ id: attendanceId(whom.activityId, whom.staffId), rev: 0, ...whom, presence, at })

/** Who said they were on duty and came after all is there; who came does not go away again. */
export const seenAgain = (before: Attendance, presence: Presence, at: Instant): Attendance =>
  before.presence === 'on_duty' && presence === 'there' ? { ...before, presence, at } : before

/** Under which the codes of one person are counted together. */
export const tryWindow = (now: Instant): number => Math.floor(now / (CODES_MINUTES * MINUTE_MS))

/** The six digits in what a scanner read: the digits alone, or an address that carries them; null when there are none. */
export const codeIn = (scanned: string): string | null =>
  /^\s*(\d{3}\s?\d{3})\s*$/.exec(scanned)?.[1]?.replace(/\s/g, '') ??
  /[?&]code=(\d{6})(?!\d)/.exec(scanned)?.[1] ??
  null
