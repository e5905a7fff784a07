/** The codes of the wire; wx-server-sdk turns the ones it knows into numbers (-502001, -502002, -502005). */
export type RefusalCode =
  | 'DATABASE_REQUEST_FAILED'
  /** Spelled as the SDK's own table spells it. */
  | 'DATABASE_INVALID_OPERRATOR'
  | 'DATABASE_COLLECTION_NOT_EXIST'
  | 'DATABASE_COLLECTION_ALREADY_EXIST'
  | 'DATABASE_TRANSACTION_CONFLICT'
  | 'DATABASE_TRANSACTION_FAIL'
  | 'INVALID_PARAM'

/** An expected "no": it becomes a wire reply. Every other error is a bug and rises. */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}

export const requestFailed = (message: string) => new Refusal('DATABASE_REQUEST_FAILED', message)

export const invalidParam = (message: string) => new Refusal('INVALID_PARAM', message)

export const unknownOperator = (kind: string, name: string) =>
  new Refusal('DATABASE_INVALID_OPERRATOR', `unknown ${kind}: ${name}`)

export const duplicateKey = (collection: string, index: string, key: string) =>
  requestFailed(`[DuplicateWrite] E11000 duplicate key error collection: ${collection} index: ${index} dup key: ${key}`)

export const conflict = (message = 'WriteConflict') => new Refusal('DATABASE_TRANSACTION_CONFLICT', message)

/** What a query library throws about a request's contents is the request's fault. */
export const blameRequest = <T>(work: () => T): T => {
  try {
    return work()
  } catch (error) {
    if (error instanceof Refusal || !(error instanceof Error)) throw error
    throw new Refusal('DATABASE_REQUEST_FAILED', error.message, { cause: error })
  }
}
