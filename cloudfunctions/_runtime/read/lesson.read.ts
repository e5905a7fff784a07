import { Activity } from '#domain/culture/activity.model'
import { Attendance, type Presence } from '#domain/culture/attendance.model'
import type { ActivityId, StaffId } from '#domain/ids'
import { type Day, endOfBeijingDay, startOfBeijingDay } from '#domain/instant'
import * as v from 'valibot'
import { between, documents, oneOf } from '../documents'

const PAGE = 1000
/** `in` with more values is refused by some databases. */
const AT_ONCE = 200

const HELD = ['id', 'rev', 'state', 'day', 'plan'] as const
const Held = v.pick(Activity, HELD)

const activityRecords = () => documents('activities', Held, ({ id }) => id, HELD)
const attendanceRecords = () => documents('attendances', Attendance)

/** Somebody's lesson: an activity that they checked in at, or were on duty during. */
export interface Lesson {
  readonly staffId: StaffId
  readonly title: string
  readonly on: Day
  readonly presence: Presence
}

const attendancesOf = async (people: readonly StaffId[], from: Day, to: Day): Promise<Attendance[]> => {
  const found: Attendance[] = []
  for (;;) {
    const page = await attendanceRecords().list({
      where: { staffId: oneOf(people), at: between(startOfBeijingDay(from), endOfBeijingDay(to)) },
      orderBy: [
        ['at', 'asc'],
        ['_id', 'asc'],
      ],
      skip: found.length,
      limit: PAGE,
    })
    found.push(...page)
    if (page.length < PAGE) return found
  }
}

const activitiesOf = async (ids: readonly ActivityId[]) => {
  const found = new Map<ActivityId, v.InferOutput<typeof Held>>()
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const some = ids.slice(at, at + AT_ONCE)
    for (const activity of await activityRecords().list({ where: { _id: oneOf(some) }, limit: AT_ONCE }))
      found.set(activity.id, activity)
  }
  return found
}

/** Lessons of these people in these days, both included, the earliest first. Who was there is known for two years. */
export const lessonsOf = async (people: readonly StaffId[], from: Day, to: Day): Promise<Lesson[]> => {
  if (people.length === 0) return []
  const attendances = await attendancesOf(people, from, to)
  const activities = await activitiesOf([...new Set(attendances.map(({ activityId }) => activityId))])
  return attendances.flatMap(({ activityId, staffId, presence }) => {
    const activity = activities.get(activityId)
    if (!activity || activity.state === 'cancelled') return []
    return [{ staffId, presence, title: activity.plan.title, on: activity.day }]
  })
}
