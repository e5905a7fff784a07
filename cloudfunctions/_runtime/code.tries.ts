import { CODES_MOST } from '#domain/culture/attendance.model'
import { tryWindow } from '#domain/culture/attendance.rules'
import { HospitalId, StaffId } from '#domain/ids'
import type { Instant } from '#domain/instant'
import * as v from 'valibot'
import { below, type Documents, documents } from './documents'

const WRITES_MOST = 4

/** How many codes somebody tried, in one stretch of minutes. */
const CodeTries = v.object({
  id: StaffId,
  rev: v.number(),
  hospitalId: HospitalId,
  window: v.number(),
  codes: v.number(),
})
type CodeTries = v.InferOutput<typeof CodeTries>

/** Codes that are typed from a screen, counted in a collection of their own. */
const triesOf = (tried: Documents<CodeTries>) => ({
  /**
   * Whether another code of this person is looked at. It is counted before it is: of many sent at the same moment no
   * more are looked at than of as many sent one after the other.
   */
  may: async (hospitalId: HospitalId, staffId: StaffId, now: Instant): Promise<boolean> => {
    const window = tryWindow(now)
    for (let write = 0; write < WRITES_MOST; write += 1) {
      const known: CodeTries | null = await tried.find(staffId)
      const codes = known?.window === window ? known.codes + 1 : 1
      if (codes > CODES_MOST) return false
      const written = known
        ? (await tried.replace({ ...known, window, codes })) !== null
        : (await tried.insert({ id: staffId, rev: 0, hospitalId, window, codes })) === 'inserted'
      if (written) return true
    }
    return false
  },

  /** Removes those of stretches that are over. Answers how many. */
  forget: (now: Instant): Promise<number> => tried.removeAll({ window: below(tryWindow(now)) }),
})

/** Of check-ins (签到). */
export const checkInTries = triesOf(documents('check_in_tries', CodeTries))

/** Of quizzes that are sat together. */
export const liveQuizTries = triesOf(documents('quiz_live_tries', CodeTries))
