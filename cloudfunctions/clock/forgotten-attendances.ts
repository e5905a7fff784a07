import { ATTENDANCE_KEPT_DAYS, Attendance } from '#domain/culture/attendance.model'
import type { Instant } from '#domain/instant'
import { below, documents } from '#runtime/documents'

const DAY_MS = 86_400_000

/** Removes who was at activities once it was known long enough; each activity has its number. Answers how many. */
export const forgetAttendances = (now: Instant): Promise<number> =>
  documents('attendances', Attendance).removeAll({ at: below(now - ATTENDANCE_KEPT_DAYS * DAY_MS) })
