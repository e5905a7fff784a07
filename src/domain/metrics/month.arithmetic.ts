import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc'
import type { Day, Month } from '../instant'

dayjs.extend(utc)

export const monthAfter = (month: Month, months: number): Month =>
  dayjs.utc(`${month}-01`).add(months, 'month').format('YYYY-MM')

/** Both included; none when `to` is earlier. */
export const monthsFrom = (from: Month, to: Month): Month[] => {
  const count = monthsBetween(from, to) + 1
  return Array.from({ length: Math.max(0, count) }, (_, at) => monthAfter(from, at))
}

/** How many months later `to` is. */
export const monthsBetween = (from: Month, to: Month): number =>
  dayjs.utc(`${to}-01`).diff(dayjs.utc(`${from}-01`), 'month')

export const daysOf = (month: Month): Day[] =>
  Array.from(
    { length: dayjs.utc(`${month}-01`).daysInMonth() },
    (_, at) => `${month}-${String(at + 1).padStart(2, '0')}`,
  )
