import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Child, runChild, startChild } from './child.process'
import { cpuOfTree } from './process.cpu'
import { DEPARTMENTS, hospitalIdOf } from './rates.city'
import { median, quantile, ratio, show, table } from './statistics'
import type { FoldedSheets } from './surveys.fold.process'
import type { LoadedSheets } from './surveys.load.process'

const SIZES = [10_000, 100_000, 1_000_000]
/** Sheets of the last day that nobody has folded; read without them first. */
const WAITING = 600
/** Sheets there are already when the waiting ones are folded. */
const FOLDED_INTO = 100_000
const WARM_UP = 8
const READS = 40
const MOST = 1.5
/** No larger size is begun after this. */
const NO_LARGER_AFTER_MS = 4 * 60_000

interface Page {
  readonly name: string
  readonly action: string
  readonly input: object
}

const quarter = { unit: 'quarter', value: '2026-Q3' }
const PAGES: Page[] = [
  { name: 'the page as it opens', action: 'results', input: { rater: 'inpatient', period: null, departmentId: null } },
  {
    name: 'a department',
    action: 'results',
    input: { rater: 'inpatient', period: quarter, departmentId: DEPARTMENTS[0] },
  },
  {
    name: 'a year',
    action: 'results',
    input: { rater: 'inpatient', period: { unit: 'year', value: '2025' }, departmentId: null },
  },
  { name: 'words', action: 'texts', input: { rater: 'inpatient', theme: null, unread: true, after: null } },
]

type Cloud = Child<{ url: string; environment: Record<string, string> }>

interface Opened {
  readonly sheets: number
  readonly cloud: Cloud
}

const agent = new Agent({ keepAlive: true })

const post = (url: string, { action, input }: Page): Promise<string> =>
  new Promise((resolve, reject) => {
    const body = JSON.stringify({ action, input })
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      cookie: `persona=${hospitalIdOf(0)}`,
    }
    const sent = request(`${url}/api/fn/survey`, { method: 'POST', agent, headers }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk
      })
      response.on('end', () => resolve(text)).on('error', reject)
    })
    sent.on('error', reject)
    sent.end(body)
  })

const read = async (opened: Opened, page: Page): Promise<void> => {
  const text = await post(opened.cloud.ready.url, page)
  if (!text.startsWith('{"ok":true')) throw new Error(`${page.name}: ${text.slice(0, 200)}`)
}

interface Measured {
  readonly p50: number | null
  readonly p95: number | null
  readonly cpuMs: number | null
}

/** In turn, so that whatever else the machine does falls on all alike. */
const measure = async (clouds: readonly Opened[], page: Page): Promise<Measured[]> => {
  for (let time = 0; time < WARM_UP; time += 1) for (const cloud of clouds) await read(cloud, page)
  const before = clouds.map(({ cloud }) => cpuOfTree(cloud.pid))
  const latencies = clouds.map((): number[] => [])
  for (let time = 0; time < READS; time += 1) {
    for (const [at, cloud] of clouds.entries()) {
      const began = performance.now()
      await read(cloud, page)
      latencies[at]?.push(performance.now() - began)
    }
  }
  return clouds.map(({ cloud }, at) => {
    const [earlier, now] = [before[at] ?? null, cpuOfTree(cloud.pid)]
    const taken = latencies[at] ?? []
    return {
      p50: median(taken),
      p95: quantile(taken, 0.95),
      cpuMs: earlier === null || now === null ? null : (now - earlier) / READS,
    }
  })
}

const openCloud = async (root: string, count: number, waiting: number): Promise<Opened> => {
  const folder = path.join(root, `${count}-${waiting}`)
  mkdirSync(folder)
  const loaded = await runChild<LoadedSheets>('surveys.load.process.ts', [folder, String(count), String(waiting)])
  console.log(`  ${loaded.sheets} 份答卷，${Math.round(loaded.seconds)} 秒写好`)
  const cloud = await startChild<Cloud['ready']>('rates.cloud.process.ts', [folder, hospitalIdOf(0)])
  return { sheets: loaded.sheets, cloud }
}

const rowsOf = (page: Page, clouds: readonly Opened[], measured: readonly Measured[]): string[][] =>
  clouds.map(({ sheets }, at) => {
    const [first, own] = [measured[0], measured[at]]
    return [
      page.name,
      sheets.toLocaleString('en'),
      show(own?.p50 ?? null, ' ms'),
      show(own?.p95 ?? null, ' ms'),
      show(own?.cpuMs ?? null, ' ms'),
      ratio(own?.p50 ?? null, first?.p50 ?? null),
      ratio(own?.cpuMs ?? null, first?.cpuMs ?? null),
    ]
  })

/** Pages of results over a hospital of one shape, with more and more sheets in it. */
export const benchSurveys = async (): Promise<string> => {
  const root = mkdtempSync(path.join(tmpdir(), 'surveys-'))
  const began = performance.now()
  const clouds: Opened[] = []
  try {
    for (const size of SIZES) {
      if (performance.now() - began < NO_LARGER_AFTER_MS) clouds.push(await openCloud(root, size, 0))
    }
    const rows: string[][] = []
    const worst: number[] = []
    for (const page of PAGES) {
      const measured = await measure(clouds, page)
      rows.push(...rowsOf(page, clouds, measured))
      const [first, last] = [measured[0], measured[measured.length - 1]]
      for (const part of ['p50', 'cpuMs'] as const) {
        const [base, top] = [first?.[part], last?.[part]]
        if (base && top) worst.push(top / base)
      }
    }
    const folding = await openCloud(root, FOLDED_INTO, WAITING)
    const folded = await runChild<FoldedSheets>('surveys.fold.process.ts', [], folding.cloud.ready.environment)
    await folding.cloud.stop()
    const most = Math.max(...worst)
    return [
      `One hospital, ${DEPARTMENTS.length} departments, two years, the ready questionnaire of inpatients; one sheet in twenty has words. ${READS} reads of each page, the sizes in turn; CPU of gateway, function and database together.`,
      '',
      table(['page', 'sheets', 'p50', 'p95', 'CPU', 'p50 to smallest', 'CPU to smallest'], rows),
      '',
      `Worst ratio of the largest to the smallest: ${show(most)}; wanted: at most ${MOST}. ${most <= MOST ? 'Held.' : 'NOT HELD.'}`,
      '',
      `Folding ${folded.sheets} sheets into ${FOLDED_INTO.toLocaleString('en')}: ${show(folded.seconds, ' s')}, ${show(folded.sheets / folded.seconds)} a second.`,
    ].join('\n')
  } finally {
    agent.destroy()
    for (const { cloud } of clouds) await cloud.stop()
    rmSync(root, { recursive: true, force: true })
  }
}
