import { randomUUID } from 'node:crypto'
import { detailOf, verdictOn } from './content.verdict'
import type { OpenapiParameters } from './openapi.codec'
import { CONTENT_TOO_LONG, DATA_FORMAT_ERROR, INVALID_OPENID, OpenapiError } from './openapi.error'

const MAX_CHARACTERS = 2500
// 1 profile, 2 comment, 3 forum, 4 social log
const SCENES = new Set<unknown>([1, 2, 3, 4])

export const requireReviewed = ({ version, scene, openid }: OpenapiParameters): string => {
  if (version !== 2) throw new OpenapiError(DATA_FORMAT_ERROR, 'data format error: version must be 2')
  if (!SCENES.has(scene)) throw new OpenapiError(DATA_FORMAT_ERROR, 'data format error: scene must be 1, 2, 3 or 4')
  // an all-digit openid arrives as a number: getWXContext made it one
  if ((typeof openid !== 'string' && typeof openid !== 'number') || openid === '')
    throw new OpenapiError(INVALID_OPENID, 'invalid openid')
  return String(openid)
}

/** security.msgSecCheck */
export const checkMessage = (parameters: OpenapiParameters): Record<string, unknown> => {
  requireReviewed(parameters)
  const { content } = parameters
  if (typeof content !== 'string' || content === '')
    throw new OpenapiError(DATA_FORMAT_ERROR, 'data format error: content is empty')
  if (content.length > MAX_CHARACTERS) throw new OpenapiError(CONTENT_TOO_LONG, 'content size out of limit')
  const verdict = verdictOn(content)
  return { errcode: 0, errmsg: 'ok', result: verdict, detail: detailOf(verdict), trace_id: randomUUID() }
}
