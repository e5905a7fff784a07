import { describe, expect, it } from 'vitest'
import { writeWire } from '../../cloudfunctions/_localcloud/database/ejson'
import type { Document } from '../../cloudfunctions/_localcloud/database/document.value'
import { type Opened, openTestDatabase } from './database.opened'

const UNIQUE = { notes: { indexes: [{ name: 'by_no', keys: [['no', 1]], unique: true }] } }

const begin = async (opened: Opened) => {
  const { transactionId } = await opened.ask('startTransaction')
  const at = (id: string) => ({
    collectionName: 'notes',
    queryType: 'DOC',
    transactionId,
    query: writeWire({ _id: id }),
  })
  return {
    read: async (id: string) => ((await opened.ask('getDocument', at(id))).data as { list: string[] }).list.length,
    set: (id: string, document: Document) =>
      opened.ask('modifyDocument', { ...at(id), data: writeWire(document), merge: false, upsert: true }),
    update: (id: string, update: Document) =>
      opened.ask('modifyDocument', { ...at(id), data: writeWire(update), merge: true, upsert: false }),
    remove: (id: string) => opened.ask('removeDocument', at(id)),
    add: (document: Document) =>
      opened.ask('insertDocument', { collectionName: 'notes', transactionId, data: [writeWire(document)] }),
    commit: () => opened.ask('commitTransaction', { transactionId }),
    abort: () => opened.ask('abortTransaction', { transactionId }),
  }
}

