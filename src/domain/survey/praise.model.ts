import * as v from 'valibot'
import { DepartmentId, HospitalId, PhotoId, PraiseId, StaffId } from '../ids'
import { Day, Month } from '../instant'
import { Line, Text } from '../text'

export const PRAISE_TEXT_MIN = 2
export const PRAISE_TEXT_MAX = 600
export const PRAISE_WHOM_MAX = 40
export const PRAISE_PHOTOS_MAX = 3

export const PraiseText = Text(PRAISE_TEXT_MIN, PRAISE_TEXT_MAX)
/** A name, or 「夜里给我妈翻身的护士」. */
export const PraiseWhom = Line(1, PRAISE_WHOM_MAX)
export const PraisePhotos = v.pipe(
  v.array(PhotoId),
  v.maxLength(PRAISE_PHOTOS_MAX),
  v.check((ids) => new Set(ids).size === ids.length),
)
/** Said to whoever wrote it, or kept beside it. */
export const PraiseReason = Line(2, 100)

/** What came: words alone, a letter (感谢信), a banner (锦旗). */
export const PraiseKind = v.picklist(['words', 'letter', 'banner'])
export type PraiseKind = v.InferOutput<typeof PraiseKind>

export const praiseKindNames: Record<PraiseKind, string> = { words: '留言', letter: '感谢信', banner: '锦旗' }

/** Come in; passed on (带到了); passed on and on the wall (登出来了); or not passed on, with the reason. */
export const PraiseState = v.picklist(['received', 'passed_on', 'published', 'declined'])
export type PraiseState = v.InferOutput<typeof PraiseState>

/** An id that anybody may see. From it there is no way to the one that the phone knows. */
export const WallId = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/))

/**
 * Somebody's thanks (表扬感谢). It knows a day, a place and what was written, and nobody who wrote it. Its id was made
 * on the phone: whoever knows it may ask what became of it and take the consent back.
 */
export const Praise = v.object({
  id: PraiseId,
  rev: v.number(),
  hospitalId: HospitalId,
  /** On the wall it goes by this name alone. */
  wallId: WallId,
  receivedOn: Day,
  month: Month,
  /** Whose it is: at first where the code hung, then to whom it was passed on; null: nobody knows yet. */
  departmentId: v.nullable(DepartmentId),
  /** Where the code hung: 「12 层东病区」; null: no code. */
  place: v.nullable(v.string()),
  kind: PraiseKind,
  whom: v.string(),
  /** As it was written; what is shown on the wall is a copy. */
  text: v.string(),
  photos: v.array(PhotoId),
  /** 可以登出来，不写我是谁. Without it nobody but the person and their department sees it. */
  mayPublish: v.boolean(),
  /** Promised when it came in. */
  passOnBy: Day,
  state: PraiseState,
  passedOn: v.nullable(v.object({ on: Day, to: v.string(), by: StaffId })),
  /** What stands on the wall: reviewed words without names, photos whose names and faces are covered. */
  wall: v.nullable(v.object({ text: v.string(), photos: v.array(PhotoId), on: Day, by: StaffId })),
  /** Why it was taken off the wall again; null: it was not, or it is there. `by` null: whoever wrote it asked for it. */
  takenOff: v.nullable(v.object({ reason: v.string(), on: Day, by: v.nullable(StaffId) })),
  declined: v.nullable(v.object({ reason: v.string(), on: Day, by: StaffId })),
})
export type Praise = v.InferOutput<typeof Praise>
