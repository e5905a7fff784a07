import type { Blueprint, Shortage } from './blueprint.model'
import { drawBy } from './blueprint.rules'
import { type Marking, type Paper, type PaperPart, type PaperQuestion, type Slot, slotOf } from './paper.model'
import type { PoolQuestion } from './pool.model'
import { QuestionKind } from './question.model'
import { type Chance, chanceFrom, type Seed, shuffled } from './seeded'

export type DrawnPaper =
  | { readonly met: true; readonly paper: Paper }
  | { readonly met: false; readonly shortage: Shortage }

/** A question as it stands in one paper, options in an order of its own. */
export const laidOut = (
  { questionId, version, topic, kind, parts }: PoolQuestion,
  { cell, marking, chance }: { readonly cell: number; readonly marking: Marking; readonly chance: Chance },
): PaperQuestion => ({
  questionId,
  version,
  topic,
  kind,
  cell,
  parts: parts.map(({ part, kind: asked, options, fixedOrder }) => ({
    part,
    kind: asked,
    options: fixedOrder ? [...options] : shuffled(options, chance),
    marks: marking[asked],
  })),
})

const inOrderOfKinds = (questions: readonly PaperQuestion[]): PaperQuestion[] =>
  QuestionKind.options.flatMap((kind) => questions.filter((question) => question.kind === kind))

/**
 * Draws a paper. The same seed, blueprint and pool give the same paper, in whatever order the pool was read. Questions of
 * one kind stand together, in a chance order.
 */
export const drawPaper = (
  { blueprint, marking }: { readonly blueprint: Blueprint; readonly marking: Marking },
  pool: readonly PoolQuestion[],
  seed: Seed,
): DrawnPaper => {
  const chance = chanceFrom(seed)
  const inOrder = [...pool].sort((one, other) => (one.questionId < other.questionId ? -1 : 1))
  const drawn = drawBy(blueprint, inOrder, chance)
  if (!drawn.met) return drawn
  const questions = shuffled(drawn.questions, chance).map(({ question, cell }) =>
    laidOut(question, { cell, marking, chance }),
  )
  return { met: true, paper: { questions: inOrderOfKinds(questions) } }
}

export interface PaperSlot extends PaperPart {
  readonly slot: Slot
  readonly question: PaperQuestion
}

/** Everything there is to answer, in the order of the paper. */
export const slotsOf = ({ questions }: Paper): PaperSlot[] =>
  questions.flatMap((question) =>
    question.parts.map((part) => ({ ...part, slot: slotOf(question.questionId, part.part), question })),
  )
