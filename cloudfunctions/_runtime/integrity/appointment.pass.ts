import type { HospitalId, StaffId } from '#domain/ids'
import type { Instant } from '#domain/instant'
import { type AppointmentPass, appointmentPass } from '#domain/integrity/certificate.rules'
import { attemptHeads, examsOf } from '../read/exam.read'
import { settledHeads } from './attempt.settle'

/**
 * That somebody passed an exam before taking up a post (任前廉政考试); null: nothing of the kind is handed in. A paper whose
 * time is up counts with what was saved.
 */
export const appointmentPassOf = async (
  hospitalId: HospitalId,
  staffId: StaffId,
  now: Instant,
): Promise<AppointmentPass | null> => {
  const [exams, heads] = await Promise.all([examsOf(hospitalId), attemptHeads({ staffId })])
  const held = exams.filter(({ plan }) => plan.purpose === 'appointment')
  return appointmentPass(
    await Promise.all(
      held.map(async (exam) => ({
        exam,
        attempts: await settledHeads(
          heads.filter(({ examId }) => examId === exam.id),
          exam,
          now,
        ),
      })),
    ),
  )
}
