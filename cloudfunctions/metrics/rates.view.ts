import { Category, Channel } from '#domain/complaint/category'
import { CareSetting } from '#domain/complaint/complaint.model'
import type { Hospital } from '#domain/hospital/hospital.model'
import type { DepartmentId, StaffId } from '#domain/ids'
import type { Instant, Month } from '#domain/instant'
import type { RateNoteRecord, Rebuild } from '#domain/metrics/bucket.model'
import { funnel, funnelLimits } from '#domain/metrics/funnel'
import { poissonExact, rateRatio } from '#domain/metrics/intervals'
import type {
  ChartPoint,
  Comparison,
  DepartmentRates,
  Gaps,
  Period,
  PeriodUnit,
  RateChart,
  RateFigure,
  Rates,
} from '#domain/metrics/metrics.contract'
import { monthAfter, monthsBetween, monthsFrom } from '#domain/metrics/month.arithmetic'
import { factorOf, Indicator } from '#domain/metrics/rate'
import { controlChart } from '#domain/metrics/spc'
import type { Trait } from '#domain/metrics/tally'
import {
  countIn,
  denominatorIn,
  departmentVisits,
  type Fraction,
  fractionOf,
  inPeriod,
  type Months,
  type ReadMonth,
} from './months'
import { periodBefore, periodOf, sameLastYear } from './period'

export const CHART_MONTHS = 24
const FUNNEL_MONTHS = 12
/** Under this many points limits are on trial (试行界限). */
const SETTLED_FROM = 12
const CURVE_STEPS = 60
/** A department that reported in one of so many months before is expected to report again. */
const LATELY_MONTHS = 3
/** 有责 is judged once no more than a tenth of a month's complaints wait for a finding. */
const UNDECIDED_AT_MOST = 0.1

/** What a page of the rates is made of. */
export interface RateSources {
  readonly hospital: Hospital
  readonly months: Months
  /** The month that runs. */
  readonly now: Month
  readonly asOf: Instant
  readonly recounted: number
  readonly rebuild: Rebuild | null
  /** The month of the first complaint; null: there is none. */
  readonly firstReceived: Month | null
  /** Departments no longer in use. */
  readonly retired: ReadonlySet<DepartmentId>
  readonly notes: ReadonlyMap<Month, RateNoteRecord>
  readonly departments: ReadonlyMap<DepartmentId, string>
  readonly people: ReadonlyMap<StaffId, string>
}

interface Asked {
  readonly month: Month
  readonly unit: PeriodUnit
  readonly indicator: Indicator
}

const NOBODY = '已离开的同事'

/** The latest month that is over and whole with visits, or the latest with visits, or the one that runs. */
export const latestMonth = (months: Months, now: Month): Month => {
  const newest = [...months.values()].sort((left, right) => (left.month < right.month ? 1 : -1))
  const visited = newest.filter(({ visits }) => visits.departments.length > 0)
  return (visited.find(({ whole }) => whole) ?? visited[0])?.month ?? now
}

const times = (value: number | null, factor: number): number | null => (value === null ? null : value * factor)

const compared = (now: Fraction, then: Fraction, period: Period, isFinal: boolean): Comparison => {
  const ratio =
    now.denominator === null || then.denominator === null
      ? null
      : rateRatio(
          { numerator: now.numerator, denominator: now.denominator },
          { numerator: then.numerator, denominator: then.denominator },
        )
  if (!ratio) return { period, ...then, ratio: null, lower: null, upper: null, verdict: null }
  // What still changes is given beside the other, and not judged.
  if (!isFinal) return { period, ...then, ...ratio, verdict: null }
  const verdict = ratio.lower > 1 ? 'higher' : ratio.upper !== null && ratio.upper < 1 ? 'lower' : 'usual'
  return { period, ...then, ...ratio, verdict }
}

const asksOf = ({ hospital, months, now }: RateSources) => {
  const counting = hospital.rateCounting
  return {
    fraction: (period: Period, indicator: Indicator) => fractionOf(inPeriod(months, period), indicator, counting, now),
    count: (within: readonly ReadMonth[], indicator: Indicator, wanted?: (trait: Trait) => boolean) =>
      countIn(within, indicator, counting, wanted),
  }
}

