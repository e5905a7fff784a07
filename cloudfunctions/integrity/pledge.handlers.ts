import { randomBytes } from 'node:crypto'
import { touchpointIn } from '#domain/hospital/scene'
import type { HospitalId, PledgeVersionId } from '#domain/ids'
import { beijingDay, type Instant } from '#domain/instant'
import { PLEDGE_CODE_BYTES, pledgeCodeFrom } from '#domain/integrity/pledge.code'
import type { pledgeActions } from '#domain/integrity/pledge.contract'
import type { PledgeText } from '#domain/integrity/pledge.model'
import {
  isOnRoster,
  keepsPledges,
  NOBODY,
  pledgeSight,
  propose,
  publishPledge,
  reword,
  sign,
  totalOf,
} from '#domain/integrity/pledge.rules'
import { err, ok } from '#domain/result'
import { askedAsStaff } from '#domain/survey/answering.rules'
import { departmentNames, departmentsOf, whereabouts } from '#runtime/read/hospital.read'
import type { ActionHandlers } from '#runtime/serve'
import type { OpenIntegrity } from './integrity.open'
import type { PledgeRepository } from './pledge.repository'
import { onWall, ownSignature, personRow, tallied, versionRows } from './pledge.views'
import { wallTallies } from './wall.tallies'

/** More than any department of a hospital has. */
const DEPARTMENT_MOST = 1000
const PEOPLE_PAGE = 500
/** A code or a number may be another's; more often than this it is no accident. */
const TRIES = 5

const NO_DEPARTMENT = '没有登记科室'

