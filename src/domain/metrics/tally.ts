import * as v from 'valibot'
import { Category, Channel, Kind } from '../complaint/category'
import { CareSetting, type Complaint, Finding } from '../complaint/complaint.model'
import { DepartmentId } from '../ids'

/** How far it has come, as far as a figure depends on it: withdrawn, found out, or neither. */
export const Outcome = v.picklist([...Finding.options, 'undecided', 'withdrawn'])
export type Outcome = v.InferOutput<typeof Outcome>

/** Everything a figure can be asked by. */
export const Trait = v.object({
  departmentId: v.nullable(DepartmentId),
  careSetting: CareSetting,
  kind: Kind,
  category: v.nullable(Category),
  channel: Channel,
  outcome: Outcome,
})
export type Trait = v.InferOutput<typeof Trait>

/** Numbers of documents by their traits. What is not there is 0: nothing was received. */
export type Cells = Readonly<Record<string, number>>

/**
 * As stored: 'cell count,cell count', in the order of the cells. One text because the database's wire wraps every single
 * number and every string of a list is looked at by itself: as two lists, a page of months took half as long again to
 * read.
 */
export const StoredCells = v.pipe(v.string(), v.regex(/^(?:[^ ,]+ [1-9]\d*(?:,(?=.)|$))*$/))
export type StoredCells = v.InferOutput<typeof StoredCells>

/** Of a complaint, what `tally` looks at. */
export type Countable = Pick<
  Complaint,
  'departmentId' | 'careSetting' | 'kind' | 'category' | 'channel' | 'status' | 'finding'
>

const NONE = '-'

export const cellOf = ({ departmentId, careSetting, kind, category, channel, outcome }: Trait): string =>
  [departmentId ?? NONE, careSetting, kind, category ?? NONE, channel, outcome].join('|')

export const traitsIn = (cell: string): Trait => {
  const [departmentId, careSetting, kind, category, channel, outcome] = cell.split('|')
  // Written by `cellOf` alone.
  return {
    departmentId: departmentId === NONE ? null : departmentId,
    careSetting,
    kind,
    category: category === NONE ? null : category,
    channel,
    outcome,
  } as Trait
}

/** Cells with their traits spelled out: read once, asked often. */
export type Counted = readonly (readonly [trait: Trait, count: number])[]

export const countedIn = (cells: Cells): Counted =>
  Object.entries(cells).map(([cell, count]) => [traitsIn(cell), count] as const)

const outcomeOf = ({ status, finding }: Countable): Outcome =>
  status === 'withdrawn' ? 'withdrawn' : (finding ?? 'undecided')

export const traitOf = (complaint: Countable): Trait => ({ ...complaint, outcome: outcomeOf(complaint) })

/** Counts documents of one bucket. `merge(tally(a), tally(b))` is `tally([...a, ...b])`. */
export const tally = (complaints: readonly Countable[]): Cells => {
  const cells: Record<string, number> = {}
  for (const complaint of complaints) {
    const cell = cellOf(traitOf(complaint))
    cells[cell] = (cells[cell] ?? 0) + 1
  }
  return cells
}

/** Buckets together: a month out of its days. */
export const merge = (...buckets: readonly Cells[]): Cells => {
  const merged: Record<string, number> = {}
  for (const cells of buckets) {
    for (const [cell, count] of Object.entries(cells)) merged[cell] = (merged[cell] ?? 0) + count
  }
  return merged
}

/** In one order, so that equal counts are stored equally. */
export const asStored = (cells: Cells): StoredCells =>
  Object.entries(cells)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([cell, count]) => `${cell} ${count}`)
    .join(',')

export const asCells = (stored: StoredCells): Cells => {
  const cells: Record<string, number> = {}
  if (stored === '') return cells
  for (const part of stored.split(',')) {
    const at = part.indexOf(' ')
    cells[part.slice(0, at)] = Number(part.slice(at + 1))
  }
  return cells
}
