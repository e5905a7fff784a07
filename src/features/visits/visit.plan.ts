import type { ReportedVisits, StoredMonth } from '#domain/hospital/visits.contract'
import { type DepartmentVisits, VISIT_MEASURES, type VisitMeasure } from '#domain/hospital/visits.model'
import type { ReadMonth, TotalCheck, VisitReading } from '#domain/hospital/visits.reading'
import {
  isWhole,
  partialIn,
  sumsOf,
  totalOf,
  type VisitChange,
  type VisitSlot,
  withReported,
} from '#domain/hospital/visits.rules'
import type { DepartmentId } from '#domain/ids'
import { type Day, type Month, monthOf } from '#domain/instant'
import { monthAfter, monthsBetween } from '#domain/metrics/month.arithmetic'

/** A month of the file beside what is stored of it. */
export interface PlannedMonth {
  readonly month: Month
  /** Revision it was compared with; null where nothing is stored. */
  readonly seen: number | null
  readonly reported: readonly ReportedVisits[]
  readonly before: readonly DepartmentVisits[]
  readonly after: readonly DepartmentVisits[]
  readonly changes: readonly VisitChange[]
  /** Some days, where a figure of the whole month is: they cannot be taken in. */
  readonly partial: readonly VisitSlot[]
}

type DoubtOfDepartment =
  | { readonly kind: 'missing'; readonly month: Month; readonly departmentId: DepartmentId }
  /** Less than half of what is stored ('stored') or of the month before ('month_before'). */
  | (VisitSlot & {
      readonly kind: 'fell'
      readonly beside: 'stored' | 'month_before'
      readonly month: Month
      readonly before: number
      readonly after: number
    })

/** What a person should look at before the import; it stops nothing. */
export type Doubt =
  | DoubtOfDepartment
  /** Long before anything that is stored: most likely its year is wrong. */
  | { readonly kind: 'far_back'; readonly month: Month; readonly earliest: Month }

export interface VisitPlan {
  readonly months: readonly PlannedMonth[]
  readonly doubts: readonly Doubt[]
  /** Figures that are there for the first time. */
  readonly added: number
  readonly changed: number
}

/** The months of a file, and before each the one it is compared with. */
export const monthsToCompare = (months: readonly Pick<ReadMonth, 'month'>[]): Month[] =>
  [...new Set(months.flatMap(({ month }) => [monthAfter(month, -1), month]))].sort()

/** Further before what is stored, a year is likelier mistyped than meant. */
const MONTHS_NEAR = 24
/** What is stored from here on tells enough: asking for a century, a year at a time, would take long. */
const MONTHS_LOOKED_BACK = 240

const isFarBack = (month: Month, earliest: Month): boolean => monthsBetween(month, earliest) > MONTHS_NEAR

/** From which month on the earliest stored one is to be looked for; null: no month of the file can lie far before it. */
export const earliestAskedFrom = (months: readonly Pick<ReadMonth, 'month'>[], today: Day): Month | null => {
  const [first] = months.map(({ month }) => month).sort()
  const last = monthOf(today)
  if (first === undefined || !isFarBack(first, last)) return null
  const furthest = monthAfter(last, -MONTHS_LOOKED_BACK)
  return first < furthest ? furthest : first
}

const withoutSlots = (reported: readonly ReportedVisits[], slots: readonly VisitSlot[]): ReportedVisits[] =>
  reported.map((report) => {
    const kept = { ...report }
    for (const { departmentId, measure } of slots) if (departmentId === report.departmentId) delete kept[measure]
    return kept
  })

const planMonth = ({ month, departments: reported }: ReadMonth, stored: StoredMonth | undefined): PlannedMonth => {
  const before = stored?.departments ?? []
  const partial = partialIn(month, before, reported)
  const report = withReported(month, before, withoutSlots(reported, partial))
  if (!report.ok) throw new Error(`a file was read as what cannot be: ${month} ${report.code}`)
  return { month, seen: stored?.rev ?? null, reported, before, partial, ...report.value }
}

/** Below it half as many may be chance. */
const FEWEST_TO_COMPARE = 10

const hasFallen = (before: number | null, after: number | null): boolean =>
  before !== null && before >= FEWEST_TO_COMPARE && (after ?? 0) * 2 < before

