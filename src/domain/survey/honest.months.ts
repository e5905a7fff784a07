import { SHOWN_FROM } from './survey.model'

/** Respondents with a total, and those of them or others who rated the overall question: both are told of a cell. */
export interface Both {
  readonly n: number
  readonly of: number
}

const isFew = (count: number) => count > 0 && count < SHOWN_FROM

export const isNone = ({ n, of }: Both): boolean => n === 0 && of === 0
export const isSmall = ({ n, of }: Both): boolean => isFew(n) || isFew(of)
/** The smaller of the two that is not 0. */
export const leastOf = ({ n, of }: Both): number => (n === 0 || of === 0 ? Math.max(n, of) : Math.min(n, of))

const together = (some: readonly Both[]): Both => ({
  n: some.reduce((sum, { n }) => sum + n, 0),
  of: some.reduce((sum, { of }) => sum + of, 0),
})

export interface HonestQuarter {
  /** By month: shown, or kept back; what is not over is not shown. */
  readonly months: readonly boolean[]
  /** The quarter's sum would tell of a month that is kept back. */
  readonly isForced: boolean
  /** What taking its shown months off the quarter leaves. */
  readonly rest: Both
}

/**
 * The months of a quarter, decided as they end: a month of too few is kept back, and where one alone is, so is the last.
 * A quarter whose months that are kept back are still one, or hold too few together, is kept back itself.
 */
export const honestQuarter = (months: readonly Both[], closed: number): HonestQuarter => {
  const last = months.length - 1
  const isKept = (month: Both, at: number) => at < closed && isSmall(month)
  const early = months.filter((month, at) => at < last && isKept(month, at))
  const isOver = closed > last
  const shown = months.map((month, at) => {
    if (at >= closed || isKept(month, at)) return false
    return !(at === last && isOver && early.length === 1 && !isNone(month))
  })
  const kept = months.filter((month, at) => at < closed && !shown[at] && !isNone(month))
  const rest = together(kept)
  return { months: shown, isForced: isOver && (kept.length === 1 || isSmall(rest)), rest }
}
