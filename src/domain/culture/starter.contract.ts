import * as v from 'valibot'
import { defineActions } from '../contract'
import { ArticleId } from '../ids'
import { Column } from './article.model'
import { PlateName } from './plate.names'

export const StarterKey = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/))

/** A ready piece, as one chooses it. */
export const StarterRow = v.object({
  key: StarterKey,
  /** Under which it lies on the desk once it was taken. */
  id: ArticleId,
  column: Column,
  title: v.string(),
  summary: v.string(),
  plate: v.nullable(PlateName),
  /** Characters. */
  length: v.number(),
  /** It is on the desk, or was published from there. */
  taken: v.boolean(),
})
export type StarterRow = v.InferOutput<typeof StarterRow>

const rows = v.object({ rows: v.array(StarterRow) })

/** Pieces that come with the program (开篇稿件): put on the desk one by one, and reviewed like any other. */
export const starterActions = defineActions({
  starterSet: { input: v.strictObject({}), output: rows, errors: ['auth.forbidden'] },
  /** What is there already stays as it is. */
  takeStarterPieces: {
    input: v.strictObject({ keys: v.pipe(v.array(StarterKey), v.minLength(1), v.maxLength(100)) }),
    output: rows,
    errors: ['auth.forbidden', 'article.unknown'],
  },
})
