import { type Actor, holds, type Staff } from '../actor'
import type { DepartmentId, HospitalId } from '../ids'
import type { Activity } from './activity.model'
import type { Work } from './work.model'

type Whose = Pick<Activity, 'hospitalId' | 'departmentId'>

const worksFor = (actor: Actor, ...roles: Parameters<typeof holds>[1][]): HospitalId | null =>
  roles.some((role) => holds(actor, role)) ? (actor.staff?.hospitalId ?? null) : null

/** Looks after activities of the whole hospital. */
export const keepsAllActivities = (actor: Actor): boolean => worksFor(actor, 'publicity', 'discipline') !== null

/** Works on activities at all, of one department or of all. */
export const keepsActivities = (actor: Actor): HospitalId | null =>
  worksFor(actor, 'editor', 'department_head', 'publicity', 'discipline')

/** Writes what is this department's; null: what is the whole hospital's. */
export const writesFor = (actor: Actor, departmentId: DepartmentId | null): boolean =>
  keepsAllActivities(actor) ||
  (keepsActivities(actor) !== null && departmentId !== null && actor.staff?.departmentId === departmentId)

export const writesActivity = (actor: Actor, { hospitalId, departmentId }: Whose): boolean =>
  actor.staff?.hospitalId === hospitalId && writesFor(actor, departmentId)

/** Sees it on the desk: a department's own people their own and the hospital's. */
export const seesActivity = (actor: Actor, { hospitalId, departmentId }: Whose): boolean =>
  keepsActivities(actor) === hospitalId && (departmentId === null || writesFor(actor, departmentId))

/** 放出去 and 撤回: the pages' keepers; never for what they wrote, which the rule itself refuses. */
export const releasesActivity = (actor: Actor, { hospitalId }: Pick<Activity, 'hospitalId'>): boolean =>
  worksFor(actor, 'publicity', 'discipline') === hospitalId

/** Who was there: the one who holds it, and the discipline office. */
export const seesAttendance = (
  actor: Actor,
  { hospitalId, organiser }: Pick<Activity, 'hospitalId' | 'organiser'>,
): boolean =>
  actor.staff?.hospitalId === hospitalId && (actor.staff.id === organiser || holds(actor, 'discipline', hospitalId))

/** Looks at works before everybody does: the pages' keepers everywhere, a head in the department of the author. */
export const reviewsWorks = (actor: Actor): HospitalId | null =>
  worksFor(actor, 'department_head', 'publicity', 'discipline')

export const reviewsWork = (actor: Actor, work: Pick<Work, 'hospitalId' | 'departmentId'>): boolean =>
  reviewsWorks(actor) === work.hospitalId &&
  (keepsAllActivities(actor) || (work.departmentId !== null && actor.staff?.departmentId === work.departmentId))

/** Whoever is employed here comes to activities and hands in works; a supervisor (行风监督员) comes from outside. */
export const worksHere = (actor: Actor): Staff | null =>
  actor.staff && !holds(actor, 'supervisor') ? actor.staff : null
