import { compareValues, type Direction, type Order, rankOf, sortDocuments } from './bson.order'
import { type Place, placeOf, readField, writeField } from './document.place'
import { matcherOf, readQuery } from './document.query'
import { copyOf, idOf, isDocument, type Document, type Value } from './document.value'
import { requestFailed, unknownOperator } from './refusal'

export interface Step {
  path: string
  segments: string[]
  operand: Value
  apply: Operator
}
export type Operator = (document: Document, step: Step) => void

const placeToWrite = (document: Document, { segments }: Step) => placeOf(document, segments, true) as Place

const isSame = (a: Value, b: Value) => rankOf(a) === rankOf(b) && compareValues(a, b) === 0

const arithmetic =
  (name: string, missing: (operand: number) => number, combine: (value: number, operand: number) => number): Operator =>
  (document, step) => {
    const { operand } = step
    if (typeof operand !== 'number') throw requestFailed(`Cannot apply ${name} with non-numeric argument`)
    const place = placeToWrite(document, step)
    const value = readField(place)
    if (value !== undefined && typeof value !== 'number') {
      throw requestFailed(
        `Cannot apply ${name} to a value of non-numeric type. {_id: ${JSON.stringify(idOf(document))}} has the field '${step.path}'`,
      )
    }
    writeField(place, value === undefined ? missing(operand) : combine(value, operand))
  }

const extreme =
  (direction: Direction): Operator =>
  (document, step) => {
    const place = placeToWrite(document, step)
    const value = readField(place)
    if (value === undefined || compareValues(step.operand, value) * direction > 0) writeField(place, step.operand)
  }

const requireArray = (document: Document, path: string, value: Value | undefined): Value[] => {
  if (!Array.isArray(value)) {
    throw requestFailed(`The field '${path}' must be an array in document {_id: ${JSON.stringify(idOf(document))}}`)
  }
  return value
}

const arrayToGrow = (document: Document, step: Step): Value[] => {
  const place = placeToWrite(document, step)
  const value = readField(place)
  if (value !== undefined) return requireArray(document, step.path, value)
  const fresh: Value[] = []
  writeField(place, fresh)
  return fresh
}

const existingArray = (document: Document, { path, segments }: Step): Value[] | null => {
  const place = placeOf(document, segments, false)
  const value = place ? readField(place) : undefined
  return value === undefined ? null : requireArray(document, path, value)
}

const eachOf = (operand: Value): Value[] => {
  if (!isDocument(operand) || !Object.hasOwn(operand, '$each')) return [operand]
  if (!Array.isArray(operand.$each)) throw requestFailed('The argument to $each must be an array')
  return operand.$each
}

const wholeNumber = (operand: Document, modifier: string): number | undefined => {
  const value = operand[modifier]
  if (value === undefined) return undefined
  if (!Number.isInteger(value)) throw requestFailed(`The value for ${modifier} must be an integer`)
  return value as number
}

const sortElements = (elements: Value[], sort: Value): Value[] => {
  if (sort === 1 || sort === -1) return elements.sort((a, b) => compareValues(a, b) * sort)
  const order = isDocument(sort) ? (Object.entries(sort) as Order) : []
  if (order.length === 0 || order.some(([, direction]) => direction !== 1 && direction !== -1)) {
    throw requestFailed('$sort needs 1, -1 or fields with 1 or -1')
  }
  const wrapped = elements.map((element) => ({ element }))
  return sortDocuments(
    wrapped,
    order.map(([path, direction]) => [`element.${path}`, direction]),
  ).map(({ element }) => element)
}

const PUSH_MODIFIERS = new Set(['$each', '$position', '$slice', '$sort'])

const push: Operator = (document, step) => {
  const array = arrayToGrow(document, step)
  const { operand } = step
  if (!isDocument(operand) || !Object.hasOwn(operand, '$each')) {
    array.push(copyOf(operand))
    return
  }
  for (const name of Object.keys(operand)) if (!PUSH_MODIFIERS.has(name)) throw unknownOperator('$push modifier', name)
  const slice = wholeNumber(operand, '$slice')
  array.splice(wholeNumber(operand, '$position') ?? array.length, 0, ...eachOf(operand).map(copyOf))
  const sorted = operand.$sort === undefined ? array : sortElements([...array], operand.$sort)
  const kept =
    slice === undefined ? sorted : slice === 0 ? [] : slice > 0 ? sorted.slice(0, slice) : sorted.slice(slice)
  writeField(placeToWrite(document, step), kept)
}

const addToSet: Operator = (document, step) => {
  const { operand } = step
  if (isDocument(operand) && Object.hasOwn(operand, '$each') && Object.keys(operand).length > 1) {
    throw unknownOperator('$addToSet modifier', Object.keys(operand).join(', '))
  }
  const array = arrayToGrow(document, step)
  for (const candidate of eachOf(operand)) {
    if (!array.some((element) => isSame(element, candidate))) array.push(copyOf(candidate))
  }
}

/** A condition with operators looks at the element, one without them at the element's fields. */
const pulls = (condition: Value): ((element: Value) => boolean) => {
  if (
    condition instanceof RegExp ||
    (isDocument(condition) && Object.keys(condition).some((name) => name.startsWith('$')))
  ) {
    const matches = matcherOf(readQuery({ element: condition }))
    return (element) => matches({ element })
  }
  if (!isDocument(condition)) return (element) => isSame(element, condition)
  const matches = matcherOf(readQuery(condition))
  return (element) => isDocument(element) && matches(element)
}

const removeElements =
  (toRemove: (operand: Value) => (element: Value) => boolean): Operator =>
  (document, step) => {
    const array = existingArray(document, step)
    const isRemoved = toRemove(step.operand)
    array?.splice(0, array.length, ...array.filter((element) => !isRemoved(element)))
  }

export const UPDATE_OPERATORS: Record<string, Operator> = {
  $set: (document, step) => writeField(placeToWrite(document, step), copyOf(step.operand)),
  $unset: (document, { segments }) => {
    const place = placeOf(document, segments, false)
    if (!place || readField(place) === undefined) return
    if (Array.isArray(place.container)) writeField(place, null)
    else delete place.container[place.name]
  },
  $inc: arithmetic(
    '$inc',
    (operand) => operand,
    (value, operand) => value + operand,
  ),
  $mul: arithmetic(
    '$mul',
    () => 0,
    (value, operand) => value * operand,
  ),
  $min: extreme(-1),
  $max: extreme(1),
  $push: push,
  $addToSet: addToSet,
  $pop: (document, step) => {
    if (step.operand !== 1 && step.operand !== -1) throw requestFailed('$pop expects 1 or -1')
    const array = existingArray(document, step)
    if (step.operand === 1) array?.pop()
    else array?.shift()
  },
  $pull: removeElements(pulls),
  $pullAll: removeElements((operand) => {
    if (!Array.isArray(operand)) throw requestFailed('$pullAll requires an array argument')
    return (element) => operand.some((candidate) => isSame(element, candidate))
  }),
  $rename: (document, { segments, operand }) => {
    const place = placeOf(document, segments, false)
    const value = place ? readField(place) : undefined
    if (!place || value === undefined) return
    if (Array.isArray(place.container)) throw requestFailed('$rename cannot reach into an array')
    delete place.container[place.name]
    writeField(placeOf(document, (operand as string).split('.'), true) as Place, value)
  },
}
