import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FunctionCall, FunctionHost } from '../functions/function.host'
import { InvocationRefused } from '../functions/invocation.refusal'
import { HTTP_ACCESS_SOURCE, httpAccessEvent, sendIntegrated } from './http.access'
import { readBody, refuse, sendJson } from './http.exchange'
import type { SignedIn } from './persona.sign-in'

const MAX_BODY_BYTES = 100 * 1024
const NO_EVENT = Buffer.from('{}')

// Status and sentence for each way in which a call ends without a result. The platform's own message stays behind.
const ENDINGS: Record<string, readonly [number, string]> = {
  FUNCTIONS_EXECUTE_FAIL: [502, '服务暂时出错了，请稍后再试'],
  FUNCTIONS_TIME_LIMIT_EXCEEDED: [504, '处理时间过长，请稍后再试'],
  EXCEED_MAX_PAYLOAD_SIZE: [413, '提交的内容太长，请精简后再试'],
  EXCEED_MAX_RESPONSE_SIZE: [502, '结果太多，请缩小范围后再试'],
  EXCEED_CONCURRENT_REQUEST_LIMIT: [503, '现在使用的人太多，请稍后再试'],
  INVALID_PARAM: [400, '请求内容不是有效的 JSON 对象'],
}
const UNKNOWN_ENDING = [503, '服务暂时不可用，请稍后再试'] as const

const endWithout = (response: ServerResponse, code: string) => {
  const [status, message] = ENDINGS[code] ?? UNKNOWN_ENDING
  sendJson(response, status, JSON.stringify({ ok: false, code, message }))
}

/**
 * /api/fn/<name>, one of two things. For a persona: what wx.cloud.callFunction is to the mini-program, the event is
 * the body and the answer the result. For an ordinary browser, and for one that sends a session: HTTP access, which
 * reaches `httpFunctions` alone and knows nobody by itself.
 */
export const createFunctionRoutes = (host: FunctionHost, signedIn: SignedIn, httpFunctions: ReadonlySet<string>) => {
  const invoke = async (
    call: FunctionCall,
    response: ServerResponse,
    send: (result: Buffer) => void,
  ): Promise<void> => {
    try {
      send(await host.invoke(call))
    } catch (error) {
      if (!(error instanceof InvocationRefused)) throw error
      endWithout(response, error.code)
    }
  }

  const fromBrowser = async (name: string, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (!httpFunctions.has(name)) return refuse(response, 'gateway.not_found')
    const body = await readBody(request, MAX_BODY_BYTES)
    if (!body) return endWithout(response, 'EXCEED_MAX_PAYLOAD_SIZE')
    const event = httpAccessEvent(`/${name}`, request, body)
    const call = { name, event, source: HTTP_ACCESS_SOURCE, isHttp: true }
    await invoke(call, response, (result) => sendIntegrated(response, result))
  }

  const fromWechat = async (name: string, openid: string, request: IncomingMessage, response: ServerResponse) => {
    if (request.method !== 'POST') return refuse(response, 'gateway.method')
    if (!request.headers['content-type']?.startsWith('application/json')) return refuse(response, 'gateway.not_json')
    const body = await readBody(request, MAX_BODY_BYTES)
    if (!body) return endWithout(response, 'EXCEED_MAX_PAYLOAD_SIZE')
    const event = body.length > 0 ? body : NO_EVENT
    await invoke({ name, event, openid, source: 'wx_client' }, response, (result) => sendJson(response, 200, result))
  }

  return async (name: string, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const openid = signedIn(request, response)
    // A browser that sends a session is a computer of the hospital, whoever else uses this machine.
    if (openid === undefined || request.headers.authorization) return fromBrowser(name, request, response)
    return fromWechat(name, openid, request, response)
  }
}
