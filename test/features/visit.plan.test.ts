import type { ReportedVisits, StoredMonth } from '#domain/hospital/visits.contract'
import type { TotalCheck } from '#domain/hospital/visits.reading'
import { DepartmentId } from '#domain/ids'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import {
  earliestAskedFrom,
  likelyDepartment,
  monthsToCompare,
  planVisits,
  shiftsOf,
  tableOf,
} from '../../src/features/visits/visit.plan'

const TODAY = '2026-11-22'
const id = (code: string) => v.parse(DepartmentId, code)
const month = (count: number) => ({ by: 'month' as const, count })
const said = (code: string, outpatient: number | null, discharges: number | null): ReportedVisits => ({
  departmentId: id(code),
  outpatient: outpatient === null ? null : month(outpatient),
  discharges: discharges === null ? null : month(discharges),
})
type Kept = StoredMonth['departments'][number]
const stored = (of: string, ...departments: ReportedVisits[]): StoredMonth => ({
  month: of,
  rev: 3,
  departments: departments.map(
    (one): Kept => ({ ...one, outpatient: one.outpatient ?? null, discharges: one.discharges ?? null }),
  ),
})
const file = (of: string, ...departments: ReportedVisits[]) => ({ months: [{ month: of, departments }] })

describe('a plan of an import', () => {
  it('compares each month with the one before it too', () => {
    expect(monthsToCompare([{ month: '2026-10' }, { month: '2026-01' }, { month: '2026-09' }])).toEqual([
      '2025-12',
      '2026-01',
      '2026-08',
      '2026-09',
      '2026-10',
    ])
  })

  it('counts what is there for the first time apart from what changes', () => {
    const plan = planVisits(
      file('2026-10', said('03.01', 110, 20), said('04', 50, null)),
      [stored('2026-10', said('03.01', 100, 20))],
      TODAY,
    )
    expect([plan.added, plan.changed]).toEqual([1, 1])
    expect(plan.months.map(({ seen }) => seen)).toEqual([3])
  })

  it('changes nothing when the same is reported again', () => {
    const same = said('03.01', 110, 20)
    const plan = planVisits(file('2026-10', same), [stored('2026-10', same)], TODAY)
    expect([plan.added, plan.changed, plan.doubts]).toEqual([0, 0, []])
  })

  it('names the days that cannot take the place of a whole month', () => {
    const days = { by: 'day' as const, days: Array.from({ length: 31 }, (_, at) => (at < 3 ? 5 : null)) }
    const plan = planVisits(
      file('2026-10', { departmentId: id('03.01'), outpatient: days, discharges: month(21) }),
      [stored('2026-10', said('03.01', 100, 20))],
      TODAY,
    )
    expect(plan.months[0]?.partial).toEqual([{ departmentId: '03.01', measure: 'outpatient' }])
    expect(plan.changed).toBe(1)
  })
})

describe('a doubt', () => {
  it('is a fall to less than half of what is stored, and not to half of it', () => {
    const before = [stored('2026-10', said('03.01', 100, 20))]
    const fallen = planVisits(file('2026-10', said('03.01', 49, 20)), before, TODAY)
    expect(fallen.doubts).toMatchObject([{ kind: 'fell', beside: 'stored', before: 100, after: 49 }])
    expect(planVisits(file('2026-10', said('03.01', 50, 20)), before, TODAY).doubts).toEqual([])
  })

  it('is a fall to less than half of the month before, also where nothing was stored', () => {
    const before = [stored('2026-09', said('03.01', 100, 20))]
    const plan = planVisits(file('2026-10', said('03.01', 40, 19)), before, TODAY)
    expect(plan.doubts).toMatchObject([{ kind: 'fell', beside: 'month_before', measure: 'outpatient' }])
  })

  it('is none while figures are small', () => {
    const before = [stored('2026-10', said('03.01', 9, 9))]
    expect(planVisits(file('2026-10', said('03.01', 1, 1)), before, TODAY).doubts).toEqual([])
  })

  it('is a department of the month before that has nothing', () => {
    const before = [stored('2026-09', said('03.01', 100, 20), said('04', 30, 3))]
    const plan = planVisits(file('2026-10', said('03.01', 101, 20)), before, TODAY)
    expect(plan.doubts).toEqual([{ kind: 'missing', month: '2026-10', departmentId: '04' }])
  })

  it('is a month more than two years before the first that is stored, and no nearer one', () => {
    const far = { months: ['2016-09', '2023-09', '2023-10', '2026-10'].map((one) => ({ month: one, departments: [] })) }
    expect(planVisits(far, [], TODAY, '2025-10').doubts).toEqual([
      { kind: 'far_back', month: '2016-09', earliest: '2025-10' },
      { kind: 'far_back', month: '2023-09', earliest: '2025-10' },
    ])
    expect(planVisits(far, [], TODAY, null).doubts).toEqual([])
  })

  it.each([
    [['2024-11', '2026-10'], null],
    [['2026-10', '2024-10'], '2024-10'],
    [['1926-09'], '2006-11'],
    [[], null],
  ])('may be in %j far before what is stored from %s on', (months, from) => {
    expect(
      earliestAskedFrom(
        months.map((one) => ({ month: one })),
        TODAY,
      ),
    ).toBe(from)
  })

  it('is none of these in the month that is not over', () => {
    const before = [stored('2026-10', said('03.01', 100, 20), said('04', 30, 3))]
    expect(planVisits(file('2026-11', said('03.01', 20, 2)), before, TODAY).doubts).toEqual([])
  })
})

