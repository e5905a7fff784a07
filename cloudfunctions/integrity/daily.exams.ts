import type { Staff } from '#domain/actor'
import { beijingDay, type Instant } from '#domain/instant'
import { learnFromExams } from '#domain/integrity/daily.exams'
import type { Learner } from '#domain/integrity/daily.model'
import type { PoolQuestion } from '#domain/integrity/pool.model'
import { showsKeys } from '#domain/integrity/result.shown'
import { settledHeads } from '#runtime/integrity/attempt.settle'
import type { AttemptHead } from '#runtime/read/exam.read'
import type { OpenIntegrity } from './integrity.open'

/** Attempts whose keys somebody may see, besides those of `known`. */
const toldOf = async (
  { id, hospitalId }: Staff,
  known: readonly AttemptHead['id'][],
  now: Instant,
  { attempts, exams }: OpenIntegrity,
): Promise<AttemptHead[]> => {
  const begun = await attempts.everyOf(id)
  const fresh = begun.filter((attempt) => !known.includes(attempt.id))
  const told = await Promise.all(
    [...new Set(fresh.map(({ examId }) => examId))].map(async (examId) => {
      const exam = await exams.find(examId)
      const used = begun.filter((attempt) => attempt.examId === examId).length
      if (exam?.hospitalId !== hospitalId || !showsKeys(exam, used, now)) return []
      const own = fresh.filter((attempt) => attempt.examId === examId)
      return settledHeads(own, exam, now)
    }),
  )
  return told.flat()
}

/** Somebody's practice, with what exams have shown that they did not know. Not written yet where that is news. */
export const openedLearner = async (
  staff: Staff,
  pool: readonly PoolQuestion[],
  now: Instant,
  open: OpenIntegrity,
): Promise<{ readonly stored: Learner; readonly learner: Learner }> => {
  const stored = await open.learners.open(staff.id, staff.hospitalId)
  const told = await toldOf(staff, stored.examined, now, open)
  return { stored, learner: learnFromExams(stored, told, pool, beijingDay(now)) }
}
