import { officialCalendar } from '#domain/calendar/working-days'
import { dueFrom } from '#domain/complaint/complaint.rules'
import type { placeActions } from '#domain/hospital/place.contract'
import { administeredBy } from '#domain/hospital/hospital.rules'
import { touchpointIn } from '#domain/hospital/scene'
import { err, ok } from '#domain/result'
import { departmentNames, whereabouts } from '#runtime/read/hospital.read'
import type { ActionHandlers } from '#runtime/serve'
import type { OpenHospital } from './hospital.open'
import { pictureOf } from './touchpoint.picture'

const TOUCHPOINTS_SHOWN = 1000

export const placeHandlers: ActionHandlers<typeof placeActions, OpenHospital> = {
  async landing({ scene }, { now }) {
    const here = await whereabouts(touchpointIn(scene))
    if (!here) return err('hospital.not_founded')
    return ok({ ...here, dueIfFiledNow: dueFrom(now, here.hospital.replyWithinWorkingDays, officialCalendar) })
  },

  async addTouchpoint(touchpoint, { actor, repository }) {
    const hospitalId = administeredBy(actor)
    if (!hospitalId) return err('auth.forbidden')
    const department = await repository.department(hospitalId, touchpoint.departmentId)
    if (!department) return err('hospital.department_unknown')
    const added = await repository.addTouchpoint({ ...touchpoint, hospitalId })
    return added === 'exists' ? err('hospital.code_taken') : ok({ ...touchpoint, departmentName: department.name })
  },

  async touchpoints(_, { actor, repository }) {
    const hospitalId = administeredBy(actor)
    if (!hospitalId) return err('auth.forbidden')
    const [found, names] = await Promise.all([
      repository.touchpoints(hospitalId, TOUCHPOINTS_SHOWN),
      departmentNames(hospitalId),
    ])
    const rows = found.map((touchpoint) => ({
      ...touchpoint,
      departmentName: names.get(touchpoint.departmentId) ?? '',
    }))
    return ok({ rows, more: found.length === TOUCHPOINTS_SHOWN })
  },

  async touchpointPicture({ touchpointId }, { actor, repository }) {
    const hospitalId = administeredBy(actor)
    if (!hospitalId) return err('auth.forbidden')
    const touchpoint = await repository.touchpoint(touchpointId)
    if (touchpoint?.hospitalId !== hospitalId) return err('hospital.touchpoint_unknown')
    const url = await pictureOf(touchpoint)
    return url ? ok({ url }) : err('hospital.picture_failed')
  },
}
