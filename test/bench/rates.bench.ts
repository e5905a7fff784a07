import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Child, runChild, startChild } from './child.process'
import { cpuOfTree } from './process.cpu'
import type { Baselines } from './rates.baseline.process'
import { hospitalIdOf } from './rates.city'
import type { League } from './rates.league.process'
import type { Loaded } from './rates.load.process'
import { type Read, readPages, WARM_UP_READS } from './rates.pages'
import type { RolledUp } from './rates.rollup.process'
import { median, quantile, ratio, show, table } from './statistics'

/** Three years of 149 complaints a month. */
const EACH = 5348
/** A city of as many hospitals with hardly a complaint: 53 each in three years. */
const SPARSE = 53
const SIZES = [2, 19, 187]
const CITY = 187
const UNCOUNTED = 1
const MARKS = 400
const FOLDERS = 3
const READS = 200
const LEAGUES = 200
const WARM_UP_LEAGUES = 20
const SCANS = 60
const QUERIES = 3
const MINGO_UP_TO = 200_000
/** No further size is begun after the first, no further page read after the second. */
const NO_LARGER_AFTER_MS = 5 * 60_000
const NO_LONGER_THAN_MS = 11.5 * 60_000
const MOST_FOR_PAGES = 1.5
const MOST_FOR_LEAGUE = 0.25

interface Cloud {
  readonly child: Child<{ url: string; environment: Record<string, string> }>
  readonly loaded: Loaded
  readonly hospitals: number
}

const openCloud = async (root: string, hospitals: number, each: number, uncounted: number, marks: number) => {
  const folder = path.join(root, `${hospitals}-${each}`)
  mkdirSync(folder)
  const loaded = await runChild<Loaded>('rates.load.process.ts', [
    folder,
    ...[hospitals, each, uncounted, marks].map(String),
  ])
  const readers = [hospitalIdOf(0), hospitalIdOf(hospitals - 1)]
  const child = await startChild<Cloud['child']['ready']>('rates.cloud.process.ts', [folder, ...readers])
  return { child, loaded, hospitals } satisfies Cloud
}

const told = (what: string) => console.log(`  ${new Date().toISOString().slice(11, 19)} ${what}`)

interface RollUps {
  readonly rebuilt: RolledUp
  readonly rebuildServer: number | null
  readonly folded: RolledUp
  readonly foldServer: number | null
  /** Seconds until three folders together had nothing left. */
  readonly together: number
}

/** What it does with a cloud, and the server's CPU seconds meanwhile. */
const watched = async <T>({ child }: Cloud, run: () => Promise<T>): Promise<[T, number | null]> => {
  const before = cpuOfTree(child.pid)
  const done = await run()
  const after = cpuOfTree(child.pid)
  return [done, before === null || after === null ? null : (after - before) / 1000]
}

const rollUp = async (cloud: Cloud): Promise<RollUps> => {
  const run = (...args: string[]) => runChild<RolledUp>('rates.rollup.process.ts', args, cloud.child.ready.environment)
  const [rebuilt, rebuildServer] = await watched(cloud, () => run('rebuild'))
  const [folded, foldServer] = await watched(cloud, () => run('fold', String(MARKS / 2)))
  const crowd = await Promise.all(Array.from({ length: FOLDERS }, () => run('fold')))
  return { rebuilt, rebuildServer, folded, foldServer, together: Math.max(...crowd.map(({ seconds }) => seconds)) }
}

interface Leagues {
  readonly baselines: Baselines
  readonly league: League
  readonly server: number | null
  /** CPU of every scan and every league, in the order they ran. */
  readonly scans: number[]
  readonly leagues: number[]
}

