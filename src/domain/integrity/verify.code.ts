import * as v from 'valibot'
import { CROCKFORD, crockfordOf } from '../hospital/staff.code'

const CHARACTERS = 12

/** As many random bytes as a code has characters. */
export const VERIFY_CODE_BYTES = CHARACTERS

/** What stands on a certificate (查验码): 60 random bits, so that trying codes finds none. Typed as people type. */
export const verifyCode = <const N extends string>(name: N) =>
  v.pipe(v.string(), v.maxLength(64), v.transform(crockfordOf), v.regex(/^[0-9A-HJKMNP-TV-Z]{12}$/), v.brand(name))

export const verifyCharactersFrom = (bytes: Uint8Array): string =>
  Array.from(bytes.slice(0, CHARACTERS), (byte) => CROCKFORD.charAt(byte % CROCKFORD.length)).join('')

/** 「8F2K-Q4MW-70XT」 */
export const verifyCodeInGroups = (code: string): string => code.replace(/.{4}(?=.)/g, '$&-')
