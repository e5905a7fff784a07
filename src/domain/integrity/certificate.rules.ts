import type { StaffRecord } from '../hospital/staff.model'
import { beijingDay, type Instant } from '../instant'
import { err, ok } from '../result'
import { bestOf, passedAt } from './attempt.rules'
import { type Certificate, type CertificateCode, certificateKey } from './certificate.model'
import type { Exam } from './exam.model'
import type { SatAttempt } from './record.rules'

/** When somebody passed; null: they did not, or the exam was cancelled. */
const passing = (exam: Exam, attempts: readonly SatAttempt[]): Instant | null =>
  exam.state === 'cancelled' ? null : passedAt(attempts)

interface Passed {
  readonly staff: Pick<StaffRecord, 'id' | 'name'>
  readonly departmentName: string | null
  readonly attempts: readonly SatAttempt[]
  readonly code: CertificateCode
}

export const certify = (exam: Exam, { staff, departmentName, attempts, code }: Passed) => {
  const at = passing(exam, attempts)
  if (at === null) return err('certificate.not_passed')
  return ok<Certificate>({
    id: certificateKey(exam.id, staff.id),
    rev: 0,
    hospitalId: exam.hospitalId,
    examId: exam.id,
    staffId: staff.id,
    name: staff.name,
    departmentName,
    title: exam.plan.title,
    purpose: exam.plan.purpose,
    passedOn: beijingDay(at),
    code,
  })
}

/** What a code proves today: passed; passed by somebody who is not here any more; taken back by a regrade. */
export type CertificateStanding = 'valid' | 'left' | 'withdrawn'

export const standingOf = (
  exam: Exam,
  attempts: readonly SatAttempt[],
  holder: Pick<StaffRecord, 'state'> | null,
): CertificateStanding => {
  if (passing(exam, attempts) === null) return 'withdrawn'
  return holder === null || holder.state.kind === 'left' ? 'left' : 'valid'
}

/** That somebody passed an exam before taking up a post (任前廉政考试), for whoever has to know. */
export interface AppointmentPass {
  readonly examId: Exam['id']
  readonly title: string
  readonly passedOn: string
  readonly earned: number
  readonly possible: number
}

/** The newest pass of an exam of this purpose; null: none. Scores go no further than to those who may read them. */
export const appointmentPass = (
  sat: readonly { readonly exam: Exam; readonly attempts: readonly SatAttempt[] }[],
): AppointmentPass | null =>
  sat
    .flatMap(({ exam, attempts }) => {
      const best = exam.plan.purpose === 'appointment' && exam.state === 'announced' ? bestOf(attempts) : null
      const at = passedAt(attempts)
      if (!best || at === null) return []
      const { earned, possible } = best.result
      return [{ examId: exam.id, title: exam.plan.title, passedOn: beijingDay(at), earned, possible }]
    })
    .reduce<AppointmentPass | null>((newest, one) => (newest && newest.passedOn >= one.passedOn ? newest : one), null)
