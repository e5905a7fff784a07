import { keepsPages, mayReadVersion, maySee, mayWrite } from '#domain/culture/article.access'
import { mediaIn } from '#domain/culture/article.media'
import type { ArticleContent, Draft } from '#domain/culture/article.model'
import {
  type Act,
  approve,
  isSameContent,
  keepVersion,
  mayRemove,
  pin,
  publish,
  restore,
  save,
  sendBack,
  sendForReview,
  startDraft,
  takeBack,
  withdraw,
} from '#domain/culture/article.rules'
import { blocksText } from '#domain/culture/block.model'
import type { deskActions } from '#domain/culture/desk.contract'
import { mediaLinks, claimMedia, mediaOf, releaseMedia } from '#runtime/media.claims'
import { err, ok } from '#domain/result'
import type { ArticleId, HospitalId } from '#domain/ids'
import { lengthOf } from '#domain/text'
import { shelfNow } from '#runtime/culture/shelf'
import { departmentKey, departmentRecords, departmentsOf } from '#runtime/read/hospital.read'
import type { ActionHandlers } from '#runtime/serve'
import type { OpenCulture } from './culture.open'
import { act, deskOf, seen, takeAlong, written } from './desk.acts'
import { deskRepository } from './desk.repository'
import { rowsOf, viewOf } from './desk.views'
import { readingFiguresOf } from './reading.views'

const PAGE = 20

/** What an article names is there: its department, its pictures and recordings. */
const claimed = async (
  hospitalId: HospitalId,
  id: ArticleId,
  content: ArticleContent,
  before: ArticleContent | null,
) => {
  const { departmentId } = content
  const isNew = departmentId !== null && departmentId !== before?.departmentId
  if (isNew && !(await departmentRecords().find(departmentKey(hospitalId, departmentId)))) {
    return err('hospital.department_unknown', ['content.departmentId'])
  }
  const known = new Set(before ? mediaIn(before).map(({ mediaId }) => mediaId) : [])
  const added = mediaIn(content).filter(({ mediaId }) => !known.has(mediaId))
  const taken = await claimMedia(hospitalId, added, `article:${id}`)
  return taken === 'claimed' ? ok(null) : err('media.unknown', ['content.blocks'])
}

/** Somebody else's words are kept before they are written over. */
const keptFor = async (draft: Draft, { who, now }: Pick<Act, 'who' | 'now'>): Promise<Draft | null> =>
  draft.isKept || draft.changedBy === who.id ? draft : written(keepVersion(draft), now)

