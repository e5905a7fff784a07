import { EJSON } from 'bson'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Document, Value } from '../../cloudfunctions/_localcloud/database/document.value'
import { readStored, readWire, writeStored, writeWire } from '../../cloudfunctions/_localcloud/database/ejson'
import { NOW } from './database.opened'

const name = fc.string({ minLength: 1 }).filter((text) => !text.startsWith('$') && text !== '__proto__')
const text = fc.oneof(fc.string(), fc.constantFrom('{"$date":1}', '{"$', '中文🏥', 'a\0b'))
const { value } = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constant(null),
    fc.boolean(),
    fc.double().map((n) => (Object.is(n, -0) ? 0 : n)),
    fc.integer(),
    fc.maxSafeInteger(),
    text,
    fc.date({ noInvalidDate: true }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(name, tie('value'), { maxKeys: 4 }).map((fields) => ({ ...fields })),
  ),
}))
const document = fc.dictionary(name, value, { maxKeys: 5 }).map((fields): Document => ({ ...fields }))

describe('EJSON', () => {
  it('reads back what it wrote, on the wire and in the file', () => {
    fc.assert(
      fc.property(document, (given) => {
        expect(readWire(writeWire(given), NOW)).toEqual(given)
        expect(readStored(writeStored(given))).toEqual(given)
      }),
      { numRuns: 1000 },
    )
  })

  it('reads what bson writes and writes what bson reads', () => {
    fc.assert(
      fc.property(document, (given) => {
        expect(readWire(EJSON.stringify(given, { relaxed: false }), NOW)).toEqual(given)
        expect(EJSON.parse(writeWire(given))).toEqual(given)
      }),
      { numRuns: 1000 },
    )
  })

  it('writes canonically, as bson does', () => {
    const given = { i: 1, l: 2 ** 40, d: 1.5, when: new Date(NOW), list: [null, true, 'x'] }
    expect(writeWire(given)).toBe(EJSON.stringify(given, { relaxed: false }))
  })

  it('counts the server’s time from now', () => {
    const later = '{"at":{"$tcb_server_date":{"offset":{"$numberInt":"-60000"}}},"now":{"$tcb_server_date":{}}}'
    expect(readWire(later, NOW)).toEqual({ at: new Date(NOW - 60_000), now: new Date(NOW) })
  })

  it('reads patterns with the flags MongoDB has', () => {
    const wire = (options: string) => `{"$regularExpression":{"pattern":"^a","options":"${options}"}}`
    expect(readWire(wire('im'), NOW)).toEqual(/^a/im)
    expect(() => readWire(wire('g'), NOW)).toThrow(/options: g/)
    expect(() => readWire('{"$regularExpression":{"pattern":"(","options":""}}', NOW)).toThrow(/regular expression/)
  })
})
