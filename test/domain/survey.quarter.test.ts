import { monthsOf, quarterAfter, quarterInWords, quarterOf, quartersOf } from '#domain/survey/quarter'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

describe('quarters', () => {
  it.each([
    ['2026-01-01', '2026-Q1'],
    ['2026-03-31', '2026-Q1'],
    ['2026-04-01', '2026-Q2'],
    ['2026-12', '2026-Q4'],
  ])('%s lies in %s', (day, quarter) => {
    expect(quarterOf(day)).toBe(quarter)
  })

  it('have three months each, four in a year', () => {
    expect(monthsOf('2026-Q3')).toEqual(['2026-07', '2026-08', '2026-09'])
    expect(quartersOf('2026')).toEqual(['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'])
    expect(quarterInWords('2026-Q3')).toBe('2026 年三季度')
  })

  it('go over the year and back', () => {
    expect(quarterAfter('2026-Q4', 1)).toBe('2027-Q1')
    expect(quarterAfter('2026-Q1', -1)).toBe('2025-Q4')
    fc.assert(
      fc.property(
        fc.integer({ min: 1990, max: 2080 }),
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: -60, max: 60 }),
        (year, at, by) => {
          const quarter = `${year}-Q${at}`
          expect(quarterAfter(quarterAfter(quarter, by), -by)).toBe(quarter)
        },
      ),
    )
  })
})
