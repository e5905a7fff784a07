import type { Document, Value } from './document.value'
import { invalidParam } from './refusal'

/** BSON nests at most 100 levels deep. */
const DEEPEST = 100
const INT32 = 2 ** 31
const INT64 = 2 ** 63
/** The flags MongoDB and JavaScript share. */
const REGEX_FLAGS = /^[ims]*$/

const dateOf = (value: unknown): Date => {
  const instant =
    typeof value === 'object' && value !== null && '$numberLong' in value
      ? Number(value.$numberLong)
      : typeof value === 'string'
        ? Date.parse(value)
        : value
  if (typeof instant !== 'number' || !Number.isFinite(instant)) throw invalidParam('a date that is no date')
  return new Date(instant)
}

const regexOf = (value: unknown): RegExp => {
  const { pattern, options = '' } = value as { pattern?: unknown; options?: unknown }
  if (typeof pattern !== 'string' || typeof options !== 'string') throw invalidParam('a malformed regular expression')
  if (!REGEX_FLAGS.test(options)) throw invalidParam(`unknown regular expression options: ${options}`)
  try {
    return new RegExp(pattern, options)
  } catch (cause) {
    throw invalidParam(`invalid regular expression: ${(cause as Error).message}`)
  }
}

const numberOf = (value: unknown): number => {
  const number = Number(value)
  if (Number.isNaN(number) && value !== 'NaN') throw invalidParam('a number that is no number')
  return number
}

type Reader = (value: unknown, now: number) => Value

const READERS: Record<string, Reader> = {
  $numberInt: numberOf,
  $numberLong: numberOf,
  $numberDouble: numberOf,
  $date: dateOf,
  $regularExpression: regexOf,
  $tcb_server_date: (value, now) => {
    const offset = (value as { offset?: Value } | null)?.offset ?? 0
    return new Date(now + (typeof offset === 'number' ? offset : Number((read(offset, now, false, 0) as number) ?? 0)))
  },
}

const UNSUPPORTED = new Set(
  '$oid $binary $uuid $timestamp $numberDecimal $undefined $minKey $maxKey $symbol $code $dbPointer'.split(' '),
)

const read = (value: unknown, now: number, repair: boolean, depth: number): Value => {
  if (typeof value === 'string') return repair ? Buffer.from(value).toString() : value
  if (typeof value !== 'object' || value === null) return value as Value
  if (depth > DEEPEST) throw invalidParam(`nested deeper than ${DEEPEST} levels`)
  if (Array.isArray(value)) {
    for (let at = 0; at < value.length; at++) value[at] = read(value[at], now, repair, depth + 1)
    return value as Value[]
  }
  const names = Object.keys(value)
  const first = names[0]
  if (first?.startsWith('$') && names.length === 1) {
    const reader = Object.hasOwn(READERS, first) ? READERS[first] : undefined
    if (reader) return reader((value as Document)[first], now)
    if (UNSUPPORTED.has(first)) throw invalidParam(`unknown value type: ${first}`)
  }
  for (const name of names) {
    // assigning to it would change the object's prototype instead of a field
    if (name === '__proto__') throw invalidParam('a field may not be named __proto__')
    const document = value as Document
    document[name] = read(document[name], now, repair, depth + 1)
  }
  return value as Document
}

/**
 * Reads canonical or relaxed EJSON as the SDK sends it.
 * @param now epoch ms that `$tcb_server_date` counts its offset from
 */
export const readWire = (text: string, now: number): Value => {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    throw invalidParam('malformed EJSON')
  }
  // half a surrogate pair cannot be stored as UTF-8; a driver would send U+FFFD in its place
  return read(parsed, now, /\\u[dD][89a-fA-F]/.test(text), 0)
}

const writeNumber = (value: number): string => {
  if (Number.isInteger(value)) {
    if (value >= -INT32 && value < INT32) return `{"$numberInt":"${value}"}`
    if (value >= -INT64 && value < INT64) return `{"$numberLong":"${BigInt(value)}"}`
  }
  return `{"$numberDouble":"${value}"}`
}

/** Canonical EJSON, as the SDK's own bson reads it. A field without a value is left out. */
export const writeWire = (value: unknown): string => {
  if (typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'number') return writeNumber(value)
  if (typeof value === 'boolean') return value ? 'true' : 'false'
  if (typeof value !== 'object' || value === null) return 'null'
  if (Array.isArray(value)) return `[${value.map(writeWire).join(',')}]`
  if (value instanceof Date) return `{"$date":{"$numberLong":"${value.getTime()}"}}`
  if (value instanceof RegExp) {
    return `{"$regularExpression":{"pattern":${JSON.stringify(value.source)},"options":"${value.flags}"}}`
  }
  let text = ''
  for (const name of Object.keys(value)) {
    const field = (value as Document)[name]
    if (field !== undefined) text += `${text ? ',' : ''}${JSON.stringify(name)}:${writeWire(field)}`
  }
  return `{${text}}`
}

const encode = (value: Value): unknown => {
  if (typeof value === 'number') return Number.isFinite(value) ? value : { $numberDouble: String(value) }
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(encode)
  if (value instanceof Date) return { $date: value.getTime() }
  if (value instanceof RegExp) return { $regularExpression: { pattern: value.source, options: value.flags } }
  const encoded: Record<string, unknown> = {}
  for (const name of Object.keys(value)) encoded[name] = encode(value[name] as Value)
  return encoded
}

/** Stored text is plain JSON wherever it can be: numbers stay numbers, and only dates and the like are wrapped. */
export const writeStored = (document: Document): string => JSON.stringify(encode(document))

/** No field name begins with `$`, and a quote inside a string is escaped: the two characters `{"$` betray a wrapped value. */
export const readStored = (text: string): Document => {
  const document = JSON.parse(text) as Document
  return text.includes('{"$') ? (read(document, 0, false, 0) as Document) : document
}
