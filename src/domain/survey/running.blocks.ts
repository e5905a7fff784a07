import type { Day } from '../instant'
import { SHOWN_FROM } from './survey.model'

/** A day of the month that runs, over and counted. */
export interface RunningDay {
  readonly day: Day
  /** Respondents with a total, and those who rated the overall question. */
  readonly n: number
  readonly of: number
}

/**
 * How many of these days are shown of a month that runs; 0: none yet. They are taken in blocks of at least `SHOWN_FROM`
 * answers, and the last whole block is kept back: between any two showings, and between any showing and the month when
 * it is over, lie no answers or at least so many.
 * @param isRated the form has an overall question, whose answers are shown too
 */
export const runningDays = (days: readonly RunningDay[], isRated: boolean): number => {
  let shown = 0
  let lastEnd = 0
  let n = 0
  let of = 0
  days.forEach((day, at) => {
    n += day.n
    of += day.of
    if (n < SHOWN_FROM || (isRated && of < SHOWN_FROM)) return
    shown = lastEnd
    lastEnd = at + 1
    n = 0
    of = 0
  })
  return shown
}
