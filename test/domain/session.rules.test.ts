import { StaffId } from '#domain/ids'
import type { Instant } from '#domain/instant'
import { Pairing, PairingCode, Session, SessionId } from '#domain/hospital/session.model'
import {
  browserInWords,
  confirmBy,
  isLive,
  isWaiting,
  makePairingCode,
  makeSessionToken,
  pairingCodeIn,
  pairingCodeInGroups,
  pairingExpiry,
  sessionExpiry,
  sessionOf,
  speakerOf,
} from '#domain/hospital/session.rules'
import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { aMember, aVisitor, beijing } from '../builders/complaint.builder'

const ASKED = beijing('2026-11-20T08:00:00')
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const after = (ms: number) => (ASKED + ms) as Instant
const [shen, han] = ['S1', 'S2'].map((id) => v.parse(StaffId, id)) as [StaffId, StaffId]

const aPairing = (about: Partial<v.InferInput<typeof Pairing>> = {}): Pairing =>
  v.parse(Pairing, {
    id: 'p',
    rev: 0,
    tokenHash: 'a'.repeat(64),
    browser: { device: 'computer', name: 'chrome' },
    askedAt: ASKED,
    expiresAt: pairingExpiry(ASKED),
    confirmedBy: null,
    confirmedAt: null,
    ...about,
  })

const aSession = (about: Partial<v.InferInput<typeof Session>> = {}): Session =>
  v.parse(Session, {
    id: 'b'.repeat(32),
    rev: 0,
    tokenHash: 'a'.repeat(64),
    staffId: 'S1',
    browser: { device: 'computer', name: 'edge' },
    createdAt: ASKED,
    expiresAt: sessionExpiry(ASKED),
    revokedAt: null,
    ...about,
  })

describe('a code on the computer’s screen', () => {
  it('is read back from what was shown, however it is typed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 8, maxLength: 8 }), (bytes) => {
        const code = makePairingCode(bytes)
        expect(pairingCodeIn(pairingCodeInGroups(code).toLowerCase())).toBe(code)
        expect(pairingCodeIn(code.replace(/0/g, 'o').replace(/1/g, 'l'))).toBe(code)
        expect(pairingCodeIn(`${code.slice(0, 4)}-${code.slice(4)} `)).toBe(code)
      }),
    )
  })

  it('takes each character of a byte equally often', () => {
    const codes = Array.from({ length: 32 }, (_, row) =>
      makePairingCode(Uint8Array.from({ length: 8 }, (__, column) => row * 8 + column)),
    )
    const counts = new Map<string, number>()
    for (const character of codes.join('')) counts.set(character, (counts.get(character) ?? 0) + 1)
    expect([...counts.values()]).toEqual(Array.from({ length: 32 }, () => 8))
  })

  it.each(['', 'ABCD', 'ABCD EFGH 1', 'UUUU UUUU', '登录码登录码登录', 'x'.repeat(1000)])('is not %j', (typed) => {
    expect(pairingCodeIn(typed)).toBeNull()
  })

  it('needs all its random bytes, as the token does', () => {
    expect(() => makePairingCode(new Uint8Array(7))).toThrow(RangeError)
    expect(() => makeSessionToken(new Uint8Array(31))).toThrow(RangeError)
    expect(makeSessionToken(new Uint8Array(32).fill(171))).toBe('ab'.repeat(32))
  })

  it.each([
    [0, true],
    [5 * MINUTE - 1, true],
    [5 * MINUTE, false],
    [-1, false],
  ])('waits %i ms after it was asked for: %s', (ms, waits) => {
    expect(isWaiting(aPairing(), after(ms))).toBe(waits)
  })
})

describe('confirming', () => {
  it('happens once; the same person asking again changes nothing', () => {
    const first = confirmBy(aPairing(), shen, after(MINUTE))
    if (!first.ok) throw new Error(first.code)
    expect(first.value).toMatchObject({ confirmedBy: 'S1', confirmedAt: after(MINUTE) })
    expect(confirmBy(first.value, shen, after(2 * MINUTE))).toEqual(first)
    expect(confirmBy(first.value, han, after(2 * MINUTE))).toMatchObject({ code: 'session.code_unknown' })
    expect(confirmBy(first.value, shen, after(5 * MINUTE))).toMatchObject({ code: 'session.code_unknown' })
    expect(confirmBy(aPairing(), shen, after(5 * MINUTE))).toMatchObject({ code: 'session.code_unknown' })
  })

  it('opens a session of eight hours for the browser that asked, and no confirmation opens none', () => {
    const id = v.parse(SessionId, 'b'.repeat(32))
    const confirmed = aPairing({ confirmedBy: 'S1', confirmedAt: after(MINUTE) })
    expect(sessionOf(confirmed, id)).toMatchObject({
      id,
      tokenHash: confirmed.tokenHash,
      staffId: 'S1',
      createdAt: after(MINUTE),
      expiresAt: after(MINUTE + 8 * HOUR),
      revokedAt: null,
    })
    expect(sessionOf(aPairing(), id)).toBeNull()
  })
})

describe('a session', () => {
  it.each([
    [-1, false],
    [0, true],
    [8 * HOUR - 1, true],
    [8 * HOUR, false],
  ])('counts %i ms after it began: %s', (ms, live) => {
    expect(isLive(aSession(), after(ms))).toBe(live)
  })

  it('speaks for its owner exactly from its beginning until before its end, unless it was ended or they left', () => {
    const moment = fc.integer({ min: -HOUR, max: 10 * HOUR })
    const owners = fc.constantFrom(aMember('case_handler'), aVisitor, null)
    fc.assert(
      fc.property(moment, fc.option(moment), owners, (now, revoked, owner) => {
        const session = aSession({ revokedAt: revoked === null ? null : after(revoked) })
        const counts = revoked === null && now >= 0 && now < 8 * HOUR && owner?.staff
        const expected = counts ? { ...owner, session: session.id } : null
        expect(speakerOf(session, owner, after(now))).toEqual(expected)
      }),
    )
  })
})

describe('the browser in words', () => {
  it.each([
    ['computer', 'chrome', '电脑上的 Chrome'],
    ['phone', 'safari', '手机上的 Safari'],
    ['computer', 'wechat', '电脑上的微信'],
    ['computer', 'other', '电脑上的浏览器'],
  ] as const)('%s %s is %s', (device, name, words) => {
    expect(browserInWords({ device, name })).toBe(words)
  })

  it('is shown beside a code of two groups', () => {
    expect(pairingCodeInGroups(v.parse(PairingCode, '7K3M9QXA'))).toBe('7K3M 9QXA')
  })
})