const doubtsOf = (planned: PlannedMonth, monthBefore: readonly DepartmentVisits[], today: Day): DoubtOfDepartment[] => {
  const { month, after, changes } = planned
  const now = new Map(after.map((department) => [department.departmentId, department]))
  const fallen = changes.flatMap(({ departmentId, measure, before, after: next }): DoubtOfDepartment[] =>
    before !== null && hasFallen(before, next)
      ? [{ kind: 'fell', beside: 'stored', month, departmentId, measure, before, after: next ?? 0 }]
      : [],
  )
  // A month that is not over has fewer of everything.
  if (month >= monthOf(today)) return fallen
  const said = new Set(fallen.map((doubt) => `${doubt.departmentId}|${'measure' in doubt ? doubt.measure : ''}`))
  const changed = new Set(changes.map(({ departmentId, measure }) => `${departmentId}|${measure}`))
  const compared = monthBefore.flatMap((earlier): DoubtOfDepartment[] => {
    const { departmentId } = earlier
    const later = now.get(departmentId)
    if (!later) {
      return VISIT_MEASURES.some((measure) => (totalOf(earlier[measure]) ?? 0) > 0)
        ? [{ kind: 'missing', month, departmentId }]
        : []
    }
    return VISIT_MEASURES.flatMap((measure): DoubtOfDepartment[] => {
      const key = `${departmentId}|${measure}`
      const before = totalOf(earlier[measure])
      const count = totalOf(later[measure])
      if (said.has(key) || !changed.has(key) || before === null || count === null) return []
      return isWhole(earlier[measure], monthAfter(month, -1)) &&
        isWhole(later[measure], month) &&
        hasFallen(before, count)
        ? [{ kind: 'fell', beside: 'month_before', month, departmentId, measure, before, after: count }]
        : []
    })
  })
  return [...fallen, ...compared]
}

/**
 * What a file that was understood would change. `stored` holds `monthsToCompare`, as far as anything is there;
 * `earliest` is the first month that is stored, null where that is nothing or does not matter.
 */
export const planVisits = (
  { months }: Pick<VisitReading, 'months'>,
  stored: readonly StoredMonth[],
  today: Day,
  earliest: Month | null = null,
): VisitPlan => {
  const found = new Map(stored.map((row) => [row.month, row]))
  const planned = months.map((month) => planMonth(month, found.get(month.month)))
  const afterwards = new Map(planned.map(({ month, after }) => [month, after]))
  const changes = planned.flatMap((month) => month.changes)
  const added = changes.filter(({ before }) => before === null).length
  return {
    months: planned,
    doubts: [
      ...planned.flatMap(({ month }): Doubt[] =>
        earliest !== null && isFarBack(month, earliest) ? [{ kind: 'far_back', month, earliest }] : [],
      ),
      ...planned.flatMap((month) => {
        const before = monthAfter(month.month, -1)
        return doubtsOf(month, afterwards.get(before) ?? found.get(before)?.departments ?? [], today)
      }),
    ],
    added,
    changed: changes.length - added,
  }
}

export interface PlanColumn {
  readonly key: string
  readonly month: Month
  readonly measure: VisitMeasure
  /** Of the departments that keep what they had. */
  readonly rest: number | null
  /** What was understood of the file, added up as its own total adds it up; null: it says nothing of it. */
  readonly understood: number | null
  /** The file's own total; null: it has none for this column. */
  readonly stated: TotalCheck | null
}

export interface PlanCell {
  readonly before: number | null
  readonly after: number | null
  readonly changed: boolean
  readonly doubtful: boolean
}

export interface PlanTable {
  readonly columns: readonly PlanColumn[]
  readonly rows: readonly {
    readonly departmentId: DepartmentId
    readonly cells: ReadonlyMap<PlanColumn['key'], PlanCell>
  }[]
  /** Departments that keep what they had. */
  readonly unchanged: number
  /** The file's totals that belong to no single column: parts, days, all months together. */
  readonly otherTotals: readonly TotalCheck[]
}

const PART_OF_A_TOTAL = /小计|本页/

const sum = (counts: readonly (number | null)[]): number | null => {
  const known = counts.filter((count) => count !== null)
  return known.length === 0 ? null : known.reduce((total, count) => total + count, 0)
}

/** The total that covers the most is the one of the month. */
const statedOf = (totals: readonly TotalCheck[], month: Month, measure: VisitMeasure, isOnly: boolean) =>
  totals
    .filter((check) => check.measure === measure && !PART_OF_A_TOTAL.test(check.label))
    .filter(({ period }) => period === month || (isOnly && period === null))
    .reduce<TotalCheck | null>((widest, check) => (widest && widest.sum >= check.sum ? widest : check), null)

