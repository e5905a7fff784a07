import { honestQuarter, isNone } from '#domain/survey/honest.months'
import { runningDays } from '#domain/survey/running.blocks'
import { SHOWN_FROM } from '#domain/survey/survey.model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const day = fc.record({ n: fc.integer({ min: 0, max: 14 }), unrated: fc.integer({ min: 0, max: 14 }) })
const month = fc.array(day, { minLength: 1, maxLength: 31 }).map((days) =>
  days.map(({ n, unrated }, at) => ({
    day: `2026-10-${String(at + 1).padStart(2, '0')}`,
    n,
    of: Math.max(0, n - unrated),
  })),
)
const sum = (days: readonly { n: number; of: number }[]) => ({
  n: days.reduce((total, { n }) => total + n, 0),
  of: days.reduce((total, { of }) => total + of, 0),
})

describe('a month that runs', () => {
  it('differs between any two showings, and from the month when it is over, by nothing or by ten answers at least', () => {
    fc.assert(
      fc.property(month, (days) => {
        const showings = days.map((_, at) => sum(days.slice(0, runningDays(days.slice(0, at + 1), true))))
        const all = [...new Map(showings.map((showing) => [showing.n, showing])).values(), sum(days)]
        for (const [at, one] of all.entries()) {
          for (const other of all.slice(at + 1)) {
            if (one.n === 0 || other.n === 0) continue
            for (const by of ['n', 'of'] as const) {
              const difference = Math.abs(one[by] - other[by])
              expect(difference === 0 || difference >= SHOWN_FROM).toBe(true)
            }
          }
        }
      }),
    )
  })

  it('shows nothing under two blocks, and then all but the last', () => {
    const days = (...counts: number[]) => counts.map((n, at) => ({ day: `2026-10-0${at + 1}`, n, of: n }))
    expect(runningDays(days(9), true)).toBe(0)
    expect(runningDays(days(10), true)).toBe(0)
    expect(runningDays(days(10, 9), true)).toBe(0)
    expect(runningDays(days(10, 10), true)).toBe(1)
    expect(runningDays(days(4, 6, 3, 7, 10), true)).toBe(4)
  })

  it('waits for the overall question where there is one', () => {
    const days = [12, 12].map((n, at) => ({ day: `2026-10-0${at + 1}`, n, of: 5 }))
    expect(runningDays(days, true)).toBe(0)
    expect(runningDays(days, false)).toBe(1)
  })
})

describe('the months of a quarter', () => {
  const both = (...counts: number[]) => counts.map((n) => ({ n, of: n }))

  it.each([
    [both(50, 60, 70), 3, [true, true, true], false],
    [both(50, 60, 70), 2, [true, true, false], false],
    // One alone would be told by the quarter: the last goes with it.
    [both(50, 4, 70), 3, [true, false, false], false],
    // The others were shown when they ended.
    [both(50, 60, 4), 3, [true, true, false], true],
    // Two of too few together.
    [both(50, 4, 3), 3, [true, false, false], true],
    [both(50, 4, 6), 3, [true, false, false], false],
    // Nothing is nothing, and protects nobody.
    [both(50, 4, 0), 3, [true, false, true], true],
    [both(50, 0, 70), 3, [true, true, true], false],
  ])('of %j, %i of them over, are shown %j; the quarter is kept back: %j', (months, closed, shown, isForced) => {
    const quarter = honestQuarter(months, closed)
    expect(quarter.months).toEqual(shown)
    expect(quarter.isForced).toBe(isForced)
  })

  it('are never taken back, and leave nothing or ten answers of a quarter that is shown', () => {
    const counts = fc.array(fc.integer({ min: 0, max: 25 }), { minLength: 3, maxLength: 3 })
    fc.assert(
      fc.property(counts, (some) => {
        const months = both(...some)
        for (const closed of [1, 2]) {
          honestQuarter(months, closed).months.forEach((isShown, at) => {
            if (isShown && at < closed) expect(honestQuarter(months, 3).months[at]).toBe(true)
          })
        }
        const { months: shown, isForced } = honestQuarter(months, 3)
        if (isForced) return
        const kept = months.filter((one, at) => !shown[at] && !isNone(one))
        const left = kept.reduce((total, { n }) => total + n, 0)
        expect(kept.length === 0 || (kept.length >= 2 && left >= SHOWN_FROM)).toBe(true)
      }),
    )
  })
})
