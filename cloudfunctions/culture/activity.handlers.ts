import {
  keepsActivities,
  keepsAllActivities,
  releasesActivity,
  reviewsWorks,
  seesActivity,
  writesActivity,
  writesFor,
} from '#domain/culture/activity.access'
import type { activityActions } from '#domain/culture/activity.contract'
import { activityFigures, checklistOf } from '#domain/culture/activity.figures'
import { cancel, changePlan, finish, planActivity, release, takeBack } from '#domain/culture/activity.rules'
import { weeksDue } from '#domain/culture/activity.weeks'
import type { attendanceActions } from '#domain/culture/attendance.contract'
import type { workActions } from '#domain/culture/work.contract'
import type { ActivityId, DepartmentId, HospitalId } from '#domain/ids'
import { beijingDay, type Month, mondayOf, monthOf } from '#domain/instant'
import { err, ok } from '#domain/result'
import { claimMedia, mediaLinks, mediaOf, releaseMedia } from '#runtime/media.claims'
import { workCalendar } from '#runtime/read/calendar.read'
import { departmentNames, departmentsOf, whereabouts } from '#runtime/read/hospital.read'
import type { ActionHandlers } from '#runtime/serve'
import { act, seen } from './activity.acts'
import { activityRepository } from './activity.repository'
import { openOf, rowOf, viewFor } from './activity.views'
import { attendanceHandlers } from './attendance.handlers'
import { attendanceRepository } from './attendance.repository'
import type { OpenCulture } from './culture.open'
import { forgetYear, yearInNumbers } from './open.year'
import { workHandlers } from './work.handlers'

const PAGE = 20
const MONTHS_OF_YEAR = 12

type EventActions = Omit<typeof activityActions, keyof typeof attendanceActions | keyof typeof workActions>

