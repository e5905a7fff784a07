import Taro from '@tarojs/taro'
import { forgetSession, sessionToken } from './session.store'

export interface Manner {
  /** Whether the function may learn who calls. A complaint of the same tab goes without the session of its staff. */
  readonly known: boolean
}

/** Carries an event to a cloud function and its answer back; rejects when nothing came back. */
export type Send = (name: string, event: { action: string; input: unknown }, manner: Manner) => Promise<unknown>

let initialised = false

const throughWechat: Send = async (name, event) => {
  if (!initialised) {
    // traceUser would list visitors in the console.
    Taro.cloud.init({ env: CLOUD_ENV_ID, traceUser: false })
    initialised = true
  }
  const { result } = await Taro.cloud.callFunction({ name, data: event })
  return result
}

const WAIT_MS = 20_000

// A session that the server does not know any more is over: said so, and not sent again.
const noticeEnd = (answer: unknown, token: string): unknown => {
  if (typeof answer !== 'object' || answer === null || !('code' in answer) || answer.code !== 'auth.required') {
    return answer
  }
  forgetSession(token)
  return { ...answer, code: 'session.expired' }
}

const throughGateway: Send = async (name, event, { known }) => {
  const token = known ? sessionToken() : null
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), WAIT_MS)
  try {
    const response = await fetch(`${GATEWAY_URL}/${encodeURIComponent(name)}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      credentials: 'same-origin',
      body: JSON.stringify(event),
      signal: abort.signal,
    })
    const answer: unknown = await response.json()
    return token ? noticeEnd(answer, token) : answer
  } finally {
    clearTimeout(timer)
  }
}

// Replaced at build: each target carries only its own way.
export const send: Send = process.env.TARO_ENV === 'weapp' ? throughWechat : throughGateway
