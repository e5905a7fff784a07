import type { DepartmentId } from '../ids'
import type { Day, Month } from '../instant'
import type { ReportedVisits } from './visits.contract'
import type { MappedField, VisitMeasure } from './visits.model'

/** Rows of a file as text, as a spreadsheet shows them. */
export type Sheet = readonly (readonly string[])[]

/** How one column of the file is read. Several columns of one measure are added up (门诊人次 and 急诊人次). */
export interface ReadColumn {
  /** From 0. */
  readonly column: number
  readonly heading: string
  readonly field: MappedField
  /** 'remembered' from the last time, 'known' by its heading, 'nothing' was recognised, 'chosen' just now. */
  readonly by: 'remembered' | 'known' | 'nothing' | 'chosen'
}

/** What is to be decided before a file can be taken in; each names where it stands. */
export type ReadingFault =
  | 'no_such_department'
  | 'department_not_unique'
  | 'department_empty'
  | 'not_a_period'
  | 'period_empty'
  | 'period_ahead'
  | 'not_a_number'
  | 'too_large'
  | 'twice'
  /** A day's figure for a month that another row gives as a whole, or the other way round. */
  | 'day_and_month'
  /** A figure where no heading stands: those before it may be parts of one (1,234 without quotes). */
  | 'more_cells'

export interface ReadingProblem {
  /** Line of the file, from 1. */
  readonly row: number
  /** Heading of the column it stands in. */
  readonly heading: string
  readonly field: MappedField
  /** As it stands in the file. */
  readonly value: string
  readonly why: ReadingFault
  /** Of 'twice' and 'day_and_month': the line that was there first. */
  readonly firstRow?: number
}

/** 小计 and 合计 of the file beside the sum of what was understood. */
export interface TotalCheck {
  readonly row: number
  /** 「合计」 */
  readonly label: string
  /** The month or day it is said of; null: all of the file. */
  readonly period: Month | Day | null
  readonly measure: VisitMeasure
  readonly stated: number
  readonly sum: number
}

export interface ReadMonth {
  readonly month: Month
  readonly departments: readonly ReportedVisits[]
}

/** A file as it was understood. Nothing of it is sent while there are problems. */
export interface VisitReading {
  /** Line of the heading, from 1. */
  readonly headingRow: number
  readonly columns: readonly ReadColumn[]
  readonly months: readonly ReadMonth[]
  readonly problems: readonly ReadingProblem[]
  readonly totals: readonly TotalCheck[]
  /** Names in the file that are to be settled: no department bears them, or several do. Each once, in its order. */
  readonly unknownDepartments: readonly string[]
  /** Rows that were understood, totals and blank lines aside. */
  readonly rows: number
  /** The month of every row, where the file has no column of it: out of its title, or chosen. */
  readonly wholeMonth: Month | null
}

/** Why a file could not be read at all. */
export type Unreadable = 'no_heading' | 'no_rows' | 'no_period' | 'unit_not_persons'

export interface ReadingChoices {
  /** How columns were read the last time, by heading. */
  readonly remembered: readonly { heading: string; field: MappedField }[]
  /** Chosen just now, by column; it goes before what is remembered. */
  readonly chosen: ReadonlyMap<number, MappedField>
  /** What names mean that are no department's name here; null: left out. */
  readonly aliases: ReadonlyMap<string, DepartmentId | null>
  /** The month of a file that names none; null: not chosen. */
  readonly wholeMonth: Month | null
  /** Nothing happened after it. */
  readonly today: Day
}
