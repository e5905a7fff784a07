import { type Actor, holds } from '../actor'
import type { HospitalId } from '../ids'
import type { Hospital } from './hospital.model'

/** The hospital an administrator administers, or null for everybody else. */
export const administeredBy = (actor: Actor): HospitalId | null =>
  actor.staff && holds(actor, 'administrator') ? actor.staff.hospitalId : null

/** The number to ring when a promise was not kept: the first that has one. */
export const ringWhenLate = ({ contacts }: Pick<Hospital, 'contacts'>): string | null =>
  contacts.find(({ phone }) => phone !== null)?.phone ?? null
