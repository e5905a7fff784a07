import { isBlank, looksLikeFigure, plain, squeezed } from './visits.cells'
import { isMeasure, type KnownHeading, knownHeading } from './visits.headings'
import type { MappedField, VisitMeasure } from './visits.model'
import { daysIn, keepsZeros, type PeriodParts, periodIn } from './visits.periods'
import type { ReadColumn, ReadingChoices, Sheet } from './visits.reading'

/** Where the heading of a sheet stands and what its columns are. */
export interface Layout {
  /** First and last line of the heading, from 0. */
  readonly start: number
  readonly end: number
  readonly columns: readonly ReadColumn[]
  /** Columns of a field, in the order in which they are to be asked. */
  readonly places: Readonly<Record<MappedField, readonly number[]>>
  /** Columns without a heading of which nobody has said what stands in them: no figure belongs there. */
  readonly unheaded: readonly number[]
}

/** Titles, notes and units may stand above the heading; more lines of them than this do not. */
const LINES_ABOVE = 40

/** As long as a heading can be remembered. */
const HEADING_LENGTH = 60

interface Heading {
  /** What stands above a group of columns; empty where the heading is one line. */
  readonly above: string
  readonly own: string
  readonly known: KnownHeading | null
}

type Remembered = ReadonlyMap<string, MappedField>

const textOf = (cell: string | undefined): string => plain(cell ?? '').replace(/\s+/g, ' ')

const inOneLine = (row: readonly string[]): Heading[] =>
  row.map((cell) => ({ above: '', own: textOf(cell), known: knownHeading(textOf(cell)) }))

/** Of merged cells only the first is written: the others of its group are blank, with something below them. */
const inTwoLines = (upper: readonly string[], lower: readonly string[]): Heading[] => {
  let group = ''
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, column) => {
    const over = textOf(upper[column])
    const own = textOf(lower[column])
    if (over !== '') group = over
    else if (own === '') group = ''
    if (own === '') return { above: '', own: over, known: knownHeading(over) }
    return { above: group, own, known: knownHeading(own, group) }
  })
}

const nameOf = ({ above, own }: Heading, column: number): string =>
  [above, own].filter(Boolean).join(' ').slice(0, HEADING_LENGTH) || `第 ${column + 1} 列`

const fieldOf = (heading: Heading, column: number, remembered: Remembered): MappedField | null =>
  remembered.get(squeezed(nameOf(heading, column))) ?? heading.known?.field ?? null

const has = (headings: readonly Heading[], remembered: Remembered, wanted: (field: MappedField) => boolean): boolean =>
  headings.some((heading, column) => {
    const field = fieldOf(heading, column, remembered)
    return field !== null && wanted(field)
  })

const isDepartment = (field: MappedField): boolean => field === 'department'
const isPeriod = (field: MappedField): boolean => field === 'month' || field === 'day'

const isKey = ({ known }: Heading): boolean => known !== null && (isDepartment(known.field) || isPeriod(known.field))

const isText = (row: readonly string[]): boolean => row.every((cell) => isBlank(cell) || !/^[\d.,]+$/.test(plain(cell)))

/** A second line that says more of the columns that the first has left open. */
const goesOn = (first: readonly Heading[], next: readonly string[]): boolean =>
  isText(next) &&
  next.some((cell) => !isBlank(cell)) &&
  next.every((cell) => isBlank(cell) || !looksLikeFigure(cell)) &&
  first.every((heading, column) => !isKey(heading) || isBlank(next[column]))

/** A line of groups above the heading proper: several short words, each over a column, none over the department. */
const isGroupLine = (row: readonly string[], below: readonly Heading[]): boolean => {
  const filled = row.map((cell, column) => ({ cell: plain(cell), column })).filter(({ cell }) => cell !== '')
  return (
    filled.length > 0 &&
    isText(row) &&
    filled.every(({ cell, column }) => {
      const under = below[column]
      return cell.length <= 16 && !/:|\d{4}/.test(cell) && under && under.own !== '' && !isKey(under)
    })
  )
}

