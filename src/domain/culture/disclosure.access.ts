import { type Actor, holds } from '../actor'
import type { HospitalId } from '../ids'
import type { SlotSettings } from './disclosure.model'

type Owned = Pick<SlotSettings, 'ownerId'>

/** Who sees the desk of what is made public, and of which hospital. */
export const worksOnDisclosures = (actor: Actor): HospitalId | null =>
  (['editor', 'department_head', 'publicity', 'discipline'] as const).some((role) => holds(actor, role))
    ? (actor.staff?.hospitalId ?? null)
    : null

/** Says who owns a slot, whom it is for, by when it is renewed. */
export const keepsSlots = (actor: Actor): boolean => holds(actor, 'publicity')

/** Looks at what others wrote before it is public, and takes it away again. */
export const confirmsDisclosures = (actor: Actor): boolean => holds(actor, 'publicity') || holds(actor, 'discipline')

/** The owner's writers (通讯员, 科室负责人), and the publicity officer for every slot. */
export const writesIn = (actor: Actor, { ownerId }: Owned): boolean => {
  if (holds(actor, 'publicity')) return true
  if (ownerId === null || actor.staff?.departmentId !== ownerId) return false
  return holds(actor, 'editor') || holds(actor, 'department_head')
}

/** Says that there is something to make public; whoever looks from outside the department may too. */
export const announcesIn = (actor: Actor, owned: Owned): boolean => writesIn(actor, owned) || confirmsDisclosures(actor)

/** What is being written is seen by those who write or confirm it. */
export const seesDraftsIn = announcesIn

/** Whoever works here reads what is for staff; a supervisor of conduct comes from outside. */
export const readsAsStaff = ({ staff }: Actor): HospitalId | null =>
  staff && !(staff.roles.length > 0 && staff.roles.every((role) => role === 'supervisor')) ? staff.hospitalId : null
