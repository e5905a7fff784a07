import fc from 'fast-check'
import { Query } from 'mingo'
import { describe, expect, it } from 'vitest'
import { compareValues, type Order, sortDocuments } from '../../cloudfunctions/_localcloud/database/bson.order'
import { matcherOf, readQuery } from '../../cloudfunctions/_localcloud/database/document.query'
import type { Document, Value } from '../../cloudfunctions/_localcloud/database/document.value'
import { writeWire } from '../../cloudfunctions/_localcloud/database/ejson'
import { ARRAY_KEY, SEEN_ARRAY } from '../../cloudfunctions/_localcloud/database/index.key'
import { type Layout, planOf } from '../../cloudfunctions/_localcloud/database/narrow.sql'
import { openTestDatabase } from './database.opened'

const INDEXES = {
  notes: {
    indexes: [
      { name: 'by_a', keys: [['a', 1]] as [string, 1][] },
      {
        name: 'by_a_b',
        keys: [
          ['a', 1],
          ['b', -1],
        ] as [string, 1 | -1][],
      },
      { name: 'by_n', keys: [['n.x', -1]] as [string, -1][] },
    ],
  },
}

const plain: fc.Arbitrary<Value> = fc.oneof(
  fc.constant(null),
  fc.constantFrom(-1, 0, 1.5, 1e12),
  fc.constantFrom('', 'a', 'b', '（', '𠮷'),
  fc.boolean(),
  fc.constantFrom(-5, 0, 1_700_000_000_000).map((instant) => new Date(instant)),
)
const strange: fc.Arbitrary<Value> = fc.oneof(
  fc.array(plain, { maxLength: 3 }),
  fc.record({ x: plain }),
  fc.array(fc.record({ x: plain }), { maxLength: 2 }),
  fc.constantFrom<Value>('a\0b', Number.NaN, Number.POSITIVE_INFINITY),
)
const value = (strangeness: number) =>
  fc.oneof({ weight: 20 - strangeness, arbitrary: plain }, { weight: strangeness, arbitrary: strange })

const documents = (strangeness: number): fc.Arbitrary<Document[]> =>
  fc.array(
    fc.record(
      {
        a: value(strangeness),
        b: value(strangeness),
        c: plain,
        n: fc.oneof(fc.record({ x: value(strangeness) }), plain),
      },
      { requiredKeys: [] },
    ),
    { minLength: 10, maxLength: 30 },
  )

const path = fc.constantFrom('a', 'b', 'c', 'n.x', '_id')
const operators: fc.Arbitrary<Value> = fc.oneof(
  value(4),
  ...['$eq', '$ne', '$gt', '$gte', '$lt', '$lte'].map((name) => value(4).map((operand) => ({ [name]: operand }))),
  fc.tuple(plain, plain).map(([low, high]) => ({ $gte: low, $lt: high })),
  fc.array(value(4), { maxLength: 4 }).map((operands) => ({ $in: operands })),
  fc.array(plain, { maxLength: 3 }).map((operands) => ({ $nin: operands })),
  fc.boolean().map((exists) => ({ $exists: exists })),
  plain.map((operand) => ({ $not: { $gt: operand } })),
)
const clause = fc.tuple(path, operators).map(([name, operand]): Document => ({ [name]: operand }))
const query: fc.Arbitrary<Document> = fc.oneof(
  fc.constant({}),
  clause,
  fc.tuple(clause, clause).map(([one, other]) => ({ ...one, ...other })),
  fc.array(clause, { minLength: 1, maxLength: 3 }).map((clauses) => ({ $and: clauses })),
  fc.array(clause, { minLength: 1, maxLength: 3 }).map((clauses) => ({ $or: clauses })),
)
const order: fc.Arbitrary<Order> = fc.uniqueArray(fc.tuple(path, fc.constantFrom<1 | -1>(1, -1)), {
  maxLength: 2,
  selector: ([name]) => name,
})

const expectSameOrder = (found: Document[], expected: Document[], by: Order) => {
  expect(found.length).toBe(expected.length)
  for (const [at, document] of found.entries()) {
    const other = expected[at] as Document
    const [first, second] = [sortDocuments([document, other], by)[0], sortDocuments([other, document], by)[0]]
    expect(first === document && second === other).toBe(true)
  }
}