interface Found {
  readonly start: number
  readonly end: number
  readonly headings: readonly Heading[]
}

const headingAt = (sheet: Sheet, line: number, remembered: Remembered): Found | null => {
  const row = sheet[line] ?? []
  if (!isText(row)) return null
  const own = inOneLine(row)
  if (!has(own, remembered, isDepartment)) return null
  const next = sheet[line + 1] ?? []
  if (goesOn(own, next)) return { start: line, end: line + 1, headings: inTwoLines(row, next) }
  const before = sheet[line - 1] ?? []
  if (isGroupLine(before, own)) return { start: line - 1, end: line, headings: inTwoLines(before, row) }
  return { start: line, end: line, headings: own }
}

const findHeading = (sheet: Sheet, remembered: Remembered): Found | null => {
  let weaker: Found | null = null
  for (let line = 0; line < Math.min(sheet.length, LINES_ABOVE); line += 1) {
    const found = headingAt(sheet, line, remembered)
    if (found && has(found.headings, remembered, isMeasure)) return found
    if (weaker) continue
    // One of its words may be one that nobody knows: then a person says what the columns are.
    const row = inOneLine(sheet[line] ?? [])
    const recognised = row.filter(({ known }) => known !== null && known.field !== 'ignored').length
    const filled = row.filter(({ own }) => own !== '').length
    if (found && filled > 1) weaker = found
    else if (recognised > 1) weaker = { start: line, end: line, headings: row }
  }
  return weaker
}

/** The whole where the file has it, its parts otherwise; null: which of two is meant is for a person to say. */
const measured = (headings: readonly Heading[], measure: VisitMeasure): ReadonlySet<number> | null => {
  const places = (part: string) =>
    headings.flatMap(({ known }, column) =>
      known?.field === measure && 'part' in known && known.part === part ? [column] : [],
    )
  const alone = [places('whole'), places('all_care')].find((columns) => columns.length > 0)
  if (alone) return alone.length > 1 ? null : new Set(alone)
  const outpatient = places('outpatient')
  const emergency = places('emergency')
  if (outpatient.length > 1 || emergency.length > 1) return null
  const kinds = outpatient.length > 0 ? [] : places('kind_of_outpatient')
  if (new Set(kinds.map((column) => headings[column]?.own)).size < kinds.length) return null
  return new Set([...outpatient, ...kinds, ...emergency])
}

/** The surest column of names and the surest of codes. */
const naming = (headings: readonly Heading[]): ReadonlySet<number> => {
  const surest = (isCode: boolean) =>
    headings
      .flatMap(({ known }, column) =>
        known?.field === 'department' && known.isCode === isCode ? [{ column, sureness: known.sureness }] : [],
      )
      .sort((one, other) => one.sureness - other.sureness)
      .slice(0, 1)
      .map(({ column }) => column)
  return new Set([...surest(true), ...surest(false)])
}

/** Months or days, by what stands in the column where its heading leaves that open. */
const unitOf = (cells: readonly string[], heading: 'month' | 'day', zerosKept: boolean): 'month' | 'day' => {
  const periods = [...new Set(cells)].flatMap((cell) => periodIn(cell, heading, zerosKept) ?? [])
  const dated = periods.filter(({ day }) => day !== undefined)
  const days = new Set(dated.map(({ year, month, day }) => `${year}-${month}-${day}`))
  const months = new Set(dated.map(({ year, month }) => `${year}-${month}`))
  if (heading === 'month') return days.size > months.size ? 'day' : 'month'
  if (dated.length === 0) return periods.length > 0 ? 'month' : 'day'
  // A spreadsheet makes 2026年9月 the first of September; many a system dates a month by its last day.
  const isOneAMonth = dated.length === periods.length && months.size > 1 && days.size === months.size
  return isOneAMonth && (dated.every(({ day }) => day === 1) || dated.every(isLastOfMonth)) ? 'month' : 'day'
}

