import type { ArticleId, HospitalId, StaffId } from '../ids'
import type { Instant } from '../instant'
import { err, ok } from '../result'
import { type Colleague, hasPostFor, mayPublish, mayWrite } from './article.access'
import { unfinishedIn } from './article.finished'
import type { ArticleContent, Copy, Draft, DraftHead, ReviewStep, Version } from './article.model'

/** Fields in one order, whoever wrote them. */
const asText = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) =>
    each !== null && typeof each === 'object' && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([left], [right]) => (left < right ? -1 : 1)))
      : each,
  )

export const isSameContent = (left: ArticleContent, right: ArticleContent): boolean => asText(left) === asText(right)

export interface Act {
  readonly who: Colleague
  readonly now: Instant
  /** The head of the article's department is among its writers. */
  readonly headWrote: boolean
}

const STEPS: readonly ReviewStep[] = ['department', 'publicity', 'discipline']

/** Reviewers of one article, at least. */
const REVIEWERS = 2

/** Publishing a minute that has just begun is publishing now: clocks differ and fingers are slow. */
const JUST_BEGUN_MS = 60_000

/** Shown at this moment. */
export const isShown = ({ from, until }: Pick<Copy, 'from' | 'until'>, now: Instant): boolean =>
  from <= now && (until === null || now < until)

const isOver = ({ until }: Pick<Copy, 'until'>, now: Instant): boolean => until !== null && until <= now

/** The public reads it now, or will. */
export const isOut = ({ copies }: Pick<Draft, 'copies'>, now: Instant): boolean =>
  copies.some((copy) => !isOver(copy, now))

/** Whose words nobody else has let pass yet: since the copy that the public reads, or all of them where there is none. */
export const writersOf = (draft: DraftHead, now: Instant): readonly StaffId[] =>
  isOut(draft, now) ? draft.writers : draft.authors

/** Whose turn it is; null: it is not in review. */
export const stepOf = ({ state, approvals }: Pick<Draft, 'state' | 'approvals'>): ReviewStep | null =>
  state === 'review' ? (STEPS[approvals.length] ?? null) : null

const written = (draft: Draft, { who, now }: Act, writers: readonly StaffId[] = []): Draft => {
  const wrote = [...new Set([...writersOf(draft, now), ...writers, who.id])]
  return {
    ...draft,
    state: 'writing',
    approvals: [],
    writers: wrote,
    authors: [...new Set([...draft.authors, ...wrote])],
    changedAt: now,
    changedBy: who.id,
  }
}

/** Keeps what is on the desk as a version; nothing to do where it is one already. */
export const keepVersion = (draft: Draft): Draft =>
  draft.isKept ? draft : { ...draft, version: draft.version + 1, isKept: true, isSettled: false }

export const startDraft = (
  about: { readonly id: ArticleId; readonly hospitalId: HospitalId; readonly content: ArticleContent },
  keep: boolean,
  { who, now }: Act,
): Draft => {
  const draft: Draft = {
    ...about,
    rev: 0,
    state: 'writing',
    writers: [who.id],
    authors: [who.id],
    approvals: [],
    sentBack: null,
    copies: [],
    copyCount: 0,
    firstShownAt: null,
    pinned: false,
    withdrawn: null,
    version: 0,
    isKept: false,
    changedAt: now,
    changedBy: who.id,
    isSettled: true,
  }
  return keep ? keepVersion(draft) : draft
}

/**
 * Autosave. The same words again are nothing new, whoever sends them; other words make a writer of whoever sends them and
 * end every approval.
 */
export const save = (draft: Draft, content: ArticleContent, keep: boolean, act: Act) => {
  if (!mayWrite(draft, act.who)) return err('auth.forbidden')
  const changed = isSameContent(draft.content, content) ? draft : { ...written(draft, act), content, isKept: false }
  return ok(keep ? keepVersion(changed) : changed)
}

