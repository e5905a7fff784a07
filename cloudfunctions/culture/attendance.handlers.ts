import type { Actor } from '#domain/actor'
import { seesAttendance, worksHere } from '#domain/culture/activity.access'
import type { Activity } from '#domain/culture/activity.model'
import type { Attending, CheckInScreen, attendanceActions } from '#domain/culture/attendance.contract'
import type { CheckIn, Presence } from '#domain/culture/attendance.model'
import { attend, isOpen, openCheckIn, seenAgain, slotAt, slotEnds } from '#domain/culture/attendance.rules'
import type { ActivityId, StaffId } from '#domain/ids'
import { beijingDay, type Instant } from '#domain/instant'
import { err, ok } from '#domain/result'
import { departmentNames, staffRecords } from '#runtime/read/hospital.read'
import { oneOf } from '#runtime/documents'
import type { ActionHandlers } from '#runtime/serve'
import { seen, settleCheckedIn, writable } from './activity.acts'
import { activityRepository } from './activity.repository'
import { departmentNameOf } from './activity.views'
import { attendanceRepository } from './attendance.repository'
import { codeAt, newSecret, takes } from './checkin.code'
import type { OpenCulture } from './culture.open'

/** `in` with more values is refused by some databases. */
const PEOPLE_AT_ONCE = 200

const screenOf = async (id: ActivityId, checkIn: CheckIn | null, now: Instant): Promise<CheckInScreen> => {
  const attendances = attendanceRepository()
  const [there, onDuty] = await Promise.all([attendances.count(id, 'there'), attendances.count(id, 'on_duty')])
  const open = checkIn && isOpen(checkIn, now) ? checkIn : null
  const slot = slotAt(now)
  return {
    open: open !== null,
    code: open && codeAt(open, slot),
    changesAt: slotEnds(slot),
    endsAt: open && open.endsAt,
    there,
    onDuty,
    now,
  }
}

type Mine = Attending['mine']

const attendingOf = async (
  activity: Activity,
  staffId: StaffId,
  names: Awaited<ReturnType<typeof departmentNames>>,
  now: Instant,
): Promise<Attending> => {
  const attendances = attendanceRepository()
  const [checkIn, there, own] = await Promise.all([
    attendances.checkIn(activity.id),
    attendances.count(activity.id, 'there'),
    attendances.find(activity.id, staffId),
  ])
  const { title, day, from, until, place, speaker, topic, expected } = activity.plan
  const mine: Mine = own && { presence: own.presence, at: own.at }
  return {
    activityId: activity.id,
    kind: activity.kind,
    title,
    day,
    from,
    until,
    place,
    speaker,
    topic,
    expected,
    there,
    departmentName: departmentNameOf(activity.departmentId, names),
    open: checkIn !== null && isOpen(checkIn, now),
    mine,
  }
}

/** Somebody's department's own, or the whole hospital's. */
const concerns = (actor: Actor, { departmentId }: Pick<Activity, 'departmentId'>): boolean =>
  departmentId === null || departmentId === actor.staff?.departmentId

/** Writes down that somebody was there, or is on duty; the same person once. */
const note = async (activity: Activity, staffId: StaffId, presence: Presence, now: Instant): Promise<void> => {
  const attendances = attendanceRepository()
  const whom = { hospitalId: activity.hospitalId, activityId: activity.id, staffId }
  if ((await attendances.add(attend(whom, presence, now))) === 'exists') {
    const before = await attendances.find(activity.id, staffId)
    const after = before && seenAgain(before, presence, now)
    // Lost to another press of the same person, who is there by it.
    if (after && after !== before) await attendances.replace(after)
  }
  const latest = await activityRepository().find(activity.id)
  if (latest) await settleCheckedIn(latest)
}

