import type { ActivityId, HospitalId, StaffId } from '../ids'
import { beijingDay, type Instant, monthOf } from '../instant'
import { err, ok } from '../result'
import { type Activity, type ActivityKind, extraNames, type Outcome, type Plan, type Release } from './activity.model'

interface Act {
  readonly now: Instant
  readonly by: StaffId
}

interface Begun {
  readonly id: ActivityId
  readonly hospitalId: HospitalId
}

const asLookedUp = (plan: Plan) => ({
  plan,
  kind: plan.matter.kind,
  day: plan.day,
  month: monthOf(plan.day),
  departmentId: plan.departmentId,
})

const writtenBy = (activity: Activity, { by, now }: Act): Activity => ({
  ...activity,
  writers: [...new Set([...activity.writers, by])],
  changedAt: now,
})

export const planActivity = ({ id, hospitalId }: Begun, plan: Plan, { by, now }: Act): Activity => ({
  id,
  rev: 0,
  hospitalId,
  ...asLookedUp(plan),
  state: 'planned',
  outcome: null,
  checkedIn: null,
  cancelled: null,
  organiser: by,
  writers: [by],
  release: null,
  released: false,
  changedAt: now,
})

const isSame = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right)

/** Also after it was held: a mistyped title is put right, and what the public reads stays until it is released again. */
export const changePlan = (activity: Activity, plan: Plan, act: Act) => {
  if (activity.state === 'cancelled') return err('activity.finished')
  if (isSame(plan, activity.plan)) return ok(activity)
  if (activity.state === 'done' && plan.day > beijingDay(act.now)) return err('activity.not_yet', ['plan.day'])
  return ok(writtenBy({ ...activity, ...asLookedUp(plan) }, act))
}

/** What the kind does not count is not kept. */
const fitting = (outcome: Outcome, kind: ActivityKind): Outcome =>
  extraNames[kind] === null ? { ...outcome, extra: null } : outcome

/** 办完了, or the same again with other words. `checkedIn`: how many did, null where nobody could. */
export const finish = (activity: Activity, given: Outcome, checkedIn: number | null, act: Act) => {
  if (activity.state === 'cancelled') return err('activity.finished')
  if (activity.day > beijingDay(act.now)) return err('activity.not_yet', ['plan.day'])
  if (given.headsBy === 'check_in' && checkedIn === null) return err('activity.nothing_counted', ['headsBy'])
  if (given.evidence.some(({ kind, open, name }) => kind === 'picture' && open && name === '')) {
    return err('activity.evidence_unnamed', ['evidence'])
  }
  const outcome = fitting(given, activity.kind)
  if (activity.state === 'done' && isSame(outcome, activity.outcome)) return ok(activity)
  return ok<Activity>(writtenBy({ ...activity, state: 'done', outcome, checkedIn }, act))
}

/** 不办了; after it was held 作废: what was written down by mistake counts nowhere and is shown to nobody. */
export const cancel = (activity: Activity, reason: string, act: Act) => {
  if (activity.state === 'cancelled') {
    return activity.cancelled?.reason === reason ? ok(activity) : err('activity.finished')
  }
  return ok<Activity>({
    ...activity,
    state: 'cancelled',
    cancelled: { reason, by: act.by, at: act.now },
    release: null,
    released: false,
    changedAt: act.now,
  })
}

/** The activity's number of people (人次); null: nobody counted, or it does not count. */
export const headsOf = ({
  state,
  outcome,
  checkedIn,
}: Pick<Activity, 'state' | 'checkedIn'> & {
  readonly outcome: Pick<Outcome, 'entered' | 'headsBy'> | null
}): number | null => {
  if (state !== 'done' || !outcome) return null
  return outcome.headsBy === 'check_in' ? checkedIn : outcome.entered
}

/** What everybody would see of it now. */
const releaseOf = (activity: Activity, outcome: Outcome, { by, now }: Act): Release => ({
  matter: activity.plan.matter,
  title: activity.plan.title,
  day: activity.day,
  departmentId: activity.departmentId,
  series: activity.plan.series,
  heads: headsOf(activity),
  extra: outcome.extra,
  text: outcome.publicText,
  photos: outcome.evidence.flatMap(({ kind, open, mediaId, name }) =>
    kind === 'picture' && open ? [{ mediaId, alt: name }] : [],
  ),
  by,
  at: now,
  writers: activity.writers,
})

/** 放出去: by somebody who wrote nothing of it. */
export const release = (activity: Activity, act: Act) => {
  if (activity.state !== 'done' || !activity.outcome) return err('activity.not_done')
  if (activity.writers.includes(act.by)) return err('activity.own_words')
  return ok<Activity>({
    ...activity,
    release: releaseOf(activity, activity.outcome, act),
    released: true,
    writers: [],
    changedAt: act.now,
  })
}

/** Off the public pages again; whoever had written it may still not be the one to bring it back. */
export const takeBack = (activity: Activity, { now }: Act): Activity => {
  if (!activity.release) return activity
  const writers = [...new Set([...activity.release.writers, ...activity.writers])]
  return { ...activity, release: null, released: false, writers, changedAt: now }
}

/** It was released as it stands: nothing changed since. */
export const isReleasedAsItIs = ({ released, writers }: Pick<Activity, 'released' | 'writers'>): boolean =>
  released && writers.length === 0
