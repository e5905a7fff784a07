import { useLoaded } from '#cloud/use-action'
import { MONTHS_AT_ONCE } from '#domain/hospital/visits.contract'
import { type Day, monthOf } from '#domain/instant'
import { monthAfter, monthsFrom } from '#domain/metrics/month.arithmetic'
import { storedMonths } from './visits.api'

/** What is stored of the twelve months up to this one. */
export const useRecentMonths = (today: Day) => {
  const last = monthOf(today)
  return useLoaded(storedMonths, { months: monthsFrom(monthAfter(last, 1 - MONTHS_AT_ONCE), last) })
}