describe('a narrowed query', () => {
  for (const strangeness of [0, 2, 12]) {
    it(`finds, counts and sorts what looking at every document does (strange values: ${strangeness}/20)`, async () => {
      await fc.assert(
        fc.asyncProperty(
          documents(strangeness),
          fc.array(fc.tuple(query, order, fc.nat(5), fc.integer({ min: 1, max: 30 })), {
            minLength: 12,
            maxLength: 16,
          }),
          async (given, questions) => {
            const opened = openTestDatabase({ indexes: INDEXES })
            try {
              const all = given.map((document, at): Document => ({ _id: at % 3 ? `id${at}` : at, ...document }))
              if (all.length > 0) await opened.add('notes', ...all)
              for (const [asked, by, offset, limit] of questions) {
                const matches = matcherOf(readQuery(asked))
                const expected = sortDocuments(all.filter(matches), by)
                const wireOrder = writeWire(Object.fromEntries(by))
                const found = await opened.get('notes', asked, { order: wireOrder, limit: 1000 })
                const ids = (list: Document[]) => list.map((document) => String(document['_id'])).sort()
                expect(ids(found)).toEqual(ids(expected))
                expectSameOrder(found, expected, by)
                const page = await opened.get('notes', asked, { order: wireOrder, offset, limit })
                expectSameOrder(page, expected.slice(offset, offset + limit), by)
                expect(await opened.count('notes', asked)).toBe(expected.length)
              }
            } finally {
              opened.close()
            }
          },
        ),
        { numRuns: 30 },
      )
    })
  }
})

describe('our comparisons', () => {
  const ordinary: fc.Arbitrary<Value> = fc.oneof(
    fc.integer({ min: -2, max: 3 }),
    fc.constantFrom('a', 'b'),
    fc.boolean(),
  )
  it('agree with mingo wherever mingo agrees with MongoDB', () => {
    fc.assert(
      fc.property(
        fc.record({ a: fc.oneof(ordinary, fc.array(ordinary, { maxLength: 3 })), n: fc.record({ x: ordinary }) }),
        fc.constantFrom('a', 'n.x'),
        fc.constantFrom('$eq', '$ne', '$gt', '$gte', '$lt', '$lte'),
        ordinary,
        (document, name, operator, operand) => {
          const asked = { [name]: { [operator]: operand } }
          expect(matcherOf(readQuery(asked))(document)).toBe(new Query(asked).test(document))
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('order any three values one way', () => {
    const any = value(8)
    fc.assert(
      fc.property(any, any, any, (a, b, c) => {
        expect(Math.sign(compareValues(a, b))).toBe(-Math.sign(compareValues(b, a)) + 0)
        if (compareValues(a, b) <= 0 && compareValues(b, c) <= 0) expect(compareValues(a, c)).toBeLessThanOrEqual(0)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('a plan', () => {
  const layout = (seen: number): Layout => ({
    columnOf: (name) => ({ _id: 'id', a: 'k0', b: 'k1' })[name],
    seenAt: () => seen,
    indexes: [
      {
        sqlName: 'ix_a_b',
        keys: [
          ['k0', 1],
          ['k1', 1],
        ],
      },
      { sqlName: 'ix_b', keys: [['k1', 1]] },
    ],
  })

  it('reads the index that answers in order, one stream for each value', () => {
    const plan = planOf({ a: { $in: ['new', 'open', 'late'] } }, [['b', -1]], layout(0))
    expect(plan).toMatchObject({ index: 'ix_a_b', orderBy: 'k1 DESC', isExact: true })
    expect(plan.arms).toHaveLength(3)
  })

  it('enters an index with one bound at each end, wherever the query names them', () => {
    const between: Document[] = [{ a: { $gte: 3, $lte: 9 } }, { $and: [{ a: { $gte: 3 } }, { a: { $lte: 9 } }] }]
    for (const asked of between) {
      expect(planOf(asked, [], layout(0)).arms).toMatchObject([{ text: '(k0 >= ? AND k0 <= ?)', params: [3, 9] }])
    }
    expect(planOf({ a: { $gt: 'x' } }, [], layout(0)).arms).toMatchObject([
      { text: '(k0 > ? AND k0 < ?)', params: ['x', Buffer.alloc(0)] },
    ])
    expect(planOf({ a: { $gt: 'x', $lt: 9 } }, [], layout(0)).arms[0]?.params).toHaveLength(3)
  })

  it('keeps arrays in reach, and then neither sorts nor counts by the index', () => {
    const plan = planOf({ a: 'new' }, [['b', 1]], layout(SEEN_ARRAY))
    expect(plan).toMatchObject({ orderBy: null, isExact: false })
    expect(plan.arms[0]?.params).toContain(ARRAY_KEY)
  })

  it('is not exact beside a field without an index', () => {
    expect(planOf({ a: 1, other: 2 }, [], layout(0))).toMatchObject({ isExact: false })
    expect(planOf({ $or: [{ a: 1 }, { other: 2 }] }, [], layout(0))).toMatchObject({ arms: [{ text: '1' }] })
  })

  it('gives up on a query longer than SQLite takes', async () => {
    const opened = openTestDatabase({ indexes: INDEXES })
    await opened.add('notes', { _id: 'x', a: 7 })
    const many = Array.from({ length: 40_000 }, (_, n) => n)
    expect(await opened.count('notes', { a: { $in: many } })).toBe(1)
    expect(await opened.count('notes', { $and: many.slice(0, 2000).map((n) => ({ a: { $gte: n - 5000 } })) })).toBe(1)
    opened.close()
  })
})
