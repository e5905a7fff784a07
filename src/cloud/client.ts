import type { ActionInput, ActionName, ContractDefinition, Reply } from '#domain/contract'
import { type ErrorCode, isErrorCode } from '#domain/errors'
import { err, type Result } from '#domain/result'
import { type FunctionName, isAnonymous } from './anonymous.actions'
import type { Send } from './transport'

export type Client<C extends ContractDefinition> = {
  readonly [A in ActionName<C>]: (input: ActionInput<C, A>) => Promise<Reply<C, A>>
}

/** Refusals of the platform itself, before or instead of the function. */
const PLATFORM = new Map<unknown, ErrorCode>([
  ['EXCEED_MAX_PAYLOAD_SIZE', 'input.too_large'],
  ['EXCEED_CONCURRENT_REQUEST_LIMIT', 'system.busy'],
])

const codeOf = (code: unknown): ErrorCode => (isErrorCode(code) ? code : (PLATFORM.get(code) ?? 'system.failed'))

// The cloud answered with a failure of its own (errCode −5xxxxx); without one nothing was reached.
const reachedTheCloud = (cause: unknown): boolean =>
  typeof cause === 'object' && cause !== null && 'errCode' in cause && Number(cause.errCode) <= -500_000

const asResult = (answer: unknown): Result<unknown> => {
  if (typeof answer !== 'object' || answer === null || !('ok' in answer)) return err('system.failed')
  if (answer.ok === true) return answer as unknown as Result<unknown>
  const { code, fields } = answer as { code?: unknown; fields?: readonly string[] }
  return err(codeOf(code), fields)
}

/**
 * One function for each action of a contract, which is a type here and nothing more: its shapes are checked where they
 * arrive. It never rejects: no answer is `network.offline`.
 */
export const createClient = <C extends ContractDefinition & { readonly name: FunctionName }>(
  name: C['name'],
  send: Send,
): Client<C> => {
  const asked = new Map<string, (input: unknown) => Promise<Result<unknown>>>()
  const asking = (action: string) => (input: unknown) =>
    send(name, { action, input }, { known: !isAnonymous(name, action) }).then(asResult, (cause) =>
      err(reachedTheCloud(cause) ? 'system.failed' : 'network.offline'),
    )
  return new Proxy({} as Client<C>, {
    get: (_, action) => {
      // What is awaited is asked for `then`, which no action is called.
      if (typeof action !== 'string' || action === 'then') return undefined
      // The same function each time: what is asked for again on a page is told by it.
      const known = asked.get(action) ?? asking(action)
      asked.set(action, known)
      return known
    },
  })
}
