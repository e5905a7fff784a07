import { Improvement, ImprovementSource } from '#domain/survey/improvement.model'
import {
  firstQuarterAfter,
  inPublicOrder,
  isOverdue,
  lastQuarterBefore,
  latestClosed,
  proposalsIn,
  saidByInPublic,
  verdictOf,
} from '#domain/survey/improvement.rules'
import type { Cell } from '#domain/survey/results.contract'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'

const question = (quarter: string, questionId = 'q1') =>
  v.parse(ImprovementSource, { surveyId: 'a'.repeat(32), questionId, quarter })

const anImprovement = (about: Partial<Record<keyof Improvement, unknown>> = {}): Improvement =>
  v.parse(Improvement, {
    id: 'b'.repeat(32),
    rev: 0,
    hospitalId: 'h1',
    source: question('2026-Q2'),
    departmentId: null,
    said: '问了三次，都叫等着。',
    saidBy: null,
    plan: '报告一出就发短信',
    ownerName: '周',
    dueOn: '2026-11-25',
    moved: [],
    state: 'open',
    proposedOn: '2026-08-01',
    changedOn: null,
    result: '',
    checkedBy: '',
    reason: '',
    isPublic: true,
    ...about,
  })

/** As a question's: without an interval of its mean. */
const shown = (top: number, topLower: number | null, topUpper: number | null): Cell => ({
  state: 'shown',
  comparable: true,
  figure: { n: 100, mean: 63.9, lower: null, upper: null, top, of: 100, topLower, topUpper },
})

describe('a question below its limit', () => {
  const below = [question('2026-Q3')]
  it.each([
    ['nobody took it on', [], 1],
    ['somebody is at it since an earlier quarter', [anImprovement()], 0],
    ['it was decided on for this quarter', [anImprovement({ source: question('2026-Q3'), state: 'not_changed' })], 0],
    ['it was left as it is for an earlier quarter', [anImprovement({ state: 'not_changed' })], 1],
    ['the change came within the quarter', [anImprovement({ state: 'changed', changedOn: '2026-08-10' })], 0],
    ['the change was there all the quarter', [anImprovement({ state: 'changed', changedOn: '2026-07-01' })], 1],
    ['it is another question', [anImprovement({ source: question('2026-Q3', 'q2') })], 1],
    ['it came from a word in the corridor', [anImprovement({ source: null })], 1],
  ])('waits for somebody or not, where %s', (_when, known, proposed) => {
    expect(proposalsIn(below, known)).toHaveLength(proposed)
  })
})

describe('quarters around a change', () => {
  it.each([
    ['2026-07-01', '2026-Q2', '2026-Q3'],
    ['2026-07-02', '2026-Q2', '2026-Q4'],
    ['2026-12-31', '2026-Q3', '2027-Q1'],
  ])('of %s are %s and %s', (changedOn, before, after) => {
    expect([lastQuarterBefore(changedOn), firstQuarterAfter(changedOn)]).toEqual([before, after])
  })

  it('are over on the day after their last', () => {
    expect([latestClosed('2026-09-30'), latestClosed('2026-10-01')]).toEqual(['2026-Q2', '2026-Q3'])
  })
})

describe('what the figures say', () => {
  it.each<[string, Cell, Cell, string]>([
    ['is nothing while one of them is not shown', shown(60, 55, 65), { state: 'few' }, 'not_yet'],
    ['is unclear while the intervals touch', shown(60, 55, 65), shown(70, 65, 75), 'unclear'],
    ['is higher only past them', shown(60, 55, 65), shown(70, 65.1, 75), 'higher'],
    ['is lower where it is lower', shown(60, 55, 65), shown(50, 45, 54.9), 'lower'],
    ['is unclear where there is no interval', shown(60, null, null), shown(90, 85, 95), 'unclear'],
  ])('%s', (_says, before, after, verdict) => {
    expect(verdictOf(before, after)).toBe(verdict)
  })
})

describe('in public', () => {
  it('fewer than five are no number', () => {
    expect([null, 1, 4, 5].map(saidByInPublic)).toEqual([null, null, null, 5])
  })

  it('a promised day holds until it is over', () => {
    const item = anImprovement()
    expect(['2026-11-24', '2026-11-25', '2026-11-26'].map((day) => isOverdue(item, day))).toEqual([false, false, true])
  })

  it('what is late comes first, then what was changed, the newest first', () => {
    const late = anImprovement({ dueOn: '2026-11-01' })
    const old = anImprovement({ state: 'changed', changedOn: '2026-09-01' })
    const fresh = anImprovement({ state: 'changed', changedOn: '2026-11-01' })
    const open = anImprovement({ dueOn: '2026-12-01' })
    const stays = anImprovement({ state: 'not_changed' })
    expect(inPublicOrder([stays, open, old, fresh, late], '2026-11-22')).toEqual([late, fresh, old, open, stays])
  })
})