/** An earlier version on the desk again. It is writing, and whoever wrote those words has written them. */
export const restore = (draft: Draft, version: Version, act: Act) => {
  if (!mayWrite(draft, act.who)) return err('auth.forbidden')
  if (isSameContent(draft.content, version.content)) return ok(draft)
  return ok<Draft>({ ...written(draft, act, version.writers), content: version.content, isKept: false })
}

export const mayRemove = (draft: Draft, { who }: Act) => {
  if (!mayWrite(draft, who)) return err('auth.forbidden')
  return draft.copyCount > 0 ? err('article.published') : ok(draft)
}

export const sendForReview = (draft: Draft, { who, now }: Act) => {
  if (!mayWrite(draft, who)) return err('auth.forbidden')
  if (draft.state === 'review') return ok(draft)
  if (draft.state !== 'writing') return err('article.not_writing')
  const missing = unfinishedIn(draft.content)
  if (missing.length > 0) return err('article.unfinished', missing)
  return ok<Draft>({ ...keepVersion(draft), state: 'review', approvals: [], sentBack: null, changedAt: now })
}

export const takeBack = (draft: Draft, { who, now }: Act) => {
  if (!mayWrite(draft, who)) return err('auth.forbidden')
  if (draft.state === 'writing') return ok(draft)
  if (draft.state !== 'review' && draft.state !== 'approved') return err('article.not_in_review')
  return ok<Draft>({ ...draft, state: 'writing', approvals: [], changedAt: now })
}

const mayTake = (draft: Draft, step: ReviewStep, { who, headWrote }: Act): boolean =>
  hasPostFor(step, { departmentId: draft.content.departmentId, headWrote }, who)

export const approve = (draft: Draft, step: ReviewStep, deidentified: boolean, act: Act) => {
  const { who, now } = act
  if (draft.approvals.some((approval) => approval.step === step && approval.by === who.id)) return ok(draft)
  if (stepOf(draft) !== step) return err('article.not_in_review')
  if (!mayTake(draft, step, act)) return err('auth.forbidden')
  if (writersOf(draft, now).includes(who.id)) return err('article.own_words')
  const approvals = [...draft.approvals, { step, by: who.id, at: now, deidentified }]
  const isLast = approvals.length === STEPS.length
  if (isLast && new Set(approvals.map(({ by }) => by)).size < REVIEWERS) return err('article.one_reviewer')
  if (isLast && draft.content.realCase && !deidentified) return err('article.not_deidentified', ['deidentified'])
  return ok<Draft>({ ...draft, approvals, state: isLast ? 'approved' : 'review', changedAt: now })
}

export const sendBack = (draft: Draft, reason: string, act: Act) => {
  const { who, now } = act
  const step = stepOf(draft)
  if (!step) {
    const isSame = draft.state === 'writing' && draft.sentBack?.by === who.id && draft.sentBack.reason === reason
    return isSame ? ok(draft) : err('article.not_in_review')
  }
  if (!mayTake(draft, step, act)) return err('auth.forbidden')
  if (writersOf(draft, now).includes(who.id)) return err('article.own_words')
  const sentBack = { step, by: who.id, at: now, reason }
  return ok<Draft>({ ...draft, state: 'writing', approvals: [], sentBack, changedAt: now })
}

export interface Times {
  readonly publishAt: Instant | null
  readonly goneAt: Instant | null
}

/** What was shown until now goes on until the new copy begins; what would have begun later never does. */
const before = (copies: readonly Copy[], from: Instant, now: Instant): Copy[] =>
  copies
    .filter((copy) => !isOver(copy, now) && copy.from < from)
    .map((copy) => ({ ...copy, until: copy.until === null || copy.until > from ? from : copy.until }))

