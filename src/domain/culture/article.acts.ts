import { hasPostFor, mayPublish, mayWrite, postOf, stepInWords } from './article.access'
import type { DraftHead, ReviewStep } from './article.model'
import { type Act, isOut, stepOf, writersOf } from './article.rules'
import type { DeskAct } from './desk.contract'

const isLast = (draft: DraftHead): boolean => draft.approvals.length === 2

/** Whether their pass would leave one reviewer for all three steps. */
const isOnlyReviewer = (draft: DraftHead, { who }: Act): boolean =>
  isLast(draft) && draft.approvals.every(({ by }) => by === who.id)

const hasPost = (draft: DraftHead, step: ReviewStep, { who, headWrote }: Act): boolean =>
  hasPostFor(step, { departmentId: draft.content.departmentId, headWrote }, who)

/** Whose words are put out: those of the last copy where nothing was written since. */
const wroteIt = (draft: DraftHead, { who, now }: Act): boolean =>
  draft.state === 'published'
    ? (draft.copies[draft.copies.length - 1]?.writers.includes(who.id) ?? false)
    : writersOf(draft, now).includes(who.id)

/** What somebody may do with it now. Nothing here is not refused by the rules as well. */
export const actsOf = (draft: DraftHead, act: Act): DeskAct[] => {
  const { who, now } = act
  const { state } = draft
  const step = stepOf(draft)
  const writes = mayWrite(draft, who)
  const reviews = step !== null && hasPost(draft, step, act) && !writersOf(draft, now).includes(who.id)
  const keeps = mayPublish(who)
  const acts: readonly (readonly [DeskAct, boolean])[] = [
    ['write', writes],
    ['sendForReview', writes && state === 'writing'],
    ['approve', reviews && !isOnlyReviewer(draft, act)],
    ['sendBack', reviews],
    ['publish', keeps && (state === 'approved' || state === 'published') && !wroteIt(draft, act)],
    ['pin', keeps && (state === 'approved' || isOut(draft, now))],
    ['withdraw', keeps && isOut(draft, now)],
    ['takeBack', writes && (state === 'review' || state === 'approved')],
  ]
  return acts.flatMap(([name, may]) => (may ? [name] : []))
}

/** Why the next step is not theirs, in a sentence; null: it is, or nobody waits. */
export const whyNot = (draft: DraftHead, act: Act, departmentName: string | null): string | null => {
  const { who, headWrote } = act
  const step = stepOf(draft)
  if (step) {
    const post = postOf(step, departmentName, headWrote)
    if (!hasPost(draft, step, act)) return `现在是${stepInWords(step)}，等${post}来看。`
    if (writersOf(draft, act.now).includes(who.id)) return `您写过这一篇，${stepInWords(step)}要请另一位${post}来看。`
    if (isOnlyReviewer(draft, act)) return '前两道都是您审的，这一道要请另一位同事来看。'
    return null
  }
  if (draft.state !== 'approved') return null
  if (!mayPublish(who)) return '三道都审过了，等宣传专员或纪检专员发布。'
  return wroteIt(draft, act) ? '您写过这一篇，要请另一位宣传专员或纪检专员发布。' : null
}

/** The next move is theirs. */
export const waitsFor = (draft: DraftHead, act: Act): boolean => {
  const acts = actsOf(draft, act)
  if (draft.state === 'writing') return writersOf(draft, act.now).includes(act.who.id)
  if (draft.state === 'review') return acts.includes('approve')
  return draft.state === 'approved' && acts.includes('publish')
}
