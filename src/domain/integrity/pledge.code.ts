import * as v from 'valibot'
import { VERIFY_CODE_BYTES, verifyCharactersFrom, verifyCode, verifyCodeInGroups } from './verify.code'

/** As many random bytes as a code has characters. */
export const PLEDGE_CODE_BYTES = VERIFY_CODE_BYTES

export const PledgeCode = verifyCode('PledgeCode')
export type PledgeCode = v.InferOutput<typeof PledgeCode>

export const pledgeCodeFrom = (bytes: Uint8Array): PledgeCode => v.parse(PledgeCode, verifyCharactersFrom(bytes))

/** 「8F2K-Q4MW-70XT」 */
export const pledgeCodeInGroups = (code: PledgeCode): string => verifyCodeInGroups(code)
