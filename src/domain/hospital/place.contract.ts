import * as v from 'valibot'
import { defineActions } from '../contract'
import { HospitalId, StaffId, TouchpointId } from '../ids'
import { Instant } from '../instant'
import { Line } from '../text'
import { Department, Hospital, Place, Touchpoint } from './hospital.model'

const nothing = v.strictObject({})

/** What a scan opens. `place` is null for an unknown or retired code: then it is the hospital's own page. */
export const Landing = v.object({
  hospital: v.pick(Hospital, ['id', 'name', 'pledge', 'contacts', 'replyWithinWorkingDays']),
  place: v.nullable(Place),
  /** The last moment of the day by which a complaint handed in now is answered; null while next year's calendar is not published. */
  dueIfFiledNow: v.nullable(Instant),
})
export type Landing = v.InferOutput<typeof Landing>

export const TouchpointRow = v.object({
  ...v.pick(Touchpoint, ['id', 'place', 'spot', 'departmentId']).entries,
  departmentName: v.string(),
})
export type TouchpointRow = v.InferOutput<typeof TouchpointRow>

/** The hospital, its departments and the codes on its walls. */
export const placeActions = defineActions({
  landing: {
    input: v.strictObject({ scene: v.optional(v.pipe(v.string(), v.maxLength(2000))) }),
    output: Landing,
    errors: ['hospital.not_founded'],
    identity: 'none',
  },
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
  addTouchpoint: {
    input: v.strictObject(v.pick(Touchpoint, ['id', 'departmentId', 'place', 'spot']).entries),
    output: TouchpointRow,
    errors: ['auth.forbidden', 'hospital.code_taken', 'hospital.department_unknown'],
  },
  touchpoints: {
    input: nothing,
    output: v.object({ rows: v.array(TouchpointRow), more: v.boolean() }),
    errors: ['auth.forbidden'],
  },
  /** The picture that is printed: a mini-program code that opens this touchpoint's page. */
  touchpointPicture: {
    input: v.strictObject({ touchpointId: TouchpointId }),
    output: v.object({ url: v.string() }),
    errors: ['auth.forbidden', 'hospital.touchpoint_unknown', 'hospital.picture_failed'],
  },
})
