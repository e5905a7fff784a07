import { aggregate } from './aggregation'
import { project } from './document.query'
import type { Value } from './document.value'
import { readWire, writeWire } from './ejson'
import { invalidParam } from './refusal'
import type { Table } from './table.store'
import type { Transactions } from './transactions'
import {
  type Actions,
  documentId,
  optionalDocument,
  readFilter,
  readOrder,
  type Wire,
  wholeNumber,
} from './wire.request'

const DEFAULT_LIMIT = 100
const LARGEST_LIMIT = 1000

const readStages = (stages: unknown, now: number): [string, Value][] => {
  if (!Array.isArray(stages)) throw invalidParam('stages must be an array')
  return stages.map(({ stageKey, stageValue }: Wire) => {
    if (typeof stageKey !== 'string' || typeof stageValue !== 'string') throw invalidParam('a malformed stage')
    return [stageKey, readWire(stageValue, now)]
  })
}

export const readActions = (findTable: (name: unknown) => Table, transactions: Transactions): Actions => ({
  'database.getDocument': (body, now) => {
    const table = findTable(body.collectionName)
    const projection = optionalDocument(body.projection, 'projection', now)
    const filter = readFilter(body, now)
    const { transactionId } = body
    if (body.queryType === 'DOC') {
      const source =
        typeof transactionId === 'string' && transactionId ? transactions.documents(transactionId, table) : table
      const document = source.read(documentId(filter))
      return { data: { list: project(document ? [document] : [], projection).map(writeWire) }, offset: 0 }
    }
    if (transactionId) throw invalidParam('a transaction reads and writes by doc() and add() only')
    const offset = wholeNumber(body.offset, 'offset', 0)
    const limit = Math.min(wholeNumber(body.limit, 'limit', DEFAULT_LIMIT) || DEFAULT_LIMIT, LARGEST_LIMIT)
    const found = [...table.select({ query: filter, order: readOrder(body.order, now), offset, limit })]
    return { data: { list: project(found, projection).map(writeWire) }, limit, offset }
  },

  'database.calculateDocument': (body, now) => {
    const table = findTable(body.collectionName)
    if (body.transactionId) throw invalidParam('a transaction does not count')
    return { data: { total: table.count(readFilter(body, now)) } }
  },

  'database.aggregateDocuments': (body, now) => {
    const table = findTable(body.collectionName)
    if (body.transactionId) throw invalidParam('a transaction does not aggregate')
    return { data: { list: aggregate(table, readStages(body.stages, now), findTable).map(writeWire) } }
  },
})
