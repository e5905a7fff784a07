import type { Actor } from '#domain/actor'
import { type Colleague, maySee, writesCulture } from '#domain/culture/article.access'
import type { Draft } from '#domain/culture/article.model'
import type { Act } from '#domain/culture/article.rules'
import type { ErrorCode } from '#domain/errors'
import type { ArticleId, HospitalId } from '#domain/ids'
import type { Instant } from '#domain/instant'
import { err, ok, type Result } from '#domain/result'
import { countWaiting, indexCopies } from '#runtime/culture/postings'
import { settle, settleLeft } from '#runtime/culture/settle'
import { deskRepository } from './desk.repository'
import { actOn, type Beholder, viewOf } from './desk.views'

interface Context {
  readonly actor: Actor
  readonly now: Instant
}

/** Whoever works at the desk, and where. */
export const deskOf = ({ actor, now }: Context): (Beholder & { readonly hospitalId: HospitalId }) | null => {
  const hospitalId = writesCulture(actor)
  if (!hospitalId || !actor.staff) return null
  const { id, departmentId, roles } = actor.staff
  const who: Colleague = { id, departmentId, roles }
  return { hospitalId, who, now }
}

/** A draft that somebody may see, as it really is: what was cut off earlier is done first. */
export const seen = async (
  id: ArticleId,
  context: Context,
): Promise<Result<Draft, 'auth.forbidden' | 'article.unknown'>> => {
  const desk = deskOf(context)
  if (!desk) return err('auth.forbidden')
  const draft = await deskRepository().find(id)
  if (!draft || draft.hospitalId !== desk.hospitalId || !maySee(draft, desk.who)) return err('article.unknown')
  if (!draft.isSettled) await settle(draft, context.now)
  return ok(draft)
}

/** So many articles may wait to be posted before a publishing takes some along. */
const WAITING_MAX = 30
/** Each has some hundred postings: more than a few would make a publisher wait. */
const POSTED_ALONG = 2
/** Left behind by others, taken along with one's own. */
const OTHERS_SETTLED = 3

/** What a publishing takes along, so that nothing waits for the night. */
export const takeAlong = async (hospitalId: HospitalId, now: Instant): Promise<void> => {
  await settleLeft(now, OTHERS_SETTLED)
  if ((await countWaiting(hospitalId)) > WAITING_MAX) await indexCopies(hospitalId, now, POSTED_ALONG)
}

/** Writes what was decided, and brings copies and versions to it; null when a colleague wrote first. */
export const written = async (draft: Draft, now: Instant): Promise<Draft | null> => {
  const stored = await deskRepository().replace(draft)
  if (stored && !stored.isSettled) await settle(stored, now)
  return stored
}

/** Read, decide, write. What is so already is answered as it is, whichever revision was seen. */
export const act = async <C extends ErrorCode>(
  { id, rev }: { readonly id: ArticleId; readonly rev: number },
  context: Context,
  decide: (draft: Draft, act: Act) => Result<Draft, C>,
) => {
  const desk = deskOf(context)
  if (!desk) return err('auth.forbidden')
  const found = await seen(id, context)
  if (!found.ok) return found
  const draft = found.value
  const decided = decide(draft, await actOn(draft, desk))
  if (decided.ok && decided.value === draft) return ok(await viewOf(draft, desk))
  if (draft.rev !== rev) return err('data.changed')
  if (!decided.ok) return decided
  const stored = await written(decided.value, context.now)
  return stored ? ok(await viewOf(stored, desk)) : err('data.changed')
}
