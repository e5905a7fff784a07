import type { Options } from 'mingo/types'
import { compareValues, rankOf } from './bson.order'
import { findAt, segmentsOf } from './document.path'
import type { Document, Value } from './document.value'

type Test = (document: Document) => boolean
type Candidate = Value | undefined

/** MongoDB compares the value at a path, and each element when that value is an array. */
const candidatesAt = (document: Document, segments: string[]): Candidate[] => {
  const { values } = findAt(document, segments)
  return values.some(Array.isArray)
    ? values.flatMap((value): Candidate[] => (Array.isArray(value) ? [value, ...value] : [value]))
    : values
}

const equals = (candidate: Candidate, operand: Value): boolean =>
  operand instanceof RegExp && typeof candidate === 'string'
    ? operand.test(candidate)
    : rankOf(candidate) === rankOf(operand) && compareValues(candidate, operand) === 0

const anyOf =
  (holds: (candidate: Candidate, operand: Value) => boolean) =>
  (path: string, operand: unknown, _options: Options): Test => {
    const segments = segmentsOf(path)
    return (document) => candidatesAt(document, segments).some((candidate) => holds(candidate, operand as Value))
  }

const within = (accepts: (order: number) => boolean) =>
  anyOf(
    (candidate, bound) =>
      rankOf(candidate) === rankOf(bound) &&
      !(Number.isNaN(candidate) !== Number.isNaN(bound)) &&
      accepts(compareValues(candidate, bound)),
  )

const $eq = anyOf(equals)
const $in = anyOf((candidate, operands) => (operands as Value[]).some((operand) => equals(candidate, operand)))

const not =
  (operator: typeof $eq) =>
  (path: string, operand: unknown, options: Options): Test => {
    const holds = operator(path, operand, options)
    return (document) => !holds(document)
  }

/** mingo's own compare text by UTF-16 unit, tell missing from null in ranges, and miss null inside arrays. */
export const comparisonOperators = {
  $eq,
  $ne: not($eq),
  $in,
  $nin: not($in),
  $gt: within((order) => order > 0),
  $gte: within((order) => order >= 0),
  $lt: within((order) => order < 0),
  $lte: within((order) => order <= 0),
}
