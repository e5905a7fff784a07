import * as v from 'valibot'
import { DepartmentId, type SurveyId, TouchpointId } from '../ids'
import type { Moments } from '../metrics/mean.interval'
import { type Answers, type DimensionId, type Form, isScored, type Question } from './question.model'
import { BEST, scoreSheet } from './score'
import type { Sheet, Way } from './survey.model'

/**
 * Sums by what a figure is asked by. Every value adds up by its place, so that parts merge in any order; what is not
 * there is nothing answered. Scores are hundredths (0..10 000).
 */
export type Sums = Readonly<Record<string, readonly number[]>>

/**
 * As stored: 'cell 3 25000,cell 1', in the order of the cells. One text because the database's wire wraps every single
 * value.
 */
export const StoredSums = v.pipe(v.string(), v.regex(/^(?:[^ ,]+(?: \d+)+(?:,(?=.)|$))*$/))
export type StoredSums = v.InferOutput<typeof StoredSums>

/** What one bucket of sheets comes to. Hospital and departments are kept apart: a trend reads the hospital alone. */
export interface Tally {
  readonly hospital: Sums
  /** Totals of departments and of their codes. */
  readonly totals: Sums
  /** Dimensions and questions of departments. */
  readonly details: Sums
}

export const NOTHING: Tally = { hospital: {}, totals: {}, details: {} }

/** Of a sheet, what `tally` looks at, and the form it was given to. */
export type Countable = Pick<Sheet, 'surveyId' | 'version' | 'way' | 'departmentId' | 'touchpointId'> & {
  readonly form: Form
  readonly answers: Answers
}

/** Totals of respondents, and how many gave the overall question its best answer, of how many who rated it. */
export interface TotalSums extends Moments {
  readonly top: number
  readonly of: number
}

/** Scores of a dimension, and how many have the best there is. */
export interface DimensionSums extends Moments {
  readonly top: number
}

/** Who gave an answer that counts, their scores, the best among them, and 不适用. An unscored question has a count alone. */
export interface QuestionSums {
  readonly n: number
  readonly sum: number
  readonly top: number
  readonly na: number
}

const NO_DEPARTMENT = '-'
/** Enough to tell a hospital's few questionnaires apart in every cell. */
const SURVEY_DIGITS = 8

const surveyPart = (surveyId: SurveyId) => surveyId.slice(0, SURVEY_DIGITS)
const departmentPart = (departmentId: DepartmentId | null) => departmentId ?? NO_DEPARTMENT

/** `departmentId` undefined: the hospital. */
export type Unit = DepartmentId | null | undefined

const within = (unit: Unit, cell: string) => (unit === undefined ? cell : `${departmentPart(unit)}|${cell}`)

const sheetsCell = (way: Way, surveyId: SurveyId, version: number) => `S|${way}|${surveyId}|${version}`
const totalCell = (way: Way) => `T|${way}`
const departmentCell = (unit: DepartmentId | null) => `T|${departmentPart(unit)}`
const touchpointCell = (unit: DepartmentId | null, touchpointId: TouchpointId | null) =>
  `P|${departmentPart(unit)}|${touchpointId ?? NO_DEPARTMENT}`
const dimensionCell = (unit: Unit, surveyId: SurveyId, id: DimensionId) =>
  within(unit, `D|${surveyPart(surveyId)}|${id}`)
const questionCell = (unit: Unit, surveyId: SurveyId, id: string) => within(unit, `Q|${surveyPart(surveyId)}|${id}`)
const optionCell = (unit: Unit, surveyId: SurveyId, id: string, option: string) =>
  within(unit, `O|${surveyPart(surveyId)}|${id}|${option}`)

const FEW_OPTIONS = 3

/** With so few scored options the mean and the best answers tell how often each was chosen. */
export const tellsItsOptions = (question: Question): boolean =>
  question.kind === 'single' && question.options.filter(({ score }) => score !== null).length <= FEW_OPTIONS

const add = (into: Record<string, number[]>, cell: string, values: readonly number[]) => {
  const sums = into[cell]
  if (!sums) into[cell] = [...values]
  else for (let at = 0; at < values.length; at += 1) sums[at] = (sums[at] ?? 0) + (values[at] ?? 0)
}

/** Counts sheets of one bucket. `mergeTallies([tally(a), tally(b)])` is `tally([...a, ...b])`. */
export const tally = (sheets: readonly Countable[]): Tally => {
  const hospital: Record<string, number[]> = {}
  const totals: Record<string, number[]> = {}
  const details: Record<string, number[]> = {}
  for (const { surveyId, version, way, departmentId, touchpointId, form, answers } of sheets) {
    add(hospital, sheetsCell(way, surveyId, version), [1])
    // A browser nobody vouches for is counted and part of no figure.
    if (way === 'web') continue
    const score = scoreSheet(form, answers)
    const best = score.headline === null ? [0, 0] : [score.headline ? 1 : 0, 1]
    const moments = score.total === null ? [0, 0, 0] : [1, score.total, score.total * score.total]
    const rated = [...moments, ...best]
    const hasTotal = score.total !== null || score.headline !== null
    if (hasTotal) add(hospital, totalCell(way), rated)
    if (way !== 'self') continue
    if (hasTotal) {
      add(totals, departmentCell(departmentId), rated)
      add(totals, touchpointCell(departmentId, touchpointId), rated)
    }
    for (const { id, score: reached } of score.dimensions) {
      const values = [1, reached, reached * reached, reached === BEST ? 1 : 0]
      add(hospital, dimensionCell(undefined, surveyId, id), values)
      add(details, dimensionCell(departmentId, surveyId, id), values)
    }
    const questions = new Map(form.questions.map((question) => [question.id, question]))
    for (const { id, score: reached, na, options } of score.questions) {
      const question = questions.get(id)
      const counts = question && isCounted(question, reached, na)
      const values = [counts ? 1 : 0, reached ?? 0, reached === BEST ? 1 : 0, na ? 1 : 0]
      add(hospital, questionCell(undefined, surveyId, id), values)
      add(details, questionCell(departmentId, surveyId, id), values)
      for (const option of options) {
        add(hospital, optionCell(undefined, surveyId, id, option), [1])
        if (question && tellsItsOptions(question)) add(details, optionCell(departmentId, surveyId, id, option), [1])
      }
    }
  }
  return { hospital, totals, details }
}

