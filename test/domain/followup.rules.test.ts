import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { DepartmentId, EventId, FollowUpId, HospitalId, StaffId } from '#domain/ids'
import { type CallAttempt, type CallOutcome, FollowUp } from '#domain/survey/followup.model'
import {
  admit,
  answerByLink,
  dischargeKey,
  dueOn,
  forget,
  isFollowable,
  maskedName,
  mayUndo,
  recordCall,
  tallyOf,
  undoCall,
} from '#domain/survey/followup.rules'

const TERMS = { followUpGeneralDays: 7, followUpChronicDays: 14, followUpTumourDays: 21, followUpKeptDays: 90 }
const LUNGS = v.parse(DepartmentId, '03.01')
const BONES = v.parse(DepartmentId, '04.03')

const DISCHARGE = {
  name: '李桂兰',
  phone: '13800000001',
  dischargedOn: '2026-11-01',
  departmentId: LUNGS,
  course: 'general',
  number: null,
} as const

const aFollowUp = (about: Partial<FollowUp> = {}): FollowUp =>
  v.parse(FollowUp, {
    ...admit(
      DISCHARGE,
      { id: v.parse(FollowUpId, 'a'.repeat(32)), hospitalId: v.parse(HospitalId, 'h1'), batchId: 'b1' },
      TERMS,
      '2026-11-08',
    ),
    rev: 0,
    ...about,
  })

const eventId = (number: number) => v.parse(EventId, String(number).padStart(32, '0'))
const call = (outcome: CallOutcome, number = 1, day = '2026-11-08'): CallAttempt => ({
  id: eventId(number),
  day,
  outcome,
  by: v.parse(StaffId, 'S1'),
})
const OPEN = { closes: false, answered: false }

const recorded = (row: FollowUp, attempt: CallAttempt, about = OPEN): FollowUp => {
  const result = recordCall(row, attempt, about, TERMS)
  if (!result.ok) throw new Error(result.code)
  return result.value
}
const unreached = (times: number): FollowUp =>
  Array.from({ length: times }, (_, at) => at + 1).reduce(
    (row, number) => recorded(row, call('not_reached', number)),
    aFollowUp(),
  )

describe('a discharge', () => {
  it.each([
    ['general', '2026-11-08'],
    ['chronic', '2026-11-15'],
    ['tumour', '2026-11-22'],
  ] as const)('of a %s course is due on %s', (course, due) => {
    expect(dueOn('2026-11-01', course, TERMS)).toBe(due)
  })

  it.each([
    ['2026-11-22', true],
    ['2026-11-23', false],
    ['2026-05-26', true],
    ['2026-05-25', false],
  ])('on %s can be followed up on 2026-11-22: %s', (day, isIt) => {
    expect(isFollowable(day, '2026-11-22')).toBe(isIt)
  })

  it('is the same one by its number and day, whatever the phone', () => {
    const numbered = { ...DISCHARGE, number: 'ZY1' }
    expect(dischargeKey({ ...numbered, phone: '13900000000', departmentId: BONES })).toBe(dischargeKey(numbered))
    expect(dischargeKey({ ...numbered, dischargedOn: '2026-11-02' })).not.toBe(dischargeKey(numbered))
    expect(dischargeKey({ ...numbered, number: 'ZY2' })).not.toBe(dischargeKey(numbered))
  })

  it('without a number is the same one by day, department and phone', () => {
    expect(dischargeKey({ ...DISCHARGE, name: '李桂蘭', course: 'tumour' })).toBe(dischargeKey(DISCHARGE))
    expect(dischargeKey({ ...DISCHARGE, phone: '13900000000' })).not.toBe(dischargeKey(DISCHARGE))
    expect(dischargeKey({ ...DISCHARGE, departmentId: BONES })).not.toBe(dischargeKey(DISCHARGE))
  })

  it('is kept by name until 90 days after it was due', () => {
    expect(aFollowUp()).toMatchObject({ stage: 'open', dueOn: '2026-11-08', keptUntil: '2027-02-06', touched: false })
  })

  it('that comes late, or is open again, is kept from that day on: it is not erased before anybody can ring', () => {
    const about = { id: aFollowUp().id, hospitalId: aFollowUp().hospitalId, batchId: 'b1' }
    expect(admit(DISCHARGE, about, TERMS, '2027-04-01').keptUntil).toBe('2027-06-30')
    const rung = recorded(aFollowUp(), call('refused', 1, '2027-02-01'))
    expect(undoCall(rung, eventId(1), TERMS, '2027-03-01')).toMatchObject({ value: { keptUntil: '2027-05-30' } })
  })
})

