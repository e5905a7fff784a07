import { TouchpointId } from '#domain/ids'
import * as v from 'valibot'
import { describe, expect, it, vi } from 'vitest'
import type { DraftWords } from '../../src/features/complaint/complaint.draft'
import {
  contactOf,
  firstUnfinished,
  isAboutElsewhere,
  isBlank,
  phoneProblem,
  whyNot,
} from '../../src/features/complaint/complaint.draft.rules'

vi.mock('@tarojs/taro', () => ({ default: {} }))

const TODAY = '2026-11-18'

const aDraft = (about: Partial<DraftWords> = {}): DraftWords => ({
  touchpointId: null,
  place: null,
  kind: 'complaint',
  category: 'F',
  careSetting: 'inpatient',
  text: '问了三次，都说等着。',
  photos: [],
  happened: '2026-11-17',
  forWhom: 'relative',
  named: false,
  name: '',
  phone: '',
  healthConsent: false,
  ...about,
})

const CHOOSE_DAY = '请选是哪一天，记不清就选“说不清”'
const A_NUMBER = '请填一个能打通的电话，姓名可以不写'

describe('going on from a screen', () => {
  it.each([
    ['kind', { kind: null }, '请先选一个'],
    ['kind', {}, null],
    ['category', { category: null }, '请先选一个，拿不准就选“说不清”'],
    ['category', { category: 'Z' }, null],
    ['setting', { careSetting: null }, '请先选一个'],
    ['setting', {}, null],
    ['words', { text: '  四个字啊  ' }, '再写几个字，至少 5 个字'],
    ['words', { text: '五个字够了' }, null],
    ['words', { text: '字'.repeat(2000) }, null],
    ['words', { text: '字'.repeat(2001) }, '太长了，请删到 2000 字以内'],
    ['words', { text: '👍'.repeat(2000) }, null],
    ['words', { text: '坏符号\u0001坏符号' }, '里面有认不出的符号，请删掉再试'],
    ['photos', {}, null],
    ['when', { happened: null }, CHOOSE_DAY],
    ['when', { happened: 'unknown' }, null],
    ['when', { happened: TODAY }, null],
    ['when', { happened: '2026-11-19' }, '日期选到以后去了，请选事情发生的那天'],
    ['when', { forWhom: null }, '请选是谁的事'],
    ['when', { happened: null, forWhom: null }, CHOOSE_DAY],
    ['contact', { named: null }, '请先选一个'],
    ['contact', { named: false, phone: 'x' }, null],
    ['contact', { named: true }, A_NUMBER],
    ['contact', { named: true, name: '陈' }, A_NUMBER],
    ['contact', { named: true, phone: '1380000000' }, A_NUMBER],
    ['contact', { named: true, phone: '138 0000 0001' }, null],
    ['contact', { named: true, name: ' 陈 ', phone: '138 0000 0001' }, null],
    ['contact', { named: true, name: '陈\u0001', phone: '13800000001' }, '姓名里有认不出的符号，请改一下，或者不写'],
    ['health', { healthConsent: null }, '请先选一个，两种都能交'],
    ['health', { healthConsent: false }, null],
    ['review', {}, null],
    ['review', { text: '' }, '前面还有没填的，请点那一行的“改”'],
  ] as const)('%s with %j: %s', (screen, about, why) => {
    expect(whyNot(aDraft(about), screen, TODAY)).toBe(why)
  })
})

describe('what is unfinished', () => {
  it('is led to in the order of the form', () => {
    expect(firstUnfinished(aDraft(), TODAY)).toBeNull()
    expect(firstUnfinished(aDraft({ text: '', named: null }), TODAY)).toBe('words')
    expect(firstUnfinished(aDraft({ kind: null, text: '' }), TODAY)).toBe('kind')
  })

  it('asks praise and suggestions for no day, no person and no consent', () => {
    const bare = { category: null, happened: null, forWhom: null, healthConsent: null } as const
    expect(firstUnfinished(aDraft({ ...bare, kind: 'praise' }), TODAY)).toBeNull()
    expect(firstUnfinished(aDraft({ ...bare, kind: 'suggestion' }), TODAY)).toBeNull()
    expect(firstUnfinished(aDraft({ ...bare, kind: 'inquiry' }), TODAY)).toBe('health')
    expect(firstUnfinished(aDraft({ ...bare, kind: 'complaint' }), TODAY)).toBe('category')
  })
})

describe('a contact', () => {
  it('is a number, with a name where one was given', () => {
    expect(contactOf(aDraft({ named: true, phone: '13800000001' }))).toEqual({ name: null, phone: '13800000001' })
    expect(contactOf(aDraft({ named: true, name: ' 陈 ', phone: '13800000001' }))?.name).toBe('陈')
    expect(contactOf(aDraft({ named: false, phone: '13800000001' }))).toBeNull()
    expect(contactOf(aDraft({ named: null, phone: '13800000001' }))).toBeNull()
  })
})

describe('a phone number', () => {
  it.each([
    ['', undefined],
    ['13800000001', undefined],
    ['0000-555-0120', undefined],
    ['1380000', '手机号是 11 位，现在有 7 位。座机请带区号。'],
    ['12800000001', '这个号码不像手机号，请再核对一遍。座机请带区号。'],
  ])('%j: %s', (phone, problem) => {
    expect(phoneProblem(phone)).toBe(problem)
  })
})

describe('a draft begun before', () => {
  const at = (id: string) => v.parse(TouchpointId, id)
  it('at another code is noticed where a code was scanned, and only there', () => {
    const draft = aDraft({ touchpointId: at('W-1'), place: '12 层' })
    expect(isAboutElsewhere(draft, { touchpointId: at('W-2'), place: '10 层' })).toBe(true)
    expect(isAboutElsewhere(draft, { touchpointId: at('W-1'), place: '12 层' })).toBe(false)
    expect(isAboutElsewhere(draft, { touchpointId: null, place: null })).toBe(false)
  })

  it('is worth keeping as soon as something was typed', () => {
    expect(isBlank(aDraft({ text: '' }))).toBe(true)
    expect(isBlank(aDraft({ text: '', phone: '1' }))).toBe(false)
    expect(isBlank(aDraft({ text: '问' }))).toBe(false)
  })
})
