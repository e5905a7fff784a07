import Libsql from 'libsql'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openDatabase } from '../../cloudfunctions/_localcloud/database/database'
import { runChild, startChild } from './child.process'
import { ratio, show, table } from './statistics'
import type { Writes } from './writer.process'

const LEVELS = [1, 8, 32, 64]
const RAW_WRITES = 600

/** Seconds per insert into the same store with the same durability, one commit each. */
const rawInsert = (folder: string): number => {
  const database = new Libsql(path.join(folder, 'raw.sqlite'))
  database.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE raw (id TEXT PRIMARY KEY, doc TEXT)',
  )
  const insert = database.prepare('INSERT INTO raw VALUES (?, ?)')
  const doc = JSON.stringify({ text: '一条记录'.repeat(40) })
  const began = performance.now()
  for (let index = 0; index < RAW_WRITES; index++) insert.run(String(index), doc)
  const seconds = (performance.now() - began) / 1000 / RAW_WRITES
  database.close()
  return seconds
}

/** Seconds per durable insert through the database's wire action alone, without SDK and http, so many under way at once. */
const storeInsert = async (folder: string, atOnce: number): Promise<number> => {
  const database = openDatabase({
    file: path.join(folder, `store-${atOnce}.sqlite`),
    indexes: { bench: { indexes: [] } },
    clock: Date.now,
  })
  const data = [JSON.stringify({ text: '一条记录'.repeat(40) })]
  let left = RAW_WRITES
  const lane = async () => {
    while (left-- > 0) {
      const reply = await database.handle('database.insertDocument', { collectionName: 'bench', data })
      if (reply.code) throw new Error(String(reply.message))
    }
  }
  const began = performance.now()
  await Promise.all(Array.from({ length: atOnce }, lane))
  const seconds = (performance.now() - began) / 1000 / RAW_WRITES
  database.close()
  return seconds
}

/** One durable write through SDK and wire against a raw insert, and what committing in groups gives. */
export const benchWrites = async (): Promise<string> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-'))
  const cloud = await startChild<{ environment: Record<string, string> }>('cloud.process.ts', [folder])
  try {
    const raw = rawInsert(folder)
    const writes = await runChild<Writes[]>('writer.process.ts', LEVELS.map(String), cloud.ready.environment)
    const store: number[] = []
    for (const level of LEVELS) store.push(await storeInsert(folder, level))
    const perWrite = writes.map(({ seconds, writes: count }) => seconds / count)
    const rows = writes.map(({ atOnce }, index) => [
      String(atOnce),
      ratio(perWrite[index] ?? null, raw),
      show((perWrite[index] ?? 0) * 1000, ' ms'),
      ratio(perWrite[0] ?? null, perWrite[index] ?? null),
      ratio(store[index] ?? null, raw),
      ratio(store[0] ?? null, store[index] ?? null),
    ])
    return [
      `One durable \`add\` through the unmodified SDK beside a raw libsql insert with a commit and an fsync of its own (${show(raw * 1000, ' ms')} each, WAL, synchronous=FULL). Writes under way at once share a commit; the store alone, without SDK and http, shows what that gives:`,
      table(
        [
          'at once',
          'SDK, raw insert = 1',
          'SDK, per write',
          'SDK, gain',
          'store alone, raw insert = 1',
          'store alone, gain',
        ],
        rows,
      ),
    ].join('\n\n')
  } finally {
    await cloud.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
