import type { Actor, Role } from '#domain/actor'
import { Complaint } from '#domain/complaint/complaint.model'
import type { Instant } from '#domain/instant'
import { Staff } from '#domain/actor'
import * as v from 'valibot'

export const beijing = (text: string) => Date.parse(`${text}+08:00`) as Instant

/** A complaint received on Wednesday 18 November 2026, as the schema wants it. */
export const aComplaint = (about: Partial<v.InferInput<typeof Complaint>> = {}): Complaint =>
  v.parse(Complaint, {
    id: '0'.repeat(32),
    rev: 0,
    hospitalId: 'jinqing-peoples',
    departmentId: '03.01',
    touchpointId: 'JQ-12E-01',
    place: '住院部 12 层东病区',
    kind: 'complaint',
    category: 'F',
    urgent: false,
    careSetting: 'inpatient',
    happenedOn: '2026-11-16',
    forWhom: 'relative',
    text: '问了三次，都说等着。',
    photos: [],
    healthConsent: false,
    contact: null,
    openid: null,
    remind: false,
    textSafety: 'not_sent',
    selector: '40731862',
    secretHash: '',
    status: 'submitted',
    stage: 'open',
    assigneeId: null,
    finding: null,
    receivedAt: beijing('2026-11-18T09:43:00'),
    replyWithinWorkingDays: 5,
    dueAt: beijing('2026-11-25T23:59:59'),
    events: [{ id: '0'.repeat(32), kind: 'submitted', at: beijing('2026-11-18T09:43:00') }],
    ...about,
  })

/** One of the complaint office (S1), or of somewhere else under another id. */
export const aColleague = (id: string, ...roles: Role[]): Actor => ({
  openid: `openid-of-${id}`,
  staff: v.parse(Staff, { id, hospitalId: 'jinqing-peoples', departmentId: 'F01', name: '沈', roles }),
})

export const aMember = (...roles: Role[]): Actor => aColleague('S1', ...roles)

export const aVisitor: Actor = { openid: 'openid-of-a-visitor', staff: null }
