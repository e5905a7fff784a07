import type { HospitalId } from '#domain/ids'
import type { Instant } from '#domain/instant'
import { isTimeUp } from '#domain/integrity/attempt.rules'
import type { Exam } from '#domain/integrity/exam.model'
import { settledHeads } from '#runtime/integrity/attempt.settle'
import { attemptHeads, examsOf } from '#runtime/read/exam.read'
import { hospitalRecords } from '#runtime/read/hospital.read'

const DAY_MS = 86_400_000
/** What is older was taken in by a night before, or is when somebody reads it. */
const LOOKED_BACK_DAYS = 30
/** What is left after this waits for the next night: a function has 20 s, and other jobs follow. */
const ENOUGH_MS = 5000
const HOSPITALS = 1000

const heldLately = async (hospitalId: HospitalId, now: Instant): Promise<Exam[]> =>
  (await examsOf(hospitalId)).filter(
    ({ state, plan }) => state !== 'planned' && plan.opensAt <= now && plan.closesAt > now - LOOKED_BACK_DAYS * DAY_MS,
  )

/** Takes in, with what was saved, papers whose time is up and that nobody came back to. Answers how many. */
export const takeInAbandoned = async (now: Instant): Promise<number> => {
  const began = performance.now()
  let taken = 0
  for (const { id } of await hospitalRecords().list({ where: {}, orderBy: [['_id', 'asc']], limit: HOSPITALS })) {
    for (const exam of await heldLately(id, now)) {
      if (performance.now() - began > ENOUGH_MS) return taken
      const open = await attemptHeads({ examId: exam.id, submitted: null })
      const abandoned = open.filter((attempt) => isTimeUp(attempt, exam, now))
      await settledHeads(abandoned, exam, now)
      taken += abandoned.length
    }
  }
  return taken
}
