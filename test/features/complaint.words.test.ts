import { byWhenInWords, promiseInWords } from '#domain/complaint/promise.words'
import type { Instant } from '#domain/instant'
import { describe, expect, it } from 'vitest'
import { daysInWords, deadlineOf, titleOf } from '../../src/features/complaint/complaint.words'
import { beijing } from '../builders/complaint.builder'

const dueAt = beijing('2026-11-25T23:59:59.999')

describe('where a case stands in the queue', () => {
  it.each([
    ['the evening before', '2026-11-24T23:59:59', 'later', '11-25 周三'],
    ['on the day itself', '2026-11-25T00:00:00', 'today', '今天'],
    ['in the last second', '2026-11-25T23:59:59', 'today', '今天'],
    ['the moment after', '2026-11-26T00:00:00', 'overdue', '晚 1 天'],
    ['over a weekend', '2026-11-30T08:00:00', 'overdue', '晚 5 天'],
  ])('%s', (_, now, group, words) => {
    expect(deadlineOf(dueAt, beijing(now))).toEqual({ group, words })
  })

  it('is named undated while the date cannot be promised', () => {
    expect(deadlineOf(null, dueAt).group).toBe('undated')
  })
})

describe('the days of a promise', () => {
  const days = ['2026-11-19', '2026-11-20', '2026-11-23', '2026-11-24', '2026-11-25']
  const states = (now: string) => daysInWords(days, beijing(now)).days.map(({ state }) => state)

  it.each([
    ['2026-11-18T20:00:00', ['left', 'left', 'left', 'left', 'left'], 5],
    ['2026-11-20T09:00:00', ['used', 'today', 'left', 'left', 'left'], 4],
    ['2026-11-21T09:00:00', ['used', 'used', 'left', 'left', 'left'], 3],
    ['2026-11-25T23:00:00', ['used', 'used', 'used', 'used', 'today'], 1],
    ['2026-11-26T00:00:00', ['late', 'late', 'late', 'late', 'late'], 0],
  ])('at %s', (now, expected, left) => {
    expect(states(now)).toEqual(expected)
    expect(daysInWords(days, beijing(now)).left).toBe(left)
  })
})

describe('a promise in words', () => {
  const now = beijing('2026-11-18T10:00:00')
  it('is a date, or the days alone while the holidays are not published', () => {
    expect(promiseInWords({ dueAt, replyWithinWorkingDays: 5 }, now)).toBe('最晚 11 月 25 日（周三）答复')
    expect(byWhenInWords({ dueAt, replyWithinWorkingDays: 5 }, now)).toBe('11 月 25 日前')
    expect(promiseInWords({ dueAt: null, replyWithinWorkingDays: 5 }, now)).toBe(
      '5 个工作日内（具体日期待 2027 年放假安排公布）',
    )
    expect(promiseInWords({ dueAt: null, replyWithinWorkingDays: 5 }, beijing('2027-01-04T10:00:00'))).toContain(
      '待 2027 年',
    )
    expect(byWhenInWords({ dueAt: null, replyWithinWorkingDays: 3 }, now as Instant)).toBe('3 个工作日内')
  })
})

describe('what a case is called', () => {
  it.each([
    ['病房空调夜里响。白天来人看过一次。', '病房空调夜里响'],
    ['一二三四五六七八九十一二三四五六七八九十', '一二三四五六七八九十一二三四五六七八…'],
    ['没有句号', '没有句号'],
  ])('%s → %s', (opening, title) => {
    expect(titleOf(opening)).toBe(title)
  })
})
