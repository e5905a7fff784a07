import { Context } from 'mingo'
import * as accumulators from 'mingo/operators/accumulator'
import * as expressions from 'mingo/operators/expression'
import * as pipelines from 'mingo/operators/pipeline'
import * as projections from 'mingo/operators/projection'
import * as queries from 'mingo/operators/query'
import { Query } from 'mingo/query'
import { readExpression } from './aggregation.expression'
import { comparisonOperators } from './comparison.operators'
import { isDocument, type Document, type Value } from './document.value'
import { blameRequest, invalidParam, requestFailed, unknownOperator } from './refusal'

export const mongoContext = Context.init({
  accumulator: accumulators,
  expression: expressions,
  pipeline: pipelines,
  projection: projections,
  // every operator takes a path, its operand and options; mingo's own type is the union of all its signatures
  query: { ...queries, ...comparisonOperators } as never,
})

/** Scripts never run: a `$where` or `$function` is unknown here. */
export const mongoOptions = { context: mongoContext, scriptEnabled: false }

const LOGICAL = new Set(['$and', '$or', '$nor'])
const needsArray = (name: string, operand: Value): Value[] => {
  if (!Array.isArray(operand)) throw requestFailed(`${name} needs an array`)
  return operand
}
const plain = (_name: string, operand: Value): Value => operand

/** What each field operator makes of its operand, or how it refuses it. */
const FIELD_OPERATORS: Record<string, (name: string, operand: Value) => Value> = {
  $eq: plain,
  $ne: plain,
  $gt: plain,
  $gte: plain,
  $lt: plain,
  $lte: plain,
  $exists: plain,
  $in: needsArray,
  $nin: needsArray,
  $all: (name, operand) => needsArray(name, operand).map(readAllOf),
  $mod: (name, operand) => {
    const [divisor, remainder, ...rest] = needsArray(name, operand)
    if (typeof divisor !== 'number' || typeof remainder !== 'number' || rest.length > 0 || divisor === 0) {
      throw requestFailed('$mod needs [divisor, remainder]')
    }
    return operand
  },
  $size: (name, operand) => {
    if (!Number.isInteger(operand)) throw requestFailed(`${name} needs a whole number`)
    return operand
  },
  $regex: (name, operand) => {
    if (typeof operand !== 'string' && !(operand instanceof RegExp)) throw requestFailed(`${name} needs a pattern`)
    return operand
  },
  $options: (name, operand) => {
    if (typeof operand !== 'string' || !/^[ims]*$/.test(operand)) throw requestFailed(`${name} knows only i, m and s`)
    return operand
  },
  $not: (name, operand) => {
    if (operand instanceof RegExp) return operand
    if (!isDocument(operand) || !isOperators(operand)) throw requestFailed(`${name} needs an operator or a pattern`)
    return readOperators(operand)
  },
  $elemMatch: (name, operand) => {
    if (!isDocument(operand)) throw requestFailed(`${name} needs an object`)
    const isQuery = Object.keys(operand).every((key) => LOGICAL.has(key) || !key.startsWith('$'))
    return isQuery ? readQuery(operand) : readOperators(operand)
  },
}

const readAllOf = (operand: Value): Value =>
  isDocument(operand) && Object.hasOwn(operand, '$elemMatch') ? readOperators(operand) : operand

const isOperators = (operand: Document): boolean => Object.keys(operand).some((name) => name.startsWith('$'))

const readOperators = (operators: Document): Document =>
  Object.fromEntries(
    Object.entries(operators).map(([name, operand]) => {
      const readOperand = Object.hasOwn(FIELD_OPERATORS, name) ? FIELD_OPERATORS[name] : undefined
      if (!readOperand) throw unknownOperator('query operator', name)
      return [name, readOperand(name, operand)]
    }),
  )

const readClause = (name: string, operand: Value): Value => {
  if (LOGICAL.has(name)) {
    const clauses = needsArray(name, operand)
    if (clauses.length === 0) throw requestFailed(`${name} needs a nonempty array`)
    return clauses.map((clause) => readQuery(clause))
  }
  if (name === '$expr') return readExpression(operand)
  if (name.startsWith('$')) throw unknownOperator('query operator', name)
  if (name.split('.').includes('__proto__')) throw invalidParam('a path may not go through __proto__')
  return isDocument(operand) && isOperators(operand) ? readOperators(operand) : operand
}

/** Refuses by name what the local cloud does not know. */
export const readQuery = (query: Value): Document => {
  if (!isDocument(query)) throw requestFailed('a query must be an object')
  return Object.fromEntries(Object.entries(query).map(([name, operand]) => [name, readClause(name, operand)]))
}

export type Matches = (document: Document) => boolean

/** Decides whether a document answers a query that `readQuery` let through. */
export const matcherOf = (query: Document): Matches => {
  if (Object.keys(query).length === 0) return () => true
  const compiled = blameRequest(() => new Query(query, mongoOptions))
  return (document) => blameRequest(() => compiled.test(document))
}

const isProjected = (value: Value): boolean => {
  if (value === 0 || value === 1 || typeof value === 'boolean') return true
  if (!isDocument(value)) throw requestFailed('a projection is 1, 0, $slice or $elemMatch')
  for (const name of Object.keys(value)) {
    if (name !== '$slice' && name !== '$elemMatch') throw unknownOperator('projection operator', name)
  }
  return true
}

/** Which fields of the found documents go back. */
export const project = (documents: Document[], projection: Document | null): unknown[] => {
  if (!projection || Object.keys(projection).length === 0) return documents
  Object.values(projection).every(isProjected)
  return blameRequest(() => new Query({}, mongoOptions).find(documents, projection).all())
}
