import * as v from 'valibot'
import { defineActions } from '../contract'
import { ActivityId } from '../ids'
import { Day, Instant } from '../instant'
import { ActivityKind, ActivityState } from './activity.model'
import { CheckInCode, Presence } from './attendance.model'

const count = v.number()

/** What somebody who checks in sees before they do, and after. */
export const Attending = v.object({
  activityId: ActivityId,
  kind: ActivityKind,
  title: v.string(),
  day: Day,
  from: v.nullable(v.string()),
  until: v.nullable(v.string()),
  place: v.string(),
  speaker: v.string(),
  topic: v.string(),
  expected: v.nullable(count),
  /** How many are there by now. */
  there: count,
  departmentName: v.nullable(v.string()),
  /** A check-in is open. */
  open: v.boolean(),
  /** What is known of the caller; null: nothing yet. */
  mine: v.nullable(v.object({ presence: Presence, at: Instant })),
})
export type Attending = v.InferOutput<typeof Attending>

/** What is thrown on the wall. */
export const CheckInScreen = v.object({
  open: v.boolean(),
  /** null: no check-in is open. */
  code: v.nullable(v.string()),
  /** When the code changes, and when the check-in ends by itself. */
  changesAt: Instant,
  endsAt: v.nullable(Instant),
  there: count,
  onDuty: count,
  /** The server's clock: a projector's own may be wrong. */
  now: Instant,
})
export type CheckInScreen = v.InferOutput<typeof CheckInScreen>

const which = v.strictObject({ id: ActivityId })
const onTheDesk = ['auth.forbidden', 'activity.unknown'] as const
const byCode = ['auth.forbidden', 'checkin.code_unknown', 'checkin.too_often'] as const

export const attendanceActions = defineActions({
  /** Opens it, or goes on with the one that is open. */
  openCheckIn: {
    input: which,
    output: CheckInScreen,
    errors: [...onTheDesk, 'activity.finished', 'checkin.not_today', 'data.changed'],
  },
  checkInScreen: { input: which, output: CheckInScreen, errors: [...onTheDesk] },
  closeCheckIn: { input: which, output: CheckInScreen, errors: [...onTheDesk, 'data.changed'] },
  /** Who was there: for the one who holds it, and the discipline office. */
  attendance: {
    input: which,
    output: v.object({
      rows: v.array(
        v.object({ name: v.string(), departmentName: v.nullable(v.string()), presence: Presence, at: Instant }),
      ),
      expected: v.nullable(count),
      title: v.string(),
      day: Day,
      state: ActivityState,
    }),
    errors: [...onTheDesk],
  },
  /** Activities of today that concern the caller: their department's and the whole hospital's. */
  myActivities: {
    input: v.strictObject({}),
    output: v.object({ name: v.string(), rows: v.array(Attending) }),
    errors: ['auth.forbidden'],
  },
  /** Which activity a code belongs to; nothing is written. */
  activityByCode: { input: v.strictObject({ code: CheckInCode }), output: Attending, errors: [...byCode] },
  /** 签到. The same person again is the same. */
  checkIn: {
    input: v.strictObject({ activityId: ActivityId, code: CheckInCode }),
    output: Attending,
    errors: [...byCode, 'checkin.closed', 'data.changed'],
  },
  /** 我在值班: needs no code, and counts for nobody as being there. */
  sayOnDuty: {
    input: v.strictObject({ activityId: ActivityId }),
    output: Attending,
    errors: ['auth.forbidden', 'activity.unknown', 'checkin.not_today'],
  },
})
