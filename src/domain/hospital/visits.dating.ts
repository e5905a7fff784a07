import type { Month } from '../instant'
import { isBlank } from './visits.cells'
import type { Layout } from './visits.layout'
import { asPeriod, keepsZeros, type PeriodParts, periodIn, together } from './visits.periods'
import type { Sheet } from './visits.reading'
import type { Period } from './visits.totals'

/** What is known of the time of all rows. */
export interface KnownTime {
  readonly year: number | null
  readonly month: Month | null
}

/** What the cells of a row that say its period say together; null: no period. */
export type Dating = (cells: readonly string[]) => Period | 'incomplete' | null

/** The columns that say a period, months before days. */
export const periodColumns = ({ places }: Layout): readonly number[] => [...places.month, ...places.day]

export const datingOf = (sheet: Sheet, layout: Layout, time: KnownTime): Dating => {
  const columns = periodColumns(layout)
  const isOfDays = (place: number): boolean => place >= layout.places.month.length
  const unit = layout.places.day.length > 0 ? 'day' : 'month'
  const zerosKept = sheet.some((cells) => columns.some((column) => keepsZeros(cells[column] ?? '')))
  const known = new Map<string, PeriodParts | null>()
  const partsOf = (cell: string, place: number): PeriodParts | null => {
    const meant = isOfDays(place) ? 'day' : 'month'
    const key = `${meant} ${cell}`
    const before = known.get(key)
    if (before !== undefined) return before
    const parts = periodIn(cell, meant, zerosKept)
    known.set(key, parts)
    return parts
  }
  return (cells) => {
    if (columns.length > 0 && cells.every((cell) => isBlank(cell))) return null
    const said = cells.map((cell, place) => (isBlank(cell) ? {} : partsOf(cell, place)))
    const joined = said.every((parts): parts is PeriodParts => parts !== null) ? together(said) : null
    return joined && asPeriod(joined, time, unit)
  }
}
