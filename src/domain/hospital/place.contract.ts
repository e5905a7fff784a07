import * as v from 'valibot'
import { defineActions } from '../contract'
import { TouchpointId } from '../ids'
import { Instant } from '../instant'
import { Department, Hospital } from './hospital.model'
import { Place, Touchpoint, Ward } from './place.model'

const nothing = v.strictObject({})
const revision = v.pipe(v.number(), v.integer(), v.minValue(0))

/** How many codes one call takes: each picture costs the platform two calls of its own. */
export const CODES_AT_ONCE = 20

/** What a scan opens. `place` is null for a code that is unknown or retired: then it is the hospital's own page. */
export const Landing = v.object({
  hospital: v.pick(Hospital, ['id', 'name', 'contacts', 'replyWithinWorkingDays', 'privacyOfficer']),
  /** The ward's own, or the hospital's. */
  pledge: v.string(),
  place: v.nullable(Place),
  /** Whether the code was taken out of use: the page says so. */
  retired: v.boolean(),
  /** The last moment of the day by which a complaint handed in now is answered; null while next year's calendar is not published. */
  dueIfFiledNow: v.nullable(Instant),
})
export type Landing = v.InferOutput<typeof Landing>

const ward = v.pick(Ward, ['id', 'departmentId', 'name', 'pledge'])

export const WardRow = v.object({ ...ward.entries, rev: v.number() })
export type WardRow = v.InferOutput<typeof WardRow>

export const TouchpointRow = v.object({
  ...v.pick(Touchpoint, ['id', 'wardId', 'rev', 'spot', 'format', 'madeOn', 'retirement']).entries,
  scans: v.object({
    /** The last twelve months up to this one, oldest first. */
    months: v.array(v.number()),
    /** 'YYYY-MM-DD' in Beijing; null: not in these twelve months. */
    lastScannedOn: v.nullable(v.string()),
  }),
})
export type TouchpointRow = v.InferOutput<typeof TouchpointRow>

/** Everything an administrator's board shows and a poster says. */
export const TouchpointBoard = v.object({
  hospital: v.pick(Hospital, ['name', 'pledge', 'contacts', 'replyWithinWorkingDays', 'graceMonthsForReplacedCodes']),
  /** Retired ones too: they still name what was put under them. */
  departments: v.array(v.pick(Department, ['id', 'name', 'retired'])),
  wards: v.array(WardRow),
  rows: v.array(TouchpointRow),
  /** Whether there are more codes than are listed. */
  more: v.boolean(),
})
export type TouchpointBoard = v.InferOutput<typeof TouchpointBoard>

const aCode = v.strictObject({ id: TouchpointId, rev: revision })
/** With the revision that the next change is made from. */
const written = v.pick(Touchpoint, ['id', 'rev'])

/** Wards, the codes on their walls, and what a scan opens. */
export const placeActions = defineActions({
  landing: {
    input: v.strictObject({
      scene: v.optional(v.pipe(v.string(), v.maxLength(2000))),
      /** Counts one opening of the code for the day, and nothing of who opened it. */
      scan: v.optional(v.boolean()),
    }),
    output: Landing,
    errors: ['hospital.not_founded'],
    identity: 'none',
  },
  addWard: {
    input: v.strictObject(ward.entries),
    output: WardRow,
    errors: ['auth.forbidden', 'hospital.code_taken', 'hospital.department_unknown'],
  },
  changeWard: {
    input: v.strictObject({ ...ward.entries, rev: revision }),
    output: WardRow,
    errors: ['auth.forbidden', 'hospital.ward_unknown', 'hospital.department_unknown', 'data.changed'],
  },
  touchpoints: {
    input: nothing,
    output: TouchpointBoard,
    errors: ['auth.forbidden', 'hospital.not_founded'],
  },
  /** All of them or none: a number that belongs to another code is named in `fields`. */
  addTouchpoints: {
    input: v.strictObject({
      wardId: Ward.entries.id,
      touchpoints: v.pipe(
        v.array(v.strictObject(v.pick(Touchpoint, ['id', 'spot', 'format']).entries)),
        v.minLength(1),
        v.maxLength(CODES_AT_ONCE),
      ),
    }),
    output: v.object({ added: v.array(TouchpointId) }),
    errors: ['auth.forbidden', 'hospital.code_taken', 'hospital.ward_unknown'],
  },
  changeTouchpoint: {
    input: v.strictObject({ ...v.pick(Touchpoint, ['id', 'wardId', 'spot', 'format']).entries, rev: revision }),
    output: written,
    errors: ['auth.forbidden', 'hospital.touchpoint_unknown', 'hospital.ward_unknown', 'data.changed'],
  },
  /** A new code for the same spot; the old one leads there for its time of grace. */
  replaceTouchpoint: {
    input: v.strictObject({ ...aCode.entries, newId: TouchpointId }),
    output: written,
    errors: [
      'auth.forbidden',
      'hospital.touchpoint_unknown',
      'hospital.touchpoint_retired',
      'hospital.code_taken',
      'hospital.not_founded',
      'data.changed',
    ],
  },
  retireTouchpoint: {
    input: aCode,
    output: written,
    errors: ['auth.forbidden', 'hospital.touchpoint_unknown', 'data.changed'],
  },
  restoreTouchpoint: {
    input: aCode,
    output: written,
    errors: ['auth.forbidden', 'hospital.touchpoint_unknown', 'data.changed'],
  },
  /** The pictures that are printed: mini-program codes that open each touchpoint's page. Addresses are short-lived. */
  touchpointPictures: {
    input: v.strictObject({
      touchpointIds: v.pipe(v.array(TouchpointId), v.minLength(1), v.maxLength(CODES_AT_ONCE)),
    }),
    output: v.object({ pictures: v.array(v.object({ touchpointId: TouchpointId, url: v.string() })) }),
    errors: ['auth.forbidden', 'hospital.touchpoint_unknown', 'hospital.picture_failed'],
  },
})
