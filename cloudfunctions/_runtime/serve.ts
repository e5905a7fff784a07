import type { Actor } from '#domain/actor'
import type { ActionName, ContractDefinition } from '#domain/contract'
import { type ErrorCode, sentenceFor } from '#domain/errors'
import type { Instant } from '#domain/instant'
import type { Result } from '#domain/result'
import * as v from 'valibot'
import {
  callIn,
  type HttpRequest,
  type HttpResponse,
  isHttpRequest,
  jsonResponse,
  preflightResponse,
  tokenOf,
} from './http-access'
import { identify, identifyBySession } from './identity'
import { failureOf, type JournalEntry, writeJournal } from './journal'

/** CloudBase refuses a text request above about 100 KB before it reaches the function; the same bound holds here. */
const MAX_EVENT_BYTES = 100 * 1024

export interface Moment {
  readonly now: Instant
}

type Actions = ContractDefinition['actions']

/** An action declared `identity: 'none'` has no `actor` to look at: asking for one does not compile. */
type ContextOf<D extends Actions[string], X> = D extends { identity: 'none' }
  ? X & Moment
  : X & Moment & { readonly actor: Actor }

/** One handler for each action of a part of a contract. */
export type ActionHandlers<S extends Actions, X> = {
  readonly [A in keyof S & string]: (
    input: v.InferOutput<S[A]['input']>,
    context: ContextOf<S[A], X>,
  ) => Promise<Result<v.InferInput<S[A]['output']>, S[A]['errors'][number]>>
}

export type Handlers<C extends ContractDefinition, X> = ActionHandlers<C['actions'], X>

export type WireReply =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: ErrorCode; readonly message: string; readonly fields?: readonly string[] }

/** What `serve` takes from outside, so that a test can hand in a caller, a clock and a journal. */
export interface Surroundings {
  readonly identify: () => Promise<Actor | null>
  /** The member of staff for whom a browser's token speaks. */
  readonly identifyBySession: (token: string, now: Instant) => Promise<Actor | null>
  /** How this call came in, in the platform's words: 'wx_client', 'wx_client,scf'. */
  readonly source: () => string
  /** The address of the H5 page that may read answers over HTTP; '' for none but the same origin. */
  readonly h5Origin: () => string
  readonly now: () => Instant
  readonly write: (entry: JournalEntry) => void
}

const platform: Surroundings = {
  identify,
  identifyBySession,
  source: () => process.env['TCB_SOURCE'] ?? '',
  h5Origin: () => process.env['H5_ORIGIN'] ?? '',
  now: () => Date.now() as Instant,
  write: writeJournal,
}

const refuse = (code: ErrorCode, fields?: readonly string[]): WireReply => ({
  ok: false,
  code,
  message: sentenceFor(code),
  ...(fields && fields.length > 0 ? { fields } : {}),
})

const pathsOf = (
  issues: readonly v.BaseIssue<unknown>[],
  declared: ContractDefinition['actions'][string]['input'],
): string[] => {
  const known = 'entries' in declared ? Object.keys(declared.entries as object) : []
  // A path begins with a key of the contract; a key that the caller invented, at any depth, is not repeated.
  return [
    ...new Set(
      issues.map((issue) => {
        const named = (issue.path ?? []).map((item) => String(item.key))
        const keys = issue.type === 'strict_object' && issue.expected === 'never' ? named.slice(0, -1) : named
        return keys[0] !== undefined && known.includes(keys[0]) ? keys.slice(0, 3).join('.').slice(0, 60) : ''
      }),
    ),
  ].filter(Boolean)
}

const isCall = (event: unknown): event is { action: string; input?: unknown } =>
  typeof event === 'object' && event !== null && 'action' in event && typeof event.action === 'string'

const sizeOf = (event: unknown): number => {
  try {
    return Buffer.byteLength(JSON.stringify(event) ?? '')
  } catch {
    return Number.POSITIVE_INFINITY
  }
}

