import type { Direction } from './bson.order'

/**
 * `cloudfunctions/indexes.json` as JSON types it: the collections, and the indexes of each. `unordered`: the file keeps
 * nothing of the order in which documents came, so that the n-th of one collection says nothing of the n-th of another.
 */
export interface IndexFile {
  [collection: string]: {
    unordered?: boolean
    indexes: { name: string; keys: (string | number)[][]; unique?: boolean }[]
  }
}

export interface IndexDeclaration {
  name: string
  keys: [path: string, direction: Direction][]
  unique: boolean
}

export interface CollectionDeclaration {
  indexes: IndexDeclaration[]
  isUnordered: boolean
}

export type Declared = Map<string, CollectionDeclaration>

const COLLECTION_NAME = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/
const INDEX_NAME = /^[A-Za-z0-9_]{1,64}$/

export const isCollectionName = (name: unknown): name is string =>
  typeof name === 'string' && COLLECTION_NAME.test(name)

const readKey = (index: string, [path, direction, ...rest]: (string | number)[]): [string, Direction] => {
  if (typeof path !== 'string' || path === '' || path.startsWith('$') || rest.length > 0) {
    throw new Error(`indexes: ${index} has a key ${String(path)}`)
  }
  if (direction !== 1 && direction !== -1) throw new Error(`indexes: ${index} sorts by ${String(direction)}`)
  return [path, direction]
}

/** Throws at the first declaration that could not be built. */
export const readIndexFile = (file: IndexFile): Declared =>
  new Map(
    Object.entries(file).map(([collection, { indexes, unordered = false }]) => {
      if (!isCollectionName(collection)) throw new Error(`indexes: ${collection} is no collection name`)
      const read = indexes.map(({ name, keys, unique = false }) => {
        if (!INDEX_NAME.test(name)) throw new Error(`indexes: ${collection} has an index named ${name}`)
        if (keys.length === 0) throw new Error(`indexes: ${collection}.${name} has no keys`)
        return { name, unique, keys: keys.map((key) => readKey(`${collection}.${name}`, key)) }
      })
      return [collection, { indexes: read, isUnordered: unordered }]
    }),
  )
