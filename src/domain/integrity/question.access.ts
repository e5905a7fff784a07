import { type Actor, holds, type Staff } from '../actor'
import type { DepartmentId, HospitalId } from '../ids'
import { comesFromOutside } from '../survey/answering.rules'

/** Writes questions, reviews them, plans exams and reads what they show: the question office (题库, 纪检). */
export const keepsQuestions = (actor: Actor): HospitalId | null =>
  holds(actor, 'discipline') ? (actor.staff?.hospitalId ?? null) : null

/** May look at a question a second time besides: who looks after complaints knows their rules. */
export const reviewsQuestions = (actor: Actor): HospitalId | null =>
  keepsQuestions(actor) ?? (holds(actor, 'complaint_officer') ? (actor.staff?.hospitalId ?? null) : null)

/** Practises and sits exams: whoever works here. */
export const learns = (actor: Actor): Staff | null =>
  actor.staff && !comesFromOutside(actor.staff.roles) ? actor.staff : null

/** Opens a quiz that is sat together (现场答题): the question office anywhere, a head in their own department. */
export const opensLive = (actor: Actor): HospitalId | null =>
  keepsQuestions(actor) ?? (holds(actor, 'department_head') ? (actor.staff?.hospitalId ?? null) : null)

export interface RecordSight {
  readonly hospitalId: HospitalId
  /** null: the whole hospital. */
  readonly departmentId: DepartmentId | null
  /** Single people's results; without it how many passed, and nobody's score. */
  readonly people: boolean
}

/**
 * Whose learning somebody looks at besides their own: the discipline office everybody's; the hospital's leaders the figures
 * of all departments; a head the figures of their own. null: nobody's.
 */
export const recordSight = (actor: Actor): RecordSight | null => {
  const { staff } = actor
  if (!staff) return null
  if (holds(actor, 'discipline')) return { hospitalId: staff.hospitalId, departmentId: null, people: true }
  if (holds(actor, 'leader')) return { hospitalId: staff.hospitalId, departmentId: null, people: false }
  if (!staff.departmentId || !holds(actor, 'department_head')) return null
  return { hospitalId: staff.hospitalId, departmentId: staff.departmentId, people: false }
}
