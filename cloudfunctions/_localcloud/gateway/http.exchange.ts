import type { IncomingMessage, ServerResponse } from 'node:http'

const JSON_TYPE = 'application/json; charset=utf-8'

/** The whole body, or null when it is longer than `maxBytes`; the rest of a long one is not read. */
export const readBody = (request: IncomingMessage, maxBytes: number): Promise<Buffer | null> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > maxBytes) {
        request.pause()
        resolve(null)
      } else chunks.push(chunk)
    })
    request.on('end', () => resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)))
    request.on('error', reject)
    request.on('aborted', () => reject(new Error('the client went away')))
  })

export const sendJson = (response: ServerResponse, status: number, body: Buffer | string): void => {
  response.writeHead(status, {
    'Content-Type': JSON_TYPE,
    'Content-Length': typeof body === 'string' ? Buffer.byteLength(body) : body.length,
    'Cache-Control': 'no-store',
    // an unread body would be taken for the next request
    ...(status === 413 ? { Connection: 'close' } : {}),
  })
  response.end(body)
}

export const sendHtml = (response: ServerResponse, status: number, html: string, policy: string): void => {
  response.writeHead(status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Length': Buffer.byteLength(html),
    'Cache-Control': 'no-store',
    'Content-Security-Policy': policy,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
  })
  response.end(html)
}

export const redirect = (response: ServerResponse, location: string, headers: Record<string, string> = {}): void => {
  response.writeHead(303, { Location: location, 'Cache-Control': 'no-store', 'Content-Length': 0, ...headers }).end()
}

const REFUSALS = {
  'gateway.foreign_host': [403, '只接受本机地址的访问'],
  'gateway.foreign_origin': [403, '只接受本页面自己发出的请求'],
  'gateway.foreign_link': [403, '请在地址栏里打开这个链接，或从控制台点开'],
  'gateway.method': [405, '这个地址不支持这种请求方式'],
  'gateway.not_json': [415, '请求内容应为 JSON'],
  'gateway.not_found': [404, '没有这个地址'],
  'gateway.unknown_persona': [400, '没有这个演示身份，请重新选择'],
  'gateway.needs_persona': [401, '请先选择一个演示身份'],
  'gateway.not_a_template': [400, '请提供 1 至 5 个订阅消息模板编号'],
  'gateway.failed': [500, '本地云出错了，请查看终端里的记录'],
} as const satisfies Record<string, readonly [number, string]>

export type GatewayRefusal = keyof typeof REFUSALS

/** Says no in the shape every action answers with. */
export const refuse = (response: ServerResponse, code: GatewayRefusal): void => {
  const [status, message] = REFUSALS[code]
  sendJson(response, status, JSON.stringify({ ok: false, code, message }))
}