const monthsOf = (year: number): Month[] =>
  Array.from({ length: MONTHS_OF_YEAR }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`)

const activeDepartments = async (hospitalId: HospitalId) =>
  (await departmentsOf(hospitalId)).filter(({ retired }) => !retired).map(({ id, name }) => ({ id, name }))

const isDepartment = async (hospitalId: HospitalId, id: DepartmentId | null): Promise<boolean> =>
  id === null || (await activeDepartments(hospitalId)).some((department) => department.id === id)

/** Lets go of files that neither the desk nor the public copy shows any more. */
const dropUnused = async (id: ActivityId): Promise<void> => {
  const latest = await activityRepository().find(id)
  if (!latest) return
  const files = [...(latest.outcome?.evidence ?? []), ...(latest.release?.photos ?? [])]
  const shown = new Set(files.map(({ mediaId }) => mediaId))
  const unused = (await mediaOf(`activity:${id}`)).filter((mediaId) => !shown.has(mediaId))
  await releaseMedia(unused, `activity:${id}`)
}

const eventHandlers: ActionHandlers<EventActions, OpenCulture> = {
  async activitiesOpen({ kind, series, month, after }, { now }) {
    const here = await whereabouts(null)
    if (!here) return err('hospital.not_founded')
    const { id, name } = here.hospital
    const [found, names, year] = await Promise.all([
      activityRepository().released(id, { kind, series, month }, after, PAGE + 1),
      departmentNames(id),
      yearInNumbers(id, now),
    ])
    const page = found.slice(0, PAGE)
    const last = found.length > PAGE ? page[page.length - 1] : undefined
    return ok({
      hospitalName: name,
      rows: page.flatMap((activity) => openOf(activity, names)),
      next: last?.release ? { day: last.release.day, id: last.id } : null,
      ...year,
    })
  },

  async activityOpen({ id }) {
    const here = await whereabouts(null)
    if (!here) return err('hospital.not_founded')
    const found = await activityRepository().findReleased(id)
    const [activity] =
      found?.hospitalId === here.hospital.id ? openOf(found, await departmentNames(found.hospitalId)) : []
    if (!found?.release || !activity) return err('activity.unknown')
    const altOf = new Map(found.release.photos.map(({ mediaId, alt }) => [mediaId, alt]))
    const links = await mediaLinks(found.release.photos.map(({ mediaId }) => mediaId))
    return ok({ activity, photos: links.map((link) => ({ ...link, alt: altOf.get(link.mediaId) ?? '' })) })
  },

  async activities({ month }, { actor, now }) {
    const hospitalId = keepsActivities(actor)
    if (!hospitalId) return err('auth.forbidden')
    const [found, departments, names] = await Promise.all([
      activityRepository().ofMonth(hospitalId, month),
      activeDepartments(hospitalId),
      departmentNames(hospitalId),
    ])
    const mine = found.filter((activity) => seesActivity(actor, activity))
    return ok({
      rows: mine.map((activity) => rowOf(activity, names, beijingDay(now))),
      departments: departments.filter(({ id }) => writesFor(actor, id)),
      wholeHospital: writesFor(actor, null),
      series: (await yearInNumbers(hospitalId, now)).series,
      mayReview: reviewsWorks(actor) !== null,
    })
  },

  async activity({ id }, { actor, now }) {
    if (!keepsActivities(actor)) return err('auth.forbidden')
    const activity = await seen(id, actor)
    return activity ? ok(await viewFor(activity, actor, now)) : err('activity.unknown')
  },

  async saveActivity({ id, rev, plan }, context) {
    const { actor, now } = context
    const hospitalId = keepsActivities(actor)
    const by = actor.staff?.id
    if (!hospitalId || !by || !writesFor(actor, plan.departmentId)) return err('auth.forbidden')
    if (!(await isDepartment(hospitalId, plan.departmentId))) {
      return err('hospital.department_unknown', ['plan.departmentId'])
    }
    if (rev === null) {
      const begun = planActivity({ id, hospitalId }, plan, { by, now })
      if ((await activityRepository().insert(begun)) === 'inserted') return ok(await viewFor(begun, actor, now))
    }
    // The answer to the first attempt was lost: what it wrote is there.
    return act({ id, rev: rev ?? 0 }, context, writesActivity, (activity, done) => changePlan(activity, plan, done))
  },

  async finishActivity({ outcome, ...which }, context) {
    const checkIns = attendanceRepository()
    const answer = await act(which, context, writesActivity, async (activity, done) => {
      const checkIn = await checkIns.checkIn(activity.id)
      const known = activity.checkedIn ?? 0
      const checkedIn = checkIn ? Math.max(known, await checkIns.count(activity.id, 'there')) : null
      const decided = finish(activity, outcome, checkedIn, done)
      if (!decided.ok) return decided
      const claimed = await claimMedia(activity.hospitalId, outcome.evidence, `activity:${activity.id}`)
      return claimed === 'claimed' ? decided : err('media.unknown', ['outcome.evidence'])
    })
    if (answer.ok) {
      forgetYear()
      await dropUnused(which.id)
    }
    return answer
  },

  async cancelActivity({ reason, ...which }, context) {
    const answer = await act(which, context, writesActivity, (activity, done) => cancel(activity, reason, done))
    forgetYear()
    return answer
  },

  async releaseActivity(which, context) {
    const answer = await act(which, context, releasesActivity, release)
    forgetYear()
    return answer
  },

  async takeActivityBack(which, context) {
    const answer = await act<never>(which, context, releasesActivity, (activity, done) => ok(takeBack(activity, done)))
    forgetYear()
    return answer
  },

  async activityBoard({ year }, { hospitals, actor, now }) {
    const hospitalId = keepsActivities(actor)
    if (!hospitalId) return err('auth.forbidden')
    const activities = activityRepository()
    const [hospital, everyDepartment, calendar, firstLesson] = await Promise.all([
      hospitals.find(hospitalId),
      departmentsOf(hospitalId),
      workCalendar(),
      activities.firstLessonOn(hospitalId),
    ])
    if (!hospital) return err('hospital.not_founded')
    const mine = everyDepartment.filter(({ id }) => writesFor(actor, id))
    const all = keepsAllActivities(actor)
    const today = beijingDay(now)
    const months = monthsOf(year).filter((month) => month <= monthOf(today))
    const mineAlone = mine.map(({ id }) => id)
    const found = await activities.counted(hospitalId, monthsOf(year), all ? null : mineAlone)
    const busy = new Set(found.map(({ departmentId }) => departmentId))
    // One that was closed since keeps what it held, or the rows would not add up to the whole.
    const names = mine.filter(({ id, retired }) => !retired || busy.has(id)).map(({ id, name }) => ({ id, name }))
    const ids = names.map(({ id }) => id)
    const departments = mine.filter(({ retired }) => !retired).map(({ id, name }) => ({ id, name }))
    const newYear = `${year}-01-01`
    const begun = firstLesson && mondayOf(firstLesson) > newYear ? mondayOf(firstLesson) : newYear
    const weeks = firstLesson ? weeksDue(begun, `${year}-12-31`, today, calendar) : []
    return ok({
      hospitalName: hospital.name,
      year,
      figures: activityFigures(found, months, all ? [null, ...ids] : ids),
      names,
      departments: departments.map((department) => ({
        ...department,
        checklist: checklistOf(
          found.filter(({ departmentId }) => departmentId === department.id),
          { weeks, today },
        ),
      })),
    })
  },
}

export const activityHandlers: ActionHandlers<typeof activityActions, OpenCulture> = {
  ...eventHandlers,
  ...attendanceHandlers,
  ...workHandlers,
}
