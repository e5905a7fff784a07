import { Aggregator } from 'mingo/aggregator'
import { Context } from 'mingo'
import { type Iterator, Lazy } from 'mingo/lazy'
import * as pipelines from 'mingo/operators/pipeline'
import type { AnyObject, Options } from 'mingo/types'
import { readAccumulator, readExpression } from './aggregation.expression'
import { type Order, sortDocuments } from './bson.order'
import { findAt, segmentsOf } from './document.path'
import { mongoContext, mongoOptions, readQuery } from './document.query'
import { isDocument, type Document, type Value } from './document.value'
import { blameRequest, requestFailed, unknownOperator } from './refusal'
import type { Table } from './table.store'

/** Without `$limit` the platform answers 20 documents; with it at most 10 000. */
const DEFAULT_LIMIT = 20
const LARGEST_LIMIT = 10_000

type Stage = [name: string, spec: Value]

const fieldsOf = (name: string, spec: Value): Document => {
  if (!isDocument(spec)) throw requestFailed(`${name} needs an object`)
  return spec
}

const mapFields = (spec: Document, read: (value: Value) => Value): Document =>
  Object.fromEntries(Object.entries(spec).map(([name, value]) => [name, read(value)]))

const readWhole =
  (least: number) =>
  (name: string, spec: Value): Value => {
    if (!Number.isInteger(spec) || (spec as number) < least) throw requestFailed(`${name} needs a whole number`)
    return spec
  }

const onlyKnows = (name: string, spec: Document, known: string[]): void => {
  const unknown = Object.keys(spec).find((option) => !known.includes(option))
  if (unknown !== undefined) throw unknownOperator(`option of ${name}`, unknown)
}

/**
 * The stages the SDK offers and the local cloud knows. Not $bucket, $bucketAuto and $sample: mingo puts a value that
 * stands on a boundary into the bucket below it, and draws one document twice.
 */
const STAGES: Record<string, (name: string, spec: Value) => Value> = {
  $match: (_name, spec) => readQuery(spec),
  $project: (name, spec) => mapFields(fieldsOf(name, spec), readExpression),
  $addFields: (name, spec) => mapFields(fieldsOf(name, spec), readExpression),
  $group: (name, spec) => {
    const { _id, ...accumulated } = fieldsOf(name, spec)
    if (_id === undefined) throw requestFailed('a group specification must include an _id')
    return { _id: readExpression(_id), ...mapFields(accumulated, readAccumulator) }
  },
  $sort: (name, spec) => {
    const order = fieldsOf(name, spec)
    if (Object.keys(order).length === 0 || Object.values(order).some((way) => way !== 1 && way !== -1)) {
      throw requestFailed('$sort needs fields with 1 or -1')
    }
    return order
  },
  $limit: readWhole(1),
  $skip: readWhole(0),
  $unwind: (name, spec) => {
    if (typeof spec === 'string') return spec
    onlyKnows(name, fieldsOf(name, spec), ['path', 'includeArrayIndex', 'preserveNullAndEmptyArrays'])
    return spec
  },
  $lookup: (name, spec) => {
    const options = fieldsOf(name, spec)
    onlyKnows(name, options, ['from', 'localField', 'foreignField', 'as', 'let', 'pipeline'])
    if (typeof options.from !== 'string' || typeof options.as !== 'string')
      throw requestFailed('$lookup needs from and as')
    if (options.pipeline === undefined) {
      if (typeof options.localField !== 'string' || typeof options.foreignField !== 'string') {
        throw requestFailed('$lookup needs localField and foreignField, or a pipeline')
      }
      return options
    }
    if (options.localField !== undefined) throw requestFailed('$lookup takes fields or a pipeline, not both')
    if (!Array.isArray(options.pipeline)) throw requestFailed('the pipeline of $lookup must be an array')
    const pipeline = options.pipeline
      .map((stage) => readStage(stageOf(stage)))
      .map(([stage, value]) => ({ [stage]: value }))
    return { ...options, let: readExpression(options.let ?? {}), pipeline }
  },
  $count: (_name, spec) => {
    if (typeof spec !== 'string' || spec === '' || spec.startsWith('$'))
      throw requestFailed('$count needs a field name')
    return spec
  },
  $sortByCount: (_name, spec) => readExpression(spec),
  $replaceRoot: (name, spec) => {
    onlyKnows(name, fieldsOf(name, spec), ['newRoot'])
    return mapFields(fieldsOf(name, spec), readExpression)
  },
}

