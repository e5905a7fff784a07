import { Category, Channel, Kind } from '#domain/complaint/category'
import { CareSetting, Finding } from '#domain/complaint/complaint.model'
import { DepartmentId, HospitalId } from '#domain/ids'
import { leafKeyOf, marked, monthKeyOf } from '#domain/metrics/bucket.keys'
import { cityRows, emptyCity, withHospital } from '#domain/metrics/city.page'
import {
  denominatorOf,
  factorOf,
  Indicator,
  isCounted,
  numeratorOf,
  USUAL_COUNTING,
  USUAL_FACTORS,
} from '#domain/metrics/rate'
import {
  asCells,
  asStored,
  cellOf,
  type Countable,
  countedIn,
  merge,
  tally,
  type Trait,
  traitsIn,
} from '#domain/metrics/tally'
import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { aComplaint, beijing } from '../builders/complaint.builder'

const H1 = v.parse(HospitalId, 'h1')
const H2 = v.parse(HospitalId, 'h2')

const countable: fc.Arbitrary<Countable> = fc.record({
  departmentId: fc.constantFrom(...['03.01', '20', 'F02'].map((id) => v.parse(DepartmentId, id)), null),
  careSetting: fc.constantFrom(...CareSetting.options),
  kind: fc.constantFrom(...Kind.options),
  category: fc.constantFrom(...Category.options, null),
  channel: fc.constantFrom(...Channel.options),
  status: fc.constantFrom('submitted', 'replied', 'closed', 'withdrawn'),
  finding: fc.constantFrom(...Finding.options, null),
})
const some = fc.array(countable, { maxLength: 40 })

const trait = (about: Partial<Trait> = {}): Trait => ({
  departmentId: null,
  careSetting: 'inpatient',
  kind: 'complaint',
  category: 'A',
  channel: 'miniprogram',
  outcome: 'undecided',
  ...about,
})

describe('tallying', () => {
  it('gives the same whether parts are counted and merged, or all at once', () => {
    fc.assert(
      fc.property(some, some, (a, b) => {
        expect(asStored(merge(tally(a), tally(b)))).toEqual(asStored(tally([...a, ...b])))
      }),
    )
  })

  it('loses and adds nobody, in whatever order they come', () => {
    fc.assert(
      fc.property(some, (all) => {
        const cells = tally(all)
        expect(Object.values(cells).reduce((sum, count) => sum + count, 0)).toBe(all.length)
        expect(asStored(tally([...all].reverse()))).toEqual(asStored(cells))
        expect(asCells(asStored(cells))).toEqual(cells)
        for (const cell of Object.keys(cells)) expect(cellOf(traitsIn(cell))).toBe(cell)
      }),
    )
  })

  it('knows a withdrawn complaint from one that nobody has decided', () => {
    const counted = countedIn(
      tally([
        aComplaint({ status: 'withdrawn', stage: 'done', finding: 'founded' }),
        aComplaint({ status: 'replied', stage: 'answered', finding: 'partly_founded' }),
        aComplaint(),
      ]),
    )
    expect(counted.map(([{ outcome }]) => outcome).sort()).toEqual(['partly_founded', 'undecided', 'withdrawn'])
  })
})

