import type { Instant } from '#domain/instant'
import { readySet } from '#domain/survey/ready/ready.sets'
import { describe, expect, it } from 'vitest'
import { setNext } from '../../src/features/questionnaires/form.edit'
import { railOf } from '../../src/features/questionnaires/form.rail'
import { nextInWords, numberOf, rowDetail } from '../../src/features/questionnaires/row.words'
import { periodInWords, quotaInWords, standingInWords } from '../../src/features/questionnaires/survey.words'

const now = Date.parse('2026-11-20T10:00:00+08:00') as Instant
const today = '2026-11-20'

const form = readySet('inpatient')
const byId = (id: string) => {
  const question = form.questions.find((each) => each.id === id)
  if (!question) throw new Error(id)
  return question
}

describe('under a question in the list', () => {
  it('stands what can be answered, and where that leads', () => {
    expect(rowDetail(form, byId('qpain'), false)).toMatch(/^疼过.* · 没有疼过 → 第 5 题$/)
  })

  it('stands who is asked, where not everybody is', () => {
    const place = form.questions.indexOf(byId('qpainhelp'))
    expect(railOf(form).rows[place]).toEqual({ isReached: true, goesOn: true, isPassed: true })
    expect(rowDetail(form, byId('qpainhelp'), true)).toBe('只问第 3 题答“疼过”的人')
  })
})

describe('the ways beside the list', () => {
  it('are a line down, and an arc past the question that not everybody is asked', () => {
    const { rows, arcs } = railOf(form)
    expect(rows.every(({ isReached }) => isReached)).toBe(true)
    expect(arcs).toEqual([{ from: 2, to: 4, kind: 'branch', lane: 0 }])
  })

  it('stand in lanes of their own where they pass each other', () => {
    const longer = setNext(form, byId('qrespond').id, byId('qclean').id)
    const { arcs } = railOf(longer)
    expect(arcs).toContainEqual({ from: 1, to: 5, kind: 'way', lane: 0 })
    expect(railOf(setNext(longer, byId('qclean').id, byId('qrespond').id)).arcs).toContainEqual({
      from: 5,
      to: 1,
      kind: 'back',
      lane: 1,
    })
  })
})

describe('a way in words', () => {
  it.each([
    [null, '接着往下问'],
    ['end', '到这里结束'],
    [byId('qclean').id, '跳到第 6 题'],
  ] as const)('%s is %s', (next, words) => {
    expect(nextInWords(form, next)).toBe(words)
  })

  it('counts as the phone does', () => {
    expect(numberOf(form, byId('qpain').id)).toBe(3)
  })
})

describe('how a questionnaire stands', () => {
  const asked = { version: 2, retired: false, isOpen: false, periods: [] }

  it.each([
    [{ ...asked, retired: true }, '停用了'],
    [{ ...asked, version: 0 }, '还没有发布'],
    [asked, '现在不收'],
    [{ ...asked, periods: [{ from: '2026-12-01', to: null }] }, '12 月 1 日开始收'],
    [{ ...asked, isOpen: true, periods: [{ from: '2026-11-01', to: '2026-11-20' }] }, '正在收，到 11 月 20 日'],
    [{ ...asked, isOpen: true, periods: [{ from: '2026-11-20', to: null }] }, '正在收'],
  ])('%o: %s', (survey, words) => {
    expect(standingInWords(survey, today, now)).toBe(words)
  })

  it.each([
    [{ total: null, perDepartment: null }, '不限份数'],
    [{ total: 300, perDepartment: null }, '收满 300 份为止'],
    [{ total: 300, perDepartment: 20 }, '收满 300 份为止，每个科室 20 份'],
  ])('%o: %s', (quota, words) => {
    expect(quotaInWords(quota)).toBe(words)
  })

  it('names its days', () => {
    expect(periodInWords({ from: '2026-11-01', to: null }, now)).toBe('11 月 1 日起，不限到哪天')
    expect(periodInWords({ from: '2025-11-01', to: '2026-01-31' }, now)).toBe('2025 年 11 月 1 日到 1 月 31 日')
  })
})