export const deskHandlers: ActionHandlers<typeof deskActions, OpenCulture> = {
  async drafts({ queue, skip }, { hospitals, ...context }) {
    const desk = deskOf(context)
    if (!desk) return err('auth.forbidden')
    const { hospitalId, who } = desk
    const repository = deskRepository()
    const [hospital, atWork, published, withdrawn, departments, shelf] = await Promise.all([
      hospitals.find(hospitalId),
      repository.atWork(hospitalId),
      repository.count(hospitalId, 'published'),
      repository.allIn(hospitalId, 'withdrawn'),
      departmentsOf(hospitalId),
      shelfNow(hospitalId, context.now),
    ])
    if (!hospital) return err('hospital.not_founded')
    const names = new Map(departments.map(({ id, name }) => [id, name]))
    const visible = [...atWork, ...withdrawn].filter((draft) => maySee(draft, who))
    const rows = (await rowsOf(visible, desk, names)).sort((left, right) => right.changedAt - left.changedAt)
    const of = (state: Draft['state']) => rows.filter((row) => row.state === state)
    const mine = rows.filter((row) => row.mine)
    const wanted =
      queue === 'published'
        ? await rowsOf(await repository.inState(hospitalId, 'published', skip, PAGE + 1), desk, names)
        : (queue === 'mine' ? mine : of(queue)).slice(skip, skip + PAGE + 1)
    return ok({
      rows: wanted.slice(0, PAGE),
      more: wanted.length > PAGE,
      counts: {
        mine: mine.length,
        writing: of('writing').length,
        review: of('review').length,
        approved: of('approved').length,
        published,
        withdrawn: of('withdrawn').length,
      },
      keepsPages: keepsPages(context.actor) !== null,
      departments: departments.filter(({ retired }) => !retired).map(({ id, name }) => ({ id, name })),
      series: shelf.series.map(({ name }) => name),
    })
  },

  async draft({ id }, context) {
    const desk = deskOf(context)
    if (!desk) return err('auth.forbidden')
    const found = await seen(id, context)
    return found.ok ? ok(await viewOf(found.value, desk)) : found
  },

  async saveDraft({ id, rev, content, keep }, { hospitals, ...context }) {
    const desk = deskOf(context)
    if (!desk) return err('auth.forbidden')
    const { hospitalId, who, now } = desk
    if (!(await hospitals.find(hospitalId))) return err('hospital.not_founded')
    const repository = deskRepository()
    const stored = await repository.find(id)
    if (!stored) {
      if (rev !== null) return err('article.unknown')
      const checked = await claimed(hospitalId, id, content, null)
      if (!checked.ok) return checked
      const draft = startDraft({ id, hospitalId, content }, keep, { who, now, headWrote: false })
      if ((await repository.insert(draft)) === 'inserted') {
        const found = await seen(id, context)
        return found.ok ? ok(await viewOf(found.value, desk)) : found
      }
    }
    const found = await seen(id, context)
    if (!found.ok) return found
    const draft = found.value
    const isSame = isSameContent(draft.content, content)
    if (!mayWrite(draft, who)) return err('auth.forbidden')
    // A retry of what arrived already, or nothing new; other words need the revision that was read.
    if (!isSame && draft.rev !== rev) return err('data.changed')
    const checked = await claimed(hospitalId, id, content, draft.content)
    if (!checked.ok) return checked
    const base = isSame ? draft : await keptFor(draft, desk)
    const saved = base && save(base, content, keep, { who, now, headWrote: false })
    if (!saved) return err('data.changed')
    if (!saved.ok) return saved
    const kept = saved.value === base ? base : await written(saved.value, now)
    return kept ? ok(await viewOf(kept, desk)) : err('data.changed')
  },

  async draftVersions({ id }, context) {
    const desk = deskOf(context)
    if (!desk) return err('auth.forbidden')
    const found = await seen(id, context)
    if (!found.ok) return found
    const kept = await deskRepository().versions(id)
    const versions = kept.filter(({ version }) => mayReadVersion(found.value, version, desk.who))
    const people = await deskRepository().staff(versions.map(({ by }) => by))
    return ok({
      versions: versions.map(({ version, at, by, content, isPublished }) => ({
        version,
        at,
        by: { name: people.get(by)?.name ?? '已离开的同事', mine: by === desk.who.id },
        title: content.title,
        length: lengthOf(blocksText(content.blocks)),
        published: isPublished,
      })),
    })
  },

  async draftVersion({ id, version }, context) {
    const desk = deskOf(context)
    if (!desk) return err('auth.forbidden')
    const found = await seen(id, context)
    if (!found.ok) return found
    if (!mayReadVersion(found.value, version, desk.who)) return err('auth.forbidden')
    const kept = await deskRepository().version(id, version)
    if (!kept) return err('article.unknown')
    const media = await mediaLinks(mediaIn(kept.content).map(({ mediaId }) => mediaId))
    return ok({ content: kept.content, media })
  },

  async restoreVersion({ id, rev, version }, context) {
    const desk = deskOf(context)
    if (!desk) return err('auth.forbidden')
    const found = await seen(id, context)
    if (!found.ok) return found
    const draft = found.value
    const wanted = await deskRepository().version(id, version)
    if (!wanted) return err('article.unknown')
    if (!mayWrite(draft, desk.who)) return err('auth.forbidden')
    if (isSameContent(draft.content, wanted.content)) return ok(await viewOf(draft, desk))
    if (draft.rev !== rev) return err('data.changed')
    const kept = draft.isKept ? draft : await written(keepVersion(draft), context.now)
    if (!kept) return err('data.changed')
    const restored = restore(kept, wanted, { ...desk, headWrote: false })
    if (!restored.ok) return restored
    const stored = await written(restored.value, context.now)
    return stored ? ok(await viewOf(stored, desk)) : err('data.changed')
  },

  async removeDraft({ id, rev }, context) {
    const desk = deskOf(context)
    if (!desk) return err('auth.forbidden')
    const found = await seen(id, context)
    if (!found.ok) return found
    const removable = mayRemove(found.value, { ...desk, headWrote: false })
    if (!removable.ok) return removable
    if (found.value.rev !== rev || (await deskRepository().remove(found.value)) === 0) return err('data.changed')
    await deskRepository().removeVersions(id)
    await releaseMedia(await mediaOf(`article:${id}`), `article:${id}`)
    return ok({})
  },

  sendForReview: (which, context) => act(which, context, sendForReview),

  takeBackDraft: (which, context) => act(which, context, takeBack),

  approveDraft: ({ step, deidentified, ...which }, context) =>
    act(which, context, (draft, by) => approve(draft, step, deidentified, by)),

  sendDraftBack: ({ reason, ...which }, context) => act(which, context, (draft, by) => sendBack(draft, reason, by)),

  async publishDraft({ publishAt, goneAt, ...which }, context) {
    const published = await act(which, context, (draft, by) => publish(draft, { publishAt, goneAt }, by))
    const desk = deskOf(context)
    if (published.ok && desk) await takeAlong(desk.hospitalId, context.now)
    return published
  },

  pinArticle: ({ pinned, ...which }, context) => act(which, context, (draft, by) => pin(draft, pinned, by)),

  withdrawArticle: ({ reason, ...which }, context) => act(which, context, (draft, by) => withdraw(draft, reason, by)),

  readingFigures: ({ from, to }, { hospitals, ...context }) => readingFiguresOf(from, to, hospitals, context),
}
