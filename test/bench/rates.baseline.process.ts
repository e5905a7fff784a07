import type { HospitalId } from '#domain/ids'
import type { CityRow } from '#domain/metrics/city.page'
import Libsql from 'libsql'
import { aggregate } from 'mingo'
import { asText, type City, CODES, cityOf, hospitalIdOf, LEAGUE_FROM_DAY, MINUTES_A_DAY, scan } from './rates.city'

export interface Answered {
  readonly cpuMs: number
  /** `asText` of the rows. */
  readonly rows: string
}

/** The same league of the same raw rows. */
export interface Baselines {
  readonly complaints: number
  readonly visitRows: number
  readonly scan: Answered
  readonly sqlite: Answered | null
  readonly sqliteIndexed: Answered | null
  readonly mingo: Answered | null
}

const WARM_UP = 3
const FROM_MINUTE = LEAGUE_FROM_DAY * MINUTES_A_DAY

const answer = (times: number, ask: () => readonly CityRow[]): Answered => {
  const cpu = process.cpuUsage()
  let rows: readonly CityRow[] = []
  for (let time = 0; time < times; time += 1) rows = ask()
  const { user, system } = process.cpuUsage(cpu)
  return { cpuMs: (user + system) / 1000 / times, rows: asText(rows) }
}

const RECEIVED = `SELECT hospital, count(*), sum(care_setting IN (${CODES.OUTPATIENT}, ${CODES.EMERGENCY})),
  sum(care_setting = ${CODES.INPATIENT}), sum(outcome IN (${CODES.FOUNDED}, ${CODES.PARTLY_FOUNDED}))
  FROM complaints WHERE kind = ${CODES.COMPLAINT} AND received >= ${FROM_MINUTE} GROUP BY hospital`
const VISITED = `SELECT hospital, sum(outpatient), sum(discharges) FROM visits WHERE day >= ${LEAGUE_FROM_DAY} GROUP BY hospital`

const joined = (received: readonly number[][], visited: readonly number[][]): CityRow[] => {
  const visits = new Map(visited.map(([hospital, ...sums]) => [hospital, sums]))
  return received.map(([hospital = 0, overall = 0, outpatient = 0, inpatient = 0, responsible = 0]) => {
    const [came = null, left = null] = visits.get(hospital) ?? []
    const hospitalId: HospitalId = hospitalIdOf(hospital)
    return { hospitalId, overall, outpatient, inpatient, responsible, visits: came, discharges: left }
  })
}

const ROWS_AT_ONCE = 100

const insertColumns = (
  database: Libsql.Database,
  into: string,
  columns: readonly (Uint8Array | Uint16Array | Uint32Array)[],
) => {
  const marks = `(${columns.map(() => '?').join(',')})`
  const insert = (rows: number) => database.prepare(`INSERT INTO ${into} VALUES ${Array(rows).fill(marks).join(',')}`)
  const many = insert(ROWS_AT_ONCE)
  const length = columns[0]?.length ?? 0
  for (let from = 0; from < length; from += ROWS_AT_ONCE) {
    const rows = Math.min(ROWS_AT_ONCE, length - from)
    const values: number[] = []
    for (let row = from; row < from + rows; row += 1) for (const column of columns) values.push(column[row] as number)
    ;(rows === ROWS_AT_ONCE ? many : insert(rows)).run(values)
  }
}

/** Plain tables in memory, then the same with an index that covers each question. */
const inSqlite = ({ received, visited }: City, times: number): { plain: Answered; indexed: Answered } => {
  const database = new Libsql(':memory:')
  database.exec(`
    CREATE TABLE complaints (hospital INT, received INT, department INT, care_setting INT, kind INT, category INT, channel INT, outcome INT);
    CREATE TABLE visits (hospital INT, day INT, department INT, outpatient INT, discharges INT);
    BEGIN`)
  const { hospital, minute, department, careSetting, kind, category, channel, outcome } = received
  insertColumns(database, 'complaints', [hospital, minute, department, careSetting, kind, category, channel, outcome])
  insertColumns(database, 'visits', [
    visited.hospital,
    visited.day,
    visited.department,
    visited.outpatient,
    visited.discharges,
  ])
  database.exec('COMMIT')
  const ask = () => {
    const all = (sql: string) => database.prepare(sql).raw().all() as number[][]
    return joined(all(RECEIVED), all(VISITED))
  }
  const plain = answer(times, ask)
  database.exec(`
    CREATE INDEX received_covering ON complaints (hospital, kind, received, care_setting, outcome);
    CREATE INDEX visited_covering ON visits (hospital, day, outpatient, discharges)`)
  const indexed = answer(times, ask)
  database.close()
  return { plain, indexed }
}

const inMingo = ({ received, visited }: City): Answered => {
  const complaints = Array.from(received.hospital, (hospital, row) => ({
    hospital,
    received: received.minute[row],
    careSetting: received.careSetting[row],
    kind: received.kind[row],
    outcome: received.outcome[row],
  }))
  const visits = Array.from(visited.hospital, (hospital, row) => ({
    hospital,
    day: visited.day[row],
    outpatient: visited.outpatient[row],
    discharges: visited.discharges[row],
  }))
  const among = (field: string, codes: number[]) => ({ $sum: { $cond: [{ $in: [field, codes] }, 1, 0] } })
  return answer(1, () => {
    const counted = aggregate(complaints, [
      { $match: { kind: CODES.COMPLAINT, received: { $gte: FROM_MINUTE } } },
      {
        $group: {
          _id: '$hospital',
          overall: { $sum: 1 },
          outpatient: among('$careSetting', [CODES.OUTPATIENT, CODES.EMERGENCY]),
          inpatient: among('$careSetting', [CODES.INPATIENT]),
          responsible: among('$outcome', [CODES.FOUNDED, CODES.PARTLY_FOUNDED]),
        },
      },
    ]) as Record<string, number>[]
    const summed = aggregate(visits, [
      { $match: { day: { $gte: LEAGUE_FROM_DAY } } },
      { $group: { _id: '$hospital', outpatient: { $sum: '$outpatient' }, discharges: { $sum: '$discharges' } } },
    ]) as Record<string, number>[]
    const valuesOf = (names: string[]) => (group: Record<string, number>) => names.map((name) => group[name] ?? 0)
    return joined(
      counted.map(valuesOf(['_id', 'overall', 'outpatient', 'inpatient', 'responsible'])),
      summed.map(valuesOf(['_id', 'outpatient', 'discharges'])),
    )
  })
}

const run = (hospitals: number, each: number, scans: number, queries: number, withMingo: boolean) => {
  const city = cityOf(hospitals, each)
  for (let time = 0; time < WARM_UP; time += 1) scan(city)
  const scanned = answer(scans, () => scan(city))
  const sqlite = queries === 0 ? null : inSqlite(city, queries)
  const baselines: Baselines = {
    complaints: city.received.hospital.length,
    visitRows: city.visited.hospital.length,
    scan: scanned,
    sqlite: sqlite && sqlite.plain,
    sqliteIndexed: sqlite && sqlite.indexed,
    mingo: withMingo ? inMingo(city) : null,
  }
  console.log(JSON.stringify(baselines))
}

const [hospitals = 0, each = 0, scans = 0, queries = 0, mingo = 0] = process.argv.slice(2).map(Number)
run(hospitals, each, scans, queries, mingo === 1)