const askLeague = async (cloud: Cloud): Promise<Leagues> => {
  const size = [String(cloud.hospitals), String(EACH), String(SCANS)]
  const withMingo = cloud.loaded.complaints <= MINGO_UP_TO ? '1' : '0'
  const readLeague = () =>
    watched(cloud, () =>
      runChild<League>(
        'rates.league.process.ts',
        [String(LEAGUES), String(WARM_UP_LEAGUES)],
        cloud.child.ready.environment,
      ),
    )
  const baselines = await runChild<Baselines>('rates.baseline.process.ts', [...size, String(QUERIES), withMingo])
  const [league, server] = await readLeague()
  const again = await runChild<Baselines>('rates.baseline.process.ts', [...size, '0', '0'])
  const [leagueAgain] = await readLeague()
  const answers = [
    baselines.scan,
    baselines.sqlite,
    baselines.sqliteIndexed,
    baselines.mingo,
    again.scan,
    league,
    leagueAgain,
  ]
  const different = new Set(answers.flatMap((answer) => (answer ? [answer.rows] : [])))
  if (different.size !== 1) throw new Error(`${different.size} different leagues of ${cloud.hospitals} hospitals`)
  return {
    baselines,
    league,
    server: server === null ? null : (server * 1000) / (LEAGUES + WARM_UP_LEAGUES),
    scans: [baselines.scan.cpuMs, again.scan.cpuMs],
    leagues: [league.cpuMs, leagueAgain.cpuMs],
  }
}

const count = (number: number) => number.toLocaleString('en')
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

const rollUpTable = (clouds: readonly Cloud[], rolled: readonly RollUps[]) =>
  table(
    [
      'complaints',
      'rebuild',
      'months',
      'CPU a month, function + database',
      'fold',
      'CPU a document',
      `${FOLDERS} folders at once`,
    ],
    clouds.map(({ loaded }, at) => {
      const { rebuilt, rebuildServer, folded, foldServer, together } = rolled[at] as RollUps
      const cpu = (own: number, server: number | null, of: number) =>
        `${show((own * 1000) / of, ' ms')} + ${show(server === null ? null : (server * 1000) / of, ' ms')}`
      return [
        count(loaded.complaints),
        show((EACH * UNCOUNTED) / rebuilt.seconds, ' complaints/s'),
        show(rebuilt.done / rebuilt.seconds, '/s'),
        cpu(rebuilt.cpuSeconds, rebuildServer, rebuilt.done),
        show(folded.done / folded.seconds, ' documents/s'),
        cpu(folded.cpuSeconds, foldServer, folded.done),
        show((MARKS - folded.done) / together, ' documents/s'),
      ]
    }),
  )

const pageRow = (name: string, { latencies, cpuMs }: Read, base: Read) => [
  name,
  ratio(median(latencies), median(base.latencies)),
  ratio(cpuMs, base.cpuMs),
  show(median(latencies), ' ms'),
  show(quantile(latencies, 0.95), ' ms'),
  show(cpuMs, ' ms'),
]

const pageTable = (rows: string[][]) =>
  table(['complaints', 'p50, smallest = 1', 'CPU, smallest = 1', 'p50', 'p95', 'CPU'], rows)

const leagueTable = (asked: readonly Leagues[]) =>
  table(
    [
      'complaints + visit rows',
      'league / scan',
      'with the database',
      'scan',
      'league',
      'database',
      'SQLite',
      'with covering indexes',
      'mingo',
    ],
    asked.map(({ baselines, server, scans, leagues }) => {
      const [base, own] = [mean(scans), mean(leagues)]
      const times = (answer: { cpuMs: number } | null) =>
        answer ? `${ratio(answer.cpuMs, base)} (${show(answer.cpuMs, ' ms')})` : 'not measured'
      return [
        `${count(baselines.complaints)} + ${count(baselines.visitRows)}`,
        ratio(own, base),
        ratio(server === null ? null : own + server, base),
        show(base, ' ms'),
        show(own, ' ms'),
        show(server, ' ms'),
        times(baselines.sqlite),
        times(baselines.sqliteIndexed),
        times(baselines.mingo),
      ]
    }),
  )

/** A ratio and whether it stayed within what was promised. */
const held = (value: number | null, base: number | null, most: number): string => {
  if (value === null || !base) return 'no data'
  return `${ratio(value, base)} (at most ${most}×: ${value / base <= most ? 'held' : 'missed'})`
}

