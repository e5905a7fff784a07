import type { StaffId } from '#domain/ids'
import type { Month } from '#domain/instant'
import type { ChartPoint, RateChart } from '#domain/metrics/metrics.contract'
import { monthAfter } from '#domain/metrics/month.arithmetic'
import { factorOf, type Indicator } from '#domain/metrics/rate'
import { controlChart } from '#domain/metrics/spc'
import { countIn, denominatorIn, inPeriod } from './months'
import { firstMonth, isSettled, type RateSources } from './rate.sources'

export const CHART_MONTHS = 24
/** Under this many points limits are on trial (试行界限). */
const SETTLED_FROM = 12

const NOBODY = '已离开的同事'

/** Month by month with limits; what may still change stands beside them. */
export const chartOf = (sources: RateSources, indicator: Indicator, until: Month): RateChart => {
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
