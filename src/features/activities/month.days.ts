import { type Day, daysAfter, type Month, mondayOf, monthOf, monthsAfter } from '#domain/instant'

const DAYS_OF_WEEK = 7

/** The weeks that a month touches, Monday first. */
export const weeksOf = (month: Month): Day[][] => {
  const weeks: Day[][] = []
  const next = monthsAfter(`${month}-01`, 1)
  for (let monday = mondayOf(`${month}-01`); monday < next; monday = daysAfter(monday, DAYS_OF_WEEK)) {
    weeks.push(Array.from({ length: DAYS_OF_WEEK }, (_, after) => daysAfter(monday, after)))
  }
  return weeks
}

/** The month some months before or after. */
export const monthBeside = (month: Month, by: number): Month => monthOf(monthsAfter(`${month}-01`, by))
