import type { DepartmentId } from '../ids'
import { type Day, type Month, monthOf } from '../instant'
import { squeezed } from './visits.cells'
import { VISIT_MEASURES, type VisitMeasure } from './visits.model'
import type { TotalCheck } from './visits.reading'

export type Period = Month | Day

/** A row that was understood, also one that is left out on purpose: the file's own totals count it. */
export interface CountedRow {
  readonly row: number
  readonly period: Period
  readonly departmentId: DepartmentId | null
  readonly figures: Readonly<Partial<Record<VisitMeasure, number | null>>>
}

/** A row of 小计 or 合计. */
export interface TotalRow {
  readonly row: number
  readonly label: string
  readonly kind: 'part' | 'all'
  /** Written in the row itself. */
  readonly period: Period | null
  /** Of the rows above it, where the row itself leaves it open. */
  readonly carriedPeriod: Period | null
  readonly departmentId: DepartmentId | null
  readonly stated: Readonly<Partial<Record<VisitMeasure, number>>>
}

const TOTAL = /^(.{0,20}?)(小计|总合计|合计|总计|共计|总数)数?[:：]?$/
const WHOLE_HOSPITAL = new Set(['全院', '全医院', '本院'])

/** 「合 计」「科室合计」「内科小计」; `of` is what stands before the word. null: no total. */
export const totalIn = (written: string): { kind: TotalRow['kind']; of: string } | null => {
  const text = squeezed(written).replace(/\(.*\)$/, '')
  if (WHOLE_HOSPITAL.has(text)) return { kind: 'all', of: '' }
  const [, of, word] = TOTAL.exec(text) ?? []
  if (of === undefined) return null
  return { kind: word === '小计' || of === '本页' ? 'part' : 'all', of }
}

/** How many of the rows, which are in the order of the file, stand up to a line. */
const placeAfter = (rows: readonly CountedRow[], line: number): number => {
  let [from, to] = [0, rows.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((rows[middle]?.row ?? 0) <= line) from = middle + 1
    else to = middle
  }
  return from
}

/** A row of a day is of its month too. */
const byPeriod = (rows: readonly CountedRow[]): ReadonlyMap<Period, readonly CountedRow[]> => {
  const periods = new Map<Period, CountedRow[]>()
  for (const row of rows) {
    for (const period of new Set([row.period, monthOf(row.period)])) {
      const before = periods.get(period)
      if (before) before.push(row)
      else periods.set(period, [row])
    }
  }
  return periods
}

type Coverage = () => readonly CountedRow[]

/** The rows that a total may mean, the likeliest first. */
const coverages = (
  total: TotalRow,
  rows: readonly CountedRow[],
  totals: readonly TotalRow[],
  ofPeriod: ReadonlyMap<Period, readonly CountedRow[]>,
): Coverage[] => {
  const ends = (earlier: TotalRow) => total.kind === 'part' || earlier.kind === 'all'
  const since = Math.max(0, ...totals.filter((other) => other.row < total.row && ends(other)).map(({ row }) => row))
  const last = rows[rows.length - 1]?.row ?? 0
  const isFirst = (rows[0]?.row ?? 0) > total.row
  const all = () => rows
  const section = () => rows.slice(placeAfter(rows, since), placeAfter(rows, total.row))
  const inPeriod = (wanted: Period | null) => (wanted ? [() => ofPeriod.get(wanted) ?? []] : [])
  const { departmentId } = total
  const inDepartment = departmentId ? [() => rows.filter((row) => row.departmentId === departmentId)] : []
  const ofKeys = [...inPeriod(total.period), ...inDepartment]
  if (total.kind === 'part') return [section, ...ofKeys, ...inPeriod(total.carriedPeriod)]
  if (ofKeys.length > 0) return [...ofKeys, section]
  return [...(last < total.row || isFirst ? [all, section] : [section, all]), ...inPeriod(total.carriedPeriod)]
}

const sumOf = (rows: readonly CountedRow[], measure: VisitMeasure): number =>
  rows.reduce((sum, { figures }) => sum + (figures[measure] ?? 0), 0)

const onePeriod = (covered: readonly CountedRow[], rows: readonly CountedRow[], total: TotalRow): Period | null => {
  if (total.period) return total.period
  const [first] = covered
  if (!first || covered.length === rows.length) return null
  if (covered.every(({ period }) => period === first.period)) return first.period
  const month = monthOf(first.period)
  return covered.every(({ period }) => monthOf(period) === month) ? month : null
}

/**
 * Each total beside the sum of the rows that it covers. Where its place leaves open which those are, it is the reading
 * whose sums are the stated ones; if none is, the likeliest.
 */
export const checkTotals = (totals: readonly TotalRow[], rows: readonly CountedRow[]): TotalCheck[] => {
  const ofPeriod = byPeriod(rows)
  return totals.flatMap((total) => {
    const measures = VISIT_MEASURES.filter((measure) => total.stated[measure] !== undefined)
    const fits = (covered: readonly CountedRow[]) =>
      covered.length > 0 && measures.every((measure) => sumOf(covered, measure) === total.stated[measure])
    const [likeliest, ...others] = coverages(total, rows, totals, ofPeriod)
    let covered = likeliest?.() ?? []
    for (const other of others) {
      if (fits(covered)) break
      const next = other()
      if (fits(next)) covered = next
    }
    const { row, label } = total
    const period = onePeriod(covered, rows, total)
    return measures.map((measure) => {
      const stated = total.stated[measure] ?? 0
      return { row, label, period, measure, stated, sum: sumOf(covered, measure) }
    })
  })
}
