import { randomUUID } from 'node:crypto'
import { APP_ID } from '../functions/platform.environment'
import { detailOf, verdictOn } from './content.verdict'
import { requireReviewed } from './message.check'
import type { OpenapiParameters } from './openapi.codec'
import { DATA_FORMAT_ERROR, OpenapiError } from './openapi.error'

export const MEDIA_CHECK_EVENT = 'wxa_media_check'

export interface MediaCheckOptions {
  clock: () => number
  delayMs: number
  /** The platform's message push: calls the function that is set for this event in WeChat's console. */
  push(event: Record<string, unknown>): void
}

const AUDIO = 1
const PICTURE = 2

const fileNamed = (mediaUrl: unknown): string => {
  try {
    return decodeURIComponent(new URL(String(mediaUrl)).pathname)
  } catch {
    throw new OpenapiError(DATA_FORMAT_ERROR, 'data format error: media_url')
  }
}

/** security.mediaCheckAsync: answers with a trace_id at once; the verdict follows as a `wxa_media_check` event. */
export const createMediaCheck = ({ clock, delayMs, push }: MediaCheckOptions) => {
  const waiting = new Set<NodeJS.Timeout>()

  const resultFor = (traceId: string, openid: string, fileName: string) => {
    const result = verdictOn(fileName)
    return {
      ToUserName: 'gh_local',
      FromUserName: openid,
      CreateTime: Math.floor(clock() / 1000),
      MsgType: 'event',
      Event: MEDIA_CHECK_EVENT,
      appid: APP_ID,
      trace_id: traceId,
      version: 2,
      result,
      detail: detailOf(result),
    }
  }

  return {
    check(parameters: OpenapiParameters): Record<string, unknown> {
      const openid = requireReviewed(parameters)
      const { media_type: type, media_url: url } = parameters
      if (type !== AUDIO && type !== PICTURE)
        throw new OpenapiError(DATA_FORMAT_ERROR, 'data format error: media_type must be 1 or 2')
      const fileName = fileNamed(url)
      const traceId = randomUUID()
      const timer = setTimeout(() => {
        waiting.delete(timer)
        push(resultFor(traceId, openid, fileName))
      }, delayMs)
      waiting.add(timer)
      return { errcode: 0, errmsg: 'ok', trace_id: traceId }
    },
    close() {
      for (const timer of waiting) clearTimeout(timer)
    },
  }
}
