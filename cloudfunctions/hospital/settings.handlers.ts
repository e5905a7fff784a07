import { createHash, timingSafeEqual } from 'node:crypto'
import { administeredBy } from '#domain/hospital/hospital.rules'
import type { settingsActions } from '#domain/hospital/settings.contract'
import { StaffId } from '#domain/ids'
import { err, ok } from '#domain/result'
import type { ActionHandlers } from '#runtime/serve'
import * as v from 'valibot'
import type { OpenHospital } from './hospital.open'

const FIRST_ADMINISTRATOR = v.parse(StaffId, 'first-administrator')

const digest = (text: string) => createHash('sha256').update(text).digest()

const sameSecret = (left: string, right: string): boolean =>
  left.length > 0 && timingSafeEqual(digest(left), digest(right))

export const settingsHandlers: ActionHandlers<typeof settingsActions, OpenHospital> = {
  async found({ setupCode, administrator, hospital }, { actor, repository, setupCode: expected }) {
    if (!sameSecret(expected, setupCode)) return err('hospital.setup_code_wrong')
    const founder = {
      id: FIRST_ADMINISTRATOR,
      hospitalId: hospital.id,
      departmentId: null,
      name: administrator,
      roles: ['administrator' as const],
      openid: actor.openid,
    }
    // The founder's record is the lock: whoever writes it first may go on, also after an interruption.
    if ((await repository.addStaff(founder)) === 'exists') {
      const first = await repository.staffMember(FIRST_ADMINISTRATOR)
      if (first?.openid !== actor.openid || first.hospitalId !== hospital.id) return err('hospital.already_founded')
    }
    await repository.addHospital(hospital)
    return ok({ hospitalId: hospital.id, staffId: FIRST_ADMINISTRATOR })
  },

  async addDepartment(department, { actor, repository }) {
    const hospitalId = administeredBy(actor)
    if (!hospitalId) return err('auth.forbidden')
    const added = await repository.addDepartment({ ...department, hospitalId })
    return added === 'exists' ? err('hospital.code_taken') : ok(department)
  },
}
