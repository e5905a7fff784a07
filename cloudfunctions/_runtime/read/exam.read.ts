import type { HospitalId, StaffId } from '#domain/ids'
import { Attempt } from '#domain/integrity/attempt.model'
import { type AppointmentPass, appointmentPass } from '#domain/integrity/certificate.rules'
import { Exam } from '#domain/integrity/exam.model'
import * as v from 'valibot'
import { above, documents } from '../documents'

const PAGE = 1000

/** An attempt without its paper and its answers: some thousands are read at once. */
export const AttemptHead = v.omit(Attempt, ['seed', 'paper', 'answers'])
export type AttemptHead = v.InferOutput<typeof AttemptHead>

export const examRecords = () => documents('quiz_exams', Exam)
export const attemptRecords = () => documents('quiz_attempts', Attempt)
const headRecords = () => documents('quiz_attempts', AttemptHead, ({ id }) => id, Object.keys(AttemptHead.entries))

/** Every attempt with these values, in the order of their ids. */
export const attemptHeads = async (where: Readonly<Record<string, unknown>>): Promise<AttemptHead[]> => {
  const found: AttemptHead[] = []
  for (let last = ''; ; ) {
    const page = await headRecords().list({
      where: { ...where, _id: above(last) },
      orderBy: [['_id', 'asc']],
      limit: PAGE,
    })
    found.push(...page)
    if (page.length < PAGE) return found
    last = page[page.length - 1]?.id ?? ''
  }
}

/** Exams of a hospital, the newest first, planned and cancelled ones among them. */
const examsOf = (hospitalId: HospitalId): Promise<Exam[]> =>
  examRecords().list({ where: { hospitalId }, orderBy: [['plan.opensAt', 'desc']], limit: PAGE })

/** That somebody passed an exam before taking up a post (任前廉政考试); null: nothing of the kind is handed in. */
export const appointmentPassOf = async (hospitalId: HospitalId, staffId: StaffId): Promise<AppointmentPass | null> => {
  const [exams, heads] = await Promise.all([examsOf(hospitalId), attemptHeads({ staffId })])
  return appointmentPass(exams.map((exam) => ({ exam, attempts: heads.filter(({ examId }) => examId === exam.id) })))
}
