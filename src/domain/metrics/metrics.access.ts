import { type Actor, holds, type Role } from '../actor'
import type { HospitalId } from '../ids'

const where = (actor: Actor, ...roles: Role[]): HospitalId | null =>
  roles.some((role) => holds(actor, role)) ? (actor.staff?.hospitalId ?? null) : null

/** The hospital whose complaint rates somebody reads, and what they are made of; null for everybody else. */
export const readsRates = (actor: Actor): HospitalId | null => where(actor, 'complaint_officer', 'leader')

/** Numbers of complaints by month alone: enough to say what an import of visits does to the rate. */
export const countsForImport = (actor: Actor): HospitalId | null =>
  where(actor, 'administrator', 'complaint_officer', 'leader')

/** Has everything counted anew: that tells no figure. */
export const recountsRates = (actor: Actor): HospitalId | null => where(actor, 'administrator')
