import { type Actor, holds, type Role } from '../actor'
import type { DepartmentId, HospitalId, StaffId } from '../ids'
import type { MediaKind } from './desk.contract'
import { type DraftHead, type ReviewStep, reviewStepNames } from './article.model'

const where = (actor: Actor, ...roles: Role[]): HospitalId | null =>
  roles.some((role) => holds(actor, role)) ? (actor.staff?.hospitalId ?? null) : null

/** Writes for the culture pages, and sends pictures and files for them. */
export const writesCulture = (actor: Actor): HospitalId | null =>
  where(actor, 'editor', 'department_head', 'publicity', 'discipline')

/** Sends files for the culture pages; pictures also whoever works here, for a work of their own (作品). */
export const sendsMedia = (actor: Actor, kind: MediaKind): HospitalId | null =>
  writesCulture(actor) ??
  (kind === 'picture' && actor.staff && !holds(actor, 'supervisor') ? actor.staff.hospitalId : null)

/** Looks after the pages as a whole: what is shown, what is taken away, what is on top. */
export const keepsPages = (actor: Actor): HospitalId | null => where(actor, 'publicity', 'discipline')

export const readsFigures = (actor: Actor): HospitalId | null =>
  where(actor, 'editor', 'department_head', 'publicity', 'discipline', 'leader')

/** A colleague as the rules of the desk see them. */
export interface Colleague {
  readonly id: StaffId
  readonly departmentId: DepartmentId | null
  readonly roles: readonly Role[]
}

type Theirs = Pick<DraftHead, 'state' | 'authors' | 'content'>

const isOwn = (draft: Theirs, who: Colleague): boolean =>
  draft.authors.includes(who.id) ||
  (draft.content.departmentId !== null && draft.content.departmentId === who.departmentId)

const keeps = (who: Colleague): boolean => who.roles.includes('publicity') || who.roles.includes('discipline')

const isWriter = (who: Colleague): boolean =>
  keeps(who) || who.roles.includes('editor') || who.roles.includes('department_head')

/** May write in it: those who keep the pages in every article, others in their own and their department's. */
export const mayWrite = (draft: Theirs, who: Colleague): boolean => keeps(who) || (isWriter(who) && isOwn(draft, who))

/** May read it on the desk. What has passed review or is out is no secret among those who write. */
export const maySee = (draft: Theirs, who: Colleague): boolean => {
  if (!isWriter(who)) return false
  if (keeps(who) || isOwn(draft, who)) return true
  if (draft.state === 'approved' || draft.state === 'published') return true
  return draft.state === 'review' && draft.content.departmentId === null && who.roles.includes('department_head')
}

/**
 * Whoever writes in it reads every version. Others, who review it, read what is public beside it: earlier versions may say
 * what was taken out with good reason.
 */
export const mayReadVersion = (draft: Theirs & Pick<DraftHead, 'copies'>, version: number, who: Colleague): boolean =>
  mayWrite(draft, who) || draft.copies.some((copy) => copy.version === version)

/**
 * Whose post a step is (科室 → 宣传 → 纪检). Where no department is named, or its head wrote in it, any other head or a
 * publicity officer looks first: no step is left out.
 */
export const hasPostFor = (
  step: ReviewStep,
  { departmentId, headWrote }: { readonly departmentId: DepartmentId | null; readonly headWrote: boolean },
  who: Colleague,
): boolean => {
  if (step !== 'department') return who.roles.includes(step)
  const isHead = who.roles.includes('department_head')
  if (departmentId === null) return isHead || who.roles.includes('publicity')
  if (isHead && who.departmentId === departmentId) return true
  return headWrote && who.roles.includes('publicity')
}

/** Puts an article out, or back to another time. */
export const mayPublish = (who: Colleague): boolean => keeps(who)

/** Who should take a step, in words for those who cannot. */
export const postOf = (step: ReviewStep, departmentName: string | null, headWrote: boolean): string => {
  if (step !== 'department') return step === 'publicity' ? '宣传专员' : '纪检专员'
  if (departmentName === null) return '没有动过这一篇的科室负责人或宣传专员'
  return headWrote ? `没有动过这一篇的${departmentName}负责人或宣传专员` : `${departmentName}负责人`
}

export const stepInWords = (step: ReviewStep): string => `${reviewStepNames[step]}审核`
