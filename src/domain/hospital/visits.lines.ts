import { figureIn, isBlank, looksLikeFigure, squeezed } from './visits.cells'
import { type Dating, periodColumns } from './visits.dating'
import type { FoundDepartment } from './visits.departments'
import type { Layout } from './visits.layout'
import { VISIT_MEASURES } from './visits.model'
import type { Sheet } from './visits.reading'
import { totalIn } from './visits.totals'

/** What stands in the columns of the period and of the department. */
interface Keys {
  readonly period: readonly string[]
  readonly department: readonly string[]
}

interface Line extends Keys {
  /** From 1. */
  readonly row: number
  readonly cells: readonly string[]
}

/** A line with figures; what merged cells leave blank is filled in from above. */
export interface FigureLine extends Line {
  readonly kind: 'figures'
}

/** A line of 小计 or 合计. */
export interface TotalLine extends Line {
  readonly kind: 'total'
  /** The cell that says so. */
  readonly label: string
  /** Of the lines above it. */
  readonly carriedPeriod: readonly string[]
}

/** What a name means; null where none stands. */
export type Naming = (cells: readonly string[]) => FoundDepartment | null

const FOOTER =
  /^(?:制表|填表|填报|审核|复核|核对|打印|导出|报表|统计人|统计员|负责人|操作员|单位负责|报出|备注|注[:：]|说明|第\d+页|共\d+页|页码)/

/** 甲 乙 1 2: how official tables number their columns. */
const COLUMN_NUMBERS = /^(?:[甲乙丙丁]|栏次?)$/

const isNote = (cell: string): boolean => FOOTER.test(squeezed(cell))

const isAllBlank = (cells: readonly string[]): boolean => cells.every((cell) => isBlank(cell))

const isKnown = (found: FoundDepartment | null): boolean => found?.kind === 'found' || found?.kind === 'left_out'

/** Of merged cells only the first is written: blank ones take what stands above, never right of what is new. */
const filledFrom = (own: readonly string[], above: readonly string[]): string[] => {
  const first = own.findIndex((cell) => !isBlank(cell))
  return own.map((cell, place) => (isBlank(cell) && (first < 0 || place < first) ? (above[place] ?? '') : cell))
}

/** For telling a printed page's repeated lines. */
const inOneLine = (cells: readonly string[]): string =>
  cells
    .map((cell) => cell.trim())
    .join('\n')
    .trim()

/** The lines below the heading that say something; blank ones, repeated headings, notes and signatures do not. */
export const linesOf = (
  sheet: Sheet,
  layout: Layout,
  dating: Dating,
  naming: Naming,
): readonly (FigureLine | TotalLine)[] => {
  const { end, columns, places } = layout
  const periods = periodColumns(layout)
  const measures = VISIT_MEASURES.flatMap((measure) => places[measure])
  const headings = new Set(
    columns.filter(({ field }) => field === 'department').map(({ heading }) => squeezed(heading.replace(/^.* /, ''))),
  )
  const above = new Set(sheet.slice(0, end + 1).map(inOneLine))
  const lines: (FigureLine | TotalLine)[] = []
  let carried: Keys = { period: [], department: [] }

  const isOfTable = (cells: readonly string[], own: Keys, isNamed: boolean): boolean => {
    if (isAllBlank(cells) || above.has(inOneLine(cells))) return false
    if (isNamed) return true
    const names = own.department.map(squeezed)
    if (names.some((name) => headings.has(name) || COLUMN_NUMBERS.test(name))) return false
    const first = cells.find((cell) => !isBlank(cell)) ?? ''
    return !isNote(first) || measures.some((column) => typeof figureIn(cells[column]) === 'number')
  }
  const labelIn = (cells: readonly string[], own: Keys, named: FoundDepartment | null): string | undefined => {
    const others = named ? [] : places.ignored.map((column) => cells[column] ?? '')
    const labels = [...(isKnown(named) ? [] : own.department), ...own.period, ...others]
    return labels.find((cell) => totalIn(cell) !== null)
  }
  const hasFigures = (cells: readonly string[], isNamed: boolean): boolean =>
    measures.some((column) => {
      const cell = cells[column] ?? ''
      return isNamed ? !isBlank(cell) : looksLikeFigure(cell) && !isNote(cell)
    })

  sheet.forEach((cells, index) => {
    const own = {
      period: periods.map((column) => cells[column] ?? ''),
      department: places.department.map((column) => cells[column] ?? ''),
    }
    const named = naming(own.department)
    const isNamed = isKnown(named)
    if (index <= end || !isOfTable(cells, own, isNamed)) return
    const line = { row: index + 1, cells }
    const label = labelIn(cells, own, named)
    if (label !== undefined) {
      lines.push({ kind: 'total', ...line, ...own, label, carriedPeriod: carried.period })
      const closesPeriod = own.period.includes(label)
      carried = { period: closesPeriod ? [] : filledFrom(own.period, carried.period), department: [] }
    } else if (hasFigures(cells, isNamed)) {
      const isNameless = isAllBlank(own.department)
      const keys = {
        period: filledFrom(own.period, carried.period),
        // Where neither is written it is no merged cell: the same would stand there twice.
        department: isNameless && !isAllBlank(own.period) ? carried.department : own.department,
      }
      lines.push({ kind: 'figures', ...line, ...keys })
      carried = { period: keys.period, department: isNameless ? carried.department : own.department }
    } else {
      // A line above its group, or one that says nothing: what is not understood is not carried on.
      const period = dating(own.period)
      if (!isAllBlank(own.period)) carried = { ...carried, period: period && period !== 'incomplete' ? own.period : [] }
      if (!isAllBlank(own.department)) {
        carried = { ...carried, department: isNamed ? own.department : [] }
      }
    }
  })
  return lines
}
