import { Category, Kind } from '#domain/complaint/category'
import { CareSetting } from '#domain/complaint/complaint.model'
import type { HospitalId } from '#domain/ids'
import type { Month } from '#domain/instant'
import type { CityRow } from '#domain/metrics/city.page'
import { daysOf, monthsFrom } from '#domain/metrics/month.arithmetic'
import { Outcome } from '#domain/metrics/tally'

/** Three years that are over, of a city whose clock stands at `NOW`. */
export const MONTHS: readonly Month[] = monthsFrom('2023-11', '2026-10')
export const NOW = Date.parse('2026-11-22T10:00:00+08:00')
export const LEAGUE_MONTHS = 12

/** Received at this instant is minute 0 of day 0. */
export const START = Date.parse('2023-11-01T00:00:00+08:00')
export const MINUTE_MS = 60_000
export const MINUTES_A_DAY = 1440

export const DAYS: readonly string[] = MONTHS.flatMap(daysOf)
/** The month of each day, as its place among `MONTHS`. */
export const MONTH_OF_DAY = Uint8Array.from(MONTHS.flatMap((month, at) => daysOf(month).map(() => at)))
/** The first day of the league's months. */
export const LEAGUE_FROM_DAY = MONTH_OF_DAY.indexOf(MONTHS.length - LEAGUE_MONTHS)

/** Of 40 departments 34 see patients each day: a hospital of 149 complaints a month has seven times as many rows of visits. */
export const DEPARTMENTS = Array.from(
  { length: 40 },
  (_, at) => `${String((at % 20) + 1).padStart(2, '0')}.${at < 20 ? '01' : '02'}`,
)
export const VISITED_DEPARTMENTS = 34
/** A department's place where a complaint is nobody's. */
export const NO_DEPARTMENT = DEPARTMENTS.length

export const hospitalIdOf = (at: number) => `h${String(at + 1).padStart(3, '0')}` as HospitalId

/** What was received, a column of each trait, in the order of receipt. Traits are places in their picklists. */
export interface Received {
  readonly hospital: Uint8Array
  /** Minutes after `START`. */
  readonly minute: Uint32Array
  readonly department: Uint8Array
  readonly careSetting: Uint8Array
  readonly kind: Uint8Array
  /** One more than there are: none. */
  readonly category: Uint8Array
  readonly channel: Uint8Array
  readonly outcome: Uint8Array
}

/** Visits as reported, a row for each hospital, department and day, by day. */
export interface Visited {
  readonly hospital: Uint8Array
  readonly day: Uint16Array
  readonly department: Uint8Array
  readonly outpatient: Uint16Array
  readonly discharges: Uint16Array
}

export interface City {
  readonly hospitals: number
  readonly received: Received
  readonly visited: Visited
}

