import type { ExamId, HospitalId, StaffId } from '#domain/ids'
import { type Attempt, attemptKey } from '#domain/integrity/attempt.model'
import type { Certificate, CertificateCode } from '#domain/integrity/certificate.model'
import { ATTEMPTS_MOST } from '#domain/integrity/exam.model'
import { above, oneOf } from '#runtime/documents'
import { type AttemptHead, attemptHeads, attemptRecords, certificateRecords } from '#runtime/read/exam.read'

/** Certificates of one person, or of a page of people. */
const CERTIFICATES_MOST = 1000

export const attemptRepository = () => {
  const attempts = attemptRecords()
  const certificates = certificateRecords()

  return {
    find: (examId: ExamId, staffId: StaffId, no: number) => attempts.find(attemptKey(examId, staffId, no)),
    /** The first one first. */
    ofPerson: async (examId: ExamId, staffId: StaffId): Promise<Attempt[]> => {
      const keys = Array.from({ length: ATTEMPTS_MOST }, (_, at) => attemptKey(examId, staffId, at + 1))
      const found = await attempts.list({ where: { _id: oneOf(keys) }, limit: ATTEMPTS_MOST })
      return found.sort((one, other) => one.no - other.no)
    },
    add: (attempt: Attempt) => attempts.insert(attempt),
    replace: (attempt: Attempt) => attempts.replace(attempt),
    whole: (id: Attempt['id']) => attempts.find(id),
    /** Whole attempts by their ids, those behind `after`. */
    page: (examId: ExamId, after: Attempt['id'], limit: number): Promise<Attempt[]> =>
      attempts.list({ where: { examId, _id: above(after) }, orderBy: [['_id', 'asc']], limit }),

    ofExam: (examId: ExamId): Promise<AttemptHead[]> => attemptHeads({ examId }),
    ofPeople: (examId: ExamId, people: readonly StaffId[]): Promise<AttemptHead[]> =>
      people.length === 0 ? Promise.resolve([]) : attemptHeads({ examId, staffId: oneOf(people) }),
    everyOf: (staffId: StaffId): Promise<AttemptHead[]> => attemptHeads({ staffId }),
    /** Not handed in yet; of some of them time may be up. */
    openOf: (staffId: StaffId): Promise<AttemptHead[]> => attemptHeads({ staffId, submitted: null }),

    certificateBy: (code: CertificateCode) => certificates.findBy({ code }),
    certificatesOf: (hospitalId: HospitalId, people: readonly StaffId[]): Promise<Certificate[]> =>
      people.length === 0
        ? Promise.resolve([])
        : certificates.list({
            where: { hospitalId, staffId: oneOf(people) },
            orderBy: [['passedOn', 'desc']],
            limit: CERTIFICATES_MOST,
          }),
  }
}

export type AttemptRepository = ReturnType<typeof attemptRepository>
