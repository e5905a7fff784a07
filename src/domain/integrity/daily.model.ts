import * as v from 'valibot'
import { HospitalId, QuizQuestionId, StaffId } from '../ids'
import { Day, Instant } from '../instant'
import { PaperQuestion } from './paper.model'
import { OptionId } from './question.model'

/** 每日五题. */
export const DAILY_QUESTIONS = 5

/** Right so many times in a row, and a mistake leaves the book (错题本). */
export const RIGHT_IN_A_ROW = 3

/**
 * A question somebody got wrong, and when it comes back. `stability` and `difficulty` are those of FSRS: days after which
 * nine of ten would still know it, and how hard it is for this person, 1–10.
 */
export const Mistake = v.object({
  questionId: QuizQuestionId,
  due: Day,
  last: Day,
  stability: v.number(),
  difficulty: v.number(),
  reps: v.number(),
  lapses: v.number(),
  /** 0 new … 3 relearning, as FSRS counts its states. */
  state: v.picklist([0, 1, 2, 3]),
  rightInARow: v.number(),
})
export type Mistake = v.InferOutput<typeof Mistake>

/** The last time somebody answered a question at their daily five. */
export const Seen = v.object({ day: Day, right: v.boolean() })
export type Seen = v.InferOutput<typeof Seen>

export const DailyAnswer = v.object({
  questionId: QuizQuestionId,
  chosen: v.array(OptionId),
  right: v.boolean(),
  at: Instant,
})
export type DailyAnswer = v.InferOutput<typeof DailyAnswer>

/** Practice of one year, for the learning record. */
export const PractisedYear = v.object({ days: v.number(), answered: v.number(), right: v.number() })
export type PractisedYear = v.InferOutput<typeof PractisedYear>

/** Somebody's practice: today's five, the book of mistakes, and what was seen when. Theirs alone. */
export const Learner = v.object({
  id: StaffId,
  rev: v.number(),
  hospitalId: HospitalId,
  /** As they were chosen when the day's first was opened; null: never practised. */
  today: v.nullable(v.object({ day: Day, questions: v.array(PaperQuestion), answers: v.array(DailyAnswer) })),
  mistakes: v.array(Mistake),
  seen: v.record(QuizQuestionId, Seen),
  /** Attempts at exams whose wrong answers went into the book of mistakes. */
  examined: v.optional(v.array(v.string()), []),
  /** By year. */
  years: v.record(v.string(), PractisedYear),
})
export type Learner = v.InferOutput<typeof Learner>
