/** Refusals of what no count or exposure can be. Each throws: a caller that asks for it is wrong. */
export const requireCount = (value: number, name: string) => {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`${name} must be a whole number from 0: ${value}`)
}

export const requireAmount = (value: number, name: string) => {
  if (!Number.isFinite(value) || value < 0) throw new RangeError(`${name} must be a finite number from 0: ${value}`)
}

export const requireShare = (successes: number, n: number, name: string) => {
  requireCount(successes, `${name} successes`)
  requireCount(n, `${name} n`)
  if (successes > n) throw new RangeError(`${name} has more successes than trials: ${successes} of ${n}`)
}

export const requireFactor = (factor: number) => {
  if (!Number.isFinite(factor) || factor <= 0) throw new RangeError(`factor must be above 0: ${factor}`)
}

export const requireLevel = (level: number) => {
  if (!(level > 0 && level < 1)) throw new RangeError(`level must lie between 0 and 1: ${level}`)
}
