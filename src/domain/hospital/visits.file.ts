import type { DepartmentId } from '../ids'
import type { StoredMonth } from './visits.contract'
import { isBlank } from './visits.cells'
import { periodColumns } from './visits.dating'
import type { KnownDepartments } from './visits.departments'
import { isMeasure, isOfMany, isOfManyAbove } from './visits.headings'
import { type Layout, layoutOf } from './visits.layout'
import { type DepartmentVisits, VISIT_MEASURES, visitMeasureNames, type VisitSeries } from './visits.model'
import { saidAbove } from './visits.periods'
import type { ReadingChoices, ReadingProblem, Sheet, Unreadable, VisitReading } from './visits.reading'
import { type ReadRows, readRows } from './visits.rows'
import { type Clash, monthsOf } from './visits.series'
import { checkTotals, totalIn } from './visits.totals'

/** A clash is said once for its row, at the department or at the period that stands there again. */
const problemsOf = (
  clashes: readonly Clash[],
  { written }: ReadRows,
  columns: VisitReading['columns'],
): ReadingProblem[] => {
  const said = new Set<string>()
  return clashes.flatMap(({ row, why, firstRow }): ReadingProblem[] => {
    const key = `${row}|${why}`
    if (said.has(key)) return []
    said.add(key)
    const isOfPeriod = why === 'day_and_month'
    const place = columns.find(({ field }) =>
      isOfPeriod ? field === 'month' || field === 'day' : field === 'department',
    )
    const value = written.get(row)?.[isOfPeriod ? 'period' : 'department'] ?? ''
    const { heading = '', field = 'ignored' } = place ?? {}
    return [{ row, heading, field, value, why, ...(firstRow === undefined ? {} : { firstRow }) }]
  })
}

/** A template whose column of months was left empty is a file without one. */
const withoutEmptyPeriods = (layout: Layout, sheet: Sheet): Layout => {
  const isFilled = (cells: readonly string[], column: number): boolean =>
    !isBlank(cells[column]) && totalIn(cells[column] ?? '') === null
  const below = sheet.slice(layout.end + 1)
  const isSaid = periodColumns(layout).some((column) => below.some((cells) => isFilled(cells, column)))
  if (isSaid) return layout
  const { places } = layout
  return {
    ...layout,
    places: { ...places, month: [], day: [], ignored: [...places.ignored, ...periodColumns(layout)] },
  }
}

/**
 * Reads what a hospital information system (HIS) exports of visits: a table of departments by month or day, under
 * titles, with totals and signatures. Nothing is guessed: what is not surely understood is a problem with its place.
 * Without a column of departments or of figures there are no months yet, only columns to choose from.
 */
export const readVisits = (
  sheet: Sheet,
  departments: KnownDepartments,
  choices: ReadingChoices,
): VisitReading | Unreadable => {
  const found = layoutOf(sheet, choices)
  if (!found) return 'no_heading'
  const layout = withoutEmptyPeriods(found, sheet)
  const { columns, places } = layout
  const above = saidAbove(sheet.slice(0, layout.start))
  const isOfPersons =
    !sheet.slice(0, layout.start).some(isOfManyAbove) &&
    !columns.some(({ field, heading }) => isMeasure(field) && isOfMany(heading))
  if (!isOfPersons) return 'unit_not_persons'
  const hasPeriods = periodColumns(layout).length > 0
  const wholeMonth = choices.wholeMonth ?? above.month
  const year = above.year ?? (choices.wholeMonth ? Number(choices.wholeMonth.slice(0, 4)) : null)
  const reading = { headingRow: layout.start + 1, columns, wholeMonth: hasPeriods ? null : wholeMonth }
  const isComplete = places.department.length > 0 && VISIT_MEASURES.some((measure) => places[measure].length > 0)
  if (!isComplete) return { ...reading, months: [], problems: [], totals: [], unknownDepartments: [], rows: 0 }

  const read = readRows(sheet, layout, departments, choices, { year, month: wholeMonth })
  if (read.counted.length + read.problems.length === 0) return 'no_rows'
  if (read.lacksMonth && choices.wholeMonth === null) return 'no_period'
  const { months, clashes } = monthsOf(read.figures)
  return {
    ...reading,
    months,
    problems: [...read.problems, ...problemsOf(clashes, read, columns)].sort((one, other) => one.row - other.row),
    totals: checkTotals(read.totals, read.counted),
    unknownDepartments: read.unknownDepartments,
    rows: read.counted.length,
  }
}

const NONE = '—'

const cellOf = (series: VisitSeries | null, day: number | null): string => {
  if (series === null) return NONE
  if (series.by === 'month') return day === null ? String(series.count) : ''
  const count = day === null ? undefined : series.days[day]
  return count === null || count === undefined ? '' : String(count)
}

/** One row for the month and one for each day, as far as something is said of them. */
const rowsOf = (month: string, name: string, visits: DepartmentVisits): string[][] => {
  const all = VISIT_MEASURES.map((measure) => visits[measure])
  const days = all.flatMap((series) => (series?.by === 'day' ? [series.days.length] : []))
  const hasMonth = days.length === 0 || all.some((series) => series?.by === 'month')
  const row = (day: number | null): string[][] => {
    // — stands once: in the row of the month where there is one.
    const cells = all.map((series) => (series === null && day !== null && hasMonth ? '' : cellOf(series, day)))
    const isSaid = all.some((series, place) => series !== null && cells[place] !== '')
    const period = day === null ? month : `${month}-${String(day + 1).padStart(2, '0')}`
    return isSaid || (day === null && hasMonth) ? [[period, visits.departmentId, name, ...cells]] : []
  }
  return [null, ...Array.from({ length: Math.max(0, ...days) }, (_, day) => day)].flatMap(row)
}

/**
 * What is stored as a sheet that reads back as itself; without months a template, one row for each department in use,
 * to be filled in.
 */
export const asVisitSheet = (departments: KnownDepartments, months: readonly StoredMonth[] = []): string[][] => {
  const names = new Map<DepartmentId, string>(departments.map(({ id, name }) => [id, name]))
  const isByDay = months.some((month) =>
    month.departments.some((visits) => VISIT_MEASURES.some((measure) => visits[measure]?.by === 'day')),
  )
  const heading = [
    isByDay ? '就诊日期' : '月份',
    '科室编码',
    '科室',
    ...VISIT_MEASURES.map((measure) => visitMeasureNames[measure]),
  ]
  if (months.length === 0) {
    const inUse = departments.filter(({ retired }) => !retired)
    return [heading, ...inUse.map(({ id, name }) => ['', id, name, ...VISIT_MEASURES.map(() => '')])]
  }
  return [
    heading,
    ...months.flatMap(({ month, departments: stored }) =>
      stored.flatMap((visits) => rowsOf(month, names.get(visits.departmentId) ?? '', visits)),
    ),
  ]
}
