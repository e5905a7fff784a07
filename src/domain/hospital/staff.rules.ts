import { type Actor, holds, type Role, type Staff } from '../actor'
import { type HospitalId, StaffId } from '../ids'
import type { Instant } from '../instant'
import { err, ok } from '../result'
import * as v from 'valibot'
import { type ImportedValues, type Profile, StaffNumber, type StaffRecord } from './staff.model'

export type StaffAct = 'see_people' | 'change_people' | 'invite' | 'import' | 'see_colleagues' | 'hand_over'

const ALLOWED: Readonly<Record<StaffAct, ReadonlySet<Role>>> = {
  see_people: new Set(['administrator']),
  change_people: new Set(['administrator']),
  invite: new Set(['administrator']),
  import: new Set(['administrator']),
  see_colleagues: new Set(['administrator', 'complaint_officer', 'case_handler']),
  hand_over: new Set(['administrator', 'complaint_officer']),
}

/** The hospital in which the caller may do this, or null. */
export const mayAct = (actor: Actor, act: StaffAct): HospitalId | null =>
  actor.staff?.roles.some((role) => ALLOWED[act].has(role)) ? actor.staff.hospitalId : null

/** Which complaints somebody sees with what they say and who said it. */
export const casesSeenBy = (actor: Actor): 'all' | 'assigned' | 'none' =>
  holds(actor, 'complaint_officer') ? 'all' : holds(actor, 'case_handler') ? 'assigned' : 'none'

/** The text that stands where an OPENID will: a colon is in none. */
export const unbound = (id: StaffId): string => `nobody:${id}`

/** Whether somebody can sign in: a person away still can. */
export const hasAccess = ({ state }: Pick<StaffRecord, 'state'>): boolean =>
  state.kind === 'active' || state.kind === 'away'

export const isAway = ({ state }: Pick<StaffRecord, 'state'>, now: Instant): boolean =>
  state.kind === 'away' && state.until > now

/** The member of staff a record stands for; null before they join and once they left. */
export const staffOf = (record: StaffRecord): Staff | null => {
  const { id, hospitalId, departmentId, name, roles } = record
  return hasAccess(record) ? { id, hospitalId, departmentId, name, roles } : null
}

export type NewRecord = Omit<StaffRecord, 'rev'>

/** Somebody new on the roster, bound to nobody yet. */
export const enrol = (id: StaffId, hospitalId: HospitalId, profile: Profile): NewRecord => ({
  id,
  hospitalId,
  ...profile,
  state: { kind: 'invited' },
  openid: unbound(id),
  invitation: null,
  imported: null,
})

const FOUNDER = { id: v.parse(StaffId, 'first-administrator'), number: v.parse(StaffNumber, 'ADMIN') }

/** Who opens the hospital: there, bound and administrator from the start. The number can be changed afterwards. */
export const founderRecord = (hospitalId: HospitalId, name: string, openid: string): NewRecord => ({
  ...enrol(FOUNDER.id, hospitalId, {
    number: FOUNDER.number,
    name,
    departmentId: null,
    roles: ['administrator'],
  }),
  state: { kind: 'active' },
  openid,
})

export const sameRoles = (left: readonly Role[], right: readonly Role[]): boolean => left.join() === right.join()

export const isSameValues = (left: ImportedValues, right: ImportedValues): boolean =>
  left.name === right.name && left.departmentId === right.departmentId && sameRoles(left.roles, right.roles)

export const isSameProfile = (left: Profile, right: Profile): boolean =>
  left.number === right.number && isSameValues(left, right)

type Administering = Pick<StaffRecord, 'id' | 'state' | 'roles'>

const administers = (one: Omit<Administering, 'id'>): boolean => one.roles.includes('administrator') && hasAccess(one)

/** Whether the hospital would be left without an administrator who can sign in. */
export const leavesNoAdministrator = (
  before: Administering,
  after: Omit<Administering, 'id'>,
  administrators: readonly Administering[],
): boolean =>
  administers(before) && !administers(after) && !administrators.some((one) => one.id !== before.id && administers(one))

/** Changes what the roster says; somebody who left keeps the name old cases know. */
export const change = (person: StaffRecord, profile: Profile) =>
  person.state.kind === 'left' ? err('staff.left') : ok<StaffRecord>({ ...person, ...profile })

/** From now on nothing opens; the WeChat is free to be bound again. */
export const leave = (person: StaffRecord, now: Instant): StaffRecord =>
  person.state.kind === 'left'
    ? person
    : { ...person, state: { kind: 'left', at: now }, openid: unbound(person.id), invitation: null }

export const setAway = (
  person: StaffRecord,
  { until, standIn }: { until: Instant; standIn: StaffRecord | null },
  now: Instant,
) => {
  if (!hasAccess(person)) return err('staff.not_joined')
  if (until <= now) return err('staff.away_past')
  if (standIn && (standIn.id === person.id || standIn.hospitalId !== person.hospitalId || !hasAccess(standIn))) {
    return err('staff.stand_in_unknown')
  }
  return ok<StaffRecord>({ ...person, state: { kind: 'away', until, standInId: standIn?.id ?? null } })
}

/** Back from being away; who had left is on the roster again and needs a new invitation. */
export const comeBack = (person: StaffRecord): StaffRecord => {
  if (person.state.kind === 'away') return { ...person, state: { kind: 'active' } }
  return person.state.kind === 'left' ? { ...person, state: { kind: 'invited' } } : person
}

/** Who may take over whose cases: officers hand over to officers, handlers to handlers or officers. */
export const mayTakeOverFrom = (
  from: Pick<StaffRecord, 'id' | 'roles'>,
  to: Pick<StaffRecord, 'id' | 'roles' | 'state'>,
  now: Instant,
): boolean => {
  if (to.id === from.id || !hasAccess(to) || isAway(to, now)) return false
  if (from.roles.includes('complaint_officer')) return to.roles.includes('complaint_officer')
  return to.roles.includes('case_handler') || to.roles.includes('complaint_officer')
}
