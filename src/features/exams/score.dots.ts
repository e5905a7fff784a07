/** How wide a column of points is. */
const STEP = 5
const TOP = 100
/** A stack that is higher lets each dot stand for more than one person. */
const STACK_MOST = 16

export interface DotColumn {
  /** Those from this score up to the next column are in it: 0, 5, … 100. */
  readonly score: number
  readonly passed: number
  readonly failed: number
}

export interface ScoreDots {
  readonly columns: readonly DotColumn[]
  /** How many people a dot stands for. */
  readonly each: number
}

/** Scores from 0 to 100 as stacks of dots, from the lowest column that holds anybody, or the pass mark, up to 100. */
export const scoreDots = (scores: readonly number[], passPercent: number): ScoreDots => {
  const columnOf = (score: number) => Math.min(TOP, Math.floor(score / STEP + 1e-9) * STEP)
  const first = Math.min(columnOf(passPercent) - STEP, ...scores.map(columnOf))
  const from = Math.max(0, first)
  const columns = Array.from({ length: (TOP - from) / STEP + 1 }, (_, at): DotColumn => {
    const score = from + at * STEP
    const own = scores.filter((each) => columnOf(each) === score)
    const passed = own.filter((each) => each + 1e-9 >= passPercent).length
    return { score, passed, failed: own.length - passed }
  })
  const highest = Math.max(0, ...columns.map(({ passed, failed }) => passed + failed))
  return { columns, each: Math.max(1, Math.ceil(highest / STACK_MOST)) }
}
