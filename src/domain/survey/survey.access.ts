import { type Actor, holds, type Role } from '../actor'
import type { HospitalId } from '../ids'

const where = (actor: Actor, ...roles: Role[]): HospitalId | null =>
  roles.some((role) => holds(actor, role)) ? (actor.staff?.hospitalId ?? null) : null

/** Makes and publishes questionnaires, names supervisors, sets themes, sees improvements through. */
export const runsSurveys = (actor: Actor): HospitalId | null => where(actor, 'survey_officer')

/** Reads results; a leader sees the figures and no words. */
export const readsResults = (actor: Actor): HospitalId | null => where(actor, 'survey_officer', 'leader')

/** Rings those who were discharged. */
export const followsUp = (actor: Actor): HospitalId | null => where(actor, 'follow_up', 'survey_officer')

/** Looks after thanks before anybody else sees them. */
export const reviewsPraise = (actor: Actor): HospitalId | null => where(actor, 'survey_officer')

export const supervises = (actor: Actor): HospitalId | null => where(actor, 'supervisor')
