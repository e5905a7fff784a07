import type { Role } from '#domain/actor'
import { officialCalendar } from '#domain/calendar/working-days'
import { accept, dueFrom, handles, promise } from '#domain/complaint/complaint.rules'
import { isOverdue } from '#domain/complaint/deadline'
import { HospitalId } from '#domain/ids'
import type { Instant } from '#domain/instant'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { aComplaint, aMember, aVisitor, beijing } from '../builders/complaint.builder'

const now = beijing('2026-11-19T08:00:00')

describe('the day by which an answer is due', () => {
  it.each([
    ['2026-11-18T00:00:00', '2026-11-25'],
    ['2026-11-18T00:30:00', '2026-11-25'],
    ['2026-11-18T07:59:00', '2026-11-25'],
    ['2026-11-18T23:59:59', '2026-11-25'],
    ['2026-11-21T12:00:00', '2026-11-27'],
  ])('for %s in Beijing is the end of %s', (receivedAt, day) => {
    expect(dueFrom(beijing(receivedAt), 5, officialCalendar)).toBe(beijing(`${day}T23:59:59.999`))
  })

  it('is not promised while the holiday notice of its year is missing', () => {
    expect(dueFrom(beijing('2026-12-25T09:00:00'), 5, officialCalendar)).toBeNull()
    expect(dueFrom(beijing('2026-12-24T09:00:00'), 5, officialCalendar)).toBe(beijing('2026-12-31T23:59:59.999'))
  })

  it('is filled once the notice is there, and never moved afterwards', () => {
    const waiting = aComplaint({ receivedAt: beijing('2026-12-25T09:00:00'), dueAt: null })
    expect(promise(waiting, officialCalendar).dueAt).toBeNull()
    const published = { ...officialCalendar, years: [...officialCalendar.years, 2027], holidays: ['2027-01-01'] }
    expect(promise(waiting, published).dueAt).toBe(beijing('2027-01-04T23:59:59.999'))
    const promised = aComplaint()
    expect(promise(promised, published)).toBe(promised)
  })

  it('is over one millisecond after it', () => {
    const dueAt = beijing('2026-11-25T23:59:59.999')
    expect(isOverdue({ dueAt }, dueAt)).toBe(false)
    expect(isOverdue({ dueAt }, (dueAt + 1) as Instant)).toBe(true)
    expect(isOverdue({ dueAt: null }, now)).toBe(false)
  })
})

describe('accepting a complaint', () => {
  it('is recorded with who and when', () => {
    expect(accept(aComplaint(), aMember('complaint_officer'), now)).toMatchObject({
      ok: true,
      value: {
        status: 'accepted',
        dueAt: beijing('2026-11-25T23:59:59'),
        events: [{}, { kind: 'accepted', by: 'S1', at: now }],
      },
    })
  })

  it('is refused the second time', () => {
    expect(accept(aComplaint({ status: 'accepted' }), aMember('complaint_officer'), now)).toEqual({
      ok: false,
      code: 'complaint.not_submitted',
    })
  })

  it.each<[string, Role[], boolean]>([
    ['an officer', ['complaint_officer'], true],
    ['an administrator', ['administrator'], false],
    ['both', ['administrator', 'complaint_officer'], true],
    ['nobody in particular', [], false],
  ])('%s with %j may: %s', (_, roles, may) => {
    expect(handles(aMember(...roles), aComplaint())).toBe(may)
    expect(accept(aComplaint(), aMember(...roles), now).ok).toBe(may)
  })

  it('is not for visitors, nor for the staff of another hospital', () => {
    expect(accept(aComplaint(), aVisitor, now)).toEqual({ ok: false, code: 'auth.forbidden' })
    const elsewhere = aComplaint({ hospitalId: v.parse(HospitalId, 'another') })
    expect(accept(elsewhere, aMember('complaint_officer'), now)).toEqual({ ok: false, code: 'auth.forbidden' })
  })
})
