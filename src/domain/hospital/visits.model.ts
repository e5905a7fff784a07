import * as v from 'valibot'
import { DepartmentId, HospitalId, StaffId } from '../ids'
import { Instant, Month } from '../instant'
import { Text } from '../text'
import { BatchId } from './staff.contract'

/** Far more than the largest hospital's month. */
export const MOST_VISITS = 9_999_999

export const VisitCount = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MOST_VISITS))

/** One figure for the month, or one a day: `days[0]` is the 1st, null where none was reported. */
export const VisitSeries = v.variant('by', [
  v.object({ by: v.literal('month'), count: VisitCount }),
  v.object({
    by: v.literal('day'),
    days: v.pipe(v.array(v.nullable(VisitCount)), v.minLength(28), v.maxLength(31)),
  }),
])
export type VisitSeries = v.InferOutput<typeof VisitSeries>

/** What is counted: visits to outpatient and emergency care (门急诊人次), discharges (出院人次). */
export const VISIT_MEASURES = ['outpatient', 'discharges'] as const
export type VisitMeasure = (typeof VISIT_MEASURES)[number]

export const visitMeasureNames: Record<VisitMeasure, string> = { outpatient: '门急诊人次', discharges: '出院人次' }

/** A department's month; null: it has none of this (—), or nobody has reported it. */
export const DepartmentVisits = v.object({
  departmentId: DepartmentId,
  outpatient: v.nullable(VisitSeries),
  discharges: v.nullable(VisitSeries),
})
export type DepartmentVisits = v.InferOutput<typeof DepartmentVisits>

/** What a hospital reported of one month. */
export const MonthOfVisits = v.object({
  /** `monthKey` */
  id: v.string(),
  rev: v.number(),
  hospitalId: HospitalId,
  month: Month,
  /** By department code, each once. */
  departments: v.array(DepartmentVisits),
  /** The import that wrote here last; null after it was taken back to nothing. */
  batchId: v.nullable(BatchId),
  /** The figures do not know of this revision yet. */
  pending: v.boolean(),
})
export type MonthOfVisits = v.InferOutput<typeof MonthOfVisits>

/** Days within which an import may be taken back whole. */
export const VISIT_UNDO_DAYS = 30

export const VisitImport = v.object({
  id: BatchId,
  rev: v.number(),
  hospitalId: HospitalId,
  fileName: v.string(),
  /** What was laid aside, each month once, and where. */
  parts: v.array(v.object({ month: Month, id: v.string() })),
  /** In which it writes: those it changes nothing in keep the import that wrote them. None before 'applying'. */
  months: v.array(Month),
  /** Figures that it changed; 0 before 'applying'. */
  changed: v.number(),
  importedBy: StaffId,
  /** Laid aside first; from 'applying' on: written. */
  importedAt: Instant,
  /**
   * 'staged' may still be thrown away ('dropped', until it is removed); from 'applying' on it is carried through, and so
   * is taking it back.
   */
  state: v.picklist(['staged', 'dropped', 'applying', 'applied', 'undoing', 'undone']),
  undoneAt: v.nullable(Instant),
})
export type VisitImport = v.InferOutput<typeof VisitImport>

/** One month of an import: what it found there and what it puts there. Never changed: different figures are another part. */
export const VisitImportPart = v.object({
  /** `${batchId}|${month}|` and a digest of what was sent. */
  id: v.string(),
  rev: v.number(),
  batchId: BatchId,
  hospitalId: HospitalId,
  month: Month,
  /** Revision the dry run saw; null where there was nothing. */
  seen: v.nullable(v.number()),
  before: v.array(DepartmentVisits),
  /** The import that had written `before`; null where there was none. */
  beforeBatchId: v.nullable(BatchId),
  after: v.array(DepartmentVisits),
  changed: v.number(),
})
export type VisitImportPart = v.InferOutput<typeof VisitImportPart>

/** One import at a time writes in a hospital: whoever comes later finishes it first. */
export const VisitLock = v.object({
  /** The hospital's id. */
  id: v.string(),
  rev: v.number(),
  batchId: v.nullable(BatchId),
  takenAt: Instant,
})
export type VisitLock = v.InferOutput<typeof VisitLock>

export const MAPPED_FIELDS = ['month', 'day', 'department', 'outpatient', 'discharges', 'ignored'] as const
export const MappedField = v.picklist(MAPPED_FIELDS)
export type MappedField = v.InferOutput<typeof MappedField>

/** A cell of a heading may have line breaks in it. */
const written = Text(1, 60)

/** How a hospital's files are to be read, as it was settled the last time. */
export const VisitMapping = v.object({
  /** The hospital's id. */
  id: v.string(),
  rev: v.number(),
  columns: v.pipe(v.array(v.object({ heading: written, field: MappedField })), v.maxLength(60)),
  /** Names in the file that are no department's name here; null: such rows are left out. */
  departments: v.pipe(v.array(v.object({ name: written, departmentId: v.nullable(DepartmentId) })), v.maxLength(500)),
})
export type VisitMapping = v.InferOutput<typeof VisitMapping>