const total = (about: Partial<TotalCheck>): TotalCheck => ({
  row: 9,
  label: '合计',
  period: '2026-10',
  measure: 'outpatient',
  stated: 0,
  sum: 0,
  ...about,
})

describe('the table of a plan', () => {
  const kept = [stored('2026-10', said('03.01', 100, 20), said('04', 30, 3))]

  it('lists the departments that change, and the others together', () => {
    const plan = planVisits(file('2026-10', said('03.01', 110, 20), said('04', 30, 3)), kept, TODAY)
    const table = tableOf(plan, [])
    expect(table.rows.map(({ departmentId }) => departmentId)).toEqual(['03.01'])
    expect(table.rows[0]?.cells.get('2026-10-outpatient')).toEqual({
      before: 100,
      after: 110,
      changed: true,
      doubtful: false,
    })
    expect(table.unchanged).toBe(1)
    expect(table.columns.map(({ key, rest, understood }) => [key, rest, understood])).toEqual([
      ['2026-10-outpatient', 30, 140],
      ['2026-10-discharges', 3, 23],
    ])
  })

  it('puts the total of the month under its column, and parts and days apart', () => {
    const plan = planVisits(file('2026-10', said('03.01', 110, 20)), kept, TODAY)
    const whole = total({ row: 20, stated: 150, sum: 140 })
    const part = total({ row: 5, label: '内科小计', stated: 110, sum: 110 })
    const day = total({ row: 6, period: '2026-10-01', stated: 5, sum: 5 })
    const table = tableOf(plan, [part, day, whole])
    expect(table.columns.map(({ stated }) => stated)).toEqual([whole, null])
    expect(table.otherTotals).toEqual([part, day])
  })

  it('takes a total of the whole file for that of its only month', () => {
    const plan = planVisits(file('2026-10', said('03.01', 110, 20)), kept, TODAY)
    const whole = total({ period: null, measure: 'discharges', stated: 20, sum: 20 })
    expect(tableOf(plan, [whole]).columns[1]?.stated).toEqual(whole)
  })
})

describe('the rate afterwards', () => {
  it('is that of the months that change, the latest first, with a whole denominator or none', () => {
    const plan = planVisits(
      {
        months: [
          { month: '2026-09', departments: [said('03.01', 100, null)] },
          { month: '2026-10', departments: [said('03.01', 110, 20)] },
        ],
      },
      [stored('2026-10', said('03.01', 100, 20))],
      TODAY,
    )
    const counted = [
      { month: '2026-09', numerator: 2 },
      { month: '2026-10', numerator: 1 },
    ]
    expect(shiftsOf(plan, counted)).toEqual([
      { month: '2026-10', numerator: 1, before: 120, after: 130 },
      { month: '2026-09', numerator: 2, before: null, after: null },
    ])
    expect(shiftsOf(plan, [])).toEqual([])
  })
})

describe('the rate of a month by day', () => {
  const days = (until: number): ReportedVisits => {
    const series = { by: 'day' as const, days: Array.from({ length: 31 }, (_, at) => (at < until ? 10 : null)) }
    return { departmentId: id('03.01'), outpatient: series, discharges: series }
  }
  it.each([
    [3, 30, null],
    [3, 31, 620],
  ])('of %s days that become %s is divided by %j', (before, until, after) => {
    const plan = planVisits(file('2026-10', days(until)), [stored('2026-10', days(before))], TODAY)
    expect(shiftsOf(plan, [{ month: '2026-10', numerator: 1 }])).toEqual([
      { month: '2026-10', numerator: 1, before: null, after },
    ])
  })
})

describe('the department a name most likely means', () => {
  const known = ['骨科', '儿科', '呼吸与危重症医学科', '呼吸科'].map((name) => ({ name, retired: false }))
  it.each([
    ['骨二科', '骨科'],
    ['骨科病区', '骨科'],
    ['儿科门诊', '儿科'],
    ['中医科', null],
  ])('of %s is %s', (written, name) => {
    expect(likelyDepartment(written, known)?.name ?? null).toBe(name)
  })

  it('is none where two fit as well, and never a retired one', () => {
    const two = [...known, { name: '儿门诊', retired: false }]
    expect(likelyDepartment('儿二科', two)).toBeNull()
    expect(likelyDepartment('骨二科', [{ name: '骨科', retired: true }])).toBeNull()
  })
})
