// @vitest-environment jsdom
import { act, createElement } from 'react'
import { createRoot } from 'react-dom/client'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { DepartmentId } from '#domain/ids'
import type { OpenSurvey } from '#domain/survey/answering.contract'
import { type Rating, useRating } from '../../src/features/supervision/use-rating'
import { beijing } from '../builders/complaint.builder'
import { aForm, aScale } from '../builders/survey.builder'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

const phone = vi.hoisted(() => ({
  storage: new Map<string, unknown>(),
  /** What left the phone, and what comes back in turn. */
  sent: [] as { input: { id: string; answers: unknown } }[],
  answers: [] as object[],
}))

vi.mock('@tarojs/taro', () => ({
  default: {
    getStorageSync: (key: string) => phone.storage.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => phone.storage.set(key, value),
  },
}))
vi.mock('#cloud/transport', () => ({
  send: async (_name: string, event: (typeof phone.sent)[number]) => {
    phone.sent.push(structuredClone(event))
    return phone.answers.shift()
  },
}))
vi.mock('#cloud/random.bytes', () => ({ randomHex: async () => String(phone.sent.length + 1).repeat(32) }))

const open: OpenSurvey = {
  surveyId: 'a'.repeat(32) as OpenSurvey['surveyId'],
  version: 1,
  rater: 'supervisor',
  form: aForm([aScale('q1', null)]),
  hospitalName: '青衿市人民医院',
  place: null,
  shownFrom: 10,
  until: null,
  changed: null,
}

beforeEach(() => Object.assign(phone, { storage: new Map(), sent: [], answers: [] }))

describe('a rating that was changed after no answer came', () => {
  it('becomes whole under its first number, where that one had arrived', async () => {
    const seen: { now: Rating | null } = { now: null }
    const about = { departmentId: '03.01' as DepartmentId, open, now: beijing('2026-11-20T10:00:00'), onShow: () => {} }
    const look = (rating: Rating) => {
      seen.now = rating
    }
    const Page = () => {
      look(useRating(about))
      return null
    }
    const does = (what: (rating: Rating) => unknown) => act(async () => void (await what(seen.now as Rating)))
    await act(async () => createRoot(document.createElement('div')).render(createElement(Page)))
    const [question] = open.form.questions.map(({ id }) => id)
    if (!question) throw new Error('a form has a question')

    phone.answers = [
      { ok: false, code: 'system.failed', message: '…' },
      { ok: false, code: 'supervision.rated', message: '…' },
      { ok: true, value: { answered: 1, counted: true, concerns: [] } },
    ]
    await does((rating) => rating.begin())
    await does((rating) => rating.answer(question, 's3'))
    await does((rating) => rating.handIn())
    await does((rating) => rating.answer(question, 's2'))
    await does((rating) => rating.handIn())
    const [first, other, again] = phone.sent.map(({ input }) => input)
    expect(other?.id).not.toBe(first?.id)
    expect(again).toEqual(first)
    expect(seen.now?.stage).toMatchObject({ kind: 'done' })
  })
})
