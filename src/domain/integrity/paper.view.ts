import * as v from 'valibot'
import { ExamId } from '../ids'
import { Instant } from '../instant'
import { Slot } from './paper.model'
import { QuestionKind } from './question.model'

/** Of what was asked, nothing that could answer it: no key, no rule, no topic, and options by place alone. */
export const AskedView = v.object({
  slot: Slot,
  kind: QuestionKind,
  stem: v.string(),
  /** In this person's order; answered by place, from 0. */
  options: v.array(v.string()),
  marks: v.number(),
})
export type AskedView = v.InferOutput<typeof AskedView>

export const PaperQuestionView = v.object({
  kind: QuestionKind,
  /** The story of a case; null: there is none. */
  story: v.nullable(v.string()),
  parts: v.array(AskedView),
})
export type PaperQuestionView = v.InferOutput<typeof PaperQuestionView>

export const SavedView = v.object({ slot: Slot, chosen: v.array(v.number()), flagged: v.boolean(), seq: v.number() })
export type SavedView = v.InferOutput<typeof SavedView>

/** A paper being sat, as its candidate sees it on any device. */
export const PaperView = v.object({
  examId: ExamId,
  no: v.number(),
  title: v.string(),
  startedAt: Instant,
  /** By the server's clock, of which `now` is this answer's moment: a phone counts from the difference. */
  endsAt: Instant,
  now: Instant,
  questions: v.array(PaperQuestionView),
  saved: v.array(SavedView),
  /** Answers are numbered on from here. */
  lastSeq: v.number(),
  /** How often the page was left, on all devices: counted, shown, and never a reason to fail. */
  leaves: v.number(),
})
export type PaperView = v.InferOutput<typeof PaperView>
