import { isDocument, type Value } from './document.value'
import { unknownOperator } from './refusal'

const EXPRESSIONS = `abs add ceil divide exp floor ln log log10 mod multiply pow sqrt subtract trunc
  arrayElemAt arrayToObject concatArrays filter in indexOfArray isArray map range reduce reverseArray size slice zip
  and not or cmp eq gt gte lt lte ne cond ifNull switch
  dateFromParts dateFromString dateToString dayOfMonth dayOfWeek dayOfYear isoDayOfWeek isoWeek isoWeekYear millisecond
  minute month second hour week year
  literal mergeObjects objectToArray allElementsTrue anyElementTrue setDifference setEquals setIntersection setIsSubset
  setUnion concat split strLenCP strcasecmp substr substrCP toLower toUpper let
  avg max min sum stdDevPop stdDevSamp`

const ACCUMULATORS = 'addToSet avg first last max mergeObjects min push stdDevPop stdDevSamp sum'

const named = (names: string) => new Set(names.split(/\s+/).map((name) => `$${name}`))
const expressions = named(EXPRESSIONS)
const accumulators = named(ACCUMULATORS)

/** China has kept one hour since 1991; mingo resolves a named zone thirty times slower than an offset. */
const OFFSETS: Record<string, string> = { 'Asia/Shanghai': '+08:00', PRC: '+08:00', 'Asia/Chongqing': '+08:00' }

const readFields = (fields: { [name: string]: Value }): Value => {
  const entries = Object.entries(fields)
  if (entries.some(([name]) => name.startsWith('$')) && entries.length !== 1) {
    throw unknownOperator('expression', Object.keys(fields).join(', '))
  }
  return Object.fromEntries(
    entries.map(([name, value]) => {
      if (name === '$literal') return [name, value]
      if (name.startsWith('$') && !expressions.has(name)) throw unknownOperator('expression operator', name)
      if (name === 'timezone' && typeof value === 'string' && Object.hasOwn(OFFSETS, value)) {
        return [name, OFFSETS[value] as string]
      }
      return [name, readExpression(value)]
    }),
  )
}

/** Refuses by name every operator the local cloud does not know; what it knows comes back with its time zones made fast. */
export const readExpression = (value: Value): Value => {
  if (Array.isArray(value)) return value.map(readExpression)
  return isDocument(value) ? readFields(value) : value
}

/** `{ total: { $sum: '$n' } }`: one accumulator per output field. */
export const readAccumulator = (value: Value | undefined): Value => {
  const [name, ...rest] = isDocument(value) ? Object.keys(value) : []
  if (!isDocument(value) || name === undefined || rest.length > 0 || !accumulators.has(name)) {
    throw unknownOperator('group accumulator', name ?? JSON.stringify(value))
  }
  return { [name]: readExpression(value[name] as Value) }
}
