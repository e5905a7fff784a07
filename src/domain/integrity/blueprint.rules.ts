import type { Blueprint, BlueprintCell, Shortage } from './blueprint.model'
import { type Difficulty, difficultyNames, type QuestionKind, questionKindNames } from './question.model'
import { type Topic, topicNames } from './question.topics'
import { type Chance, shuffled } from './seeded'

/** What a blueprint asks of a question. */
export interface Placed {
  readonly topic: Topic
  readonly kind: QuestionKind
  readonly difficulty: Difficulty
}

export type Drawn<Q> =
  | { readonly met: true; readonly questions: { readonly question: Q; readonly cell: number }[] }
  | { readonly met: false; readonly shortage: Shortage }

export const fits = ({ topic, kind, difficulty }: BlueprintCell, question: Placed): boolean =>
  (topic === null || topic === question.topic) &&
  (kind === null || kind === question.kind) &&
  (difficulty === null || difficulty === question.difficulty)

/**
 * Draws questions for every cell, none twice: a maximum matching of cells and questions by augmenting paths (Kuhn), each
 * cell looking through the pool in a chance order of its own. It is refused only where no draw at all could meet it, and
 * then names cells that together ask for more questions than fit any of them (Hall). The same pool, blueprint and chance
 * give the same draw; the order in which the pool is handed in counts.
 */
export const drawBy = <Q extends Placed>(blueprint: Blueprint, pool: readonly Q[], chance: Chance): Drawn<Q> => {
  const candidates = blueprint.map((cell) =>
    shuffled(
      pool.flatMap((question, at) => (fits(cell, question) ? [at] : [])),
      chance,
    ),
  )
  const cellOf = new Map<number, number>()
  // Whether one more question is found for the cell, perhaps by giving another cell a different one.
  const finds = (cell: number, seen: Set<number>, reached: Set<number>): boolean => {
    reached.add(cell)
    for (const at of candidates[cell] ?? []) {
      if (seen.has(at)) continue
      seen.add(at)
      const holder = cellOf.get(at)
      if (holder === undefined || finds(holder, seen, reached)) {
        cellOf.set(at, cell)
        return true
      }
    }
    return false
  }
  for (const [cell, { count }] of blueprint.entries()) {
    for (let drawn = 0; drawn < count; drawn += 1) {
      const seen = new Set<number>()
      const reached = new Set<number>()
      if (finds(cell, seen, reached)) continue
      const cells = [...reached].sort((one, other) => one - other)
      const wanted = cells.reduce((sum, each) => sum + (blueprint[each]?.count ?? 0), 0)
      return { met: false, shortage: { cells, wanted, available: seen.size } }
    }
  }
  const questions = [...cellOf].flatMap(([at, cell]) => {
    const question = pool[at]
    return question ? [{ question, cell }] : []
  })
  return { met: true, questions: questions.sort((one, other) => one.cell - other.cell) }
}

/** 「准则六 不牟利转介患者 · 单选 · 难」 */
export const cellInWords = ({ topic, kind, difficulty }: BlueprintCell): string =>
  [
    topic === null ? '主题不限' : topicNames[topic],
    kind === null ? '题型不限' : questionKindNames[kind],
    difficulty === null ? '难度不限' : difficultyNames[difficulty],
  ].join(' · ')

/** Why a blueprint is refused, for whoever made it. */
export const shortageInWords = (blueprint: Blueprint, { cells, wanted, available }: Shortage): string => {
  const named = cells.flatMap((at) => {
    const cell = blueprint[at]
    return cell ? [`“${cellInWords(cell)}”`] : []
  })
  const which = named.length === 1 ? named.join('') : `${named.join('、')}合起来`
  return `${which}要 ${wanted} 题，在用的题只有 ${available} 道，差 ${wanted - available} 道。请少要几题，或者先出题。`
}
