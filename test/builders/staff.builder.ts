import type { Person } from '#domain/hospital/staff.contract'
import { StaffRecord } from '#domain/hospital/staff.model'
import * as v from 'valibot'

/** A member of staff who has joined, as the schema wants them. */
export const aStaffRecord = (about: Partial<v.InferInput<typeof StaffRecord>> = {}): StaffRecord =>
  v.parse(StaffRecord, {
    id: 'S1',
    rev: 3,
    hospitalId: 'h1',
    number: 'QJ-001',
    name: '沈',
    departmentId: 'F01',
    roles: ['complaint_officer'],
    state: { kind: 'active' },
    openid: 'openid-of-shen',
    invitation: null,
    imported: null,
    ...about,
  })

export const aPerson = (about: Partial<v.InferInput<typeof StaffRecord>> = {}): Person => {
  const { id, rev, number, name, departmentId, roles, state, invitation } = aStaffRecord(about)
  return { id, rev, number, name, departmentId, roles, state, invitation }
}
