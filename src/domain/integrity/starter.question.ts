import * as v from 'valibot'
import { type CitedRule, type Difficulty, type Evidence, OptionId, PartId, QuestionContent } from './question.model'
import type { Topic } from './question.topics'

interface Explained {
  readonly point?: string
  readonly explanation: string
  readonly practice?: string
  readonly rule: CitedRule
}

interface Chosen {
  readonly kind: 'single' | 'multiple'
  readonly stem: string
  readonly options: readonly string[]
  /** The letters of what is right, as the options are written: 'B', 'ACD'. */
  readonly answer: string
  readonly fixedOrder?: boolean
}

interface Judged {
  readonly kind: 'true_false'
  readonly stem: string
  readonly answer: boolean
}

export type StarterPart = Explained & (Chosen | Judged)

interface Placed {
  /** Names the question for good: `rule6-referral-fee`. Small letters, digits and hyphens. */
  readonly key: string
  readonly topic: Topic
  readonly difficulty: Difficulty
  readonly evidence: Evidence
}

/** A question that comes with the program (起步题), as it is written down. Reviewed like any other before it is drawn. */
export type StarterQuestion = Placed &
  (StarterPart | { readonly kind: 'case'; readonly stem: string; readonly parts: readonly StarterPart[] })

export const LETTERS = 'ABCDEFGH'

/** The option that stands at a place: a, b, c, … */
export const optionAt = (place: number): OptionId => v.parse(OptionId, LETTERS.charAt(place).toLowerCase())

const partOf = (written: StarterPart) => {
  const { stem, point = '', explanation, practice = '', rule } = written
  const words = { stem, point, explanation, practice, rule }
  if (written.kind === 'true_false') return { ...words, kind: written.kind, isTrue: written.answer }
  return {
    ...words,
    kind: written.kind,
    options: written.options.map((text, place) => ({ id: optionAt(place), text })),
    key: Array.from(written.answer, (letter) => optionAt(LETTERS.indexOf(letter))),
    fixedOrder: written.fixedOrder ?? false,
  }
}

/** As it lies in the bank. Throws where it does not fit the model: the starter set is checked before it is shipped. */
export const starterContent = (written: StarterQuestion): QuestionContent => {
  const { topic, difficulty, evidence } = written
  const placed = { topic, difficulty, evidence }
  return v.parse(
    QuestionContent,
    written.kind === 'case'
      ? {
          ...placed,
          kind: written.kind,
          stem: written.stem,
          parts: written.parts.map((part, place) => ({ ...partOf(part), id: v.parse(PartId, `p${place + 1}`) })),
        }
      : { ...placed, ...partOf(written) },
  )
}
