import { evidenceInWords, outcomeOf } from '../../src/features/improvements/change.words'
import type { Evidence } from '#domain/survey/improvement.contract'
import type { Cell } from '#domain/survey/results.contract'
import { describe, expect, it } from 'vitest'
import { beijing } from '../builders/complaint.builder'

const now = beijing('2027-01-20T10:00:00')

const shown = (mean: number, top: number): Cell => ({
  state: 'shown',
  comparable: true,
  figure: { n: 100, mean, lower: null, upper: null, top, of: 100, topLower: top - 9, topUpper: top + 9 },
})

const evidence = (about: Partial<Evidence> = {}): Evidence => ({
  question: '按了铃，多久有人来？',
  rater: 'inpatient',
  floor: 65,
  before: { quarter: '2026-Q3', cell: shown(58.7, 41) },
  after: { quarter: '2026-Q4', cell: shown(71.2, 62) },
  verdict: 'higher',
  seenFrom: '2026-Q4',
  ...about,
})

describe('what the figures say after a change', () => {
  it('says whose answers they are, and by what they are told apart', () => {
    expect(evidenceInWords(evidence())).toBe(
      '比改之前高：全院住院患者，2026 年三季度平均 58.7 分，41.0% 答最好；2026 年四季度平均 71.2 分，62.0% 答最好',
    )
    expect(evidenceInWords(evidence({ verdict: 'unclear' }))).toMatch(/^还看不出变化：.*；两段的 95% 区间连着$/)
  })

  it('says when something can be seen, and when too few answered', () => {
    expect(evidenceInWords(evidence({ after: null, verdict: 'not_yet' }))).toBe('2027 年 1 月起能看出有没有变')
    const few = { quarter: '2026-Q4', cell: { state: 'few' } } as const
    expect(evidenceInWords(evidence({ after: few, verdict: 'not_yet' }))).toBe('改了以后答的人还少，看不出')
    expect(evidenceInWords(evidence({ before: { ...few, quarter: '2026-Q3' }, verdict: 'not_yet' }))).toBe(
      '改之前答的人少，比不了',
    )
  })
})

describe('what came of it', () => {
  const change = {
    state: 'changed' as const,
    plan: '多排一个人',
    result: '夜里多排了一个人',
    reason: '',
    dueOn: '2026-12-01',
    moved: [],
    changedOn: '2026-12-01',
    checkedBy: '护理部看了排班',
    isOverdue: false,
  }

  it('says so when it came after the day that was promised', () => {
    expect(outcomeOf(change, null, now).fine).toEqual(['2026 年 12 月 1 日起 · 护理部看了排班'])
    expect(outcomeOf({ ...change, changedOn: '2026-12-02' }, null, now).fine).toEqual([
      '2026 年 12 月 2 日起 · 护理部看了排班',
      '说好 2026 年 12 月 1 日前改，晚了',
    ])
  })
})
