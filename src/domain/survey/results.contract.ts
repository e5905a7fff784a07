import * as v from 'valibot'
import { defineActions } from '../contract'
import { DepartmentId, TouchpointId } from '../ids'
import { Day, Month } from '../instant'
import { Line } from '../text'
import { Quarter, Year } from './quarter'
import { DimensionId, OptionId, QuestionId } from './question.model'
import { Rater } from './survey.model'

const count = v.number()
const bound = v.nullable(v.number())

/** What is asked for: a quarter or a year. Departments are shown only of what is over. */
export const ResultPeriod = v.variant('unit', [
  v.object({ unit: v.literal('quarter'), value: Quarter }),
  v.object({ unit: v.literal('year'), value: Year }),
])
export type ResultPeriod = v.InferOutput<typeof ResultPeriod>

/** A mean of 0–100 with its 95 % t interval, and a share of best answers with Wilson's; each with what it is made of. */
export const Figure = v.object({
  /** Respondents behind the mean. */
  n: count,
  mean: bound,
  /** null of a question, or of a dimension or a total that is one question: its spread would tell how often each option was chosen. */
  lower: bound,
  upper: bound,
  /** Who gave the best answer, of whom. */
  top: count,
  of: count,
  topLower: bound,
  topUpper: bound,
})
export type Figure = v.InferOutput<typeof Figure>

/**
 * A figure that may be shown; one of too few answers; one kept back so that nothing can be subtracted; or nobody
 * answered, which is said.
 */
export const Cell = v.variant('state', [
  v.object({
    state: v.literal('shown'),
    figure: Figure,
    /** n ≥ 100: stands beside others. */ comparable: v.boolean(),
  }),
  v.object({ state: v.literal('few') }),
  v.object({ state: v.literal('withheld') }),
  v.object({ state: v.literal('none') }),
])
export type Cell = v.InferOutput<typeof Cell>

export const DimensionResult = v.object({ id: DimensionId, name: v.string(), cell: Cell })
export type DimensionResult = v.InferOutput<typeof DimensionResult>

export const QuestionResult = v.object({
  id: QuestionId,
  text: v.string(),
  kind: v.picklist(['single', 'scale', 'multiple', 'number', 'text']),
  dimension: v.nullable(DimensionId),
  cell: Cell,
  /** Answered 不适用; null: the question's cell is not shown. */
  na: bound,
  /**
   * How often each option was chosen, a period's all together or none of them (`count` null); null: not shown for a
   * department, or not a question with options.
   */
  options: v.nullable(v.array(v.object({ id: OptionId, text: v.string(), count: bound }))),
  floor: bound,
  /** The mean is below its limit (改进界限). */
  isBelow: v.boolean(),
})
export type QuestionResult = v.InferOutput<typeof QuestionResult>

export const TrendPoint = v.object({
  month: Month,
  /** Best answers of the overall question, of how many; null: too few, or kept back. */
  numerator: bound,
  denominator: bound,
  /** Per hundred, as are the lines. */
  value: bound,
  centre: bound,
  lower: bound,
  upper: bound,
  beyond: v.boolean(),
})
export type TrendPoint = v.InferOutput<typeof TrendPoint>

export const Results = v.object({
  hospitalName: v.string(),
  rater: Rater,
  /** The questionnaire's name as last published; null: none was. */
  title: v.nullable(v.string()),
  /** The best answer to the overall question, in its words (「非常满意」, 「10 分」); null: there is no such question. */
  best: v.nullable(v.string()),
  versions: v.array(v.number()),
  /** Raters that have a published questionnaire. */
  raters: v.array(Rater),
  period: ResultPeriod,
  /** First and last quarter with answers. */
  known: v.nullable(v.object({ from: Quarter, to: Quarter })),
  /** The period is over: then departments are shown. */
  isOver: v.boolean(),
  /** Sheets of the period. Assisted and unverified ones stand apart. */
  received: v.object({ self: count, assisted: count, web: count }),
  /** Scans of the codes and visits of the period, for the response rate (回收率); null: unknown. */
  scans: bound,
  visits: bound,
  overall: Cell,
  assisted: Cell,
  dimensions: v.array(DimensionResult),
  questions: v.array(QuestionResult),
  /** About which department the dimensions and questions are; null: the hospital. */
  departmentId: v.nullable(DepartmentId),
  departments: v.array(v.object({ id: DepartmentId, name: v.string(), cell: Cell })),
  /** Codes of the department that was asked for. */
  touchpoints: v.array(v.object({ id: TouchpointId, name: v.string(), cell: Cell })),
  trend: v.object({
    points: v.array(TrendPoint),
    /** Runs by the Anhøj rules. */
    signal: v.boolean(),
    provisional: v.boolean(),
    method: v.string(),
  }),
  /** This month so far, in steps of at least ten answers; null: fewer than that. */
  running: v.nullable(v.object({ through: Day, figure: Figure })),
  /** Sheets that are not yet part of the figures. */
  waiting: count,
})
export type Results = v.InferOutput<typeof Results>

/** Hexadecimal text of a hash. */
export const TextId = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))

/** Somebody's own words. The department is named only where its figures are shown. */
export const TextAnswer = v.object({
  id: v.string(),
  rev: v.number(),
  text: v.string(),
  question: v.string(),
  month: Month,
  departmentName: v.nullable(v.string()),
  themes: v.array(v.string()),
})
export type TextAnswer = v.InferOutput<typeof TextAnswer>

export const Theme = Line(1, 12)
export const THEMES_MOST = 5

export const resultsActions = defineActions({
  /** `period` null: the latest quarter that is over and has answers, else the running one. */
  results: {
    input: v.strictObject({
      rater: v.nullable(Rater),
      period: v.nullable(ResultPeriod),
      departmentId: v.nullable(DepartmentId),
    }),
    output: Results,
    errors: ['auth.forbidden', 'hospital.not_founded'],
  },
  /** Text answers, newest month first, a page at a time; for the survey office alone. */
  texts: {
    input: v.strictObject({
      rater: Rater,
      theme: v.nullable(Theme),
      /** Only those without a theme yet. */
      unread: v.boolean(),
      after: v.nullable(TextId),
    }),
    output: v.object({
      rows: v.array(TextAnswer),
      next: v.nullable(v.string()),
      themes: v.array(v.object({ theme: v.string(), count })),
    }),
    errors: ['auth.forbidden'],
  },
  setThemes: {
    input: v.strictObject({
      id: TextId,
      rev: v.pipe(v.number(), v.integer(), v.minValue(0)),
      themes: v.pipe(v.array(Theme), v.maxLength(THEMES_MOST)),
    }),
    output: v.object({ rev: v.number() }),
    errors: ['auth.forbidden', 'survey.text_unknown', 'data.changed'],
  },
})
