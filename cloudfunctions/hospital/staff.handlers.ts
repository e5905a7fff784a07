import { invite, tryCode } from '#domain/hospital/invitation.rules'
import { type Person, PEOPLE_PAGE, type staffActions } from '#domain/hospital/staff.contract'
import type { StaffRecord } from '#domain/hospital/staff.model'
import {
  change,
  comeBack,
  enrol,
  isAway,
  isSameProfile,
  leave,
  leavesNoAdministrator,
  mayAct,
  setAway,
  type StaffAct,
  staffOf,
} from '#domain/hospital/staff.rules'
import type { Actor } from '#domain/actor'
import type { HospitalId, StaffId } from '#domain/ids'
import { err, ok } from '#domain/result'
import { departmentNames, hospitalRecords, whereabouts } from '#runtime/read/hospital.read'
import type { ActionHandlers } from '#runtime/serve'
import type { OpenHospital } from './hospital.open'
import { hashOfCode } from './invitation.code'
import type { staffRepository } from './staff.repository'

type Staff = ReturnType<typeof staffRepository>
type StaffActions = Omit<typeof staffActions, 'importRoster' | 'imports' | 'undoImport'>

/** Others may write between reading and writing; more often than this it is no accident. */
const TRIES = 5

export const staffHandlers: ActionHandlers<StaffActions, OpenHospital> = {
  async people({ after }, { actor, repository, staff }) {
    const hospitalId = mayAct(actor, 'see_people')
    if (!hospitalId) return err('auth.forbidden')
    const [found, departments] = await Promise.all([
      staff.roster(hospitalId, after, PEOPLE_PAGE),
      repository.departments(hospitalId),
    ])
    return ok({
      rows: found,
      next: found.length === PEOPLE_PAGE ? (found.at(-1)?.number ?? null) : null,
      departments,
    })
  },

  async addPerson({ staffId, ...profile }, { actor, staff }) {
    const hospitalId = mayAct(actor, 'change_people')
    if (!hospitalId) return err('auth.forbidden')
    if (!(await hasDepartment(hospitalId, profile))) return err('hospital.department_unknown')
    const wanted = enrol(staffId, hospitalId, profile)
    if ((await staff.add(wanted)) === 'inserted') return ok<Person>({ ...wanted, rev: 0 })
    const earlier = await staff.find(staffId)
    const isSame = earlier?.hospitalId === hospitalId && isSameProfile(earlier, profile)
    return isSame ? ok<Person>(earlier) : err('staff.number_taken')
  },

  async changePerson({ staffId, rev, ...profile }, { actor, staff }) {
    const person = await personFor(actor, 'change_people', staffId, staff)
    if (!person.ok) return person
    if (!(await hasDepartment(person.value.hospitalId, profile))) return err('hospital.department_unknown')
    if (isSameProfile(person.value, profile)) return person
    const decision = change(person.value, profile)
    if (!decision.ok) return decision
    const holder = await staff.byNumber(person.value.hospitalId, profile.number)
    if (holder && holder.id !== staffId) return err('staff.number_taken')
    return writeKeepingAnAdministrator(person.value, { ...decision.value, rev }, staff)
  },

  async invite({ people }, { actor, now, staff }) {
    const hospitalId = mayAct(actor, 'invite')
    if (!hospitalId || !actor.staff) return err('auth.forbidden')
    const invitedBy = actor.staff.id
    const codes = new Map(people.map(({ staffId, code }) => [staffId, hashOfCode(code)]))
    const found = await staff.byIds(hospitalId, [...codes.keys()])
    const written = await Promise.all(
      found.map(async (person) => {
        const decision = invite(person, { codeHash: codes.get(person.id) ?? '', invitedBy }, now)
        if (!decision.ok) return []
        const kept = decision.value === person ? person : await staff.replace(decision.value)
        if (kept === null || kept === 'taken') return ['changed' as const]
        return [{ staffId: kept.id, expiresAt: kept.invitation?.expiresAt ?? now }]
      }),
    )
    const outcomes = written.flat()
    const invited = outcomes.filter((outcome) => outcome !== 'changed')
    if (invited.length > 0) return ok({ invited })
    return outcomes.length > 0 ? err('data.changed') : err('staff.unknown')
  },

  async revokeInvitation({ staffId, rev }, { actor, staff }) {
    const person = await personFor(actor, 'invite', staffId, staff)
    if (!person.ok || person.value.invitation === null) return person
    return write({ ...person.value, rev, invitation: null }, staff)
  },

  async join({ number, code }, { actor, now, sessions, staff }) {
    const here = await whereabouts(null)
    if (!here) return err('staff.code_wrong')
    for (let tries = 0; tries < TRIES; tries += 1) {
      const person = await staff.byNumber(here.hospital.id, number)
      // The answer to an earlier try of one's own may have been lost: joined is joined.
      if (actor.staff) return person?.id === actor.staff.id ? ok(actor.staff) : err('staff.already_joined')
      if (!person) return err('staff.code_wrong')
      const tried = tryCode(person, { codeHash: hashOfCode(code), openid: actor.openid }, now)
      const written = tried.person === person ? person : await staff.replace(tried.person)
      if (written === 'taken') return err('staff.already_joined')
      if (written && tried.refused) return err(tried.refused)
      const joined = written && staffOf(written)
      if (joined) {
        // Confirmed with an earlier WeChat of theirs, or before they left.
        await sessions.endAllOf(joined.id, now)
        return ok(joined)
      }
    }
    return err('system.busy')
  },

  async setAway({ staffId, rev, until, standInId }, { actor, now, staff }) {
    const person = await personFor(actor, 'change_people', staffId, staff)
    if (!person.ok) return person
    const { state } = person.value
    if (state.kind === 'away' && state.until === until && state.standInId === standInId) return person
    const standIn = standInId ? await staff.find(standInId) : null
    if (standInId && !standIn) return err('staff.stand_in_unknown')
    const decision = setAway(person.value, { until, standIn }, now)
    return decision.ok ? write({ ...decision.value, rev }, staff) : decision
  },

  async comeBack({ staffId, rev }, { actor, staff }) {
    const person = await personFor(actor, 'change_people', staffId, staff)
    if (!person.ok) return person
    const next = comeBack(person.value)
    return next === person.value ? person : write({ ...next, rev }, staff)
  },

  async leave({ staffId, rev }, { actor, now, staff }) {
    const person = await personFor(actor, 'change_people', staffId, staff)
    if (!person.ok) return person
    const next = leave(person.value, now)
    return next === person.value ? person : writeKeepingAnAdministrator(person.value, { ...next, rev }, staff)
  },

  async colleagues(_, { actor, now, staff }) {
    const hospitalId = mayAct(actor, 'see_colleagues')
    if (!hospitalId) return err('auth.forbidden')
    const [found, names] = await Promise.all([
      staff.holding(hospitalId, ['complaint_officer', 'case_handler']),
      departmentNames(hospitalId),
    ])
    return ok({
      rows: found
        .filter(({ state }) => state.kind !== 'invited')
        .map((person) => ({
          ...person,
          departmentName: person.departmentId && (names.get(person.departmentId) ?? null),
          awayUntil: awayUntil(person, now),
          left: person.state.kind === 'left',
        })),
    })
  },

  async me(_, { actor, now, staff }) {
    const person = actor.staff && (await staff.find(actor.staff.id))
    if (!person) return ok(null)
    const [hospital, names] = await Promise.all([
      hospitalRecords().find(person.hospitalId),
      departmentNames(person.hospitalId),
    ])
    return ok({
      ...person,
      departmentName: person.departmentId && (names.get(person.departmentId) ?? null),
      hospitalName: hospital?.name ?? '',
      awayUntil: awayUntil(person, now),
    })
  },
}

