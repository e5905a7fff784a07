import Libsql from 'libsql'

/**
 * Parameters go to a statement as one array, always: the driver takes a lone Buffer for an object of named parameters
 * and aborts the process.
 */
export type Connection = Libsql.Database

const pragma = (connection: Connection, name: string): unknown => {
  const row = connection.prepare(`PRAGMA ${name}`).raw().get() as unknown[] | undefined
  return row?.[0]
}

const REQUIRED = { locking_mode: 'exclusive', journal_mode: 'wal', synchronous: 2, secure_delete: 1 } as const

const claim = (connection: Connection, file: string): void => {
  try {
    // the first access takes the file for this connection, until it is closed or its process dies
    pragma(connection, 'locking_mode = EXCLUSIVE')
    pragma(connection, 'journal_mode = WAL')
    connection.exec('PRAGMA synchronous = FULL')
    // what was removed is overwritten, not only forgotten
    pragma(connection, 'secure_delete = ON')
    connection.exec('BEGIN EXCLUSIVE; COMMIT')
  } catch (cause) {
    if (cause instanceof Error && /locked|busy/i.test(cause.message)) {
      throw new Error(`the database file ${file} is open elsewhere; one local cloud owns it at a time`, { cause })
    }
    throw cause
  }
}

/** @throws when this very connection does not report what makes a commit here a commit on disk. */
export const requireDurable = (connection: Connection, file: string): void => {
  for (const [name, wanted] of Object.entries(REQUIRED)) {
    const actual = pragma(connection, name)
    if (actual !== wanted) throw new Error(`the database file ${file} has ${name} ${String(actual)}, needs ${wanted}`)
  }
}

/** Opens the file for this owner alone, and only if a commit here is a commit on disk. */
export const openConnection = (file: string): Connection => {
  const connection = new Libsql(file)
  try {
    claim(connection, file)
    requireDurable(connection, file)
  } catch (error) {
    connection.close()
    throw error
  }
  return connection
}

/**
 * Gives the file up at once. Closing alone would keep it until the last statement is garbage collected, and SQLite
 * leaves exclusive locking only outside WAL.
 */
export const closeConnection = (connection: Connection): void => {
  const isBusy = pragma(connection, 'wal_checkpoint(TRUNCATE)') !== 0
  pragma(connection, 'journal_mode = DELETE')
  pragma(connection, 'locking_mode = NORMAL')
  connection.prepare('SELECT count(*) FROM sqlite_master').get()
  connection.close()
  if (isBusy) throw new Error('the journal could not be emptied: what was removed may still be in it')
}

/**
 * Rows as arrays, as they are read. A statement that stays open would lock its table, so one that was not read to its
 * end is run out with LIMIT 0.
 * @param sql ends with `LIMIT ?`
 * @param limit at most so many rows; -1 for all
 */
export function* rowsOf(connection: Connection, sql: string, params: unknown[], limit: number): Generator<unknown[]> {
  const statement = connection.prepare(sql).raw()
  let isOpen = true
  try {
    for (const row of statement.iterate([...params, limit])) yield row as unknown[]
    isOpen = false
  } finally {
    if (isOpen) statement.get([...params, 0])
  }
}
