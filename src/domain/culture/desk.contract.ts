import * as v from 'valibot'
import { PHOTO_PART_BYTES } from '../complaint/photo.model'
import { defineActions } from '../contract'
import { ArticleId, DepartmentId, MediaId } from '../ids'
import { Day, daysAfter, Instant } from '../instant'
import { Line, Text } from '../text'
import { ArticleContent, Column, Draft, DraftState, ReviewStep } from './article.model'
import { MediaLink } from './reader.contract'

const revision = v.pipe(v.number(), v.integer(), v.minValue(0))
const aDraft = v.strictObject({ id: ArticleId, rev: revision })
const versionNumber = v.pipe(v.number(), v.integer(), v.minValue(1))
const Reason = Text(2, 200)
const person = v.object({ name: v.string(), mine: v.boolean() })

/** What the person who asks may do with it now; nothing else is offered, and the server refuses it. */
export const DeskAct = v.picklist([
  'write',
  'sendForReview',
  'approve',
  'sendBack',
  'publish',
  'pin',
  'withdraw',
  'takeBack',
])
export type DeskAct = v.InferOutput<typeof DeskAct>

/** An article on the desk, with names instead of numbers. */
export const DraftView = v.object({
  ...v.pick(Draft, ['id', 'rev', 'content', 'state', 'pinned', 'version', 'changedAt']).entries,
  writers: v.array(person),
  approvals: v.array(v.object({ step: ReviewStep, by: person, at: Instant, deidentified: v.boolean() })),
  sentBack: v.nullable(v.object({ step: ReviewStep, by: person, at: Instant, reason: v.string() })),
  /** Whose turn it is; null: it is not in review. */
  step: v.nullable(ReviewStep),
  /** To the minute, of what was published last; null: not decided. */
  publishAt: v.nullable(Instant),
  /** Not shown from this minute on; null: it stays. */
  goneAt: v.nullable(Instant),
  /** Anybody can read a copy of it at this moment, be it an earlier one. */
  shown: v.boolean(),
  publishedBy: v.nullable(person),
  withdrawn: v.nullable(v.object({ at: Instant, by: person, reason: v.string() })),
  departmentName: v.nullable(v.string()),
  acts: v.array(DeskAct),
  /** Why the next step is not theirs to take, in a sentence; null: it is, or nobody waits. */
  why: v.nullable(v.string()),
  /** Paths of what is still missing before it can be sent for review: 'summary', 'blocks.3.alt', 'source.licence'. */
  unfinished: v.array(v.string()),
  media: v.array(MediaLink),
})
export type DraftView = v.InferOutput<typeof DraftView>

export const DraftRow = v.object({
  id: ArticleId,
  title: v.string(),
  column: Column,
  state: DraftState,
  step: v.nullable(ReviewStep),
  departmentName: v.nullable(v.string()),
  writers: v.array(v.string()),
  changedAt: Instant,
  publishAt: v.nullable(Instant),
  goneAt: v.nullable(Instant),
  /** Anybody can read a copy of it at this moment. */
  shown: v.boolean(),
  pinned: v.boolean(),
  /** It waits for the person who asks. */
  mine: v.boolean(),
})
export type DraftRow = v.InferOutput<typeof DraftRow>

export const DraftQueue = v.picklist(['mine', 'writing', 'review', 'approved', 'published', 'withdrawn'])
export type DraftQueue = v.InferOutput<typeof DraftQueue>

/** Days that reading figures are asked for at once. */
export const FIGURE_DAYS_MAX = 366

const draftErrors = ['auth.forbidden', 'article.unknown', 'data.changed'] as const

