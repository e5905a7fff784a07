import { randomBytes } from 'node:crypto'
import type { StaffRecord } from '#domain/hospital/staff.model'
import { type Attempt, attemptKey } from '#domain/integrity/attempt.model'
import { CERTIFICATE_CODE_BYTES, certificateCodeFrom, certificateKey } from '#domain/integrity/certificate.model'
import { certify } from '#domain/integrity/certificate.rules'
import type { Exam } from '#domain/integrity/exam.model'
import type { SatAttempt } from '#domain/integrity/record.rules'
import { err, ok } from '#domain/result'
import { attemptRecords, certificateRecords } from '../read/exam.read'
import { departmentNames, staffRecords } from '../read/hospital.read'

/** A code that is taken is thrown again; more often than this it is no accident. */
const TRIES = 8

interface Holder {
  readonly staff: Pick<StaffRecord, 'id' | 'name' | 'departmentId'>
  /** Theirs of that exam, settled. */
  readonly attempts: readonly SatAttempt[]
}

/** The certificate of whoever passed: the one there is, or a new one. */
export const issueCertificate = async (exam: Exam, { staff, attempts }: Holder) => {
  const names = await departmentNames(exam.hospitalId)
  const departmentName = (staff.departmentId && names.get(staff.departmentId)) ?? null
  for (let tries = 0; tries < TRIES; tries += 1) {
    const code = certificateCodeFrom(randomBytes(CERTIFICATE_CODE_BYTES))
    const certified = certify(exam, { staff, departmentName, attempts, code })
    if (!certified.ok) return certified
    const earlier = await certificateRecords().find(certificateKey(exam.id, staff.id))
    if (earlier) return ok(earlier)
    if ((await certificateRecords().insert(certified.value)) === 'inserted') return ok(certified.value)
  }
  return err('system.busy')
}

/** With the pass itself: whoever never opens the page of their certificate holds one as well. */
export const issueOnPass = async (attempt: Attempt, exam: Exam): Promise<void> => {
  const { staffId, no, result } = attempt
  if (!result?.passed) return
  const earlier = Array.from({ length: no - 1 }, (_, at) => attemptRecords().find(attemptKey(exam.id, staffId, at + 1)))
  const [staff, before] = await Promise.all([staffRecords().find(staffId), Promise.all(earlier)])
  if (!staff) return
  await issueCertificate(exam, { staff, attempts: [...before.filter((each) => each !== null), attempt] })
}
