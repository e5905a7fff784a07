import * as v from 'valibot'
import { defineActions } from '../contract'
import { ArticleId, DepartmentId, HospitalId, MediaId } from '../ids'
import { Day, Instant } from '../instant'
import { Line } from '../text'
import { ArticleContent, Column, Crop, FiveClean } from './article.model'
import { PlateName } from './plate.names'

/** A picture as it is fetched: an address that works for some hours. */
export const MediaLink = v.object({ mediaId: MediaId, url: v.string() })
export type MediaLink = v.InferOutput<typeof MediaLink>

export const CardCover = v.variant('kind', [
  v.object({ kind: v.literal('plate'), name: PlateName }),
  v.object({ kind: v.literal('photo'), url: v.string(), alt: v.string(), crop: Crop }),
])
export type CardCover = v.InferOutput<typeof CardCover>

/** An article in a list. */
export const ArticleCard = v.object({
  id: ArticleId,
  column: Column,
  title: v.string(),
  summary: v.string(),
  cover: v.nullable(CardCover),
  fiveClean: v.array(FiveClean),
  departmentId: v.nullable(DepartmentId),
  departmentName: v.nullable(v.string()),
  series: v.nullable(v.string()),
  publishedOn: Day,
  /** Whole minutes of quiet reading or, if that takes longer, of listening; at least 1. */
  minutes: v.number(),
  audio: v.boolean(),
  pinned: v.boolean(),
})
export type ArticleCard = v.InferOutput<typeof ArticleCard>

/** Where a list goes on: the last row that was seen. */
export const Cursor = v.strictObject({ at: Instant, id: ArticleId })
export type Cursor = v.InferOutput<typeof Cursor>

/** An article as it is read. */
export const ArticleView = v.object({
  ...ArticleCard.entries,
  hospitalId: HospitalId,
  hospitalName: v.string(),
  content: v.omit(ArticleContent, ['realCase']),
  media: v.array(MediaLink),
  publishedAt: Instant,
  /** Days on which it was reviewed and last changed after it was published; null: as it was first published. */
  changedOn: v.nullable(Day),
  next: v.nullable(ArticleCard),
})
export type ArticleView = v.InferOutput<typeof ArticleView>

/** What stands where a withdrawn article stood (撤下说明). */
export const Tombstone = v.object({ title: v.string(), withdrawnOn: Day, reason: v.string() })
export type Tombstone = v.InferOutput<typeof Tombstone>

/** What may narrow a list. */
export const ArticleFilter = v.strictObject({
  column: v.nullable(Column),
  fiveClean: v.nullable(FiveClean),
  departmentId: v.nullable(DepartmentId),
  series: v.nullable(Line(1, 20)),
})
export type ArticleFilter = v.InferOutput<typeof ArticleFilter>

/** A stretch of text around what was looked for; `found` says which parts are it. */
export const Excerpt = v.array(v.object({ text: v.string(), found: v.boolean() }))
export type Excerpt = v.InferOutput<typeof Excerpt>

/** Reading without signing in. Nobody is asked who they are. */
export const readerActions = defineActions({
  cultureHome: {
    input: v.strictObject({}),
    output: v.object({
      hospitalName: v.string(),
      lead: v.nullable(ArticleCard),
      /** Every column in its order, with its newest three. */
      columns: v.array(v.object({ column: Column, total: v.number(), cards: v.array(ArticleCard) })),
      series: v.array(v.object({ name: v.string(), total: v.number() })),
    }),
    errors: ['hospital.not_founded'],
    identity: 'none',
  },
  /** Pinned ones first on the first page, then the newest first. */
  articles: {
    input: v.strictObject({ filter: ArticleFilter, after: v.nullable(Cursor) }),
    output: v.object({
      rows: v.array(ArticleCard),
      next: v.nullable(Cursor),
      /** What the list can be narrowed by. */
      departments: v.array(v.object({ id: DepartmentId, name: v.string() })),
      series: v.array(v.string()),
    }),
    errors: ['hospital.not_founded'],
    identity: 'none',
  },
  article: {
    input: v.strictObject({ id: ArticleId }),
    output: v.object({ article: v.nullable(ArticleView), tombstone: v.nullable(Tombstone) }),
    errors: ['hospital.not_founded', 'article.unknown'],
    identity: 'none',
  },
  /** Cards of articles that a phone kept as favourites; those that are gone are left out. */
  articlesOf: {
    input: v.strictObject({ ids: v.pipe(v.array(ArticleId), v.maxLength(50)) }),
    output: v.object({ rows: v.array(ArticleCard) }),
    errors: ['hospital.not_founded'],
    identity: 'none',
  },
  searchArticles: {
    input: v.strictObject({
      words: Line(1, 40),
      column: v.nullable(Column),
      after: v.nullable(Cursor),
    }),
    output: v.object({
      rows: v.array(v.object({ card: ArticleCard, title: Excerpt, excerpt: Excerpt })),
      /** More may be found from here on; null: everything was looked at. */
      next: v.nullable(Cursor),
    }),
    errors: ['hospital.not_founded'],
    identity: 'none',
  },
  /**
   * Somebody read it. `reader` is a number that the phone made for this day and throws away after it; the server keeps
   * it only as a hash under a salt that is dropped at midnight.
   */
  readArticle: {
    input: v.strictObject({ id: ArticleId, reader: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)) }),
    output: v.object({ counted: v.boolean() }),
    errors: ['hospital.not_founded', 'article.unknown'],
    identity: 'none',
  },
})
