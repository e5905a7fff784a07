import type { Instant } from '#domain/instant'
import { describe, expect, it } from 'vitest'
import {
  calendarDayInWords,
  earliestDay,
  happenedInWords,
  recentDays,
} from '../../src/features/complaint/happened.words'

// 1 January 2027, 0:30 in Beijing.
const NOW = Date.UTC(2026, 11, 31, 16, 30) as Instant

describe('the day it happened', () => {
  it('is counted back from today in Beijing, over the turn of a year', () => {
    expect(recentDays(NOW)).toEqual([
      { name: '今天', day: '2027-01-01' },
      { name: '昨天', day: '2026-12-31' },
      { name: '前天', day: '2026-12-30' },
    ])
    expect(earliestDay(NOW).slice(0, 4)).toBe('2022')
  })

  it.each([
    ['2027-01-01', '今天（1 月 1 日）'],
    ['2026-12-31', '昨天（2026 年 12 月 31 日）'],
    ['2026-11-03', '2026 年 11 月 3 日'],
    ['unknown', '说不清'],
    [null, ''],
  ])('%s reads %s', (happened, words) => {
    expect(happenedInWords(happened, NOW)).toBe(words)
  })

  it('stands in a calendar with its weekday', () => {
    expect(calendarDayInWords('2027-01-01', NOW)).toMatch(/^1 月 1 日.周五$/)
  })
})
