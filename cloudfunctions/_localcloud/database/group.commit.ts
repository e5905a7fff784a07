import type { Connection } from './sqlite.connection'

/** What one request did inside the transaction; `committed` runs once it is on disk, before anyone is answered. */
export interface Written<T> {
  reply: T
  committed?: () => void
}

export interface GroupCommit {
  /** Resolves after COMMIT returned. */
  write<T>(work: () => Written<T>): Promise<T>
  /** Commits what waits. */
  flush(): void
}

interface Waiting {
  work: () => Written<unknown>
  resolve: (reply: unknown) => void
  reject: (error: unknown) => void
}

type Outcome = { settle: () => void; committed?: () => void }

/**
 * The commit is the cost, so the writes of one event-loop turn share it: one SQLite transaction, a savepoint for each
 * request, replies when the disk has them all.
 */
export const groupCommit = (
  connection: Connection,
  hooks: { beforeCommit?: () => void; rolledBack: () => void },
): GroupCommit => {
  let waiting: Waiting[] = []

  const attempt = ({ work, resolve, reject }: Waiting): Outcome => {
    connection.exec('SAVEPOINT request')
    try {
      const { reply, committed } = work()
      connection.exec('RELEASE request')
      return { settle: () => resolve(reply), committed }
    } catch (error) {
      connection.exec('ROLLBACK TO request; RELEASE request')
      hooks.rolledBack()
      return { settle: () => reject(error) }
    }
  }

  const flush = (): void => {
    const batch = waiting
    waiting = []
    if (batch.length === 0) return
    let outcomes: Outcome[]
    try {
      connection.exec('BEGIN IMMEDIATE')
      outcomes = batch.map(attempt)
      hooks.beforeCommit?.()
      connection.exec('COMMIT')
    } catch (error) {
      if (connection.inTransaction) connection.exec('ROLLBACK')
      hooks.rolledBack()
      for (const { reject } of batch) reject(error)
      return
    }
    for (const { committed } of outcomes) committed?.()
    for (const { settle } of outcomes) settle()
  }

  return {
    write: <T>(work: () => Written<T>) =>
      new Promise<T>((resolve, reject) => {
        if (waiting.length === 0) setImmediate(flush)
        waiting.push({ work, resolve: resolve as (reply: unknown) => void, reject })
      }),
    flush,
  }
}
