import type { DepartmentId, HospitalId, StaffId, WorkId } from '../ids'
import { beijingDay, type Instant } from '../instant'
import { err, ok } from '../result'
import { blocksText } from './block.model'
import type { Work, WorkContent } from './work.model'

interface Act {
  readonly now: Instant
  readonly by: StaffId
}

interface Author {
  readonly id: WorkId
  readonly hospitalId: HospitalId
  readonly departmentId: DepartmentId | null
}

/** Neither words nor a picture. */
const isEmpty = ({ blocks }: WorkContent): boolean =>
  blocksText(blocks).trim() === '' && !blocks.some(({ kind }) => kind === 'image')

const asHandedIn = (content: WorkContent, now: Instant) => ({
  content,
  kind: content.kind,
  activityId: content.activityId,
  state: 'submitted' as const,
  submittedAt: now,
  shownOn: null,
  shownBy: null,
  said: null,
})

export const submit = (author: Author, content: WorkContent, { by, now }: Act) => {
  if (isEmpty(content)) return err('work.empty', ['content.blocks'])
  return ok<Work>({ ...author, rev: 0, author: by, ...asHandedIn(content, now) })
}

/** Other words, or again after it came back: a second person looks at it anew, and it leaves the gallery meanwhile. */
export const resubmit = (work: Work, content: WorkContent, { by, now }: Act) => {
  if (work.author !== by) return err('work.unknown')
  if (isEmpty(content)) return err('work.empty', ['content.blocks'])
  const unchanged = JSON.stringify(work.content) === JSON.stringify(content)
  if (unchanged && (work.state === 'submitted' || work.state === 'shown')) return ok(work)
  return ok<Work>({ ...work, ...asHandedIn(content, now) })
}

/** Into the gallery. Not by its author. */
export const show = (work: Work, { by, now }: Act) => {
  if (work.author === by) return err('work.own')
  if (work.state === 'shown') return ok(work)
  if (work.state !== 'submitted') return err('work.finished')
  return ok<Work>({ ...work, state: 'shown', shownOn: beijingDay(now), shownBy: by, said: null })
}

export const sendBack = (work: Work, reason: string, { by, now }: Act) => {
  if (work.author === by) return err('work.own')
  if (work.state !== 'submitted') return err('work.finished')
  return ok<Work>({ ...work, state: 'sent_back', said: { reason, by, at: now } })
}

/** By a reviewer, with a reason the author reads. */
export const takeDown = (work: Work, reason: string, { by, now }: Act) => {
  if (work.state !== 'shown') return err('work.finished')
  return ok<Work>({ ...work, state: 'withdrawn', shownOn: null, shownBy: null, said: { reason, by, at: now } })
}

/** By the author, whenever they like: consent can be taken back, and no reason is asked for. */
export const withdraw = (work: Work, { by }: Pick<Act, 'by'>) => {
  if (work.author !== by) return err('work.unknown')
  if (work.state === 'withdrawn') return ok(work)
  return ok<Work>({ ...work, state: 'withdrawn', shownOn: null, shownBy: null, said: null })
}
