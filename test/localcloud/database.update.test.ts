import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readUpdate } from '../../cloudfunctions/_localcloud/database/document.update'
import { copyOf, type Document, type Value } from '../../cloudfunctions/_localcloud/database/document.value'

const updated = (document: Document, update: Document) => readUpdate(update)(document)

const scalar: fc.Arbitrary<Value> = fc.oneof(
  fc.constant(null),
  fc.integer({ min: -9, max: 9 }),
  fc.constantFrom('a', 'b'),
  fc.boolean(),
  fc.constantFrom(0, 1).map((instant) => new Date(instant)),
)
const list = fc.array(scalar, { maxLength: 6 })
const whole = fc.integer({ min: -1000, max: 1000 })

describe('updates', () => {
  it('never change the document they were given', () => {
    fc.assert(
      fc.property(list, scalar, whole, (l, v, n) => {
        const before = { _id: 1, l, n, d: { e: v } }
        const copy = copyOf(before)
        updated(before, { $push: { l: v }, $inc: { n: 1 }, $set: { 'd.e': n, 'x.y.z': v } })
        expect(before).toEqual(copy)
      }),
    )
  })

  it('$set is read back, and is the same twice', () => {
    fc.assert(
      fc.property(scalar, scalar, (before, after) => {
        const once = updated({ a: { b: before, c: 1 } }, { $set: { 'a.b': after } })
        expect(once).toEqual({ a: { b: after, c: 1 } })
        expect(updated(once, { $set: { 'a.b': after } })).toEqual(once)
      }),
    )
  })

  it('$unset undoes $set where nothing was', () => {
    fc.assert(
      fc.property(scalar, (value) => {
        expect(updated(updated({ a: 1 }, { $set: { b: value } }), { $unset: { b: '' } })).toEqual({ a: 1 })
      }),
    )
  })

  it('$inc adds up in any order', () => {
    fc.assert(
      fc.property(whole, whole, whole, (n, one, other) => {
        const add = (document: Document, amount: number) => updated(document, { $inc: { n: amount } })
        expect(add(add({ n }, one), other)).toEqual(add(add({ n }, other), one))
        expect(add({}, one)).toEqual({ n: one })
      }),
    )
  })

  it('$min and $max hold the extremes of what was seen', () => {
    fc.assert(
      fc.property(fc.array(whole, { minLength: 1 }), (seen) => {
        const low = seen.reduce<Document>((document, n) => updated(document, { $min: { n } }), {})
        const high = seen.reduce<Document>((document, n) => updated(document, { $max: { n } }), {})
        expect([low.n, high.n]).toEqual([Math.min(...seen), Math.max(...seen)])
      }),
    )
  })

  it('$addToSet adds once, and touches nothing that is there', () => {
    fc.assert(
      fc.property(list, scalar, (l, value) => {
        const once = updated({ l }, { $addToSet: { l: value } })
        expect(updated(once, { $addToSet: { l: value } })).toEqual(once)
        expect((once.l as Value[]).slice(0, l.length)).toEqual(l)
      }),
    )
  })

  it('$push grows by what it pushes, at the place it says, before it is sorted and cut', () => {
    fc.assert(
      fc.property(
        list,
        list,
        fc.integer({ min: -8, max: 8 }),
        fc.integer({ min: -8, max: 8 }),
        (l, each, at, slice) => {
          const expected = [...l]
          expected.splice(at, 0, ...each)
          expect(updated({ l }, { $push: { l: { $each: each, $position: at } } }).l).toEqual(expected)
          const cut = updated({ l }, { $push: { l: { $each: each, $slice: slice } } }).l as Value[]
          expect(cut).toEqual(slice < 0 ? [...l, ...each].slice(slice) : [...l, ...each].slice(0, slice))
        },
      ),
    )
  })

  it('$pull leaves none, $pullAll leaves none of them, both leave the rest in order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3 })), fc.integer({ min: 0, max: 3 }), (l, n) => {
        expect(updated({ l }, { $pull: { l: n } }).l).toEqual(l.filter((each) => each !== n))
        expect(updated({ l }, { $pull: { l: { $gte: n } } }).l).toEqual(l.filter((each) => each < n))
        expect(updated({ l }, { $pullAll: { l: [n, 0] } }).l).toEqual(l.filter((each) => each !== n && each !== 0))
      }),
    )
  })

  it('reach into arrays by position', () => {
    expect(updated({ l: [{ a: 1 }, 2] }, { $set: { 'l.0.a': 9, 'l.3': 'x' } })).toEqual({ l: [{ a: 9 }, 2, null, 'x'] })
    expect(updated({ l: [1, 2] }, { $unset: { 'l.0': '' } })).toEqual({ l: [null, 2] })
  })

  it('sort what they push by a field', () => {
    const pushed = updated({ l: [{ n: 2 }] }, { $push: { l: { $each: [{ n: 1 }, { n: 3 }], $sort: { n: -1 } } } })
    expect(pushed).toEqual({ l: [{ n: 3 }, { n: 2 }, { n: 1 }] })
  })

  it('$pull asks elements for their fields', () => {
    const l: Value[] = [{ k: 1, q: 2 }, { k: 1 }, 1]
    expect(updated({ l }, { $pull: { l: { k: 1, q: { $gt: 1 } } } })).toEqual({ l: [{ k: 1 }, 1] })
  })

  it('$rename moves a value, over what was there', () => {
    expect(updated({ a: 1, b: 2 }, { $rename: { a: 'b' } })).toEqual({ b: 1 })
    expect(updated({ b: 2 }, { $rename: { a: 'b' } })).toEqual({ b: 2 })
  })
})