export const pledgeHandlers: ActionHandlers<typeof pledgeActions, OpenIntegrity> = {
  async myPledge(_, { actor, now, hospitals, pledges }) {
    const staff = askedAsStaff(actor)
    if (!staff) return err('auth.forbidden')
    const [hospital, current, signatures, versions, names] = await Promise.all([
      hospitals.find(staff.hospitalId),
      pledges.current(staff.hospitalId, beijingDay(now)),
      pledges.signaturesOf(staff.id),
      pledges.versions(staff.hospitalId),
      departmentNames(staff.hospitalId),
    ])
    if (!hospital) return err('hospital.not_founded')
    const versionOf = new Map(versions.map((version) => [version.id, version]))
    const shown = signatures.flatMap((signature) => {
      const version = versionOf.get(signature.versionId)
      return version ? [{ versionId: version.id, own: ownSignature(signature, version) }] : []
    })
    return ok({
      hospitalName: hospital.name,
      name: staff.name,
      departmentName: (staff.departmentId && names.get(staff.departmentId)) ?? null,
      current,
      signature: shown.find(({ versionId }) => versionId === current?.id)?.own ?? null,
      earlier: shown.filter(({ versionId }) => versionId !== current?.id).map(({ own }) => own),
    })
  },

  async signPledge({ versionId, way }, { actor, now, pledges }) {
    const staff = askedAsStaff(actor)
    if (!staff) return err('auth.forbidden')
    const [current, names] = await Promise.all([
      pledges.current(staff.hospitalId, beijingDay(now)),
      departmentNames(staff.hospitalId),
    ])
    if (!current) return err('pledge.none')
    if (current.id !== versionId) return err('pledge.version_old')
    const departmentName = (staff.departmentId && names.get(staff.departmentId)) ?? null
    for (let tries = 0; tries < TRIES; tries += 1) {
      const earlier = await pledges.signature(current.id, staff.id)
      if (earlier) return ok(ownSignature(earlier, current))
      const code = pledgeCodeFrom(randomBytes(PLEDGE_CODE_BYTES))
      const signature = sign(current, { staff, departmentName, way, code, now })
      if ((await pledges.addSignature(signature)) === 'inserted') return ok(ownSignature(signature, current))
    }
    return err('system.busy')
  },

  async pledgeWall({ scene, departmentId }, { now, pledges }) {
    const here = await whereabouts(touchpointIn(scene))
    if (!here) return err('hospital.not_founded')
    const { hospital, pledge, place } = here
    const [current, departments] = await Promise.all([
      pledges.current(hospital.id, beijingDay(now)),
      departmentsOf(hospital.id),
    ])
    const wanted = departmentId ?? place?.departmentId
    const department = departments.find(({ id }) => id === wanted)
    if (departmentId && (!department || department.retired)) return err('hospital.department_unknown')
    const common = { hospital, pledge, current }
    if (!department) {
      const tallies = await wallTallies(pledges, hospital.id, current?.id ?? null, now)
      return ok({
        ...common,
        department: null,
        tally: totalOf(tallies.values()),
        names: [],
        departments: departments.flatMap(({ id, name }) => {
          const tally = tallies.get(id)
          return tally ? [{ id, name, ...tally }] : []
        }),
      })
    }
    const people = (await pledges.people(hospital.id, department.id, null, DEPARTMENT_MOST)).filter(isOnRoster)
    const signed = current ? await pledges.signedAmong(current.id, people) : []
    return ok({
      ...common,
      department: { ...department, place: place?.departmentId === department.id ? place.place : null },
      tally: { signed: signed.length, total: people.length },
      names: onWall(people, signed),
      departments: [],
    })
  },

  async verifyPledge({ code }, { now, hospitals, pledges }) {
    const signature = await pledges.byCode(code)
    if (!signature) return err('pledge.code_unknown')
    const { hospitalId, versionId, staffId } = signature
    const [hospital, version, current, person] = await Promise.all([
      hospitals.find(hospitalId),
      pledges.version(versionId),
      pledges.current(hospitalId, beijingDay(now)),
      pledges.person(staffId),
    ])
    if (!hospital) return err('hospital.not_founded')
    if (!version) return err('pledge.code_unknown')
    const standing = !person || !isOnRoster(person) ? 'left' : current?.id === versionId ? 'current' : 'earlier'
    return ok({ ...ownSignature(signature, version), hospitalName: hospital.name, standing })
  },

  async pledgeBoard(_, { actor, now, hospitals, pledges }) {
    const sight = pledgeSight(actor)
    if (!sight) return err('auth.forbidden')
    const { hospitalId, departmentId } = sight
    const [hospital, current, departments] = await Promise.all([
      hospitals.find(hospitalId),
      pledges.current(hospitalId, beijingDay(now)),
      departmentsOf(hospitalId),
    ])
    if (!hospital) return err('hospital.not_founded')
    const tallies = await tallied(pledges, hospitalId, current?.id ?? null)
    const shown = departments.filter(({ id, retired }) => !retired || tallies.has(id))
    const rows = [...shown, ...(tallies.has(null) ? [{ id: null, name: NO_DEPARTMENT }] : [])]
      .filter(({ id }) => departmentId === null || departmentId === id)
      .map(({ id, name }) => ({ id, name, ...(tallies.get(id) ?? NOBODY) }))
    return ok({
      hospitalName: hospital.name,
      current,
      tally: totalOf(rows),
      rows,
      keeps: keepsPledges(actor) !== null,
    })
  },

  async pledgePeople({ departmentId, after }, { actor, now, pledges }) {
    const sight = pledgeSight(actor)
    if (!sight) return err('auth.forbidden')
    if (sight.departmentId !== null && departmentId !== undefined && departmentId !== sight.departmentId) {
      return err('auth.forbidden')
    }
    const [found, current, names] = await Promise.all([
      pledges.people(sight.hospitalId, sight.departmentId ?? departmentId, after, PEOPLE_PAGE),
      pledges.current(sight.hospitalId, beijingDay(now)),
      departmentNames(sight.hospitalId),
    ])
    const people = found.filter(isOnRoster)
    const signed = current ? await pledges.signedAmong(current.id, people) : []
    const days = new Map(signed.map(({ staffId, signedOn }) => [staffId, signedOn]))
    return ok({
      rows: people.map((person) => personRow(person, days.get(person.id) ?? null, names)),
      next: found.length === PEOPLE_PAGE ? (found[found.length - 1]?.number ?? null) : null,
    })
  },

  async pledgeVersions(_, { actor, now, pledges }) {
    const hospitalId = keepsPledges(actor)
    if (!hospitalId || !actor.staff) return err('auth.forbidden')
    const versions = await pledges.versions(hospitalId)
    return ok({ rows: await versionRows(pledges, versions, actor.staff.id, beijingDay(now)) })
  },

  async proposePledge({ id, rev, text }, { actor, now, pledges }) {
    const hospitalId = keepsPledges(actor)
    if (!hospitalId || !actor.staff) return err('auth.forbidden')
    const writing = { by: actor.staff.id, now }
    const earlier = await pledges.version(id)
    if (!earlier) return rev === null ? addVersion(pledges, { id, hospitalId }, text, writing) : err('data.changed')
    if (earlier.hospitalId !== hospitalId) return err('data.changed')
    const decided = reword(earlier, text, writing)
    if (!decided.ok) return decided
    if (decided.value === earlier) return ok({ id, rev: earlier.rev })
    if (rev !== earlier.rev) return err('data.changed')
    const written = await pledges.replaceVersion(decided.value)
    return written ? ok({ id, rev: written.rev }) : err('data.changed')
  },

  async publishPledge({ id, rev }, { actor, now, pledges }) {
    const hospitalId = keepsPledges(actor)
    if (!hospitalId || !actor.staff) return err('auth.forbidden')
    const version = await pledges.version(id)
    if (!version || version.hospitalId !== hospitalId) return err('pledge.version_unknown')
    const decided = publishPledge(version, { by: actor.staff.id, now })
    if (!decided.ok) return decided
    if (decided.value === version) return ok({ id, rev: version.rev })
    // What is published is what was read.
    if (version.rev !== rev) return err('data.changed')
    const written = await pledges.replaceVersion(decided.value)
    return written ? ok({ id, rev: written.rev }) : err('data.changed')
  },

  async dropPledge({ id, rev }, { actor, pledges }) {
    const hospitalId = keepsPledges(actor)
    if (!hospitalId) return err('auth.forbidden')
    const version = await pledges.version(id)
    if (!version || version.hospitalId !== hospitalId) return ok({})
    if (version.state === 'published') return err('pledge.published')
    const isGone = version.rev === rev && (await pledges.removeVersion(version))
    return isGone ? ok({}) : err('data.changed')
  },
}

/** Under the next number; somebody else may take it meanwhile. */
const addVersion = async (
  pledges: PledgeRepository,
  { id, hospitalId }: { readonly id: PledgeVersionId; readonly hospitalId: HospitalId },
  text: PledgeText,
  writing: { readonly by: Parameters<typeof propose>[2]['by']; readonly now: Instant },
) => {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const [newest] = await pledges.versions(hospitalId)
    const proposed = propose({ id, hospitalId, number: (newest?.number ?? 0) + 1 }, text, writing)
    if (!proposed.ok) return proposed
    if ((await pledges.addVersion(proposed.value)) === 'inserted') return ok({ id, rev: 0 })
    if (await pledges.version(id)) return err('data.changed')
  }
  return err('system.busy')
}
