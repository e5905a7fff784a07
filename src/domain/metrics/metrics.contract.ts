import * as v from 'valibot'
import { Category, Channel, Kind } from '../complaint/category'
import { CareSetting, ComplaintStatus, Finding } from '../complaint/complaint.model'
import { defineContract } from '../contract'
import { ComplaintId, DepartmentId } from '../ids'
import { Day, Instant, Month } from '../instant'
import { Text } from '../text'
import { monthsBetween } from './month.arithmetic'
import { Counting, Factors, Indicator } from './rate'

const count = v.number()
const bound = v.nullable(v.number())
const revision = v.pipe(v.number(), v.integer(), v.minValue(0))

/** A calendar month, its quarter (季) or its year. */
export const PeriodUnit = v.picklist(['month', 'quarter', 'year'])
export type PeriodUnit = v.InferOutput<typeof PeriodUnit>

/** First and last month, both included. */
export const Period = v.object({ from: Month, to: Month })
export type Period = v.InferOutput<typeof Period>

/** Numerator and denominator travel together; the page divides once. */
const fraction = { numerator: count, denominator: bound }

/** Beside an earlier period: how many times as high the rate is. */
export const Comparison = v.object({
  period: Period,
  ...fraction,
  /** Of the two rates, with its 95 % interval (exact, conditional on the sum); null where either has no denominator. */
  ratio: bound,
  lower: bound,
  upper: bound,
  /** 'usual': the interval of the ratio holds 1; null: not comparable. */
  verdict: v.nullable(v.picklist(['higher', 'lower', 'usual'])),
})
export type Comparison = v.InferOutput<typeof Comparison>

export const RateFigure = v.object({
  indicator: Indicator,
  ...fraction,
  factor: count,
  /** 95 % of the rate (Garwood), times the factor. */
  lower: bound,
  upper: bound,
  /** Of the numerator of 综合: not found out yet, so that 有责 may still grow. */
  undecided: count,
  before: v.nullable(Comparison),
  lastYear: v.nullable(Comparison),
})
export type RateFigure = v.InferOutput<typeof RateFigure>

/** What somebody wrote beside a month of the chart. */
export const RateNote = v.object({ text: Text(1, 60), byName: v.string(), at: Instant })
export type RateNote = v.InferOutput<typeof RateNote>

export const ChartPoint = v.object({
  month: Month,
  ...fraction,
  /** Times the factor, as are the lines. */
  value: bound,
  centre: bound,
  lower: bound,
  upper: bound,
  /** Outside the limits. */
  beyond: v.boolean(),
  /** The month is over and its visits are complete; the others are drawn apart and no part of the limits. */
  whole: v.boolean(),
  note: v.nullable(RateNote),
  /** Revision of the note; null: there was none. */
  noteRev: v.nullable(count),
})
export type ChartPoint = v.InferOutput<typeof ChartPoint>

export const RateChart = v.object({
  points: v.array(ChartPoint),
  /** Runs by the Anhøj rules over the points shown. */
  runs: v.object({
    useful: count,
    longestRun: count,
    longestRunLimit: count,
    crossings: count,
    crossingsLimit: count,
    signal: v.boolean(),
  }),
  /** What was used, in words. */
  method: v.string(),
  /** Fewer than 12 points: 试行界限. */
  provisional: v.boolean(),
})
export type RateChart = v.InferOutput<typeof RateChart>

export const DepartmentRate = v.object({
  departmentId: DepartmentId,
  name: v.string(),
  ...fraction,
  value: bound,
  lower: bound,
  upper: bound,
  lower95: bound,
  upper95: bound,
  lower998: bound,
  upper998: bound,
  outside: v.picklist(['none', '95', '998']),
})
export type DepartmentRate = v.InferOutput<typeof DepartmentRate>

/** One step of the funnel's limits: at this denominator and up to the next. */
export const FunnelStep = v.object({
  denominator: count,
  lower95: count,
  upper95: count,
  lower998: count,
  upper998: count,
})
export type FunnelStep = v.InferOutput<typeof FunnelStep>

/** Departments beside each other over the twelve months up to the end of the period. */
export const DepartmentRates = v.object({
  period: Period,
  /** Of those in `rows`, times the factor; null where there is nothing to divide by. */
  centre: bound,
  rows: v.array(DepartmentRate),
  curve: v.array(FunnelStep),
  /** Complaints of departments without visits (收费、停车), or of none. */
  elsewhere: v.array(v.object({ departmentId: v.nullable(DepartmentId), name: v.string(), numerator: count })),
  method: v.string(),
})
export type DepartmentRates = v.InferOutput<typeof DepartmentRates>

/** Counts of one trait's values: in the period, in the one before, in the same of last year (null: nothing is known of it). */
const breakdown = <S extends v.GenericSchema>(value: S) =>
  v.array(v.object({ value, numerator: count, before: bound, lastYear: bound }))

