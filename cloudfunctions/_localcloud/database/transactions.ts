import { randomUUID } from 'node:crypto'
import { idOf, type Document, type Value } from './document.value'
import type { Documents } from './document.writes'
import type { Written } from './group.commit'
import { conflict, Refusal } from './refusal'
import type { Table } from './table.store'

/** A plain write met a document that an open transaction has written. */
export class Blocked extends Error {
  constructor(readonly released: Promise<void>) {
    super('an open transaction has written this document')
  }
}

interface Buffered {
  table: Table
  id: Value
  /** null: removed */
  document: Document | null
}

interface Transaction {
  id: string
  /** It sees what was committed up to here. */
  snapshot: number
  buffered: Map<string, Buffered>
  isCommitting: boolean
  released: Promise<void>
  release: () => void
  expiry: NodeJS.Timeout
}

interface Version {
  /** The commit that replaced it. */
  replacedAt: number
  document: Document | null
}

export interface Transactions {
  start(): string
  documents(id: string, table: Table): Documents
  /** The write of the commit, for the group commit. */
  commit(id: string): Written<void>
  beginCommit(id: string): void
  failCommit(id: string, error: unknown): void
  abort(id: string): void
  /** The table's own documents for a plain write, which waits for open transactions and tells them what it replaced. */
  plainDocuments(table: Table): { documents: Documents; committed: () => void }
  close(): void
}

/** How many ended transactions are remembered, so that what comes late is told why. */
const REMEMBERED = 1000

const apply = ({ table, id, document }: Buffered): Document | null => {
  const before = table.read(id)
  if (document && before) table.replace(document)
  else if (document) table.insert(document)
  else table.remove(id)
  return before
}

const nameOf = (table: Table, id: Value) => `${table.shape.number} ${typeof id} ${String(id)}`

const promiseToKeep = () => {
  const kept: { resolve?: () => void } = {}
  const promise = new Promise<void>((resolve) => {
    kept.resolve = resolve
  })
  return { promise, resolve: () => kept.resolve?.() }
}

const noSuchTransaction = (id: string) => new Refusal('DATABASE_TRANSACTION_FAIL', `NoSuchTransaction: ${id}`)

/**
 * Snapshot reads, buffered writes, the first writer wins. While transactions are open, every commit leaves the version it
 * replaced in memory; no version outlives the transactions that may read it.
 * @param rehearse runs writes in a database transaction that is always rolled back, to find refusals when they are made
 */
