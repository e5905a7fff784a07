import type { OpenapiParameters } from './openapi.codec'
import {
  INVALID_OPENID,
  INVALID_PAGE,
  INVALID_TEMPLATE_ID,
  NO_CREDIT,
  OpenapiError,
  TEMPLATE_DATA_ERROR,
} from './openapi.error'
import type { SubscriptionLedger } from './subscription.ledger'

export const TEMPLATE_ID = /^[A-Za-z0-9_-]{1,64}$/

// How long a value may be, by the kind that its name begins with (subscribeMessage.send, 参数值内容限制说明).
const MAX_CHARACTERS: Record<string, number> = {
  thing: 20,
  number: 32,
  letter: 32,
  symbol: 5,
  character_string: 32,
  phone_number: 17,
  car_number: 8,
  name: 10,
  phrase: 5,
}
const UNMEASURED = new Set(['time', 'date', 'amount'])

const invalidData = (name: string) =>
  new OpenapiError(TEMPLATE_DATA_ERROR, `argument invalid! data.${name.slice(0, 40)}.value invalid`)

const requireValue = (name: string, entry: unknown) => {
  const kind = /^([a-z_]+?)_?\d{1,2}$/.exec(name)?.[1] ?? ''
  const value = (entry as { value?: unknown } | null)?.value
  if (typeof value !== 'string' || value === '') throw invalidData(name)
  const limit = MAX_CHARACTERS[kind]
  if (limit === undefined ? !UNMEASURED.has(kind) : [...value].length > limit) throw invalidData(name)
  if (kind === 'number' && !/^\d+(\.\d+)?$/.test(value)) throw invalidData(name)
}

/** subscribeMessage.send: one message for one credit. */
export const sendSubscribeMessage = (
  { touser, template_id: templateId, page, data }: OpenapiParameters,
  ledger: SubscriptionLedger,
): Record<string, unknown> => {
  if ((typeof touser !== 'string' && typeof touser !== 'number') || touser === '')
    throw new OpenapiError(INVALID_OPENID, 'invalid openid')
  if (typeof templateId !== 'string' || !TEMPLATE_ID.test(templateId))
    throw new OpenapiError(INVALID_TEMPLATE_ID, 'invalid template_id')
  if (page !== undefined && (typeof page !== 'string' || page.startsWith('/')))
    throw new OpenapiError(INVALID_PAGE, 'invalid page')
  if (typeof data !== 'object' || data === null || Object.keys(data).length === 0)
    throw new OpenapiError(TEMPLATE_DATA_ERROR, 'argument invalid! data is empty')
  for (const [name, entry] of Object.entries(data)) requireValue(name, entry)
  if (!ledger.spend(String(touser), templateId)) throw new OpenapiError(NO_CREDIT, 'user refuse to accept the msg')
  return { errcode: 0, errmsg: 'ok' }
}
