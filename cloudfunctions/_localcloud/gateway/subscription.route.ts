import type { IncomingMessage, ServerResponse } from 'node:http'
import { TEMPLATE_ID } from '../openapi/subscribe.message'
import type { SubscriptionLedger } from '../openapi/subscription.ledger'
import { readBody, refuse, sendJson } from './http.exchange'
import type { SignedIn } from './persona.sign-in'

const MAX_BODY_BYTES = 4096
const MAX_TEMPLATES = 5

const templatesIn = (body: Buffer): string[] | null => {
  try {
    const { templateIds } = JSON.parse(body.toString()) as { templateIds?: unknown }
    if (!Array.isArray(templateIds) || templateIds.length === 0 || templateIds.length > MAX_TEMPLATES) return null
    return templateIds.every((id) => typeof id === 'string' && TEMPLATE_ID.test(id)) ? (templateIds as string[]) : null
  } catch {
    return null
  }
}

/** POST /api/subscribe { templateIds }: what wx.requestSubscribeMessage is to the mini-program, with 允许 tapped. */
export const createSubscriptionRoute =
  (ledger: SubscriptionLedger, signedIn: SignedIn) =>
  async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method !== 'POST') return refuse(response, 'gateway.method')
    if (!request.headers['content-type']?.startsWith('application/json')) return refuse(response, 'gateway.not_json')
    const openid = signedIn(request, response)
    if (!openid) return refuse(response, 'gateway.needs_persona')
    const body = await readBody(request, MAX_BODY_BYTES)
    const templateIds = body && templatesIn(body)
    if (!templateIds) return refuse(response, 'gateway.not_a_template')
    const counted = ledger.grant(openid, templateIds)
    const value = Object.fromEntries(templateIds.map((id) => [id, counted.has(id) ? 'accept' : 'reject']))
    sendJson(response, 200, JSON.stringify({ ok: true, value }))
  }
