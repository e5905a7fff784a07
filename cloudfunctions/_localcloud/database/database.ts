import { openCatalog } from './catalog.store'
import { openCensus } from './census'
import { openWriter } from './database.writer'
import { groupCommit } from './group.commit'
import { type IndexFile, readIndexFile } from './index.file'
import { readActions } from './read.actions'
import { invalidParam, Refusal } from './refusal'
import { closeConnection, type Connection, openConnection } from './sqlite.connection'
import type { Table } from './table.store'
import { transactionActions } from './transaction.actions'
import { openTransactions } from './transactions'
import type { Wire } from './wire.request'
import { writeActions } from './write.actions'

export interface DatabaseOptions {
  file: string
  indexes: IndexFile
  /** Epoch ms. */
  clock: () => number
  /** Runs between the writes of a commit and the COMMIT itself. */
  beforeCommit?: () => void
  /** A transaction older than this is aborted. */
  transactionLifetimeMs?: number
  /** A plain write waits at most so long for an open transaction. */
  writeWaitMs?: number
}

export interface Database {
  /** Every `database.*` action. Resolves to the reply without its requestId; a refusal is a reply `{ code, message }`. */
  handle(action: string, body: Wire): Promise<Wire>
  collections(): { name: string; count: number }[]
  page(collection: string, offset: number, limit: number): unknown[]
  /** A line of JSON for each document of each collection: `{ collection, document }`. */
  exportAll(): string
  close(): void
}

/** MongoDB's default. */
const TRANSACTION_LIFETIME_MS = 60_000
/** Below the 15 s after which the SDK gives up a request. */
const WRITE_WAIT_MS = 10_000

const openOrClose = <T>(connection: Connection, open: () => T): T => {
  try {
    return open()
  } catch (error) {
    closeConnection(connection)
    throw error
  }
}

export const openDatabase = (options: DatabaseOptions): Database => {
  const declared = readIndexFile(options.indexes)
  const connection = openConnection(options.file)
  const { census, catalog } = openOrClose(connection, () => {
    const opened = openCensus(connection)
    return { census: opened, catalog: openCatalog(connection, opened, declared) }
  })
  const commits = groupCommit(connection, { beforeCommit: options.beforeCommit, rolledBack: census.reload })
  const transactions = openTransactions({
    lifetimeMs: options.transactionLifetimeMs ?? TRANSACTION_LIFETIME_MS,
    rehearse(writes) {
      connection.exec('BEGIN IMMEDIATE')
      try {
        writes()
      } finally {
        connection.exec('ROLLBACK')
        census.reload()
      }
    },
  })
  let isClosed = false

  const findTable = (name: unknown): Table => {
    const table = typeof name === 'string' ? catalog.find(name) : undefined
    if (!table) throw new Refusal('DATABASE_COLLECTION_NOT_EXIST', `Db or Table not exist: ${String(name)}.`)
    return table
  }

  const writer = openWriter(commits, transactions, options.writeWaitMs ?? WRITE_WAIT_MS)
  const actions = {
    ...readActions(findTable, transactions),
    ...writeActions(catalog, findTable, writer),
    ...transactionActions(commits, transactions),
  }

  return {
    async handle(action, body) {
      if (isClosed) throw new Error('the database is closed')
      try {
        const act = Object.hasOwn(actions, action) ? actions[action] : undefined
        if (!act) throw invalidParam(`unknown action: ${action}`)
        return await act(body, options.clock())
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        return { code: error.code, message: error.message }
      }
    },

    collections: () => catalog.all().map((table) => ({ name: table.shape.name, count: table.count({}) })),

    page: (collection, offset, limit) =>
      JSON.parse(JSON.stringify([...findTable(collection).select({ query: {}, order: [], offset, limit })])),

    exportAll: () =>
      catalog
        .all()
        .flatMap((table) =>
          [...table.select({ query: {}, order: [], offset: 0, limit: Number.POSITIVE_INFINITY })].map((document) =>
            JSON.stringify({ collection: table.shape.name, document }),
          ),
        )
        .join('\n'),

    close() {
      if (isClosed) return
      isClosed = true
      transactions.close()
      commits.flush()
      closeConnection(connection)
    },
  }
}
