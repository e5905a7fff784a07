import type { Direction, Order } from './bson.order'
import { isDocument, type Document, type Value } from './document.value'
import {
  ARRAY_KEY,
  bracketOf,
  type IndexKey,
  keyOfValue,
  ODD_KEY,
  SEEN_ARRAY,
  SEEN_DOCUMENT,
  SEEN_ODD,
} from './index.key'

/** What narrowing may know about a collection: the column of each indexed path, and what was ever seen there. */
export interface Layout {
  columnOf(path: string): string | undefined
  seenAt(path: string): number
  indexes: { sqlName: string; keys: [column: string, direction: Direction][] }[]
}

export interface Sql {
  text: string
  params: IndexKey[]
}

export interface Plan {
  /** Alternatives whose rows do not overlap: their union holds every document that can match. */
  arms: Sql[]
  /** The arms hold nothing else: no document needs to be looked at. */
  isExact: boolean
  /** `a ASC, b DESC` when SQLite's order of these columns is MongoDB's; null when documents must be sorted. */
  orderBy: string | null
  /** The index that serves the arms in that order. */
  index: string | null
}

type RangeKey = number | string | Buffer

type Constraint =
  | { kind: 'points'; column: string; keys: IndexKey[] }
  | { kind: 'range'; column: string; operator: keyof typeof COMPARISONS; key: RangeKey }
  | { kind: 'other'; sql: Sql }

const COMPARISONS = { $gt: '>', $gte: '>=', $lt: '<', $lte: '<=' } as const
const isComparison = (operator: string): operator is keyof typeof COMPARISONS => Object.hasOwn(COMPARISONS, operator)

/** SQLite takes 32 766 parameters and nests 1000 deep; a query beyond this is not narrowed. */
const MOST_PARAMS = 30_000
const MOST_CONSTRAINTS = 200

/** Beyond this many merged streams one sorted scan is no slower. */
const MOST_ARMS = 32

const nameOf = (key: IndexKey): string => (Buffer.isBuffer(key) ? key.toString('hex') : `${typeof key} ${key}`)

const looseKeys = (seen: number): Buffer[] => [
  ...(seen & SEEN_ARRAY ? [ARRAY_KEY] : []),
  ...(seen & SEEN_ODD ? [ODD_KEY] : []),
]

const isNarrowable = (operand: Value): boolean => {
  if (Array.isArray(operand) || isDocument(operand)) return false
  return keyOfValue(operand) !== ODD_KEY
}

type Range = Extract<Constraint, { kind: 'range' }>

/**
 * What ranges of one type ask of one column. SQLite enters an index with one bound at each end, so the end of the type
 * stands only where the query names none.
 */
const rangeSql = (column: string, ranges: readonly Range[]): Sql => {
  const { from, below } = bracketOf(ranges[0]?.key ?? 0)
  const isUpper = ({ operator }: Range) => operator === '$lt' || operator === '$lte'
  const bounds: [string, IndexKey][] = ranges.map(({ operator, key }) => [COMPARISONS[operator], key])
  if (!ranges.some(isUpper)) bounds.push(['<', below])
  if (ranges.every(isUpper) && from !== null) bounds.push(['>=', from])
  return {
    text: bounds.map(([compare]) => `${column} ${compare} ?`).join(' AND '),
    params: bounds.map(([, key]) => key),
  }
}

const equalsSql = (column: string, keys: IndexKey[]): Sql => {
  const values = keys.filter((key) => key !== null)
  const tests = [
    ...(values.length < keys.length ? [`${column} IS NULL`] : []),
    ...(values.length === 1 ? [`${column} = ?`] : []),
    ...(values.length > 1 ? [`${column} IN (${values.map(() => '?').join(',')})`] : []),
  ]
  return { text: tests.length === 0 ? '0' : `(${tests.join(' OR ')})`, params: values }
}

const joined = (word: 'AND' | 'OR', empty: '0' | '1', parts: Sql[]): Sql => ({
  text: parts.length === 0 ? empty : parts.map(({ text }) => `(${text})`).join(` ${word} `),
  params: parts.flatMap(({ params }) => params),
})

const allOf = (parts: Sql[]): Sql => joined('AND', '1', parts)
const anyOf = (parts: Sql[]): Sql => joined('OR', '0', parts)

/** Conditions that all hold; ranges of one column and one type are one. */
const sqlsOf = (constraints: readonly Constraint[]): Sql[] => {
  const ranges = new Map<string, Range[]>()
  const others = constraints.flatMap((constraint) => {
    if (constraint.kind === 'points') return equalsSql(constraint.column, constraint.keys)
    if (constraint.kind === 'other') return constraint.sql
    const place = `${constraint.column} ${nameOf(bracketOf(constraint.key).below)}`
    ranges.set(place, [...(ranges.get(place) ?? []), constraint])
    return []
  })
  return [...others, ...[...ranges.values()].map((found) => rangeSql(found[0]?.column ?? '', found))]
}

/** `[constraint, isExact]`; no constraint when the operator says nothing a column could answer. */
const constrain = (column: string, seen: number, operator: string, operand: Value): [Constraint | null, boolean] => {
  const loose = looseKeys(seen)
  const isExact = loose.length === 0
  if (operator === '$eq' && isNarrowable(operand)) {
    return [{ kind: 'points', column, keys: [keyOfValue(operand), ...loose] }, isExact]
  }
  if (operator === '$in' && Array.isArray(operand) && operand.every(isNarrowable)) {
    const keys = new Map([...operand.map(keyOfValue), ...loose].map((key) => [nameOf(key), key]))
    return [{ kind: 'points', column, keys: [...keys.values()] }, isExact]
  }
  if (isComparison(operator) && operand !== null && isNarrowable(operand)) {
    const range: Range = { kind: 'range', column, operator, key: keyOfValue(operand) as RangeKey }
    if (isExact) return [range, true]
    return [{ kind: 'other', sql: anyOf([rangeSql(column, [range]), equalsSql(column, loose)]) }, false]
  }
  return [null, false]
}

