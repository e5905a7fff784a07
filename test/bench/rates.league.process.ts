import type { CityPage } from '#domain/metrics/bucket.model'
import { cityRows } from '#domain/metrics/city.page'
import { oneOf } from '#runtime/documents'
import { cityRecords } from '#runtime/read/rollup.read'
import { asText, LEAGUE_MONTHS, MONTHS } from './rates.city'

export interface League {
  readonly cpuMs: number
  readonly wallMs: number
  /** `asText` of the rows. */
  readonly rows: string
}

const league = async () => {
  const pages: CityPage[] = await cityRecords().list({
    where: { _id: oneOf(MONTHS.slice(-LEAGUE_MONTHS)) },
    limit: LEAGUE_MONTHS,
  })
  return cityRows(pages)
}

/** The city's hospitals side by side, read so many times through the unmodified SDK after a few that do not count. CPU of this process alone. */
const run = async (times: number, warmUp: number) => {
  for (let time = 0; time < warmUp; time += 1) await league()
  const [began, cpu] = [performance.now(), process.cpuUsage()]
  let rows: Awaited<ReturnType<typeof league>> = []
  for (let time = 0; time < times; time += 1) rows = await league()
  const { user, system } = process.cpuUsage(cpu)
  const result: League = {
    cpuMs: (user + system) / 1000 / times,
    wallMs: (performance.now() - began) / times,
    rows: asText(rows),
  }
  console.log(JSON.stringify(result))
}

const [times = 0, warmUp = 0] = process.argv.slice(2).map(Number)
void run(times, warmUp)
