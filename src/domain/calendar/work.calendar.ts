import type { Day } from '../instant'

/**
 * The State Council's yearly notice on holidays (国务院办公厅关于部分节假日安排的通知), as data.
 * `holidays`: days off, weekends inside a holiday included. `workdays`: weekend days worked instead (调休).
 * Days as 'YYYY-MM-DD'. A year not in `years` has no published notice yet.
 */
export interface WorkCalendar {
  readonly years: readonly number[]
  readonly holidays: readonly Day[]
  readonly workdays: readonly Day[]
}
