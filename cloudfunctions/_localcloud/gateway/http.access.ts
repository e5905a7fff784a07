import type { IncomingMessage, ServerResponse } from 'node:http'

/** What the platform calls a way that does not lead through WeChat. */
export const HTTP_ACCESS_SOURCE = 'tcb_http'

const HEADERS_PASSED_ON = ['content-type', 'authorization', 'origin', 'user-agent']

/** The event that HTTP access makes of a request: the body as text, and of the headers what a function may look at. */
export const httpAccessEvent = (path: string, { method, headers }: IncomingMessage, body: Buffer): Buffer => {
  const passed = Object.fromEntries(
    HEADERS_PASSED_ON.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]])),
  )
  return Buffer.from(
    JSON.stringify({
      path,
      httpMethod: method,
      headers: passed,
      queryStringParameters: {},
      body: body.toString('utf8'),
      isBase64Encoded: false,
    }),
  )
}

interface IntegratedResponse {
  statusCode: number
  headers?: Record<string, string>
  body?: string
}

const isIntegrated = (result: unknown): result is IntegratedResponse =>
  typeof result === 'object' && result !== null && 'statusCode' in result && Number.isInteger(result.statusCode)

/** Sends what a function answered to an HTTP event: its own response, or its result as JSON where it made none. */
export const sendIntegrated = (response: ServerResponse, result: Buffer): void => {
  const parsed: unknown = JSON.parse(result.toString())
  const { statusCode, headers, body } = isIntegrated(parsed)
    ? parsed
    : { statusCode: 200, headers: { 'content-type': 'application/json; charset=utf-8' }, body: result.toString() }
  const content = Buffer.from(body ?? '')
  response.writeHead(statusCode, { ...headers, ...(statusCode === 204 ? {} : { 'Content-Length': content.length }) })
  response.end(content)
}
