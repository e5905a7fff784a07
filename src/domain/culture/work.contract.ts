import * as v from 'valibot'
import { defineActions } from '../contract'
import { ActivityId, WorkId } from '../ids'
import { Day, Instant } from '../instant'
import { Text } from '../text'
import { WorkKind } from './activity.model'
import { MediaLink } from './reader.contract'
import { Work, WorkBlocks, WorkContent, WorkState } from './work.model'

const revision = v.pipe(v.number(), v.integer(), v.minValue(0))
const aWork = v.strictObject({ id: WorkId, rev: revision })
const Reason = Text(2, 100)

/** A work on the wall of the gallery. */
export const WorkCard = v.object({
  id: WorkId,
  kind: WorkKind,
  title: v.string(),
  credit: v.string(),
  shownOn: Day,
  /** Its first picture; null: words alone. */
  picture: v.nullable(v.object({ url: v.string(), alt: v.string(), width: v.number(), height: v.number() })),
  /** How it begins; empty where it has no words. */
  opening: v.string(),
})
export type WorkCard = v.InferOutput<typeof WorkCard>

export const WorkCursor = v.strictObject({ day: Day, id: WorkId })
export type WorkCursor = v.InferOutput<typeof WorkCursor>

/** A work for its author, or for whoever looks at it first. */
export const WorkView = v.object({
  ...v.pick(Work, ['id', 'rev', 'content', 'state', 'submittedAt', 'shownOn']).entries,
  /** Who handed it in, and where they work; both only for a reviewer. */
  authorName: v.nullable(v.string()),
  departmentName: v.nullable(v.string()),
  contest: v.nullable(v.string()),
  said: v.nullable(v.object({ reason: v.string(), at: Instant })),
  mine: v.boolean(),
  media: v.array(MediaLink),
})
export type WorkView = v.InferOutput<typeof WorkView>

const changing = ['auth.forbidden', 'work.unknown', 'data.changed'] as const

/** Works of those who work here (作品): handed in with consent, looked at by a second person, shown to everybody. */
export const workActions = defineActions({
  works: {
    input: v.strictObject({ kind: v.nullable(WorkKind), after: v.nullable(WorkCursor) }),
    output: v.object({
      hospitalName: v.string(),
      rows: v.array(WorkCard),
      next: v.nullable(WorkCursor),
      kinds: v.array(WorkKind),
    }),
    errors: ['hospital.not_founded'],
    identity: 'none',
  },
  work: {
    input: v.strictObject({ id: WorkId }),
    output: v.object({
      ...v.pick(WorkCard, ['id', 'kind', 'title', 'credit', 'shownOn']).entries,
      blocks: WorkBlocks,
      media: v.array(MediaLink),
    }),
    errors: ['work.unknown'],
    identity: 'none',
  },
  /** What the caller handed in, the newest first, and what is called for now. */
  myWorks: {
    input: v.strictObject({}),
    output: v.object({
      name: v.string(),
      rows: v.array(WorkView),
      contests: v.array(v.object({ id: ActivityId, title: v.string(), form: WorkKind, until: Day })),
    }),
    errors: ['auth.forbidden'],
  },
  /** `rev` null hands it in; otherwise changed, or again after it came back. `consent`: to be shown to everybody. */
  submitWork: {
    input: v.strictObject({ id: WorkId, rev: v.nullable(revision), content: WorkContent, consent: v.literal(true) }),
    output: WorkView,
    errors: [...changing, 'work.empty', 'activity.unknown', 'media.unknown'],
  },
  /** Whatever a reviewer has done with it meanwhile: consent taken back counts at once. */
  withdrawWork: { input: v.strictObject({ id: WorkId }), output: WorkView, errors: [...changing] },
  worksToReview: {
    input: v.strictObject({
      state: WorkState,
      skip: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000)),
    }),
    output: v.object({ rows: v.array(WorkView), more: v.boolean(), counts: v.record(WorkState, v.number()) }),
    errors: ['auth.forbidden'],
  },
  showWork: { input: aWork, output: WorkView, errors: [...changing, 'work.own', 'work.finished'] },
  sendWorkBack: {
    input: v.strictObject({ ...aWork.entries, reason: Reason }),
    output: WorkView,
    errors: [...changing, 'work.own', 'work.finished'],
  },
  takeWorkDown: {
    input: v.strictObject({ ...aWork.entries, reason: Reason }),
    output: WorkView,
    errors: [...changing, 'work.finished'],
  },
})
