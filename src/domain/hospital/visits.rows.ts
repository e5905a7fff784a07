import { type Day, monthOf } from '../instant'
import { type Figure, figureIn, isBlank, isFigure, plain, squeezed } from './visits.cells'
import { type Dating, datingOf, type KnownTime, periodColumns } from './visits.dating'
import { departmentFinder, type KnownDepartments } from './visits.departments'
import type { Layout } from './visits.layout'
import { type FigureLine, linesOf, type Naming, type TotalLine } from './visits.lines'
import { MOST_VISITS, VISIT_MEASURES, type VisitMeasure } from './visits.model'
import type { ReadingChoices, ReadingFault, ReadingProblem, Sheet } from './visits.reading'
import type { ReadFigure } from './visits.series'
import { type CountedRow, type Period, totalIn, type TotalRow } from './visits.totals'

export interface ReadRows {
  readonly figures: readonly ReadFigure[]
  readonly counted: readonly CountedRow[]
  readonly totals: readonly TotalRow[]
  readonly problems: readonly ReadingProblem[]
  readonly unknownDepartments: readonly string[]
  /** What stands in each counted row for its period and department. */
  readonly written: ReadonlyMap<number, { readonly period: string; readonly department: string }>
  /** Not one row says which month it is of, and some only lack the year or the month. */
  readonly lacksMonth: boolean
}

type Counts = Partial<Record<VisitMeasure, number | null>>

const written = (cells: readonly string[]): string => cells.filter((cell) => !isBlank(cell)).join(' ')

/** Several columns of a measure are added up; one that cannot be read spoils the sum. undefined: nothing is said. */
const addedUp = (figures: readonly Figure[]): number | null | undefined => {
  if (figures.some((figure) => figure === 'not_a_number' || figure === 'too_large')) return undefined
  const said = figures.filter((figure): figure is number | null => figure === null || typeof figure === 'number')
  if (said.length === 0) return undefined
  return said.every((figure) => figure === null) ? null : said.reduce((sum: number, figure) => sum + (figure ?? 0), 0)
}

/** A month that has begun may be reported so far. */
const isAhead = (period: Period, today: Day): boolean =>
  period.length === today.length ? period > today : period > monthOf(today)

const totalOf = (line: TotalLine, { places }: Layout, dating: Dating, naming: Naming): TotalRow => {
  const { row, cells, label } = line
  const { kind, of } = totalIn(label) ?? { kind: 'all', of: '' }
  const certain = (said: readonly string[]): Period | null => {
    const period = said.every((cell) => isBlank(cell)) ? null : dating(said)
    return period === 'incomplete' ? null : period
  }
  const stated: Partial<Record<VisitMeasure, number>> = {}
  for (const measure of VISIT_MEASURES) {
    const sum = addedUp(places[measure].map((column) => figureIn(cells[column])))
    if (typeof sum === 'number') stated[measure] = sum
  }
  const department = naming(line.department)
  return {
    row,
    label: plain(label),
    kind,
    period: certain(line.period.map((cell) => (cell === label ? of : cell))) ?? certain([of]),
    carriedPeriod: certain(line.carriedPeriod),
    departmentId: department?.kind === 'found' ? department.id : null,
    stated,
  }
}

