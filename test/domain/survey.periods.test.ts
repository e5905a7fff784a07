import type { SurveyId } from '#domain/ids'
import { readySet } from '#domain/survey/ready/ready.sets'
import { type OpenPeriod, Survey } from '#domain/survey/survey.model'
import { isAskedBeside, overlap, periodOn } from '#domain/survey/survey.rules'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'

const aSurvey = (id: string, about: Partial<v.InferInput<typeof Survey>> = {}) =>
  v.parse(Survey, {
    id: id.repeat(32),
    rev: 0,
    hospitalId: 'h1',
    rater: 'outpatient',
    draft: readySet('outpatient'),
    version: 1,
    periods: [],
    quota: { total: null, perDepartment: null },
    retired: false,
    changedAt: 0,
    changedBy: 'S1',
    ...about,
  })

const october: OpenPeriod = { from: '2026-10-01', to: '2026-10-31' }
const since = (from: string): OpenPeriod => ({ from, to: null })

describe('a day', () => {
  const asked = (day: string, about = {}) => periodOn(aSurvey('a', { periods: [october], ...about }), day)

  it('is in a period from its first day to its last', () => {
    expect(['2026-09-30', '2026-10-01', '2026-10-31', '2026-11-01'].map((day) => asked(day))).toEqual([
      null,
      october,
      october,
      null,
    ])
  })

  it('is in one that has no end, however late it is', () => {
    expect(asked('2031-05-05', { periods: [since('2026-10-01')] })).toEqual(since('2026-10-01'))
  })

  it('is in none of what was never published, or is not in use any more', () => {
    expect(asked('2026-10-05', { version: 0 })).toBeNull()
    expect(asked('2026-10-05', { retired: true })).toBeNull()
  })
})

describe('two periods', () => {
  it('overlap from the first common day on', () => {
    expect(overlap([october, since('2026-10-31')])).toBe(true)
    expect(overlap([october, since('2026-11-01')])).toBe(false)
    expect(overlap([since('2026-11-01'), october])).toBe(false)
    expect(overlap([since('2026-11-01'), since('2030-01-01')])).toBe(true)
    expect(overlap([])).toBe(false)
  })
})

describe('two questionnaires', () => {
  const first = aSurvey('a', { periods: [october] })
  const beside = (about: Partial<v.InferInput<typeof Survey>>) =>
    isAskedBeside(aSurvey('b', { periods: [since('2026-10-31')], ...about }), [first])

  it('are not asked of the same people on one day', () => {
    expect(beside({})).toBe(true)
    expect(beside({ periods: [since('2026-11-01')] })).toBe(false)
    expect(beside({ rater: 'inpatient' })).toBe(false)
  })

  it('are in nobody’s way before they are published and after they are retired', () => {
    expect(beside({ version: 0 })).toBe(false)
    expect(beside({ retired: true })).toBe(false)
    expect(isAskedBeside(aSurvey('b', { periods: [october] }), [{ ...first, retired: true }])).toBe(false)
    expect(isAskedBeside(aSurvey('b', { periods: [october] }), [{ ...first, version: 0 }])).toBe(false)
  })

  it('are not beside themselves', () => {
    expect(isAskedBeside({ ...first, rev: 3 }, [first])).toBe(false)
    expect(isAskedBeside({ ...first, id: 'c'.repeat(32) as SurveyId }, [first])).toBe(true)
  })
})
