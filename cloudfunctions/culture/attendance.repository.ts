import { Attendance, CheckIn, type Presence } from '#domain/culture/attendance.model'
import { attendanceId } from '#domain/culture/attendance.rules'
import type { ActivityId, HospitalId, StaffId } from '#domain/ids'
import type { Instant } from '#domain/instant'
import { checkInTries } from '#runtime/code.tries'
import { above, documents } from '#runtime/documents'

/** Check-ins that can be open at once. */
const OPEN_MOST = 500
const PAGE = 1000

export const attendanceRepository = () => {
  const checkIns = documents('check_ins', CheckIn)
  const attendances = documents('attendances', Attendance)

  return {
    checkIn: checkIns.find,
    addCheckIn: checkIns.insert,
    replaceCheckIn: checkIns.replace,
    openCheckIns: (hospitalId: HospitalId, now: Instant): Promise<CheckIn[]> =>
      checkIns.list({ where: { hospitalId, endsAt: above(now) }, orderBy: [['_id', 'asc']], limit: OPEN_MOST }),

    find: (activityId: ActivityId, staffId: StaffId) => attendances.find(attendanceId(activityId, staffId)),
    add: attendances.insert,
    replace: attendances.replace,
    count: (activityId: ActivityId, presence: Presence): Promise<number> => attendances.count({ activityId, presence }),
    /** Everybody, in the order in which they came. */
    everybody: async (activityId: ActivityId): Promise<Attendance[]> => {
      const found: Attendance[] = []
      for (;;) {
        const page = await attendances.list({
          where: { activityId },
          orderBy: [
            ['at', 'asc'],
            ['_id', 'asc'],
          ],
          skip: found.length,
          limit: PAGE,
        })
        found.push(...page)
        if (page.length < PAGE) return found
      }
    },

    mayTryCode: checkInTries.may,
  }
}
