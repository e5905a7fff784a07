import type { DepartmentId } from '#domain/ids'
import type { Month } from '#domain/instant'
import { funnel, funnelLimits } from '#domain/metrics/funnel'
import { poissonExact } from '#domain/metrics/intervals'
import type { DepartmentRates } from '#domain/metrics/metrics.contract'
import { monthAfter } from '#domain/metrics/month.arithmetic'
import { factorOf, type Indicator } from '#domain/metrics/rate'
import { departmentVisits, inPeriod, type ReadMonth } from './months'
import { asksOf, isKnown, type RateSources } from './rate.sources'

const FUNNEL_MONTHS = 12
const CURVE_STEPS = 60

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

/** Departments beside each other, by how many they saw. */
export const departmentsOf = (sources: RateSources, indicator: Indicator, until: Month): DepartmentRates => {
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
        lower: (interval.lower / denominator) * factor,
        upper: (interval.upper / denominator) * factor,
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
