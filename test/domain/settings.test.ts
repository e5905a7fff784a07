import { Hospital, type SupervisionContact } from '#domain/hospital/hospital.model'
import { settingsActions } from '#domain/hospital/settings.contract'
import { firstSteps, isAlready, settle } from '#domain/hospital/settings.rules'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'

const office: SupervisionContact = {
  kind: 'hospital',
  label: '医患办',
  note: null,
  phone: '0000-555-0120',
  email: null,
}

/** As it was stored before these settings were there. */
const OLD = {
  id: 'h1',
  rev: 3,
  name: '青衿市人民医院',
  pledge: '不收红包，每天的费用讲得清。',
  contacts: [{ label: '医患办', note: null, phone: '0000-555-0120', email: null }],
  replyWithinWorkingDays: 5,
}
const hospital = v.parse(Hospital, OLD)

describe('a hospital stored earlier', () => {
  it('reads with the promises as they are by rule', () => {
    expect(hospital).toEqual({
      ...OLD,
      contacts: [office],
      severalDepartmentsWithinWorkingDays: 10,
      reviewWithinWorkingDays: 3,
      closeAfterDays: 7,
      graceMonthsForReplacedCodes: 6,
      passOnPraiseWithinDays: 3,
      followUpGeneralDays: 7,
      followUpChronicDays: 14,
      followUpTumourDays: 21,
      followUpKeptDays: 90,
      reminderTemplateId: null,
      privacyOfficer: null,
      rateCounting: { suggestions: false, hotlines: true, forwarded: true, withdrawn: true },
      rateFactors: { overall: 10_000, outpatient: 10_000, inpatient: 1000 },
    })
  })
})

describe('what a hospital may change', () => {
  const taken = (wish: Record<string, unknown>) =>
    v.safeParse(settingsActions.changeHospital.input, { rev: 0, ...wish }).success

  it.each([
    [{ replyWithinWorkingDays: 5 }, true],
    [{ replyWithinWorkingDays: 6 }, false],
    [{ replyWithinWorkingDays: 0 }, false],
    [{ severalDepartmentsWithinWorkingDays: 10 }, true],
    [{ severalDepartmentsWithinWorkingDays: 11 }, false],
    [{ contacts: [office] }, true],
    [{ contacts: [{ ...office, phone: null, email: 'a@example.org' }] }, true],
    [{ contacts: [{ ...office, phone: null }] }, false],
    [{ contacts: [] }, false],
    [{ contacts: Array.from({ length: 9 }, () => office) }, false],
    [{ contacts: [{ ...office, kind: 'city' }] }, false],
    [{ reminderTemplateId: null }, true],
    [{ reminderTemplateId: '两个字' }, false],
    [{ rateCounting: { suggestions: true, hotlines: false, forwarded: true, withdrawn: false } }, true],
    [{ rateCounting: { suggestions: true } }, false],
    [{ rateFactors: { overall: 1000, outpatient: 10_000, inpatient: 10_000 } }, true],
    [{ rateFactors: { overall: 100, outpatient: 10_000, inpatient: 1000 } }, false],
    [{ id: 'h2' }, false],
  ])('%j: %s', (wish, allowed) => {
    expect(taken(wish)).toBe(allowed)
  })

  it('is only what is named, with nothing filled in', () => {
    expect(v.parse(settingsActions.changeHospital.input, { rev: 0, name: '新名字' })).toEqual({
      rev: 0,
      name: '新名字',
    })
  })

  it('is the same when asked for again', () => {
    expect(isAlready(hospital, { name: hospital.name, contacts: [office] })).toBe(true)
    expect(isAlready(hospital, { name: '别的名字' })).toBe(false)
    expect(isAlready(hospital, {})).toBe(true)
  })

  it('never promises several departments sooner than one', () => {
    expect(settle(hospital, { severalDepartmentsWithinWorkingDays: 5 })).toMatchObject({ ok: true })
    expect(settle(hospital, { severalDepartmentsWithinWorkingDays: 4 })).toEqual({
      ok: false,
      code: 'input.invalid',
      fields: ['severalDepartmentsWithinWorkingDays'],
    })
    expect(settle(hospital, { replyWithinWorkingDays: 3, severalDepartmentsWithinWorkingDays: 4 })).toMatchObject({
      ok: true,
      value: { rev: 3, replyWithinWorkingDays: 3, severalDepartmentsWithinWorkingDays: 4 },
    })
  })
})

describe('the first steps', () => {
  it('are done by what is there', () => {
    const steps = firstSteps({ departments: 2, wards: 1, codes: 0, officers: 0, handlers: 0 }, 2027)
    expect(steps.filter(({ done }) => !done).map(({ key }) => key)).toEqual(['codes', 'staff', 'calendar'])
  })
})
