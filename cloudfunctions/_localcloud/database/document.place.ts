import { isDocument, type Document, type Value } from './document.value'
import { requestFailed } from './refusal'

type Container = Document | Value[]
/** One field of a document, or one element of an array. */
export interface Place {
  container: Container
  name: string
}
/** MongoDB backfills no more than this many nulls. */
const MOST_BACKFILL = 1_500_000
const DIGITS = /^\d+$/

export const readField = ({ container, name }: Place): Value | undefined => {
  if (Array.isArray(container)) return container[Number(name)]
  return Object.hasOwn(container, name) ? container[name] : undefined
}

export const writeField = ({ container, name }: Place, value: Value): void => {
  if (!Array.isArray(container)) {
    container[name] = value
    return
  }
  const at = Number(name)
  if (at - container.length > MOST_BACKFILL) throw requestFailed(`cannot backfill array to position ${name}`)
  while (container.length < at) container.push(null)
  container[at] = value
}

const isContainerOf = (value: Value | undefined, name: string): value is Container =>
  isDocument(value) || (Array.isArray(value) && DIGITS.test(name))

/** Where a path ends, made on the way when `create`; null when it is not there. */
export const placeOf = (document: Document, segments: string[], create: boolean): Place | null => {
  let container: Container = document
  for (const [at, name] of segments.entries()) {
    const place = { container, name }
    const next = segments[at + 1]
    if (next === undefined) return place
    let inside = readField(place)
    if (inside === undefined && create) {
      inside = {}
      writeField(place, inside)
    }
    if (!isContainerOf(inside, next)) {
      if (!create) return null
      throw requestFailed(`Cannot create field '${next}' in element {${name}: ${JSON.stringify(inside)}}`)
    }
    container = inside
  }
  return null
}