const operatorsOf = (operand: Value): [string, Value][] => {
  if (operand instanceof RegExp) return [['$regex', operand]]
  if (isDocument(operand) && Object.keys(operand).some((name) => name.startsWith('$'))) return Object.entries(operand)
  return [['$eq', operand]]
}

interface Narrowed {
  constraints: Constraint[]
  isExact: boolean
}

/** A disjunction narrows only when each of its clauses does. */
const constrainAny = (clauses: Document[], layout: Layout): Narrowed => {
  const narrowed = clauses.map((clause) => constraintsOf(clause, layout))
  const isExact = narrowed.every((clause) => clause.isExact)
  if (narrowed.some(({ constraints }) => constraints.length === 0)) return { constraints: [], isExact: false }
  const sql = anyOf(narrowed.map(({ constraints }) => allOf(sqlsOf(constraints))))
  return { constraints: [{ kind: 'other', sql }], isExact }
}

const constrainField = (path: string, operand: Value, layout: Layout): Narrowed => {
  const column = path.startsWith('$') ? undefined : layout.columnOf(path)
  if (column === undefined) return { constraints: [], isExact: false }
  const found = operatorsOf(operand).map(([operator, value]) => constrain(column, layout.seenAt(path), operator, value))
  return {
    constraints: found.flatMap(([constraint]) => constraint ?? []),
    isExact: found.every(([, isExact]) => isExact),
  }
}

const constraintsOf = (query: Document, layout: Layout): Narrowed => {
  const narrowed = Object.entries(query).flatMap(([name, operand]) => {
    if (name === '$and') return (operand as Document[]).map((clause) => constraintsOf(clause, layout))
    return name === '$or' ? constrainAny(operand as Document[], layout) : constrainField(name, operand, layout)
  })
  return {
    constraints: narrowed.flatMap(({ constraints }) => constraints),
    isExact: narrowed.every(({ isExact }) => isExact),
  }
}

const isTooLong = (constraints: Constraint[], { params }: Sql): boolean =>
  constraints.length > MOST_CONSTRAINTS || params.length > MOST_PARAMS

const orderColumns = (order: Order, layout: Layout): [column: string, direction: Direction][] | null => {
  const columns: [string, Direction][] = []
  for (const [path, direction] of order) {
    const column = layout.columnOf(path)
    if (column === undefined || layout.seenAt(path) & (SEEN_ARRAY | SEEN_DOCUMENT | SEEN_ODD)) return null
    columns.push([column, direction])
  }
  return columns
}

/** The index that begins with point constraints and goes on in the wanted order, and how many columns are points. */
const servingIndex = (layout: Layout, pointed: Set<string>, wanted: [string, Direction][]) => {
  const serving = layout.indexes.flatMap(({ sqlName, keys }) => {
    let prefix = 0
    while (prefix < keys.length && pointed.has(keys[prefix]?.[0] ?? '')) prefix++
    const rest = keys.slice(prefix, prefix + wanted.length)
    const flip = rest[0] && wanted[0] && rest[0][1] !== wanted[0][1] ? -1 : 1
    const isServing = wanted.every(
      ([column, direction], at) => rest[at]?.[0] === column && rest[at]?.[1] === direction * flip,
    )
    return isServing && prefix + wanted.length > 0
      ? [{ sqlName, prefix: keys.slice(0, prefix).map(([name]) => name) }]
      : []
  })
  return serving.sort((a, b) => b.prefix.length - a.prefix.length)[0] ?? null
}

/**
 * Narrows a query to rows that can match, a superset of the answer whatever the documents hold.
 * `$in` before a sort becomes one arm per value, so that every arm can be read in index order and merged.
 */
export const planOf = (query: Document, order: Order, layout: Layout): Plan => {
  const narrowed = constraintsOf(query, layout)
  const complete = allOf(sqlsOf(narrowed.constraints))
  const isGivenUp = isTooLong(narrowed.constraints, complete)
  const constraints = isGivenUp ? [] : narrowed.constraints
  const isExact = narrowed.isExact && !isGivenUp
  const whole = [isGivenUp ? allOf([]) : complete]
  const wanted = orderColumns(order, layout)
  if (!wanted) return { arms: whole, isExact, orderBy: null, index: null }
  const orderBy = wanted.map(([column, direction]) => `${column} ${direction === 1 ? 'ASC' : 'DESC'}`).join(', ')
  const points = constraints.filter((constraint) => constraint.kind === 'points')
  const free = wanted.filter(([column]) => !points.some((point) => point.column === column && point.keys.length === 1))
  const serving = free.length > 0 ? servingIndex(layout, new Set(points.map(({ column }) => column)), free) : null
  if (!serving) return { arms: whole, isExact, orderBy, index: null }

  const split = points.filter(
    ({ column, keys }, at) =>
      keys.length > 1 && serving.prefix.includes(column) && points.findIndex((point) => point.column === column) === at,
  )
  if (split.reduce((arms, { keys }) => arms * keys.length, 1) > MOST_ARMS) {
    return { arms: whole, isExact, orderBy, index: null }
  }
  const others = sqlsOf(constraints.filter((constraint) => !split.some((point) => point === constraint)))
  const arms = split.reduce<Sql[][]>(
    (soFar, { column, keys }) => soFar.flatMap((arm) => keys.map((key) => [...arm, equalsSql(column, [key])])),
    [[]],
  )
  return { arms: arms.map((arm) => allOf([...arm, ...others])), isExact, orderBy, index: serving.sqlName }
}
