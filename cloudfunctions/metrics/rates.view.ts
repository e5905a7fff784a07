import { Category, Channel } from '#domain/complaint/category'
import { CareSetting } from '#domain/complaint/complaint.model'
import type { Month } from '#domain/instant'
import type { Rebuild } from '#domain/metrics/bucket.model'
import { poissonExact, rateRatio } from '#domain/metrics/intervals'
import type { Comparison, Gaps, Period, PeriodUnit, RateFigure, Rates } from '#domain/metrics/metrics.contract'
import { monthAfter, monthsBetween, monthsFrom } from '#domain/metrics/month.arithmetic'
import { factorOf, Indicator } from '#domain/metrics/rate'
import type { Trait } from '#domain/metrics/tally'
import { denominatorIn, type Fraction, inPeriod, type Months } from './months'
import { periodBefore, periodOf, sameLastYear } from './period'
import { CHART_MONTHS, chartOf } from './rate.chart'
import { departmentsOf } from './rate.departments'
import { asksOf, firstMonth, isKnown, isSettled, isUndecided, missingIn, type RateSources } from './rate.sources'

interface Asked {
  readonly month: Month
  readonly unit: PeriodUnit
  readonly indicator: Indicator
}

/** The latest month that is over and whole with visits, or the latest with visits, or the one that runs. */
export const latestMonth = (months: Months, now: Month): Month => {
  const newest = [...months.values()].sort((left, right) => (left.month < right.month ? 1 : -1))
  const visited = newest.filter(({ visits }) => visits.departments.length > 0)
  return (visited.find(({ whole }) => whole) ?? visited[0])?.month ?? now
}

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
