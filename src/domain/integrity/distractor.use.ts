import type { OptionId } from './question.model'

/** Of those with the best and the worst papers, the usual share (Kelley 1939). */
const GROUP_SHARE = 0.27

/** What somebody chose, and what they earned in the rest of the paper. */
export interface Choice {
  readonly chosen: readonly OptionId[]
  readonly rest: number
}

/** How often an option was chosen: by everybody, by those with the best papers, by those with the worst. */
export interface OptionUse {
  readonly option: OptionId
  readonly all: number
  readonly high: number
  readonly low: number
}

export interface DistractorUse {
  readonly n: number
  /** How many are in the group of the best, and in that of the worst. */
  readonly group: number
  readonly options: OptionUse[]
  /** Left empty. */
  readonly none: Omit<OptionUse, 'option'>
}

/** Who chose what (选项使用). Of people with equal papers at the edge of a group those come in who answered earlier. */
export const distractorUse = (options: readonly OptionId[], choices: readonly Choice[]): DistractorUse => {
  const group = Math.round(choices.length * GROUP_SHARE)
  const ranked = [...choices].sort((one, other) => other.rest - one.rest)
  const high = ranked.slice(0, group)
  const low = ranked.slice(ranked.length - group)
  const counted = (holds: (choice: Choice) => boolean) => ({
    all: choices.filter(holds).length,
    high: high.filter(holds).length,
    low: low.filter(holds).length,
  })
  return {
    n: choices.length,
    group,
    options: options.map((option) => ({ option, ...counted(({ chosen }) => chosen.includes(option)) })),
    none: counted(({ chosen }) => chosen.length === 0),
  }
}

/** A wrong option that nobody takes teaches and tests nothing. */
export const unusedDistractors = (use: DistractorUse, key: readonly OptionId[]): OptionId[] =>
  use.options.flatMap(({ option, all }) => (all === 0 && !key.includes(option) ? [option] : []))
