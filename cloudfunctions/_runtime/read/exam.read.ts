import type { HospitalId } from '#domain/ids'
import { Attempt } from '#domain/integrity/attempt.model'
import { Certificate } from '#domain/integrity/certificate.model'
import { Exam } from '#domain/integrity/exam.model'
import * as v from 'valibot'
import { above, documents } from '../documents'

const PAGE = 1000

/** An attempt without its paper and its answers: some thousands are read at once. */
export const AttemptHead = v.omit(Attempt, ['seed', 'paper', 'answers'])
export type AttemptHead = v.InferOutput<typeof AttemptHead>

export const examRecords = () => documents('quiz_exams', Exam)
export const attemptRecords = () => documents('quiz_attempts', Attempt)
export const certificateRecords = () => documents('quiz_certificates', Certificate)
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
export const examsOf = (hospitalId: HospitalId): Promise<Exam[]> =>
  examRecords().list({ where: { hospitalId }, orderBy: [['plan.opensAt', 'desc']], limit: PAGE })
