import type { ErrorCode } from './errors'

export interface Ok<T> {
  readonly ok: true
  readonly value: T
}

export interface Err<C extends ErrorCode = ErrorCode> {
  readonly ok: false
  readonly code: C
  /** Paths of the fields that were refused, never their values. */
  readonly fields?: readonly string[]
}

/** An expected failure is a value: rules and handlers answer one of these instead of throwing. */
export type Result<T, C extends ErrorCode = ErrorCode> = Ok<T> | Err<C>

export const ok = <T>(value: T): Ok<T> => ({ ok: true, value })

export const err = <C extends ErrorCode>(code: C, fields?: readonly string[]): Err<C> =>
  fields ? { ok: false, code, fields } : { ok: false, code }
