/**
 * HTTP access (HTTP 访问服务): how a function is reached by an ordinary browser. The platform makes one event of a
 * request, { path, httpMethod, headers, queryStringParameters, body, isBase64Encoded, requestContext }, and one
 * response of the answer.
 */
export interface HttpRequest {
  readonly httpMethod: string
  readonly headers: Readonly<Record<string, unknown>>
  readonly body?: unknown
  readonly isBase64Encoded?: unknown
}

export interface HttpResponse {
  readonly statusCode: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Whether an event came through HTTP access. A client inside WeChat writes its whole event itself, so the shape alone
 * says nothing: the platform names the way of a call in TCB_SOURCE, where every way through WeChat begins with `wx_`
 * and no caller can write. An event of this shape from inside WeChat is an unknown action.
 */
export const isHttpRequest = (event: unknown, source: string): event is HttpRequest =>
  isObject(event) &&
  typeof event['httpMethod'] === 'string' &&
  isObject(event['headers']) &&
  !('action' in event) &&
  !source.split(',').some((way) => way.trim().startsWith('wx_'))

/** The value of a header, whatever case the platform hands its name on in. */
const headerOf = ({ headers }: HttpRequest, wanted: string): string => {
  const found = Object.entries(headers).find(([name]) => name.toLowerCase() === wanted)?.[1]
  return typeof found === 'string' ? found : ''
}

const BEARER = /^Bearer ([^\s]{1,200})$/i

/** The session token a browser sent along, or null. */
export const tokenOf = (request: HttpRequest): string | null =>
  BEARER.exec(headerOf(request, 'authorization'))?.[1] ?? null

const IS_JSON = /^application\/json\s*(;|$)/i

/** What was sent, or why it was not looked at. */
export type HttpCall =
  | { readonly kind: 'preflight' }
  | { readonly kind: 'refused'; readonly statusCode: 400 | 405 | 413 | 415 }
  | { readonly kind: 'call'; readonly event: { readonly action: unknown; readonly input: unknown } }

/** Reads { action, input } out of a request; nothing else of its body, its address or its headers counts. */
export const callIn = (request: HttpRequest, maxBytes: number): HttpCall => {
  const { httpMethod, body, isBase64Encoded } = request
  if (httpMethod === 'OPTIONS') return { kind: 'preflight' }
  if (httpMethod !== 'POST') return { kind: 'refused', statusCode: 405 }
  if (!IS_JSON.test(headerOf(request, 'content-type'))) return { kind: 'refused', statusCode: 415 }
  if (typeof body !== 'string') return { kind: 'refused', statusCode: 400 }
  const bytes = Buffer.from(body, isBase64Encoded === true ? 'base64' : 'utf8')
  if (bytes.length > maxBytes) return { kind: 'refused', statusCode: 413 }
  try {
    const parsed: unknown = JSON.parse(bytes.toString('utf8'))
    if (!isObject(parsed)) return { kind: 'refused', statusCode: 400 }
    return { kind: 'call', event: { action: parsed['action'], input: parsed['input'] } }
  } catch {
    return { kind: 'refused', statusCode: 400 }
  }
}

const PREFLIGHT_REMEMBERED_S = '600'

/** Lets the one page at `origin` (the H5 on static hosting) read the answer; without one, only pages of the same origin do. */
const corsHeaders = (origin: string): Record<string, string> =>
  origin === '' ? {} : { 'access-control-allow-origin': origin, vary: 'Origin' }

export const jsonResponse = (statusCode: number, body: unknown, origin: string): HttpResponse => ({
  statusCode,
  headers: {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    ...corsHeaders(origin),
  },
  body: JSON.stringify(body),
})

/** What a browser asks before it sends JSON and a session to another origin. */
export const preflightResponse = (origin: string): HttpResponse => ({
  statusCode: 204,
  headers: {
    'cache-control': 'no-store',
    ...corsHeaders(origin),
    ...(origin === ''
      ? {}
      : {
          'access-control-allow-methods': 'POST',
          'access-control-allow-headers': 'authorization, content-type',
          'access-control-max-age': PREFLIGHT_REMEMBERED_S,
        }),
  },
  body: '',
})
