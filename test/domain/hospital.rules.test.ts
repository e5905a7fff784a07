import { administeredBy, ringWhenLate } from '#domain/hospital/hospital.rules'
import { describe, expect, it } from 'vitest'
import { aMember, aVisitor } from '../builders/complaint.builder'

describe('an administrator', () => {
  it('administers their own hospital, and nobody else any', () => {
    expect(administeredBy(aMember('administrator'))).toBe('jinqing-peoples')
    expect(administeredBy(aMember('complaint_officer'))).toBeNull()
    expect(administeredBy(aVisitor)).toBeNull()
  })
})

describe('the number to ring when an answer is late', () => {
  const contact = (phone: string | null) => ({
    kind: 'hospital' as const,
    label: '某处',
    note: null,
    phone,
    email: null,
  })
  it('is the first there is', () => {
    expect(ringWhenLate({ contacts: [contact(null), contact('0000-555-0120')] })).toBe('0000-555-0120')
    expect(ringWhenLate({ contacts: [contact(null)] })).toBeNull()
  })
})
