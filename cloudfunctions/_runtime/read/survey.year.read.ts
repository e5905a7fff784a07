import type { HospitalId } from '#domain/ids'
import { type Day, type Month, monthOf } from '#domain/instant'
import { monthsFrom } from '#domain/metrics/month.arithmetic'
import { type HonestYear, honestYear } from '#domain/survey/honest.year'
import type { Year } from '#domain/survey/quarter'
import type { Rater } from '#domain/survey/survey.model'
import { departmentMonths, hospitalMonths, waitingDays } from './survey.pages.read'

/** A page of the database at most. */
const WAITING_AT_ONCE = 1000

export const monthsOfYear = (year: Year): Month[] => monthsFrom(`${year}-01`, `${year}-12`)

/** Sheets that are part of no figure yet. */
export interface Waiting {
  readonly days: readonly Day[]
  /** From this day on something waits, or may wait; null: nothing does. */
  readonly from: Day | null
}

export const readWaiting = async (hospitalId: HospitalId, rater: Rater): Promise<Waiting> => {
  const days = await waitingDays(hospitalId, rater, WAITING_AT_ONCE)
  return { days, from: days[0] ?? null }
}

/** Over, and with every sheet counted. */
export const isClosed = (month: Month, today: Day, { from }: Waiting): boolean =>
  month < monthOf(today) && (from === null || month < monthOf(from))

export interface YearRequest {
  readonly hospitalId: HospitalId
  readonly rater: Rater
  readonly year: Year
  readonly today: Day
  readonly waiting: Waiting
  /** Dimensions and questions of departments too. */
  readonly withDetails: boolean
}

/** A year as it may be seen. What waits is asked for before: a page that is read afterwards knows of all that does not. */
export const readYear = async ({
  hospitalId,
  rater,
  year,
  today,
  waiting,
  withDetails,
}: YearRequest): Promise<HonestYear> => {
  const months = monthsOfYear(year)
  const [hospital, departments] = await Promise.all([
    hospitalMonths(hospitalId, rater, months),
    departmentMonths(hospitalId, rater, months, withDetails),
  ])
  return honestYear({
    hospital: months.map((month) => hospital.get(month) ?? {}),
    totals: months.map((month) => departments.get(month)?.totals ?? {}),
    details: withDetails ? months.map((month) => departments.get(month)?.details ?? {}) : null,
    closed: months.filter((month) => isClosed(month, today, waiting)).length,
  })
}