const stageOf = (stage: Value): Stage => {
  const [entry, ...rest] = isDocument(stage) ? Object.entries(stage) : []
  if (!entry || rest.length > 0) throw requestFailed('a pipeline stage has exactly one name')
  return entry
}

const readStage = ([name, spec]: Stage): Stage => {
  const read = Object.hasOwn(STAGES, name) ? STAGES[name] : undefined
  if (!read) throw unknownOperator('aggregation stage', name)
  return [name, read(name, spec)]
}

const orderOf = (spec: Value): Order => Object.entries(spec as Document) as Order

/** What the pipeline's first stages ask, said so that the table can narrow and sort by its indexes. */
const takeSelection = (stages: Stage[], most: number) => {
  const rest = [...stages]
  const take = (name: string) => (rest[0]?.[0] === name ? (rest.shift() as Stage)[1] : undefined)
  const query = (take('$match') ?? {}) as Document
  const sort = take('$sort')
  const limit = take('$limit') as number | undefined
  return {
    selection: {
      query,
      order: sort === undefined ? [] : orderOf(sort),
      offset: 0,
      limit: limit ?? (rest.length === 0 ? most : Number.POSITIVE_INFINITY),
    },
    rest,
  }
}

const lookUp = (find: (name: string) => Table) => {
  const whole = new Map<string, AnyObject[]>()
  const everything = (name: string): AnyObject[] => {
    const known = whole.get(name)
    if (known) return known
    const documents = [...find(name).select({ query: {}, order: [], offset: 0, limit: Number.POSITIVE_INFINITY })]
    whole.set(name, documents)
    return documents
  }

  const byField = (source: Iterator, { from, localField, foreignField, as }: Document): Iterator => {
    const table = find(from as string)
    const segments = segmentsOf(localField as string)
    const found = new Map<string, Document[]>()
    return source.map((document: Document) => {
      const operands = findAt(document, segments).values.flatMap((value) => value ?? null)
      const query = { [foreignField as string]: { $in: operands } }
      const key = JSON.stringify(operands)
      const joined = found.get(key) ?? [
        ...table.select({ query, order: [], offset: 0, limit: Number.POSITIVE_INFINITY }),
      ]
      found.set(key, joined)
      return { ...document, [as as string]: joined }
    })
  }

  const $lookup = (source: Iterator, spec: AnyObject, options: Options): Iterator =>
    spec.pipeline === undefined
      ? byField(source, spec as Document)
      : pipelines.$lookup(source, { ...spec, from: everything(spec.from as string) } as never, options)
  return $lookup
}

const $sort = (source: Iterator, spec: AnyObject): Iterator =>
  source.transform((documents: Document[]) => Lazy(sortDocuments(documents, orderOf(spec as Document))))

/**
 * @param find refuses a collection that does not exist
 * @returns at most 20 documents unless a `$limit` says otherwise
 */
export const aggregate = (table: Table, given: Stage[], find: (name: string) => Table): unknown[] => {
  const stages = given.map(readStage)
  const most = stages.some(([name]) => name === '$limit') ? LARGEST_LIMIT : DEFAULT_LIMIT
  const { selection, rest } = takeSelection(stages, most)
  const pipeline = [...rest.map(([name, spec]) => ({ [name]: spec })), { $limit: most }]
  const context = Context.from(
    Context.init({ pipeline: { ...pipelines, $sort, $lookup: lookUp(find) } as never }),
    mongoContext,
  )
  const source = table.select(selection)
  try {
    return blameRequest(() => new Aggregator(pipeline, { ...mongoOptions, context }).run(source))
  } finally {
    source.return(undefined)
  }
}
