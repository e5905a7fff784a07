import { askedRaters } from '#domain/survey/survey.rules'
import { describe, expect, it } from 'vitest'

describe('raters that were asked', () => {
  it('stand patients first, each once, whatever questionnaire was made first', () => {
    const published = (['supervisor', 'staff', 'inpatient', 'inpatient'] as const).map((rater) => ({
      rater,
      version: 1,
    }))
    expect(askedRaters(published)).toEqual(['inpatient', 'supervisor', 'staff'])
  })

  it('are none while nothing is published', () => {
    expect(askedRaters([{ rater: 'outpatient', version: 0 }])).toEqual([])
  })
})