/** How the call came in, and how to learn who calls: null where nobody can be known. */
interface Caller {
  readonly way: 'wechat' | 'http'
  readonly identify: ((now: Instant) => Promise<Actor | null>) | null
}

/**
 * The `main` of a cloud function: parses the input, finds the caller where the action wants one, runs the handler,
 * and lets out only what the contract declares. Nothing it answers carries a stack, and nothing it logs a value.
 * Inside WeChat the caller is who the platform says; over HTTP access it is whose session was sent along, and nobody
 * without one.
 */
export const serve = <const C extends ContractDefinition, X extends object>(
  contract: C,
  handlers: Handlers<C, X>,
  open: () => X,
  surroundings: Surroundings = platform,
) => {
  // A map has no inherited names such as 'constructor'.
  const definitions = new Map(Object.entries(contract.actions))

  const answerCall = async (event: unknown, caller: Caller): Promise<WireReply> => {
    const startedAt = performance.now()
    let action = ''
    const answer = (reply: WireReply, cause?: unknown): WireReply => {
      surroundings.write({
        function: contract.name,
        action,
        code: reply.ok ? 'ok' : reply.code,
        ms: Math.round(performance.now() - startedAt),
        ...(!reply.ok && reply.fields ? { fields: reply.fields } : {}),
        ...(cause === undefined ? {} : { failure: failureOf(cause) }),
      })
      return reply
    }
    try {
      const definition = isCall(event) ? definitions.get(event.action) : undefined
      if (!isCall(event) || !definition) return answer(refuse('action.unknown'))
      action = event.action
      const handler = handlers[action as ActionName<C>] as (
        input: unknown,
        context: unknown,
      ) => Promise<Result<unknown>>
      const isForAnybody = definition.identity === 'none'
      if (definition.identity === 'wechat' && caller.way !== 'wechat') return answer(refuse('session.wechat_only'))
      if (!isForAnybody && !caller.identify) return answer(refuse('auth.required'))
      if (sizeOf(event) > MAX_EVENT_BYTES) return answer(refuse('input.too_large'))
      // A list passes for an object without fields in the parser.
      if (Array.isArray(event.input)) return answer(refuse('input.invalid'))
      const input = v.safeParse(definition.input, event.input)
      if (!input.success) return answer(refuse('input.invalid', pathsOf(input.issues, definition.input)))

      const moment: Moment = { now: surroundings.now() }
      if (isForAnybody) {
        return answer(reveal(await handler(input.output, { ...open(), ...moment }), definition.output))
      }
      const actor = await caller.identify?.(moment.now)
      if (!actor) return answer(refuse('auth.required'))
      return answer(reveal(await handler(input.output, { ...open(), ...moment, actor }), definition.output))
    } catch (cause) {
      return answer(refuse('system.failed'), cause)
    }
  }

  const answerHttp = async (request: HttpRequest): Promise<HttpResponse> => {
    const origin = surroundings.h5Origin()
    const call = callIn(request, MAX_EVENT_BYTES)
    if (call.kind === 'preflight') return preflightResponse(origin)
    if (call.kind === 'refused') {
      const code = call.statusCode === 413 ? 'input.too_large' : 'action.unknown'
      return jsonResponse(call.statusCode, refuse(code), origin)
    }
    const token = tokenOf(request)
    const bySession = token === null ? null : (now: Instant) => surroundings.identifyBySession(token, now)
    return jsonResponse(200, await answerCall(call.event, { way: 'http', identify: bySession }), origin)
  }

  function main(event: HttpRequest): Promise<HttpResponse>
  function main(event: unknown): Promise<WireReply>
  function main(event: unknown): Promise<WireReply | HttpResponse> {
    if (isHttpRequest(event, surroundings.source())) return answerHttp(event)
    return answerCall(event, { way: 'wechat', identify: surroundings.identify })
  }
  return main
}

const reveal = (result: Result<unknown>, output: v.GenericSchema): WireReply =>
  result.ok ? { ok: true, value: v.parse(output, result.value) } : refuse(result.code, result.fields)
