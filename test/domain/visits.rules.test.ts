import { type ReportedVisits, visitActions } from '#domain/hospital/visits.contract'
import { DepartmentVisits, type VisitSeries } from '#domain/hospital/visits.model'
import { isWhole, partialIn, sumsOf, totalOf, undoUntil, withReported } from '#domain/hospital/visits.rules'
import type { Instant } from '#domain/instant'
import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'

const MONTH = '2026-09'
const LENGTH = 30

const month = (count: number): VisitSeries => ({ by: 'month', count })
/** `count` on each of these days of September. */
const days = (count: number, ...on: number[]): VisitSeries => ({
  by: 'day',
  days: Array.from({ length: LENGTH }, (_, at) => (on.includes(at + 1) ? count : null)),
})
const everyDay = (count: number): VisitSeries => ({ by: 'day', days: Array<number>(LENGTH).fill(count) })

type Figures = Partial<Pick<DepartmentVisits, 'outpatient' | 'discharges'>>
const stored = (departmentId: string, figures: Figures): DepartmentVisits =>
  v.parse(DepartmentVisits, { departmentId, outpatient: null, discharges: null, ...figures })
const said = (departmentId: string, figures: Figures): ReportedVisits =>
  ({ departmentId, ...figures }) as ReportedVisits

const after = (before: DepartmentVisits[], ...reported: ReportedVisits[]) => {
  const report = withReported(MONTH, before, reported)
  if (!report.ok) throw new Error(report.code)
  return report.value
}

describe('a department’s month', () => {
  it('comes to its figure, or to the days that were reported', () => {
    expect(totalOf(null)).toBe(null)
    expect(totalOf(month(0))).toBe(0)
    expect(totalOf(days(7, 1, 2, 30))).toBe(21)
    expect(totalOf(days(7))).toBe(null)
  })

  it('is whole with its figure, or with every day of that month', () => {
    expect(isWhole(null, MONTH)).toBe(false)
    expect(isWhole(month(0), MONTH)).toBe(true)
    expect(isWhole(everyDay(0), MONTH)).toBe(true)
    expect(isWhole(everyDay(0), '2026-10')).toBe(false)
    const { days: allButOne } = { days: [...Array<number>(29).fill(1), null] }
    expect(isWhole({ by: 'day', days: allButOne }, MONTH)).toBe(false)
  })
})

