import { useLoaded } from '#cloud/use-action'
import { Month } from '#domain/instant'
import { PeriodUnit, type Rates } from '#domain/metrics/metrics.contract'
import { Indicator } from '#domain/metrics/rate'
import { useState } from 'react'
import * as v from 'valibot'
import { metricsApi } from './metrics.api'

/** Which page of the rates is open. */
export interface RatesView {
  /** null: the latest month there are figures of. */
  readonly month: Month | null
  readonly unit: PeriodUnit
  readonly indicator: Indicator
}

const read = <S extends v.GenericSchema>(
  schema: S,
  written: unknown,
  otherwise: v.InferOutput<S>,
): v.InferOutput<S> => {
  const parsed = v.safeParse(schema, written)
  return parsed.success ? parsed.output : otherwise
}

/** What an address asks for; anything else in it is as if it were not there. */
export const viewIn = (params: Partial<Record<string, string>>): RatesView => ({
  month: read(v.nullable(Month), params.month, null),
  unit: read(PeriodUnit, params.unit, 'month'),
  indicator: read(Indicator, params.indicator, 'overall'),
})

/** Whether these are the figures that were asked for. */
export const answers = ({ unit, indicator, period }: Rates, view: RatesView): boolean =>
  unit === view.unit &&
  indicator === view.indicator &&
  (view.month === null || (period.from <= view.month && view.month <= period.to))

/** The figures of one period; what is shown stays until the next period's are there. */
export const useRates = (first: RatesView) => {
  const [view, setView] = useState(first)
  const { remote, reload } = useLoaded(metricsApi.rates, view)
  return {
    view,
    remote,
    reload: () => void reload(),
    show: (change: Partial<RatesView>) => setView((before) => ({ ...before, ...change })),
  }
}
