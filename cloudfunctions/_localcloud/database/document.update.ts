import { copyOf, isDocument, type Document, type Value } from './document.value'
import { invalidParam, requestFailed, unknownOperator } from './refusal'
import { type Step, UPDATE_OPERATORS } from './update.operators'

const refusePath = (path: string): void => {
  const segments = path.split('.')
  if (segments.includes('')) throw requestFailed(`The update path '${path}' contains an empty field name`)
  if (segments[0] === '_id')
    throw requestFailed(`Performing an update on the path '${path}' would modify the immutable field '_id'`)
  const special = segments.find(
    (segment) => segment.startsWith('$') || segment === '__proto__' || segment.includes('\0'),
  )
  if (special !== undefined)
    throw invalidParam(`the update path '${path}' may not go through ${JSON.stringify(special)}`)
}

const refuseCollisions = (paths: string[]): void => {
  const sorted = paths.map((path) => `${path}.`).sort()
  for (const [at, path] of sorted.entries()) {
    const next = sorted[at + 1]
    if (next?.startsWith(path)) {
      throw requestFailed(`Updating the path '${next.slice(0, -1)}' would create a conflict at '${path.slice(0, -1)}'`)
    }
  }
}

/** Reads `{ $set: {…}, $inc: {…} }`; what it does not know it refuses by name. The result makes a changed copy. */
export const readUpdate = (update: Value): ((document: Document) => Document) => {
  if (!isDocument(update)) throw requestFailed('an update must be an object')
  const steps: Step[] = []
  const paths: string[] = []
  for (const [name, fields] of Object.entries(update)) {
    const apply = Object.hasOwn(UPDATE_OPERATORS, name) ? UPDATE_OPERATORS[name] : undefined
    if (!apply) throw unknownOperator('update operator', name)
    if (!isDocument(fields)) throw requestFailed(`${name} needs an object of fields`)
    for (const [path, operand] of Object.entries(fields)) {
      steps.push({ path, segments: path.split('.'), operand, apply })
      paths.push(path)
      if (name !== '$rename') continue
      if (typeof operand !== 'string') throw requestFailed('The target of $rename must be a string')
      paths.push(operand)
    }
  }
  paths.forEach(refusePath)
  refuseCollisions(paths)
  return (document) => {
    const changed = copyOf(document)
    for (const step of steps) step.apply(changed, step)
    return changed
  }
}
