import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { Document } from '../../cloudfunctions/_localcloud/database/document.value'
import { type Opened, openTestDatabase } from './database.opened'

const indexes = {
  notes: {
    indexes: [
      { name: 'by_text', keys: [['text', 1]] },
      { name: 'by_place', keys: [['place.no', 1]], unique: true },
    ],
  },
}

let opened: Opened
beforeEach(() => {
  opened?.close()
  opened = openTestDatabase({ indexes })
})
afterAll(() => opened.close())

describe('what is not known is refused by name', () => {
  const queries: [Document, RegExp][] = [
    [{ a: { $near: 1 } }, /INVALID_OPERRATOR.*\$near/],
    [{ $where: 'true' }, /\$where/],
    [{ $text: { $search: 'x' } }, /\$text/],
    [{ a: { $type: 'string' } }, /\$type/],
    [{ a: { $and: [{ $gt: 1 }] } }, /\$and/],
    [{ a: { $not: { $huh: 1 } } }, /\$huh/],
    [{ $or: [{ a: { $huh: 1 } }] }, /\$huh/],
    [{ a: { $elemMatch: { b: { $huh: 1 } } } }, /\$huh/],
    [{ $expr: { $function: { body: 'x' } } }, /\$function/],
    [{ $or: [] }, /nonempty array/],
    [{ a: { $in: 1 } }, /needs an array/],
    [{ 'a.__proto__.b': 1 }, /__proto__/],
  ]
  for (const [query, message] of queries) {
    it(`query ${JSON.stringify(query)}`, async () => {
      await expect(opened.get('notes', query)).rejects.toThrow(message)
      await expect(opened.count('notes', query)).rejects.toThrow(message)
      await expect(opened.update('notes', query, { $set: { b: 1 } })).rejects.toThrow(message)
    })
  }

  const stages: [Document, RegExp][] = [
    [{ $out: 'other' }, /\$out/],
    [{ $geoNear: {} }, /\$geoNear/],
    [{ $facet: {} }, /\$facet/],
    [{ $bucket: {} }, /\$bucket/],
    [{ $sample: { size: 1 } }, /\$sample/],
    [{ $group: { _id: null, x: { $accumulator: {} } } }, /\$accumulator/],
    [{ $group: { _id: null, x: 1 } }, /accumulator/],
    [{ $project: { x: { $rand: {} } } }, /\$rand/],
    [{ $addFields: { x: { $cond: [{ $huh: 1 }, 1, 2] } } }, /\$huh/],
    [{ $match: { x: { $huh: 1 } } }, /\$huh/],
    [{ $lookup: { from: 'nowhere', localField: 'a', foreignField: 'b', as: 'c' } }, /not exist: nowhere/],
    [{ $unwind: { path: '$a', huh: 1 } }, /huh/],
    [{ $limit: 0 }, /whole number/],
  ]
  for (const [stage, message] of stages) {
    it(`stage ${JSON.stringify(stage)}`, async () => {
      await opened.add('notes', { a: 1 })
      await expect(opened.aggregate('notes', stage)).rejects.toThrow(message)
    })
  }

  const updates: [Document, RegExp][] = [
    [{ $bit: { a: { or: 1 } } }, /\$bit/],
    [{ $currentDate: { a: true } }, /\$currentDate/],
    [{ a: 1 }, /operator: a/],
    [{ $set: { 'list.$.a': 1 } }, /"\$"/],
    [{ $set: { 'list.$[].a': 1 } }, /\$\[\]/],
    [{ $set: { '__proto__.polluted': 1 } }, /__proto__/],
    [{ $set: { 'a..b': 1 } }, /empty field name/],
    [{ $set: { _id: 'other' } }, /immutable/],
    [{ $set: { '_id.x': 1 } }, /immutable/],
    [{ $rename: { a: '_id' } }, /immutable/],
    [{ $set: { a: 1 }, $inc: { a: 1 } }, /conflict/],
    [{ $set: { a: { b: 1 }, 'a.b': 1 } }, /conflict/],
    [{ $set: { n: { $huh: 1 } } }, /begin with \$/],
    [{ $set: { n: { 'a.b': 1 } } }, /dot/],
    [{ $push: { list: { $each: [1], $huh: 1 } } }, /\$huh/],
    [{ $set: { 'text.deeper': 1 } }, /Cannot create field/],
    [{ $set: { 'list.name': 1 } }, /Cannot create field/],
    [{ $set: { 'list.9999999': 1 } }, /backfill/],
  ]
  for (const [update, message] of updates) {
    it(`update ${JSON.stringify(update)}`, async () => {
      await opened.add('notes', { _id: 'a', text: 'x', list: [1] })
      await expect(opened.update('notes', { _id: 'a' }, update)).rejects.toThrow(message)
      expect(await opened.get('notes')).toEqual([{ _id: 'a', text: 'x', list: [1] }])
    })
  }

  it('actions, collections and value types', async () => {
    expect(await opened.ask('modifyAndReturnDoc')).toMatchObject({ code: 'INVALID_PARAM' })
    expect(await opened.ask('addCollection', { collectionName: '../x' })).toMatchObject({ code: 'INVALID_PARAM' })
    const body = { collectionName: 'notes', data: ['{"a":{"$numberDecimal":"1"}}'] }
    expect(await opened.ask('insertDocument', body)).toMatchObject({
      message: expect.stringContaining('$numberDecimal'),
    })
    const wrong = { collectionName: 'nowhere', queryType: 'WHERE' }
    expect(await opened.ask('getDocument', wrong)).toMatchObject({ code: 'DATABASE_COLLECTION_NOT_EXIST' })
  })
})

