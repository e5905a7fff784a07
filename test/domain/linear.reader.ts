/** A fraction of whole numbers, for elimination without rounding. */
type Fraction = readonly [bigint, bigint]

const divisor = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : divisor(b, a % b))

const reduced = (above: bigint, below: bigint): Fraction => {
  const by = divisor(above, below) * (below < 0n ? -1n : 1n)
  return above === 0n ? [0n, 1n] : [above / by, below / by]
}

const minus = ([a, b]: Fraction, [c, d]: Fraction): Fraction => reduced(a * d - c * b, b * d)
const times = ([a, b]: Fraction, [c, d]: Fraction): Fraction => reduced(a * c, b * d)
const over = ([a, b]: Fraction, [c, d]: Fraction): Fraction => reduced(a * d, b * c)

/** Somebody who adds and subtracts everything that was published, without limit and without rounding. */
export const readerOf = (published: readonly (readonly number[])[]) => {
  const basis: { row: Fraction[]; lead: number }[] = []
  const reduce = (vector: readonly number[]): Fraction[] => {
    let rest: Fraction[] = vector.map((n) => [BigInt(n), 1n] as const)
    for (const { row, lead } of basis) {
      const factor = rest[lead] as Fraction
      if (factor[0] === 0n) continue
      rest = rest.map((each, at) => minus(each, times(factor, row[at] as Fraction)))
    }
    return rest
  }
  for (const vector of new Map(published.map((one) => [one.join(), one])).values()) {
    const rest = reduce(vector)
    const lead = rest.findIndex(([above]) => above !== 0n)
    if (lead < 0) continue
    const by = rest[lead] as Fraction
    basis.push({ row: rest.map((each) => over(each, by)), lead })
  }
  return { tells: (vector: readonly number[]): boolean => reduce(vector).every(([above]) => above === 0n) }
}

export const isTold = (published: readonly (readonly number[])[], vector: readonly number[]): boolean =>
  readerOf(published).tells(vector)
