import * as v from 'valibot'
import type { Actor } from '../actor'
import type { Instant } from '../instant'
import { err, ok } from '../result'
import { crockfordOf } from './staff.code'
import {
  type Browser,
  PAIRING_VALID_MINUTES,
  type Pairing,
  PairingCode,
  SESSION_VALID_HOURS,
  type Session,
  type SessionId,
  SessionToken,
} from './session.model'

const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

export const SESSION_TOKEN_BYTES = 32
export const PAIRING_CODE_BYTES = 8

/** @throws RangeError for fewer than 32 bytes. */
export const makeSessionToken = (random: Uint8Array): SessionToken => {
  if (random.length < SESSION_TOKEN_BYTES) throw new RangeError('not enough random bytes')
  const digits = Array.from(random.slice(0, SESSION_TOKEN_BYTES), (byte) => byte.toString(16).padStart(2, '0'))
  return v.parse(SessionToken, digits.join(''))
}

/** One character of each byte: 256 is a multiple of 32, so every character is equally likely. @throws RangeError for fewer than 8 bytes. */
export const makePairingCode = (random: Uint8Array): PairingCode => {
  if (random.length < PAIRING_CODE_BYTES) throw new RangeError('not enough random bytes')
  const characters = Array.from(random.slice(0, PAIRING_CODE_BYTES), (byte) => ALPHABET[byte % ALPHABET.length])
  return v.parse(PairingCode, characters.join(''))
}

/** Two groups of four, as the computer shows it: 「7K3M 9QXA」. */
export const pairingCodeInGroups = (code: PairingCode): string => `${code.slice(0, 4)} ${code.slice(4)}`

/** The code in what was typed or scanned: any case, spaces and dashes between, O for 0, I and L for 1; null when it is none. */
export const pairingCodeIn = (typed: string): PairingCode | null => {
  const parsed = v.safeParse(PairingCode, crockfordOf(typed.slice(0, 100)))
  return parsed.success ? parsed.output : null
}

export const pairingExpiry = (askedAt: Instant): Instant => (askedAt + PAIRING_VALID_MINUTES * MINUTE_MS) as Instant

export const sessionExpiry = (createdAt: Instant): Instant => (createdAt + SESSION_VALID_HOURS * HOUR_MS) as Instant

/** Whether a code still waits for its owner. */
export const isWaiting = (pairing: Pairing, now: Instant): boolean =>
  pairing.confirmedBy === null && pairing.askedAt <= now && now < pairing.expiresAt

/** A session counts from its creation until before its expiry, unless it was ended. */
export const isLive = (session: Session, now: Instant): boolean =>
  session.revokedAt === null && session.createdAt <= now && now < session.expiresAt

/** The member of staff for whom a live session speaks, as long as they are one; null otherwise. */
export const speakerOf = (session: Session, owner: Actor | null, now: Instant): Actor | null =>
  isLive(session, now) && owner?.staff ? { ...owner, session: session.id } : null

const KINDS: Record<Browser['name'], string> = {
  chrome: 'Chrome',
  edge: 'Edge',
  firefox: 'Firefox',
  safari: 'Safari',
  wechat: '微信',
  other: '浏览器',
}

/** 「电脑上的 Chrome」 */
export const browserInWords = ({ device, name }: Browser): string => {
  const kind = KINDS[name]
  return `${device === 'computer' ? '电脑' : '手机'}上的${/^[A-Z]/.test(kind) ? ` ${kind}` : kind}`
}

/** The pairing as its confirmation leaves it. Once only; the same person asking again is the same confirmation. */
export const confirmBy = (pairing: Pairing, staffId: Session['staffId'], now: Instant) => {
  const again = pairing.confirmedBy === staffId && now < pairing.expiresAt
  if (again) return ok(pairing)
  if (!isWaiting(pairing, now)) return err('session.code_unknown')
  return ok<Pairing>({ ...pairing, confirmedBy: staffId, confirmedAt: now })
}

/** The session that a confirmed pairing opens, or null for one that is not. */
export const sessionOf = (pairing: Pairing, id: SessionId): Session | null => {
  const { tokenHash, browser, confirmedBy, confirmedAt } = pairing
  if (confirmedBy === null || confirmedAt === null) return null
  return {
    id,
    rev: 0,
    tokenHash,
    staffId: confirmedBy,
    browser,
    createdAt: confirmedAt,
    expiresAt: sessionExpiry(confirmedAt),
    revokedAt: null,
  }
}
