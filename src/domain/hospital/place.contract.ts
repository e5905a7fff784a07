import * as v from 'valibot'
import { defineActions } from '../contract'
import { TouchpointId } from '../ids'
import { Instant } from '../instant'
import { Hospital, Place, Touchpoint } from './hospital.model'

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

/** The codes on the walls and what a scan opens. */
export const placeActions = defineActions({
  landing: {
    input: v.strictObject({ scene: v.optional(v.pipe(v.string(), v.maxLength(2000))) }),
    output: Landing,
    errors: ['hospital.not_founded'],
    identity: 'none',
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
