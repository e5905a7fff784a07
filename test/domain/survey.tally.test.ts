import { DimensionId } from '#domain/survey/question.model'
import { Way } from '#domain/survey/survey.model'
import {
  asStored,
  asSums,
  type Countable,
  departmentTotal,
  dimensionSums,
  mergeTallies,
  NOTHING,
  optionCount,
  questionSums,
  sheetsIn,
  StoredSums,
  tally,
  totalOf,
  touchpointTotal,
  unitsIn,
} from '#domain/survey/survey.tally'
import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { aForm, aNumber, aScale, aSingle, department, SURVEY, touchpoint } from '../builders/survey.builder'

const form = aForm(
  [aScale('q1', 'talk'), aScale('q2', 'talk'), aNumber('q3', 'drug'), aSingle('q4', null, { y: 0, n: 100 })],
  {
    overall: 'q1',
  },
)
const WARD = department('03.01')
const EYES = department('10')

const aSheet = (answers: Countable['answers'], about: Partial<Countable> = {}): Countable => ({
  surveyId: SURVEY,
  version: 1,
  way: 'self',
  departmentId: WARD,
  touchpointId: touchpoint('W-1'),
  form,
  answers,
  ...about,
})

const scale = fc.constantFrom('s3', 's2', 's1', 's0', 'na', undefined)
const sheet: fc.Arbitrary<Countable> = fc
  .record({
    q1: scale,
    q2: scale,
    q3: fc.option(fc.integer({ min: 0, max: 10 }), { nil: undefined }),
    q4: fc.constantFrom('y', 'n', undefined),
    way: fc.constantFrom(...Way.options),
    departmentId: fc.constantFrom(WARD, EYES, null),
    touchpointId: fc.constantFrom(touchpoint('W-1'), touchpoint('W-2'), null),
    version: fc.integer({ min: 1, max: 2 }),
  })
  .map(({ way, departmentId, touchpointId, version, ...answers }) => {
    const given = Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== undefined))
    return aSheet(given as Countable['answers'], { way, departmentId, touchpointId, version })
  })
const some = fc.array(sheet, { maxLength: 30 })

const stored = (one: ReturnType<typeof tally>) => [one.hospital, one.totals, one.details].map(asStored)

describe('tallying sheets', () => {
  it('gives the same whether parts are counted and merged, or all at once', () => {
    fc.assert(
      fc.property(some, some, (a, b) => {
        expect(stored(mergeTallies([tally(a), tally(b)]))).toEqual(stored(tally([...a, ...b])))
        expect(stored(mergeTallies([tally(a), NOTHING]))).toEqual(stored(tally(a)))
      }),
    )
  })

  it('is stored as one text and read again, in whatever order the sheets came', () => {
    fc.assert(
      fc.property(some, (all) => {
        const { hospital, details } = tally(all)
        expect(asSums(v.parse(StoredSums, asStored(hospital)))).toEqual(hospital)
        expect(asSums(v.parse(StoredSums, asStored(details)))).toEqual(details)
        expect(stored(tally([...all].reverse()))).toEqual(stored(tally(all)))
      }),
    )
  })

  it('adds departments and codes up to what the hospital’s own answers are', () => {
    fc.assert(
      fc.property(some, (all) => {
        const { hospital, totals } = tally(all)
        const sums = unitsIn(totals).map((unit) => departmentTotal(totals, unit))
        const whole = totalOf(hospital, 'self')
        for (const part of ['n', 'sum', 'squares', 'top', 'of'] as const) {
          expect(sums.reduce((sum, each) => sum + each[part], 0)).toBe(whole[part])
        }
        expect(sheetsIn(hospital).reduce((sum, { count }) => sum + count, 0)).toBe(all.length)
      }),
    )
  })

  it('holds what three respondents come to by hand', () => {
    const counted = tally([
      // talk (100 + 66.67)/2 = 83.33, drug 80: 81.67
      aSheet({ q1: 's3', q2: 's2', q3: 8, q4: 'n' }),
      // talk 33.33
      aSheet({ q1: 's1', q2: 'na' }, { touchpointId: touchpoint('W-2') }),
      // drug 100
      aSheet({ q1: 'na', q3: 10, q4: 'y' }, { departmentId: EYES }),
    ])
    expect(totalOf(counted.hospital, 'self')).toEqual({
      n: 3,
      sum: 8167 + 3333 + 10_000,
      squares: 8167 ** 2 + 3333 ** 2 + 10_000 ** 2,
      top: 1,
      of: 2,
    })
    expect(departmentTotal(counted.totals, WARD)).toMatchObject({ n: 2, sum: 11_500, top: 1, of: 2 })
    expect(touchpointTotal(counted.totals, WARD, touchpoint('W-2'))).toMatchObject({ n: 1, sum: 3333 })
    expect(dimensionSums(counted.hospital, undefined, SURVEY, v.parse(DimensionId, 'talk'))).toEqual({
      n: 2,
      sum: 8333 + 3333,
      squares: 8333 ** 2 + 3333 ** 2,
      top: 0,
    })
    expect(questionSums(counted.hospital, undefined, SURVEY, 'q1')).toEqual({ n: 2, sum: 13_333, top: 1, na: 1 })
    expect(questionSums(counted.details, EYES, SURVEY, 'q3')).toEqual({ n: 1, sum: 10_000, top: 1, na: 0 })
    expect(optionCount(counted.hospital, undefined, SURVEY, 'q1', 's3')).toBe(1)
    // With two scored options a mean tells them: kept of departments too.
    expect(optionCount(counted.details, EYES, SURVEY, 'q4', 'y')).toBe(1)
    expect(optionCount(counted.details, WARD, SURVEY, 'q1', 's3')).toBe(0)
  })

  it('puts assisted answers beside, and what came from any browser into no figure', () => {
    const answers = { q1: 's3', q2: 's3', q3: 10 }
    const own = tally([aSheet(answers)])
    const spam = Array.from({ length: 1000 }, () => aSheet({ q1: 's0', q2: 's0', q3: 0 }, { way: 'web' }))
    const counted = tally([aSheet(answers), aSheet({ q1: 's1' }, { way: 'assisted' }), ...spam])
    expect(totalOf(counted.hospital, 'self')).toEqual(totalOf(own.hospital, 'self'))
    expect(totalOf(counted.hospital, 'assisted')).toMatchObject({ n: 1, sum: 3333 })
    expect(counted.totals).toEqual(own.totals)
    expect(counted.details).toEqual(own.details)
    expect(sheetsIn(counted.hospital).find(({ way }) => way === 'web')?.count).toBe(1000)
  })
})