/** Puts what all three let pass in front of the public from a minute on. */
export const publish = (draft: Draft, { publishAt, goneAt }: Times, act: Act) => {
  const { who, now } = act
  if (!mayPublish(who)) return err('auth.forbidden')
  if (draft.state === 'published') return reschedule(draft, { publishAt, goneAt }, act)
  if (draft.state !== 'approved') return err('article.not_approved')
  const writers = writersOf(draft, now)
  if (writers.includes(who.id)) return err('article.own_words')
  if (publishAt !== null && publishAt < now - JUST_BEGUN_MS) return err('article.times_wrong', ['publishAt'])
  const from = publishAt === null || publishAt < now ? now : publishAt
  if (goneAt !== null && goneAt <= from) return err('article.times_wrong', ['goneAt'])
  const kept = keepVersion(draft)
  const copy: Copy = {
    no: draft.copyCount + 1,
    version: kept.version,
    from,
    until: goneAt,
    writers: [...writers],
    approvers: draft.approvals.map(({ by }) => by),
    by: who.id,
  }
  return ok<Draft>(
    shownFrom(
      { ...kept, state: 'published', writers: [], withdrawn: null, copyCount: copy.no },
      [...before(draft.copies, from, now), copy],
      act,
    ),
  )
}

/** By when it was first shown it stands in lists: a change of what is out already keeps its place. */
const shownFrom = (draft: Draft, copies: Copy[], { now }: Act): Draft => {
  const isRunning = draft.copies.some((copy) => isShown(copy, now))
  const first = copies.reduce<Instant | null>(
    (least, { from }) => (least === null || from < least ? from : least),
    null,
  )
  return {
    ...draft,
    copies,
    firstShownAt: isRunning ? draft.firstShownAt : first,
    changedAt: now,
    isSettled: false,
  }
}

/** Other times for what is out or about to be. A copy that is shown has begun; one that is over begins anew. */
const reschedule = (draft: Draft, { publishAt, goneAt }: Times, act: Act) => {
  const { who, now } = act
  const last = draft.copies[draft.copies.length - 1]
  if (!last) return err('article.not_approved')
  if (last.writers.includes(who.id)) return err('article.own_words')
  const hasBegun = last.from <= now
  // The same again after a lost answer; what was published «now» is out already.
  const isSameBeginning = publishAt === last.from || (publishAt === null && hasBegun)
  if (isSameBeginning && goneAt === last.until) return ok(draft)
  if (hasBegun && !isOver(last, now)) {
    if (!isSameBeginning) return err('article.times_wrong', ['publishAt'])
    if (goneAt !== null && goneAt <= now) return err('article.times_wrong', ['goneAt'])
    return ok(shownFrom(draft, [...draft.copies.slice(0, -1), { ...last, until: goneAt }], act))
  }
  if (publishAt !== null && publishAt < now - JUST_BEGUN_MS) return err('article.times_wrong', ['publishAt'])
  const from = publishAt === null || publishAt < now ? now : publishAt
  if (goneAt !== null && goneAt <= from) return err('article.times_wrong', ['goneAt'])
  const again = { ...last, from, until: goneAt, by: who.id, no: hasBegun ? draft.copyCount + 1 : last.no }
  const earlier = draft.copies.slice(0, -1).map((copy) => (copy.until === last.from ? { ...copy, until: from } : copy))
  return ok(
    shownFrom(
      { ...draft, copyCount: Math.max(draft.copyCount, again.no) },
      [...before(earlier, from, now), again],
      act,
    ),
  )
}

export const pin = (draft: Draft, pinned: boolean, { who, now }: Act) => {
  if (!mayPublish(who)) return err('auth.forbidden')
  if (draft.pinned === pinned) return ok(draft)
  if (draft.state !== 'approved' && !isOut(draft, now)) return err('article.not_approved')
  return ok<Draft>({ ...draft, pinned, changedAt: now, isSettled: false })
}

/** Takes it away from the public at once; what stands in its place says when and why. */
export const withdraw = (draft: Draft, reason: string, { who, now }: Act) => {
  if (!mayPublish(who)) return err('auth.forbidden')
  if (draft.state === 'withdrawn' && draft.withdrawn?.reason === reason) return ok(draft)
  if (!isOut(draft, now)) return err('article.not_published')
  return ok<Draft>({
    ...draft,
    state: 'withdrawn',
    approvals: [],
    sentBack: null,
    copies: [],
    writers: [...draft.authors],
    pinned: false,
    withdrawn: { at: now, by: who.id, reason },
    changedAt: now,
    isSettled: false,
  })
}
