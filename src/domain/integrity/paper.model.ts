import * as v from 'valibot'
import { QuizQuestionId } from '../ids'
import { OptionId, PartId, QuestionKind } from './question.model'
import { Topic } from './question.topics'

export const MARK_MOST = 20

/** What a question, or one of a case's, earns; halves allowed. */
const Mark = v.pipe(v.number(), v.minValue(0.5), v.maxValue(MARK_MOST), v.multipleOf(0.5))

/**
 * How answers are marked (记分). A single choice and a judgement earn all or nothing. A multiple choice earns all when it
 * is exactly right and nothing once a wrong option is chosen (错选不得分); with some right options missing and none wrong
 * it earns half, or nothing, as `incomplete` says (漏选得一半／不得分). A case earns what its questions earn.
 */
export const Marking = v.strictObject({
  single: Mark,
  multiple: Mark,
  true_false: Mark,
  incomplete: v.picklist(['half', 'nothing']),
})
export type Marking = v.InferOutput<typeof Marking>

export const USUAL_MARKING: Marking = { single: 1, multiple: 2, true_false: 1, incomplete: 'half' }

/** What is answered at once, with its options in the order in which this person sees them. */
export const PaperPart = v.object({ part: PartId, kind: QuestionKind, options: v.array(OptionId), marks: v.number() })
export type PaperPart = v.InferOutput<typeof PaperPart>

export const PaperQuestion = v.object({
  questionId: QuizQuestionId,
  version: v.number(),
  topic: Topic,
  kind: QuestionKind,
  /** Of the blueprint, from 0. */
  cell: v.number(),
  parts: v.array(PaperPart),
})
export type PaperQuestion = v.InferOutput<typeof PaperQuestion>

/** A paper as it was drawn for one attempt (试卷), which nothing changes afterwards. */
export const Paper = v.object({ questions: v.array(PaperQuestion) })
export type Paper = v.InferOutput<typeof Paper>

/** Where an answer belongs: `questionId:part`. */
export const Slot = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}:p[0-9]{1,2}$/), v.brand('Slot'))
export type Slot = v.InferOutput<typeof Slot>

export const slotOf = (questionId: QuizQuestionId, part: PartId): Slot => v.parse(Slot, `${questionId}:${part}`)

export const questionOf = (slot: Slot): QuizQuestionId => v.parse(QuizQuestionId, slot.slice(0, slot.indexOf(':')))
