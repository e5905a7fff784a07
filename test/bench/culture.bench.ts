import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Child, runChild, startChild } from './child.process'
import type { LoadedArticles } from './culture.load.process'
import { endCalls, growthOf, measurePages, rowsOf, type Sized } from './pages.measured'
import { DEPARTMENTS, hospitalIdOf, NOW } from './rates.city'
import { show, table } from './statistics'

const SIZES = [100, 1000, 10_000, 100_000]
const READS = 30
const READER = { functionName: 'culture', persona: hospitalIdOf(0), reads: READS }
const MOST = 1.5
/** No larger size is begun after this. */
const NO_LARGER_AFTER_MS = 2 * 60_000
const EVERY_MS = (24 * 3_600_000) / 5

interface Page {
  readonly name: string
  readonly action: string
  readonly input: (articles: number) => object
}

const LEFT = 96
const EVERYTHING = { column: null, fiveClean: null, departmentId: null, series: null }
const idAt = (at: number) => at.toString(16).padStart(32, '0')
const looked = (words: string) => ({ words, column: null, after: null })

const PAGES: Page[] = [
  { name: 'home', action: 'cultureHome', input: () => ({}) },
  {
    name: 'a column',
    action: 'articles',
    input: () => ({ filter: { ...EVERYTHING, column: 'story' }, after: null }),
  },
  {
    name: 'far down a column',
    action: 'articles',
    input: (articles) => {
      // As far down as a whole page is still to come.
      const last = articles - LEFT
      return {
        filter: { ...EVERYTHING, column: 'story' },
        after: { at: Math.round(NOW - last * EVERY_MS), id: idAt(last - 1) },
      }
    },
  },
  {
    name: 'one of the five',
    action: 'articles',
    input: () => ({ filter: { ...EVERYTHING, fiveClean: 'care' }, after: null }),
  },
  {
    name: 'a department',
    action: 'articles',
    input: () => ({ filter: { ...EVERYTHING, departmentId: DEPARTMENTS[0] }, after: null }),
  },
  { name: 'an article', action: 'article', input: (articles) => ({ id: idAt(Math.floor(articles / 3)) }) },
  { name: 'a word of many', action: 'searchArticles', input: () => looked('红包') },
  { name: 'two words', action: 'searchArticles', input: () => looked('护士 走廊') },
  { name: 'a word of three articles', action: 'searchArticles', input: () => looked('雪莲') },
  { name: 'one character', action: 'searchArticles', input: () => looked('药') },
  { name: 'a word of none', action: 'searchArticles', input: () => looked('没有这个词') },
]

type Cloud = Child<{ url: string }>

interface Opened extends Sized {
  readonly cloud: Cloud
}

const openCloud = async (root: string, count: number): Promise<Opened> => {
  const folder = path.join(root, String(count))
  mkdirSync(folder)
  const loaded = await runChild<LoadedArticles>('culture.load.process.ts', [folder, String(count)])
  console.log(`  ${loaded.articles} 篇，${loaded.postings} 条索引，${Math.round(loaded.seconds)} 秒写好`)
  const cloud = await startChild<Cloud['ready']>('rates.cloud.process.ts', [folder, hospitalIdOf(0)])
  return { size: loaded.articles, url: cloud.ready.url, pid: cloud.pid, cloud }
}

/** What anybody reads of the culture pages, with more and more articles of one hospital, and further and further back. */
export const benchCulture = async (): Promise<string> => {
  const root = mkdtempSync(path.join(tmpdir(), 'culture-'))
  const began = performance.now()
  const clouds: Opened[] = []
  try {
    for (const size of SIZES) {
      if (performance.now() - began < NO_LARGER_AFTER_MS) clouds.push(await openCloud(root, size))
    }
    const rows: string[][] = []
    const worst: number[] = []
    for (const page of PAGES) {
      const call = (articles: number) => ({ action: page.action, input: page.input(articles) })
      const measured = await measurePages(clouds, call, READER)
      rows.push(...rowsOf(page.name, clouds, measured))
      worst.push(...growthOf(measured))
    }
    const most = Math.max(...worst)
    return [
      `One hospital, five small articles a day back from today, the last five in no posting yet. ${READS} reads of each, the sizes in turn; CPU of gateway, function and database together.`,
      '',
      table(['page', 'articles', 'p50', 'p95', 'CPU', 'p50 to smallest', 'CPU to smallest'], rows),
      '',
      `Worst ratio of the largest to the smallest: ${show(most)}; wanted: at most ${MOST}. ${most <= MOST ? 'Held.' : 'NOT HELD.'}`,
    ].join('\n')
  } finally {
    endCalls()
    for (const { cloud } of clouds) await cloud.stop()
    rmSync(root, { recursive: true, force: true })
  }
}