describe('what counts', () => {
  it.each<[Partial<Trait>, Partial<typeof USUAL_COUNTING>, boolean]>([
    [{}, {}, true],
    [{ kind: 'praise', category: null }, {}, false],
    [{ kind: 'inquiry', category: null }, {}, false],
    [{ kind: 'suggestion', category: null }, {}, false],
    [{ kind: 'suggestion', category: null }, { suggestions: true }, true],
    [{ channel: '12345' }, {}, true],
    [{ channel: '12345' }, { hotlines: false }, false],
    [{ channel: '12320' }, { hotlines: false }, false],
    [{ channel: 'forwarded' }, {}, true],
    [{ channel: 'forwarded' }, { forwarded: false }, false],
    [{ outcome: 'withdrawn' }, {}, true],
    [{ outcome: 'withdrawn' }, { withdrawn: false }, false],
  ])('%o by %o: %s', (about, counting, isOne) => {
    expect(isCounted(trait(about), { ...USUAL_COUNTING, ...counting })).toBe(isOne)
  })

  it('is in the rate of its care setting, and in 有责 once it was substantiated', () => {
    const counted = countedIn(
      tally([
        aComplaint({ careSetting: 'outpatient' }),
        aComplaint({ careSetting: 'emergency', finding: 'founded' }),
        aComplaint({ careSetting: 'inpatient', finding: 'partly_founded' }),
        aComplaint({ careSetting: 'other', finding: 'unfounded' }),
      ]),
    )
    const numerators = Indicator.options.map((indicator) => numeratorOf(indicator, counted, USUAL_COUNTING))
    expect(numerators).toEqual([4, 2, 1, 2])
  })

  it('is never more in a part than in the whole', () => {
    fc.assert(
      fc.property(some, (all) => {
        const counted = countedIn(tally(all))
        const of = (indicator: Indicator) => numeratorOf(indicator, counted, USUAL_COUNTING)
        expect(of('outpatient') + of('inpatient')).toBeLessThanOrEqual(of('overall'))
        expect(of('responsible')).toBeLessThanOrEqual(of('overall'))
      }),
    )
  })

  it('is divided by what is there, and by nothing where a part is missing', () => {
    const sums = { outpatient: 9500, discharges: 500 }
    expect(Indicator.options.map((indicator) => denominatorOf(indicator, sums))).toEqual([10_000, 9500, 500, 10_000])
    const none = { outpatient: 9500, discharges: null }
    expect(Indicator.options.map((indicator) => denominatorOf(indicator, none))).toEqual([null, 9500, null, null])
    expect(Indicator.options.map((indicator) => factorOf(indicator, USUAL_FACTORS))).toEqual([
      10_000, 10_000, 1000, 10_000,
    ])
  })
})

describe('marking what was written', () => {
  it('keeps earlier marks, and marks the day that is left beside the one that is entered', () => {
    const before = { ...aComplaint({ receivedAt: beijing('2026-10-31T23:59:59') }), pend: ['h9|2026-01-01'] }
    const next = { ...before, receivedAt: beijing('2026-11-01T00:00:00') }
    expect(marked(next, before)).toMatchObject({
      pending: true,
      pend: ['h9|2026-01-01', 'jinqing-peoples|2026-10-31', 'jinqing-peoples|2026-11-01'],
    })
    expect(marked(next).pend).toEqual(['h9|2026-01-01', 'jinqing-peoples|2026-11-01'])
    expect(monthKeyOf(leafKeyOf(next))).toBe('jinqing-peoples|2026-11')
  })
})

describe('the city’s page', () => {
  const page = (
    hospitalId: HospitalId,
    complaints: Countable[],
    outpatient: number | null,
    discharges: number | null,
  ) => ({
    hospitalId,
    cells: asStored(tally(complaints)),
    visits: {
      departments: [{ departmentId: v.parse(DepartmentId, '03.01'), outpatient, discharges }],
      unreported: null,
    },
  })

  it('holds each hospital once, as it was put there last', () => {
    const first = withHospital(emptyCity('2026-10'), page(H1, [aComplaint()], 100, 10))
    const both = withHospital(first, page(H2, [], 200, null))
    const again = withHospital(both, page(H1, [aComplaint(), aComplaint()], 100, 20))
    const [one, other] = cityRows([again])
    expect(one).toMatchObject({ hospitalId: 'h1', overall: 2, visits: 100, discharges: 20 })
    expect(other).toMatchObject({ hospitalId: 'h2', overall: 0, visits: 200, discharges: null })
    expect(cityRows([again])).toHaveLength(2)
  })

  it('adds up numerators and denominators, and has none for a hospital that is missing in a month', () => {
    const october = withHospital(
      withHospital(emptyCity('2026-10'), page(H1, [aComplaint()], 100, 10)),
      page(H2, [aComplaint()], 10_000, 100),
    )
    const november = withHospital(emptyCity('2026-11'), page(H1, [aComplaint()], 300, 30))
    expect(cityRows([october, november])).toEqual([
      { hospitalId: 'h1', overall: 2, outpatient: 0, inpatient: 2, responsible: 0, visits: 400, discharges: 40 },
      { hospitalId: 'h2', overall: 1, outpatient: 0, inpatient: 1, responsible: 0, visits: null, discharges: null },
    ])
  })
})
