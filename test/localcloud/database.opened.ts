import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Database, type DatabaseOptions, openDatabase } from '../../cloudfunctions/_localcloud/database/database'
import type { Document, Value } from '../../cloudfunctions/_localcloud/database/document.value'
import { readWire, writeWire } from '../../cloudfunctions/_localcloud/database/ejson'
import type { Wire } from '../../cloudfunctions/_localcloud/database/wire.request'

export const NOW = Date.UTC(2026, 0, 5, 8, 0)

export const aFile = (): string => join(mkdtempSync(join(tmpdir(), 'database-')), 'cloud.db')

export interface Opened {
  database: Database
  file: string
  /** Sends a request and gives its reply, refusals included. */
  ask(action: string, body?: Wire): Promise<Wire>
  add(collection: string, ...documents: Document[]): Promise<string[]>
  get(collection: string, query?: Document, more?: Wire): Promise<Document[]>
  count(collection: string, query?: Document): Promise<number>
  update(collection: string, query: Document, update: Document, more?: Wire): Promise<Wire>
  aggregate(collection: string, ...stages: Document[]): Promise<Document[]>
  close(): void
}

export class Refused extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(`${code}: ${message}`)
  }
}

const dataOf = (reply: Wire): Wire => {
  if (reply.code) throw new Refused(String(reply.code), String(reply.message))
  return reply.data as Wire
}

const documentsOf = (reply: Wire): Document[] =>
  (dataOf(reply).list as string[]).map((text) => readWire(text, NOW) as Document)

export const openTestDatabase = (options: Partial<DatabaseOptions> = {}): Opened => {
  const file = options.file ?? aFile()
  const indexes = options.indexes ?? { notes: { indexes: [] } }
  const database = openDatabase({ clock: () => NOW, ...options, file, indexes })
  const ask = (action: string, body: Wire = {}) => database.handle(`database.${action}`, body)
  return {
    database,
    file,
    ask,
    async add(collectionName, ...documents) {
      const data = documents.map((document) => writeWire(document))
      return dataOf(await ask('insertDocument', { collectionName, data })).insertedIds as string[]
    },
    async get(collectionName, query = {}, more = {}) {
      const body = { collectionName, queryType: 'WHERE', query: writeWire(query), ...more }
      return documentsOf(await ask('getDocument', body))
    },
    async count(collectionName, query = {}) {
      const body = { collectionName, queryType: 'WHERE', query: writeWire(query) }
      return dataOf(await ask('calculateDocument', body)).total as number
    },
    async update(collectionName, query, update, more = {}) {
      const queryType = Object.keys(query).join() === '_id' ? 'DOC' : 'WHERE'
      const body = { collectionName, queryType, query: writeWire(query), data: writeWire(update) }
      return dataOf(await ask('modifyDocument', { merge: true, upsert: false, multi: true, ...body, ...more }))
    },
    async aggregate(collectionName, ...stages) {
      const wire = stages.flatMap((stage) =>
        Object.entries(stage).map(([stageKey, value]: [string, Value]) => ({ stageKey, stageValue: writeWire(value) })),
      )
      return documentsOf(await ask('aggregateDocuments', { collectionName, stages: wire }))
    },
    close() {
      database.close()
      rmSync(join(file, '..'), { recursive: true, force: true })
    },
  }
}
