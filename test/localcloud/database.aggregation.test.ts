import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Document } from '../../cloudfunctions/_localcloud/database/document.value'
import { type Opened, openTestDatabase } from './database.opened'

const indexes = {
  notes: { indexes: [{ name: 'by_dept', keys: [['dept', 1]] }] },
  depts: { indexes: [{ name: 'by_code', keys: [['code', 1]] }] },
}

let opened: Opened
beforeAll(async () => {
  opened = openTestDatabase({ indexes })
  await opened.add(
    'notes',
    ...Array.from({ length: 500 }, (_, n) => ({ _id: `n${n}`, n, dept: n % 2 ? 'A' : 'B', tags: ['x', `t${n % 3}`] })),
  )
  await opened.add('depts', { _id: 1, code: 'A', name: '内科' }, { _id: 2, code: 'B', name: '外科' })
})
afterAll(() => opened.close())

const numbers = (documents: Document[]) => documents.map(({ n }) => n)

describe('a pipeline', () => {
  it('answers 20 unless it limits, whatever its stages, and 10 000 at most', async () => {
    expect(await opened.aggregate('notes', { $match: {} })).toHaveLength(20)
    expect(await opened.aggregate('notes', { $addFields: { m: 1 } })).toHaveLength(20)
    expect(await opened.aggregate('notes', { $group: { _id: '$n' } })).toHaveLength(20)
    expect(await opened.aggregate('notes', { $sort: { n: 1 } }, { $limit: 300 })).toHaveLength(300)
    const ten = Array.from({ length: 30 }, (_, n) => n)
    const grown: Document[] = [{ $addFields: { ten: { $literal: ten } } }, { $unwind: '$ten' }, { $limit: 50_000 }]
    expect(await opened.aggregate('notes', ...grown)).toHaveLength(10_000)
  })

  it('that stops early leaves its table free', async () => {
    await opened.aggregate('notes', { $addFields: { m: 1 } }, { $limit: 3 })
    expect(await opened.ask('addCollection', { collectionName: 'later' })).toEqual({})
    expect(await opened.update('notes', { _id: 'n0' }, { $set: { seen: true } })).toMatchObject({ updated: 1 })
  })

  it('that fails halfway leaves its table free', async () => {
    await expect(opened.aggregate('notes', { $project: { m: { $divide: ['$dept', 2] } } })).rejects.toThrow()
    expect(await opened.ask('addCollection', { collectionName: 'later_still' })).toEqual({})
  })

  it('sorts, skips and limits in the order it says', async () => {
    const stages: Document[] = [
      { $match: { dept: 'A' } },
      { $sort: { n: -1 } },
      { $skip: 2 },
      { $limit: 3 },
      { $project: { n: 1 } },
    ]
    expect(numbers(await opened.aggregate('notes', ...stages))).toEqual([495, 493, 491])
    expect(numbers(await opened.aggregate('notes', { $limit: 3 }, { $sort: { n: -1 } }))).toEqual([2, 1, 0])
  })

  it('looks up by field and by pipeline', async () => {
    const by = { from: 'depts', localField: 'dept', foreignField: 'code', as: 'd' }
    const pipeline: Document[] = [
      { $match: { $expr: { $eq: ['$code', '$$dept'] } } },
      { $project: { _id: 0, name: 1 } },
    ]
    const piped = { from: 'depts', let: { dept: '$dept' }, pipeline, as: 'd' }
    const [one] = await opened.aggregate('notes', { $match: { _id: 'n1' } }, { $lookup: by })
    expect(one?.d).toEqual([{ _id: 1, code: 'A', name: '内科' }])
    const [other] = await opened.aggregate('notes', { $match: { _id: 'n2' } }, { $lookup: piped })
    expect(other?.d).toEqual([{ name: '外科' }])
  })

  it('replaces the root', async () => {
    const rooted: Document[] = [{ $match: { _id: 'n5' } }, { $replaceRoot: { newRoot: { is: '$n' } } }]
    expect(await opened.aggregate('notes', ...rooted)).toEqual([{ is: 5 }])
  })

  it('averages nothing to null and sums nothing to 0', async () => {
    const group = { _id: null, mean: { $avg: '$none' }, sum: { $sum: '$none' }, low: { $min: '$none' } }
    expect(await opened.aggregate('notes', { $group: group })).toEqual([{ _id: null, mean: null, sum: 0, low: null }])
  })

  it('knows an hour of Beijing by either name, at its midnight', async () => {
    await opened.ask('addCollection', { collectionName: 'hours' })
    const edge = Date.UTC(2026, 0, 1, 16)
    await opened.add('hours', { _id: 'before', at: new Date(edge - 1) }, { _id: 'after', at: new Date(edge) })
    for (const timezone of ['Asia/Shanghai', '+08:00']) {
      const day = { $dateToString: { date: '$at', format: '%Y-%m-%d', timezone } }
      const days = await opened.aggregate('hours', { $project: { _id: 0, day } })
      expect(days).toEqual([{ day: '2026-01-01' }, { day: '2026-01-02' }])
    }
  })
})
