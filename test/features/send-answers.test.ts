import type { ErrorCode } from '#domain/errors'
import type { Nonce, SurveyId } from '#domain/ids'
import type { Instant } from '#domain/instant'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Door } from '../../src/features/answering/answering.door'
import { sendAnswers } from '../../src/features/answering/send-answers'
import {
  deleteDraft,
  DRAFT_KEPT_DAYS,
  loadDraft,
  newDraft,
  saveDraft,
  type SurveyDraft,
} from '../../src/features/answering/survey.draft'
import { beijing } from '../builders/complaint.builder'

const phone = vi.hoisted(() => ({
  full: false,
  storage: new Map<string, string>(),
  /** What left the phone. */
  sent: [] as { action: string; input: { nonce: string; version: number; answers: Record<string, unknown> } }[],
  /** What comes back, in turn. */
  answers: [] as (() => Promise<unknown>)[],
}))

vi.mock('@tarojs/taro', () => ({
  default: {
    getStorageSync: (key: string) => JSON.parse(phone.storage.get(key) ?? '""') as unknown,
    setStorageSync: (key: string, value: unknown) => {
      if (phone.full) throw new Error('no room')
      phone.storage.set(key, JSON.stringify(value))
    },
  },
}))

vi.mock('#cloud/transport', () => ({
  send: (_name: string, event: (typeof phone.sent)[number]) => {
    phone.sent.push(structuredClone(event))
    const answer = phone.answers.shift()
    if (!answer) throw new Error('nothing was expected to be sent')
    return answer()
  },
}))

const THANKS = { answered: 2, counted: true, concerns: [] }
const arrives = () => Promise.resolve({ ok: true, value: THANKS })
const refused = (code: ErrorCode, fields?: string[]) => () => Promise.resolve({ ok: false, code, message: '…', fields })
const offline = () => Promise.reject(new Error('fetch failed'))

const now = beijing('2026-11-20T10:00:00')
const surveyId = 'a'.repeat(32) as SurveyId
const byCode = { kind: 'code', rater: 'outpatient', scene: 't=W-1' } as const satisfies Door
const answers = { q1: 's3', q2: 'no' }
const others = { q1: 's0', q2: 'no' }

let draft: SurveyDraft
let kept: SurveyDraft[]
const sendFrom = (from: SurveyDraft, sent: Record<string, string>, door: Door = byCode) =>
  sendAnswers(from, sent, { door, surveyId, keep: (one) => kept.push(one) })
const last = (): SurveyDraft => kept.at(-1) ?? draft

beforeEach(async () => {
  Object.assign(phone, { full: false, sent: [], answers: [] })
  phone.storage.clear()
  kept = []
  draft = await newDraft(3, now)
})