const figureOf = (sources: RateSources, { unit }: Asked, period: Period, indicator: Indicator): RateFigure => {
  const { fraction, count } = asksOf(sources)
  const factor = factorOf(indicator, sources.hospital.rateFactors)
  const figure = fraction(period, indicator)
  const { numerator, denominator } = figure
  const interval = denominator ? poissonExact(numerator) : null
  const before = periodBefore(unit, period)
  const isFinal = (of: Period) => inPeriod(sources.months, of).every((month) => isSettled(sources, indicator, month))
  const beside = (earlier: Period): Comparison | null =>
    isKnown(sources, earlier)
      ? compared(figure, fraction(earlier, indicator), earlier, isFinal(period) && isFinal(earlier))
      : null
  return {
    indicator,
    ...figure,
    factor,
    lower: interval && denominator ? (interval.lower / denominator) * factor : null,
    upper: interval && denominator ? (interval.upper / denominator) * factor : null,
    undecided: count(inPeriod(sources.months, period), 'overall', isUndecided),
    before: before && beside(before),
    lastYear: beside(sameLastYear(period)),
  }
}

/** The month of the first complaint: visits of the time before are no months without complaints. */
const firstMonth = ({ months, firstReceived }: RateSources): Month | null => {
  if (firstReceived !== null) return firstReceived
  const visited = [...months.values()].filter(({ visits }) => visits.departments.length > 0)
  return visited.map(({ month }) => month).sort()[visited.length - 1] ?? null
}

/** Whether there is anything of these months: before the first record nothing is known, not 0. */
const isKnown = (sources: RateSources, { from }: Period): boolean => {
  const first = firstMonth(sources)
  return first !== null && from >= first
}

const reportedIn = (months: Months, month: Month): DepartmentId[] =>
  months.get(month)?.visits.departments.map(({ departmentId }) => departmentId) ?? []

/** Departments in use that reported lately and not in this month: its denominator is too small. */
const missingIn = ({ months, retired }: RateSources, month: Month): DepartmentId[] => {
  const here = new Set(reportedIn(months, month))
  if (here.size === 0) return []
  const lately = Array.from({ length: LATELY_MONTHS }, (_, back) => reportedIn(months, monthAfter(month, -1 - back)))
  return [...new Set(lately.flat())].filter((id) => !here.has(id) && !retired.has(id))
}

const isUndecided = ({ outcome }: Trait) => outcome === 'undecided'

/** Whether a month's figure will hardly change any more, so that it may be compared. */
const isSettled = (sources: RateSources, indicator: Indicator, month: ReadMonth): boolean => {
  if (!month.whole || missingIn(sources, month.month).length > 0) return false
  if (indicator !== 'responsible') return true
  const counting = sources.hospital.rateCounting
  const undecided = countIn([month], 'overall', counting, isUndecided)
  return undecided <= UNDECIDED_AT_MOST * countIn([month], 'overall', counting)
}

const chartOf = (sources: RateSources, indicator: Indicator, until: Month): RateChart => {
  const { hospital, months, now, notes, people } = sources
  const earliest = monthAfter(until, 1 - CHART_MONTHS)
  const known = firstMonth(sources) ?? earliest
  const shown = inPeriod(months, { from: earliest < known ? known : earliest, to: until })
  const factor = factorOf(indicator, hospital.rateFactors)
  const fractions = shown.map((month) => ({
    numerator: countIn([month], indicator, hospital.rateCounting),
    denominator: denominatorIn(indicator, month, now),
  }))
  const settled = shown.reduce((end, month, at) => (isSettled(sources, indicator, month) ? at + 1 : end), 0)
  const chart = controlChart({
    kind: 'u',
    points: fractions,
    factor,
    // What may still change is held against the limits of the months before and takes no part in them.
    ...(settled > 0 && settled < shown.length ? { freezeAfter: settled } : {}),
  })
  const points = shown.map(({ month, whole: isOver }, at): ChartPoint => {
    const whole = isOver && at < settled
    const note = notes.get(month) ?? null
    const drawn = chart.points[at]
    return {
      month,
      numerator: fractions[at]?.numerator ?? 0,
      denominator: fractions[at]?.denominator ?? null,
      value: drawn?.value ?? null,
      centre: drawn?.centre ?? null,
      lower: drawn?.lower ?? null,
      upper: drawn?.upper ?? null,
      beyond: whole && (drawn?.beyond ?? false),
      whole,
      note:
        note?.text == null ? null : { text: note.text, byName: people.get(note.by as StaffId) ?? NOBODY, at: note.at },
      noteRev: note?.rev ?? null,
    }
  })
  const [phase] = chart.phases
  const useful = fractions.slice(0, settled).filter(({ denominator }) => (denominator ?? 0) > 0).length
  return {
    points,
    runs: {
      useful: phase?.useful ?? 0,
      longestRun: phase?.longestRun ?? 0,
      longestRunLimit: phase?.longestRunLimit ?? 0,
      crossings: phase?.crossings ?? 0,
      crossingsLimit: phase?.crossingsLimit ?? 0,
      signal: phase?.runsSignal ?? false,
    },
    method: chart.method,
    provisional: useful < SETTLED_FROM,
  }
}

