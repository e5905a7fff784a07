import type { IncomingMessage } from 'node:http'
import type { GatewayRefusal } from './http.exchange'

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Keeps other sites' pages out: a name that only resolves to this machine is not this machine (DNS rebinding),
 * and a foreign page may send a request even where it cannot read the answer.
 */
export const createRequestGuard = (port: number) => {
  const hosts = new Set([`127.0.0.1:${port}`, `localhost:${port}`])
  const origins = new Set([...hosts].map((host) => `http://${host}`))
  return ({ headers, method = 'GET' }: IncomingMessage): GatewayRefusal | null => {
    if (!hosts.has(headers.host ?? '')) return 'gateway.foreign_host'
    if (SAFE_METHODS.has(method) || headers.origin === undefined || origins.has(headers.origin)) return null
    return 'gateway.foreign_origin'
  }
}
