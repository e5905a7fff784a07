import { idOf, isDocument, type Document, type Value } from './document.value'
import { invalidParam, requestFailed } from './refusal'

/** MongoDB's own limit. */
const LARGEST_DOCUMENT_BYTES = 16 * 1024 * 1024
/** Index entries of CloudBase: cloud.tencent.com/document/product/876/32310. */
export const LARGEST_INDEX_KEY_BYTES = 1024

const refuseNames = (value: Value): void => {
  if (Array.isArray(value)) {
    for (const element of value) refuseNames(element)
    return
  }
  if (!isDocument(value)) return
  for (const [name, field] of Object.entries(value)) {
    if (name === '') throw invalidParam('a field needs a name')
    if (name.startsWith('$')) throw invalidParam(`a field name may not begin with $: ${name}`)
    if (name.includes('.')) throw invalidParam(`a field name may not hold a dot: ${name}`)
    if (name.includes('\0')) throw invalidParam('a field name may not hold NUL')
    if (name === '__proto__') throw invalidParam('a field may not be named __proto__')
    refuseNames(field)
  }
}

/** An id is text or a number, as `doc()` takes it. */
const refuseId = (id: Value | undefined): void => {
  if (typeof id === 'number' && Number.isFinite(id)) return
  if (typeof id !== 'string' || id === '' || id.includes('\0')) {
    throw invalidParam('_id must be nonempty text without NUL, or a number')
  }
}

export const refuseUnstorable = (document: Document): void => {
  refuseId(idOf(document))
  refuseNames(document)
}

export const refuseOversized = (text: string): void => {
  if (text.length * 3 <= LARGEST_DOCUMENT_BYTES) return
  const bytes = Buffer.byteLength(text)
  if (bytes > LARGEST_DOCUMENT_BYTES) {
    throw requestFailed(`object to insert too large. size in bytes: ${bytes}, max size: ${LARGEST_DOCUMENT_BYTES}`)
  }
}
