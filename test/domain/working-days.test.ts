import {
  addWorkingDays,
  CalendarNotPublished,
  isWorkingDay,
  officialCalendar,
  workingDaysAfter,
} from '#domain/calendar/working-days'
import { beijingDay, type Instant } from '#domain/instant'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

// Minutes behind UTC in November, so that one sees that the zone really changed.
const OFFSETS: Record<string, number> = {
  UTC: 0,
  'Asia/Shanghai': -480,
  'America/New_York': 300,
  'Pacific/Kiritimati': -840,
}

describe('adding working days', () => {
  it.each([
    ['2026-11-18', 5, '2026-11-25', 'an ordinary week'],
    ['2026-11-21', 5, '2026-11-27', 'received on a Saturday'],
    ['2026-09-24', 1, '2026-09-28', 'over 中秋: 25 to 27 September are days off'],
    ['2026-09-30', 5, '2026-10-13', 'over 国庆, with the Saturday worked instead'],
    ['2026-02-13', 1, '2026-02-14', 'the Saturday before 春节 is worked (调休)'],
    ['2025-12-31', 1, '2026-01-04', 'over 元旦: Sunday 4 January is worked'],
    ['2026-11-18', 0, '2026-11-18', 'no days at all'],
  ])('from %s, %i days, is %s (%s)', (from, days, expected) => {
    expect(addWorkingDays(from, days, officialCalendar)).toBe(expected)
  })

  it('names the year whose notice is not published instead of guessing', () => {
    expect(() => addWorkingDays('2026-12-25', 5, officialCalendar)).toThrow(new CalendarNotPublished(2027))
    expect(addWorkingDays('2026-12-25', 4, officialCalendar)).toBe('2026-12-31')
  })

  it('refuses what is not a day or not a count', () => {
    expect(() => addWorkingDays('2026-02-30', 1, officialCalendar)).toThrow(RangeError)
    expect(() => addWorkingDays('20260201', 1, officialCalendar)).toThrow(RangeError)
    expect(() => addWorkingDays('2026-02-01', -1, officialCalendar)).toThrow(RangeError)
    expect(() => addWorkingDays('2026-02-01', 1.5, officialCalendar)).toThrow(RangeError)
  })

  it.each(['UTC', 'Asia/Shanghai', 'America/New_York', 'Pacific/Kiritimati'])('counts the same days in %s', (zone) => {
    const before = process.env['TZ']
    process.env['TZ'] = zone
    try {
      expect(new Date(2026, 10, 21).getTimezoneOffset()).toBe(OFFSETS[zone])
      expect(addWorkingDays('2026-11-18', 5, officialCalendar)).toBe('2026-11-25')
      expect(addWorkingDays('2026-09-30', 5, officialCalendar)).toBe('2026-10-13')
      expect(() => addWorkingDays('2026-12-25', 5, officialCalendar)).toThrow(new CalendarNotPublished(2027))
      expect(beijingDay(Date.parse('2026-11-21T00:30:00+08:00') as Instant)).toBe('2026-11-21')
    } finally {
      if (before === undefined) delete process.env['TZ']
      else process.env['TZ'] = before
    }
  })

  it('lands on a working day, and one day more lands later', () => {
    const day = fc
      .integer({ min: 0, max: 364 })
      .map((n) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10))
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 30 }), (from, days) => {
        const to = addWorkingDays(from, days, officialCalendar)
        expect(isWorkingDay(to, officialCalendar)).toBe(true)
        const passed = workingDaysAfter(from, days, officialCalendar)
        expect(new Set(passed).size).toBe(days)
        expect([...passed].sort()).toEqual(passed)
        expect(addWorkingDays(from, days + 1, officialCalendar) > to).toBe(true)
      }),
    )
  })
})
