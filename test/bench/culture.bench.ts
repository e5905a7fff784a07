import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Child, runChild, startChild } from './child.process'
import type { LoadedArticles } from './culture.load.process'
import { cpuOfTree } from './process.cpu'
import { DEPARTMENTS, hospitalIdOf, NOW } from './rates.city'
import { median, quantile, ratio, show, table } from './statistics'

const SIZES = [100, 1000, 10_000, 100_000]
const WARM_UP = 8
const READS = 30
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

interface Opened {
  readonly articles: number
  readonly cloud: Cloud
}

const agent = new Agent({ keepAlive: true })

const post = (url: string, action: string, input: object): Promise<string> =>
  new Promise((resolve, reject) => {
    const body = JSON.stringify({ action, input })
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      cookie: `persona=${hospitalIdOf(0)}`,
    }
    const sent = request(`${url}/api/fn/culture`, { method: 'POST', agent, headers }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk
      })
      response.on('end', () => resolve(text)).on('error', reject)
    })
    sent.on('error', reject)
    sent.end(body)
  })

const read = async ({ cloud, articles }: Opened, page: Page): Promise<void> => {
  const text = await post(cloud.ready.url, page.action, page.input(articles))
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

const openCloud = async (root: string, count: number): Promise<Opened> => {
  const folder = path.join(root, String(count))
  mkdirSync(folder)
  const loaded = await runChild<LoadedArticles>('culture.load.process.ts', [folder, String(count)])
  console.log(`  ${loaded.articles} 篇，${loaded.postings} 条索引，${Math.round(loaded.seconds)} 秒写好`)
  const cloud = await startChild<Cloud['ready']>('rates.cloud.process.ts', [folder, hospitalIdOf(0)])
  return { articles: loaded.articles, cloud }
}

const rowsOf = (page: Page, clouds: readonly Opened[], measured: readonly Measured[]): string[][] =>
  clouds.map(({ articles }, at) => {
    const [first, own] = [measured[0], measured[at]]
    return [
      page.name,
      articles.toLocaleString('en'),
      show(own?.p50 ?? null, ' ms'),
      show(own?.p95 ?? null, ' ms'),
      show(own?.cpuMs ?? null, ' ms'),
      ratio(own?.p50 ?? null, first?.p50 ?? null),
      ratio(own?.cpuMs ?? null, first?.cpuMs ?? null),
    ]
  })

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
      const measured = await measure(clouds, page)
      rows.push(...rowsOf(page, clouds, measured))
      const [first, last] = [measured[0], measured[measured.length - 1]]
      for (const part of ['p50', 'cpuMs'] as const) {
        const [base, top] = [first?.[part], last?.[part]]
        if (base && top) worst.push(top / base)
      }
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
    agent.destroy()
    for (const { cloud } of clouds) await cloud.stop()
    rmSync(root, { recursive: true, force: true })
  }
}
