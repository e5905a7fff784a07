import { describe, expect, it } from 'vitest'
import { isUnderWay, recountInWords } from '../../src/features/hospital/recount.words'
import { beijing } from '../builders/complaint.builder'

const askedAt = beijing('2026-11-18T09:00:00')
const now = beijing('2026-11-18T09:30:00')

describe('counting anew', () => {
  it.each([
    ['waits for the next minute', { done: 0, total: 0, finishedAt: null }, '已经排上，一分钟内开始。'],
    [
      'tells how many months are left',
      { done: 3, total: 36, finishedAt: null },
      '正在统计：一共 36 个月，好了 3 个。可以先做别的。',
    ],
    [
      'is done with a time',
      { done: 36, total: 36, finishedAt: beijing('2026-11-18T09:05:00') },
      '上次是 11 月 18 日 9:05 统计好的，一共 36 个月。',
    ],
  ])('%s', (_, state, words) => {
    expect(recountInWords({ askedAt, ...state }, now)).toBe(words)
    expect(isUnderWay({ askedAt, ...state })).toBe(state.finishedAt === null)
  })
})
