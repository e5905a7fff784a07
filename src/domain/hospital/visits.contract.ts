import * as v from 'valibot'
import { defineActions } from '../contract'
import { DepartmentId } from '../ids'
import { Instant, Month } from '../instant'
import { Line } from '../text'
import { Department } from './hospital.model'
import { BatchId } from './staff.contract'
import { MonthOfVisits, VisitImport, VisitMapping, VisitSeries } from './visits.model'

const nothing = v.strictObject({})
const revision = v.pipe(v.number(), v.integer(), v.minValue(0))

/** Days by month are the most that one answer carries of. */
export const MONTHS_AT_ONCE = 12
export const MONTHS_IN_AN_IMPORT = 120
const DEPARTMENTS_IN_A_MONTH = 500

/** What a file says of a department's month; left out: nothing, null: it has none of this (—). */
export const ReportedVisits = v.strictObject({
  departmentId: DepartmentId,
  outpatient: v.optional(v.nullable(VisitSeries)),
  discharges: v.optional(v.nullable(VisitSeries)),
})
export type ReportedVisits = v.InferOutput<typeof ReportedVisits>

export const StoredMonth = v.pick(MonthOfVisits, ['month', 'rev', 'departments'])
export type StoredMonth = v.InferOutput<typeof StoredMonth>

export const PastVisitImport = v.object({
  ...v.pick(VisitImport, ['id', 'fileName', 'months', 'changed', 'importedAt', 'undoneAt']).entries,
  importedBy: v.string(),
  undoUntil: Instant,
  /** A later import wrote in one of its months: that one has to be taken back first. */
  covered: v.boolean(),
})
export type PastVisitImport = v.InferOutput<typeof PastVisitImport>

/** Visits (接诊人次) into the hospital, by an administrator. */
export const visitActions = defineActions({
  /** What is stored of these months; a month without a document has none. */
  visits: {
    input: v.strictObject({
      months: v.pipe(v.array(Month), v.minLength(1), v.maxLength(MONTHS_AT_ONCE)),
    }),
    output: v.object({ rows: v.array(StoredMonth) }),
    errors: ['auth.forbidden'],
  },
  /** How the files are read, and every department, retired ones too. */
  visitMapping: {
    input: nothing,
    output: v.object({
      ...v.pick(VisitMapping, ['columns', 'departments']).entries,
      /** null: nothing was settled yet. */
      rev: v.nullable(v.number()),
      known: v.array(v.pick(Department, ['id', 'name', 'retired'])),
    }),
    errors: ['auth.forbidden'],
  },
  rememberVisitMapping: {
    input: v.strictObject({
      rev: v.nullable(revision),
      ...v.pick(VisitMapping, ['columns', 'departments']).entries,
    }),
    output: v.object({ rev: v.number() }),
    errors: ['auth.forbidden', 'data.changed'],
  },
  /**
   * One month of an import, laid aside: nothing is written before `commitVisits`. Sending it again changes nothing, also
   * after that; sending it differently before that replaces it.
   */
  stageVisits: {
    input: v.strictObject({
      batchId: BatchId,
      fileName: Line(1, 120),
      month: Month,
      /** Revision of the month the dry run saw; null where there was none. */
      seen: v.nullable(revision),
      departments: v.pipe(v.array(ReportedVisits), v.minLength(1), v.maxLength(DEPARTMENTS_IN_A_MONTH)),
    }),
    output: v.object({ changed: v.number() }),
    errors: [
      'auth.forbidden',
      'input.invalid',
      'hospital.department_unknown',
      'visits.import_unknown',
      'visits.import_finished',
      'visits.partial_month',
      'visits.busy',
      'data.changed',
    ],
  },
  /**
   * Writes the staged months, all or none: each must be as the dry run saw it. Sent again it answers the same; what an
   * interruption left half-way is carried through by whoever comes next, within a minute at the latest.
   */
  commitVisits: {
    input: v.strictObject({
      batchId: BatchId,
      months: v.pipe(v.array(Month), v.minLength(1), v.maxLength(MONTHS_IN_AN_IMPORT)),
    }),
    output: v.object({ changed: v.number() }),
    errors: ['auth.forbidden', 'visits.import_unknown', 'visits.import_finished', 'visits.busy', 'data.changed'],
  },
  /** The latest, newest first; those that were only staged are not among them. */
  visitImports: {
    input: nothing,
    output: v.object({ rows: v.array(PastVisitImport) }),
    errors: ['auth.forbidden'],
  },
  /** Takes an import back whole: every month as it was before. */
  undoVisits: {
    input: v.strictObject({ batchId: BatchId }),
    output: v.object({ months: v.array(Month) }),
    errors: ['auth.forbidden', 'visits.import_unknown', 'visits.import_covered', 'visits.import_closed', 'visits.busy'],
  },
})