/** What stands in the way of a figure, for this period. */
export const Gaps = v.object({
  /** Months without a denominator. */
  months: v.array(Month),
  /** Days of the period that no department has reported yet, the first and the last; null: none. */
  days: v.nullable(v.object({ from: Day, to: Day })),
  /** Departments that reported in the month before and not now. */
  departments: v.array(v.string()),
})
export type Gaps = v.InferOutput<typeof Gaps>

export const Rates = v.object({
  hospitalName: v.string(),
  unit: PeriodUnit,
  period: Period,
  indicator: Indicator,
  factor: count,
  /** The first and the last month there is anything of. */
  known: v.nullable(Period),
  /** Over and past, with visits of every day: before that the figures are of a part of it. */
  complete: v.boolean(),
  figures: v.array(RateFigure),
  chart: RateChart,
  departments: DepartmentRates,
  by: v.object({
    category: breakdown(v.nullable(Category)),
    channel: breakdown(Channel),
    careSetting: breakdown(CareSetting),
  }),
  gaps: Gaps,
  counting: Counting,
  factors: Factors,
  asOf: Instant,
  /** Documents that were counted while this was asked, because the figures did not know of them yet. */
  recounted: count,
  /** Earlier records are still being counted: how many months of how many; null: all are. */
  rebuilding: v.nullable(v.object({ done: count, total: count })),
})
export type Rates = v.InferOutput<typeof Rates>

/** A case behind a figure. Its words are for those who may open it. */
export const CountedCase = v.object({
  id: ComplaintId,
  receivedOn: Day,
  kind: Kind,
  category: v.nullable(Category),
  careSetting: CareSetting,
  channel: Channel,
  status: ComplaintStatus,
  finding: v.nullable(Finding),
  departmentName: v.nullable(v.string()),
  /** The first words; null where this reader may not open the case. */
  opening: v.nullable(v.string()),
})
export type CountedCase = v.InferOutput<typeof CountedCase>

export const COUNTED_CASES_PAGE = 50
/** The longest period a figure of the page has is a year. */
export const CASES_MONTHS = 24

const errors = ['auth.forbidden', 'hospital.not_founded'] as const

/** The complaint rate (投诉率), for leaders and the complaint office. */
export const metricsContract = defineContract({
  name: 'metrics',
  actions: {
    rates: {
      input: v.strictObject({
        /** null: the latest month that is over and has visits. */
        month: v.nullable(Month),
        unit: v.optional(PeriodUnit, 'month'),
        indicator: v.optional(Indicator, 'overall'),
      }),
      output: Rates,
      errors,
    },
    /** The very cases in a numerator, newest first. A trait that is left out is not asked for; null asks for those without. */
    cases: {
      input: v.pipe(
        v.strictObject({
          ...Period.entries,
          indicator: Indicator,
          departmentId: v.optional(v.nullable(DepartmentId)),
          category: v.optional(v.nullable(Category)),
          channel: v.optional(Channel),
          careSetting: v.optional(CareSetting),
          /** The last of the page before. A case and no moment: the rows say the day, and nobody may ask for the minute. */
          after: v.optional(ComplaintId),
        }),
        v.check(({ from, to }) => from <= to && monthsBetween(from, to) < CASES_MONTHS),
      ),
      output: v.object({
        rows: v.array(CountedCase),
        /** Of all pages, as the figure says. */
        total: count,
        next: v.nullable(ComplaintId),
      }),
      errors,
    },
    /** Writes beside a month what happened then; null takes the note away. */
    annotate: {
      input: v.strictObject({ month: Month, text: v.nullable(RateNote.entries.text), rev: v.nullable(revision) }),
      output: v.object({ note: v.nullable(RateNote), noteRev: v.nullable(count) }),
      errors: [...errors, 'data.changed'],
    },
    /** How many complaints the months have: what an import of visits does to the rate can be said before it is done. */
    counted: {
      input: v.strictObject({ months: v.pipe(v.array(Month), v.minLength(1), v.maxLength(120)) }),
      output: v.object({
        rows: v.array(v.object({ month: Month, numerator: count, outpatient: bound, discharges: bound })),
        factor: count,
      }),
      errors,
    },
    /** How far counting everything anew has come; null: it was never asked for. */
    rebuilding: {
      input: v.strictObject({}),
      output: v.nullable(v.object({ askedAt: Instant, done: count, total: count, finishedAt: v.nullable(Instant) })),
      errors,
    },
    /** Counts everything anew, a part each minute; asking again while it runs changes nothing. */
    rebuild: {
      input: v.strictObject({}),
      output: v.object({ askedAt: Instant, done: count, total: count, finishedAt: v.nullable(Instant) }),
      errors,
    },
  },
})
