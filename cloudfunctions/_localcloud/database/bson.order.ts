import { findAt, segmentsOf } from './document.path'
import type { Document, Value } from './document.value'

/** MongoDB's order of types; missing and null are one. */
export const rankOf = (value: Value | undefined): number => {
  if (value === null || value === undefined) return 1
  if (typeof value === 'number') return 2
  if (typeof value === 'string') return 3
  if (typeof value === 'boolean') return 8
  if (Array.isArray(value)) return 5
  if (value instanceof Date) return 9
  return value instanceof RegExp ? 11 : 4
}

const isSurrogate = (unit: number) => unit >= 0xd800 && unit <= 0xdfff

/** UTF-8 byte order: JavaScript's own order puts U+FF08 （ after 𠮷, UTF-8 before it. */
const compareText = (a: string, b: string): number => {
  const shorter = Math.min(a.length, b.length)
  for (let at = 0; at < shorter; at++) {
    const x = a.charCodeAt(at)
    const y = b.charCodeAt(at)
    if (x !== y) return isSurrogate(x) === isSurrogate(y) ? x - y : isSurrogate(x) ? 1 : -1
  }
  return a.length - b.length
}

const compareNumbers = (a: number, b: number): number => {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(b)) - Number(Number.isNaN(a))
  return a < b ? -1 : a > b ? 1 : 0
}

const compareArrays = (a: Value[], b: Value[]): number => {
  const shorter = Math.min(a.length, b.length)
  for (let at = 0; at < shorter; at++) {
    const order = compareValues(a[at], b[at])
    if (order !== 0) return order
  }
  return a.length - b.length
}

const compareDocuments = (a: Document, b: Document): number => {
  const namesA = Object.keys(a)
  const namesB = Object.keys(b)
  const shorter = Math.min(namesA.length, namesB.length)
  for (let at = 0; at < shorter; at++) {
    const x = namesA[at] as string
    const y = namesB[at] as string
    const order = rankOf(a[x]) - rankOf(b[y]) || compareText(x, y) || compareValues(a[x], b[y])
    if (order !== 0) return order
  }
  return namesA.length - namesB.length
}

/** MongoDB's order of all values. */
export const compareValues = (a: Value | undefined, b: Value | undefined): number => {
  if (a === b) return 0
  const rank = rankOf(a) - rankOf(b)
  if (rank !== 0 || a === null || a === undefined || b === null || b === undefined) return rank
  if (typeof a === 'number') return compareNumbers(a, b as number)
  if (typeof a === 'string') return compareText(a, b as string)
  if (typeof a === 'boolean') return Number(a) - Number(b)
  if (Array.isArray(a)) return compareArrays(a, b as Value[])
  if (a instanceof Date) return a.getTime() - (b as Date).getTime()
  if (a instanceof RegExp) return compareText(String(a), String(b))
  return compareDocuments(a, b as Document)
}

export type Direction = 1 | -1
export type Order = [path: string, direction: Direction][]

const EMPTY_ARRAY = Symbol('an empty array sorts before null')
type SortKey = Value | undefined | typeof EMPTY_ARRAY

/** An array sorts by its smallest element going up and by its largest going down. */
const sortKeyOf = (document: Document, segments: string[], direction: Direction): SortKey => {
  const { values } = findAt(document, segments)
  const candidates: SortKey[] = values.flatMap((value): SortKey[] =>
    Array.isArray(value) ? (value.length > 0 ? value : [EMPTY_ARRAY]) : [value],
  )
  return candidates.reduce((best, next) => (compareKeys(next, best) * direction < 0 ? next : best), candidates[0])
}

const compareKeys = (a: SortKey, b: SortKey): number => {
  if (a === EMPTY_ARRAY || b === EMPTY_ARRAY) return Number(b === EMPTY_ARRAY) - Number(a === EMPTY_ARRAY)
  return compareValues(a, b)
}

/** Sorts as MongoDB does; equals keep their places. */
export const sortDocuments = <T extends Document>(documents: T[], order: Order): T[] => {
  const paths = order.map(([path, direction]) => ({ segments: segmentsOf(path), direction }))
  const keyed = documents.map((document) => ({
    document,
    keys: paths.map(({ segments, direction }) => sortKeyOf(document, segments, direction)),
  }))
  keyed.sort((a, b) => {
    for (let at = 0; at < paths.length; at++) {
      const compared = compareKeys(a.keys[at], b.keys[at])
      if (compared !== 0) return compared * (paths[at]?.direction ?? 1)
    }
    return 0
  })
  return keyed.map(({ document }) => document)
}
