import * as v from 'valibot'
import { QuestionKind } from './question.model'
import { Topic } from './question.topics'

export const CELLS_MOST = 60
export const DRAWN_MOST = 100

/** So many questions of this topic, kind and difficulty; null: of any. */
export const BlueprintCell = v.strictObject({
  topic: v.nullable(Topic),
  kind: v.nullable(QuestionKind),
  difficulty: v.nullable(v.picklist([1, 2, 3])),
  count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(DRAWN_MOST)),
})
export type BlueprintCell = v.InferOutput<typeof BlueprintCell>

/** How a paper is made up (组卷方案). Cells may overlap: no question stands in a paper twice. */
export const Blueprint = v.pipe(
  v.array(BlueprintCell),
  v.minLength(1),
  v.maxLength(CELLS_MOST),
  v.check((cells) => cells.reduce((sum, { count }) => sum + count, 0) <= DRAWN_MOST),
)
export type Blueprint = v.InferOutput<typeof Blueprint>

/** Cells that together ask for more than there is. */
export const Shortage = v.object({
  /** Places in the blueprint, from 0. */
  cells: v.array(v.number()),
  wanted: v.number(),
  available: v.number(),
})
export type Shortage = v.InferOutput<typeof Shortage>