/** Whether a question has scores at all. */
export const hasScores = (question: Question): boolean =>
  question.kind === 'scale' ||
  question.kind === 'number' ||
  (question.kind === 'single' && question.options.some(({ score }) => score !== null))

/** The dimension that a question's scores go into; null: none. */
export const scoredDimension = (question: Question): DimensionId | null =>
  isScored(question) && hasScores(question) ? question.dimension : null

/** The total is the score of one single question: what may not be told of that question may not be told of the total. */
export const isTotalOneQuestion = ({ dimensions, questions }: Form): boolean =>
  questions.filter((question) => (dimensions.length === 0 ? hasScores(question) : scoredDimension(question) !== null))
    .length === 1

// Of a question with scores only those count who have one, of any other everybody who answered it.
const isCounted = (question: Question, score: number | null, na: boolean) =>
  hasScores(question) ? score !== null : !na

export const mergeSums = (buckets: readonly Sums[]): Sums => {
  const merged: Record<string, number[]> = {}
  for (const sums of buckets) for (const [cell, values] of Object.entries(sums)) add(merged, cell, values)
  return merged
}

export const mergeTallies = (tallies: readonly Tally[]): Tally => ({
  hospital: mergeSums(tallies.map(({ hospital }) => hospital)),
  totals: mergeSums(tallies.map(({ totals }) => totals)),
  details: mergeSums(tallies.map(({ details }) => details)),
})

/** In one order, so that equal sums are stored equally. */
export const asStored = (sums: Sums): StoredSums =>
  Object.entries(sums)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([cell, values]) => `${cell} ${values.join(' ')}`)
    .join(',')

export const asSums = (stored: StoredSums): Sums => {
  const sums: Record<string, number[]> = {}
  if (stored === '') return sums
  for (const part of stored.split(',')) {
    const at = part.indexOf(' ')
    sums[part.slice(0, at)] = part
      .slice(at + 1)
      .split(' ')
      .map(Number)
  }
  return sums
}

const valuesOf = (sums: Sums, cell: string): readonly number[] => sums[cell] ?? []

const asTotal = ([n = 0, sum = 0, squares = 0, top = 0, of = 0]: readonly number[]): TotalSums => ({
  n,
  sum,
  squares,
  top,
  of,
})

/** Of the hospital, by how it was answered. */
export const totalOf = (sums: Sums, way: 'self' | 'assisted'): TotalSums => asTotal(valuesOf(sums, totalCell(way)))

export const departmentTotal = (sums: Sums, unit: DepartmentId | null): TotalSums =>
  asTotal(valuesOf(sums, departmentCell(unit)))

export const touchpointTotal = (sums: Sums, unit: DepartmentId | null, code: TouchpointId | null): TotalSums =>
  asTotal(valuesOf(sums, touchpointCell(unit, code)))

export const dimensionSums = (sums: Sums, unit: Unit, surveyId: SurveyId, id: DimensionId): DimensionSums => {
  const [n = 0, sum = 0, squares = 0, top = 0] = valuesOf(sums, dimensionCell(unit, surveyId, id))
  return { n, sum, squares, top }
}

export const questionSums = (sums: Sums, unit: Unit, surveyId: SurveyId, id: string): QuestionSums => {
  const [n = 0, sum = 0, top = 0, na = 0] = valuesOf(sums, questionCell(unit, surveyId, id))
  return { n, sum, top, na }
}

export const optionCount = (sums: Sums, unit: Unit, surveyId: SurveyId, id: string, option: string): number =>
  valuesOf(sums, optionCell(unit, surveyId, id, option))[0] ?? 0

/** Departments with totals in these sums; null: sheets about the hospital as a whole. */
export const unitsIn = (totals: Sums): (DepartmentId | null)[] =>
  Object.keys(totals).flatMap((cell) => {
    const [kind, unit] = cell.split('|')
    if (kind !== 'T' || unit === undefined) return []
    return [unit === NO_DEPARTMENT ? null : v.parse(DepartmentId, unit)]
  })

/** Codes of a department with totals in these sums; null: sheets that came through none. */
export const codesIn = (totals: Sums, unit: DepartmentId | null): (TouchpointId | null)[] =>
  Object.keys(totals).flatMap((cell) => {
    const [kind, of, code] = cell.split('|')
    if (kind !== 'P' || of !== departmentPart(unit) || code === undefined) return []
    return [code === NO_DEPARTMENT ? null : v.parse(TouchpointId, code)]
  })

/** How many sheets there are of each way, questionnaire and version. */
export const sheetsIn = (sums: Sums): { way: Way; surveyId: SurveyId; version: number; count: number }[] =>
  Object.entries(sums).flatMap(([cell, [count = 0]]) => {
    const [kind, way, surveyId, version] = cell.split('|')
    // Written by `sheetsCell` alone.
    return kind === 'S' ? [{ way: way as Way, surveyId: surveyId as SurveyId, version: Number(version), count }] : []
  })
