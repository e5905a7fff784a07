import { actsOf, waitsFor, whyNot } from '#domain/culture/article.acts'
import { unfinishedIn } from '#domain/culture/article.finished'
import { mediaIn } from '#domain/culture/article.media'
import type { Draft, DraftHead } from '#domain/culture/article.model'
import { type Act, isShown, stepOf, writersOf } from '#domain/culture/article.rules'
import type { DraftRow, DraftView } from '#domain/culture/desk.contract'
import type { StaffRecord } from '#domain/hospital/staff.model'
import type { DepartmentId, StaffId } from '#domain/ids'
import type { Instant } from '#domain/instant'
import { mediaLinks } from '#runtime/media.claims'
import { departmentNames } from '#runtime/read/hospital.read'
import type { Colleague } from '#domain/culture/article.access'
import { deskRepository } from './desk.repository'

type People = ReadonlyMap<StaffId, StaffRecord>
type Names = ReadonlyMap<DepartmentId, string>

const UNKNOWN = '已离开的同事'

export interface Beholder {
  readonly who: Colleague
  readonly now: Instant
}

const headWroteIn = (draft: DraftHead, now: Instant, people: People): boolean => {
  const { departmentId } = draft.content
  return writersOf(draft, now).some((id) => {
    const person = people.get(id)
    return person?.roles.includes('department_head') === true && person.departmentId === departmentId
  })
}

/** The act of somebody on this draft, with what has to be looked up for it. */
export const actOn = async (draft: Draft, { who, now }: Beholder): Promise<Act> => {
  const people = await deskRepository().staff(writersOf(draft, now))
  return { who, now, headWrote: headWroteIn(draft, now, people) }
}

const departmentNameOf = (draft: DraftHead, names: Names): string | null => {
  const { departmentId } = draft.content
  return departmentId === null ? null : (names.get(departmentId) ?? departmentId)
}

const lastOf = ({ copies }: DraftHead) => copies[copies.length - 1]

export const viewOf = async (draft: Draft, beholder: Beholder): Promise<DraftView> => {
  const { who, now } = beholder
  const last = lastOf(draft)
  const writers = writersOf(draft, now)
  const [people, names, media] = await Promise.all([
    deskRepository().staff([
      ...writers,
      ...draft.approvals.map(({ by }) => by),
      ...[draft.sentBack?.by, draft.withdrawn?.by, last?.by].flatMap((id) => id ?? []),
    ]),
    departmentNames(draft.hospitalId),
    mediaLinks(mediaIn(draft.content).map(({ mediaId }) => mediaId)),
  ])
  const personOf = (id: StaffId) => ({ name: people.get(id)?.name ?? UNKNOWN, mine: id === who.id })
  const act: Act = { who, now, headWrote: headWroteIn(draft, now, people) }
  const { id, rev, content, state, pinned, version, changedAt, sentBack, withdrawn } = draft
  const departmentName = departmentNameOf(draft, names)
  return {
    id,
    rev,
    content,
    state,
    pinned,
    version,
    changedAt,
    departmentName,
    media,
    writers: writers.map(personOf),
    approvals: draft.approvals.map((approval) => ({ ...approval, by: personOf(approval.by) })),
    sentBack: sentBack && { ...sentBack, by: personOf(sentBack.by) },
    step: stepOf(draft),
    publishAt: last?.from ?? null,
    goneAt: last?.until ?? null,
    shown: draft.copies.some((copy) => isShown(copy, now)),
    publishedBy: last ? personOf(last.by) : null,
    withdrawn: withdrawn && { ...withdrawn, by: personOf(withdrawn.by) },
    acts: actsOf(draft, act),
    why: whyNot(draft, act, departmentName),
    unfinished: unfinishedIn(content),
  }
}

/** Rows of a queue, and which of the drafts wait for who asks. */
export const rowsOf = async (
  drafts: readonly DraftHead[],
  { who, now }: Beholder,
  names: Names,
): Promise<DraftRow[]> => {
  const people = await deskRepository().staff(drafts.flatMap((draft) => writersOf(draft, now)))
  return drafts.map((draft) => {
    const last = lastOf(draft)
    const { id, state, changedAt, pinned, content } = draft
    return {
      id,
      state,
      changedAt,
      pinned,
      title: content.title,
      column: content.column,
      step: stepOf(draft),
      departmentName: departmentNameOf(draft, names),
      writers: writersOf(draft, now).map((writer) => people.get(writer)?.name ?? UNKNOWN),
      publishAt: last?.from ?? null,
      goneAt: last?.until ?? null,
      shown: draft.copies.some((copy) => isShown(copy, now)),
      mine: waitsFor(draft, { who, now, headWrote: headWroteIn(draft, now, people) }),
    }
  })
}
