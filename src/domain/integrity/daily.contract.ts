import * as v from 'valibot'
import { defineActions } from '../contract'
import { QuizQuestionId } from '../ids'
import { Day } from '../instant'
import { PractisedYear } from './daily.model'
import { AskedView } from './paper.view'
import { OPTIONS_MOST, QuestionKind } from './question.model'
import { Topic } from './question.topics'
import { Explained } from './result.view'

const nothing = v.strictObject({})
const count = v.number()

/** Options by their place, from 0. */
export const Places = v.pipe(
  v.array(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(OPTIONS_MOST - 1))),
  v.minLength(1),
  v.maxLength(OPTIONS_MOST),
)

/** An answer and what it was worth, with the rule behind it. */
export const Told = v.object({
  questionId: QuizQuestionId,
  chosen: v.array(v.number()),
  right: v.boolean(),
  topic: Topic,
  explained: Explained,
  /** Of everybody who was asked it; null: too few yet. */
  others: v.nullable(v.object({ right: count, asked: count })),
  /** When it comes back; null: it is not in the book of mistakes. */
  comesBack: v.nullable(Day),
})
export type Told = v.InferOutput<typeof Told>

export const DailyView = v.object({
  day: Day,
  questions: v.array(v.object({ questionId: QuizQuestionId, ...AskedView.entries })),
  /** What was answered today already. */
  told: v.array(Told),
  /** Mistakes that are still due after today's five. */
  due: count,
})
export type DailyView = v.InferOutput<typeof DailyView>

export const MistakeRow = v.object({
  questionId: QuizQuestionId,
  topic: Topic,
  kind: QuestionKind,
  stem: v.string(),
  options: v.array(v.string()),
  explained: Explained,
  due: Day,
  isDue: v.boolean(),
  /** Right in a row so far. */
  rightInARow: count,
})
export type MistakeRow = v.InferOutput<typeof MistakeRow>

/** How many were asked a question before its share of right answers is told. */
export const OTHERS_FROM = 10

/**
 * 每日五题 and the book of mistakes (错题本): one's own. Others read on how many days somebody practised, and nothing of what
 * was right. Whoever is sitting an exam waits: what is right might be told them here.
 */
export const dailyActions = defineActions({
  dailyFive: { input: nothing, output: DailyView, errors: ['auth.forbidden', 'daily.none', 'daily.sitting'] },
  /** The first answer counts; the same again tells the same. */
  answerDaily: {
    input: v.strictObject({ questionId: QuizQuestionId, chosen: Places }),
    output: Told,
    errors: ['auth.forbidden', 'daily.not_asked', 'daily.sitting', 'data.changed'],
  },
  mistakes: {
    input: nothing,
    output: v.object({ rows: v.array(MistakeRow) }),
    errors: ['auth.forbidden', 'daily.sitting'],
  },
  /** Of each topic that has questions: how many there are, were met, and were right the last time. */
  progress: {
    input: nothing,
    output: v.object({
      topics: v.array(v.object({ topic: Topic, all: count, met: count, right: count })),
      year: PractisedYear,
    }),
    errors: ['auth.forbidden'],
  },
})
