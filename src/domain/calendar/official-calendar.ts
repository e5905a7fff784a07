import published from 'chinese-days/dist/chinese-days.json'
import type { WorkCalendar } from './working-days'

const holidays = Object.keys(published.holidays)

/**
 * The notices published so far, from the data of `chinese-days` (its functions are not used: they answer
 * Monday to Friday for a year without a notice and change with the time zone). For servers only.
 */
export const officialCalendar: WorkCalendar = {
  years: [...new Set(holidays.map((day) => Number(day.slice(0, 4))))].sort((a, b) => a - b),
  holidays,
  workdays: Object.keys(published.workdays),
}
