import { type PairingCode, type SessionToken, TokenHash } from '#domain/hospital/session.model'
import {
  makePairingCode,
  makeSessionToken,
  PAIRING_CODE_BYTES,
  SESSION_TOKEN_BYTES,
} from '#domain/hospital/session.rules'
import * as v from 'valibot'

export interface PairingSecret {
  readonly code: PairingCode
  readonly token: SessionToken
  readonly tokenHash: TokenHash
}

/** A code to show and a token to keep, made in this browser. @throws where it has no WebCrypto, as over http. */
export const makePairingSecret = async (): Promise<PairingSecret> => {
  const random = crypto.getRandomValues(new Uint8Array(SESSION_TOKEN_BYTES + PAIRING_CODE_BYTES))
  const token = makeSessionToken(random)
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token)))
  const digits = Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return { token, code: makePairingCode(random.slice(SESSION_TOKEN_BYTES)), tokenHash: v.parse(TokenHash, digits) }
}
