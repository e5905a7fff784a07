import type { Actor } from '#domain/actor'
import { seesActivity, writesActivity } from '#domain/culture/activity.access'
import type { Activity } from '#domain/culture/activity.model'
import type { ErrorCode } from '#domain/errors'
import type { ActivityId, StaffId } from '#domain/ids'
import type { Instant } from '#domain/instant'
import { err, ok, type Result } from '#domain/result'
import { activityRepository } from './activity.repository'
import { viewFor } from './activity.views'
import { attendanceRepository } from './attendance.repository'

interface Seen {
  readonly id: ActivityId
  readonly rev: number
}

interface Caller {
  readonly actor: Actor
  readonly now: Instant
}

interface Done {
  readonly now: Instant
  readonly by: StaffId
}

const isSame = (left: Activity, right: Activity): boolean => JSON.stringify(left) === JSON.stringify(right)

/** How often the number of those who checked in is written again behind somebody else's change. */
const TRIES = 6

/** An activity that the caller may see on the desk. */
export const seen = async (id: ActivityId, actor: Actor): Promise<Activity | null> => {
  const activity = await activityRepository().find(id)
  return activity && seesActivity(actor, activity) ? activity : null
}

/** An activity that the caller may write; one they may only look at is refused as such. */
export const writable = async (
  id: ActivityId,
  actor: Actor,
): Promise<Result<Activity, 'auth.forbidden' | 'activity.unknown'>> => {
  const activity = await seen(id, actor)
  if (!activity) return err('activity.unknown')
  return writesActivity(actor, activity) ? ok(activity) : err('auth.forbidden')
}

/**
 * Read, decide, write. What is so already is answered as it is, whichever revision was seen.
 * `may`: whether this activity is the caller's to act on.
 */
export const act = async <C extends ErrorCode>(
  { id, rev }: Seen,
  { actor, now }: Caller,
  may: (actor: Actor, activity: Activity) => boolean,
  decide: (activity: Activity, done: Done) => Result<Activity, C> | Promise<Result<Activity, C>>,
) => {
  const by = actor.staff?.id
  if (!by) return err('auth.forbidden')
  const activity = await seen(id, actor)
  if (!activity) return err('activity.unknown')
  if (!may(actor, activity)) return err('auth.forbidden')
  const decided = await decide(activity, { now, by })
  if (decided.ok && isSame(decided.value, activity)) return ok(await viewFor(activity, actor, now))
  if (activity.rev !== rev) return err('data.changed')
  if (!decided.ok) return decided
  const written = await activityRepository().replace(decided.value)
  return written ? ok(await viewFor(await settleCheckedIn(written), actor, now)) : err('data.changed')
}

/**
 * Brings the number of those who checked in to an activity that was held up to who is in the list: whoever checked in
 * while it was being written down is not lost.
 */
export const settleCheckedIn = async (activity: Activity): Promise<Activity> => {
  const activities = activityRepository()
  let latest = activity
  for (let tries = 0; tries < TRIES; tries += 1) {
    if (latest.state !== 'done' || latest.checkedIn === null) return latest
    const checkedIn = await attendanceRepository().count(latest.id, 'there')
    // Nobody goes away again: where fewer are in the list, their names were kept long enough.
    if (checkedIn <= latest.checkedIn) return latest
    const written = await activities.replace({ ...latest, checkedIn })
    if (written) latest = written
    else latest = (await activities.find(latest.id)) ?? latest
  }
  return latest
}
