import { mediaIn } from '#domain/culture/article.media'
import {
  type Copy,
  copyId,
  type Draft,
  type PublicCopy,
  STAYS,
  type Version,
  VERSIONS_KEPT,
  versionId,
} from '#domain/culture/article.model'
import { writersOf } from '#domain/culture/article.rules'
import type { ArticleId } from '#domain/ids'
import type { Instant } from '#domain/instant'
import { oneOf } from '../documents'
import { mediaOf, releaseMedia } from '../media.claims'
import { copyRecords, draftRecords, goneRecords, versionRecords } from '../read/culture.read'

const MOST = 1000
const TRIES = 5

/**
 * Brings versions, public copies and the tombstone to what a draft says. It may be cut off anywhere and run again, also
 * beside itself: what a later revision of the draft said is left as it is.
 */
export const settle = async (draft: Draft, now: Instant): Promise<void> => {
  if (draft.isKept) await keepCurrent(draft)
  if (draft.copies.length > 0) {
    const ids = draft.copies.map(({ version }) => versionId(draft.id, version))
    await versionRecords().setWhere({ _id: oneOf(ids) }, { isPublished: true })
  }
  const stored = await copyRecords().list({ where: { articleId: draft.id }, orderBy: [['no', 'desc']], limit: MOST })
  if (draft.withdrawn) await leaveWord(draft, draft.withdrawn, stored)
  // The newest first: an article is there twice for a moment rather than not at all, and the newer one is read.
  for (const copy of [...draft.copies].reverse()) await showCopy(draft, copy)
  const meant = new Set(draft.copies.map(({ no }) => no))
  for (const copy of stored) if (!meant.has(copy.no) && copy.content !== null) await emptyCopy(draft, copy, now)
  // Until a new copy is shown the word of an earlier withdrawal stands; afterwards it is settled again.
  const isAwaited = !draft.withdrawn && draft.copies.length > 0 && draft.copies.every(({ from }) => from > now)
  if (isAwaited && (await goneRecords().find(draft.id))) return
  if (!draft.withdrawn && !isAwaited) await goneRecords().removeAll({ _id: draft.id })
  await draftRecords().setWhere({ _id: draft.id, rev: draft.rev }, { isSettled: true })
}

const keepCurrent = async (draft: Draft): Promise<void> => {
  const kept: Version = {
    id: versionId(draft.id, draft.version),
    rev: 0,
    hospitalId: draft.hospitalId,
    articleId: draft.id,
    version: draft.version,
    content: draft.content,
    at: draft.changedAt,
    by: draft.changedBy,
    writers: [...writersOf(draft, draft.changedAt)],
    isPublished: false,
  }
  if ((await versionRecords().insert(kept)) !== 'inserted') return
  await forgetOldVersions(draft)
  await letGo(draft)
}

/** The oldest beyond what is kept go; what was published stays. */
const forgetOldVersions = async (draft: Draft): Promise<void> => {
  const records = versionRecords()
  const unpublished = { articleId: draft.id, isPublished: false }
  const old = await records.list({
    where: unpublished,
    orderBy: [['version', 'desc']],
    skip: VERSIONS_KEPT,
    limit: MOST,
  })
  if (old.length === 0) return
  await records.removeAll({ _id: oneOf(old.map(({ id }) => id)), isPublished: false })
}

/** Pictures and recordings that neither the desk nor a version shows any more; one that is put back is claimed again. */
const letGo = async ({ id }: Draft): Promise<void> => {
  const owner = `article:${id}` as const
  const [held, desk] = await Promise.all([mediaOf(owner), draftRecords().find(id)])
  if (!desk) return
  const shown = new Set(mediaIn(desk.content).map(({ mediaId }) => mediaId))
  if (held.every((mediaId) => shown.has(mediaId))) return
  const versions = await versionRecords().list({ where: { articleId: id }, limit: MOST })
  for (const { mediaId } of versions.flatMap(({ content }) => mediaIn(content))) shown.add(mediaId)
  await releaseMedia(
    held.filter((mediaId) => !shown.has(mediaId)),
    owner,
  )
}

const contentOf = async (articleId: ArticleId, version: number): Promise<Version['content']> => {
  const kept = await versionRecords().find(versionId(articleId, version))
  if (!kept) throw new Error('a published version is not kept')
  return kept.content
}

const isSameCopy = (left: PublicCopy, right: PublicCopy): boolean =>
  left.from === right.from &&
  left.until === right.until &&
  left.at === right.at &&
  left.pinned === right.pinned &&
  (left.content === null) === (right.content === null)

const showCopy = async (draft: Draft, copy: Copy): Promise<void> => {
  const records = copyRecords()
  const content = await contentOf(draft.id, copy.version)
  const meant: PublicCopy = {
    id: copyId(draft.id, copy.no),
    rev: 0,
    hospitalId: draft.hospitalId,
    articleId: draft.id,
    no: copy.no,
    draftRev: draft.rev,
    version: copy.version,
    content,
    column: content.column,
    departmentId: content.departmentId,
    series: content.series,
    fiveClean: {
      medicine: content.fiveClean.includes('medicine'),
      care: content.fiveClean.includes('care'),
      governance: content.fiveClean.includes('governance'),
      ethics: content.fiveClean.includes('ethics'),
      insurance: content.fiveClean.includes('insurance'),
    },
    pinned: draft.pinned,
    at: draft.firstShownAt ?? copy.from,
    from: copy.from,
    until: copy.until ?? STAYS,
    isIndexed: false,
  }
  for (let tries = 0; tries < TRIES; tries += 1) {
    const stored = await records.find(meant.id)
    if (!stored) {
      if ((await records.insert(meant)) === 'inserted') return
    } else {
      if (stored.draftRev > draft.rev || isSameCopy(stored, meant)) return
      if (await records.replace({ ...meant, rev: stored.rev, isIndexed: stored.isIndexed })) return
    }
  }
  throw new Error('a copy is changed by many at once')
}

/** Its words go at once; the rest of it until the clock took it out of counts and postings. */
const emptyCopy = async (draft: Draft, copy: PublicCopy, now: Instant): Promise<void> => {
  const records = copyRecords()
  for (let stored: PublicCopy | null = copy, tries = 0; tries < TRIES; tries += 1) {
    if (!stored || stored.content === null || stored.draftRev > draft.rev) return
    const until = stored.until < now ? stored.until : now
    if (await records.replace({ ...stored, content: null, pinned: false, until, draftRev: draft.rev })) return
    stored = await records.find(copy.id)
  }
  throw new Error('a copy is changed by many at once')
}

/** The title is the one that was shown, whatever the desk wrote since. What nobody saw leaves nothing behind. */
const leaveWord = async (
  draft: Draft,
  { at, reason }: NonNullable<Draft['withdrawn']>,
  stored: readonly PublicCopy[],
): Promise<void> => {
  const shown = stored.find(({ content, from }) => content !== null && from <= at)
  if (!shown?.content || draft.copies.length > 0) return
  const { id, hospitalId } = draft
  const word = { id, rev: 0, hospitalId, title: shown.content.title, at, reason }
  const records = goneRecords()
  if ((await records.insert(word)) === 'inserted') return
  const earlier = await records.find(id)
  if (earlier && earlier.at < at) await records.replace({ ...word, rev: earlier.rev })
}

/** Settles what was cut off. Answers how many drafts. */
export const settleLeft = async (now: Instant, limit: number): Promise<number> => {
  const left = await draftRecords().list({ where: { isSettled: false }, orderBy: [['_id', 'asc']], limit })
  for (const draft of left) await settle(draft, now)
  return left.length
}
