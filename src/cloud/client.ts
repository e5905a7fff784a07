import type { ActionInput, ActionName, ContractDefinition, Reply } from '#domain/contract'
import { isErrorCode } from '#domain/errors'
import { err, type Result } from '#domain/result'
import type { Send } from './transport'

export type Client<C extends ContractDefinition> = {
  readonly [A in ActionName<C>]: (input: ActionInput<C, A>) => Promise<Reply<C, A>>
}

const asResult = (answer: unknown): Result<unknown> => {
  if (typeof answer !== 'object' || answer === null || !('ok' in answer)) return err('system.failed')
  if (answer.ok === true) return answer as unknown as Result<unknown>
  const { code, fields } = answer as { code?: unknown; fields?: readonly string[] }
  return err(isErrorCode(code) ? code : 'system.failed', fields)
}

/** One function for each action of a contract. It never rejects: no answer is `network.offline`. */
export const createClient = <const C extends ContractDefinition>(contract: C, send: Send): Client<C> =>
  Object.fromEntries(
    Object.keys(contract.actions).map((action) => [
      action,
      (input: unknown) => send(contract.name, { action, input }).then(asResult, () => err('network.offline')),
    ]),
  ) as Client<C>
