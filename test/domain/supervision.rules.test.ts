import { describe, expect, it } from 'vitest'
import { readySet } from '#domain/survey/ready/ready.sets'
import { SupervisorTerm } from '#domain/survey/supervision.model'
import {
  countDuties,
  isDutyDay,
  isInForce,
  isTaken,
  keptEvidence,
  missingEvidence,
  ratedItems,
  termOn,
} from '#domain/survey/supervision.rules'
import * as v from 'valibot'

const aTerm = (about: Partial<v.InferInput<typeof SupervisorTerm>> = {}) =>
  v.parse(SupervisorTerm, {
    id: '1'.repeat(32),
    rev: 0,
    hospitalId: 'h1',
    staffId: 'S1',
    from: '2026-03-01',
    to: '2026-09-30',
    note: null,
    endedOn: null,
    ...about,
  })

describe('an appointment', () => {
  it.each([
    ['2026-02-28', false],
    ['2026-03-01', true],
    ['2026-09-30', true],
    ['2026-10-01', false],
  ])('on %s holds: %j', (day, holds) => {
    expect(isInForce(aTerm(), day)).toBe(holds)
    expect(isInForce(aTerm({ endedOn: '2026-05-01' }), day)).toBe(false)
    expect(isDutyDay(day, aTerm(), '2027-01-01')).toBe(holds)
  })

  it('is in the way of another for one of its days, unless it was ended or is the very same', () => {
    const wanted = { id: aTerm({ id: '2'.repeat(32) }).id, from: '2026-09-30', to: '2026-12-31' }
    expect(isTaken([aTerm()], wanted)).toBe(true)
    expect(isTaken([aTerm()], { ...wanted, from: '2026-10-01' })).toBe(false)
    expect(isTaken([aTerm()], { ...wanted, from: '2026-01-01', to: '2026-02-28' })).toBe(false)
    expect(isTaken([aTerm()], { ...wanted, from: '2026-01-01', to: '2026-03-01' })).toBe(true)
    expect(isTaken([aTerm({ endedOn: '2026-05-01' })], wanted)).toBe(false)
    expect(isTaken([aTerm()], { ...wanted, id: aTerm().id })).toBe(false)
  })

  it('of today comes before the latest', () => {
    const [now, next] = [aTerm(), aTerm({ from: '2026-10-01', to: '2027-09-30' })]
    expect(termOn([next, now], '2026-09-30')).toBe(now)
    expect(termOn([next, now], '2026-10-01')).toBe(next)
    expect(termOn([now, next], '2028-01-01')).toBe(next)
    expect(termOn([], '2026-09-30')).toBe(null)
  })

  it('has its duties on days that were', () => {
    expect(isDutyDay('2026-05-02', aTerm(), '2026-05-01')).toBe(false)
    expect(isDutyDay('2026-05-01', aTerm(), '2026-05-01')).toBe(true)
    expect(countDuties([{ kind: 'meeting' }, { kind: 'training' }, { kind: 'meeting' }])).toEqual({
      inspection: 0,
      meeting: 2,
      training: 1,
      reception: 0,
    })
  })
})

describe('what a supervisor saw', () => {
  const form = readySet('supervisor')
  const answers = { qpledge: '3', qprice: '4', qmanner: '1', qwords: '座谈时听到的。' }

  it('is wanted for each low answer and for no other', () => {
    expect(missingEvidence(form, answers, {})).toEqual(['evidence.qpledge', 'evidence.qmanner'])
    expect(missingEvidence(form, answers, { qmanner: '护士站没有人抬头。' })).toEqual(['evidence.qpledge'])
    expect(missingEvidence(form, { qprice: '4', qwords: '没有。' }, {})).toEqual([])
  })

  it('is kept where something was answered', () => {
    const evidence = { qmanner: '护士站没有人抬头。', qgift: '没有答。', q99: '没有这一题。' }
    expect(keptEvidence(answers, evidence)).toEqual({ qmanner: '护士站没有人抬头。' })
  })

  it('stands beside the question in words', () => {
    expect(ratedItems(form, answers, { qmanner: '护士站没有人抬头。' })).toMatchObject([
      { questionId: 'qpledge', answer: '看得到', score: 50, isLow: true, evidence: null },
      { questionId: 'qprice', answer: '讲得清', score: 75, isLow: false },
      { questionId: 'qmanner', answer: '很生硬', score: 0, isLow: true, evidence: '护士站没有人抬头。' },
      { questionId: 'qwords', answer: '座谈时听到的。', score: null, isLow: false },
    ])
  })
})