/** Reads the rows below the heading: figures where a row is understood, a problem for each cell that is not. */
export const readRows = (
  sheet: Sheet,
  layout: Layout,
  departments: KnownDepartments,
  { aliases, today }: Pick<ReadingChoices, 'aliases' | 'today'>,
  time: KnownTime,
): ReadRows => {
  const { places } = layout
  const columns = new Map(layout.columns.map((column) => [column.column, column]))
  const periods = periodColumns(layout)
  const find = departmentFinder(departments, aliases)
  const naming: Naming = (cells) => {
    const names = cells.filter((cell) => !isBlank(cell))
    return names.length === 0 ? null : find(names)
  }
  const dating = datingOf(sheet, layout, time)
  const lines = linesOf(sheet, layout, dating, naming)

  const figures: ReadFigure[] = []
  const counted: CountedRow[] = []
  const problems: ReadingProblem[] = []
  const unknown = new Map<string, string>()
  const keys = new Map<number, { period: string; department: string }>()
  const said = { whole: 0, incomplete: 0 }

  const refuse = (row: number, column: number | undefined, value: string, why: ReadingFault) => {
    const { heading = '', field = 'ignored' } = columns.get(column ?? -1) ?? {}
    problems.push({ row, heading, field, value, why })
  }

  /** What stands in such a row may be pushed to the right: none of it is believed. */
  const hasMoreCells = ({ row, cells }: FigureLine | TotalLine): boolean => {
    const column = layout.unheaded.find((place) => isFigure(cells[place]))
    if (column === undefined) return false
    refuse(row, column, (cells[column] ?? '').trim(), 'more_cells')
    return true
  }

  const periodOf = ({ row, period: cells }: FigureLine): Period | null => {
    const period = dating(cells)
    const column = periods.find((_, place) => !isBlank(cells[place])) ?? periods[0]
    if (period !== null) said[period === 'incomplete' ? 'incomplete' : 'whole'] += 1
    if (period !== null && period !== 'incomplete' && !isAhead(period, today)) return period
    if (periods.length === 0) {
      problems.push({ row, heading: '', field: 'month', value: time.month ?? '', why: 'period_ahead' })
      return null
    }
    const isEmpty = cells.every((cell) => isBlank(cell))
    const why = period === null || period === 'incomplete' ? 'not_a_period' : 'period_ahead'
    refuse(row, column, written(cells), isEmpty ? 'period_empty' : why)
    return null
  }

  const countsOf = ({ row, cells }: FigureLine): Counts => {
    const counts: Counts = {}
    for (const measure of VISIT_MEASURES) {
      const read = places[measure].map((column) => ({ column, figure: figureIn(cells[column]) }))
      for (const { column, figure } of read) {
        if (figure === 'not_a_number' || figure === 'too_large')
          refuse(row, column, (cells[column] ?? '').trim(), figure)
      }
      const sum = addedUp(read.map(({ figure }) => figure))
      if (typeof sum === 'number' && sum > MOST_VISITS) refuse(row, read[0]?.column, String(sum), 'too_large')
      else if (sum !== undefined) counts[measure] = sum
    }
    return counts
  }

  const readLine = (line: FigureLine): void => {
    const { row } = line
    const department = naming(line.department)
    if (department?.kind === 'left_out') return leaveOut(line)
    if (hasMoreCells(line)) return
    const period = periodOf(line)
    if (!department) refuse(row, places.department[0], '', 'department_empty')
    else if (department.kind !== 'found') {
      const name = department.written
      const place = Math.max(0, line.department.lastIndexOf(name))
      const why = department.kind === 'none' ? 'no_such_department' : 'department_not_unique'
      refuse(row, places.department[place], name.trim(), why)
      if (!unknown.has(squeezed(name))) unknown.set(squeezed(name), plain(name))
    }
    const counts = countsOf(line)
    if (period === null || department?.kind !== 'found' || Object.keys(counts).length === 0) return
    counted.push({ row, period, departmentId: department.id, figures: counts })
    keys.set(row, { period: written(line.period), department: written(line.department) })
    for (const measure of VISIT_MEASURES) {
      const count = counts[measure]
      if (count === undefined) continue
      figures.push({ row, departmentId: department.id, named: department.named, period, measure, count })
    }
  }

  /** What is left out is no problem whatever stands in it; the file's own totals count it all the same. */
  const leaveOut = (line: FigureLine): void => {
    const period = dating(line.period)
    if (period === null || period === 'incomplete') return
    said.whole += 1
    const counts: Counts = {}
    for (const measure of VISIT_MEASURES) {
      counts[measure] = addedUp(places[measure].map((column) => figureIn(line.cells[column])))
    }
    counted.push({ row: line.row, period, departmentId: null, figures: counts })
  }

  const totals: TotalRow[] = []
  for (const line of lines) {
    if (line.kind === 'figures') readLine(line)
    else if (!hasMoreCells(line)) totals.push(totalOf(line, layout, dating, naming))
  }
  return {
    figures,
    counted,
    totals,
    problems,
    unknownDepartments: [...unknown.values()],
    written: keys,
    lacksMonth: said.whole === 0 && said.incomplete > 0,
  }
}
