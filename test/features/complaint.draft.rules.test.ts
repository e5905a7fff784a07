import { TouchpointId } from '#domain/ids'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import type { DraftWords } from '../../src/features/complaint/complaint.draft'
import { isAboutElsewhere, phoneProblem, whyNot } from '../../src/features/complaint/complaint.draft.rules'

const aDraft = (about: Partial<DraftWords> = {}): DraftWords => ({
  touchpointId: null,
  place: null,
  careSetting: 'inpatient',
  text: '问了三次，都说等着。',
  named: false,
  name: '',
  phone: '',
  ...about,
})

describe('going on from a step', () => {
  it.each([
    [1, { careSetting: null }, '请先选一个'],
    [1, {}, null],
    [2, { text: '  四个字啊  ' }, '再写几个字，至少 5 个字'],
    [2, { text: '五个字够了' }, null],
    [2, { text: '字'.repeat(2000) }, null],
    [2, { text: '字'.repeat(2001) }, '太长了，请删到 2000 字以内'],
    [2, { text: '👍'.repeat(2000) }, null],
    [2, { text: '坏符号\u0001坏符号' }, '里面有认不出的符号，请删掉再试'],
    [3, { named: null }, '请先选一个'],
    [3, { named: false, phone: 'x' }, null],
    [3, { named: true }, '请填好姓名和电话'],
    [3, { named: true, name: '陈', phone: '138 0000 0001' }, null],
    [4, {}, null],
    [4, { text: '' }, '前面还有没填的'],
  ] as const)('%i with %j: %s', (step, about, why) => {
    expect(whyNot(aDraft(about), step)).toBe(why)
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

describe('a draft begun at another code', () => {
  const at = (id: string) => v.parse(TouchpointId, id)
  it('is noticed where a code was scanned, and only there', () => {
    const draft = aDraft({ touchpointId: at('W-1'), place: '12 层' })
    expect(isAboutElsewhere(draft, { touchpointId: at('W-2'), place: '10 层' })).toBe(true)
    expect(isAboutElsewhere(draft, { touchpointId: at('W-1'), place: '12 层' })).toBe(false)
    expect(isAboutElsewhere(draft, { touchpointId: null, place: null })).toBe(false)
  })
})
