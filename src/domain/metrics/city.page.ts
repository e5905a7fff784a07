import type { HospitalId } from '../ids'
import type { Month } from '../instant'
import type { CityPage, MonthPage } from './bucket.model'
import { type Indicator, numeratorOf, USUAL_COUNTING } from './rate'
import { asCells, countedIn } from './tally'
import { sumOf } from './visit.totals'

export const emptyCity = (month: Month): CityPage => ({
  id: month,
  rev: 0,
  hospitals: [],
  overall: [],
  outpatient: [],
  inpatient: [],
  responsible: [],
  visits: [],
  discharges: [],
})

const put = <T>(column: readonly T[], at: number, value: T): T[] => [
  ...column.slice(0, at),
  value,
  ...column.slice(at + 1),
]

/** The city's month with this hospital's as it is now. */
export const withHospital = (city: CityPage, page: Pick<MonthPage, 'hospitalId' | 'cells' | 'visits'>): CityPage => {
  const known = city.hospitals.indexOf(page.hospitalId)
  const at = known < 0 ? city.hospitals.length : known
  const counted = countedIn(asCells(page.cells))
  const numerator = (indicator: Indicator) => numeratorOf(indicator, counted, USUAL_COUNTING)
  const { outpatient, discharges } = sumOf(page.visits.departments)
  return {
    ...city,
    hospitals: put(city.hospitals, at, page.hospitalId),
    overall: put(city.overall, at, numerator('overall')),
    outpatient: put(city.outpatient, at, numerator('outpatient')),
    inpatient: put(city.inpatient, at, numerator('inpatient')),
    responsible: put(city.responsible, at, numerator('responsible')),
    visits: put(city.visits, at, outpatient),
    discharges: put(city.discharges, at, discharges),
  }
}

/** A hospital's sums over some months, by the usual counting. */
export interface CityRow {
  readonly hospitalId: HospitalId
  readonly overall: number
  readonly outpatient: number
  readonly inpatient: number
  readonly responsible: number
  /** null where any of the months has none. */
  readonly visits: number | null
  readonly discharges: number | null
}

/** Hospitals side by side over some months. A hospital that is missing in one of them has no denominator. */
export const cityRows = (pages: readonly CityPage[]): CityRow[] => {
  const rows = new Map<HospitalId, { -readonly [K in keyof CityRow]: CityRow[K] } & { months: number }>()
  for (const page of pages) {
    for (let at = 0; at < page.hospitals.length; at += 1) {
      const hospitalId = page.hospitals[at] as HospitalId
      let row = rows.get(hospitalId)
      if (!row) {
        row = {
          hospitalId,
          overall: 0,
          outpatient: 0,
          inpatient: 0,
          responsible: 0,
          visits: 0,
          discharges: 0,
          months: 0,
        }
        rows.set(hospitalId, row)
      }
      row.months += 1
      row.overall += page.overall[at] ?? 0
      row.outpatient += page.outpatient[at] ?? 0
      row.inpatient += page.inpatient[at] ?? 0
      row.responsible += page.responsible[at] ?? 0
      const visits = page.visits[at] ?? null
      const discharges = page.discharges[at] ?? null
      row.visits = row.visits === null || visits === null ? null : row.visits + visits
      row.discharges = row.discharges === null || discharges === null ? null : row.discharges + discharges
    }
  }
  return [...rows.values()].map(({ months, ...row }) =>
    months === pages.length ? row : { ...row, visits: null, discharges: null },
  )
}
