/** What a document can hold. Numbers are JavaScript numbers: the SDK knows no other. */
export type Value = null | boolean | number | string | Date | RegExp | Value[] | { [name: string]: Value }
export type Document = { [name: string]: Value }

export const isDocument = (value: unknown): value is Document =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof Date) &&
  !(value instanceof RegExp)

/** The id of a document that has one, as every stored document does. */
export const idOf = ({ _id: id }: Document): Value => id as Value

export const copyOf = <T extends Value>(value: T): T => {
  if (Array.isArray(value)) return value.map(copyOf) as T
  if (!isDocument(value)) return value
  const copy: Document = {}
  for (const name of Object.keys(value)) copy[name] = copyOf(value[name] as Value)
  return copy as T
}
