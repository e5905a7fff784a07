import * as v from 'valibot'
import { CODE_DIGITS } from '../culture/attendance.model'
import { DepartmentId, HospitalId, LiveId, StaffId } from '../ids'
import { Instant } from '../instant'
import { PaperQuestion } from './paper.model'
import { OptionId } from './question.model'

export const LIVE_LEAST = 1
export const LIVE_MOST = 20

/** Fewer answers, and what was chosen would tell who chose it. */
export const LIVE_SHARES_FROM = 5

/** Hours after which a session that nobody ended is over. */
export const LIVE_HOURS = 3

/** Six digits on the screen (口令), typed with or without spaces. */
export const JoinCode = v.pipe(
  v.string(),
  v.maxLength(40),
  v.transform((typed) => typed.replace(/\s/g, '')),
  v.regex(new RegExp(`^\\d{${CODE_DIGITS}}$`)),
  v.brand('JoinCode'),
)
export type JoinCode = v.InferOutput<typeof JoinCode>

const CODE_BYTES = 4

/** A code out of four random bytes; one that is on another screen is thrown again. */
export const joinCodeFrom = (bytes: Uint8Array): JoinCode => {
  const number = bytes.slice(0, CODE_BYTES).reduce((sum, byte) => sum * 256 + byte, 0)
  return v.parse(JoinCode, String(number % 10 ** CODE_DIGITS).padStart(CODE_DIGITS, '0'))
}

/** People come in; a question takes answers; its answer is shown; it is over. */
export const LiveStage = v.variant('kind', [
  v.strictObject({ kind: v.literal('waiting') }),
  v.strictObject({ kind: v.literal('asking'), at: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
  v.strictObject({ kind: v.literal('shown'), at: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
  v.strictObject({ kind: v.literal('ended') }),
])
export type LiveStage = v.InferOutput<typeof LiveStage>

/** A quiz that a department sits together (现场答题), at its morning lesson. */
export const Live = v.object({
  id: LiveId,
  rev: v.number(),
  hospitalId: HospitalId,
  /** null: of the whole hospital. */
  departmentId: v.nullable(DepartmentId),
  title: v.string(),
  hostId: StaffId,
  code: JoinCode,
  /** Everybody sees the options in one order: the screen speaks of them by letter. */
  questions: v.array(PaperQuestion),
  stage: LiveStage,
  openedAt: Instant,
  endsAt: Instant,
})
export type Live = v.InferOutput<typeof Live>

/** Which session a code leads to, while it is on a screen. */
export const JoinClaim = v.object({
  id: JoinCode,
  rev: v.number(),
  hospitalId: HospitalId,
  liveId: LiveId,
  endsAt: Instant,
})
export type JoinClaim = v.InferOutput<typeof JoinClaim>

/** That somebody sits in it. */
export const LiveSeat = v.object({
  /** `seatKey` */
  id: v.string(),
  rev: v.number(),
  hospitalId: HospitalId,
  liveId: LiveId,
  staffId: StaffId,
  departmentId: v.nullable(DepartmentId),
  at: Instant,
})
export type LiveSeat = v.InferOutput<typeof LiveSeat>

/** One person's answer to one question; the first counts. */
export const LiveAnswer = v.object({
  /** `liveAnswerKey` */
  id: v.string(),
  rev: v.number(),
  hospitalId: HospitalId,
  liveId: LiveId,
  /** Which question, from 0. */
  question: v.number(),
  staffId: StaffId,
  chosen: v.array(OptionId),
  right: v.boolean(),
  at: Instant,
})
export type LiveAnswer = v.InferOutput<typeof LiveAnswer>

export const seatKey = (liveId: LiveId, staffId: StaffId): string => `${liveId}:${staffId}`
export const liveAnswerKey = (liveId: LiveId, question: number, staffId: StaffId): string =>
  `${liveId}:${question}:${staffId}`
