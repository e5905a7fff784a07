import type { Order } from './bson.order'
import { readQuery } from './document.query'
import { isDocument, type Document, type Value } from './document.value'
import { readWire } from './ejson'
import { invalidParam, requestFailed } from './refusal'

export type Wire = Record<string, unknown>

/** Each takes a request and epoch ms, and gives the reply without its requestId. */
export type Actions = Record<string, (body: Wire, now: number) => Wire | Promise<Wire>>

export const wholeNumber = (value: unknown, name: string, otherwise: number): number => {
  if (value === undefined || value === null) return otherwise
  if (!Number.isInteger(value) || (value as number) < 0) throw invalidParam(`${name} must be a whole number`)
  return value as number
}

export const optionalDocument = (text: unknown, name: string, now: number): Document | null => {
  if (text === undefined || text === null || text === '') return null
  const document = typeof text === 'string' ? readWire(text, now) : null
  if (!isDocument(document)) throw invalidParam(`${name} must be an object`)
  return document
}

export const readOrder = (text: unknown, now: number): Order => {
  const order = Object.entries(optionalDocument(text, 'order', now) ?? {}) as Order
  if (order.some(([, direction]) => direction !== 1 && direction !== -1)) throw requestFailed('an order is 1 or -1')
  return order
}

export const documentId = (query: Document): Value => {
  const { _id } = query
  if (_id === undefined || Object.keys(query).length !== 1 || (typeof _id !== 'string' && typeof _id !== 'number')) {
    throw invalidParam('a document is addressed by its _id')
  }
  return _id
}

export const readFilter = (body: Wire, now: number): Document =>
  readQuery(optionalDocument(body.query, 'query', now) ?? {})
