import { type Actor, holds } from '../actor'
import { type HospitalId, StaffId } from '../ids'
import type { Instant } from '../instant'
import { err, ok } from '../result'
import * as v from 'valibot'
import { type Hospital, INVITATION_VALID_DAYS, type Invitation, type StaffRecord } from './hospital.model'

const DAY_MS = 86_400_000

/** The hospital an administrator administers, or null for everybody else. */
export const administeredBy = (actor: Actor): HospitalId | null =>
  actor.staff && holds(actor, 'administrator') ? actor.staff.hospitalId : null

/** The number to ring when a promise was not kept: the first that has one. */
export const ringWhenLate = ({ contacts }: Pick<Hospital, 'contacts'>): string | null =>
  contacts.find(({ phone }) => phone !== null)?.phone ?? null

export const expiryOf = (invitedAt: Instant): Instant => (invitedAt + INVITATION_VALID_DAYS * DAY_MS) as Instant

/** Whether asking again for an invitation is the same request and not a second person under a used code. */
export const isSameInvitation = (
  earlier: Invitation,
  wanted: Pick<Invitation, 'hospitalId' | 'name' | 'departmentId' | 'roles'>,
): boolean =>
  earlier.acceptedAt === null &&
  earlier.hospitalId === wanted.hospitalId &&
  earlier.name === wanted.name &&
  earlier.departmentId === wanted.departmentId &&
  earlier.roles.join() === wanted.roles.join()

/** The key comes from the invitation: of two who use one code, one gets in. */
const staffIdFor = (invitation: Invitation): StaffId => v.parse(StaffId, `S${invitation.id.slice(0, 16)}`)

/** The record with which the caller joins, or why not. Joining twice with one's own invitation is joining once. */
export const joinBy = (invitation: Invitation, actor: Actor, now: Instant) => {
  const id = staffIdFor(invitation)
  if (actor.staff)
    return actor.staff.id === id ? ok({ ...actor.staff, rev: 0, openid: actor.openid }) : err('staff.already_joined')
  if (invitation.acceptedAt !== null || invitation.expiresAt < now) return err('staff.invitation_unknown')
  const { hospitalId, departmentId, name, roles } = invitation
  return ok<StaffRecord>({ id, rev: 0, hospitalId, departmentId, name, roles, openid: actor.openid })
}