/** The rates of hospitals and of the city, out of buckets, as the store grows; beside scans of the raw rows. */
export const benchRates = async (): Promise<string> => {
  const root = mkdtempSync(path.join(tmpdir(), 'bench-'))
  const began = performance.now()
  const clouds: Cloud[] = []
  const opened = async (...of: [hospitals: number, each: number, uncounted: number, marks: number]) => {
    const cloud = await openCloud(root, ...of)
    clouds.push(cloud)
    told(
      `${count(cloud.loaded.complaints)} complaints loaded in ${show(cloud.loaded.seconds, ' s')}, ${show(cloud.loaded.megabytes, ' MB')}`,
    )
    return cloud
  }
  try {
    const sizes: Cloud[] = []
    const rolled: RollUps[] = []
    const asked: Leagues[] = []
    for (const hospitals of SIZES) {
      if (performance.now() - began > NO_LARGER_AFTER_MS) break
      const cloud = await opened(hospitals, EACH, UNCOUNTED, MARKS)
      sizes.push(cloud)
      rolled.push(await rollUp(cloud))
      told('rebuilt and folded')
    }
    const sparse = await opened(CITY, SPARSE, 0, 0)
    const reads = await readPages(
      clouds.map(({ child, hospitals }) => ({
        url: child.ready.url,
        pid: child.pid,
        hospitals: [hospitalIdOf(0), hospitalIdOf(hospitals - 1)],
      })),
      READS,
      began + NO_LONGER_THAN_MS,
    )
    told('pages')
    for (const cloud of sizes) asked.push(await askLeague(cloud))
    told('leagues')
    const natural = reads.slice(0, sizes.length)
    if (new Set(natural.map(({ figures }) => figures)).size !== 1) throw new Error('one hospital, several figures')
    const [smallest, largest, thin] = [natural[0], natural[natural.length - 1], reads[sizes.length]] as [
      Read,
      Read,
      Read,
    ]
    const last = sizes[sizes.length - 1] as Cloud
    const named = ({ loaded, hospitals }: Cloud) => `${count(loaded.complaints)} in ${hospitals} hospitals`
    const league = asked[asked.length - 1] as Leagues
    return [
      `A made-up city, the same each time: ${count(EACH)} complaints in three years for each hospital and 34 departments with visits each day, so seven rows of visits for each complaint. It grows by hospitals: ${sizes.map(({ hospitals }) => hospitals).join(', ')}.`,
      `Rebuild and fold are the function's own code through the unmodified SDK over the local cloud. One hospital of each city was rebuilt whole; the buckets of the others were filled by the same pure functions without the database between. ${count(MARKS)} complaints were left marked: one folder took half of them, 200 at a time, and ${FOLDERS} processes at once the rest. Folders take the same marks first: several at once are safe, not faster.`,
      rollUpTable(sizes, rolled),
      `The page of one hospital as it opens (\`metrics.rates\`: gateway → function process → SDK → database), ${largest.latencies.length} reads in turn of the first and the last hospital of each city after ${WARM_UP_READS} that do not count. CPU is that of the server's whole process tree. The first hospital's figures are the same text in every city:`,
      pageTable(sizes.map((cloud, at) => pageRow(named(cloud), natural[at] as Read, smallest))),
      `Largest to smallest, ${held(median(largest.latencies), median(smallest.latencies), MOST_FOR_PAGES)} by p50 and ${held(largest.cpuMs, smallest.cpuMs, MOST_FOR_PAGES)} by CPU. When instead the same ${CITY} hospitals once have hardly a complaint and once all of them, what a page reads grows with the different counts in a month, which come to an end; there ${held(median(largest.latencies), median(thin.latencies), MOST_FOR_PAGES)} by p50 and ${held(largest.cpuMs, thin.cpuMs, MOST_FOR_PAGES)} by CPU:`,
      pageTable([pageRow(named(sparse), thin, thin), pageRow(named(last), largest, thin)]),
      `The league of all hospitals over twelve months: twelve documents through the SDK, beside one pass over typed arrays of the raw rows, and beside the same question to SQLite (libsql, plain tables in memory) and mingo (up to 10⁵). All answers were the same text. CPU only; the league's is that of the process that asks, the database's stands apart. The league costs what its hospitals cost, the scan what its rows cost: with few rows the scan is cheaper.`,
      leagueTable(asked),
      `League to scan at ${count(league.baselines.complaints)} complaints: ${held(mean(league.leagues), mean(league.scans), MOST_FOR_LEAGUE)}; with the database ${held(league.server === null ? null : mean(league.leagues) + league.server, mean(league.scans), MOST_FOR_LEAGUE)}.`,
    ].join('\n\n')
  } finally {
    for (const { child } of clouds) await child.stop()
    rmSync(root, { recursive: true, force: true })
  }
}
