import type { DepartmentId } from '../ids'
import { type Month, monthOf } from '../instant'
import { MOST_VISITS, VISIT_MEASURES, type VisitMeasure, type VisitSeries } from './visits.model'
import type { ReportedVisits } from './visits.contract'
import { daysIn } from './visits.periods'
import type { ReadMonth } from './visits.reading'
import type { Period } from './visits.totals'

/** A figure of one row. */
export interface ReadFigure {
  readonly row: number
  readonly departmentId: DepartmentId
  /** The name it was found by: a name is counted once in a period, several names of a department are added up. */
  readonly named: string
  readonly period: Period
  readonly measure: VisitMeasure
  readonly count: number | null
}

export interface Clash {
  readonly row: number
  readonly why: 'twice' | 'day_and_month' | 'too_large'
  readonly firstRow?: number
}

const monthIn = (period: Period): Month => monthOf(period)
const isDay = (period: Period): boolean => period.length > 'YYYY-MM'.length

const plus = (before: number | null | undefined, count: number | null): number | null =>
  before === undefined || before === null ? count : before + (count ?? 0)

/** By day: null throughout is none (—). */
const seriesOf = (figures: readonly ReadFigure[], month: Month): VisitSeries | null => {
  const sums = new Map<Period, number | null>()
  for (const { period, count } of figures) sums.set(period, plus(sums.get(period), count))
  const whole = sums.get(month)
  if (whole !== undefined && whole !== null) return { by: 'month', count: whole }
  if ([...sums.values()].every((count) => count === null)) return null
  const [year = 0, number = 0] = month.split('-').map(Number)
  const days = Array.from(
    { length: daysIn(year, number) },
    (_, day) => sums.get(`${month}-${String(day + 1).padStart(2, '0')}`) ?? null,
  )
  return { by: 'day', days }
}

const grouped = <Key, Item>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> => {
  const groups = new Map<Key, Item[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}

/** What stands there a second time, and days beside their whole month: neither is to be guessed away. */
const clashesIn = (figures: readonly ReadFigure[]): Clash[] => {
  const first = new Map<string, number>()
  const whole = new Map<boolean, number>()
  const sums = new Map<Period, number>()
  const clashes: Clash[] = []
  for (const { row, named, period, count } of figures) {
    const said = `${named}|${period}`
    const firstRow = first.get(said)
    const other = whole.get(!isDay(period))
    sums.set(period, (sums.get(period) ?? 0) + (count ?? 0))
    if (firstRow !== undefined) clashes.push({ row, why: 'twice', firstRow })
    else if (count !== null && other !== undefined) clashes.push({ row, why: 'day_and_month', firstRow: other })
    else if ((sums.get(period) ?? 0) > MOST_VISITS) clashes.push({ row, why: 'too_large' })
    if (firstRow === undefined) first.set(said, row)
    if (count !== null && !whole.has(isDay(period))) whole.set(isDay(period), row)
  }
  return clashes
}

const byCode =
  <Item>(keyOf: (item: Item) => string) =>
  (one: Item, other: Item): number =>
    keyOf(one) < keyOf(other) ? -1 : 1

/** The months of a file out of its figures, in the order of time and of department codes, with what clashes in them. */
export const monthsOf = (
  figures: readonly ReadFigure[],
): { months: ReadMonth[]; clashes: (Clash & { measure: VisitMeasure })[] } => {
  const clashes: (Clash & { measure: VisitMeasure })[] = []
  const months = [...grouped(figures, ({ period }) => monthIn(period))].map(([month, ofMonth]): ReadMonth => {
    const departments = [...grouped(ofMonth, ({ departmentId }) => departmentId)].map(([departmentId, own]) => {
      const reported: { -readonly [Field in keyof ReportedVisits]: ReportedVisits[Field] } = { departmentId }
      for (const measure of VISIT_MEASURES) {
        const said = own.filter((figure) => figure.measure === measure)
        if (said.length === 0) continue
        reported[measure] = seriesOf(said, month)
        clashes.push(...clashesIn(said).map((clash) => ({ ...clash, measure })))
      }
      return reported
    })
    return { month, departments: departments.sort(byCode(({ departmentId }) => departmentId)) }
  })
  return { months: months.sort(byCode(({ month }) => month)), clashes }
}
