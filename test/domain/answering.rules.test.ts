import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Actor, Role } from '#domain/actor'
import { Department } from '#domain/hospital/hospital.model'
import { daysAfter, monthOf } from '#domain/instant'
import {
  askedAsStaff,
  dayOfStaySheet,
  isCounted,
  isFull,
  lastDayOfMonth,
  ratedBy,
  tokenUntil,
  yearAfter,
} from '#domain/survey/answering.rules'
import * as v from 'valibot'
import { aMember } from '../builders/complaint.builder'

const aDay = fc.integer({ min: 0, max: 20_000 }).map((days) => daysAfter('2000-01-01', days))

describe('a token', () => {
  it('is kept to the end of the month, or a year behind the end of an open period', () => {
    expect(lastDayOfMonth('2026-02-01')).toBe('2026-02-28')
    expect(lastDayOfMonth('2028-02-29')).toBe('2028-02-29')
    expect(lastDayOfMonth('2026-12-31')).toBe('2026-12-31')
    expect(yearAfter('2026-11-22')).toBe('2027-11-30')
    expect(tokenUntil({ from: '2026-11-01', to: '2026-11-30' })).toBe('2027-11-30')
    expect(tokenUntil({ from: '2026-11-01', to: null })).toBe('9999-12-31')
  })

  it('says of when no more than the month', () => {
    fc.assert(
      fc.property(aDay, (day) => {
        for (const until of [lastDayOfMonth(day), yearAfter(day)]) {
          expect(monthOf(daysAfter(until, 1))).not.toBe(monthOf(until))
          expect(until >= day).toBe(true)
        }
        expect(yearAfter(day)).toBe(yearAfter(`${monthOf(day)}-01`))
      }),
    )
  })
})

describe('the sheet of a stay', () => {
  it('carries the Monday of its week, or the first day of its month or of the open period', () => {
    const always = { from: '2026-01-01', to: null }
    expect(dayOfStaySheet('2026-11-22', always)).toBe('2026-11-16')
    expect(dayOfStaySheet('2026-11-16', always)).toBe('2026-11-16')
    expect(dayOfStaySheet('2026-11-15', always)).toBe('2026-11-09')
    expect(dayOfStaySheet('2026-11-01', always)).toBe('2026-11-01')
    expect(dayOfStaySheet('2026-10-31', always)).toBe('2026-10-26')
    expect(dayOfStaySheet('2026-11-22', { from: '2026-11-19', to: null })).toBe('2026-11-19')
  })

  it('stays in its month and its period, and is not later than the answer', () => {
    fc.assert(
      fc.property(aDay, fc.nat(60), (day, before) => {
        const from = daysAfter(day, -before)
        const carried = dayOfStaySheet(day, { from, to: null })
        expect(monthOf(carried)).toBe(monthOf(day))
        expect(carried >= from && carried <= day && carried > daysAfter(day, -7)).toBe(true)
      }),
    )
  })
})

describe('a quota', () => {
  it.each([
    [{ total: null, perDepartment: null }, { total: 1e6, ofDepartment: 1e6 }, false],
    [{ total: 2, perDepartment: null }, { total: 1, ofDepartment: 1 }, false],
    [{ total: 2, perDepartment: null }, { total: 2, ofDepartment: 0 }, true],
    [{ total: null, perDepartment: 2 }, { total: 9, ofDepartment: 1 }, false],
    [{ total: null, perDepartment: 2 }, { total: 9, ofDepartment: 2 }, true],
    [{ total: 10, perDepartment: 2 }, { total: 9, ofDepartment: 3 }, true],
  ])('%j with %j is full: %j', (quota, received, full) => {
    expect(isFull(quota, received)).toBe(full)
  })

  it('counts what somebody vouches for', () => {
    expect((['self', 'assisted', 'web'] as const).map(isCounted)).toEqual([true, true, false])
  })
})

describe('being asked as staff', () => {
  const isAskedWith = (...roles: Role[]) => {
    const { staff } = aMember('leader')
    const actor: Actor = { openid: 'x', staff: staff && { ...staff, roles } }
    return askedAsStaff(actor) !== null
  }

  it('goes to everybody who works here, whatever they do, and to no supervisor from outside', () => {
    expect(isAskedWith()).toBe(true)
    expect(isAskedWith('administrator')).toBe(true)
    expect(isAskedWith('case_handler', 'supervisor')).toBe(true)
    expect(isAskedWith('supervisor')).toBe(false)
    expect(askedAsStaff({ openid: 'x', staff: null })).toBe(null)
  })

  it('is about every department in use but one’s own', () => {
    const departments = ['03.01', '04', '05'].map((id) =>
      v.parse(Department, { id, hospitalId: 'h1', rev: 0, name: `科室${id}`, retired: id === '05' }),
    )
    const rated = (departmentId: string | null) => ratedBy({ departmentId } as never, departments).map(({ id }) => id)
    expect(rated('03.01')).toEqual(['04'])
    expect(rated('05')).toEqual(['03.01', '04'])
    expect(rated(null)).toEqual(['03.01', '04'])
  })
})
