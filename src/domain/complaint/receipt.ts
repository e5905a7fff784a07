import * as v from 'valibot'

/** Digits of the secret a receipt carries: log2(10^24) = 79.7 bits, and two check digits. */
const SECRET_DIGITS = 24
const SELECTOR_DIGITS = 8

/** The number of a case (编号): not secret, finds the record and may be read out on the phone. */
export const Selector = v.pipe(v.string(), v.regex(/^\d{8}$/), v.brand('Selector'))
export type Selector = v.InferOutput<typeof Selector>

const remainder97 = (digits: string): number =>
  Array.from(digits).reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0)

/** Two digits after which the whole number leaves 1 on division by 97 (ISO 7064 MOD 97-10). */
const checkDigitsFor = (digits: string): string => String(98 - remainder97(`${digits}00`)).padStart(2, '0')

export const checks = (digits: string): boolean => /^\d{26}$/.test(digits) && remainder97(digits) === 1

/** The query code (查询码): made on the phone, kept by the patient, known to the server only as a hash. */
export const ReceiptSecret = v.pipe(v.string(), v.check(checks), v.brand('ReceiptSecret'))
export type ReceiptSecret = v.InferOutput<typeof ReceiptSecret>

export interface Receipt {
  readonly selector: Selector
  readonly secret: ReceiptSecret
}

/** Random bytes a receipt is made from: a byte of 250 or more is passed over so that every digit is equally likely. */
export const RECEIPT_RANDOM_BYTES = 96

/** @throws RangeError when the bytes run out, which 96 random ones do with a probability below 10^-60. */
export const makeReceipt = (random: Uint8Array): Receipt => {
  const digits = Array.from(random)
    .filter((byte) => byte < 250)
    .map((byte) => String(byte % 10))
  if (digits.length < SELECTOR_DIGITS + SECRET_DIGITS) throw new RangeError('not enough random bytes')
  const selector = digits.slice(0, SELECTOR_DIGITS).join('')
  const secret = digits.slice(SELECTOR_DIGITS, SELECTOR_DIGITS + SECRET_DIGITS).join('')
  return {
    selector: v.parse(Selector, selector),
    secret: v.parse(ReceiptSecret, secret + checkDigitsFor(secret)),
  }
}

/** Groups of four, as printed: 「4073 1862」. */
export const inGroups = (digits: string): string => digits.replace(/\d{4}(?=\d)/g, '$& ')

/** Digits out of whatever was typed or pasted: spaces, dashes and full-width digits included. */
export const digitsIn = (typed: string): string =>
  typed.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)).replace(/\D/g, '')

/** Names the format and its version: whatever else a scanner reads is not a receipt. */
const SQUARE = 'QLYY1'

/**
 * What the square on a saved receipt says, e.g. 「QLYY1 40731862 9051…」: plain text of our own and never an address,
 * which a foreign scanner would open and a browser would remember.
 */
export const receiptText = ({ selector, secret }: Receipt): string => `${SQUARE} ${selector} ${secret}`

/** The receipt a scanned square carries, or null when it is something else or was misread. */
export const receiptIn = (scanned: string): Receipt | null => {
  const [format, selector, secret, ...more] = scanned.trim().split(/\s+/)
  const read = v.safeParse(v.object({ selector: Selector, secret: ReceiptSecret }), { selector, secret })
  return format === SQUARE && more.length === 0 && read.success ? read.output : null
}
