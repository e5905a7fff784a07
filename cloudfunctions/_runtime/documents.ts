import * as v from 'valibot'
import { writeJournal } from './journal'
import { cloud, isDuplicateKey } from './platform'

/** Every stored shape has a key of its own and a revision that grows with each write. */
interface Stored {
  readonly id: string
  readonly rev: number
}

type Where = Readonly<Record<string, unknown>>

export interface Listing {
  readonly where: Where
  readonly orderBy?: readonly (readonly [field: string, direction: 'asc' | 'desc'])[]
  readonly skip?: number
  readonly limit: number
}

// The SDK's types allow for its callback style in every answer; the assertions below are its promise style.

/** What a repository needs of the document database, in terms of whole documents. */
export interface Documents<T extends Stored> {
  find(key: string): Promise<T | null>
  /** The one document with these values; for fields with a unique index. */
  findBy(where: Where): Promise<T | null>
  /** At most `limit` (≤ 1000) documents. One that does not read is left out and journalled: it must not close the list. */
  list(listing: Listing): Promise<T[]>
  count(where: Where): Promise<number>
  insert(document: T): Promise<'inserted' | 'exists'>
  /** Writes what was read: the document with the next revision, or null when somebody else wrote first. */
  replace(document: T): Promise<T | null>
  /** Adds to numbers of one document, at paths such as 'days.17', and says whether it is there; its revision stays. */
  increment(key: string, by: Readonly<Record<string, number>>): Promise<boolean>
  /** Sets fields of the documents with these values; their revision stays. */
  setWhere(where: Where, fields: Where): Promise<void>
  /** Removes every document with these values and says how many there were. */
  removeAll(where: Where): Promise<number>
}

const handle = cloud.database()

/** Bounds for a field of a `where`. */
export const atLeast = (value: number | string): unknown => handle.command.gte(value)
export const atMost = (value: number | string): unknown => handle.command.lte(value)
export const below = (value: number | string): unknown => handle.command.lt(value)
export const between = <T extends number | string>(from: T, to: T): unknown =>
  handle.command.gte(from).and(handle.command.lte(to))
export const above = (value: number | string): unknown => handle.command.gt(value)
export const oneOf = (values: readonly string[]): unknown => handle.command.in([...values])

/**
 * A collection of the document database under its domain shape. `keyOf` makes the `_id`.
 * `only` reads these fields alone, where a schema wants no more of a large document; such documents are not written.
 * Never used inside a transaction: each write is one document, guarded by its revision.
 */
export const documents = <T extends Stored>(
  name: string,
  schema: v.GenericSchema<unknown, T>,
  keyOf: (document: T) => string = (document) => document.id,
  only: readonly string[] = [],
): Documents<T> => {
  const collection = handle.collection(name)
  const read = (found: unknown): T[] => {
    const parsed = v.safeParse(schema, found)
    if (parsed.success) return [parsed.output]
    const fields = parsed.issues.map((issue) => v.getDotPath(issue) ?? '')
    writeJournal({ function: 'documents', action: name, code: 'system.failed', ms: 0, fields })
    return []
  }

  const list = async ({ where, orderBy = [], skip = 0, limit }: Listing): Promise<T[]> => {
    let query = collection.where({ ...where })
    if (only.length > 0) query = query.field(Object.fromEntries(only.map((field) => [field, true])))
    for (const [field, direction] of orderBy) query = query.orderBy(field, direction)
    // Without a limit the platform answers 100 rows and says nothing of the rest.
    const found = (await query.skip(skip).limit(limit).get()) as { data: unknown[] }
    return found.data.flatMap(read)
  }

  return {
    list,
    find: async (key) => (await list({ where: { _id: key }, limit: 1 }))[0] ?? null,
    findBy: async (where) => (await list({ where, limit: 1 }))[0] ?? null,
    count: async (where) => ((await collection.where({ ...where }).count()) as { total: number }).total,
    insert: async (document) => {
      try {
        await collection.add({ data: { _id: keyOf(document), ...document } })
        return 'inserted'
      } catch (cause) {
        if (isDuplicateKey(cause)) return 'exists'
        throw cause
      }
    },
    replace: async (document) => {
      const next = { ...document, rev: document.rev + 1 }
      // A plain object would be merged into the stored one; `set` replaces the field whole.
      const data = Object.fromEntries(Object.entries(next).map(([field, value]) => [field, handle.command.set(value)]))
      const unchanged = collection.where({ _id: keyOf(document), rev: document.rev })
      const { stats } = (await unchanged.update({ data })) as { stats: { updated: number } }
      return stats.updated === 1 ? next : null
    },
    increment: async (key, by) => {
      const data = Object.fromEntries(Object.entries(by).map(([path, more]) => [path, handle.command.inc(more)]))
      const { stats } = (await collection.where({ _id: key }).update({ data })) as { stats: { updated: number } }
      return stats.updated === 1
    },
    setWhere: async (where, fields) => {
      const data = Object.fromEntries(
        Object.entries(fields).map(([field, value]) => [field, handle.command.set(value)]),
      )
      await collection.where({ ...where }).update({ data })
    },
    removeAll: async (where) => {
      const { stats } = (await collection.where({ ...where }).remove()) as { stats: { removed: number } }
      return stats.removed
    },
  }
}
