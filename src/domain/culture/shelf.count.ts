import type { HospitalId } from '../ids'
import type { Instant } from '../instant'
import type { PublicCopy } from './article.model'
import type { Shelf } from './shelf.model'

export type Shelved = Pick<PublicCopy, 'id' | 'column' | 'series' | 'departmentId' | 'from' | 'until'>

const isShownAt = ({ from, until }: Pick<Shelved, 'from' | 'until'>, at: Instant): boolean => from <= at && at < until

const EMPTY = { columns: [], series: [], departments: [] }

/** Nothing counted yet. */
export const emptyShelf = (id: HospitalId): Shelf => ({ id, rev: 0, countedAt: 0 as Instant, ...EMPTY })

/**
 * The shelf at `now`: what it was when it was counted, with every copy that began or ended since. `changed` holds at
 * least those; a copy that did neither changes nothing.
 */
export const shelfAt = (shelf: Shelf, changed: readonly Shelved[], now: Instant): Shelf => {
  const columns = new Map(shelf.columns.map(({ column, total }) => [column, total]))
  const series = new Map(shelf.series.map(({ name, total }) => [name, total]))
  const departments = new Map(shelf.departments.map(({ id, total }) => [id, total]))
  const add = <K>(counts: Map<K, number>, key: K | null, more: number) => {
    if (key !== null) counts.set(key, (counts.get(key) ?? 0) + more)
  }
  for (const copy of new Map(changed.map((one) => [one.id, one])).values()) {
    const more = Number(isShownAt(copy, now)) - Number(isShownAt(copy, shelf.countedAt))
    add(columns, copy.column, more)
    add(series, copy.series, more)
    add(departments, copy.departmentId, more)
  }
  const positive = <K>(counts: Map<K, number>) => [...counts].filter(([, total]) => total > 0)
  return {
    ...shelf,
    countedAt: now,
    columns: positive(columns).map(([column, total]) => ({ column, total })),
    series: positive(series)
      .map(([name, total]) => ({ name, total }))
      .sort((left, right) => right.total - left.total || (left.name < right.name ? -1 : 1)),
    departments: positive(departments)
      .map(([id, total]) => ({ id, total }))
      .sort((left, right) => (left.id < right.id ? -1 : 1)),
  }
}
