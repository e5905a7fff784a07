import { Hospital } from '#domain/hospital/hospital.model'
import { DepartmentId } from '#domain/ids'
import type { Instant, Month } from '#domain/instant'
import type { Rates } from '#domain/metrics/metrics.contract'
import { monthAfter } from '#domain/metrics/month.arithmetic'
import { cellOf, type Trait } from '#domain/metrics/tally'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { readMonths } from '../../cloudfunctions/metrics/months'
import { ratesOf } from '../../cloudfunctions/metrics/rates.view'

const NOW: Month = '2026-11'
const [A, B] = ['03.01', '04.03'].map((id) => v.parse(DepartmentId, id)) as [DepartmentId, DepartmentId]

const hospital = v.parse(Hospital, {
  id: 'h1',
  rev: 0,
  name: '青衿市人民医院',
  pledge: '不收红包，不收回扣。',
  contacts: [{ label: '医患办', note: null, phone: '0000-555-0120', email: null }],
  replyWithinWorkingDays: 5,
})

interface Told {
  readonly received?: Readonly<Record<string, number>>
  readonly outcome?: Trait['outcome']
  readonly undecided?: number
  /** Outpatient visits by department; discharges are a tenth. */
  readonly visits?: Readonly<Record<string, number>>
  readonly unreported?: { from: string; to: string }
}

const trait = (departmentId: string, outcome: Trait['outcome']): Trait => ({
  departmentId: departmentId as DepartmentId,
  careSetting: 'outpatient',
  kind: 'complaint',
  category: 'A',
  channel: 'miniprogram',
  outcome,
})

const told = ({ received = {}, outcome = 'founded', undecided = 0, visits = {}, unreported }: Told) => ({
  cells: {
    ...Object.fromEntries(Object.entries(received).map(([id, count]) => [cellOf(trait(id, outcome)), count])),
    ...(undecided > 0 ? { [cellOf(trait(A, 'undecided'))]: undecided } : {}),
  },
  visits: {
    departments: Object.entries(visits).map(([departmentId, outpatient]) => ({
      departmentId: departmentId as DepartmentId,
      outpatient,
      discharges: outpatient / 10,
    })),
    unreported: unreported ?? null,
  },
})

const ORDINARY: Told = { received: { [A]: 40, [B]: 40 }, visits: { [A]: 40_000, [B]: 40_000 } }

/** Two years of ordinary months up to the one that runs, and what is different. */
const page = (
  different: Readonly<Record<Month, Told>>,
  asked: Partial<Parameters<typeof ratesOf>[1]> = {},
  first: Month = '2024-11',
): Rates => {
  const months = Array.from({ length: 26 }, (_, at) => monthAfter(NOW, at - 25))
  const exact = new Map(months.map((month) => [month, told(different[month] ?? (month === NOW ? {} : ORDINARY))]))
  return ratesOf(
    {
      hospital,
      months: readMonths(exact, NOW),
      now: NOW,
      asOf: Date.parse('2026-11-22T09:00:00+08:00') as Instant,
      recounted: 0,
      rebuild: null,
      firstReceived: first,
      retired: new Set(),
      notes: new Map(),
      departments: new Map([
        [A, '呼吸科'],
        [B, '骨科'],
      ]),
      people: new Map(),
    },
    { month: '2026-10', unit: 'month', indicator: 'overall', ...asked },
  )
}

const figure = ({ figures }: Rates, indicator = 'overall') => figures.find((one) => one.indicator === indicator)
const last = ({ chart }: Rates) => chart.points[chart.points.length - 1]

describe('the page of the rates', () => {
  it('judges an ordinary month by its limits and by the months before', () => {
    const rates = page({})
    expect(rates.complete).toBe(true)
    expect(figure(rates)).toMatchObject({ numerator: 80, denominator: 88_000, before: { verdict: 'usual' } })
    expect(last(rates)).toMatchObject({ month: '2026-10', whole: true, beyond: false })
    expect(rates.chart.points).toHaveLength(24)
  })

  it('does not judge 有责 while the findings of a month are still to come', () => {
    const late: Told = { ...ORDINARY, received: { [A]: 2 }, undecided: 78 }
    const rates = page({ '2026-10': late }, { indicator: 'responsible' })
    expect(figure(rates, 'responsible')).toMatchObject({ numerator: 2, undecided: 78, before: { verdict: null } })
    expect(rates.complete).toBe(false)
    expect(last(rates)).toMatchObject({ whole: false, beyond: false })
    // All that was received is known: the other rates are judged.
    expect(page({ '2026-10': late }).complete).toBe(true)
  })

  it('compares only departments whose visits are known for as long as their complaints', () => {
    const without: Told = { received: { [A]: 40, [B]: 40 }, visits: { [A]: 40_000 } }
    const rates = page({ '2026-03': without })
    expect(rates.departments.rows.map(({ departmentId }) => departmentId)).toEqual([A])
    expect(rates.departments.elsewhere).toEqual([{ departmentId: B, name: '骨科', numerator: 480 }])
  })

  it('takes the time before the first complaint for unknown, not for a time without complaints', () => {
    const rates = page({}, {}, '2026-08')
    expect(rates.known?.from).toBe('2026-08')
    expect(rates.chart.points.map(({ month }) => month)).toEqual(['2026-08', '2026-09', '2026-10'])
    expect(figure(rates)?.lastYear).toBeNull()
    expect(rates.departments.period).toEqual({ from: '2026-08', to: '2026-10' })
  })

  it('ends a quarter or a year that runs at its last reported month', () => {
    expect(page({}, { unit: 'year' })).toMatchObject({ period: { from: '2026-01', to: '2026-10' }, complete: true })
    const quarter = page({}, { unit: 'quarter' })
    expect(quarter).toMatchObject({ period: { from: '2026-10', to: '2026-10' }, complete: true })
    expect(figure(quarter)?.before).toMatchObject({ period: { from: '2026-07', to: '2026-07' }, verdict: 'usual' })
  })

  it('does not judge a month for which a department has not reported yet', () => {
    const half: Told = { ...ORDINARY, visits: { [A]: 40_000 } }
    const rates = page({ '2026-10': half })
    expect(rates).toMatchObject({ complete: false, gaps: { departments: ['骨科'] } })
    expect(figure(rates)?.before?.verdict).toBeNull()
    // Nor the month after it.
    const again = page({ '2026-09': half, '2026-10': half })
    expect(again).toMatchObject({ complete: false, gaps: { departments: ['骨科'] } })
  })

  it('shows a month that runs beside the limits of those before, and does not judge it', () => {
    const running: Told = { ...ORDINARY, received: { [A]: 300 }, unreported: { from: '2026-11-11', to: '2026-11-30' } }
    const rates = page({ [NOW]: running }, { month: NOW })
    expect(figure(rates)).toMatchObject({ denominator: 88_000, before: { verdict: null } })
    expect(last(rates)).toMatchObject({ month: NOW, whole: false, beyond: false })
    expect(last(rates)?.centre).toBeCloseTo(page({}).chart.points[0]?.centre ?? 0, 9)
  })

  it('has no denominator for a past month with days that nobody reported', () => {
    const partial: Told = { ...ORDINARY, unreported: { from: '2026-10-11', to: '2026-10-31' } }
    const rates = page({ '2026-10': partial })
    expect(figure(rates)).toMatchObject({ numerator: 80, denominator: null, lower: null, upper: null })
    expect(rates.gaps).toMatchObject({ months: ['2026-10'], days: { from: '2026-10-11', to: '2026-10-31' } })
  })
})
