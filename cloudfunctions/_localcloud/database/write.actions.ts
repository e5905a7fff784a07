import type { Catalog } from './catalog.store'
import type { Writer } from './database.writer'
import { type Document, idOf } from './document.value'
import { changeOf, changeOne, type Documents, insertAll, type Modification, upsertOne } from './document.writes'
import { isCollectionName } from './index.file'
import { invalidParam } from './refusal'
import type { Table } from './table.store'
import { type Actions, documentId, readFilter, type Wire } from './wire.request'

/** All are found before the first is written: a write must not move what is still being read. */
const findToWrite = (body: Wire, filter: Document, documents: Documents, table: Table): Document[] => {
  if (body.queryType === 'DOC') {
    const document = documents.read(documentId(filter))
    return document ? [document] : []
  }
  const limit = body.multi === false ? 1 : Number.POSITIVE_INFINITY
  return [...table.select({ query: filter, order: [], offset: 0, limit })]
}

export const writeActions = (catalog: Catalog, findTable: (name: unknown) => Table, writer: Writer): Actions => ({
  'database.addCollection': async ({ collectionName: name }) => {
    if (!isCollectionName(name)) throw invalidParam(`not a collection name: ${String(name)}`)
    await writer.commit(() => ({ reply: undefined, ...catalog.create(name) }))
    return {}
  },

  'database.insertDocument': async (body, now) => {
    const table = findTable(body.collectionName)
    const insertedIds = await writer.write(body, table, (documents) => insertAll(documents, body.data, now))
    return { data: { insertedIds } }
  },

  'database.modifyDocument': async (body, now) => {
    const table = findTable(body.collectionName)
    const { merge, upsert, data } = body
    if (typeof data !== 'string') throw invalidParam('there is nothing to write')
    if (!merge && body.queryType !== 'DOC') throw invalidParam('only doc() can be replaced')
    const modification: Modification = { data, merge: merge === true, upsert: upsert === true, now }
    const filter = readFilter(body, now)
    const written = await writer.write(body, table, (documents) => {
      const found = findToWrite(body, filter, documents, table)
      if (found.length === 0 && modification.upsert) {
        return { updated: 0, upsert_id: upsertOne(documents, documentId(filter), modification) }
      }
      const change = changeOf(modification)
      return { updated: found.filter((before) => changeOne(documents, before, change)).length, upsert_id: null }
    })
    return { data: written }
  },

  'database.removeDocument': async (body, now) => {
    const table = findTable(body.collectionName)
    const filter = readFilter(body, now)
    const deleted = await writer.write(body, table, (documents) => {
      const found = findToWrite(body, filter, documents, table)
      for (const document of found) documents.remove(idOf(document))
      return found.length
    })
    return { data: { deleted } }
  },
})
