import * as v from 'valibot'
import { Line, Text } from '../text'

/** Stays the same through every version in which the question means the same; answers are kept under it. */
export const QuestionId = v.pipe(v.string(), v.regex(/^q[0-9a-z]{1,10}$/), v.brand('QuestionId'))
export type QuestionId = v.InferOutput<typeof QuestionId>

export const OptionId = v.pipe(v.string(), v.regex(/^[0-9a-z]{1,10}$/), v.brand('OptionId'))
export type OptionId = v.InferOutput<typeof OptionId>

/** What several questions ask about together (维度): 医患沟通. */
export const DimensionId = v.pipe(v.string(), v.regex(/^[0-9a-z_]{1,20}$/), v.brand('DimensionId'))
export type DimensionId = v.InferOutput<typeof DimensionId>

/** Where an answer leads: a later question, or the end. */
export const Next = v.union([v.literal('end'), QuestionId])
export type Next = v.InferOutput<typeof Next>

/** What an answer lets the page offer, never do by itself: to complain, or to report a red packet (红包). */
export const Concern = v.picklist(['complaint', 'report'])
export type Concern = v.InferOutput<typeof Concern>

export const Option = v.object({
  id: OptionId,
  text: Line(1, 40),
  /** 0–100; null: not scored. Of a scale it is given by the place on the scale. */
  score: v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(100))),
  /** 不适用: no part of any mean, and counted. */
  na: v.boolean(),
  concern: v.nullable(Concern),
  /** null: to whatever follows the question. */
  next: v.nullable(Next),
})
export type Option = v.InferOutput<typeof Option>

/** Four steps of how often (S4) or how much (D4), best first, and perhaps 不适用. */
export const Scale = v.picklist(['S4', 'D4'])
export type Scale = v.InferOutput<typeof Scale>

/** Options of a scale, best first, and 不适用. */
export const SCALE_OPTIONS = ['s3', 's2', 's1', 's0'] as const
export const NA_OPTION = 'na'

export const scaleWords: Record<Scale, readonly [string, string, string, string]> = {
  S4: ['总是如此', '经常如此', '有时如此', '从未如此'],
  D4: ['非常满意', '比较满意', '比较不满意', '非常不满意'],
}

/** Per hundred, from worst to best: 0, 33.3, 66.7, 100. */
const STEPS = SCALE_OPTIONS.length - 1
export const scaleScore = (option: string): number | null => {
  const place = SCALE_OPTIONS.indexOf(option as (typeof SCALE_OPTIONS)[number])
  return place < 0 ? null : ((STEPS - place) * 100) / STEPS
}

export const NUMBER_MOST = 10
export const QUESTIONS_MOST = 60
export const TEXT_MOST = 500

const asked = {
  id: QuestionId,
  text: Line(2, 60),
  hint: v.nullable(Line(1, 80)),
  required: v.boolean(),
  /** null: the question below. */
  next: v.nullable(Next),
}

const scored = {
  dimension: v.nullable(DimensionId),
  /** Below this mean it is to be worked on (改进界限); null: no limit. */
  floor: v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(100))),
}

const distinct = <T extends { id: string }>(items: readonly T[]) =>
  new Set(items.map(({ id }) => id)).size === items.length

const options = (least: number, most: number) =>
  v.pipe(v.array(Option), v.minLength(least), v.maxLength(most), v.check(distinct))

const isScale = (given: Option[]) =>
  given.map(({ id }) => id).join() === SCALE_OPTIONS.join() ||
  given.map(({ id }) => id).join() === [...SCALE_OPTIONS, NA_OPTION].join()

/** One question, or a heading between questions. */
export const Question = v.variant('kind', [
  /** A heading; nothing is answered. */
  v.object({
    ...v.omit(v.object(asked), ['required']).entries,
    kind: v.literal('section'),
  }),
  v.object({ ...asked, ...scored, kind: v.literal('single'), options: options(2, 12) }),
  v.object({
    ...asked,
    ...scored,
    kind: v.literal('scale'),
    scale: Scale,
    options: v.pipe(options(4, 5), v.check(isScale)),
  }),
  v.object({
    ...asked,
    kind: v.literal('multiple'),
    options: v.pipe(
      v.array(
        v.object({
          id: OptionId,
          text: Line(1, 40),
          /** Excludes the others: 「都没有」. */
          alone: v.boolean(),
          concern: v.nullable(Concern),
        }),
      ),
      v.minLength(2),
      v.maxLength(20),
      v.check(distinct),
    ),
  }),
  /** 0 to 10. */
  v.object({
    ...asked,
    ...scored,
    kind: v.literal('number'),
    low: Line(1, 10),
    high: Line(1, 10),
    /** Offered a complaint from here down; null: never. */
    concernAt: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(NUMBER_MOST))),
  }),
  v.object({ ...asked, kind: v.literal('text') }),
])
export type Question = v.InferOutput<typeof Question>
export type AskedQuestion = Exclude<Question, { kind: 'section' }>
export type ScoredQuestion = Extract<Question, { kind: 'single' | 'scale' | 'number' }>

/** A whole questionnaire (问卷) as it is asked. */
export const Form = v.object({
  title: Line(2, 30),
  /** Who asks, what for; read before the first question. */
  opening: v.nullable(Text(1, 200)),
  dimensions: v.pipe(v.array(v.object({ id: DimensionId, name: Line(1, 20) })), v.maxLength(20), v.check(distinct)),
  /** The question whose best answer is the headline (总体满意); null: there is none. */
  overall: v.nullable(QuestionId),
  questions: v.pipe(v.array(Question), v.minLength(1), v.maxLength(QUESTIONS_MOST), v.check(distinct)),
})
export type Form = v.InferOutput<typeof Form>

/** As sent: looked at question by question against the version it was given to. */
export const SentAnswers = v.pipe(
  v.record(v.string(), v.union([Text(0, TEXT_MOST), v.pipe(v.array(Line(0, 40)), v.maxLength(20)), v.number()])),
  v.check((answers) => Object.keys(answers).length <= QUESTIONS_MOST),
)
export type SentAnswers = v.InferOutput<typeof SentAnswers>

/** By question, as they were accepted: only what was asked and reached. */
export type Answers = Readonly<Record<string, string | readonly string[] | number>>

export const isAsked = (question: Question): question is AskedQuestion => question.kind !== 'section'

export const isScored = (question: Question): question is ScoredQuestion =>
  question.kind === 'scale' || question.kind === 'single' || question.kind === 'number'