/**
 * The latest whole months with visits, without a gap, twelve at most: complaints and visits of the same days, and cases
 * that can be asked for by their first and last month.
 */
const wholeMonths = (months: readonly ReadMonth[]): ReadMonth[] => {
  const isWhole = ({ whole, visits }: ReadMonth) => whole && visits.departments.length > 0
  const end = months.reduce((latest, month, at) => (isWhole(month) ? at + 1 : latest), 0)
  const gap = months.slice(0, end).reduce((latest, month, at) => (isWhole(month) ? latest : at + 1), 0)
  return months.slice(Math.max(gap, end - FUNNEL_MONTHS), end)
}

const departmentsOf = (sources: RateSources, indicator: Indicator, until: Month): DepartmentRates => {
  const { count } = asksOf(sources)
  const { hospital, months, departments } = sources
  const factor = factorOf(indicator, hospital.rateFactors)
  const within = wholeMonths(
    inPeriod(months, { from: monthAfter(until, -FUNNEL_MONTHS), to: until }).filter(({ month }) =>
      isKnown(sources, { from: month, to: month }),
    ),
  )
  const period = { from: within[0]?.month ?? until, to: within[within.length - 1]?.month ?? until }
  const visits = departmentVisits(within, indicator)
  const numeratorIn = (wanted: DepartmentId | null) =>
    count(within, indicator, ({ departmentId }) => departmentId === wanted)
  const units = [...visits]
    .map(([id, denominator]) => ({ id, numerator: numeratorIn(id), denominator }))
    .sort((left, right) => (left.id < right.id ? -1 : 1))
  const plot = funnel({ kind: 'rate', units, factor })
  const largest = Math.max(0, ...units.map(({ denominator }) => denominator))
  const steps = Array.from({ length: CURVE_STEPS }, (_, at) => Math.round((largest * (at + 1)) / CURVE_STEPS))
  const named = (id: DepartmentId | null) => (id === null ? '没有归到科室' : (departments.get(id) ?? id))
  const elsewhere = new Set<DepartmentId | null>(
    within.flatMap(({ counted }) => counted.map(([{ departmentId }]) => departmentId)),
  )
  return {
    period,
    centre: plot.centre,
    rows: units.map(({ id, numerator, denominator }, at) => {
      const interval = poissonExact(numerator)
      const {
        value = null,
        lower95 = null,
        upper95 = null,
        lower998 = null,
        upper998 = null,
        outside = 'none',
      } = plot.units[at] ?? {}
      return {
        departmentId: id,
        name: named(id),
        numerator,
        denominator,
        value,
        lower: times(interval.lower / denominator, factor),
        upper: times(interval.upper / denominator, factor),
        lower95,
        upper95,
        lower998,
        upper998,
        outside,
      }
    }),
    curve: units.length === 0 ? [] : funnelLimits({ kind: 'rate', units, factor }, [...new Set(steps)].filter(Boolean)),
    elsewhere: [...elsewhere]
      .filter((id) => id === null || !visits.has(id))
      .map((departmentId) => ({ departmentId, name: named(departmentId), numerator: numeratorIn(departmentId) }))
      .filter(({ numerator }) => numerator > 0)
      .sort((left, right) => right.numerator - left.numerator),
    method: plot.method,
  }
}

