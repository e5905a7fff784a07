import * as v from 'valibot'
import { StaffId } from '../ids'
import { Instant } from '../instant'

/** How long a signed-in computer (电脑登录) stays signed in: one shift. A setting of this software, for the hospital's information office to review. */
export const SESSION_VALID_HOURS = 8

/** How long a code on the computer's screen waits for its owner. */
export const PAIRING_VALID_MINUTES = 5

/** 32 random bytes as hexadecimal digits: made in the browser, kept in one tab, never stored by the server. */
export const SessionToken = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/), v.brand('SessionToken'))
export type SessionToken = v.InferOutput<typeof SessionToken>

/** SHA-256 of the digits of a SessionToken, itself as hexadecimal digits. */
export const TokenHash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/), v.brand('TokenHash'))
export type TokenHash = v.InferOutput<typeof TokenHash>

/** What the computer shows (登录码): eight of Crockford's base32 characters, 40 bits. */
export const PairingCode = v.pipe(v.string(), v.regex(/^[0-9A-HJKMNP-TV-Z]{8}$/), v.brand('PairingCode'))
export type PairingCode = v.InferOutput<typeof PairingCode>

/** The public number of a session: names it to its owner, opens nothing. */
export const SessionId = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/), v.brand('SessionId'))
export type SessionId = v.InferOutput<typeof SessionId>

/** What asks, as coarse as a person needs to recognise the machine in front of them, and nothing finer. */
export const Browser = v.object({
  device: v.picklist(['computer', 'phone']),
  name: v.picklist(['chrome', 'edge', 'firefox', 'safari', 'wechat', 'other']),
})
export type Browser = v.InferOutput<typeof Browser>

/** A browser that asks to be signed in (请求登录). Its code is stored as a hash, under which it is found. */
export const Pairing = v.object({
  /** Hash of the code. */
  id: v.string(),
  rev: v.number(),
  tokenHash: TokenHash,
  browser: Browser,
  askedAt: Instant,
  expiresAt: Instant,
  confirmedBy: v.nullable(StaffId),
  confirmedAt: v.nullable(Instant),
})
export type Pairing = v.InferOutput<typeof Pairing>

/** A browser that speaks for a member of staff until it expires or is ended. Found by the hash of its token. */
export const Session = v.object({
  id: SessionId,
  rev: v.number(),
  tokenHash: TokenHash,
  staffId: StaffId,
  browser: Browser,
  createdAt: Instant,
  expiresAt: Instant,
  revokedAt: v.nullable(Instant),
})
export type Session = v.InferOutput<typeof Session>
