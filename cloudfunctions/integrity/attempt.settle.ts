import type { StaffId } from '#domain/ids'
import type { Instant } from '#domain/instant'
import { isTimeUp } from '#domain/integrity/attempt.rules'
import type { Exam } from '#domain/integrity/exam.model'
import { settledHeads } from '#runtime/integrity/attempt.settle'
import type { AttemptHead } from '#runtime/read/exam.read'
import type { OpenIntegrity } from './integrity.open'

/** All of an exam's attempts, up to date. */
export const settledOf = async (
  exam: Exam,
  now: Instant,
  { attempts }: Pick<OpenIntegrity, 'attempts'>,
): Promise<AttemptHead[]> => settledHeads(await attempts.ofExam(exam.id), exam, now)

/**
 * Whether somebody is sitting an exam now, on whatever device. Meanwhile they are told nowhere else what is right: the same
 * question may be on their paper.
 */
export const sitsNow = async (
  staffId: StaffId,
  now: Instant,
  { attempts, exams }: Pick<OpenIntegrity, 'attempts' | 'exams'>,
): Promise<boolean> => {
  const begun = await attempts.openOf(staffId)
  const sitting = await Promise.all(
    begun.map(async (attempt) => {
      const exam = await exams.find(attempt.examId)
      return exam !== null && !isTimeUp(attempt, exam, now)
    }),
  )
  return sitting.includes(true)
}
