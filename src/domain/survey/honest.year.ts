import type { DepartmentId, SurveyId, TouchpointId } from '../ids'
import { type Both, honestQuarter, isNone, isSmall, leastOf } from './honest.months'
import { type At, type Held, heldMargin, heldRows, type Size, YEAR_AT } from './honest.table'
import type { DimensionId, Question } from './question.model'
import { CELL_FROM, SHOWN_FROM } from './survey.model'
import {
  codesIn,
  departmentTotal,
  type DimensionSums,
  dimensionSums,
  mergeSums,
  optionCount,
  type QuestionSums,
  questionSums,
  type Sums,
  tellsItsOptions,
  totalOf,
  type TotalSums,
  touchpointTotal,
  type Unit,
  unitsIn,
} from './survey.tally'

const MONTHS_OF_QUARTER = 3
const quarters = [0, 1, 2, 3] as const

/** What a year of one kind of raters is made of, by month; 12 of each. */
export interface YearOfSheets {
  readonly hospital: readonly Sums[]
  readonly totals: readonly Sums[]
  /** null: no department's dimensions and questions are asked for. */
  readonly details: readonly Sums[] | null
  /** How many months are over, and none of their sheets is waiting. */
  readonly closed: number
}

/** A cell as it may be seen: with its sums, or why without. */
export type Seen<T> =
  | { readonly state: 'shown'; readonly sums: T }
  | { readonly state: 'few' }
  | { readonly state: 'withheld' }
  | { readonly state: 'none' }

interface Family {
  /** undefined: of the hospital. */
  readonly size: (unit: Unit, at: At) => Size
}

const totalSize = (both: Both): Size => ({ n: leastOf(both), small: isSmall(both) })

const plus = (left: TotalSums, right: TotalSums): TotalSums => ({
  n: left.n + right.n,
  sum: left.sum + right.sum,
  squares: left.squares + right.squares,
  top: left.top + right.top,
  of: left.of + right.of,
})

const NO_TOTAL: TotalSums = { n: 0, sum: 0, squares: 0, top: 0, of: 0 }

/** What can be chosen of a question, and whether it says 不适用. */
const optionsOf = (question: Question): readonly { id: string; na: boolean }[] => {
  if (question.kind === 'single' || question.kind === 'scale') return question.options
  return question.kind === 'multiple' ? question.options.map(({ id }) => ({ id, na: false })) : []
}

/** 12 months as four quarters and, behind them, the year. */
const byQuarter = (months: readonly Sums[]): Sums[] => {
  const merged = quarters.map((at) =>
    mergeSums(months.slice(at * MONTHS_OF_QUARTER, at * MONTHS_OF_QUARTER + MONTHS_OF_QUARTER)),
  )
  return [...merged, mergeSums(merged)]
}

/**
 * What may be seen of a year of answers, the same whoever asks and in whatever order. Everything stands on the totals:
 * where they are kept back, dimensions, questions and options are too.
 */