describe('reporting on a month', () => {
  it('adds departments by their code', () => {
    expect(after([stored('04', { outpatient: month(9) })], said('03.01', { outpatient: month(5) }))).toEqual({
      after: [stored('03.01', { outpatient: month(5) }), stored('04', { outpatient: month(9) })],
      changes: [{ departmentId: '03.01', measure: 'outpatient', before: null, after: 5 }],
    })
  })

  it('by a figure of the month takes the place of whatever is there', () => {
    for (const before of [month(100), days(5, 1, 2), everyDay(4)]) {
      expect(after([stored('03', { outpatient: before })], said('03', { outpatient: month(70) }))).toEqual({
        after: [stored('03', { outpatient: month(70) })],
        changes: [{ departmentId: '03', measure: 'outpatient', before: totalOf(before), after: 70 }],
      })
    }
  })

  it('by days puts them beside the days that are there', () => {
    expect(after([stored('03', { discharges: days(5, 1, 2) })], said('03', { discharges: days(6, 2, 3) }))).toEqual({
      after: [stored('03', { discharges: { by: 'day', days: [5, 6, 6, ...Array<null>(27).fill(null)] } })],
      changes: [{ departmentId: '03', measure: 'discharges', before: 10, after: 17 }],
    })
  })

  it('by some days cannot take the place of a figure of the month, by all of them it can', () => {
    const before = [stored('03', { outpatient: month(100) }), stored('04', { outpatient: days(1, 1) })]
    const some = [
      said('04', { outpatient: days(1, 2) }),
      said('03', { outpatient: days(5, 1, 2), discharges: days(1, 1) }),
    ]
    expect(withReported(MONTH, before, some)).toEqual({
      ok: false,
      code: 'visits.partial_month',
      fields: ['departments.1.outpatient'],
    })
    expect(partialIn(MONTH, before, some)).toEqual([{ departmentId: '03', measure: 'outpatient' }])
    expect(after(before, said('03', { outpatient: everyDay(2) })).changes).toEqual([
      { departmentId: '03', measure: 'outpatient', before: 100, after: 60 },
    ])
  })

  it('by — takes away, and a department without any figure is none', () => {
    const before = [
      stored('03', { outpatient: month(9), discharges: month(2) }),
      stored('04', { outpatient: month(1) }),
    ]
    expect(after(before, said('03', { outpatient: null }), said('04', { outpatient: null }))).toEqual({
      after: [stored('03', { discharges: month(2) })],
      changes: [
        { departmentId: '03', measure: 'outpatient', before: 9, after: null },
        { departmentId: '04', measure: 'outpatient', before: 1, after: null },
      ],
    })
  })

  it('leaves alone what it does not speak of, also by days without a figure', () => {
    const before = [stored('03', { outpatient: month(9), discharges: days(2, 4) })]
    expect(after(before, said('03', {}), said('04', { outpatient: null }))).toEqual({ after: before, changes: [] })
    expect(after(before, said('03', { outpatient: days(0), discharges: days(0) }))).toEqual({
      after: before,
      changes: [],
    })
  })

  it('takes 0 for a figure', () => {
    expect(after([], said('03', { outpatient: month(0), discharges: days(0, 1) })).after).toEqual([
      stored('03', { outpatient: month(0), discharges: days(0, 1) }),
    ])
  })

  it('notices that a figure of the month takes the place of days with the same total', () => {
    const before = [stored('03', { outpatient: days(5, 1, 2) })]
    expect(after(before, said('03', { outpatient: month(10) })).changes).toEqual([
      { departmentId: '03', measure: 'outpatient', before: 10, after: 10 },
    ])
  })

  it('refuses days of a month of another length, and a department twice', () => {
    const october = { by: 'day' as const, days: Array<number>(31).fill(1) }
    expect(withReported(MONTH, [], [said('03', { outpatient: month(1), discharges: october })])).toEqual({
      ok: false,
      code: 'input.invalid',
      fields: ['departments.0.discharges'],
    })
    expect(withReported(MONTH, [], [said('03', {}), said('03', {})])).toMatchObject({ code: 'input.invalid' })
    for (const [february, length] of [
      ['2026-02', 28],
      ['2028-02', 29],
    ] as const) {
      const whole = { by: 'day' as const, days: Array<number>(length).fill(1) }
      expect(withReported(february, [], [said('03', { outpatient: whole })])).toMatchObject({ ok: true })
      expect(withReported(february, [], [said('03', { outpatient: everyDay(1) })])).toMatchObject({ ok: false })
    }
  })
})

const aCount = fc.integer({ min: 0, max: 9_999_999 })
const aSeries: fc.Arbitrary<VisitSeries> = fc.oneof(
  aCount.map(month),
  fc
    .array(fc.option(aCount, { nil: null }), { minLength: LENGTH, maxLength: LENGTH })
    .map((counts): VisitSeries => ({ by: 'day', days: counts })),
  fc.subarray(Array.from({ length: LENGTH }, (_, at) => at + 1)).map((on) => days(3, ...on)),
)
const aReport = fc.uniqueArray(
  fc.record(
    { departmentId: fc.constantFrom('03', '03.01', '04', 'F01'), outpatient: fc.option(aSeries), discharges: aSeries },
    { requiredKeys: ['departmentId'] },
  ),
  { selector: ({ departmentId }) => departmentId },
) as fc.Arbitrary<ReportedVisits[]>
const aMonth = aReport.map((report) => after([], ...report).after)

