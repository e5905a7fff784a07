import { randomBytes } from 'node:crypto'
import { readUpdate } from './document.update'
import { idOf, isDocument, type Document, type Value } from './document.value'
import { readWire, writeStored } from './ejson'
import { duplicateKey, invalidParam, requestFailed } from './refusal'

/** The documents of one collection as a write sees them: the table's own, or a transaction's. */
export interface Documents {
  collection: string
  read(id: Value): Document | null
  /** Asks for the right to write the document before it is known whether anything will change. */
  claim(id: Value): void
  insert(document: Document): void
  replace(document: Document): void
  remove(id: Value): void
}

export interface Modification {
  data: string
  /** Change fields with operators; otherwise replace the document. */
  merge: boolean
  upsert: boolean
  /** Epoch ms for `serverDate`. */
  now: number
}

/** 32 hex digits, as the platform gives. */
const freshId = () => randomBytes(16).toString('hex')

const readDocument = (text: unknown, now: number): Document => {
  const document = typeof text === 'string' ? readWire(text, now) : null
  if (!isDocument(document)) throw invalidParam('a document must be an object')
  return document
}

/** @returns the ids, in order */
export const insertAll = (documents: Documents, data: unknown, now: number): Value[] => {
  if (!Array.isArray(data) || data.length === 0) throw invalidParam('there is nothing to insert')
  return data.map((text) => {
    const document = readDocument(text, now)
    const id = idOf(document) ?? freshId()
    if (documents.read(id)) throw duplicateKey(documents.collection, '_id_', `{ _id: ${JSON.stringify(id)} }`)
    documents.insert({ _id: id, ...document })
    return id
  })
}

/** What a request asks of each document it found. */
export const changeOf = ({ data, merge, now }: Modification): ((before: Document) => Document) => {
  if (merge) return readUpdate(readWire(data, now))
  const whole = readDocument(data, now)
  return (before) => {
    const id = idOf(before)
    if (idOf(whole) !== undefined && idOf(whole) !== id) {
      throw requestFailed("the (immutable) field '_id' was found to have been altered")
    }
    return { ...whole, _id: id }
  }
}

/** @returns whether the document is another than before: a change that changes nothing is not counted */
export const changeOne = (documents: Documents, before: Document, change: (before: Document) => Document): boolean => {
  documents.claim(idOf(before))
  const after = change(before)
  if (writeStored(after) === writeStored(before)) return false
  documents.replace(after)
  return true
}

export const upsertOne = (documents: Documents, id: Value, { data, merge, now }: Modification): Value => {
  if (merge) throw invalidParam('an upsert takes a whole document')
  documents.insert({ ...readDocument(data, now), _id: id })
  return id
}
