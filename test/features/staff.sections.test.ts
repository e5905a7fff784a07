import { Role } from '#domain/actor'
import { casesSeenBy } from '#domain/hospital/staff.rules'
import { keepsQuestions, learns, opensLive, reviewsQuestions } from '#domain/integrity/question.access'
import { readsRates } from '#domain/metrics/metrics.access'
import { describe, expect, it, vi } from 'vitest'
import {
  learnsHere,
  looksAtQuestions,
  opensLiveQuiz,
  seesRates,
  worksOnCases,
  worksOnExams,
} from '../../src/features/session/staff.sections'
import { aMember } from '../builders/complaint.builder'

vi.mock('@tarojs/taro', () => ({ default: {} }))

describe('what a member of staff is led to', () => {
  it.each([...Role.options.map((role) => [role]), []])('is what the functions open: %s', (...roles) => {
    expect(seesRates(roles)).toBe(readsRates(aMember(...roles)) !== null)
    expect(worksOnCases(roles)).toBe(casesSeenBy(aMember(...roles)) !== 'none')
    expect(learnsHere(roles)).toBe(learns(aMember(...roles)) !== null)
    expect(worksOnExams(roles)).toBe(keepsQuestions(aMember(...roles)) !== null)
    expect(worksOnExams(roles) || looksAtQuestions(roles)).toBe(reviewsQuestions(aMember(...roles)) !== null)
    expect(opensLiveQuiz(roles)).toBe(opensLive(aMember(...roles)) !== null)
  })
})