export const openTransactions = (options: {
  lifetimeMs: number
  rehearse: (writes: () => void) => void
}): Transactions => {
  const open = new Map<string, Transaction>()
  const ended = new Map<string, Refusal | null>()
  const locks = new Map<string, Transaction>()
  const versions = new Map<string, Version[]>()
  let commits = 0

  const forgetVersions = () => {
    const oldest = Math.min(...[...open.values()].map(({ snapshot }) => snapshot))
    for (const [name, replaced] of versions) {
      const needed = replaced.filter(({ replacedAt }) => replacedAt > oldest)
      if (needed.length > 0) versions.set(name, needed)
      else versions.delete(name)
    }
  }

  /** @param reason what a late request hears; null when it ended well */
  const end = (transaction: Transaction, reason: Refusal | null) => {
    clearTimeout(transaction.expiry)
    open.delete(transaction.id)
    for (const [name, holder] of locks) if (holder === transaction) locks.delete(name)
    forgetVersions()
    ended.set(transaction.id, reason)
    for (const id of ended.keys()) {
      if (ended.size <= REMEMBERED) break
      ended.delete(id)
    }
    transaction.release()
  }

  const find = (id: string): Transaction => {
    const transaction = open.get(id)
    if (!transaction || transaction.isCommitting) throw ended.get(id) ?? noSuchTransaction(id)
    return transaction
  }

  const recordCommit = (replaced: { name: string; document: Document | null }[]) => {
    commits++
    if (open.size === 0) return
    for (const { name, document } of replaced) {
      versions.set(name, [...(versions.get(name) ?? []), { replacedAt: commits, document }])
    }
  }

  const readSnapshot = ({ snapshot, buffered }: Transaction, table: Table, id: Value): Document | null => {
    const name = nameOf(table, id)
    const own = buffered.get(name)
    if (own) return own.document
    const seen = versions.get(name)?.find(({ replacedAt }) => replacedAt > snapshot)
    return seen ? seen.document : table.read(id)
  }

  /** Any refusal ends the transaction, as it does in MongoDB. */
  const orEnd = <T>(transaction: Transaction, work: () => T): T => {
    try {
      return work()
    } catch (error) {
      end(transaction, error instanceof Refusal ? error : noSuchTransaction(transaction.id))
      throw error
    }
  }

  const lock = (transaction: Transaction, table: Table, id: Value) => {
    const name = nameOf(table, id)
    const holder = locks.get(name)
    const isChanged = versions.get(name)?.some(({ replacedAt }) => replacedAt > transaction.snapshot)
    if ((holder && holder !== transaction) || isChanged) throw conflict()
    locks.set(name, transaction)
  }

  /** Removals first: they may free a unique key for what follows. */
  const inWriteOrder = ({ buffered }: Transaction) =>
    [...buffered.entries()].sort(([, a], [, b]) => Number(a.document !== null) - Number(b.document !== null))

  const buffer = (transaction: Transaction, table: Table, id: Value, document: Document | null) => {
    lock(transaction, table, id)
    transaction.buffered.set(nameOf(table, id), { table, id, document })
    options.rehearse(() => {
      for (const [, write] of inWriteOrder(transaction)) apply(write)
    })
  }

  return {
    start() {
      const id = randomUUID()
      const { promise: released, resolve: release } = promiseToKeep()
      const expire = () => {
        const transaction = open.get(id)
        if (transaction && !transaction.isCommitting) end(transaction, noSuchTransaction(id))
      }
      const expiry = setTimeout(expire, options.lifetimeMs).unref()
      open.set(id, { id, snapshot: commits, buffered: new Map(), isCommitting: false, released, release, expiry })
      return id
    },

    documents(transactionId, table) {
      const transaction = find(transactionId)
      const write = (id: Value, document: Document | null) =>
        orEnd(transaction, () => buffer(transaction, table, id, document))
      return {
        collection: table.shape.name,
        read: (id) => readSnapshot(transaction, table, id),
        claim: (id) => orEnd(transaction, () => lock(transaction, table, id)),
        insert: (document) => write(idOf(document), document),
        replace: (document) => write(idOf(document), document),
        remove: (id) => write(id, null),
      }
    },

    beginCommit(id) {
      find(id).isCommitting = true
    },

    commit(id) {
      const transaction = open.get(id)
      if (!transaction) throw noSuchTransaction(id)
      const replaced = inWriteOrder(transaction).map(([name, write]) => ({ name, document: apply(write) }))
      return {
        reply: undefined,
        committed: () => {
          if (replaced.length > 0) recordCommit(replaced)
          end(transaction, null)
        },
      }
    },

    failCommit(id, error) {
      const transaction = open.get(id)
      if (transaction) end(transaction, error instanceof Refusal ? error : noSuchTransaction(id))
    },

    abort(id) {
      const transaction = open.get(id)
      if (transaction?.isCommitting) throw noSuchTransaction(id)
      if (transaction) end(transaction, noSuchTransaction(id))
      // a transaction that ended by a conflict may still be aborted: the SDK does
      else if (!ended.get(id)) throw noSuchTransaction(id)
    },

    plainDocuments(table) {
      const replaced: { name: string; document: Document | null }[] = []
      const claim = (id: Value): string => {
        const name = nameOf(table, id)
        const holder = locks.get(name)
        if (holder) throw new Blocked(holder.released)
        return name
      }
      const write = (id: Value, run: () => void) => {
        const name = claim(id)
        if (open.size > 0) replaced.push({ name, document: table.read(id) })
        run()
      }
      return {
        documents: {
          collection: table.shape.name,
          read: (id) => table.read(id),
          claim,
          insert: (document) => write(idOf(document), () => table.insert(document)),
          replace: (document) => write(idOf(document), () => table.replace(document)),
          remove: (id) => write(id, () => table.remove(id)),
        },
        committed: () => {
          if (replaced.length > 0) recordCommit(replaced)
        },
      }
    },

    close() {
      for (const { expiry } of open.values()) clearTimeout(expiry)
    },
  }
}
