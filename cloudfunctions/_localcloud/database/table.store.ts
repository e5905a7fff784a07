import { type Direction, type Order, sortDocuments } from './bson.order'
import type { Census } from './census'
import { LARGEST_INDEX_KEY_BYTES, refuseOversized, refuseUnstorable } from './document.limits'
import { findAt, segmentsOf } from './document.path'
import { type Matches, matcherOf } from './document.query'
import { idOf, type Document, type Value } from './document.value'
import { readStored, writeStored } from './ejson'
import type { IndexDeclaration } from './index.file'
import { bytesIn, type IndexKey, keyAt, keyOfValue, seenIn } from './index.key'
import { type Layout, type Plan, planOf } from './narrow.sql'
import { duplicateKey, requestFailed } from './refusal'
import { type Connection, rowsOf } from './sqlite.connection'

/** One collection's table: `docs_<number>(id, doc, k0, k1, …)`, a key column for every path that is or was indexed. */
export interface TableShape {
  number: number
  name: string
  paths: string[]
  indexes: IndexDeclaration[]
}

export interface Selection {
  query: Document
  order: Order
  offset: number
  /** At most so many; Infinity for all. */
  limit: number
}

export interface Table {
  shape: TableShape
  read(id: Value): Document | null
  insert(document: Document): void
  replace(document: Document): void
  remove(id: Value): boolean
  /** Read to its end or returned: an abandoned one would keep its table locked. */
  select(selection: Selection): Generator<Document>
  count(query: Document): number
}

const UNIQUE_FAILED = /UNIQUE constraint failed: (?:index '([^']+)')?/

export const tableName = (shape: TableShape) => `docs_${shape.number}`
export const sqlIndexName = (shape: TableShape, index: IndexDeclaration) => `ix_${shape.number}_${index.name}`
export const uniqueIndexName = (shape: TableShape, index: IndexDeclaration) => `uq_${shape.number}_${index.name}`

const layoutOf = (shape: TableShape, census: Census): Layout => {
  const columns = new Map([['_id', 'id'], ...shape.paths.map((path, at) => [path, `k${at}`] as [string, string])])
  const indexed = new Set(shape.indexes.flatMap(({ keys }) => keys.map(([path]) => path)))
  return {
    columnOf: (path) => (path === '_id' || indexed.has(path) ? columns.get(path) : undefined),
    seenAt: (path) => (path === '_id' ? 0 : census.seenAt(shape.number, path)),
    indexes: [
      ...shape.indexes.map((index) => ({
        sqlName: sqlIndexName(shape, index),
        keys: index.keys.map(([path, direction]) => [columns.get(path) as string, direction] as [string, Direction]),
      })),
      { sqlName: `sqlite_autoindex_${tableName(shape)}_1`, keys: [['id', 1]] },
    ],
  }
}

const selectSql = (shape: TableShape, { arms, orderBy, index }: Plan): string => {
  const columns = [...new Set(orderBy?.replace(/ (ASC|DESC)/g, '').split(', '))].filter((name) => name)
  const indexedBy = index ? ` INDEXED BY "${index}"` : ''
  const selects = arms.map(
    ({ text }) =>
      `SELECT doc${columns.map((name) => `, ${name}`).join('')} FROM ${tableName(shape)}${indexedBy} WHERE ${text}`,
  )
  return `${selects.join(' UNION ALL ')}${orderBy ? ` ORDER BY ${orderBy}` : ''} LIMIT ?`
}

/** Keeps the first `enough` of what is pushed without holding much more than that. */
const firstInOrder = (order: Order, enough: number) => {
  let kept: Document[] = []
  const cut = () => {
    kept = sortDocuments(kept, order).slice(0, enough)
  }
  return {
    push(document: Document) {
      kept.push(document)
      if (kept.length > 2 * enough + 1000) cut()
    },
    all() {
      cut()
      return kept
    },
  }
}

