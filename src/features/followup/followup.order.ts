import type { FollowUpRow } from '#domain/survey/followup.contract'

/**
 * Whoever comes before or after the open one. When that one has left the list, whoever took the place comes next;
 * `place` is where it stood. Null at either end.
 */
export const rowBeside = (
  rows: readonly FollowUpRow[],
  open: string | null,
  place: number,
  by: 1 | -1,
): FollowUpRow | null => {
  if (open === null) return rows[0] ?? null
  const at = rows.findIndex(({ id }) => id === open)
  if (at >= 0) return rows[at + by] ?? null
  return rows[by === 1 ? Math.min(place, rows.length - 1) : place - 1] ?? null
}
