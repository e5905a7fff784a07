import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openDatabase } from '../../cloudfunctions/_localcloud/database/database'
import type { IndexFile } from '../../cloudfunctions/_localcloud/database/index.file'
import { median, quantile, ratio, show, table } from './statistics'

const SIZES = [10_000, 100_000, 1_000_000]
const BATCH = 1000
const HOSPITALS = 20
const PAGE = 50
const QUERIES = 60
const NO_LONGER_THAN_MS = 120_000

const indexes: IndexFile = {
  complaints: {
    indexes: [
      {
        name: 'by_deadline',
        keys: [
          ['hospitalId', 1],
          ['stage', 1],
          ['dueAt', 1],
        ],
        unique: false,
      },
    ],
  },
}

// Spread over the year by a step that visits every minute before it repeats.
const MINUTES = 525_600
const documentAt = (index: number) =>
  JSON.stringify({
    _id: `c${index}`,
    hospitalId: `h${index % HOSPITALS}`,
    dueAt: ((index * 7919) % MINUTES) * 60_000,
    status: 'submitted',
    stage: 'open',
    text: '在护士站问了三次费用清单，都说等着，没有人解释。'.repeat(4),
  })

/** The first page of an inbox, by deadline, as the store grows. Ends early rather than run on. */
export const benchLists = async (): Promise<string> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-'))
  const database = openDatabase({
    file: path.join(folder, 'list.sqlite'),
    indexes,
    clock: Date.now,
  })
  const began = performance.now()
  const rows: { documents: number; p50: number | null; p99: number | null }[] = []
  let documents = 0
  try {
    for (const size of SIZES) {
      while (documents < size && performance.now() - began < NO_LONGER_THAN_MS) {
        const data = Array.from({ length: BATCH }, (_, index) => documentAt(documents + index))
        const reply = await database.handle('database.insertDocument', { collectionName: 'complaints', data })
        if (reply.code) throw new Error(String(reply.message))
        documents += BATCH
      }
      const times: number[] = []
      for (let query = 0; query < QUERIES; query++) times.push(await firstPage(database, `h${query % HOSPITALS}`))
      rows.push({ documents, p50: median(times), p99: quantile(times, 0.99) })
      if (documents < size) break
    }
  } finally {
    database.close()
    rmSync(folder, { recursive: true, force: true })
  }
  const first = rows[0]
  return [
    `The first ${PAGE} cases of one of ${HOSPITALS} hospitals, by deadline, through the database's wire action:`,
    table(
      ['documents', 'p50, smallest = 1', 'p50', 'p99'],
      rows.map(({ documents: count, p50, p99 }) => [
        count.toLocaleString('en'),
        ratio(p50, first?.p50 ?? null),
        show(p50, ' ms'),
        show(p99, ' ms'),
      ]),
    ),
  ].join('\n\n')
}

const firstPage = async (database: ReturnType<typeof openDatabase>, hospitalId: string): Promise<number> => {
  const began = performance.now()
  const reply = await database.handle('database.getDocument', {
    collectionName: 'complaints',
    queryType: 'WHERE',
    query: JSON.stringify({ hospitalId, stage: 'open' }),
    order: JSON.stringify({ dueAt: 1 }),
    offset: 0,
    limit: PAGE,
  })
  const { list } = reply.data as { list: unknown[] }
  if (list.length !== PAGE) throw new Error(`${list.length} documents on a page of ${PAGE}`)
  return performance.now() - began
}
