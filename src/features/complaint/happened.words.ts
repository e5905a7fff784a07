import { beijingDay, type Day, dayInWords, endOfBeijingDay, type Instant, weekdayInWords } from '#domain/instant'

const DAY_MS = 86_400_000

/** How far back the calendar of the form goes. */
const YEARS_BACK = 5

export const dayBefore = (now: Instant, days: number): Day => beijingDay((now - days * DAY_MS) as Instant)

export const earliestDay = (now: Instant): Day => dayBefore(now, YEARS_BACK * 365)

const RECENT = ['今天', '昨天', '前天']

/** Today, yesterday and the day before, with their dates. */
export const recentDays = (now: Instant): { name: string; day: Day }[] =>
  RECENT.map((name, days) => ({ name, day: dayBefore(now, days) }))

/** 「11 月 20 日 周五」, with a wide space. */
export const calendarDayInWords = (day: Day, now: Instant): string => {
  const end = endOfBeijingDay(day)
  return `${dayInWords(end, now)}　${weekdayInWords(end)}`
}

/** 「昨天（11 月 20 日）」, or that nobody remembers. */
export const happenedInWords = (happened: Day | 'unknown' | null, now: Instant): string => {
  if (happened === null) return ''
  if (happened === 'unknown') return '说不清'
  const date = dayInWords(endOfBeijingDay(happened), now)
  const recent = recentDays(now).find(({ day }) => day === happened)
  return recent ? `${recent.name}（${date}）` : date
}
