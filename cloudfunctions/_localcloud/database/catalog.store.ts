import type { Census } from './census'
import { segmentsOf } from './document.path'
import { readStored } from './ejson'
import type { CollectionDeclaration, Declared, IndexDeclaration } from './index.file'
import { type IndexKey, keyAt, seenIn } from './index.key'
import { Refusal } from './refusal'
import { type Connection, rowsOf } from './sqlite.connection'
import { openTable, sqlIndexName, type Table, tableName, type TableShape, uniqueIndexName } from './table.store'

/** The collections of the file and the tables that hold them. */
export interface Catalog {
  find(name: string): Table | undefined
  all(): Table[]
  /** Inside the caller's transaction; it appears to `find` when the caller says it was committed. */
  create(name: string): { committed: () => void }
}

const BACKFILL_ROWS = 1000

const dropIndexes = (connection: Connection, shape: TableShape): void => {
  const names = connection
    .prepare(`SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL`)
    .raw()
    .all([tableName(shape)]) as [string][]
  for (const [name] of names) connection.exec(`DROP INDEX "${name}"`)
}

const createIndexes = (connection: Connection, shape: TableShape): void => {
  const columns = new Map([['_id', 'id'], ...shape.paths.map((path, at) => [path, `k${at}`] as [string, string])])
  for (const index of shape.indexes) {
    const keys = index.keys.map(([path, direction]) => `${columns.get(path)} ${direction === 1 ? 'ASC' : 'DESC'}`)
    connection.exec(`CREATE INDEX "${sqlIndexName(shape, index)}" ON ${tableName(shape)} (${keys.join(', ')})`)
    if (!index.unique) continue
    // SQLite lets NULLs repeat; the platform lets one document miss the field. No key is the blob 00.
    const once = index.keys.map(([path]) => `ifnull(${columns.get(path)}, x'00')`)
    connection.exec(
      `CREATE UNIQUE INDEX "${uniqueIndexName(shape, index)}" ON ${tableName(shape)} (${once.join(', ')})`,
    )
  }
}

const backfill = (connection: Connection, census: Census, shape: TableShape, fresh: number[]): void => {
  const table = tableName(shape)
  const update = connection.prepare(`UPDATE ${table} SET ${fresh.map((at) => `k${at} = ?`).join(', ')} WHERE id = ?`)
  const paths = fresh.map((at) => ({
    path: shape.paths[at] as string,
    segments: segmentsOf(shape.paths[at] as string),
  }))
  let last: IndexKey[] = []
  for (;;) {
    const beyond = last.length > 0 ? 'WHERE id > ?' : ''
    const rows = [
      ...rowsOf(connection, `SELECT id, doc FROM ${table} ${beyond} ORDER BY id LIMIT ?`, last, BACKFILL_ROWS),
    ] as [IndexKey, string][]
    for (const [id, text] of rows) {
      const document = readStored(text)
      const keys = paths.map(({ segments }) => keyAt(document, segments))
      for (const [at, key] of keys.entries()) census.note(shape.number, paths[at]?.path ?? '', seenIn(key))
      update.run([...keys, id])
      last = [id]
    }
    if (rows.length < BACKFILL_ROWS) return
  }
}

const pathsOf = (indexes: IndexDeclaration[]): string[] => [
  ...new Set(indexes.flatMap(({ keys }) => keys.map(([path]) => path).filter((path) => path !== '_id'))),
]

const NOT_DECLARED: CollectionDeclaration = { indexes: [], isUnordered: false }

/** Without row numbers SQLite keeps a table in the order of its ids alone. */
const createTable = (connection: Connection, shape: TableShape, isUnordered: boolean): void => {
  const columns = ['id PRIMARY KEY NOT NULL', 'doc TEXT NOT NULL', ...shape.paths.map((_, at) => `k${at}`)]
  connection.exec(`CREATE TABLE ${tableName(shape)} (${columns.join(', ')})${isUnordered ? ' WITHOUT ROWID' : ''}`)
}

