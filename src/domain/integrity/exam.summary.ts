import * as v from 'valibot'
import { ExamId, HospitalId, QuizQuestionId } from '../ids'
import type { Attempt } from './attempt.model'
import { distractorUse } from './distractor.use'
import { firstHandedIn } from './exam.figures'
import { ANALYSED_FROM } from './item-analysis'
import { slotOf } from './paper.model'
import { OptionId, PartId, questionVersionKey } from './question.model'

const count = v.number()
const share = v.object({ part: count, whole: count })

/**
 * What one exam says of one version, in sums that add up over exams. Marks are shares of what they could be, so that
 * exams with other marks and other papers compare; deviations are from the means of their own exam.
 */
export const ItemSums = v.object({
  questionId: QuizQuestionId,
  version: count,
  n: count,
  marks: v.number(),
  own: v.number(),
  rest: v.number(),
  together: v.number(),
  /** How many are among the best, and as many among the worst. */
  group: count,
  use: v.array(
    v.object({
      part: PartId,
      options: v.array(v.object({ option: OptionId, all: count, high: count, low: count })),
    }),
  ),
})
export type ItemSums = v.InferOutput<typeof ItemSums>

/** An exam that is over, looked at once (考试小结). */
export const ExamSummary = v.object({
  id: ExamId,
  rev: v.number(),
  hospitalId: HospitalId,
  /** How many regrades it had then: with one more it is looked at again. */
  regrades: count,
  /** Handed in, of those invited; passed, of those handed in. */
  took: share,
  passed: share,
  items: v.array(ItemSums),
})
export type ExamSummary = v.InferOutput<typeof ExamSummary>

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)

const deviationsOf = (values: readonly number[]): number[] => {
  const mean = sumOf(values) / values.length
  return values.map((value) => value - mean)
}

const productOf = (left: readonly number[], right: readonly number[]): number =>
  sumOf(left.map((value, at) => value * (right[at] ?? 0)))

const shareOf = (earned: number, possible: number): number => (possible === 0 ? 0 : earned / possible)

type HandedIn = ReturnType<typeof firstHandedIn>[number]
type Drawn = { readonly question: HandedIn['paper']['questions'][number]; readonly attempt: HandedIn }

const markOf = ({ question: { questionId, parts }, attempt: { result } }: Drawn) => {
  const slots = new Set<string>(parts.map(({ part }) => slotOf(questionId, part)))
  const own = result.slots.filter(({ slot }) => slots.has(slot))
  const [earned, possible] = [sumOf(own.map((slot) => slot.earned)), sumOf(own.map((slot) => slot.possible))]
  return { mark: shareOf(earned, possible), rest: shareOf(result.earned - earned, result.possible - possible) }
}

const sumsOf = (drawn: readonly Drawn[]): ItemSums[] => {
  const [first] = drawn
  if (!first) return []
  const { questionId, version, parts } = first.question
  const marks = drawn.map(markOf)
  const own = deviationsOf(marks.map(({ mark }) => mark))
  const rest = deviationsOf(marks.map((each) => each.rest))
  const uses = parts.map(({ part, options }) => {
    const slot = slotOf(questionId, part)
    const choices = drawn.map(({ attempt }, at) => ({
      chosen: attempt.answers[slot]?.chosen ?? [],
      rest: marks[at]?.rest ?? 0,
    }))
    return { part, ...distractorUse([...options].sort(), choices) }
  })
  return [
    {
      questionId,
      version,
      n: drawn.length,
      marks: sumOf(marks.map(({ mark }) => mark)),
      own: productOf(own, own),
      rest: productOf(rest, rest),
      together: productOf(own, rest),
      group: uses[0]?.group ?? 0,
      use: uses.map(({ part, options }) => ({ part, options })),
    },
  ]
}

/** Of every version that was drawn, over everybody's first attempt. */
export const itemSums = (attempts: readonly Attempt[]): ItemSums[] => {
  const drawn = new Map<string, Drawn[]>()
  for (const attempt of firstHandedIn(attempts)) {
    for (const question of attempt.paper.questions) {
      const key = questionVersionKey(question.questionId, question.version)
      const before = drawn.get(key)
      if (before) before.push({ question, attempt })
      else drawn.set(key, [{ question, attempt }])
    }
  }
  return [...drawn.values()].flatMap(sumsOf)
}

export interface AskedFigures {
  readonly asked: number
  /** Per cent; null below `ANALYSED_FROM` people, like all that follows. */
  readonly facility: number | null
  /** The correlation with the rest within each exam, over all of them, −100 to 100; null also where nothing varies. */
  readonly discrimination: number | null
  readonly use: (ItemSums['use'][number] & { readonly group: number })[] | null
}

export const NEVER_ASKED: AskedFigures = { asked: 0, facility: null, discrimination: null, use: null }

/** Sums of a mean's rounding, not of people. */
const ROUNDING = 1e-9

const choicesOver = (sums: readonly ItemSums[]): NonNullable<AskedFigures['use']> =>
  (sums[0]?.use ?? []).map(({ part, options }) => ({
    part,
    group: sumOf(sums.map(({ group }) => group)),
    options: options.map(({ option }) => {
      const those = sums.flatMap(({ use }) =>
        use.flatMap((each) => (each.part === part ? each.options.filter((other) => other.option === option) : [])),
      )
      return {
        option,
        all: sumOf(those.map(({ all }) => all)),
        high: sumOf(those.map(({ high }) => high)),
        low: sumOf(those.map(({ low }) => low)),
      }
    }),
  }))

/** What several exams say of one version together. */
export const overExams = (sums: readonly ItemSums[]): AskedFigures => {
  const asked = sumOf(sums.map(({ n }) => n))
  if (asked < ANALYSED_FROM) return { ...NEVER_ASKED, asked }
  const [own, rest] = [sumOf(sums.map((each) => each.own)), sumOf(sums.map((each) => each.rest))]
  const varies = own > ROUNDING && rest > ROUNDING
  return {
    asked,
    facility: (100 * sumOf(sums.map(({ marks }) => marks))) / asked,
    discrimination: varies ? (100 * sumOf(sums.map(({ together }) => together))) / Math.sqrt(own * rest) : null,
    use: choicesOver(sums),
  }
}
