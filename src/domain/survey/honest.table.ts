import { protect, type Standing, type Table } from './protect'
import { SHOWN_FROM } from './survey.model'

const QUARTERS = 4
/** The year stands behind its quarters. */
export const YEAR_AT = QUARTERS

/** A quarter of the year, 0..3, or `YEAR_AT`. */
export type At = number

/** How many a cell is about, and whether that is too few to be shown. */
export interface Size {
  readonly n: number
  readonly small: boolean
}

export type SizeAt = (at: At) => Size

/** By quarter and for the year: whether it is kept back. What is not over is neither. */
export type Held = readonly boolean[]

const ats = Array.from({ length: QUARTERS }, (_, at) => at)

/**
 * The hospital's own quarters and year. A year is shown when none of its quarters is kept back, or when those that are
 * number two at least and hold `SHOWN_FROM` together: else taking the shown ones off the year would tell.
 * @param over how many quarters are over; the year is with the last
 * @param rest what taking everything shown off a kept-back quarter leaves
 */
export const heldMargin = (over: number, size: SizeAt, isForced: (at: At) => boolean, rest: SizeAt = size): Held => {
  const held = ats.map((at) => at < over && (isForced(at) || size(at).small))
  const isYearOver = over === QUARTERS
  const kept = ats.filter((at) => held[at] && size(at).n > 0)
  const together = kept.reduce((sum, at) => sum + rest(at).n, 0)
  const tells = kept.length === 1 || (kept.length > 1 && together < SHOWN_FROM)
  return [...held, isYearOver && (isForced(YEAR_AT) || size(YEAR_AT).small || tells)]
}

export interface HonestTable {
  readonly over: number
  readonly rows: readonly { readonly size: SizeAt; readonly isForced: (at: At) => boolean }[]
  /** Sums of the rows, which are shown or kept back as they are elsewhere. */
  readonly margin: { readonly size: SizeAt; readonly held: Held }
}

/**
 * Units by quarters, decided a quarter at a time as they end: what was shown once is never taken back, so that nobody
 * can lay an earlier printing beside a later one. Sums of the year are decided when the year is over.
 */
export const heldRows = ({ over, rows, margin }: HonestTable): Held[] => {
  const held = rows.map(() => Array.from({ length: QUARTERS + 1 }, () => false))
  const totalOf = (isShown: boolean): Standing => (isShown ? 'fixed' : 'hidden')
  const stage = (last: At, isYear: boolean): Table => {
    const columns = ats.filter((at) => at <= last)
    const cells = rows.map(({ size, isForced }, row) => {
      const willing = columns.filter((at) => held[row]?.[at]).length
      const quarters = columns.map((at) => {
        const { n, small } = size(at)
        const isDecided = isYear || at < last
        const isHidden = isDecided ? held[row]?.[at] : small || isForced(at)
        return {
          n,
          standing: isHidden ? ('hidden' as const) : isDecided ? ('fixed' as const) : ('free' as const),
          willing,
        }
      })
      const year = size(YEAR_AT)
      const standing: Standing = !isYear ? 'absent' : year.small || isForced(YEAR_AT) ? 'hidden' : 'free'
      return [...quarters, { n: year.n, standing, willing }]
    })
    const totals = columns.map((at) => ({ n: margin.size(at).n, standing: totalOf(!margin.held[at]) }))
    const grand = { n: margin.size(YEAR_AT).n, standing: isYear ? totalOf(!margin.held[YEAR_AT]) : ('absent' as const) }
    return [...cells, [...totals, grand]]
  }
  for (const at of ats.filter((quarter) => quarter < over)) {
    const pattern = protect(stage(at, false), SHOWN_FROM)
    rows.forEach((_, row) => ((held[row] as boolean[])[at] = pattern[row]?.[at] ?? false))
  }
  if (over === QUARTERS) {
    const pattern = protect(stage(QUARTERS - 1, true), SHOWN_FROM)
    rows.forEach((_, row) => ((held[row] as boolean[])[YEAR_AT] = pattern[row]?.[QUARTERS] ?? false))
  }
  return held
}
