import type { HospitalId } from '../ids'
import type { Month } from '../instant'
import type { CityPage, MonthPage } from './bucket.model'
import { type Indicator, numeratorOf, USUAL_COUNTING } from './rate'
import { asCells, countedIn } from './tally'
import { sumOf } from './visit.totals'

export const emptyCity = (month: Month): CityPage => ({
  id: month,
  rev: 0,
  hospitals: '',
  overall: '',
  outpatient: '',
  inpatient: '',
  responsible: '',
  visits: '',
  discharges: '',
})

const hospitalsIn = ({ hospitals }: CityPage): HospitalId[] =>
  hospitals === '' ? [] : (hospitals.split(',') as HospitalId[])

/** The column with this value there. Without hospitals there are no values, not one that is missing. */
const put = (column: string, count: number, at: number, value: string | number | null): string => {
  const values = count === 0 ? [] : column.split(',')
  values[at] = String(value ?? '')
  return values.join(',')
}

/** The city's month with this hospital's as it is now. */
export const withHospital = (city: CityPage, page: Pick<MonthPage, 'hospitalId' | 'cells' | 'visits'>): CityPage => {
  const hospitals = hospitalsIn(city)
  const known = hospitals.indexOf(page.hospitalId)
  const at = known < 0 ? hospitals.length : known
  const counted = countedIn(asCells(page.cells))
  const set = (column: string, value: string | number | null) => put(column, hospitals.length, at, value)
  const numerator = (indicator: Indicator) => numeratorOf(indicator, counted, USUAL_COUNTING)
  const { outpatient, discharges } = sumOf(page.visits.departments)
  return {
    ...city,
    hospitals: set(city.hospitals, page.hospitalId),
    overall: set(city.overall, numerator('overall')),
    outpatient: set(city.outpatient, numerator('outpatient')),
    inpatient: set(city.inpatient, numerator('inpatient')),
    responsible: set(city.responsible, numerator('responsible')),
    visits: set(city.visits, outpatient),
    discharges: set(city.discharges, discharges),
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

type Summed = { -readonly [K in keyof CityRow]: CityRow[K] } & { months: number }

const nothingOf = (hospitalId: HospitalId): Summed => ({
  hospitalId,
  overall: 0,
  outpatient: 0,
  inpatient: 0,
  responsible: 0,
  visits: 0,
  discharges: 0,
  months: 0,
})

const plus = (sum: number | null, more: string | undefined): number | null =>
  sum === null || !more ? null : sum + Number(more)

/** Hospitals side by side over some months. A hospital that is missing in one of them has no denominator. */
export const cityRows = (pages: readonly CityPage[]): CityRow[] => {
  const rows = new Map<HospitalId, Summed>()
  for (const page of pages) {
    const hospitals = hospitalsIn(page)
    const overall = page.overall.split(',')
    const outpatient = page.outpatient.split(',')
    const inpatient = page.inpatient.split(',')
    const responsible = page.responsible.split(',')
    const visits = page.visits.split(',')
    const discharges = page.discharges.split(',')
    for (let at = 0; at < hospitals.length; at += 1) {
      const hospitalId = hospitals[at] as HospitalId
      const row = rows.get(hospitalId) ?? nothingOf(hospitalId)
      if (row.months === 0) rows.set(hospitalId, row)
      row.months += 1
      row.overall += Number(overall[at])
      row.outpatient += Number(outpatient[at])
      row.inpatient += Number(inpatient[at])
      row.responsible += Number(responsible[at])
      row.visits = plus(row.visits, visits[at])
      row.discharges = plus(row.discharges, discharges[at])
    }
  }
  return [...rows.values()].map(({ months, ...row }) =>
    months === pages.length ? row : { ...row, visits: null, discharges: null },
  )
}
