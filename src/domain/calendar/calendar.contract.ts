import * as v from 'valibot'
import { defineActions } from '../contract'
import { Instant } from '../instant'
import { CalendarYear, Notice } from './calendar.notice'

/** A year the calendar knows. */
export const KnownYear = v.object({
  year: v.number(),
  holidays: v.array(v.string()),
  workdays: v.array(v.string()),
  /** null: it came with the program. */
  loaded: v.nullable(
    v.object({
      source: v.string(),
      loadedAt: Instant,
      by: v.nullable(v.string()),
      rev: v.number(),
      /** Reply dates were promised by it: it stays. */
      inUse: v.boolean(),
      /** The program has this year too by now, counts these days differently, and goes by its own. */
      differing: v.array(v.string()),
    }),
  ),
})
export type KnownYear = v.InferOutput<typeof KnownYear>

export const CalendarBoard = v.object({
  /** From this year on, as far as it goes. */
  years: v.array(KnownYear),
  wanted: v.nullable(v.number()),
  undated: v.number(),
})
export type CalendarBoard = v.InferOutput<typeof CalendarBoard>

/** Years whose holidays are known, and loading the next one's notice. */
export const calendarActions = defineActions({
  calendar: {
    input: v.strictObject({}),
    output: CalendarBoard,
    errors: ['auth.forbidden'],
  },
  /** `fields` of `calendar.implausible` and `calendar.differs` name the days: `holidays.2027-10-01`. */
  loadCalendar: {
    input: v.strictObject(Notice.entries),
    output: v.object({ year: CalendarYear }),
    errors: ['auth.forbidden', 'calendar.implausible', 'calendar.differs', 'calendar.loaded_already'],
  },
  /** Takes a loaded year back, as long as no reply was promised by it. */
  removeCalendar: {
    input: v.strictObject({ year: CalendarYear, rev: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
    output: v.object({ year: CalendarYear }),
    errors: ['auth.forbidden', 'calendar.in_use', 'data.changed'],
  },
})
