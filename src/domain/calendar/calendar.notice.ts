import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc'
import * as v from 'valibot'
import { StaffId } from '../ids'
import { type Day, Instant } from '../instant'
import type { WorkCalendar } from './work.calendar'

dayjs.extend(utc)

const DAY = /^\d{4}-\d{2}-\d{2}$/

const isDay = (text: string): boolean => DAY.test(text) && dayjs.utc(text).format('YYYY-MM-DD') === text

export const CalendarDay = v.pipe(v.string(), v.regex(DAY), v.check(isDay))

export const CalendarYear = v.pipe(v.number(), v.integer(), v.minValue(2020), v.maxValue(2099))

/** Far above any year so far (33 days off in 2026, 8 weekend days worked in 2024). */
const LONGEST_LIST = 80

/** One year's notice as an administrator loads it. */
export const Notice = v.object({
  year: CalendarYear,
  holidays: v.pipe(v.array(CalendarDay), v.maxLength(LONGEST_LIST)),
  workdays: v.pipe(v.array(CalendarDay), v.maxLength(LONGEST_LIST)),
  /** Where it was published. */
  source: v.pipe(v.string(), v.trim(), v.maxLength(300), v.url(), v.regex(/^https?:\/\/[^\s/]+\.[^\s/]+/)),
})
export type Notice = v.InferOutput<typeof Notice>

/** As stored, one for each year: the calendar is the country's, not a hospital's. */
export const LoadedNotice = v.object({
  ...Notice.entries,
  id: v.string(),
  rev: v.number(),
  loadedBy: StaffId,
  loadedAt: Instant,
})
export type LoadedNotice = v.InferOutput<typeof LoadedNotice>

/**
 * Public holidays of a year with 2025's rule (《全国年节及纪念日放假办法》, State Council decree 795): thirteen days.
 * A list of days off that is shorter has lost a holiday.
 */
const PUBLIC_HOLIDAYS = 13

/** Those of them that have a date of their own: 元旦, 劳动节, 国庆节. */
const DATED_HOLIDAYS = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03']

/** A year's notice speaks of the last days of the year before (元旦) and, for the same reason, not of its own. */
const LAST_WEEK = '12-25'

const isOf = (day: Day, year: number): boolean => day >= `${year - 1}-${LAST_WEEK}` && day < `${year}-${LAST_WEEK}`

const WEEKEND = new Set([0, 6])

const isWeekend = (day: Day): boolean => WEEKEND.has(dayjs.utc(day).day())

/** What a notice says, wherever it was published. */
export interface NoticeDays extends Pick<WorkCalendar, 'holidays' | 'workdays'> {
  readonly year: number
}

export interface NoticeMistake {
  readonly field: 'holidays' | 'workdays'
  readonly day: Day | null
  readonly why: 'another_year' | 'twice' | 'both' | 'not_a_weekend' | 'public_holiday_missing' | 'too_few'
}

const repeatedIn = (days: readonly Day[]): Day[] => days.filter((day, index) => days.indexOf(day) !== index)

/** What cannot be right about a notice, in the order of its days; nothing when it may be loaded. */
export const mistakesIn = ({ year, holidays, workdays }: NoticeDays): NoticeMistake[] => {
  const about = (field: NoticeMistake['field'], why: NoticeMistake['why'], days: readonly Day[]) =>
    [...new Set(days)].sort().map((day) => ({ field, day, why }))
  const off = new Set(holidays)
  const missing = DATED_HOLIDAYS.map((day) => `${year}-${day}`).filter((day) => !off.has(day))
  return [
    ...about(
      'holidays',
      'another_year',
      holidays.filter((day) => !isOf(day, year)),
    ),
    ...about('holidays', 'twice', repeatedIn(holidays)),
    ...about('holidays', 'public_holiday_missing', missing),
    ...(missing.length === 0 && off.size < PUBLIC_HOLIDAYS
      ? [{ field: 'holidays' as const, day: null, why: 'too_few' as const }]
      : []),
    ...about(
      'workdays',
      'another_year',
      workdays.filter((day) => !isOf(day, year)),
    ),
    ...about('workdays', 'twice', repeatedIn(workdays)),
    ...about(
      'workdays',
      'not_a_weekend',
      workdays.filter((day) => !isWeekend(day)),
    ),
    ...about(
      'workdays',
      'both',
      workdays.filter((day) => off.has(day)),
    ),
  ]
}

/** Days that are not what their weekday says: a Monday to Friday off, a weekend day worked. */
const exceptionsOf = ({ holidays, workdays }: Pick<WorkCalendar, 'holidays' | 'workdays'>, year: number): Set<Day> => {
  const worked = new Set(workdays)
  const off = holidays.filter((day) => !isWeekend(day) && !worked.has(day))
  return new Set([...off, ...workdays.filter(isWeekend)].filter((day) => isOf(day, year)))
}

/**
 * Days that a notice and a calendar which knows its year count differently; a weekend day named as a day off or
 * left out counts the same. Empty when they agree or the calendar does not know the year.
 */
export const differingDays = (notice: NoticeDays, calendar: WorkCalendar): Day[] => {
  if (!calendar.years.includes(notice.year)) return []
  const ours = exceptionsOf(notice, notice.year)
  const theirs = exceptionsOf(calendar, notice.year)
  return [...[...ours].filter((day) => !theirs.has(day)), ...[...theirs].filter((day) => !ours.has(day))].sort()
}

/** The calendar with one more year. A year it knows already stays as it is: published data goes before what was typed. */
export const withNotice = (calendar: WorkCalendar, notice: NoticeDays): WorkCalendar =>
  calendar.years.includes(notice.year)
    ? calendar
    : {
        years: [...calendar.years, notice.year].sort((a, b) => a - b),
        holidays: [...calendar.holidays, ...notice.holidays],
        workdays: [...calendar.workdays, ...notice.workdays],
      }

const NOVEMBER = 10

/**
 * The year whose notice somebody should look for now, or null: one that has begun, or the next one from November on
 * (it is published about then) and as soon as a promise waits for it.
 */
export const wantedYear = (today: Day, years: readonly number[], waiting: number): number | null => {
  const at = dayjs.utc(today)
  if (!years.includes(at.year())) return at.year()
  const next = at.year() + 1
  return !years.includes(next) && (at.month() >= NOVEMBER || waiting > 0) ? next : null
}
