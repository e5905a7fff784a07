import * as v from 'valibot'
import type { Day, Month } from '../instant'

/** A calendar quarter (季度), '2026-Q3'. */
export const Quarter = v.pipe(v.string(), v.regex(/^(19|20)\d{2}-Q[1-4]$/))
export type Quarter = v.InferOutput<typeof Quarter>

export const Year = v.pipe(v.string(), v.regex(/^(19|20)\d{2}$/))
export type Year = v.InferOutput<typeof Year>

const QUARTERS = 4
const MONTHS_OF_QUARTER = 3

const twoDigits = (number: number) => String(number).padStart(2, '0')

export const quarterOf = (day: Day | Month): Quarter =>
  `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / MONTHS_OF_QUARTER)}`

export const monthsOf = (quarter: Quarter): Month[] =>
  Array.from(
    { length: MONTHS_OF_QUARTER },
    (_, at) => `${quarter.slice(0, 4)}-${twoDigits((Number(quarter.slice(6)) - 1) * MONTHS_OF_QUARTER + at + 1)}`,
  )

export const quartersOf = (year: Year): Quarter[] => Array.from({ length: QUARTERS }, (_, at) => `${year}-Q${at + 1}`)

/** Some quarters later, or earlier. */
export const quarterAfter = (quarter: Quarter, by: number): Quarter => {
  const at = Number(quarter.slice(0, 4)) * QUARTERS + Number(quarter.slice(6)) - 1 + by
  return `${Math.floor(at / QUARTERS)}-Q${(at % QUARTERS) + 1}`
}

/** 「2026 年三季度」 */
export const quarterInWords = (quarter: Quarter): string =>
  `${quarter.slice(0, 4)} 年${['一', '二', '三', '四'][Number(quarter.slice(6)) - 1]}季度`
