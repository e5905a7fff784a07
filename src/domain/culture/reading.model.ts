import * as v from 'valibot'
import { ArticleId, HospitalId } from '../ids'
import { Day, Instant, Month } from '../instant'
import { Column } from './article.model'

/** A random text of one day. With it nobody can be recognised the next day: it is dropped at midnight. */
export const ReadingSalt = v.object({ id: Day, rev: v.number(), salt: v.string() })
export type ReadingSalt = v.InferOutput<typeof ReadingSalt>

/** Somebody of today has read something: a hash under the salt of the day, and nothing else. Dropped at midnight. */
export const ReadingMark = v.object({ id: v.string(), rev: v.number(), day: Day })
export type ReadingMark = v.InferOutput<typeof ReadingMark>

/** Readers of an article, or of a column, by day of a month. */
export const ReadingMonth = v.object({
  id: v.string(),
  rev: v.number(),
  hospitalId: HospitalId,
  month: Month,
  /** null: of the whole column. */
  articleId: v.nullable(ArticleId),
  column: Column,
  /** Numbers of days, '01' to '31', with their readers. */
  days: v.record(v.string(), v.number()),
  /** The minute in which somebody was counted last, and how many in it. */
  minute: Instant,
  inMinute: v.number(),
})
export type ReadingMonth = v.InferOutput<typeof ReadingMonth>