/** The desk: writing, review by others, publishing, taking away. */
export const deskActions = defineActions({
  drafts: {
    input: v.strictObject({
      queue: DraftQueue,
      skip: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000)),
    }),
    output: v.object({
      rows: v.array(DraftRow),
      more: v.boolean(),
      counts: v.record(DraftQueue, v.number()),
      /** Whoever asks looks after the pages as a whole, and may take ready pieces. */
      keepsPages: v.boolean(),
      departments: v.array(v.object({ id: DepartmentId, name: v.string() })),
      series: v.array(v.string()),
    }),
    errors: ['auth.forbidden', 'hospital.not_founded'],
  },
  draft: { input: v.strictObject({ id: ArticleId }), output: DraftView, errors: ['auth.forbidden', 'article.unknown'] },
  /**
   * Autosave: `rev` null makes a new draft. `keep` also keeps a version that can be restored. An article in review or
   * published goes back to `writing` (what the public reads stays as it was until the change is published in turn).
   */
  saveDraft: {
    input: v.strictObject({
      id: ArticleId,
      rev: v.nullable(revision),
      content: ArticleContent,
      keep: v.boolean(),
    }),
    output: DraftView,
    errors: [...draftErrors, 'hospital.not_founded', 'hospital.department_unknown', 'media.unknown'],
  },
  draftVersions: {
    input: v.strictObject({ id: ArticleId }),
    output: v.object({
      versions: v.array(
        v.object({
          version: v.number(),
          at: Instant,
          by: person,
          title: v.string(),
          /** Characters. */
          length: v.number(),
          published: v.boolean(),
        }),
      ),
    }),
    errors: ['auth.forbidden', 'article.unknown'],
  },
  draftVersion: {
    input: v.strictObject({ id: ArticleId, version: versionNumber }),
    output: v.object({ content: ArticleContent, media: v.array(MediaLink) }),
    errors: ['auth.forbidden', 'article.unknown'],
  },
  /** What is on the desk is kept as a version first: nothing is lost by restoring. */
  restoreVersion: {
    input: v.strictObject({ ...aDraft.entries, version: versionNumber }),
    output: DraftView,
    errors: [...draftErrors],
  },
  removeDraft: {
    input: aDraft,
    output: v.object({}),
    errors: [...draftErrors, 'article.published'],
  },
  sendForReview: {
    input: aDraft,
    output: DraftView,
    errors: [...draftErrors, 'article.unfinished', 'article.not_writing'],
  },
  /** Back to the writer's desk, by a writer who found something themselves. */
  takeBackDraft: { input: aDraft, output: DraftView, errors: [...draftErrors, 'article.not_in_review'] },
  approveDraft: {
    input: v.strictObject({
      ...aDraft.entries,
      step: ReviewStep,
      /** 「我看过了，认不出是谁」: asked where it is made from a real case. */
      deidentified: v.boolean(),
    }),
    output: DraftView,
    errors: [
      ...draftErrors,
      'article.not_in_review',
      'article.own_words',
      'article.one_reviewer',
      'article.not_deidentified',
    ],
  },
  sendDraftBack: {
    input: v.strictObject({ ...aDraft.entries, reason: Reason }),
    output: DraftView,
    errors: [...draftErrors, 'article.not_in_review', 'article.own_words'],
  },
  /** `publishAt` null: now. `goneAt` null: it stays. */
  publishDraft: {
    input: v.strictObject({ ...aDraft.entries, publishAt: v.nullable(Instant), goneAt: v.nullable(Instant) }),
    output: DraftView,
    errors: [...draftErrors, 'article.not_approved', 'article.own_words', 'article.times_wrong'],
  },
  pinArticle: {
    input: v.strictObject({ ...aDraft.entries, pinned: v.boolean() }),
    output: DraftView,
    errors: [...draftErrors, 'article.not_approved'],
  },
  withdrawArticle: {
    input: v.strictObject({ ...aDraft.entries, reason: Reason }),
    output: DraftView,
    errors: [...draftErrors, 'article.not_published'],
  },
  /** Distinct readers of a day; `null` before the first day that was counted. Inside WeChat and the web together. */
  readingFigures: {
    input: v.pipe(
      v.strictObject({ from: Day, to: Day }),
      v.check(({ from, to }) => from <= to && daysAfter(from, FIGURE_DAYS_MAX) > to),
    ),
    output: v.object({
      days: v.array(Day),
      columns: v.array(v.object({ column: Column, readers: v.array(v.nullable(v.number())) })),
      articles: v.array(v.object({ id: ArticleId, title: v.string(), column: Column, readers: v.number() })),
    }),
    errors: ['auth.forbidden', 'hospital.not_founded'],
  },
})

/** A picture, a recording or a file, on its way from a desk or a phone. */
export const MediaKind = v.picklist(['picture', 'audio', 'file'])
export type MediaKind = v.InferOutput<typeof MediaKind>

export const MEDIA_MAX_BYTES: Record<MediaKind, number> = {
  picture: 400 * 1024,
  audio: 8 * 1024 * 1024,
  file: 8 * 1024 * 1024,
}

/** As photos go: one sender serves both. */
export const MEDIA_PART_BYTES = PHOTO_PART_BYTES

const PARTS_MAX = Math.ceil(Math.max(...Object.values(MEDIA_MAX_BYTES)) / MEDIA_PART_BYTES)

export const mediaActions = defineActions({
  /** One part; the same again is the same. Answers what is there, so that a sender goes on where it stopped. */
  sendMediaPart: {
    input: v.strictObject({
      mediaId: MediaId,
      kind: MediaKind,
      /** As the sender calls it; shown beside a file that is handed out. */
      name: Line(0, 100),
      part: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(PARTS_MAX - 1)),
      bytes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(Math.max(...Object.values(MEDIA_MAX_BYTES)))),
      data: v.pipe(v.string(), v.minLength(1), v.maxLength(Math.ceil(MEDIA_PART_BYTES / 3) * 4), v.base64()),
    }),
    output: v.object({
      received: v.array(v.number()),
      whole: v.boolean(),
      /** Once it is whole. */
      url: v.nullable(v.string()),
    }),
    errors: ['auth.forbidden', 'media.broken', 'media.too_large', 'media.too_many'],
  },
})