describe('a report on any month', () => {
  it('made twice is made once', () => {
    fc.assert(
      fc.property(aMonth, aReport, (before, report) => {
        const once = withReported(MONTH, before, report)
        if (!once.ok) return
        expect(withReported(MONTH, once.value.after, report)).toEqual({
          ok: true,
          value: { after: once.value.after, changes: [] },
        })
      }),
    )
  })

  it('is refused exactly where it says so, and changes nothing that it was given', () => {
    fc.assert(
      fc.property(aMonth, aReport, (before, report) => {
        const copy = structuredClone([before, report])
        expect(withReported(MONTH, before, report).ok).toBe(partialIn(MONTH, before, report).length === 0)
        expect([before, report]).toEqual(copy)
      }),
    )
  })

  it('moves the sums by its changes', () => {
    fc.assert(
      fc.property(aMonth, aReport, (before, report) => {
        const result = withReported(MONTH, before, report)
        if (!result.ok) return
        for (const measure of ['outpatient', 'discharges'] as const) {
          const moved = result.value.changes
            .filter((change) => change.measure === measure)
            .reduce((sum, change) => sum + (change.after ?? 0) - (change.before ?? 0), 0)
          expect(sumsOf(result.value.after, MONTH)[measure] ?? 0).toBe((sumsOf(before, MONTH)[measure] ?? 0) + moved)
        }
      }),
    )
  })

  it('of other days and departments can come in any order', () => {
    const split = fc.tuple(aSeries, fc.array(fc.boolean(), { minLength: LENGTH, maxLength: LENGTH }))
    fc.assert(
      fc.property(split, ([series, isFirst]) => {
        if (series.by === 'month') return
        const part = (first: boolean) =>
          said('03', {
            outpatient: { by: 'day', days: series.days.map((count, at) => (isFirst[at] === first ? count : null)) },
          })
        const whole = after([], said('03', { outpatient: series })).after
        expect(after(after([], part(true)).after, part(false)).after).toEqual(whole)
        expect(after(after([], part(false)).after, part(true)).after).toEqual(whole)
      }),
    )
  })

  it('is stored as the model has it', () => {
    fc.assert(fc.property(aMonth, (departments) => void v.parse(v.array(DepartmentVisits), departments)))
  })
})

describe('the sums of a month', () => {
  it('are none where there is nothing', () => {
    expect(sumsOf([], MONTH)).toEqual({
      outpatient: null,
      discharges: null,
      whole: false,
      firstMissing: '2026-09-01',
      lastMissing: '2026-09-30',
    })
  })

  it('add up who has a figure, and know 0 from none', () => {
    const departments = [
      stored('03', { outpatient: month(100) }),
      stored('04', { outpatient: days(5, 1), discharges: month(0) }),
    ]
    expect(sumsOf(departments, MONTH)).toMatchObject({ outpatient: 105, discharges: 0, whole: false })
    expect(sumsOf(departments.slice(0, 1), MONTH)).toMatchObject({ outpatient: 100, discharges: null, whole: true })
  })

  it('know the first and the last day that nobody reported on', () => {
    const until = (last: number) => Array.from({ length: last }, (_, at) => at + 1)
    const departments = [
      stored('03', { outpatient: days(5, ...until(10)) }),
      stored('04', { outpatient: days(1, ...until(20), 28) }),
    ]
    expect(sumsOf(departments, MONTH)).toMatchObject({ firstMissing: '2026-09-21', lastMissing: '2026-09-30' })
    const whole = [...departments, stored('F01', { outpatient: days(0, ...until(30).slice(20)) })]
    expect(sumsOf(whole, MONTH)).toMatchObject({ whole: true, firstMissing: null, lastMissing: null })
    // Each measure has days of its own.
    const half = [...whole, stored('05', { discharges: days(1, ...until(10)) })]
    expect(sumsOf(half, MONTH)).toMatchObject({ whole: false, firstMissing: '2026-09-11', lastMissing: '2026-09-30' })
    const monthly = [...whole, stored('05', { discharges: { by: 'month', count: 30 } })]
    expect(sumsOf(monthly, MONTH)).toMatchObject({ whole: true })
  })
})

describe('taking an import back', () => {
  it('is open for 30 days', () => {
    expect(undoUntil({ importedAt: 1_000 as Instant })).toBe(1_000 + 30 * 86_400_000)
  })
})

describe('what is sent', () => {
  const part = { batchId: 'a'.repeat(32), fileName: 'a.csv', month: MONTH, seen: null }
  const isTaken = (outpatient: unknown) =>
    v.safeParse(visitActions.stageVisits.input, { ...part, departments: [{ departmentId: '03', outpatient }] }).success

  it.each([
    [{ by: 'month', count: 0 }, true],
    [{ by: 'month', count: 9_999_999 }, true],
    [{ by: 'month', count: 10_000_000 }, false],
    [{ by: 'month', count: -1 }, false],
    [{ by: 'month', count: 1.5 }, false],
    [{ by: 'day', days: Array(27).fill(1) }, false],
    [{ by: 'day', days: Array(32).fill(1) }, false],
    [null, true],
  ])('as %j: %s', (outpatient, taken) => {
    expect(isTaken(outpatient)).toBe(taken)
  })
})
