import { createHash, timingSafeEqual } from 'node:crypto'
import { administeredBy } from '#domain/hospital/hospital.rules'
import type { settingsActions } from '#domain/hospital/settings.contract'
import { isAlready, settle } from '#domain/hospital/settings.rules'
import { founderRecord } from '#domain/hospital/staff.rules'
import { beijingDay } from '#domain/instant'
import { err, ok } from '#domain/result'
import type { ActionHandlers } from '#runtime/serve'
import { calendarStanding } from './calendar.handlers'
import type { OpenHospital } from './hospital.open'

const digest = (text: string) => createHash('sha256').update(text).digest()

const sameSecret = (left: string, right: string): boolean =>
  left.length > 0 && timingSafeEqual(digest(left), digest(right))

export const settingsHandlers: ActionHandlers<typeof settingsActions, OpenHospital> = {
  async found({ setupCode, administrator, hospital }, { actor, repository, staff, setupCode: expected }) {
    if (!sameSecret(expected, setupCode)) return err('hospital.setup_code_wrong')
    const founder = founderRecord(hospital.id, administrator, actor.openid)
    // The founder's record is the lock: whoever writes it first may go on, also after an interruption.
    if ((await staff.add(founder)) === 'exists') {
      const first = await staff.find(founder.id)
      if (first?.openid !== actor.openid || first.hospitalId !== hospital.id) return err('hospital.already_founded')
    }
    await repository.addHospital(hospital)
    return ok({ hospitalId: hospital.id, staffId: founder.id })
  },

  async settings(_, { actor, now, repository, places, staff }) {
    const hospitalId = administeredBy(actor)
    if (!hospitalId) return err('auth.forbidden')
    const [hospital, departments, walls, people, standing] = await Promise.all([
      repository.hospital(hospitalId),
      repository.countDepartments(hospitalId),
      places.counts(hospitalId),
      staff.holding(hospitalId, ['complaint_officer', 'case_handler']),
      calendarStanding(beijingDay(now)),
    ])
    if (!hospital) return err('hospital.not_founded')
    const joined = people.filter(({ state }) => state.kind === 'active' || state.kind === 'away')
    const officers = joined.filter(({ roles }) => roles.includes('complaint_officer')).length
    return ok({ hospital, counts: { departments, ...walls, officers, handlers: joined.length }, ...standing })
  },

  async changeHospital({ rev, ...wish }, { actor, repository }) {
    const hospitalId = administeredBy(actor)
    if (!hospitalId) return err('auth.forbidden')
    const stored = await repository.hospital(hospitalId)
    if (!stored) return err('hospital.not_founded')
    if (isAlready(stored, wish)) return ok(stored)
    if (stored.rev !== rev) return err('data.changed')
    const decision = settle(stored, wish)
    if (!decision.ok) return decision
    const written = await repository.replaceHospital(decision.value)
    return written ? ok(written) : err('data.changed')
  },

  async departments(_, { actor, repository }) {
    const hospitalId = administeredBy(actor)
    if (!hospitalId) return err('auth.forbidden')
    return ok({ rows: await repository.departments(hospitalId) })
  },

  async addDepartment(department, { actor, repository }) {
    const hospitalId = administeredBy(actor)
    if (!hospitalId) return err('auth.forbidden')
    const wanted = { ...department, hospitalId, retired: false }
    if ((await repository.addDepartment(wanted)) === 'inserted') return ok({ ...wanted, rev: 0 })
    const earlier = await repository.department(hospitalId, department.id)
    return earlier && earlier.name === department.name && !earlier.retired ? ok(earlier) : err('hospital.code_taken')
  },

  async changeDepartment({ id, rev, name, retired }, { actor, repository }) {
    const hospitalId = administeredBy(actor)
    if (!hospitalId) return err('auth.forbidden')
    const stored = await repository.department(hospitalId, id)
    if (!stored) return err('hospital.department_unknown')
    if (stored.name === name && stored.retired === retired) return ok(stored)
    if (stored.rev !== rev) return err('data.changed')
    const written = await repository.replaceDepartment({ ...stored, name, retired })
    return written ? ok(written) : err('data.changed')
  },

  async importDepartments({ rows }, { actor, repository }) {
    const hospitalId = administeredBy(actor)
    if (!hospitalId) return err('auth.forbidden')
    const known = new Map((await repository.departments(hospitalId)).map((department) => [department.id, department]))
    const outcomes = await Promise.all(
      rows.map(async ({ id, name, rev }) => {
        const stored = known.get(id)
        // Also what an earlier try has written already.
        if (stored?.name === name) return rev === null ? 'added' : 'renamed'
        if (!stored && rev === null) {
          const added = await repository.addDepartment({ id, name, hospitalId, retired: false })
          return added === 'inserted' ? 'added' : id
        }
        if (!stored || stored.rev !== rev) return id
        return (await repository.replaceDepartment({ ...stored, name })) ? 'renamed' : id
      }),
    )
    const counted = (outcome: string) => outcomes.filter((one) => one === outcome).length
    const left = rows.flatMap(({ id }, at) => (outcomes[at] === id ? [id] : []))
    return ok({ added: counted('added'), renamed: counted('renamed'), left })
  },
}