/** Mulberry32: small, quick and the same everywhere. */
export const diceOf = (seed: number) => {
  let state = seed >>> 0
  return (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Shares in hundreds, in the order of the picklist. */
const KINDS = [80, 10, 5, 5]
const SETTINGS = [52, 12, 31, 5]
const CATEGORIES = [18, 9, 8, 10, 14, 20, 7, 3, 4, 3, 2, 2]
const CHANNELS = [48, 9, 11, 2, 4, 16, 3, 4, 2, 1]
const OUTCOMES = [30, 18, 30, 9, 10, 3]

const drawOf = (shares: readonly number[]) => {
  const table = Uint8Array.from(shares.flatMap((share, at) => Array.from({ length: share }, () => at)))
  return (dice: () => number) => table[Math.floor(dice() * table.length)] as number
}
const [drawKind, drawSetting, drawCategory, drawChannel, drawOutcome] = [
  drawOf(KINDS),
  drawOf(SETTINGS),
  drawOf(CATEGORIES),
  drawOf(CHANNELS),
  drawOf(OUTCOMES),
] as const

const COMPLAINT = Kind.options.indexOf('complaint')
const NO_CATEGORY = Category.options.length

const columnsFor = (rows: number): Received => ({
  hospital: new Uint8Array(rows),
  minute: new Uint32Array(rows),
  department: new Uint8Array(rows),
  careSetting: new Uint8Array(rows),
  kind: new Uint8Array(rows),
  category: new Uint8Array(rows),
  channel: new Uint8Array(rows),
  outcome: new Uint8Array(rows),
})

const receivedIn = (hospitals: number, each: number): Received => {
  const rows = hospitals * each
  const minute = new Uint32Array(rows)
  for (let hospital = 0; hospital < hospitals; hospital += 1) {
    const dice = diceOf(hospital + 1)
    for (let at = 0; at < each; at += 1) minute[hospital * each + at] = Math.floor(dice() * DAYS.length * MINUTES_A_DAY)
  }
  const order = new Uint32Array(rows)
    .map((_, at) => at)
    .sort((left, right) => (minute[left] ?? 0) - (minute[right] ?? 0) || left - right)
  const columns = columnsFor(rows)
  const dice = Array.from({ length: hospitals }, (_, hospital) => diceOf(1_000_003 + hospital))
  for (let row = 0; row < rows; row += 1) {
    const from = order[row] as number
    const hospital = Math.floor(from / each)
    const draw = dice[hospital] as () => number
    const kind = drawKind(draw)
    columns.hospital[row] = hospital
    columns.minute[row] = minute[from] as number
    columns.department[row] = draw() < 0.04 ? NO_DEPARTMENT : Math.floor(draw() * DEPARTMENTS.length)
    columns.careSetting[row] = drawSetting(draw)
    columns.kind[row] = kind
    columns.category[row] = kind === COMPLAINT ? drawCategory(draw) : NO_CATEGORY
    columns.channel[row] = drawChannel(draw)
    columns.outcome[row] = drawOutcome(draw)
  }
  return columns
}

const visitedIn = (hospitals: number): Visited => {
  const rows = hospitals * DAYS.length * VISITED_DEPARTMENTS
  const columns = {
    hospital: new Uint8Array(rows),
    day: new Uint16Array(rows),
    department: new Uint8Array(rows),
    outpatient: new Uint16Array(rows),
    discharges: new Uint16Array(rows),
  }
  const dice = Array.from({ length: hospitals }, (_, hospital) => diceOf(2_000_003 + hospital))
  let row = 0
  for (let day = 0; day < DAYS.length; day += 1) {
    for (let hospital = 0; hospital < hospitals; hospital += 1) {
      const draw = dice[hospital] as () => number
      for (let department = 0; department < VISITED_DEPARTMENTS; department += 1) {
        columns.hospital[row] = hospital
        columns.day[row] = day
        columns.department[row] = department
        columns.outpatient[row] = 20 + Math.floor(draw() * 120)
        columns.discharges[row] = Math.floor(draw() * 12)
        row += 1
      }
    }
  }
  return columns
}

/** Each hospital is the same whatever else there is in the city. */
export const cityOf = (hospitals: number, complaintsEach: number): City => ({
  hospitals,
  received: receivedIn(hospitals, complaintsEach),
  visited: visitedIn(hospitals),
})

export const dayOf = (minute: number): number => Math.floor(minute / MINUTES_A_DAY)

const OUTPATIENT = CareSetting.options.indexOf('outpatient')
const EMERGENCY = CareSetting.options.indexOf('emergency')
const INPATIENT = CareSetting.options.indexOf('inpatient')
const FOUNDED = Outcome.options.indexOf('founded')
const PARTLY_FOUNDED = Outcome.options.indexOf('partly_founded')

/** The codes by which an answer from raw rows has to choose. */
export const CODES = { COMPLAINT, OUTPATIENT, EMERGENCY, INPATIENT, FOUNDED, PARTLY_FOUNDED }

/** The league from the raw columns: one pass over what was received, one over the visits. */
export const scan = ({ hospitals, received, visited }: City): CityRow[] => {
  const overall = new Uint32Array(hospitals)
  const outpatient = new Uint32Array(hospitals)
  const inpatient = new Uint32Array(hospitals)
  const responsible = new Uint32Array(hospitals)
  const visits = new Uint32Array(hospitals)
  const discharges = new Uint32Array(hospitals)
  const { hospital, minute, kind, careSetting, outcome } = received
  const fromMinute = LEAGUE_FROM_DAY * MINUTES_A_DAY
  for (let row = 0; row < hospital.length; row += 1) {
    if ((minute[row] as number) < fromMinute || kind[row] !== COMPLAINT) continue
    const at = hospital[row] as number
    const setting = careSetting[row] as number
    const found = outcome[row] as number
    ;(overall[at] as number)++
    if (setting === OUTPATIENT || setting === EMERGENCY) (outpatient[at] as number)++
    else if (setting === INPATIENT) (inpatient[at] as number)++
    if (found === FOUNDED || found === PARTLY_FOUNDED) (responsible[at] as number)++
  }
  const { hospital: where, day, outpatient: came, discharges: left } = visited
  for (let row = 0; row < where.length; row += 1) {
    if ((day[row] as number) < LEAGUE_FROM_DAY) continue
    const at = where[row] as number
    visits[at] = (visits[at] as number) + (came[row] as number)
    discharges[at] = (discharges[at] as number) + (left[row] as number)
  }
  return Array.from({ length: hospitals }, (_, at) => ({
    hospitalId: hospitalIdOf(at),
    overall: overall[at] as number,
    outpatient: outpatient[at] as number,
    inpatient: inpatient[at] as number,
    responsible: responsible[at] as number,
    visits: visits[at] as number,
    discharges: discharges[at] as number,
  }))
}

/** In one order and one shape, so that equal answers are equal text. */
export const asText = (rows: readonly CityRow[]): string =>
  JSON.stringify(
    [...rows]
      .sort((left, right) => (left.hospitalId < right.hospitalId ? -1 : 1))
      .map(({ hospitalId, overall, outpatient, inpatient, responsible, visits, discharges }) => [
        hospitalId,
        overall,
        outpatient,
        inpatient,
        responsible,
        visits,
        discharges,
      ]),
  )
