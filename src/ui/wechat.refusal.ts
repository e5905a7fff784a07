/** Why WeChat did not do what was asked for: the person closed it, said no, said no to it once before, or it failed. */
export type Refusal = 'cancelled' | 'privacy' | 'permission' | 'failed'

/** Not agreed to WeChat's privacy consent (errno 104), or not declared by the hospital (112). */
const PRIVACY = /privacy|api scope is not declared/i
const PERMISSION = /auth deny|auth denied|authorize no response|system permission denied|permission denied/i
const CANCELLED = /cancel/i

const messageOf = (cause: unknown): string =>
  typeof cause === 'object' && cause !== null && 'errMsg' in cause ? String(cause.errMsg) : ''

/** Reads what a `wx` function rejected with. */
export const refusalOf = (cause: unknown): Refusal => {
  const message = messageOf(cause)
  if (PRIVACY.test(message)) return 'privacy'
  if (PERMISSION.test(message)) return 'permission'
  return CANCELLED.test(message) ? 'cancelled' : 'failed'
}