describe('a document is refused', () => {
  const documents: [name: string, text: string, message: RegExp][] = [
    ['with a field that begins with $', '{"$a":1}', /begin with \$/],
    ['with such a field deep inside', '{"a":[{"b":{"$c":1}}]}', /begin with \$/],
    ['with a dot in a name', '{"a.b":1}', /dot/],
    ['with a field without a name', '{"":1}', /name/],
    ['with __proto__', '{"a":{"__proto__":{"b":1}}}', /__proto__/],
    ['with NUL in a name', '{"a\\u0000":1}', /NUL/],
    ['with NUL in its id', '{"_id":"a\\u0000"}', /_id/],
    ['with an object for an id', '{"_id":{"a":1}}', /_id/],
    ['with null for an id', '{"_id":""}', /_id/],
    ['nested too deep', `${'{"a":'.repeat(102)}1${'}'.repeat(102)}`, /nested deeper/],
    ['that is not one', '[1]', /must be an object/],
    ['that is not EJSON', '{', /malformed/],
    ['with an index key above 1024 bytes', JSON.stringify({ text: '长'.repeat(342) }), /too large to index/],
    ['with an array where an index is unique', '{"place":{"no":[1]}}', /takes no array/],
    ['above 16 MB', JSON.stringify({ long: 'x'.repeat(16 * 1024 * 1024) }), /too large/],
  ]
  for (const [name, text, message] of documents) {
    it(name, async () => {
      const reply = await opened.ask('insertDocument', { collectionName: 'notes', data: [text] })
      expect(String(reply.message)).toMatch(message)
      expect(await opened.count('notes')).toBe(0)
    })
  }

  it('with an index key of 1024 bytes it is not', async () => {
    await opened.add('notes', { text: '长'.repeat(341) })
  })

  it('whose half surrogate pair is stored as U+FFFD', async () => {
    await opened.ask('insertDocument', { collectionName: 'notes', data: ['{"_id":"a","text":"x\\ud83c"}'] })
    expect(await opened.get('notes', { text: 'x\ufffd' })).toEqual([{ _id: 'a', text: 'x\ufffd' }])
  })
})
