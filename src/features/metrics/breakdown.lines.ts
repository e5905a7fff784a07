export interface BreakdownLine<V> {
  readonly value: V
  readonly name: string
  readonly numerator: number
  readonly before: number | null
  readonly lastYear: number | null
}

/** The most frequent first; what there was none of, now or before, is left out. */
export const linesOf = <V>(
  rows: readonly Omit<BreakdownLine<V>, 'name'>[],
  nameOf: (value: V) => string,
): BreakdownLine<V>[] =>
  rows
    .filter(({ numerator, before, lastYear }) => numerator > 0 || Boolean(before) || Boolean(lastYear))
    .map((row) => ({ ...row, name: nameOf(row.value) }))
    .sort((left, right) => right.numerator - left.numerator)
