import { Invitation } from '#domain/hospital/hospital.model'
import { administeredBy, expiryOf, isSameInvitation, joinBy, ringWhenLate } from '#domain/hospital/hospital.rules'
import type { Instant } from '#domain/instant'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { aMember, aVisitor, beijing } from '../builders/complaint.builder'

const invitedAt = beijing('2026-11-18T09:00:00')

const anInvitation = (about: Partial<v.InferInput<typeof Invitation>> = {}) =>
  v.parse(Invitation, {
    id: 'a1b2c3d4e5f6a7b8c9',
    rev: 0,
    hospitalId: 'h1',
    departmentId: null,
    name: '白',
    roles: ['complaint_officer'],
    invitedBy: 'S1',
    expiresAt: expiryOf(invitedAt),
    acceptedAt: null,
    ...about,
  })

describe('an invitation', () => {
  it.each([
    ['at its last millisecond', 0, true],
    ['one millisecond later', 1, false],
  ])('%s lets somebody in: %s', (_, late, may) => {
    const now = (beijing('2026-11-25T09:00:00') + late) as Instant
    expect(joinBy(anInvitation(), aVisitor, now).ok).toBe(may)
  })

  it('makes the record of whoever uses it, with the roles it names', () => {
    expect(joinBy(anInvitation(), aVisitor, invitedAt)).toMatchObject({
      ok: true,
      value: { id: 'Sa1b2c3d4e5f6a7b8', name: '白', roles: ['complaint_officer'], openid: 'openid-of-a-visitor' },
    })
  })

  it('that was used lets nobody else in', () => {
    expect(joinBy(anInvitation({ acceptedAt: invitedAt }), aVisitor, invitedAt)).toMatchObject({
      code: 'staff.invitation_unknown',
    })
  })

  it('does not make a second person of a member of staff', () => {
    expect(joinBy(anInvitation(), aMember('complaint_officer'), invitedAt)).toMatchObject({
      code: 'staff.already_joined',
    })
  })

  it('asked for again is the same only for the same person, roles and department, and while nobody used it', () => {
    const wanted = anInvitation()
    expect(isSameInvitation(anInvitation(), wanted)).toBe(true)
    for (const other of [{ name: '黑' }, { roles: ['administrator' as const] }, { departmentId: 'F01' }]) {
      expect(isSameInvitation(anInvitation(other), wanted)).toBe(false)
    }
    expect(isSameInvitation(anInvitation({ acceptedAt: invitedAt }), wanted)).toBe(false)
  })
})

describe('an administrator', () => {
  it('administers their own hospital, and nobody else any', () => {
    expect(administeredBy(aMember('administrator'))).toBe('jinqing-peoples')
    expect(administeredBy(aMember('complaint_officer'))).toBeNull()
    expect(administeredBy(aVisitor)).toBeNull()
  })
})

describe('the number to ring when an answer is late', () => {
  const contact = (phone: string | null) => ({ label: '某处', note: null, phone, email: null })
  it('is the first there is', () => {
    expect(ringWhenLate({ contacts: [contact(null), contact('0000-555-0120')] })).toBe('0000-555-0120')
    expect(ringWhenLate({ contacts: [contact(null)] })).toBeNull()
  })
})
