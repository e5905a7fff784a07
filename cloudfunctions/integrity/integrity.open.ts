import { hospitalRecords } from '#runtime/read/hospital.read'
import { attemptRepository } from './attempt.repository'
import { dailyRepository } from './daily.repository'
import { examRepository } from './exam.repository'
import { liveRepository } from './live.repository'
import { pledgeRepository } from './pledge.repository'
import { questionRepository } from './question.repository'

/** What the handlers of this function stand on. */
export const openIntegrity = () => ({
  hospitals: hospitalRecords(),
  pledges: pledgeRepository(),
  questions: questionRepository(),
  exams: examRepository(),
  attempts: attemptRepository(),
  learners: dailyRepository(),
  lives: liveRepository(),
})

export type OpenIntegrity = ReturnType<typeof openIntegrity>
