import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Instant } from '#domain/instant'
import { leafKey, monthKey } from '#domain/metrics/bucket.keys'
import type { CityPage, MonthPage, Rebuild } from '#domain/metrics/bucket.model'
import { emptyCity, withHospital } from '#domain/metrics/city.page'
import { asStored, type Cells, type Countable, merge, tally } from '#domain/metrics/tally'
import { visitTotals } from '#domain/metrics/visit.totals'
import { type City, cityOf, DAYS, dayOf, hospitalIdOf, MONTH_OF_DAY, MONTHS, NOW } from './rates.city'
import { complaintAt, departmentsOf, hospitalAt, requireReadable, staffOf, traitsAt, visitsAt } from './rates.documents'
import { fillStore } from './rates.store'

export interface Loaded {
  readonly complaints: number
  readonly visitRows: number
  readonly seconds: number
  readonly megabytes: number
}

type Insert = ReturnType<typeof fillStore>['insert']

/** So many are marked, every other one of the latest, and no bucket counts them. */
const isMarkedAt = ({ received }: City, row: number, marks: number): boolean =>
  row % 2 === 1 && row >= received.hospital.length - 2 * marks

const countables = (city: City, marks: number, first: number): Map<number, Countable[]> => {
  const days = new Map<number, Countable[]>()
  for (let row = 0; row < city.received.hospital.length; row += 1) {
    if (isMarkedAt(city, row, marks)) continue
    const hospital = city.received.hospital[row] as number
    if (hospital < first) continue
    const key = hospital * DAYS.length + dayOf(city.received.minute[row] as number)
    const day = days.get(key)
    if (day) day.push(traitsAt(city, row))
    else days.set(key, [traitsAt(city, row)])
  }
  return days
}

/** Days, months and the city by the functions that fold them, without the database between. */
const insertBuckets = (city: City, insert: Insert, marks: number, first: number): void => {
  const days = countables(city, marks, first)
  const cities = MONTHS.map((month): CityPage => emptyCity(month))
  for (let hospital = first; hospital < city.hospitals; hospital += 1) {
    const hospitalId = hospitalIdOf(hospital)
    const months = MONTHS.map((): Cells[] => [])
    for (const [at, day] of DAYS.entries()) {
      const counted = days.get(hospital * DAYS.length + at)
      if (!counted) continue
      const month = MONTHS[MONTH_OF_DAY[at] as number] as string
      const cells = tally(counted)
      months[MONTH_OF_DAY[at] as number]?.push(cells)
      insert('rollup_days', { id: leafKey(hospitalId, day), rev: 0, hospitalId, month, cells: asStored(cells) })
    }
    for (const [at, month] of MONTHS.entries()) {
      const cells = asStored(merge(...(months[at] ?? [])))
      const visits = visitTotals(month, visitsAt(city, hospital, at).departments)
      const page: MonthPage = { id: monthKey(hospitalId, month), rev: 0, hospitalId, month, cells, visits }
      insert('rollup_months', page)
      cities[at] = withHospital(cities[at] as CityPage, page)
    }
    const now = NOW as Instant
    const [start, last] = [MONTHS[0] as string, MONTHS[MONTHS.length - 1] as string]
    const rebuilt: Rebuild = { id: hospitalId, rev: 0, askedAt: now, first: start, next: last, last, finishedAt: now }
    insert('rollup_rebuilds', rebuilt)
  }
  for (const page of cities) insert('rollup_city', page)
}

const insertHospitals = (city: City, insert: Insert): void => {
  for (let at = 0; at < city.hospitals; at += 1) {
    const hospital = hospitalAt(at)
    insert('hospitals', hospital)
    for (const department of departmentsOf(hospital.id)) {
      insert('departments', department, `${hospital.id}:${department.id}`)
    }
    for (const person of staffOf(hospital.id)) insert('staff', person)
    for (const month of MONTHS.keys()) insert('visits', visitsAt(city, at, month))
  }
}

const megabytesIn = (folder: string) =>
  readdirSync(folder).reduce((sum, name) => sum + statSync(path.join(folder, name)).size, 0) / 1024 ** 2

/**
 * Writes a city into the database file of a local cloud in this folder. The first `uncounted` hospitals get no buckets:
 * they are for the rebuild to count.
 */
const load = (folder: string, hospitals: number, each: number, uncounted: number, marks: number) => {
  const began = performance.now()
  const city = cityOf(hospitals, each)
  requireReadable(city)
  const indexes = JSON.parse(readFileSync('cloudfunctions/indexes.json', 'utf8'))
  const { insert, close } = fillStore(path.join(folder, 'database.sqlite'), indexes)
  for (let row = 0; row < city.received.hospital.length; row += 1) {
    insert('complaints', complaintAt(city, row, isMarkedAt(city, row, marks)))
  }
  insertHospitals(city, insert)
  insertBuckets(city, insert, marks, uncounted)
  close()
  const loaded: Loaded = {
    complaints: city.received.hospital.length,
    visitRows: city.visited.hospital.length,
    seconds: (performance.now() - began) / 1000,
    megabytes: megabytesIn(folder),
  }
  console.log(JSON.stringify(loaded))
}

const [folder = '', ...numbers] = process.argv.slice(2)
const [hospitals = 0, each = 0, uncounted = 0, marks = 0] = numbers.map(Number)
load(folder, hospitals, each, uncounted, marks)
