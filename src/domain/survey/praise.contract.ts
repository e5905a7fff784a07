import * as v from 'valibot'
import { PhotoLink } from '../complaint/progress.contract'
import { defineActions } from '../contract'
import { Place } from '../hospital/place.model'
import { DepartmentId, PraiseId, TouchpointId } from '../ids'
import { Day, Month } from '../instant'
import { Line } from '../text'
import {
  Praise,
  PraiseKind,
  PraisePhotos,
  PraiseReason,
  PraiseState,
  PraiseText,
  PraiseWhom,
  WallId,
} from './praise.model'

const nothing = v.strictObject({})
const revision = v.pipe(v.number(), v.integer(), v.minValue(0))
const aPraise = v.strictObject({ id: PraiseId, rev: revision })

/** What whoever wrote it may know, and nobody else can ask for. */
export const PraiseProgress = v.object({
  state: PraiseState,
  receivedOn: Day,
  passOnBy: Day,
  mayPublish: v.boolean(),
  /** To whom, and on which day. */
  passedOn: v.nullable(v.object({ on: Day, to: v.string() })),
  /** Why it was not passed on. */
  declined: v.nullable(v.string()),
})
export type PraiseProgress = v.InferOutput<typeof PraiseProgress>

/** Thanks on the wall: reviewed words, the month and never the day. */
export const WallPraise = v.object({
  wallId: WallId,
  text: v.string(),
  month: Month,
  departmentName: v.nullable(v.string()),
  kind: PraiseKind,
  photos: v.number(),
})
export type WallPraise = v.InferOutput<typeof WallPraise>

const department = v.object({ id: DepartmentId, name: v.string() })

/** Thanks as the office sees them. */
export const PraiseRow = v.object({
  ...v.omit(Praise, ['hospitalId', 'wallId', 'passedOn', 'wall', 'takenOff', 'declined', 'photos']).entries,
  departmentName: v.nullable(v.string()),
  photos: v.array(PhotoLink),
  passedOn: v.nullable(v.object({ on: Day, to: v.string() })),
  wall: v.nullable(v.object({ text: v.string(), photos: v.array(PhotoLink), on: Day })),
  takenOff: v.nullable(v.object({ reason: v.string(), on: Day, byWriter: v.boolean() })),
  declined: v.nullable(v.object({ reason: v.string(), on: Day })),
})
export type PraiseRow = v.InferOutput<typeof PraiseRow>

const count = v.number()

/** How many came in each month and of each department, of those that were read and passed on. */
export const PraiseCounts = v.object({
  hospitalName: v.string(),
  /** The last twelve months up to this one, oldest first. */
  months: v.array(Month),
  /** One number a month. `departmentId` null: nobody could say whose. */
  rows: v.array(v.object({ departmentId: v.nullable(DepartmentId), name: v.string(), counts: v.array(count) })),
  kinds: v.array(v.object({ kind: PraiseKind, counts: v.array(count) })),
})
export type PraiseCounts = v.InferOutput<typeof PraiseCounts>

/** Thanks (表扬感谢): handed in, passed on, shown with consent. */
export const praiseActions = defineActions({
  /** What the page says around the paper. */
  praisePaper: {
    input: v.strictObject({ scene: v.optional(v.pipe(v.string(), v.maxLength(2000))) }),
    output: v.object({ hospitalName: v.string(), place: v.nullable(Place), passOnWithinDays: count, passOnBy: Day }),
    errors: ['hospital.not_founded'],
    identity: 'none',
  },
  /** The same again is the same; nobody is asked who they are, and no minute is kept. */
  praise: {
    input: v.strictObject({
      id: PraiseId,
      touchpointId: v.nullable(TouchpointId),
      whom: PraiseWhom,
      text: PraiseText,
      photos: PraisePhotos,
      mayPublish: v.boolean(),
    }),
    output: PraiseProgress,
    errors: ['hospital.not_founded', 'photo.unknown', 'praise.reused', 'system.busy'],
    identity: 'none',
  },
  praiseProgress: {
    input: v.strictObject({ id: PraiseId }),
    output: PraiseProgress,
    errors: ['praise.unknown'],
    identity: 'none',
  },
  /** By the number that the phone alone knows. */
  takePraiseBack: {
    input: v.strictObject({ id: PraiseId }),
    output: PraiseProgress,
    errors: ['praise.unknown', 'system.busy'],
    identity: 'none',
  },
  /** What may be seen by everybody, newest month first, a page at a time. */
  wall: {
    input: v.strictObject({
      departmentId: v.nullable(DepartmentId),
      after: v.nullable(v.strictObject({ month: Month, wallId: WallId })),
    }),
    output: v.object({
      hospitalName: v.string(),
      rows: v.array(WallPraise),
      next: v.nullable(v.object({ month: Month, wallId: WallId })),
      /** Departments to choose from. */
      departments: v.array(department),
    }),
    errors: ['hospital.not_founded'],
    identity: 'none',
  },
  /** Addresses of the photos that were shown with it; of anything that is not on the wall there is none. */
  wallPhotos: {
    input: v.strictObject({ wallId: WallId }),
    output: v.object({ urls: v.array(v.string()) }),
    errors: ['praise.unknown'],
    identity: 'none',
  },
  /** Newest day first. */
  praises: {
    input: v.strictObject({
      state: PraiseState,
      skip: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000)),
    }),
    output: v.object({
      rows: v.array(PraiseRow),
      more: v.boolean(),
      counts: v.object({ received: count, late: count, passed_on: count, published: count, declined: count }),
      departments: v.array(department),
    }),
    errors: ['auth.forbidden', 'hospital.not_founded'],
  },
  praiseOne: {
    input: v.strictObject({ id: PraiseId }),
    output: PraiseRow,
    errors: ['auth.forbidden', 'praise.unknown'],
  },
  passPraiseOn: {
    input: v.strictObject({
      ...aPraise.entries,
      to: Line(1, 40),
      departmentId: v.nullable(DepartmentId),
      kind: PraiseKind,
    }),
    output: PraiseRow,
    errors: ['auth.forbidden', 'praise.unknown', 'praise.finished', 'hospital.department_unknown', 'data.changed'],
  },
  publishPraise: {
    input: v.strictObject({ ...aPraise.entries, text: PraiseText, photos: PraisePhotos, covered: v.boolean() }),
    output: PraiseRow,
    errors: [
      'auth.forbidden',
      'praise.unknown',
      'praise.finished',
      'praise.no_consent',
      'praise.not_passed_on',
      'praise.photos_uncovered',
      'photo.unknown',
      'data.changed',
    ],
  },
  takePraiseOff: {
    input: v.strictObject({ ...aPraise.entries, reason: PraiseReason }),
    output: PraiseRow,
    errors: ['auth.forbidden', 'praise.unknown', 'praise.finished', 'data.changed'],
  },
  declinePraise: {
    input: v.strictObject({ ...aPraise.entries, reason: PraiseReason }),
    output: PraiseRow,
    errors: ['auth.forbidden', 'praise.unknown', 'praise.finished', 'data.changed'],
  },
  praiseCounts: {
    input: nothing,
    output: PraiseCounts,
    errors: ['auth.forbidden', 'hospital.not_founded'],
  },
})