const isLastOfMonth = ({ year, month, day }: PeriodParts): boolean =>
  year !== undefined && month !== undefined && day === daysIn(year, month)

const knownFields = (headings: readonly Heading[], sheet: Sheet, end: number): (MappedField | null)[] => {
  const outpatient = measured(headings, 'outpatient')
  const discharges = measured(headings, 'discharges')
  const names = naming(headings)
  const chosenOf = { outpatient, discharges, department: names }
  return headings.map(({ known }, column) => {
    if (known === null || known.field === 'ignored') return known && 'ignored'
    if (known.field === 'month' || known.field === 'day') {
      if (known.isStrict) return known.field
      const cells = sheet.slice(end + 1).flatMap((row) => (isBlank(row[column]) ? [] : [row[column] ?? '']))
      return unitOf(cells, known.field, cells.some(keepsZeros))
    }
    const among = chosenOf[known.field]
    return among && (among.has(column) ? known.field : 'ignored')
  })
}

/** Codes before names: a code is unique. */
const codesFirst = (columns: readonly ReadColumn[], headings: readonly Heading[]): ReadColumn[] => {
  const isCode = ({ column }: ReadColumn): boolean => {
    const known = headings[column]?.known
    return known?.field === 'department' && known.isCode
  }
  return [...columns.filter(isCode), ...columns.filter((column) => !isCode(column))]
}

/** Finds the heading and says how each column is read; null when no line looks like a heading. */
export const layoutOf = (sheet: Sheet, choices: Pick<ReadingChoices, 'remembered' | 'chosen'>): Layout | null => {
  const remembered: Remembered = new Map(choices.remembered.map(({ heading, field }) => [squeezed(heading), field]))
  const found = findHeading(sheet, remembered)
  if (!found) return null
  const { start, end } = found
  const filled = new Set<number>()
  for (const row of sheet.slice(end + 1)) row.forEach((cell, column) => isBlank(cell) || filled.add(column))
  const width = Math.max(found.headings.length, ...[...filled, ...choices.chosen.keys()].map((column) => column + 1))
  const headings = Array.from(
    { length: width },
    (_, column) => found.headings[column] ?? { above: '', own: '', known: null },
  )
  const known = knownFields(headings, sheet, end)
  const columns = headings.flatMap((heading, column): ReadColumn[] => {
    if (heading.own === '' && !filled.has(column) && !choices.chosen.has(column)) return []
    const name = nameOf(heading, column)
    const chosen = choices.chosen.get(column)
    if (chosen) return [{ column, heading: name, field: chosen, by: 'chosen' }]
    const before = remembered.get(squeezed(name))
    if (before) return [{ column, heading: name, field: before, by: 'remembered' }]
    const field = known[column]
    return [{ column, heading: name, field: field ?? 'ignored', by: field ? 'known' : 'nothing' }]
  })
  const last = headings.reduce((before, { own }, column) => (own === '' ? before : column), -1)
  // Right of all headings it may be what an unquoted comma has pushed there: to pass over it would not put it right.
  const isUnheaded = ({ column, field, by }: ReadColumn): boolean =>
    headings[column]?.own === '' && (column > last ? field === 'ignored' : by === 'nothing')
  const placesOf = (field: MappedField) =>
    codesFirst(
      columns.filter((column) => column.field === field),
      headings,
    ).map(({ column }) => column)
  return {
    start,
    end,
    columns,
    places: {
      month: placesOf('month'),
      day: placesOf('day'),
      department: placesOf('department'),
      outpatient: placesOf('outpatient'),
      discharges: placesOf('discharges'),
      ignored: placesOf('ignored'),
    },
    unheaded: columns.filter(isUnheaded).map(({ column }) => column),
  }
}