const isWithoutRowid = (connection: Connection, shape: TableShape): boolean => {
  const statement = connection.prepare('SELECT wr FROM pragma_table_list WHERE schema = ? AND name = ?').raw()
  return (statement.get(['main', tableName(shape)]) as [number])[0] === 1
}

/** A table made before its collection was declared unordered; its indexes are made anew afterwards. */
const forgetOrder = (connection: Connection, shape: TableShape): void => {
  const table = tableName(shape)
  dropIndexes(connection, shape)
  connection.exec(`ALTER TABLE ${table} RENAME TO before_${table}`)
  createTable(connection, shape, true)
  connection.exec(`INSERT INTO ${table} SELECT * FROM before_${table} ORDER BY id`)
  connection.exec(`DROP TABLE before_${table}`)
}

export const openCatalog = (connection: Connection, census: Census, declared: Declared): Catalog => {
  connection.exec(
    'CREATE TABLE IF NOT EXISTS collections (number INTEGER PRIMARY KEY, name TEXT UNIQUE, paths TEXT, indexes TEXT)',
  )
  const tables = new Map<string, Table>()
  const save = connection.prepare('INSERT OR REPLACE INTO collections VALUES (?, ?, ?, ?)')
  const saveShape = ({ number, name, paths, indexes }: TableShape) =>
    save.run([number, name, JSON.stringify(paths), JSON.stringify(indexes)])

  const create = (name: string): TableShape => {
    const { indexes, isUnordered } = declared.get(name) ?? NOT_DECLARED
    const [last] = connection.prepare('SELECT ifnull(max(number), 0) FROM collections').raw().get() as [number]
    const shape = { number: last + 1, name, paths: pathsOf(indexes), indexes }
    createTable(connection, shape, isUnordered)
    createIndexes(connection, shape)
    saveShape(shape)
    return shape
  }

  const reshape = (before: TableShape): TableShape => {
    const { indexes, isUnordered } = declared.get(before.name) ?? NOT_DECLARED
    const mustForget = isUnordered && !isWithoutRowid(connection, before)
    if (mustForget) forgetOrder(connection, before)
    if (!mustForget && JSON.stringify(indexes) === JSON.stringify(before.indexes)) return before
    const added = pathsOf(indexes).filter((path) => !before.paths.includes(path))
    const shape = { ...before, indexes, paths: [...before.paths, ...added] }
    const fresh = added.map((_, at) => before.paths.length + at)
    for (const at of fresh) connection.exec(`ALTER TABLE ${tableName(shape)} ADD COLUMN k${at}`)
    if (fresh.length > 0) backfill(connection, census, shape, fresh)
    dropIndexes(connection, before)
    createIndexes(connection, shape)
    saveShape(shape)
    return shape
  }

  const open = (shape: TableShape) => tables.set(shape.name, openTable(connection, census, shape))

  connection.exec('BEGIN IMMEDIATE')
  try {
    const rows = connection.prepare('SELECT number, name, paths, indexes FROM collections').raw().all()
    const known = (rows as [number, string, string, string][]).map(([number, name, paths, indexes]) =>
      reshape({ number, name, paths: JSON.parse(paths), indexes: JSON.parse(indexes) }),
    )
    const names = new Set(known.map(({ name }) => name))
    const missing = [...declared.keys()].filter((name) => !names.has(name))
    const shapes = [...known, ...missing.map(create)]
    connection.exec('COMMIT')
    shapes.forEach(open)
  } catch (error) {
    connection.exec('ROLLBACK')
    throw error
  }

  return {
    find: (name) => tables.get(name),
    all: () => [...tables.values()],
    create(name) {
      const taken = connection.prepare('SELECT 1 FROM collections WHERE name = ?').raw().get([name])
      if (taken) throw new Refusal('DATABASE_COLLECTION_ALREADY_EXIST', `[ResourceExist] Table exist: ${name}`)
      const shape = create(name)
      return { committed: () => open(shape) }
    },
  }
}
