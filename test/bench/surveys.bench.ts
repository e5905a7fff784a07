import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Child, runChild, startChild } from './child.process'
import { type Call, endCalls, growthOf, measurePages, rowsOf, type Sized } from './pages.measured'
import { DEPARTMENTS, hospitalIdOf } from './rates.city'
import { show, table } from './statistics'
import type { FoldedSheets } from './surveys.fold.process'
import type { LoadedSheets } from './surveys.load.process'

const SIZES = [10_000, 100_000, 1_000_000]
/** Sheets of the last day that nobody has folded; read without them first. */
const WAITING = 600
/** Sheets there are already when the waiting ones are folded. */
const FOLDED_INTO = 100_000
const READS = 40
const READER = { functionName: 'survey', persona: hospitalIdOf(0), reads: READS }
const MOST = 1.5
/** No larger size is begun after this. */
const NO_LARGER_AFTER_MS = 4 * 60_000

interface Page extends Call {
  readonly name: string
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

interface Opened extends Sized {
  readonly cloud: Cloud
}

const openCloud = async (root: string, count: number, waiting: number): Promise<Opened> => {
  const folder = path.join(root, `${count}-${waiting}`)
  mkdirSync(folder)
  const loaded = await runChild<LoadedSheets>('surveys.load.process.ts', [folder, String(count), String(waiting)])
  console.log(`  ${loaded.sheets} 份答卷，${Math.round(loaded.seconds)} 秒写好`)
  const cloud = await startChild<Cloud['ready']>('rates.cloud.process.ts', [folder, hospitalIdOf(0)])
  return { size: loaded.sheets, url: cloud.ready.url, pid: cloud.pid, cloud }
}

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
      const measured = await measurePages(clouds, () => ({ action: page.action, input: page.input }), READER)
      rows.push(...rowsOf(page.name, clouds, measured))
      worst.push(...growthOf(measured))
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
    endCalls()
    for (const { cloud } of clouds) await cloud.stop()
    rmSync(root, { recursive: true, force: true })
  }
}
