import * as v from 'valibot'
import { QuizQuestionId } from '../ids'
import { OptionId, PartId, type QuestionContent, QuestionKind } from './question.model'
import { partsOf } from './question.parts'
import { Topic } from './question.topics'

/** What a draw has to know of a version in use, without a word of it: a whole bank of these is quickly read. */
export const PoolQuestion = v.object({
  questionId: QuizQuestionId,
  version: v.number(),
  topic: Topic,
  kind: QuestionKind,
  difficulty: v.picklist([1, 2, 3]),
  parts: v.array(
    v.object({
      part: PartId,
      kind: v.picklist(['single', 'multiple', 'true_false']),
      options: v.array(OptionId),
      fixedOrder: v.boolean(),
    }),
  ),
})
export type PoolQuestion = v.InferOutput<typeof PoolQuestion>

/** A published version, as papers that have it are read and marked. */
export interface VersionContent {
  readonly questionId: QuizQuestionId
  readonly version: number
  readonly content: QuestionContent
}

export const inPool = ({ questionId, version, content }: VersionContent): PoolQuestion => ({
  questionId,
  version,
  topic: content.topic,
  kind: content.kind,
  difficulty: content.difficulty,
  parts: partsOf(content).map(({ id, kind, options, fixedOrder }) => ({
    part: id,
    kind,
    options: options.map((option) => option.id),
    fixedOrder,
  })),
})

/** A case takes longer than one tap: it is left to exams. */
export const isPractised = ({ kind }: Pick<PoolQuestion, 'kind'>): boolean => kind !== 'case'
