import { timingSafeEqual, createHash } from 'node:crypto'
import { type Actor, holds } from '#domain/actor'
import { officialCalendar } from '#domain/calendar/official-calendar'
import { dueFrom } from '#domain/complaint/complaint.rules'
import type { hospitalContract } from '#domain/hospital/hospital.contract'
import { INVITATION_VALID_DAYS, Invitation } from '#domain/hospital/hospital.model'
import { touchpointIn } from '#domain/hospital/scene'
import { type HospitalId, StaffId } from '#domain/ids'
import type { Instant } from '#domain/instant'
import { err, ok } from '#domain/result'
import { documents } from '#runtime/documents'
import {
  departmentKey,
  departmentNames,
  departmentRecords,
  hospitalRecords,
  staffRecords,
  touchpointRecords,
  whereabouts,
} from '#runtime/read/hospital.read'
import type { Handlers } from '#runtime/serve'
import * as v from 'valibot'
import { invitationIdOf } from './invitation.code'
import { pictureOf } from './touchpoint.picture'

const FIRST_ADMINISTRATOR = v.parse(StaffId, 'first-administrator')
const TOUCHPOINT_PAGE = 1000
const DAY_MS = 86_400_000

export const openHospital = () => ({
  hospitals: hospitalRecords(),
  departments: departmentRecords(),
  touchpoints: touchpointRecords(),
  staff: staffRecords(),
  invitations: documents('invitations', Invitation),
  setupCode: process.env['SETUP_CODE'] ?? '',
})

const digest = (text: string) => createHash('sha256').update(text).digest()

const sameSecret = (left: string, right: string): boolean =>
  left.length > 0 && timingSafeEqual(digest(left), digest(right))

/** The hospital an administrator administers, or null for everybody else. */
const administered = (actor: Actor): HospitalId | null =>
  actor.staff && holds(actor, 'administrator') ? actor.staff.hospitalId : null

export const hospitalHandlers: Handlers<typeof hospitalContract, ReturnType<typeof openHospital>> = {
  async landing({ scene }, { now }) {
    const here = await whereabouts(touchpointIn(scene))
    if (!here) return err('hospital.not_founded')
    return ok({ ...here, dueIfFiledNow: dueFrom(now, here.hospital.replyWithinWorkingDays, officialCalendar) })
  },

  async found({ setupCode, administrator, hospital }, { actor, hospitals, staff, setupCode: expected }) {
    if (!sameSecret(expected, setupCode)) return err('hospital.setup_code_wrong')
    const founder = {
      id: FIRST_ADMINISTRATOR,
      rev: 0,
      hospitalId: hospital.id,
      departmentId: null,
      name: administrator,
      roles: ['administrator' as const],
      openid: actor.openid,
    }
    // The founder's record is the lock: whoever writes it first may go on, also after an interruption.
    if ((await staff.insert(founder)) === 'exists') {
      const first = await staff.find(FIRST_ADMINISTRATOR)
      if (first?.openid !== actor.openid || first.hospitalId !== hospital.id) return err('hospital.already_founded')
    }
    await hospitals.insert({ ...hospital, rev: 0 })
    return ok({ hospitalId: hospital.id, staffId: FIRST_ADMINISTRATOR })
  },

  async addDepartment(department, { actor, departments }) {
    const hospitalId = administered(actor)
    if (!hospitalId) return err('auth.forbidden')
    const inserted = await departments.insert({ ...department, hospitalId, rev: 0 })
    return inserted === 'exists' ? err('hospital.code_taken') : ok(department)
  },

  async addTouchpoint(touchpoint, { actor, departments, touchpoints }) {
    const hospitalId = administered(actor)
    if (!hospitalId) return err('auth.forbidden')
    const department = await departments.find(departmentKey(hospitalId, touchpoint.departmentId))
    if (!department) return err('hospital.department_unknown')
    const inserted = await touchpoints.insert({ ...touchpoint, hospitalId, rev: 0 })
    return inserted === 'exists' ? err('hospital.code_taken') : ok({ ...touchpoint, departmentName: department.name })
  },

  async touchpoints(_, { actor, touchpoints }) {
    const hospitalId = administered(actor)
    if (!hospitalId) return err('auth.forbidden')
    const [found, names] = await Promise.all([
      touchpoints.list({ where: { hospitalId }, orderBy: [['_id', 'asc']], limit: TOUCHPOINT_PAGE }),
      departmentNames(hospitalId),
    ])
    const rows = found.map((touchpoint) => ({
      ...touchpoint,
      departmentName: names.get(touchpoint.departmentId) ?? '',
    }))
    return ok({ rows, more: found.length === TOUCHPOINT_PAGE })
  },

  async touchpointPicture({ touchpointId }, { actor, touchpoints }) {
    const hospitalId = administered(actor)
    if (!hospitalId) return err('auth.forbidden')
    const touchpoint = await touchpoints.find(touchpointId)
    if (touchpoint?.hospitalId !== hospitalId) return err('hospital.touchpoint_unknown')
    const url = await pictureOf(touchpoint)
    return url ? ok({ url }) : err('hospital.picture_failed')
  },

  async invite({ code, name, departmentId, roles }, { actor, now, departments, invitations }) {
    const hospitalId = administered(actor)
    if (!hospitalId || !actor.staff) return err('auth.forbidden')
    if (departmentId && !(await departments.find(departmentKey(hospitalId, departmentId)))) {
      return err('hospital.department_unknown')
    }
    const expiresAt = (now + INVITATION_VALID_DAYS * DAY_MS) as Instant
    await invitations.insert({
      id: invitationIdOf(code),
      rev: 0,
      hospitalId,
      departmentId,
      name,
      roles,
      invitedBy: actor.staff.id,
      expiresAt,
      acceptedAt: null,
    })
    return ok({ expiresAt })
  },

  async join({ code }, { actor, now, staff, invitations }) {
    const invitation = await invitations.find(invitationIdOf(code))
    if (!invitation || invitation.expiresAt < now) return err('staff.invitation_unknown')
    const { hospitalId, departmentId, name, roles } = invitation
    const id = v.parse(StaffId, `S${invitation.id.slice(0, 16)}`)
    if (actor.staff) return actor.staff.id === id ? ok(actor.staff) : err('staff.already_joined')
    const joining = { id, rev: 0, hospitalId, departmentId, name, roles, openid: actor.openid }
    // The record's key comes from the invitation: of two who use one code, one gets in.
    if ((await staff.insert(joining)) === 'exists') return err('staff.invitation_unknown')
    await invitations.replace({ ...invitation, acceptedAt: now })
    return ok(joining)
  },

  async me(_, { actor }) {
    return ok({ staff: actor.staff })
  },
}
