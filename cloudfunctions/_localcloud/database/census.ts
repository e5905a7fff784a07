import type { Connection } from './sqlite.connection'

/**
 * Which kinds of values (SEEN_… bits) were ever seen at each indexed path of each table. Bits are only added, in the same
 * SQLite transaction as the document that brought them.
 */
export interface Census {
  seenAt(table: number, path: string): number
  note(table: number, path: string, seen: number): void
  /** Forgets what a rolled back transaction noted. */
  reload(): void
}

const keyOf = (table: number, path: string) => `${table} ${path}`

export const openCensus = (connection: Connection): Census => {
  connection.exec(
    'CREATE TABLE IF NOT EXISTS census (collection INTEGER, path TEXT, seen INTEGER, PRIMARY KEY (collection, path)) WITHOUT ROWID',
  )
  const write = connection.prepare('INSERT OR REPLACE INTO census VALUES (?, ?, ?)')
  const known = new Map<string, number>()

  const reload = () => {
    known.clear()
    const rows = connection.prepare('SELECT collection, path, seen FROM census').raw().all() as [
      number,
      string,
      number,
    ][]
    for (const [table, path, seen] of rows) known.set(keyOf(table, path), seen)
  }
  reload()

  const seenAt = (table: number, path: string) => known.get(keyOf(table, path)) ?? 0
  return {
    seenAt,
    note(table, path, seen) {
      const before = seenAt(table, path)
      if ((before | seen) === before) return
      write.run([table, path, before | seen])
      known.set(keyOf(table, path), before | seen)
    },
    reload,
  }
}
