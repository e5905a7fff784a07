import * as v from 'valibot'
import { defineActions } from '../contract'
import { HospitalId, StaffId } from '../ids'
import { Line } from '../text'
import { Department, Hospital } from './hospital.model'

/** The hospital as a whole: its founding, its departments, what it promises. */
export const settingsActions = defineActions({
  /** The first administrator opens the hospital with the one-time code set at deployment. */
  found: {
    input: v.strictObject({
      setupCode: Line(1, 100),
      administrator: Line(1, 20),
      hospital: v.strictObject({
        id: HospitalId,
        ...v.pick(Hospital, ['name', 'pledge', 'contacts', 'replyWithinWorkingDays']).entries,
      }),
    }),
    output: v.object({ hospitalId: HospitalId, staffId: StaffId }),
    errors: ['hospital.setup_code_wrong', 'hospital.already_founded'],
  },
  addDepartment: {
    input: v.strictObject(v.pick(Department, ['id', 'name']).entries),
    output: v.pick(Department, ['id', 'name']),
    errors: ['auth.forbidden', 'hospital.code_taken'],
  },
})