export const honestYear = ({ hospital: months, totals: ofUnits, details: ofDetails, closed }: YearOfSheets) => {
  const over = Math.floor(closed / MONTHS_OF_QUARTER)
  const hospital = byQuarter(months)
  const totals = byQuarter(ofUnits)
  const details = ofDetails && byQuarter(ofDetails)
  const monthTotals = months.map((sums) => totalOf(sums, 'self'))
  const inQuarters = quarters.map((at) =>
    honestQuarter(
      monthTotals.slice(at * MONTHS_OF_QUARTER, at * MONTHS_OF_QUARTER + MONTHS_OF_QUARTER),
      closed - at * MONTHS_OF_QUARTER,
    ),
  )
  const never = () => false
  const isOver = (at: At) => (at === YEAR_AT ? over === quarters.length : at < over)
  const at = (all: readonly Sums[], period: At): Sums => all[period] ?? {}

  const totalAt = (unit: Unit, period: At): TotalSums =>
    unit === undefined ? totalOf(at(hospital, period), 'self') : departmentTotal(at(totals, period), unit)
  const totalFamily: Family = { size: (unit, period) => totalSize(totalAt(unit, period)) }
  const restOf = (period: At) => totalSize(inQuarters[period]?.rest ?? { n: 0, of: 0 })
  const margin = heldMargin(
    over,
    (period) => totalFamily.size(undefined, period),
    (period) => inQuarters[period]?.isForced ?? false,
    restOf,
  )

  const units = unitsIn(at(totals, YEAR_AT)).sort((left, right) => ((left ?? '') < (right ?? '') ? -1 : 1))
  let rowsOfTotals: Held[] | null = null
  const heldTotals = (unit: Unit): Held => {
    if (unit === undefined) return margin
    rowsOfTotals ??= heldRows({
      over,
      rows: units.map((row) => ({ size: (period) => totalFamily.size(row, period), isForced: never })),
      margin: { size: (period) => totalFamily.size(undefined, period), held: margin },
    })
    return rowsOfTotals[units.indexOf(unit)] ?? margin.map(() => false)
  }

  const known = new Map<string, { held: Held; rows: Held[] | null }>()

  /** What is held of a family that stands under the totals; `key` is its own. */
  const heldOf = (key: string, { size }: Family, unit: Unit): Held => {
    const isForced = (of: Unit) => (period: At) => heldTotals(of)[period] ?? false
    const { held, rows: decided } = known.get(key) ?? {
      held: heldMargin(over, (period) => size(undefined, period), isForced(undefined)),
      rows: null,
    }
    if (unit === undefined) {
      known.set(key, { held, rows: decided })
      return held
    }
    const rows =
      decided ??
      heldRows({
        over,
        rows: units.map((row) => ({ size: (period) => size(row, period), isForced: isForced(row) })),
        margin: { size: (period) => size(undefined, period), held },
      })
    known.set(key, { held, rows })
    return rows[units.indexOf(unit)] ?? held.map(() => false)
  }

  const seen = <T>(family: Family, unit: Unit, period: At, isHeld: boolean, sums: T): Seen<T> => {
    const { n, small } = family.size(unit, period)
    // Nobody among those who are kept back is not said either: it would tell of the others.
    const total = totalFamily.size(unit, period)
    if (n === 0 && (total.n === 0 || !isHeld)) return { state: 'none' }
    if (!isOver(period)) return { state: 'withheld' }
    if (!isHeld) return { state: 'shown', sums }
    return { state: small || (n === 0 && total.small) ? 'few' : 'withheld' }
  }

  /** What was shown of a hospital's period that is not over: its quarters, or its months. */
  const soFar = (period: At): Seen<TotalSums> => {
    const monthsOf = (quarter: At): TotalSums =>
      (inQuarters[quarter]?.months ?? []).reduce(
        (sum, isShown, month) =>
          isShown ? plus(sum, monthTotals[quarter * MONTHS_OF_QUARTER + month] ?? NO_TOTAL) : sum,
        NO_TOTAL,
      )
    const parts = quarters
      .filter((quarter) => period === YEAR_AT || quarter === period)
      .map((quarter) => {
        if (quarter >= over) return monthsOf(quarter)
        return margin[quarter] ? NO_TOTAL : totalAt(undefined, quarter)
      })
    const sums = parts.reduce(plus, NO_TOTAL)
    if (!isNone(sums)) return { state: 'shown', sums }
    return { state: isNone(totalAt(undefined, period)) ? 'none' : 'withheld' }
  }

  const sizeOfQuestion = (surveyId: SurveyId, question: Question): Family => ({
    size: (unit, period) => {
      const sums = at(unit === undefined ? hospital : (details ?? []), period)
      const { n } = questionSums(sums, unit, surveyId, question.id)
      const isFew = n > 0 && n < SHOWN_FROM
      if (isFew || !tellsItsOptions(question) || question.kind !== 'single') return { n, small: isFew }
      const counts = question.options
        .filter(({ score }) => score !== null)
        .map(({ id }) => optionCount(sums, unit, surveyId, question.id, id))
      return { n, small: counts.some((count) => count > 0 && count < CELL_FROM) }
    },
  })

  return {
    over,
    isOver,
    units,
    /** Of a department, or of the hospital; what is not over is shown as far as it was shown before, of the hospital alone. */
    total: (unit: Unit, period: At): Seen<TotalSums> =>
      unit === undefined && !isOver(period)
        ? soFar(period)
        : seen(totalFamily, unit, period, heldTotals(unit)[period] ?? false, totalAt(unit, period)),

    /** Of those who were asked by somebody; by quarter, each for itself. */
    assisted: (period: At): Seen<TotalSums> => {
      const of = (one: At) => totalOf(at(hospital, one), 'assisted')
      const held = heldMargin(over, (one) => totalSize(of(one)), never)
      const family: Family = { size: (_, one) => totalSize(of(one)) }
      const isHeld = held[period] ?? false
      if (isNone(of(period))) return { state: 'none' }
      if (!isOver(period)) return { state: 'withheld' }
      if (!isHeld) return { state: 'shown', sums: of(period) }
      return { state: family.size(undefined, period).small ? 'few' : 'withheld' }
    },

    /** `inIt` are the questions of the dimension. */
    dimension: (
      surveyId: SurveyId,
      inIt: readonly Question[],
      id: DimensionId,
      unit: Unit,
      period: At,
    ): Seen<DimensionSums> => {
      const of = (one: Unit, when: At) =>
        dimensionSums(at(one === undefined ? hospital : (details ?? []), when), one, surveyId, id)
      const [only] = inIt.length === 1 ? inIt : []
      // Made of one question it is that question.
      const family: Family = only
        ? sizeOfQuestion(surveyId, only)
        : {
            size: (one, when) => {
              const { n } = of(one, when)
              return { n, small: n > 0 && n < SHOWN_FROM }
            },
          }
      return seen(family, unit, period, heldOf(`D|${surveyId}|${id}`, family, unit)[period] ?? false, of(unit, period))
    },

    question: (surveyId: SurveyId, question: Question, unit: Unit, period: At): Seen<QuestionSums> => {
      const family = sizeOfQuestion(surveyId, question)
      const sums = questionSums(
        at(unit === undefined ? hospital : (details ?? []), period),
        unit,
        surveyId,
        question.id,
      )
      return seen(family, unit, period, heldOf(`Q|${surveyId}|${question.id}`, family, unit)[period] ?? false, sums)
    },

    /**
     * How often each option was chosen in the whole hospital; null: kept back. All of a period or none: with a mean and
     * a number of best answers beside them, a single one that is kept back would be told.
     */
    options: (surveyId: SurveyId, question: Question, period: At): number[] | null => {
      const all = optionsOf(question)
      if (all.length === 0) return null
      const opinions = all.filter(({ na }) => !na)
      const count = (option: string, when: At) =>
        optionCount(at(hospital, when), undefined, surveyId, question.id, option)
      const isFew = (number: number) => number > 0 && number < CELL_FROM
      const held = heldOf(`Q|${surveyId}|${question.id}`, sizeOfQuestion(surveyId, question), undefined)
      const isHeld = (when: At) => (held[when] ?? false) || opinions.some(({ id }) => isFew(count(id, when)))
      const isTold = (when: At) => {
        if (when !== YEAR_AT) return false
        const kept = quarters.filter((quarter) => isHeld(quarter) && opinions.some(({ id }) => count(id, quarter) > 0))
        const sums = opinions.map(({ id }) => kept.reduce<number>((sum, quarter) => sum + count(id, quarter), 0))
        return kept.length === 1 || sums.some(isFew)
      }
      if (!isOver(period) || isHeld(period) || isTold(period)) return null
      return all.map(({ id }) => count(id, period))
    },

    /** Codes of a department, as far as its own figure is shown. */
    touchpoints: (unit: DepartmentId, period: At): { code: TouchpointId | null; seen: Seen<TotalSums> }[] => {
      const codes = codesIn(at(totals, YEAR_AT), unit)
      const of = (code: TouchpointId | null, when: At) => touchpointTotal(at(totals, when), unit, code)
      const held = heldRows({
        over,
        rows: codes.map((code) => ({
          size: (when) => totalSize(of(code, when)),
          isForced: (when) => heldTotals(unit)[when] ?? false,
        })),
        margin: { size: (when) => totalFamily.size(unit, when), held: heldTotals(unit) },
      })
      return codes.map((code, row) => {
        const { n, small } = totalSize(of(code, period))
        if (n === 0) return { code, seen: { state: 'none' } }
        if (!isOver(period)) return { code, seen: { state: 'withheld' } }
        if (!held[row]?.[period]) return { code, seen: { state: 'shown', sums: of(code, period) } }
        return { code, seen: { state: small ? 'few' : 'withheld' } }
      })
    },

    /** A month of the overall question (总体满意), 0..11; null: kept back, or not over. */
    month: (at12: number): { top: number; of: number } | null => {
      const isShown = inQuarters[Math.floor(at12 / MONTHS_OF_QUARTER)]?.months[at12 % MONTHS_OF_QUARTER]
      const sums = monthTotals[at12]
      return isShown && sums ? { top: sums.top, of: sums.of } : null
    },
  }
}

export type HonestYear = ReturnType<typeof honestYear>
