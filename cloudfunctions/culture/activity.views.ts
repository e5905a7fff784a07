import type { Actor } from '#domain/actor'
import { keepsAllActivities, releasesActivity, seesAttendance, writesActivity } from '#domain/culture/activity.access'
import type { ActivityAct, ActivityRow, ActivityView, OpenActivity } from '#domain/culture/activity.contract'
import type { Activity } from '#domain/culture/activity.model'
import { headsOf, isReleasedAsItIs } from '#domain/culture/activity.rules'
import { isOpen } from '#domain/culture/attendance.rules'
import type { DepartmentId, StaffId } from '#domain/ids'
import { beijingDay, type Day, type Instant } from '#domain/instant'
import { fileLinks } from '#runtime/media.claims'
import { departmentNames } from '#runtime/read/hospital.read'
import { staffNames } from '#runtime/read/staff.read'
import { attendanceRepository } from './attendance.repository'
import { workRepository } from './work.repository'

type Names = ReadonlyMap<DepartmentId, string>

export const departmentNameOf = (departmentId: DepartmentId | null, names: Names): string | null =>
  departmentId === null ? null : (names.get(departmentId) ?? departmentId)

/** Of what was released alone: a change since then is not in it. */
export const openOf = (activity: Activity, names: Names): OpenActivity[] => {
  const { id, release } = activity
  if (!release) return []
  const { matter, title, day, departmentId, series, heads, extra, text, photos } = release
  const departmentName = departmentNameOf(departmentId, names)
  return [{ id, matter, title, day, departmentName, series, heads, extra, text, photos: photos.length }]
}

export const rowOf = (activity: Activity, names: Names, today: Day): ActivityRow => ({
  id: activity.id,
  kind: activity.kind,
  title: activity.plan.title,
  day: activity.day,
  from: activity.plan.from,
  departmentName: departmentNameOf(activity.departmentId, names),
  state: activity.state,
  heads: headsOf(activity),
  open: activity.released,
  released: isReleasedAsItIs(activity),
  overdue: activity.state === 'planned' && activity.day < today,
})

const actsOf = (activity: Activity, actor: Actor, today: Day): ActivityAct[] => {
  const { state, day } = activity
  const writes = writesActivity(actor, activity)
  const keeps = releasesActivity(actor, activity)
  const wrote = actor.staff !== null && activity.writers.includes(actor.staff.id)
  const may: Record<ActivityAct, boolean> = {
    plan: writes && state !== 'cancelled',
    finish: writes && state !== 'cancelled' && day <= today,
    cancel: writes && state !== 'cancelled',
    release: keeps && state === 'done' && !wrote && !isReleasedAsItIs(activity),
    takeBack: keeps && activity.released,
    checkIn: writes && state === 'planned' && day === today,
    seeWho: seesAttendance(actor, activity),
  }
  return (Object.keys(may) as ActivityAct[]).filter((act) => may[act])
}

const whyNotReleased = (activity: Activity, actor: Actor, acts: readonly ActivityAct[]): string | null => {
  if (activity.state !== 'done' || isReleasedAsItIs(activity) || acts.includes('release')) return null
  return keepsAllActivities(actor)
    ? '这一场您写过，请宣传科或纪检的另一位同事看过，再给大家看。'
    : '宣传科或纪检的同事看过以后，大家才看得到。'
}

const nameIn = (names: ReadonlyMap<StaffId, string>, id: StaffId): string => names.get(id) ?? id

export const viewFor = async (activity: Activity, actor: Actor, now: Instant): Promise<ActivityView> => {
  const { hospitalId, outcome, release } = activity
  const evidence = outcome?.evidence ?? []
  const [departments, people, links, checkIn, works] = await Promise.all([
    departmentNames(hospitalId),
    staffNames(hospitalId),
    fileLinks(evidence.map(({ mediaId }) => mediaId)),
    attendanceRepository().checkIn(activity.id),
    activity.kind === 'contest' ? workRepository().forContest(activity.id) : null,
  ])
  const kindOf = new Map(evidence.map(({ mediaId, kind }) => [mediaId, kind]))
  const acts = actsOf(activity, actor, beijingDay(now))
  return {
    id: activity.id,
    rev: activity.rev,
    plan: activity.plan,
    departmentName: departmentNameOf(activity.departmentId, departments),
    state: activity.state,
    outcome,
    checkedIn: activity.checkedIn,
    heads: headsOf(activity),
    headsBy: outcome?.headsBy ?? null,
    cancelled: activity.cancelled?.reason ?? null,
    organiserName: nameIn(people, activity.organiser),
    release: release && {
      at: release.at,
      by: nameIn(people, release.by),
      changedSince: !isReleasedAsItIs(activity),
    },
    media: links.map(({ mediaId, url, name }) => ({ mediaId, url, name, evidence: kindOf.get(mediaId) ?? 'file' })),
    works,
    open: checkIn !== null && isOpen(checkIn, now),
    acts,
    why: whyNotReleased(activity, actor, acts),
  }
}
