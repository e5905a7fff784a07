import type { DepartmentId } from '../ids'
import type { Day, Instant, Month } from '../instant'
import { daysOf } from '../metrics/month.arithmetic'
import { err, ok, type Result } from '../result'
import type { ReportedVisits } from './visits.contract'
import {
  type DepartmentVisits,
  VISIT_MEASURES,
  VISIT_UNDO_DAYS,
  type VisitImport,
  type VisitMeasure,
  type VisitSeries,
} from './visits.model'

const DAY_MS = 86_400_000

export const undoUntil = ({ importedAt }: Pick<VisitImport, 'importedAt'>): Instant =>
  (importedAt + VISIT_UNDO_DAYS * DAY_MS) as Instant

/** Of what there is; null: there is nothing. */
export const sumOfKnown = (counts: readonly (number | null)[]): number | null => {
  const known = counts.filter((count) => count !== null)
  return known.length === 0 ? null : known.reduce((total, count) => total + count, 0)
}

/** Of the month, or of the days that were reported; null: nothing was. */
export const totalOf = (series: VisitSeries | null): number | null => {
  if (series === null) return null
  return series.by === 'month' ? series.count : sumOfKnown(series.days)
}

const hasItsDays = (series: VisitSeries | null | undefined, month: Month): boolean =>
  series?.by !== 'day' || series.days.length === daysOf(month).length

/** Whether it says something of every day. */
export const isWhole = (series: VisitSeries | null, month: Month): boolean => {
  if (series === null) return false
  return series.by === 'month' || (hasItsDays(series, month) && series.days.every((count) => count !== null))
}

const isSame = (left: VisitSeries | null, right: VisitSeries | null): boolean => {
  if (left?.by === 'month' && right?.by === 'month') return left.count === right.count
  if (left?.by === 'day' && right?.by === 'day') return left.days.every((count, at) => count === right.days[at])
  return left === right
}

const saysNothing = (series: VisitSeries): boolean => totalOf(series) === null

/** What is there after a report. 'partial': some days, where a figure of the whole month is. */
const reportOn = (
  stored: VisitSeries | null,
  reported: VisitSeries | null | undefined,
  month: Month,
): VisitSeries | null | 'partial' => {
  if (reported === undefined) return stored
  if (reported === null || reported.by === 'month') return reported
  if (saysNothing(reported)) return stored
  if (stored?.by === 'month') return isWhole(reported, month) ? reported : 'partial'
  return { by: 'day', days: reported.days.map((count, at) => count ?? stored?.days[at] ?? null) }
}

const NONE = { outpatient: null, discharges: null }

const byDepartment = (departments: readonly DepartmentVisits[]): Map<DepartmentId, DepartmentVisits> =>
  new Map(departments.map((department) => [department.departmentId, department]))

const byCode = (left: { departmentId: DepartmentId }, right: { departmentId: DepartmentId }): number =>
  left.departmentId === right.departmentId ? 0 : left.departmentId < right.departmentId ? -1 : 1

/** One figure of one department. */
export interface VisitSlot {
  readonly departmentId: DepartmentId
  readonly measure: VisitMeasure
}

/** Totals of the month before and after; they may be equal where a figure of the month takes the place of its days. */
export interface VisitChange extends VisitSlot {
  readonly before: number | null
  readonly after: number | null
}

/** Where some days are reported of a month that has one figure already: they cannot take its place. */
export const partialIn = (
  month: Month,
  departments: readonly DepartmentVisits[],
  reported: readonly ReportedVisits[],
): VisitSlot[] => {
  const stored = byDepartment(departments)
  return reported.flatMap((report) =>
    VISIT_MEASURES.filter(
      (measure) => reportOn(stored.get(report.departmentId)?.[measure] ?? null, report[measure], month) === 'partial',
    ).map((measure) => ({ departmentId: report.departmentId, measure })),
  )
}

export interface AfterReport {
  /** By department code; departments without any figure are none of it. */
  readonly after: DepartmentVisits[]
  readonly changes: VisitChange[]
}

/**
 * A month after a file reported on it. A figure of the month takes the place of whatever is there; days are put beside
 * the days that are there, and take the place of a figure of the month only together. — (null) takes away, what is left
 * out stays. Reporting the same again changes nothing.
 *
 * Refused fields are paths into `reported`: 'departments.3.outpatient'.
 */
export const withReported = (
  month: Month,
  departments: readonly DepartmentVisits[],
  reported: readonly ReportedVisits[],
): Result<AfterReport, 'input.invalid' | 'visits.partial_month'> => {
  const pathsWhere = (isWrong: (report: ReportedVisits, measure: VisitMeasure) => boolean) =>
    reported.flatMap((report, at) =>
      VISIT_MEASURES.filter((measure) => isWrong(report, measure)).map((measure) => `departments.${at}.${measure}`),
    )
  const crooked = pathsWhere((report, measure) => !hasItsDays(report[measure], month))
  if (crooked.length > 0) return err('input.invalid', crooked)
  if (new Set(reported.map(({ departmentId }) => departmentId)).size < reported.length) {
    return err('input.invalid', ['departments'])
  }

  const stored = byDepartment(departments)
  const partial = pathsWhere(
    (report, measure) =>
      reportOn(stored.get(report.departmentId)?.[measure] ?? null, report[measure], month) === 'partial',
  )
  if (partial.length > 0) return err('visits.partial_month', partial)

  const after = new Map(stored)
  const changes: VisitChange[] = []
  for (const report of reported) {
    const { departmentId } = report
    const before = stored.get(departmentId) ?? { departmentId, ...NONE }
    const next = { ...before }
    for (const measure of VISIT_MEASURES) {
      const series = reportOn(before[measure], report[measure], month)
      if (series === 'partial' || isSame(before[measure], series)) continue
      next[measure] = series
      changes.push({ departmentId, measure, before: totalOf(before[measure]), after: totalOf(series) })
    }
    after.set(departmentId, next)
  }
  const withFigures = [...after.values()].filter((one) => VISIT_MEASURES.some((measure) => one[measure] !== null))
  return ok({ after: withFigures.sort(byCode), changes: changes.sort(byCode) })
}

export interface VisitSumsOfMonth {
  /** Of all departments that have a figure; null where none has. */
  readonly outpatient: number | null
  readonly discharges: number | null
  /** Somebody reported on every day. */
  readonly whole: boolean
  /** The first and the last day nobody reported on. */
  readonly firstMissing: Day | null
  readonly lastMissing: Day | null
}

/**
 * The hospital's month. Where figures come by day, a day counts as reported once any department has one of each measure
 * that comes by day: a department may well have had no visitor on it, the hospital not.
 */
export const sumsOf = (departments: readonly DepartmentVisits[], month: Month): VisitSumsOfMonth => {
  const measures = VISIT_MEASURES.map((measure) => departments.flatMap((department) => department[measure] ?? []))
  const daily = measures
    .map((figures) => figures.flatMap((series) => (series.by === 'day' ? [series.days] : [])))
    .filter((days) => days.length > 0)
  const isReported = (_: Day, at: number) =>
    measures.some((figures) => figures.length > 0) &&
    daily.every((days) => days.some((counts) => (counts[at] ?? null) !== null))
  const missing = daysOf(month).filter((day, at) => !isReported(day, at))
  return {
    outpatient: sumOfKnown(departments.map(({ outpatient }) => totalOf(outpatient))),
    discharges: sumOfKnown(departments.map(({ discharges }) => totalOf(discharges))),
    whole: missing.length === 0,
    firstMissing: missing[0] ?? null,
    lastMissing: missing[missing.length - 1] ?? null,
  }
}
