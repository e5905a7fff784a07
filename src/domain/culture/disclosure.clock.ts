import { addWorkingDays, CalendarNotPublished, isWorkingDay, type WorkCalendar } from '../calendar/working-days'
import { type Day, daysAfter, monthsAfter } from '../instant'
import type { Disclosure, SlotSettings } from './disclosure.model'

/** null where the calendar does not know the year yet. */
const known = <T>(ask: () => T): T | null => {
  try {
    return ask()
  } catch (cause) {
    if (cause instanceof CalendarNotPublished) return null
    throw cause
  }
}

/** The last day to publish what happened on a day, which is not counted itself; null: the calendar is not published. */
export const dueAfter = (occurredOn: Day, withinWorkingDays: number, calendar: WorkCalendar): Day | null =>
  known(() => addWorkingDays(occurredOn, withinWorkingDays, calendar))

/** Working days from the day after `dueOn` to `today`; 0 while it is not past, null: the calendar is not published. */
export const workingDaysLate = (dueOn: Day, today: Day, calendar: WorkCalendar): number | null =>
  known(() => {
    let late = 0
    for (let day = daysAfter(dueOn, 1); day <= today; day = daysAfter(day, 1))
      late += isWorkingDay(day, calendar) ? 1 : 0
    return late
  })

export const earliestOf = (days: readonly (Day | null)[]): Day | null =>
  days.reduce<Day | null>((first, day) => (day !== null && (first === null || day < first) ? day : first), null)

/** The last day of a slot's own rhythm after something was published in it; null: it has none, or nothing was. */
export const regularDue = (
  { everyMonths }: Pick<SlotSettings, 'everyMonths'>,
  lastPublishedOn: Day | null,
): Day | null => (everyMonths === null || lastPublishedOn === null ? null : monthsAfter(lastPublishedOn, everyMonths))

type Dated = Pick<Disclosure, 'occurredOn' | 'withinWorkingDays' | 'dueOn'>

/** A year whose holidays were not published when something was announced may be known by now. */
export const changeDue = ({ occurredOn, withinWorkingDays, dueOn }: Dated, calendar: WorkCalendar): Day | null =>
  dueOn ?? dueAfter(occurredOn, withinWorkingDays, calendar)

/** The last day something had, by the change and by the rhythm of its slot. */
export const lastDayOf = (one: Dated & Pick<Disclosure, 'regularOn'>, calendar: WorkCalendar): Day | null => {
  const due = changeDue(one, calendar)
  return due === null ? null : earliestOf([due, one.regularOn])
}

/**
 * `never`: nothing was ever published and nothing is due. `waiting`: a change is announced and its day is not past, or
 * not known yet.
 */
export type Standing = 'overdue' | 'waiting' | 'current' | 'never'

export interface SlotState {
  readonly standing: Standing
  /** The next day by which something must be published; null: none, or not known. */
  readonly dueOn: Day | null
  /** A change is announced and the calendar does not say its last day yet. */
  readonly undated: boolean
}

/** Where a slot stands on a day, by what was published in it and what was announced and is not published. */
export const slotState = (
  settings: Pick<SlotSettings, 'everyMonths'>,
  lastPublishedOn: Day | null,
  announced: readonly (Day | null)[],
  today: Day,
): SlotState => {
  const dueOn = earliestOf([...announced, regularDue(settings, lastPublishedOn)])
  const undated = announced.includes(null)
  const standing = (): Standing => {
    if (dueOn !== null && dueOn < today) return 'overdue'
    if (announced.length > 0) return 'waiting'
    return lastPublishedOn === null ? 'never' : 'current'
  }
  return { standing: standing(), dueOn, undated }
}
