import type { GroupCommit } from './group.commit'
import type { Transactions } from './transactions'
import type { Actions } from './wire.request'

export const transactionActions = (commits: GroupCommit, transactions: Transactions): Actions => ({
  'database.startTransaction': () => ({ transactionId: transactions.start() }),

  'database.commitTransaction': async ({ transactionId }) => {
    const id = String(transactionId)
    transactions.beginCommit(id)
    try {
      await commits.write(() => transactions.commit(id))
    } catch (error) {
      transactions.failCommit(id, error)
      throw error
    }
    return { transactionId: id }
  },

  'database.abortTransaction': ({ transactionId }) => {
    transactions.abort(String(transactionId))
    return { transactionId }
  },
})