const awayUntil = (person: StaffRecord, now: Parameters<typeof isAway>[1]) =>
  person.state.kind === 'away' && isAway(person, now) ? person.state.until : null

const hasDepartment = async (hospitalId: HospitalId, { departmentId }: Pick<StaffRecord, 'departmentId'>) =>
  departmentId === null || (await departmentNames(hospitalId)).has(departmentId)

/** Somebody of the caller's own hospital. */
const personFor = async (actor: Actor, act: StaffAct, staffId: StaffId, staff: Staff) => {
  const hospitalId = mayAct(actor, act)
  if (!hospitalId) return err('auth.forbidden')
  const person = await staff.find(staffId)
  return person?.hospitalId === hospitalId ? ok(person) : err('staff.unknown')
}

/** Writes under the revision the caller saw. */
const write = async (next: StaffRecord, staff: Staff) => {
  const written = await staff.replace(next)
  return written === null || written === 'taken' ? err('data.changed') : ok(written)
}

const writeKeepingAnAdministrator = async (before: StaffRecord, next: StaffRecord, staff: Staff) => {
  const administrators = () => staff.holding(before.hospitalId, ['administrator'])
  if (leavesNoAdministrator(before, next, await administrators())) return err('staff.last_administrator')
  const written = await staff.replace(next)
  if (written === null || written === 'taken') return err('data.changed')
  // Two may give up at the same moment, each counting on the other: then it is taken back.
  if (leavesNoAdministrator(before, written, await administrators())) {
    await staff.replace({ ...before, rev: written.rev })
    return err('staff.last_administrator')
  }
  return ok(written)
}
