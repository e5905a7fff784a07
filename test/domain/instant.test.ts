import {
  beijingDay,
  dayInWords,
  daysUntil,
  endOfBeijingDay,
  type Instant,
  timeInWords,
  weekdayInWords,
} from '#domain/instant'
import { describe, expect, it } from 'vitest'

const beijing = (text: string) => Date.parse(`${text}+08:00`) as Instant

describe('a Beijing day', () => {
  it.each([
    ['2026-11-21T00:00:00', '2026-11-21'],
    ['2026-11-21T00:30:00', '2026-11-21'],
    ['2026-11-21T07:59:59', '2026-11-21'],
    ['2026-11-21T23:59:59', '2026-11-21'],
  ])('%s belongs to %s wherever the machine is', (at, day) => {
    expect(beijingDay(beijing(at))).toBe(day)
  })

  it('ends one millisecond before the next one begins', () => {
    expect(endOfBeijingDay('2026-12-31')).toBe(beijing('2027-01-01T00:00:00') - 1)
  })
})

describe('an instant in words', () => {
  const now = beijing('2026-11-21T22:00:00')
  it('is read as people say it', () => {
    expect(dayInWords(beijing('2026-11-25T23:59:59'), now)).toBe('11 月 25 日')
    expect(dayInWords(beijing('2027-01-04T10:00:00'), now)).toBe('2027 年 1 月 4 日')
    expect(weekdayInWords(beijing('2026-11-25T23:59:59'))).toBe('周三')
    expect(timeInWords(beijing('2026-11-18T09:43:00'), now)).toBe('11 月 18 日 9:43')
  })
  it('is so many days away', () => {
    expect(daysUntil(beijing('2026-11-22T00:00:01'), now)).toBe(1)
    expect(daysUntil(beijing('2026-11-21T00:00:01'), now)).toBe(0)
    expect(daysUntil(beijing('2026-11-19T23:00:00'), now)).toBe(-2)
  })
})
