import type { CaseRow } from '#domain/complaint/case.contract'
import { digitsIn } from '#domain/complaint/receipt'
import type { Instant } from '#domain/instant'
import { type Deadline, deadlineOf } from './complaint.words'

export const DEADLINE_GROUPS: readonly Deadline['group'][] = ['overdue', 'today', 'undated', 'later']

export interface CaseGroup {
  readonly group: Deadline['group']
  readonly rows: readonly CaseRow[]
}

const urgentFirst = (a: CaseRow, b: CaseRow): number => Number(b.urgent) - Number(a.urgent)

/** The most pressing group first; in each, what may harm somebody's health first, then by deadline as it came. */
export const groupedByDeadline = (rows: readonly CaseRow[], now: Instant): CaseGroup[] =>
  DEADLINE_GROUPS.map((group) => ({
    group,
    rows: rows.filter(({ dueAt }) => deadlineOf(dueAt, now).group === group).sort(urgentFirst),
  })).filter(({ rows: members }) => members.length > 0)

export const inDeskOrder = (rows: readonly CaseRow[], now: Instant): CaseRow[] =>
  groupedByDeadline(rows, now).flatMap(({ rows: members }) => members)

/** By number, or by the words it begins with. Nothing wanted finds everything. */
export const matching = (rows: readonly CaseRow[], wanted: string): readonly CaseRow[] => {
  const words = wanted.trim()
  if (words === '') return rows
  const digits = digitsIn(words)
  const isNumber = digits.length > 0 && digits.length === words.replace(/\s/g, '').length
  return rows.filter(({ selector, opening }) => (isNumber && selector.includes(digits)) || opening.includes(words))
}

/**
 * The case before or after the open one. When that one has left the list, the case that took its place comes next;
 * `place` is where it stood. Null at either end.
 */
export const besides = (rows: readonly CaseRow[], open: string | null, place: number, by: 1 | -1): CaseRow | null => {
  if (open === null) return rows[0] ?? null
  const at = rows.findIndex(({ id }) => id === open)
  if (at >= 0) return rows[at + by] ?? null
  return rows[by === 1 ? Math.min(place, rows.length - 1) : place - 1] ?? null
}
