import { isWorkingDay } from '../calendar/working-days'
import type { WorkCalendar } from '../calendar/work.calendar'
import { type Day, daysAfter, mondayOf } from '../instant'

const DAYS_OF_WEEK = 7

const worksIn = (monday: Day, calendar: WorkCalendar): boolean =>
  Array.from({ length: DAYS_OF_WEEK }, (_, after) => daysAfter(monday, after)).some(
    (day) =>
      // A year whose notice is not out yet is taken to have work in each of its weeks.
      !calendar.years.includes(Number(day.slice(0, 4))) || isWorkingDay(day, calendar),
  )

/**
 * The Mondays of the weeks in which a lesson was due: those that begin in `from`..`to`, are over by `today`, and have
 * at least one working day. A whole week off (春节) is nobody's gap.
 */
export const weeksDue = (from: Day, to: Day, today: Day, calendar: WorkCalendar): Day[] => {
  const found: Day[] = []
  const first = mondayOf(from) < from ? daysAfter(mondayOf(from), DAYS_OF_WEEK) : from
  for (let monday = first; monday <= to && daysAfter(monday, DAYS_OF_WEEK) <= today; ) {
    if (worksIn(monday, calendar)) found.push(monday)
    monday = daysAfter(monday, DAYS_OF_WEEK)
  }
  return found
}
