import Libsql from 'libsql'
import { describe, expect, it } from 'vitest'
import { writeWire } from '../../cloudfunctions/_localcloud/database/ejson'
import { openTestDatabase } from './database.opened'

const byDay = { name: 'by_day', keys: [['day', 1]] }
const once = { name: 'once', keys: [['no', 1]], unique: true }

const tableIn = (file: string) => {
  const connection = new Libsql(file, { readonly: true })
  const [sql] = connection.prepare("SELECT sql FROM sqlite_master WHERE name = 'docs_1'").raw().get() as [string]
  const rows = connection.prepare('SELECT * FROM docs_1').raw().all() as unknown[][]
  connection.close()
  return { sql, ids: rows.map(([id]) => id), columns: rows[0]?.length }
}

const ids = ['m', 'c', 'x', 'a', 'q']

describe('a collection that is declared unordered', () => {
  const unordered = { notes: { unordered: true, indexes: [byDay, once] } }

  it('keeps no number of a row: its table lies in the order of its ids', async () => {
    const opened = openTestDatabase({ indexes: unordered })
    for (const [no, _id] of ids.entries()) await opened.add('notes', { _id, day: '2026-11-20', no })
    opened.database.close()
    const table = tableIn(opened.file)
    expect(table.sql).toContain('WITHOUT ROWID')
    expect(table.ids).toEqual([...ids].sort())
    expect(() => new Libsql(opened.file).prepare('SELECT rowid FROM docs_1')).toThrow(/no such column/)
  })

  it('finds, counts, sorts, changes and removes like any other', async () => {
    const opened = openTestDatabase({ indexes: unordered })
    for (const [no, _id] of ids.entries()) await opened.add('notes', { _id, day: `2026-11-2${no % 2}`, no })
    const beyond = await opened.get('notes', { _id: { $gt: 'c' } }, { order: writeWire({ _id: -1 }) })
    expect(beyond.map(({ _id }) => _id)).toEqual(['x', 'q', 'm'])
    expect(await opened.count('notes', { day: '2026-11-20' })).toBe(3)
    await expect(opened.add('notes', { _id: 'a', no: 9 })).rejects.toThrow(/E11000.*_id_/)
    await expect(opened.add('notes', { _id: 'z', no: 1 })).rejects.toThrow(/E11000.*once/)
    await opened.update('notes', { _id: 'a' }, { $set: { day: '2026-12-01' } })
    expect(await opened.get('notes', { day: '2026-12-01' })).toEqual([{ _id: 'a', day: '2026-12-01', no: 3 }])
    opened.close()
  })

  it('forgets the order that it had before it was declared so, and keeps every document and index', async () => {
    const first = openTestDatabase({ indexes: { notes: { indexes: [once] } } })
    for (const [no, _id] of ids.entries()) await first.add('notes', { _id, day: '2026-11-20', no })
    const before = first.database.exportAll().split('\n').sort()
    first.database.close()
    expect(tableIn(first.file).ids).toEqual(ids)

    const second = openTestDatabase({ file: first.file, indexes: unordered })
    expect(second.database.exportAll().split('\n').sort()).toEqual(before)
    expect(await second.count('notes', { day: '2026-11-20' })).toBe(5)
    await expect(second.add('notes', { _id: 'z', no: 1 })).rejects.toThrow(/E11000/)
    second.database.close()
    expect(tableIn(first.file)).toMatchObject({ ids: [...ids].sort(), columns: 4 })

    const third = openTestDatabase({ file: first.file, indexes: unordered })
    expect(await third.count('notes')).toBe(5)
    third.close()
  })
})
