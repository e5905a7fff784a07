import {
  checks,
  digitsIn,
  inGroups,
  makeReceipt,
  RECEIPT_RANDOM_BYTES,
  receiptIn,
  receiptText,
} from '#domain/complaint/receipt'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const random = fc.uint8Array({ minLength: RECEIPT_RANDOM_BYTES, maxLength: RECEIPT_RANDOM_BYTES })
const enough = (bytes: Uint8Array) => bytes.filter((byte) => byte < 250).length >= 32

describe('a receipt', () => {
  it('agrees with a number worked out by hand under ISO 7064 MOD 97-10', () => {
    // 794 has the check digits 44: 79444 mod 97 = 1 (the example of ISO/IEC 7064).
    expect(checks(`${'0'.repeat(21)}79444`)).toBe(true)
    expect(checks(`${'0'.repeat(21)}79445`)).toBe(false)
  })

  it('passes its own check, and groups of four lose nothing', () => {
    fc.assert(
      fc.property(random.filter(enough), (bytes) => {
        const { selector, secret } = makeReceipt(bytes)
        expect(selector).toMatch(/^\d{8}$/)
        expect(secret).toMatch(/^\d{26}$/)
        expect(checks(secret)).toBe(true)
        expect(digitsIn(inGroups(secret))).toBe(secret)
      }),
    )
  })

  it('hears every single wrong digit and every pair of neighbours swapped', () => {
    fc.assert(
      fc.property(random.filter(enough), fc.nat(25), fc.integer({ min: 1, max: 9 }), (bytes, at, by) => {
        const { secret } = makeReceipt(bytes)
        const wrong = secret.slice(0, at) + String((Number(secret[at]) + by) % 10) + secret.slice(at + 1)
        expect(checks(wrong)).toBe(false)
        const swapped =
          secret.slice(0, at) +
          secret
            .slice(at, at + 2)
            .split('')
            .reverse()
            .join('') +
          secret.slice(at + 2)
        expect(checks(swapped)).toBe(swapped === secret)
      }),
    )
  })

  it('is not made from too little randomness', () => {
    expect(() => makeReceipt(new Uint8Array(20))).toThrow(RangeError)
    expect(() => makeReceipt(new Uint8Array(RECEIPT_RANDOM_BYTES).fill(255))).toThrow(RangeError)
  })

  it('reads digits however they were typed', () => {
    expect(digitsIn('4073-1862 ９０５１')).toBe('407318629051')
  })
})

describe('the square on a saved receipt', () => {
  it('says the receipt and nothing a browser would open', () => {
    fc.assert(
      fc.property(random.filter(enough), (bytes) => {
        const receipt = makeReceipt(bytes)
        expect(receiptText(receipt)).toMatch(/^QLYY1 \d{8} \d{26}$/)
        expect(receiptIn(receiptText(receipt))).toEqual(receipt)
        expect(receiptIn(`\n${receiptText(receipt).replace(/ /g, '  ')} `)).toEqual(receipt)
      }),
    )
  })

  it('is not believed with a digit misread, missing or added', () => {
    fc.assert(
      fc.property(random.filter(enough), fc.nat(25), fc.integer({ min: 1, max: 9 }), (bytes, at, by) => {
        const { selector, secret } = makeReceipt(bytes)
        const wrong = secret.slice(0, at) + String((Number(secret[at]) + by) % 10) + secret.slice(at + 1)
        expect(receiptIn(`QLYY1 ${selector} ${wrong}`)).toBeNull()
        expect(receiptIn(`QLYY1 ${selector} ${secret.slice(1)}`)).toBeNull()
        expect(receiptIn(`QLYY1 ${selector}0 ${secret}`)).toBeNull()
        expect(receiptIn(`QLYY1 ${selector} ${secret} ${secret}`)).toBeNull()
        expect(receiptIn(`QLYY2 ${selector} ${secret}`)).toBeNull()
      }),
    )
  })

  it('is told from whatever else a scanner reads', () => {
    fc.assert(fc.property(fc.string(), (text) => receiptIn(text) === null))
    expect(receiptIn('https://example.test/?t=JQ-12E-01')).toBeNull()
  })
})