export const openTable = (connection: Connection, census: Census, shape: TableShape): Table => {
  const table = tableName(shape)
  const layout = layoutOf(shape, census)
  const segments = shape.paths.map(segmentsOf)
  const keyColumns = shape.paths.map((_, at) => `k${at}`)
  const positions = new Map(shape.paths.map((path, at) => [path, at]))
  const indexes = shape.indexes.map((index) => ({
    ...index,
    positions: index.keys.flatMap(([path]) => positions.get(path) ?? []),
  }))

  const readOne = connection.prepare(`SELECT doc FROM ${table} WHERE id = ?`).raw()
  const insertOne = connection.prepare(
    `INSERT INTO ${table} (${['id', 'doc', ...keyColumns].join(',')}) VALUES (${['?', '?', ...keyColumns.map(() => '?')].join(',')})`,
  )
  const replaceOne = connection.prepare(
    `UPDATE ${table} SET ${['doc', ...keyColumns].map((column) => `${column} = ?`).join(', ')} WHERE id = ?`,
  )
  const removeOne = connection.prepare(`DELETE FROM ${table} WHERE id = ?`)

  const keysOf = (document: Document): IndexKey[] => {
    const keys = segments.map((path) => keyAt(document, path))
    for (const [at, key] of keys.entries()) {
      if (key !== null) census.note(shape.number, shape.paths[at] as string, seenIn(key))
    }
    for (const index of indexes) {
      const bytes = index.positions.reduce((sum, at) => sum + bytesIn(keys[at] ?? null), 0)
      if (bytes > LARGEST_INDEX_KEY_BYTES) {
        throw requestFailed(`key too large to index, failing ${index.name} ${bytes} > ${LARGEST_INDEX_KEY_BYTES} bytes`)
      }
      const vague = index.unique ? index.positions.find((at) => seenIn(keys[at] ?? null) !== 0) : undefined
      if (vague !== undefined) {
        throw requestFailed(`the unique index ${index.name} takes no array, object or pattern at ${shape.paths[vague]}`)
      }
    }
    return keys
  }

  const nameDuplicate = (error: unknown, document: Document): unknown => {
    const failed = error instanceof Error ? UNIQUE_FAILED.exec(error.message) : null
    if (!failed) return error
    const index = indexes.find((candidate) => uniqueIndexName(shape, candidate) === failed[1])
    const entries: [string, Value][] = index
      ? index.keys.map(([path]) => [path, findAt(document, segmentsOf(path)).values[0] ?? null])
      : [['_id', idOf(document)]]
    const key = entries.map(([path, value]) => `${path}: ${JSON.stringify(value)}`).join(', ')
    return duplicateKey(shape.name, index?.name ?? '_id_', `{ ${key} }`)
  }

  const store = (document: Document, write: (text: string, keys: IndexKey[]) => void): void => {
    refuseUnstorable(document)
    const text = writeStored(document)
    refuseOversized(text)
    try {
      write(text, keysOf(document))
    } catch (error) {
      throw nameDuplicate(error, document)
    }
  }

  function* candidates(plan: Plan, matches: Matches, sqlLimit: number): Generator<Document> {
    const params = plan.arms.flatMap((arm) => arm.params)
    for (const [text] of rowsOf(connection, selectSql(shape, plan), params, sqlLimit)) {
      const document = readStored(text as string)
      if (plan.isExact || matches(document)) yield document
    }
  }

  function* select({ query, order, offset, limit }: Selection): Generator<Document> {
    if (limit <= 0) return
    const plan = planOf(query, order, layout)
    const matches = matcherOf(query)
    const enough = offset + limit
    const isSorted = plan.orderBy !== null
    const sqlLimit = plan.isExact && isSorted && Number.isFinite(enough) ? enough : -1
    let documents: Iterable<Document> = candidates(plan, matches, sqlLimit)
    if (!isSorted) {
      const first = firstInOrder(order, enough)
      for (const document of documents) first.push(document)
      documents = first.all()
    }
    let at = 0
    for (const document of documents) {
      if (at >= offset) yield document
      at++
      if (at >= enough) return
    }
  }

  return {
    shape,
    read(id) {
      const row = readOne.get([keyOfValue(id)]) as [string] | undefined
      return row ? readStored(row[0]) : null
    },
    insert: (document) => store(document, (text, keys) => insertOne.run([keyOfValue(idOf(document)), text, ...keys])),
    replace: (document) => store(document, (text, keys) => replaceOne.run([text, ...keys, keyOfValue(idOf(document))])),
    remove: (id) => removeOne.run([keyOfValue(id)]).changes > 0,
    select,
    count(query) {
      const plan = planOf(query, [], layout)
      if (!plan.isExact) {
        const matches = matcherOf(query)
        let count = 0
        for (const _ of candidates(plan, matches, -1)) count++
        return count
      }
      const [arm] = plan.arms
      const row = connection
        .prepare(`SELECT count(*) FROM ${table} WHERE ${arm?.text}`)
        .raw()
        .get(arm?.params ?? [])
      return (row as [number])[0]
    },
  }
}
