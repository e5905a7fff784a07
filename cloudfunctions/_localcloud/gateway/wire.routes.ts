import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FunctionHost } from '../functions/function.host'
import { InvocationRefused } from '../functions/invocation.refusal'
import type { InvocationTokens, LiveInvocation } from '../functions/invocation.tokens'
import { readBody } from './http.exchange'
import { readMultipart } from './multipart.body'

type Reply = Record<string, unknown>

/** A `wx.openApi` request as it came: protobuf, and the invocation that sent it (null: nobody's). */
export type OpenapiHandler = (
  apiName: string,
  requestData: Buffer,
  caller: LiveInvocation | null,
) => Promise<Buffer | Reply>

export interface WireOptions {
  /** What function processes sign with; their calls count only while their invocation runs. */
  functionSecretId: string
  /** What `LocalCloud.environment()` gives to programs that are not functions, such as tests. */
  outsideSecretId: string
  tokens: InvocationTokens
  host: FunctionHost
  database(action: string, body: Reply): Promise<Reply>
  storage(action: string, body: Reply): Promise<Reply | null>
  openapi: OpenapiHandler
}

const MAX_BODY_BYTES = 6 * 1024 * 1024
const SIGNED_BY = /Credential=([^/,\s]+)\//

const refusal = (code: string, message: string): Reply => ({ code, message })

const sendReply = (response: ServerResponse, reply: Reply) => {
  const body = JSON.stringify({ ...reply, requestId: randomUUID() })
  response.writeHead(200, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
  })
  response.end(body)
}

const sendProtobuf = (response: ServerResponse, body: Buffer) => {
  // any other content type and the SDK takes the bytes for JSON
  response.writeHead(200, { 'Content-Type': 'application/octet-stream', 'Content-Length': body.length })
  response.end(body)
}

const parseObject = (body: Buffer): Reply | null => {
  try {
    const value: unknown = JSON.parse(body.toString())
    return typeof value === 'object' && value !== null ? (value as Reply) : null
  } catch {
    return null
  }
}

/** POST /admin: the protocol of wx-server-sdk 4.0.2. Always status 200; errors are `{ code, message, requestId }`. */
export const createWireRoutes = (options: WireOptions) => {
  const { host, tokens } = options

  const invokeFunction = async (body: Reply, caller: LiveInvocation | null): Promise<Reply> => {
    const { function_name: name, request_data: data } = body
    if (typeof name !== 'string') return refusal('INVALID_PARAM', 'function_name is missing')
    const text = typeof data === 'string' && data !== '' ? data : '{}'
    try {
      const result = await host.invoke({
        name,
        event: Buffer.from(text),
        openid: caller?.openid,
        source: caller?.source ? `${caller.source},scf` : 'scf',
        isNested: caller !== null,
      })
      return { data: { response_data: result.toString() } }
    } catch (error) {
      if (!(error instanceof InvocationRefused)) throw error
      return refusal(error.code, error.message)
    }
  }

  const answer = async (body: Reply, caller: LiveInvocation | null): Promise<Reply> => {
    const action = typeof body.action === 'string' ? body.action : ''
    if (action.startsWith('database.')) return options.database(action, body)
    if (action === 'functions.invokeFunction') return invokeFunction(body, caller)
    const reply = await options.storage(action, body)
    return reply ?? refusal('INVALID_PARAM', `the local cloud does not serve the action ${action.slice(0, 100)}`)
  }

  const answerMultipart = async (
    body: Buffer,
    request: IncomingMessage,
    response: ServerResponse,
    isFunction: boolean,
  ) => {
    const fields = await readMultipart(request.headers, body)
    const text = (name: string) => fields.get(name)?.toString() ?? ''
    if (text('action') !== 'wx.openApi')
      return sendReply(
        response,
        refusal('INVALID_PARAM', `the local cloud does not serve the action ${text('action').slice(0, 100)}`),
      )
    const caller = isFunction ? tokens.find(text('wxCloudApiToken')) : null
    const reply = await options.openapi(text('apiName'), fields.get('requestData') ?? Buffer.alloc(0), caller)
    if (Buffer.isBuffer(reply)) sendProtobuf(response, reply)
    else sendReply(response, reply)
  }

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const signer = SIGNED_BY.exec(request.headers.authorization ?? '')?.[1]
    const isFunction = signer === options.functionSecretId
    if (!isFunction && signer !== options.outsideSecretId)
      return sendReply(response, refusal('SIGN_PARAM_INVALID', 'the request was not signed for this local cloud'))
    const body = await readBody(request, MAX_BODY_BYTES)
    if (!body) return sendReply(response, refusal('EXCEED_MAX_PAYLOAD_SIZE', 'the request is larger than 6 MB'))
    if (request.headers['content-type']?.startsWith('multipart/form-data'))
      return answerMultipart(body, request, response, isFunction)

    const parsed = parseObject(body)
    if (!parsed) return sendReply(response, refusal('INVALID_PARAM', 'the body is not a JSON object'))
    const caller = isFunction ? tokens.find(parsed.wxCloudApiToken) : null
    // the platform freezes a function once it has answered: what it still had to say is lost there, and refused here
    if (isFunction && !caller)
      return sendReply(
        response,
        refusal('INVALID_INVOCATION', 'called outside an invocation: was a promise not awaited?'),
      )
    sendReply(response, await answer(parsed, caller))
  }
}
