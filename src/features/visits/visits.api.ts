import { createClient } from '#cloud/client'
import { send } from '#cloud/transport'
import type { ErrorCode } from '#domain/errors'
import type { hospitalContract } from '#domain/hospital/hospital.contract'
import { MONTHS_AT_ONCE, type StoredMonth } from '#domain/hospital/visits.contract'
import type { Month } from '#domain/instant'
import { monthAfter, monthsFrom } from '#domain/metrics/month.arithmetic'
import type { metricsContract } from '#domain/metrics/metrics.contract'
import { err, ok, type Result } from '#domain/result'

export const visitsApi = createClient<typeof hospitalContract>('hospital', send)
export const metricsApi = createClient<typeof metricsContract>('metrics', send)

export interface StoredMonths {
  /** What was asked for, also where nothing is stored. */
  readonly months: readonly Month[]
  readonly rows: readonly StoredMonth[]
}

/** What is stored of any number of months, part after part. */
export const storedMonths = async ({
  months,
}: {
  months: readonly Month[]
}): Promise<Result<StoredMonths, ErrorCode>> => {
  const rows: StoredMonth[] = []
  for (let from = 0; from < months.length; from += MONTHS_AT_ONCE) {
    const answer = await visitsApi.visits({ months: months.slice(from, from + MONTHS_AT_ONCE) })
    if (!answer.ok) return err(answer.code)
    rows.push(...answer.value.rows)
  }
  return ok({ months, rows })
}

/** The first month from `from` to `to` of which anything is stored, part after part; null: none, or not asked. */
export const earliestStored = async ({
  from,
  to,
}: {
  from: Month | null
  to: Month
}): Promise<Result<{ from: Month | null; month: Month | null }, ErrorCode>> => {
  for (let first = from; first !== null && first <= to; first = monthAfter(first, MONTHS_AT_ONCE)) {
    const answer = await visitsApi.visits({ months: monthsFrom(first, monthAfter(first, MONTHS_AT_ONCE - 1)) })
    if (!answer.ok) return err(answer.code)
    const [month] = answer.value.rows.flatMap((row) => (row.departments.length > 0 ? [row.month] : [])).sort()
    if (month !== undefined) return ok({ from, month })
  }
  return ok({ from, month: null })
}

/** Complaints and visits of these months, for what an import does to the rate. */
export const countedMonths = async ({ months }: { months: readonly Month[] }) =>
  months.length === 0 ? ok({ rows: [], factor: 1 }) : metricsApi.counted({ months: [...months] })
