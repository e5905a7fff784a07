import { Attendance, CheckIn, CODES_MOST, type Presence } from '#domain/culture/attendance.model'
import { attendanceId } from '#domain/culture/attendance.rules'
import { ActivityId, HospitalId, StaffId } from '#domain/ids'
import type { Instant } from '#domain/instant'
import { above, documents } from '#runtime/documents'
import * as v from 'valibot'

/** Check-ins that can be open at once. */
const OPEN_MOST = 500
const PAGE = 1000
const TRIES = 4

/** Codes of one person, in one stretch of minutes. */
const Tried = v.object({ id: StaffId, rev: v.number(), hospitalId: HospitalId, window: v.number(), codes: v.number() })
type Tried = v.InferOutput<typeof Tried>

export const attendanceRepository = () => {
  const checkIns = documents('check_ins', CheckIn)
  const attendances = documents('attendances', Attendance)
  const tried = documents('check_in_tries', Tried)

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

    /**
     * Whether another code of this person is looked at. It is counted before it is: of many sent at the same moment no
     * more are looked at than of as many sent one after the other.
     */
    mayTryCode: async (hospitalId: HospitalId, staffId: StaffId, window: number): Promise<boolean> => {
      for (let tries = 0; tries < TRIES; tries += 1) {
        const known: Tried | null = await tried.find(staffId)
        const codes = known?.window === window ? known.codes + 1 : 1
        if (codes > CODES_MOST) return false
        const written = known
          ? (await tried.replace({ ...known, window, codes })) !== null
          : (await tried.insert({ id: staffId, rev: 0, hospitalId, window, codes })) === 'inserted'
        if (written) return true
      }
      return false
    },
  }
}
