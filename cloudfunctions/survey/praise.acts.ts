import type { Actor } from '#domain/actor'
import type { ErrorCode } from '#domain/errors'
import type { PraiseId, StaffId } from '#domain/ids'
import { beijingDay, type Day, type Instant } from '#domain/instant'
import { err, ok, type Result } from '#domain/result'
import type { Praise } from '#domain/survey/praise.model'
import { reviewsPraise } from '#domain/survey/survey.access'
import { departmentNames } from '#runtime/read/hospital.read'
import { praiseRepository } from './praise.repository'
import { rowsOf } from './praise.views'

/** How often a phone's own change is tried again behind a colleague's. */
const TRIES = 4

export const rowFor = async (praise: Praise) => {
  const [row] = await rowsOf([praise], await departmentNames(praise.hospitalId))
  if (!row) throw new Error('one praise makes one row')
  return row
}

/** What the phone that wrote it changes goes through behind whatever a colleague wrote meanwhile. */
export const changedByWriter = async <C extends ErrorCode>(
  id: PraiseId,
  change: (praise: Praise) => Result<Praise, C>,
): Promise<Result<Praise, C | 'praise.unknown' | 'data.changed'>> => {
  const praises = praiseRepository()
  for (let tries = 0; tries < TRIES; tries += 1) {
    const praise = await praises.find(id)
    if (!praise) return err('praise.unknown')
    const changed = change(praise)
    if (!changed.ok || changed.value === praise) return changed
    const written = await praises.replace(changed.value)
    if (written) return ok(written)
  }
  return err('data.changed')
}

interface Seen {
  readonly id: PraiseId
  readonly rev: number
}

interface Done {
  readonly today: Day
  readonly by: StaffId
}

const isSame = (left: Praise, right: Praise): boolean => JSON.stringify(left) === JSON.stringify(right)

/** Read, decide, write. What is so already is answered as it is, whichever revision was seen. */
export const act = async <C extends ErrorCode>(
  { id, rev }: Seen,
  { actor, now }: { readonly actor: Actor; readonly now: Instant },
  decide: (praise: Praise, done: Done) => Result<Praise, C> | Promise<Result<Praise, C>>,
) => {
  const hospitalId = reviewsPraise(actor)
  const by = actor.staff?.id
  if (!hospitalId || !by) return err('auth.forbidden')
  const praises = praiseRepository()
  const praise = await praises.find(id)
  if (!praise || praise.hospitalId !== hospitalId) return err('praise.unknown')
  const decided = await decide(praise, { today: beijingDay(now), by })
  if (decided.ok && isSame(decided.value, praise)) return ok(await rowFor(praise))
  if (praise.rev !== rev) return err('data.changed')
  if (!decided.ok) return decided
  const written = await praises.replace(decided.value)
  return written ? ok(await rowFor(written)) : err('data.changed')
}
