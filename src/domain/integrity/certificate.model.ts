import * as v from 'valibot'
import { ExamId, HospitalId, StaffId } from '../ids'
import { Day } from '../instant'
import { ExamPurpose } from './exam.model'
import { VERIFY_CODE_BYTES, verifyCharactersFrom, verifyCode } from './verify.code'

export const CERTIFICATE_CODE_BYTES = VERIFY_CODE_BYTES

/** What stands on an exam's certificate (查验码). */
export const CertificateCode = verifyCode('CertificateCode')
export type CertificateCode = v.InferOutput<typeof CertificateCode>

export const certificateCodeFrom = (bytes: Uint8Array): CertificateCode =>
  v.parse(CertificateCode, verifyCharactersFrom(bytes))

/** That somebody passed an exam (合格证书). Name and department are as they were on that day. */
export const Certificate = v.object({
  /** `certificateKey`: one for each person and exam, however often they passed it. */
  id: v.string(),
  rev: v.number(),
  hospitalId: HospitalId,
  examId: ExamId,
  staffId: StaffId,
  name: v.string(),
  departmentName: v.nullable(v.string()),
  title: v.string(),
  purpose: ExamPurpose,
  passedOn: Day,
  code: CertificateCode,
})
export type Certificate = v.InferOutput<typeof Certificate>

export const certificateKey = (examId: ExamId, staffId: StaffId): string => `${examId}:${staffId}`
