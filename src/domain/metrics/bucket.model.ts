import * as v from 'valibot'
import { DepartmentId, HospitalId } from '../ids'
import { Day, Instant, Month } from '../instant'
import { LeafKey, MonthKey } from './bucket.keys'
import { StoredCells } from './tally'

/** What was received in a hospital on one day. `rev` grows with every recount, also with one that finds the same. */
export const Leaf = v.object({ id: LeafKey, rev: v.number(), hospitalId: HospitalId, month: Month, cells: StoredCells })
export type Leaf = v.InferOutput<typeof Leaf>

/** A department's month of visits as one figure each; null: none was reported. */
export const VisitTotals = v.object({
  departmentId: DepartmentId,
  outpatient: v.nullable(v.number()),
  discharges: v.nullable(v.number()),
})
export type VisitTotals = v.InferOutput<typeof VisitTotals>

export const MonthVisits = v.object({
  departments: v.array(VisitTotals),
  /** The first and the last day that nobody has reported; null: none is missing. */
  unreported: v.nullable(v.object({ from: Day, to: Day })),
})
export type MonthVisits = v.InferOutput<typeof MonthVisits>

/** A hospital's month: its days merged, and the visits as they were set. */
export const MonthPage = v.object({
  id: MonthKey,
  rev: v.number(),
  hospitalId: HospitalId,
  month: Month,
  cells: StoredCells,
  visits: MonthVisits,
})
export type MonthPage = v.InferOutput<typeof MonthPage>

/** Values with commas between, one for each hospital; nothing between two of them: no figure. */
const Column = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_,-]*$/))

/**
 * All hospitals' month, a column of each number. Numerators by the usual counting, whatever each hospital has set:
 * hospitals are comparable only by one rule. Columns are text because the database's wire wraps every single number:
 * as lists of numbers, a year of 187 hospitals took five times as long to read.
 */
export const CityPage = v.object({
  /** The month. */
  id: Month,
  rev: v.number(),
  /** Their ids. */
  hospitals: Column,
  overall: Column,
  outpatient: Column,
  inpatient: Column,
  responsible: Column,
  /** 门急诊人次 and 出院人次 */
  visits: Column,
  discharges: Column,
})
export type CityPage = v.InferOutput<typeof CityPage>

/** How far counting a hospital anew has come. */
export const Rebuild = v.object({
  /** The hospital's id. */
  id: v.string(),
  rev: v.number(),
  askedAt: Instant,
  /** The earliest month there is anything of; null until the first part has looked. */
  first: v.nullable(Month),
  /** The month to be counted next. */
  next: v.nullable(Month),
  last: Month,
  finishedAt: v.nullable(Instant),
})
export type Rebuild = v.InferOutput<typeof Rebuild>

/** What somebody wrote beside a month of the rate. */
export const RateNoteRecord = v.object({
  /** `monthKey` */
  id: MonthKey,
  rev: v.number(),
  hospitalId: HospitalId,
  month: Month,
  text: v.nullable(v.string()),
  by: v.string(),
  at: Instant,
})
export type RateNoteRecord = v.InferOutput<typeof RateNoteRecord>
