import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc'
import * as v from 'valibot'

dayjs.extend(utc)

/** Milliseconds since 1970-01-01T00:00Z. Functions run in UTC and phones anywhere: only this is stored. */
export const Instant = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(253402300799999), v.brand('Instant'))
export type Instant = v.InferOutput<typeof Instant>

/** A calendar day in Beijing, 'YYYY-MM-DD'. */
export const Day = v.pipe(
  v.string(),
  v.isoDate(),
  v.check((day) => dayjs.utc(day).format('YYYY-MM-DD') === day),
)
export type Day = v.InferOutput<typeof Day>

const BEIJING_OFFSET_HOURS = 8

const inBeijing = (instant: Instant) => dayjs.utc(instant).add(BEIJING_OFFSET_HOURS, 'hour')

export const beijingDay = (instant: Instant): Day => inBeijing(instant).format('YYYY-MM-DD')

/** 'YYYY-MM-DD HH:mm' in Beijing. */
export const minuteInBeijing = (instant: Instant): string => inBeijing(instant).format('YYYY-MM-DD HH:mm')

/** The last millisecond of a day in Beijing: a promise 「11 月 25 日前」 is kept until then. */
export const endOfBeijingDay = (day: Day): Instant =>
  (dayjs.utc(day).add(1, 'day').subtract(BEIJING_OFFSET_HOURS, 'hour').valueOf() - 1) as Instant

export const startOfBeijingDay = (day: Day): Instant =>
  dayjs.utc(day).subtract(BEIJING_OFFSET_HOURS, 'hour').valueOf() as Instant

/** A calendar month in Beijing, 'YYYY-MM'. */
export const Month = v.pipe(v.string(), v.regex(/^(19|20)\d{2}-(0[1-9]|1[0-2])$/))
export type Month = v.InferOutput<typeof Month>

export const monthOf = (day: Day): Month => day.slice(0, 7)

/** The same day some months later or earlier, or the last of a shorter month. */
export const monthsAfter = (day: Day, months: number): Day => dayjs.utc(day).add(months, 'month').format('YYYY-MM-DD')

export const daysAfter = (day: Day, days: number): Day => dayjs.utc(day).add(days, 'day').format('YYYY-MM-DD')

const DAYS_OF_WEEK = 7

/** The Monday of a day's week. */
export const mondayOf = (day: Day): Day => daysAfter(day, -((dayjs.utc(day).day() + DAYS_OF_WEEK - 1) % DAYS_OF_WEEK))

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六']

/** 「11 月 25 日」; with the year only when it is not this year's. */
export const dayInWords = (instant: Instant, now: Instant): string => {
  const at = inBeijing(instant)
  const words = `${at.month() + 1} 月 ${at.date()} 日`
  return at.year() === inBeijing(now).year() ? words : `${at.year()} 年 ${words}`
}

/** 「2026 年 11 月」 */
export const monthInWords = (instant: Instant): string => {
  const at = inBeijing(instant)
  return `${at.year()} 年 ${at.month() + 1} 月`
}

export const weekdayInWords = (instant: Instant): string => WEEKDAYS[inBeijing(instant).day()] ?? ''

/** 「11 月 18 日 9:43」 */
export const timeInWords = (instant: Instant, now: Instant): string =>
  `${dayInWords(instant, now)} ${inBeijing(instant).format('H:mm')}`

/** Whole calendar days in Beijing from `now` to `instant`; negative when past. */
export const daysUntil = (instant: Instant, now: Instant): number =>
  dayjs.utc(beijingDay(instant)).diff(dayjs.utc(beijingDay(now)), 'day')
