import * as v from 'valibot'
import { DepartmentId, ExamId, HospitalId, StaffId } from '../ids'
import { Instant } from '../instant'
import { RegradeId } from './exam.model'
import { OPTIONS_MOST, OptionId } from './question.model'
import { Paper, Slot } from './paper.model'
import { Topic } from './question.topics'
import { Seed } from './seeded'

/** Counts up with every answer on any device; the highest stands. */
export const Sequence = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000))

/** One answer as it is kept: what is chosen, and whether somebody wants to look again (想再看). */
export const SavedAnswer = v.object({ chosen: v.array(OptionId), flagged: v.boolean(), seq: Sequence })
export type SavedAnswer = v.InferOutput<typeof SavedAnswer>

/**
 * One answer as a phone sends it: options by their place on this person's paper. Whatever else came with it, a key or a
 * score, is left out.
 */
export const SentAnswer = v.object({
  slot: Slot,
  chosen: v.pipe(
    v.array(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(OPTIONS_MOST - 1))),
    v.maxLength(OPTIONS_MOST),
  ),
  flagged: v.boolean(),
  seq: Sequence,
})
export type SentAnswer = v.InferOutput<typeof SentAnswer>

/** A phone or a computer, named by itself when it opens the paper. */
export const DeviceName = v.pipe(v.string(), v.regex(/^[0-9a-f]{8}$/))
export type DeviceName = v.InferOutput<typeof DeviceName>

export const DEVICES_MOST = 20
export const LEAVES_MOST = 1000

/** How often a device has left the page since it opened the paper, counted by itself. */
export const Leaves = v.object({
  device: DeviceName,
  count: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LEAVES_MOST)),
})
export type Leaves = v.InferOutput<typeof Leaves>

const score = { earned: v.number(), possible: v.number() }

export const MarkedSlot = v.object({
  slot: Slot,
  topic: Topic,
  verdict: v.picklist(['right', 'incomplete', 'wrong', 'unanswered']),
  ...score,
})

export const AttemptResult = v.object({
  ...score,
  passed: v.boolean(),
  slots: v.array(MarkedSlot),
  /** What it was marked by besides the keys of the paper's own versions. */
  markedBy: v.array(RegradeId),
})
export type AttemptResult = v.InferOutput<typeof AttemptResult>

const outcome = v.object({ ...score, passed: v.boolean() })

/** That a regrade looked at this attempt, and what it changed. */
export const RegradeEntry = v.object({
  regradeId: RegradeId,
  by: StaffId,
  at: Instant,
  reason: v.string(),
  before: outcome,
  after: outcome,
})
export type RegradeEntry = v.InferOutput<typeof RegradeEntry>

/** By hand; taken in when time was up; taken in when the exam was cancelled. */
export const HandedIn = v.picklist(['by_hand', 'time_up', 'cancelled'])
export type HandedIn = v.InferOutput<typeof HandedIn>

/** One person sitting an exam once (一次作答). */
export const Attempt = v.object({
  /** `attemptKey`: whoever begins twice, on whatever device, finds what is there. */
  id: v.string(),
  rev: v.number(),
  hospitalId: HospitalId,
  examId: ExamId,
  staffId: StaffId,
  /** On the day. */
  departmentId: v.nullable(DepartmentId),
  /** 1 for the first. */
  no: v.pipe(v.number(), v.integer(), v.minValue(1)),
  seed: Seed,
  paper: Paper,
  startedAt: Instant,
  answers: v.record(Slot, SavedAnswer),
  /** By device. */
  leaves: v.record(DeviceName, v.number()),
  /** By whomever, with what was saved. */
  submitted: v.nullable(v.object({ at: Instant, how: HandedIn })),
  result: v.nullable(AttemptResult),
  regrades: v.array(RegradeEntry),
})
export type Attempt = v.InferOutput<typeof Attempt>

export const attemptKey = (examId: ExamId, staffId: StaffId, no: number): string => `${examId}:${staffId}:${no}`