/** Departments that change, one row each, by month and measure; the others together. */
export const tableOf = ({ months, doubts }: VisitPlan, totals: readonly TotalCheck[]): PlanTable => {
  const changedOnes = new Set(months.flatMap(({ changes }) => changes.map(({ departmentId }) => departmentId)))
  const everybody = new Set(months.flatMap(({ after }) => after.map(({ departmentId }) => departmentId)))
  const doubtful = new Set(
    doubts.flatMap((doubt) => (doubt.kind === 'fell' ? [`${doubt.departmentId}|${doubt.month}|${doubt.measure}`] : [])),
  )
  const columns = months.flatMap(({ month, reported, after }) =>
    VISIT_MEASURES.filter((measure) => reported.some((report) => report[measure] !== undefined)).map(
      (measure): PlanColumn => {
        const stated = statedOf(totals, month, measure, months.length === 1)
        return {
          key: `${month}-${measure}`,
          month,
          measure,
          rest: sum(
            after
              .filter(({ departmentId }) => !changedOnes.has(departmentId))
              .map((department) => totalOf(department[measure])),
          ),
          understood: stated?.sum ?? sum(reported.map((report) => totalOf(report[measure] ?? null))),
          stated,
        }
      },
    ),
  )
  const used = new Set(columns.map(({ stated }) => stated))
  const figures = new Map(
    months.map(({ month, before, after, changes }) => [
      month,
      {
        before: new Map(before.map((department) => [department.departmentId, department])),
        after: new Map(after.map((department) => [department.departmentId, department])),
        changed: new Set(changes.map(({ departmentId, measure }) => `${departmentId}|${measure}`)),
      },
    ]),
  )
  return {
    columns,
    rows: [...changedOnes].sort().map((departmentId) => ({
      departmentId,
      cells: new Map(
        columns.map(({ key, month, measure }): [string, PlanCell] => {
          const found = figures.get(month)
          return [
            key,
            {
              before: totalOf(found?.before.get(departmentId)?.[measure] ?? null),
              after: totalOf(found?.after.get(departmentId)?.[measure] ?? null),
              changed: found?.changed.has(`${departmentId}|${measure}`) ?? false,
              doubtful: doubtful.has(`${departmentId}|${month}|${measure}`),
            },
          ]
        }),
      ),
    })),
    unchanged: [...everybody].filter((departmentId) => !changedOnes.has(departmentId)).length,
    otherTotals: totals.filter((check) => !used.has(check)),
  }
}

/** Complaints beside the visits of a month, before and after; null where a part of the denominator or a day is missing. */
export interface RateShift {
  readonly month: Month
  readonly numerator: number
  readonly before: number | null
  readonly after: number | null
}

interface CountedMonth {
  readonly month: Month
  readonly numerator: number
}

const bothOf = (departments: readonly DepartmentVisits[], month: Month): number | null => {
  const { outpatient, discharges, whole } = sumsOf(departments, month)
  return !whole || outpatient === null || discharges === null ? null : outpatient + discharges
}

/** What the import does to the headline rate (综合投诉率) of the months it changes, the latest first. */
export const shiftsOf = ({ months }: VisitPlan, counted: readonly CountedMonth[]): RateShift[] => {
  const numerators = new Map(counted.map(({ month, numerator }) => [month, numerator]))
  return months
    .filter(({ changes }) => changes.length > 0)
    .flatMap(({ month, before, after }): RateShift[] => {
      const numerator = numerators.get(month)
      return numerator === undefined
        ? []
        : [{ month, numerator, before: bothOf(before, month), after: bothOf(after, month) }]
    })
    .reverse()
}

/** Of the departments in use the one that a name most likely means; null where none or several do. */
export const likelyDepartment = <D extends { name: string; retired: boolean }>(
  written: string,
  known: readonly D[],
): D | null => {
  const stems = known
    .filter(({ retired }) => !retired)
    .map((department) => ({ department, stem: department.name.replace(/(?:医学)?科室?$|门诊$/, '') }))
    .filter(({ stem }) => stem !== '' && isWithin(stem, written))
  const longest = Math.max(0, ...stems.map(({ stem }) => stem.length))
  const [likeliest, other] = stems.filter(({ stem }) => stem.length === longest)
  return likeliest && !other ? likeliest.department : null
}

/** Whether the characters stand in it in this order. */
const isWithin = (characters: string, text: string): boolean => {
  let at = -1
  for (const character of characters) {
    at = text.indexOf(character, at + 1)
    if (at < 0) return false
  }
  return true
}