describe('a transaction', () => {
  it('sees neither what came nor misses what went after it began', async () => {
    const opened = openTestDatabase()
    await opened.add('notes', { _id: 'old' })
    const transaction = await begin(opened)
    await opened.add('notes', { _id: 'new' })
    await opened.ask('removeDocument', { collectionName: 'notes', queryType: 'DOC', query: '{"_id":"old"}' })
    expect([await transaction.read('old'), await transaction.read('new')]).toEqual([1, 0])
    await transaction.abort()
    opened.close()
  })

  it('conflicts with what another changed since, even when it would change nothing', async () => {
    const opened = openTestDatabase()
    await opened.add('notes', { _id: 'a', n: 1 })
    for (const change of [{ $set: { n: 1 } }, { $set: { n: 5 } }]) {
      const transaction = await begin(opened)
      await opened.update('notes', { _id: 'a' }, { $inc: { n: 1 } })
      expect(await transaction.update('a', change)).toMatchObject({ code: 'DATABASE_TRANSACTION_CONFLICT' })
      expect(await transaction.commit()).toMatchObject({ code: 'DATABASE_TRANSACTION_CONFLICT' })
      expect(await transaction.abort()).not.toHaveProperty('code')
    }
    opened.close()
  })

  it('conflicts when it inserts what another has inserted since or holds', async () => {
    const opened = openTestDatabase()
    const [first, second, third] = [await begin(opened), await begin(opened), await begin(opened)]
    await first.add({ _id: 'a' })
    expect(await second.add({ _id: 'a' })).toMatchObject({ code: 'DATABASE_TRANSACTION_CONFLICT' })
    await first.commit()
    expect(await third.set('a', { n: 1 })).toMatchObject({ code: 'DATABASE_TRANSACTION_CONFLICT' })
    opened.close()
  })

  it('hears of a broken unique index at the write that breaks it, and ends', async () => {
    const opened = openTestDatabase({ indexes: UNIQUE })
    await opened.add('notes', { _id: 'a', no: 1 })
    const transaction = await begin(opened)
    expect(await transaction.add({ _id: 'b', no: 2 })).not.toHaveProperty('code')
    expect(await transaction.add({ _id: 'c', no: 1 })).toMatchObject({ message: expect.stringContaining('E11000') })
    expect(await transaction.commit()).toHaveProperty('code')
    expect(await opened.count('notes')).toBe(1)
    opened.close()
  })

  it('may hand a unique value from one document to another', async () => {
    const opened = openTestDatabase({ indexes: UNIQUE })
    await opened.add('notes', { _id: 'a', no: 1 })
    const transaction = await begin(opened)
    await transaction.remove('a')
    await transaction.add({ _id: 'b', no: 1 })
    expect(await transaction.commit()).not.toHaveProperty('code')
    expect(await opened.get('notes')).toEqual([{ _id: 'b', no: 1 }])
    opened.close()
  })

  it('commits with its turn, and only then lets plain writes in', async () => {
    let commits = 0
    const opened = openTestDatabase({ beforeCommit: () => commits++ })
    await opened.add('notes', { _id: 'a', n: 1 })
    const transaction = await begin(opened)
    await transaction.update('a', { $set: { n: 10 } })
    const adding = Promise.all([1, 2, 3].map(() => opened.update('notes', { n: { $gte: 1 } }, { $inc: { n: 1 } })))
    await transaction.commit()
    await adding
    expect(await opened.get('notes')).toEqual([{ _id: 'a', n: 13 }])
    expect(commits).toBeLessThanOrEqual(4)
    opened.close()
  })

  it('does not hold a plain write for ever', async () => {
    const opened = openTestDatabase({ writeWaitMs: 30 })
    await opened.add('notes', { _id: 'a', n: 1 })
    const transaction = await begin(opened)
    await transaction.update('a', { $set: { n: 2 } })
    await expect(opened.update('notes', { _id: 'a' }, { $inc: { n: 1 } })).rejects.toThrow(/waited too long/)
    await expect(opened.add('notes', { _id: 'b' })).resolves.toEqual(['b'])
    await transaction.commit()
    opened.close()
  })

  it('ends by itself when it is left open', async () => {
    const opened = openTestDatabase({ transactionLifetimeMs: 30 })
    await opened.add('notes', { _id: 'a', n: 1 })
    const transaction = await begin(opened)
    await transaction.update('a', { $set: { n: 2 } })
    await opened.update('notes', { _id: 'a' }, { $inc: { n: 10 } })
    expect(await opened.get('notes')).toEqual([{ _id: 'a', n: 11 }])
    expect(await transaction.commit()).toMatchObject({ code: 'DATABASE_TRANSACTION_FAIL' })
    opened.close()
  })

  it('leaves nothing when the disk fails under its commit', async () => {
    let isBroken = false
    const opened = openTestDatabase({
      beforeCommit: () => {
        if (isBroken) throw new Error('disk full')
      },
    })
    const transaction = await begin(opened)
    await transaction.add({ _id: 'a' })
    isBroken = true
    await expect(transaction.commit()).rejects.toThrow('disk full')
    isBroken = false
    expect(await opened.count('notes')).toBe(0)
    await opened.add('notes', { _id: 'a' })
    opened.close()
  })

  it('is unknown when nobody began it, and over when it is over', async () => {
    const opened = openTestDatabase()
    expect(await opened.ask('commitTransaction', { transactionId: 'x' })).toHaveProperty('code')
    expect(await opened.ask('abortTransaction', { transactionId: 'x' })).toHaveProperty('code')
    const transaction = await begin(opened)
    await transaction.commit()
    expect(await transaction.add({ _id: 'a' })).toMatchObject({ code: 'DATABASE_TRANSACTION_FAIL' })
    opened.close()
  })
})

describe('twenty transactions that each add one', () => {
  it('lose nothing when each tries again', async () => {
    const opened = openTestDatabase()
    await opened.add('notes', { _id: 'a', n: 0 })
    const addOne = async () => {
      for (;;) {
        const transaction = await begin(opened)
        await transaction.read('a')
        const reply = await transaction.update('a', { $inc: { n: 1 } })
        if (!reply.code && !(await transaction.commit()).code) return
        await transaction.abort()
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 10))
      }
    }
    await Promise.all(Array.from({ length: 20 }, addOne))
    expect(await opened.get('notes')).toEqual([{ _id: 'a', n: 20 }])
    opened.close()
  })
})
