export type ChartKind = 'u' | 'u-prime' | 'p' | 'p-prime' | 'c' | 'i' | 'run'

export type WantedLimits = 'sigma' | 'exact' | 'auto'

/** A point that has a value: the count and its size as given, and their quotient, before the factor. */
export interface Observation {
  count: number
  size: number
  value: number
}
