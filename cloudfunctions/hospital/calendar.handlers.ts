import { differingDays, mistakesIn, wantedYear } from '#domain/calendar/calendar.notice'
import type { calendarActions } from '#domain/calendar/calendar.contract'
import { officialCalendar, type WorkCalendar } from '#domain/calendar/working-days'
import { administeredBy } from '#domain/hospital/hospital.rules'
import { beijingDay, type Day } from '#domain/instant'
import { err, ok } from '#domain/result'
import {
  calendarRecords,
  countUndated,
  forgetCalendar,
  hasPromisesFrom,
  loadedNotices,
  workCalendar,
} from '#runtime/read/calendar.read'
import type { ActionHandlers } from '#runtime/serve'
import type { OpenHospital } from './hospital.open'

const yearOf = (day: Day): number => Number(day.slice(0, 4))

const daysOf = ({ holidays, workdays }: Pick<WorkCalendar, 'holidays' | 'workdays'>, year: number) => ({
  holidays: holidays.filter((day) => yearOf(day) === year).sort(),
  workdays: workdays.filter((day) => yearOf(day) === year).sort(),
})

const isSameList = (left: readonly Day[], right: readonly Day[]): boolean =>
  [...left].sort().join() === [...right].sort().join()

export const calendarHandlers: ActionHandlers<typeof calendarActions, OpenHospital> = {
  async calendar(_, { actor, now, staff }) {
    const hospitalId = administeredBy(actor)
    if (!hospitalId) return err('auth.forbidden')
    const [notices, undated] = await Promise.all([loadedNotices(), countUndated()])
    const today = beijingDay(now)
    const loaders = await staff.byIds(hospitalId, [...new Set(notices.map(({ loadedBy }) => loadedBy))])
    const published = officialCalendar.years
      .filter((year) => year >= yearOf(today) && notices.every((notice) => notice.year !== year))
      .map((year) => ({ year, ...daysOf(officialCalendar, year), loaded: null }))
    const loaded = await Promise.all(
      notices.map(async (notice) => ({
        year: notice.year,
        holidays: [...notice.holidays].sort(),
        workdays: [...notice.workdays].sort(),
        loaded: {
          source: notice.source,
          loadedAt: notice.loadedAt,
          by: loaders.find(({ id }) => id === notice.loadedBy)?.name ?? null,
          rev: notice.rev,
          inUse: await hasPromisesFrom(notice.year),
          differing: differingDays(notice, officialCalendar),
        },
      })),
    )
    const years = [...published, ...loaded].sort((one, other) => one.year - other.year)
    const known = [...officialCalendar.years, ...notices.map(({ year }) => year)]
    return ok({ years, wanted: wantedYear(today, known, undated), undated })
  },

  async loadCalendar(notice, { actor, now }) {
    if (!administeredBy(actor) || !actor.staff) return err('auth.forbidden')
    const mistakes = mistakesIn(notice)
    if (mistakes.length > 0) {
      return err(
        'calendar.implausible',
        mistakes.map(({ field, day }) => (day ? `${field}.${day}` : field)),
      )
    }
    const differing = differingDays(notice, officialCalendar)
    if (differing.length > 0)
      return err(
        'calendar.differs',
        differing.map((day) => `days.${day}`),
      )
    const { year } = notice
    // Published already, and the same: there is nothing to load.
    if (officialCalendar.years.includes(year)) return ok({ year })
    const loaded = { ...notice, id: String(year), rev: 0, loadedBy: actor.staff.id, loadedAt: now }
    if ((await calendarRecords().insert(loaded)) === 'exists') {
      const earlier = await calendarRecords().find(loaded.id)
      const isSame =
        earlier && isSameList(earlier.holidays, notice.holidays) && isSameList(earlier.workdays, notice.workdays)
      if (!isSame) return err('calendar.loaded_already')
    }
    forgetCalendar()
    return ok({ year })
  },

  async removeCalendar({ year, rev }, { actor }) {
    if (!administeredBy(actor)) return err('auth.forbidden')
    const stored = await calendarRecords().find(String(year))
    if (!stored) return ok({ year })
    if (stored.rev !== rev) return err('data.changed')
    if (await hasPromisesFrom(year)) return err('calendar.in_use')
    await calendarRecords().removeAll({ _id: stored.id, rev })
    forgetCalendar()
    return ok({ year })
  },
}

/** The year whose notice is missing, and how many cases wait for it. */
export const calendarStanding = async (today: Day) => {
  const [{ years }, undated] = await Promise.all([workCalendar(), countUndated()])
  return { undated, calendarWanted: wantedYear(today, years, undated) }
}
