import type * as v from 'valibot'
import type { ErrorCode, SystemCode } from './errors'
import type { Result } from './result'

type Schema = v.GenericSchema

export interface ActionDefinition {
  readonly input: Schema
  readonly output: Schema
  readonly errors: readonly ErrorCode[]
  /**
   * 'none': the function reads no WX context and knows no caller. Anonymous reporting and public reading stand on it.
   * 'wechat': only inside WeChat, where the platform names the caller; a signed-in computer does not count. For what
   * concerns a person's own WeChat and not their post. Left out: inside WeChat, or staff on a signed-in computer.
   */
  readonly identity?: 'none' | 'wechat'
}

export interface ContractDefinition {
  /** The cloud function that answers. */
  readonly name: string
  readonly actions: Readonly<Record<string, ActionDefinition>>
}

/** One definition of the wire, for page and function. */
export const defineContract = <const C extends ContractDefinition>(contract: C): C => contract

/** Part of a contract, where one function answers for several matters. */
export const defineActions = <const A extends ContractDefinition['actions']>(actions: A): A => actions

export type ActionName<C extends ContractDefinition> = keyof C['actions'] & string
export type ActionInput<C extends ContractDefinition, A extends ActionName<C>> = v.InferInput<C['actions'][A]['input']>
export type ParsedInput<C extends ContractDefinition, A extends ActionName<C>> = v.InferOutput<C['actions'][A]['input']>
export type ActionOutput<C extends ContractDefinition, A extends ActionName<C>> = v.InferOutput<
  C['actions'][A]['output']
>
export type ActionError<C extends ContractDefinition, A extends ActionName<C>> = C['actions'][A]['errors'][number]

/** What a page receives: the value, or a code it knows a sentence for. */
export type Reply<C extends ContractDefinition, A extends ActionName<C>> = Result<
  ActionOutput<C, A>,
  ActionError<C, A> | SystemCode
>
