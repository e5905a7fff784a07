import published from 'chinese-days/dist/chinese-days.json'
import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc'
import type { Day } from '../instant'
import type { WorkCalendar } from './work.calendar'

export type { WorkCalendar }

dayjs.extend(utc)

/** Thrown for a day in a year whose notice is not published: guessing Monday to Friday would promise a wrong date. */
export class CalendarNotPublished extends Error {
  override readonly name = 'CalendarNotPublished'
  constructor(readonly year: number) {
    super(`${year} 年的放假安排尚未公布`)
  }
}

const DAY = /^\d{4}-\d{2}-\d{2}$/

const dayOf = (day: Day) => {
  const at = dayjs.utc(day)
  if (!DAY.test(day) || at.format('YYYY-MM-DD') !== day) throw new RangeError(`not a calendar day: ${day}`)
  return at
}

/** @throws CalendarNotPublished */
export const isWorkingDay = (day: Day, calendar: WorkCalendar): boolean => {
  const at = dayOf(day)
  if (!calendar.years.includes(at.year())) throw new CalendarNotPublished(at.year())
  if (calendar.workdays.includes(day)) return true
  if (calendar.holidays.includes(day)) return false
  return at.day() !== 0 && at.day() !== 6
}

/**
 * The first `days` working days after `from`, in order. The day of receipt does not count;
 * Saturdays worked instead (调休) do.
 * @throws CalendarNotPublished naming the year that is missing
 * @throws RangeError for a malformed day or a count that is not a whole number ≥ 0
 */
export const workingDaysAfter = (from: Day, days: number, calendar: WorkCalendar): Day[] => {
  if (!Number.isInteger(days) || days < 0) throw new RangeError(`not a number of days: ${days}`)
  let at = dayOf(from)
  if (!calendar.years.includes(at.year())) throw new CalendarNotPublished(at.year())
  const found: Day[] = []
  while (found.length < days) {
    at = at.add(1, 'day')
    const day = at.format('YYYY-MM-DD')
    if (isWorkingDay(day, calendar)) found.push(day)
  }
  return found
}

/** The day on which the `days`-th working day after `from` falls; as `workingDaysAfter`. */
export const addWorkingDays = (from: Day, days: number, calendar: WorkCalendar): Day =>
  workingDaysAfter(from, days, calendar).slice(-1)[0] ?? from

const holidays = Object.keys(published.holidays)

/**
 * The notices published so far, from the data of `chinese-days` (its functions are not used: they answer
 * Monday to Friday for a year without a notice and change with the time zone).
 */
export const officialCalendar: WorkCalendar = {
  years: [...new Set(holidays.map((day) => Number(day.slice(0, 4))))].sort((a, b) => a - b),
  holidays,
  workdays: Object.keys(published.workdays),
}
