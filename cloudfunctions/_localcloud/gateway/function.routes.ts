import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FunctionHost } from '../functions/function.host'
import { InvocationRefused } from '../functions/invocation.refusal'
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

/** POST /api/fn/<name>: what wx.cloud.callFunction is to the mini-program. The event is the body, the answer the result. */
export const createFunctionRoutes =
  (host: FunctionHost, signedIn: SignedIn) =>
  async (name: string, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method !== 'POST') return refuse(response, 'gateway.method')
    if (!request.headers['content-type']?.startsWith('application/json')) return refuse(response, 'gateway.not_json')
    const openid = signedIn(request, response)
    const event = await readBody(request, MAX_BODY_BYTES)
    if (!event) return endWithout(response, 'EXCEED_MAX_PAYLOAD_SIZE')
    try {
      const result = await host.invoke({
        name,
        event: event.length > 0 ? event : NO_EVENT,
        openid,
        source: 'wx_client',
      })
      sendJson(response, 200, result)
    } catch (error) {
      if (!(error instanceof InvocationRefused)) throw error
      endWithout(response, error.code)
    }
  }
