import type { Documents } from './document.writes'
import type { GroupCommit, Written } from './group.commit'
import { invalidParam, requestFailed } from './refusal'
import type { Table } from './table.store'
import { Blocked, type Transactions } from './transactions'
import type { Wire } from './wire.request'

export interface Writer {
  /** Resolves when the write is on disk; waits for transactions that hold what it writes. */
  commit<T>(work: () => Written<T>): Promise<T>
  /** Runs at once inside a transaction, otherwise with the next commit. */
  write<T>(body: Wire, table: Table, work: (documents: Documents) => T): Promise<T>
}

const waitAtMost = async (released: Promise<void>, ms: number): Promise<void> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms)
  })
  await Promise.race([released, late])
  clearTimeout(timer)
}

export const openWriter = (commits: GroupCommit, transactions: Transactions, writeWaitMs: number): Writer => {
  const commit = async <T>(work: () => Written<T>): Promise<T> => {
    const deadline = Date.now() + writeWaitMs
    for (;;) {
      try {
        return await commits.write(work)
      } catch (error) {
        if (!(error instanceof Blocked)) throw error
        const left = deadline - Date.now()
        if (left <= 0) throw requestFailed('the write waited too long for an open transaction')
        await waitAtMost(error.released, left)
      }
    }
  }

  return {
    commit,
    async write(body, table, work) {
      const { transactionId } = body
      if (typeof transactionId === 'string' && transactionId) {
        if (body.queryType === 'WHERE') throw invalidParam('a transaction reads and writes by doc() and add() only')
        return work(transactions.documents(transactionId, table))
      }
      return commit(() => {
        const { documents, committed } = transactions.plainDocuments(table)
        return { reply: work(documents), committed }
      })
    },
  }
}
