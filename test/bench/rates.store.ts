import Libsql from 'libsql'
import { openDatabase } from '../../cloudfunctions/_localcloud/database/database'
import { segmentsOf } from '../../cloudfunctions/_localcloud/database/document.path'
import type { Document } from '../../cloudfunctions/_localcloud/database/document.value'
import type { IndexFile } from '../../cloudfunctions/_localcloud/database/index.file'
import { keyAt } from '../../cloudfunctions/_localcloud/database/index.key'

type Row = [number: number, name: string, paths: string]

/**
 * Fills the file of a local cloud's database as its own writes would have, only quicker: without a journal, and with
 * the indexes made at the end. Documents of plain JSON alone: no dates.
 */
export const fillStore = (file: string, indexes: IndexFile) => {
  openDatabase({ file, indexes, clock: Date.now }).close()
  const connection = new Libsql(file)
  connection.exec('PRAGMA synchronous = OFF; PRAGMA cache_size = -800000; PRAGMA temp_store = MEMORY')
  connection.prepare('PRAGMA journal_mode = OFF').raw().get()
  const made = connection
    .prepare(`SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name LIKE 'docs_%'`)
    .raw()
    .all() as [string, string][]
  for (const [name] of made) connection.exec(`DROP INDEX "${name}"`)

  const tables = new Map(
    (connection.prepare('SELECT number, name, paths FROM collections').raw().all() as Row[]).map(
      ([number, name, paths]) => {
        const segments = (JSON.parse(paths) as string[]).map(segmentsOf)
        const marks = Array.from({ length: segments.length + 2 }, () => '?').join(',')
        return [name, { segments, statement: connection.prepare(`INSERT INTO docs_${number} VALUES (${marks})`) }]
      },
    ),
  )
  connection.exec('BEGIN')

  return {
    insert<T extends { id: string }>(collection: string, document: T, key = document.id): void {
      const table = tables.get(collection)
      if (!table) throw new Error(`no collection ${collection}`)
      const stored = { _id: key, ...document } as Document
      table.statement.run([key, JSON.stringify(stored), ...table.segments.map((path) => keyAt(stored, path))])
    },
    close(): void {
      connection.exec('COMMIT')
      for (const [, sql] of made) connection.exec(sql)
      connection.close()
    },
  }
}
