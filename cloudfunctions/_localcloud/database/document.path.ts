import { isDocument, type Document, type Value } from './document.value'

const DIGITS = /^\d+$/

/** Everything a dotted path leads to, as MongoDB walks it: through arrays, element by element or by position. */
export interface Found {
  /** The values at the end of the path. An end that is missing is `undefined`. */
  values: (Value | undefined)[]
  /** Whether an array lay on the way: then one document has many values. */
  throughArray: boolean
}

const follow = (value: Value | undefined, segments: string[], at: number, found: Found): void => {
  if (at === segments.length) {
    found.values.push(value)
    return
  }
  const segment = segments[at] as string
  if (Array.isArray(value)) {
    found.throughArray = true
    if (DIGITS.test(segment) && Number(segment) < value.length) follow(value[Number(segment)], segments, at + 1, found)
    for (const element of value) if (isDocument(element)) follow(element, segments, at, found)
    return
  }
  const inside = isDocument(value) && Object.hasOwn(value, segment) ? value[segment] : undefined
  if (inside === undefined) found.values.push(undefined)
  else follow(inside, segments, at + 1, found)
}

export const findAt = (document: Document, segments: string[]): Found => {
  const found: Found = { values: [], throughArray: false }
  follow(document, segments, 0, found)
  return found
}

export const segmentsOf = (path: string): string[] => path.split('.')