const breakdownOf = <V>(
  sources: RateSources,
  { unit, indicator }: Asked,
  period: Period,
  values: readonly V[],
  valueOf: (trait: Trait) => V,
) => {
  const { count } = asksOf(sources)
  const before = periodBefore(unit, period)
  const lastYear = sameLastYear(period)
  const of = (within: Period, value: V) =>
    count(inPeriod(sources.months, within), indicator, (trait) => valueOf(trait) === value)
  return values
    .map((value) => ({
      value,
      numerator: of(period, value),
      before: before && isKnown(sources, before) ? of(before, value) : null,
      lastYear: isKnown(sources, lastYear) ? of(lastYear, value) : null,
    }))
    .filter(({ numerator, before: earlier, lastYear: then }) => numerator > 0 || (earlier ?? 0) > 0 || (then ?? 0) > 0)
}

const gapsOf = (sources: RateSources, indicator: Indicator, period: Period): Gaps => {
  const { months, departments, now } = sources
  const within = inPeriod(months, period)
  const days = within.flatMap(({ visits }) => visits.unreported ?? [])
  const first = days[0]
  const last = days[days.length - 1]
  return {
    months: within.filter((month) => denominatorIn(indicator, month, now) === null).map(({ month }) => month),
    days: first && last ? { from: first.from, to: last.to } : null,
    departments: [...new Set(within.flatMap(({ month }) => missingIn(sources, month)))].map(
      (id) => departments.get(id) ?? id,
    ),
  }
}

/** How many months of how many. */
export const progressOf = ({ first, next, last, finishedAt }: Rebuild) => {
  const total = first === null ? 0 : monthsBetween(first, last) + 1
  const done = first === null || next === null ? 0 : Math.min(total, monthsBetween(first, next))
  return { done: finishedAt === null ? done : total, total }
}

/** A quarter or a year that still runs, up to the last of its months that is over and was reported. */
const asFarAsReported = (period: Period, unit: PeriodUnit, months: Months): Period => {
  if (unit === 'month') return period
  const whole = inPeriod(months, period).filter((one) => one.whole && one.visits.departments.length > 0)
  const running = inPeriod(months, period).some((one) => !one.whole)
  const last = whole[whole.length - 1]
  return running && last ? { ...period, to: last.month } : period
}

/** The page of the rates, out of months that are exact. */
export const ratesOf = (sources: RateSources, asked: Asked): Rates => {
  const { hospital, months, now, rebuild } = sources
  const { unit, indicator, month } = asked
  const period = asFarAsReported(periodOf(unit, month, now), unit, months)
  const within = inPeriod(months, period)
  const first = firstMonth(sources)
  const last = [...months.keys()].sort().slice(-1)[0] ?? now
  return {
    hospitalName: hospital.name,
    unit,
    period,
    indicator,
    factor: factorOf(indicator, hospital.rateFactors),
    known: first === null ? null : { from: first, to: last > now ? last : now },
    complete:
      within.length > 0 &&
      within.every((one) => isSettled(sources, indicator, one) && denominatorIn(indicator, one, now) !== null),
    figures: Indicator.options.map((one) => figureOf(sources, asked, period, one)),
    chart: chartOf(sources, indicator, period.to),
    departments: departmentsOf(sources, indicator, period.to),
    by: {
      category: breakdownOf(sources, asked, period, [...Category.options, null], ({ category }) => category),
      channel: breakdownOf(sources, asked, period, Channel.options, ({ channel }) => channel),
      careSetting: breakdownOf(sources, asked, period, CareSetting.options, ({ careSetting }) => careSetting),
    },
    gaps: gapsOf(sources, indicator, period),
    counting: hospital.rateCounting,
    factors: hospital.rateFactors,
    asOf: sources.asOf,
    recounted: sources.recounted,
    // Nobody has asked yet: the timer does within a minute of being there.
    rebuilding: rebuild === null ? { done: 0, total: 0 } : rebuild.finishedAt === null ? progressOf(rebuild) : null,
  }
}

/** Months that are to be read so that a page of this month can be made. */
export const monthsFor = (month: Month, unit: PeriodUnit, now: Month): Month[] => {
  const { from, to } = periodOf(unit, month, now)
  const charted = monthAfter(to, 1 - CHART_MONTHS)
  const earlier = sameLastYear({ from, to }).from
  return monthsFrom(charted < earlier ? charted : earlier, to)
}