export const attendanceHandlers: ActionHandlers<typeof attendanceActions, OpenCulture> = {
  async openCheckIn({ id }, { actor, now }) {
    const found = await writable(id, actor)
    if (!found.ok) return found
    const { state, day, hospitalId } = found.value
    if (state !== 'planned') return err('activity.finished')
    if (day !== beijingDay(now)) return err('checkin.not_today')
    const checkIns = attendanceRepository()
    const begun = openCheckIn({ id, hospitalId }, newSecret(), now)
    if ((await checkIns.addCheckIn(begun)) === 'inserted') return ok(await screenOf(id, begun, now))
    const known = await checkIns.checkIn(id)
    if (!known || isOpen(known, now)) return ok(await screenOf(id, known, now))
    const again = await checkIns.replaceCheckIn({ ...begun, rev: known.rev })
    return again ? ok(await screenOf(id, again, now)) : err('data.changed')
  },

  async checkInScreen({ id }, { actor, now }) {
    const found = await writable(id, actor)
    return found.ok ? ok(await screenOf(id, await attendanceRepository().checkIn(id), now)) : found
  },

  async closeCheckIn({ id }, { actor, now }) {
    const found = await writable(id, actor)
    if (!found.ok) return found
    const checkIns = attendanceRepository()
    const known = await checkIns.checkIn(id)
    if (!known || !isOpen(known, now)) return ok(await screenOf(id, known, now))
    const closed = await checkIns.replaceCheckIn({ ...known, endsAt: now })
    return closed ? ok(await screenOf(id, closed, now)) : err('data.changed')
  },

  async attendance({ id }, { actor }) {
    const activity = await seen(id, actor)
    if (!activity) return err('activity.unknown')
    if (!seesAttendance(actor, activity)) return err('auth.forbidden')
    const [everybody, departments] = await Promise.all([
      attendanceRepository().everybody(id),
      departmentNames(activity.hospitalId),
    ])
    const people = new Map<StaffId, { name: string; departmentName: string | null }>()
    for (let from = 0; from < everybody.length; from += PEOPLE_AT_ONCE) {
      const ids = everybody.slice(from, from + PEOPLE_AT_ONCE).map(({ staffId }) => staffId)
      for (const { id: staffId, name, departmentId } of await staffRecords().list({
        where: { _id: oneOf(ids) },
        limit: PEOPLE_AT_ONCE,
      })) {
        people.set(staffId, { name, departmentName: departmentNameOf(departmentId, departments) })
      }
    }
    return ok({
      rows: everybody.map(({ staffId, presence, at }) => ({
        ...(people.get(staffId) ?? { name: staffId, departmentName: null }),
        presence,
        at,
      })),
      expected: activity.plan.expected,
      title: activity.plan.title,
      day: activity.day,
      state: activity.state,
    })
  },

  async myActivities(_input, { actor, now }) {
    const staff = worksHere(actor)
    if (!staff) return err('auth.forbidden')
    const [today, names] = await Promise.all([
      activityRepository().ofDay(staff.hospitalId, beijingDay(now)),
      departmentNames(staff.hospitalId),
    ])
    const rows = today
      .filter((activity) => activity.state !== 'cancelled' && concerns(actor, activity))
      .map((activity) => attendingOf(activity, staff.id, names, now))
    return ok({ name: staff.name, rows: await Promise.all(rows) })
  },

  async activityByCode({ code }, { actor, now }) {
    const staff = worksHere(actor)
    if (!staff) return err('auth.forbidden')
    const { id: staffId, hospitalId } = staff
    const checkIns = attendanceRepository()
    if (!(await checkIns.mayTryCode(hospitalId, staffId, now))) return err('checkin.too_often')
    const matching = (await checkIns.openCheckIns(hospitalId, now)).filter((checkIn) => takes(checkIn, code, now))
    const found = await Promise.all(matching.map(({ id }) => activityRepository().find(id)))
    const activities = found.flatMap((activity) => (activity && activity.state !== 'cancelled' ? [activity] : []))
    // Of two with the same digits in this minute: one's own.
    const activity = activities.find((one) => concerns(actor, one)) ?? activities[0]
    if (activity) return ok(await attendingOf(activity, staffId, await departmentNames(hospitalId), now))
    return err('checkin.code_unknown')
  },

  async checkIn({ activityId, code }, { actor, now }) {
    const staff = worksHere(actor)
    if (!staff) return err('auth.forbidden')
    const { id: staffId, hospitalId } = staff
    const checkIns = attendanceRepository()
    const [activity, checkIn, before] = await Promise.all([
      activityRepository().find(activityId),
      checkIns.checkIn(activityId),
      checkIns.find(activityId, staffId),
    ])
    if (!activity || activity.hospitalId !== hospitalId || activity.state === 'cancelled' || !checkIn) {
      return err('checkin.closed')
    }
    // The answer to the first press was lost, and the code has changed since.
    if (before?.presence !== 'there') {
      // What everybody reads by now says how many there were.
      if (!isOpen(checkIn, now) || activity.released) return err('checkin.closed')
      if (!(await checkIns.mayTryCode(hospitalId, staffId, now))) return err('checkin.too_often')
      if (!takes(checkIn, code, now)) return err('checkin.code_unknown')
      await note(activity, staffId, 'there', now)
    }
    return ok(await attendingOf(activity, staffId, await departmentNames(hospitalId), now))
  },

  async sayOnDuty({ activityId }, { actor, now }) {
    const staff = worksHere(actor)
    if (!staff) return err('auth.forbidden')
    const activity = await activityRepository().find(activityId)
    if (!activity || activity.hospitalId !== staff.hospitalId || !concerns(actor, activity)) {
      return err('activity.unknown')
    }
    if (activity.day !== beijingDay(now) || activity.state === 'cancelled') return err('checkin.not_today')
    await note(activity, staff.id, 'on_duty', now)
    return ok(await attendingOf(activity, staff.id, await departmentNames(staff.hospitalId), now))
  },
}
