import { findAt } from './document.path'
import type { Document, Value } from './document.value'

/**
 * One indexed path of one document as an SQLite value. SQLite orders NULL, numbers, text, blobs, and text by its UTF-8
 * bytes: exactly MongoDB's order of missing-or-null, numbers and strings. The later types are blobs that begin with
 * their rank, so that the column sorts and narrows as MongoDB does.
 */
export type IndexKey = null | number | string | Buffer

/** Which values were ever seen at a path whose key does not say everything. */
export const SEEN_ARRAY = 1
export const SEEN_DOCUMENT = 2
/** NaN, text with NUL, regular expressions. */
export const SEEN_ODD = 4

export const ODD_KEY = Buffer.from([0x01])
const DOCUMENT_KEY = Buffer.from([0x04])
export const ARRAY_KEY = Buffer.from([0x05])
const BOOLEAN = 0x08
const DATE = 0x09
const SIGN = 1n << 63n

const dateKey = (date: Date): Buffer => {
  const key = Buffer.alloc(9)
  key[0] = DATE
  key.writeBigUInt64BE(BigInt(date.getTime()) + SIGN, 1)
  return key
}

export const keyOfValue = (value: Value | undefined): IndexKey => {
  if (value === null || value === undefined) return null
  if (typeof value === 'number') return Number.isNaN(value) ? ODD_KEY : value === 0 ? 0 : value
  // the driver cuts text at NUL
  if (typeof value === 'string') return value.includes('\0') ? ODD_KEY : value
  if (typeof value === 'boolean') return Buffer.from([BOOLEAN, Number(value)])
  if (value instanceof Date) return dateKey(value)
  if (value instanceof RegExp) return ODD_KEY
  return Array.isArray(value) ? ARRAY_KEY : DOCUMENT_KEY
}

export const keyAt = (document: Document, segments: string[]): IndexKey => {
  const { values, throughArray } = findAt(document, segments)
  return throughArray ? ARRAY_KEY : keyOfValue(values[0])
}

export const seenIn = (key: IndexKey): number => {
  if (key === ARRAY_KEY) return SEEN_ARRAY
  if (key === DOCUMENT_KEY) return SEEN_DOCUMENT
  return key === ODD_KEY ? SEEN_ODD : 0
}

export const bytesIn = (key: IndexKey): number => {
  if (key === null) return 1
  if (typeof key === 'number') return 8
  return typeof key === 'string' ? Buffer.byteLength(key) : key.length
}

/** The keys of a value's own type that lie next to it: a range never leaves its type. */
export const bracketOf = (key: number | string | Buffer): { from: IndexKey; below: IndexKey } => {
  if (typeof key === 'number') return { from: null, below: '' }
  if (typeof key === 'string') return { from: '', below: Buffer.alloc(0) }
  const rank = key[0] ?? 0
  return { from: Buffer.from([rank]), below: Buffer.from([rank + 1]) }
}