describe('a call', () => {
  it.each(['reached', 'refused', 'to_complaint'] as const)('that %s ends the follow-up on its day', (outcome) => {
    expect(recorded(aFollowUp(), call(outcome))).toMatchObject({
      stage: 'done',
      outcome,
      doneOn: '2026-11-08',
      keptUntil: '2027-02-06',
      touched: true,
    })
  })

  it('in vain leaves it open', () => {
    expect(unreached(2)).toMatchObject({ stage: 'open', outcome: null, doneOn: null, touched: true })
  })

  it.each([
    [0, 'survey.follow_up_too_early'],
    [1, 'survey.follow_up_too_early'],
    [2, 'done'],
    [3, 'done'],
  ])('in vain after %i others may close it: %s', (before, expected) => {
    const result = recordCall(unreached(before), call('not_reached', 9), { ...OPEN, closes: true }, TERMS)
    expect(result.ok ? result.value.stage : result.code).toBe(expected)
  })

  it('that was recorded already changes nothing, also with another outcome', () => {
    const row = recorded(aFollowUp(), call('reached'))
    expect(recordCall(row, call('refused'), OPEN, TERMS)).toEqual({ ok: true, value: row })
  })

  it('is refused where the follow-up is done', () => {
    const row = recorded(aFollowUp(), call('refused'))
    expect(recordCall(row, call('reached', 2), OPEN, TERMS)).toEqual({ ok: false, code: 'survey.follow_up_closed' })
  })

  it('is refused after twenty', () => {
    expect(recordCall(unreached(20), call('reached', 99), OPEN, TERMS)).toMatchObject({
      code: 'survey.follow_up_too_often',
    })
  })

  it('can be taken back, and everything is as before, whatever came before it', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 5 }),
        fc.constantFrom('reached', 'refused', 'not_reached', 'to_complaint'),
        (n, how) => {
          const before = unreached(n)
          const closes = how === 'not_reached' && n >= 2
          const after = recorded(before, call(how, 99), { closes, answered: false })
          expect(undoCall(after, eventId(99), TERMS, '2026-11-08')).toEqual({ ok: true, value: before })
        },
      ),
    )
  })

  it('cannot be taken back with answers, behind a later one, or after the name is erased', () => {
    const answered = recorded(aFollowUp(), call('reached'), { closes: false, answered: true })
    expect(undoCall(answered, eventId(1), TERMS, '2026-11-08')).toMatchObject({ code: 'survey.follow_up_settled' })
    expect(undoCall(unreached(2), eventId(1), TERMS, '2026-11-08')).toMatchObject({ code: 'survey.follow_up_settled' })
    expect(mayUndo(forget(unreached(2)))).toBe(false)
  })

  it('that is not there is taken back already', () => {
    const row = unreached(1)
    expect(undoCall(row, eventId(7), TERMS, '2026-11-08')).toEqual({ ok: true, value: row })
  })
})

describe('an answered link', () => {
  it('ends an open follow-up, and one that was refused or not reached', () => {
    for (const row of [aFollowUp(), unreached(1), recorded(aFollowUp(), call('refused'))]) {
      const after = answerByLink(row, '2026-11-09', TERMS)
      expect(after).toMatchObject({ outcome: 'answered_link', doneOn: '2026-11-09', answered: true, stage: 'done' })
    }
  })

  it('leaves a call that got through as it was', () => {
    const row = recorded(aFollowUp(), call('reached'))
    expect(answerByLink(row, '2026-11-20', TERMS)).toEqual({ ...row, answered: true })
  })
})

describe('forgetting', () => {
  it('erases name and phone and nothing that is counted', () => {
    const row = recorded(aFollowUp(), call('reached'))
    expect(forget(row)).toEqual({ ...row, name: null, phone: null, keptUntil: null })
    expect(tallyOf([forget(row)])).toEqual(tallyOf([row]))
  })
})

describe('the rates', () => {
  const due = (outcome: FollowUp['outcome'], doneOn: string | null, departmentId = LUNGS) => ({
    departmentId,
    dueOn: '2026-11-08',
    outcome,
    doneOn,
  })

  it('count who was followed up, who in time, and who refused or was not reached apart', () => {
    expect(
      tallyOf([
        due('reached', '2026-11-08'),
        due('reached', '2026-11-09'),
        due('answered_link', '2026-11-01'),
        due('to_complaint', '2026-11-07', BONES),
        due('refused', '2026-11-02'),
        due('not_reached', '2026-11-08', BONES),
        due(null, null),
        due(null, '2027-02-06'),
      ]),
    ).toEqual({
      total: { due: 8, followed: 4, timely: 3, refused: 1, unreached: 1 },
      departments: new Map([
        [LUNGS, { due: 6, followed: 3, timely: 2, refused: 1, unreached: 0 }],
        [BONES, { due: 2, followed: 1, timely: 1, refused: 0, unreached: 1 }],
      ]),
    })
  })

  it('of nobody are of nobody', () => {
    expect(tallyOf([]).total).toEqual({ due: 0, followed: 0, timely: 0, refused: 0, unreached: 0 })
  })
})

describe('a name in a list', () => {
  it.each([
    ['李桂兰', '李**'],
    ['欧阳', '欧**'],
    ['𠮷田', '𠮷**'],
  ])('%s is written %s', (name, masked) => {
    expect(maskedName(name)).toBe(masked)
  })
})
