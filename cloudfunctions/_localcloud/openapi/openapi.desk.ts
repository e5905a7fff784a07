import type { CloudFunction } from '../functions/function.catalogue'
import type { LiveInvocation } from '../functions/invocation.tokens'
import { createMediaCheck } from './media.check'
import { checkMessage } from './message.check'
import { decodeRequest, encodeJson, encodePicture, encodeRefusal, type OpenapiParameters } from './openapi.codec'
import { OpenapiError } from './openapi.error'
import { drawPageCode } from './page.code'
import { sendSubscribeMessage } from './subscribe.message'
import type { SubscriptionLedger } from './subscription.ledger'

/** One call, as the console shows it. */
export interface OpenapiCall {
  at: number
  functionName: string
  api: string
  outcome: string
  parameters: OpenapiParameters
}

/** A request the local cloud has no answer for, in the words of the wire. */
export interface WireRefusal extends Record<string, unknown> {
  code: string
  message: string
}

export interface OpenapiDesk {
  /** The protobuf reply, or a refusal in plain JSON. */
  answer(apiName: string, requestData: Buffer, caller: LiveInvocation | null): Promise<Buffer | WireRefusal>
  recent(): OpenapiCall[]
  close(): void
}

export interface OpenapiDeskOptions {
  functions: Map<string, CloudFunction>
  ledger: SubscriptionLedger
  h5Url(): string
  clock: () => number
  mediaCheckDelayMs: number
  push(event: Record<string, unknown>): void
}

const API_NOT_FOUND = -604100
const NO_PERMISSION = -604101
const ILLEGAL_SOURCE = -604104
const KEPT_CALLS = 200

const unserved = (api: string) => `the local cloud does not serve ${api}`

/** WeChat's openapi as the local cloud knows it: what a function's config.json permits, and nothing that is not listed here. */
export const createOpenapiDesk = (options: OpenapiDeskOptions): OpenapiDesk => {
  const mediaCheck = createMediaCheck({
    clock: options.clock,
    delayMs: options.mediaCheckDelayMs,
    push: options.push,
  })
  const calls: OpenapiCall[] = []

  const remember = (caller: LiveInvocation | null, api: string, outcome: string, parameters: OpenapiParameters) => {
    calls.unshift({ at: options.clock(), functionName: caller?.functionName ?? '', api, outcome, parameters })
    calls.length = Math.min(calls.length, KEPT_CALLS)
  }

  const perform = async (api: string, parameters: OpenapiParameters): Promise<Buffer> => {
    switch (api) {
      case 'security.msgSecCheck':
        return encodeJson(checkMessage(parameters))
      case 'security.mediaCheckAsync':
        return encodeJson(mediaCheck.check(parameters))
      case 'subscribeMessage.send':
        return encodeJson(sendSubscribeMessage(parameters, options.ledger))
      case 'wxacode.getUnlimited':
        return encodePicture(await drawPageCode(parameters, options.h5Url()))
      default:
        throw new OpenapiError(API_NOT_FOUND, unserved(api))
    }
  }

  const answer: OpenapiDesk['answer'] = async (apiName, requestData, caller) => {
    const api = apiName.slice(0, 100)
    const refuse = (errorCode: number) => {
      remember(caller, api, `${errorCode}`, {})
      return encodeRefusal(errorCode)
    }
    if (!caller) return refuse(ILLEGAL_SOURCE)
    const parameters = decodeRequest(requestData)
    // cloudID and its kin are decoded by WeChat itself: there is nothing local to answer with
    if (parameters === null) return { code: 'INVALID_PARAM', message: unserved(api) }
    if (!options.functions.get(caller.functionName)?.openapi.has(api)) return refuse(NO_PERMISSION)
    try {
      const reply = await perform(api, parameters)
      remember(caller, api, 'ok', parameters)
      return reply
    } catch (error) {
      if (!(error instanceof OpenapiError)) throw error
      remember(caller, api, `${error.errcode} ${error.message}`, parameters)
      return encodeJson({ errcode: error.errcode, errmsg: error.message })
    }
  }

  return { answer, recent: () => [...calls], close: mediaCheck.close }
}