describe('handing answers in', () => {
  it('keeps what goes out on the phone before it goes', async () => {
    phone.answers = [arrives]
    expect(await sendFrom(draft, answers)).toEqual({ kind: 'arrived', thanks: THANKS, version: 3, sent: answers })
    expect(kept).toEqual([{ ...draft, handed: answers }])
    expect(phone.sent).toEqual([
      { action: 'answer', input: { surveyId, version: 3, nonce: draft.nonce, answers, scene: 't=W-1' } },
    ])
  })

  it('again after no answer came is the same sheet', async () => {
    phone.answers = [offline, refused('system.failed'), arrives]
    expect(await sendFrom(draft, answers)).toEqual({ kind: 'uncertain', code: 'network.offline' })
    expect(await sendFrom(last(), answers)).toEqual({ kind: 'uncertain', code: 'system.failed' })
    expect(await sendFrom(last(), answers)).toMatchObject({ kind: 'arrived' })
    expect(new Set(phone.sent.map(({ input }) => input.nonce))).toEqual(new Set([draft.nonce]))
  })

  it('otherwise than may have arrived goes under another number', async () => {
    phone.answers = [offline, arrives]
    await sendFrom(draft, answers)
    expect(await sendFrom(last(), others)).toMatchObject({ kind: 'arrived', sent: others })
    expect(phone.sent[1]?.input.nonce).not.toBe(draft.nonce)
  })

  it('counts what arrived first, when it did after all', async () => {
    phone.answers = [offline, refused('survey.already_answered'), arrives]
    await sendFrom(draft, answers)
    expect(await sendFrom(last(), others)).toMatchObject({ kind: 'arrived', sent: answers })
    expect(phone.sent.map(({ input }) => input.nonce === draft.nonce)).toEqual([true, false, true])
  })

  it('is refused the second time, and nothing is sent again by itself', async () => {
    phone.answers = [refused('survey.already_answered')]
    expect(await sendFrom(draft, answers)).toEqual({ kind: 'closed', code: 'survey.already_answered' })
    expect(phone.sent).toHaveLength(1)
  })

  it('names the question that was not taken, and may be changed under the same number', async () => {
    phone.answers = [refused('survey.answer_refused', ['answers.q2'])]
    expect(await sendFrom(draft, answers)).toEqual({
      kind: 'refused',
      code: 'survey.answer_refused',
      fields: ['answers.q2'],
      draft,
    })
    expect(last().handed).toBeNull()
  })

  it('stays on the phone when the day is full for browsers', async () => {
    phone.answers = [refused('auth.required'), refused('survey.web_day_full')]
    expect(await sendFrom(draft, answers)).toMatchObject({ kind: 'refused', code: 'survey.web_day_full', draft })
    expect(last()).toMatchObject({ nonce: draft.nonce, answers: draft.answers })
  })

  it('stays in doubt when a busy cloud refuses a retry', async () => {
    phone.answers = [offline, refused('system.busy')]
    await sendFrom(draft, answers)
    expect(await sendFrom(last(), answers)).toMatchObject({ kind: 'refused', draft: { handed: answers } })
  })

  it.each<ErrorCode>(['auth.required', 'session.wechat_only', 'session.expired'])(
    'in a browser that answers %s is kept apart',
    async (code) => {
      phone.answers = [refused(code), arrives]
      expect(await sendFrom(draft, answers)).toMatchObject({ kind: 'arrived' })
      expect(phone.sent.map(({ action }) => action)).toEqual(['answer', 'answerUnverified'])
      expect(phone.sent[1]?.input.nonce).toBe(draft.nonce)
    },
  )

  it.each<[Door, string, Record<string, unknown>]>([
    [
      { kind: 'visit', link: `${'1'.repeat(32)}-${'2'.repeat(32)}` },
      'answerLink',
      { link: `${'1'.repeat(32)}-${'2'.repeat(32)}` },
    ],
    [{ kind: 'staff', surveyId, departmentId: null, by: 'QJ-1' }, 'answerAsStaff', { departmentId: null }],
  ])('goes in by its own door', async (door, action, more) => {
    phone.answers = [arrives]
    await sendFrom(draft, answers, door)
    expect(phone.sent).toEqual([{ action, input: { surveyId, version: 3, nonce: draft.nonce, answers, ...more } }])
  })
})

describe('a draft', () => {
  it('lies on the phone by its name until it is deleted', () => {
    saveDraft('phone', 'one', { ...draft, answers }, now)
    saveDraft('phone', 'two', { ...draft, answers: others }, now)
    expect(loadDraft('phone', 'one', now)?.answers).toEqual(answers)
    deleteDraft('phone', 'one')
    expect(loadDraft('phone', 'one', now)).toBeNull()
    expect(loadDraft('phone', 'two', now)?.answers).toEqual(others)
  })

  it('is forgotten after a month', () => {
    const days = (count: number) => (now + count * 86_400_000) as Instant
    saveDraft('phone', 'one', draft, now)
    expect(loadDraft('phone', 'one', days(DRAFT_KEPT_DAYS - 1))).not.toBeNull()
    expect(loadDraft('phone', 'one', days(DRAFT_KEPT_DAYS))).toBeNull()
    saveDraft('phone', 'two', draft, days(DRAFT_KEPT_DAYS))
    expect(phone.storage.get('survey.drafts')).not.toContain('"one"')
  })

  it('that another version of the program wrote is rescued answer by answer, or is none', () => {
    const entry = { ...draft, answers: 7, at: 'x', handed: 'y', savedAt: now }
    phone.storage.set('survey.drafts', JSON.stringify({ one: entry, two: { nonce: 'short' } }))
    expect(loadDraft('phone', 'one', now)).toEqual({ ...draft, answers: {}, at: null, handed: null, savedAt: now })
    expect(loadDraft('phone', 'two', now)).toBeNull()
  })

  it('for which there is no room says so', () => {
    phone.full = true
    expect(saveDraft('phone', 'one', draft, now)).toBe(false)
  })

  it('has a number that nobody guesses', async () => {
    const nonces = new Set<Nonce>()
    for (let at = 0; at < 50; at += 1) nonces.add((await newDraft(1, now)).nonce)
    expect(nonces.size).toBe(50)
  })
})
