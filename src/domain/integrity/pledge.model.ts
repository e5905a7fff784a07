import * as v from 'valibot'
import { DepartmentId, HospitalId, PledgeVersionId, StaffId } from '../ids'
import { Day, Instant } from '../instant'
import { Line, Text } from '../text'
import { PledgeCode } from './pledge.code'
import { Strokes } from './pledge.strokes'

export const PROMISES_LEAST = 3
export const PROMISES_MOST = 9
export const PROMISE_SHORT_MAX = 12
export const PROMISE_TEXT_MAX = 200
export const PLEDGE_TITLE_MAX = 20
export const PLEDGE_OPENING_MAX = 200

/** One promise: as it hangs on the wall, and as it is read before signing. */
export const PledgePromise = v.strictObject({
  short: Line(2, PROMISE_SHORT_MAX),
  text: Text(5, PROMISE_TEXT_MAX),
})
export type PledgePromise = v.InferOutput<typeof PledgePromise>

/** What is signed (承诺书). */
export const PledgeText = v.strictObject({
  title: Line(2, PLEDGE_TITLE_MAX),
  opening: Text(5, PLEDGE_OPENING_MAX),
  promises: v.pipe(v.array(PledgePromise), v.minLength(PROMISES_LEAST), v.maxLength(PROMISES_MOST)),
  closing: Text(5, PLEDGE_OPENING_MAX),
  /** From this day on it is the one that everybody signs. */
  effectiveOn: Day,
})
export type PledgeText = v.InferOutput<typeof PledgeText>

/** A version of it: proposed by one person, published by another, never changed afterwards. */
export const PledgeVersion = v.object({
  id: PledgeVersionId,
  rev: v.number(),
  hospitalId: HospitalId,
  /** 「第 2 版」: counted up as versions are proposed. */
  number: v.pipe(v.number(), v.integer(), v.minValue(1)),
  ...PledgeText.entries,
  state: v.picklist(['proposed', 'published']),
  /** Everybody who wrote in it. */
  writers: v.pipe(v.array(StaffId), v.minLength(1)),
  proposedAt: Instant,
  published: v.nullable(v.object({ by: StaffId, at: Instant })),
})
export type PledgeVersion = v.InferOutput<typeof PledgeVersion>

/** Written by hand, or confirmed with a tick beside one's own name. */
export const SigningWay = v.variant('kind', [
  v.strictObject({ kind: v.literal('drawn'), strokes: Strokes }),
  v.strictObject({ kind: v.literal('confirmed') }),
])
export type SigningWay = v.InferOutput<typeof SigningWay>

/** Somebody's signature under one version. Name and department are as they were on that day. */
export const PledgeSignature = v.object({
  /** Of version and person: signed twice is signed once. */
  id: v.string(),
  rev: v.number(),
  hospitalId: HospitalId,
  versionId: PledgeVersionId,
  staffId: StaffId,
  name: v.string(),
  departmentId: v.nullable(DepartmentId),
  departmentName: v.nullable(v.string()),
  signedOn: Day,
  signedAt: Instant,
  way: SigningWay,
  code: PledgeCode,
})
export type PledgeSignature = v.InferOutput<typeof PledgeSignature>

export const signatureKey = (versionId: PledgeVersionId, staffId: StaffId): string => `${versionId}:${staffId}`
