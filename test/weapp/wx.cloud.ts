import { asynchronous } from './wx.api'

/** The cookie of a persona of the local cloud: what a WeChat login is on a phone. */
export const signInAs = async (cloud: string, persona: string): Promise<string> => {
  const { headers, status } = await fetch(`${cloud}/as/${encodeURIComponent(persona)}`, { redirect: 'manual' })
  const cookie = headers.getSetCookie()[0]?.split(';')[0]
  if (!cookie) throw new Error(`no persona ${persona} (${status})`)
  return cookie
}

interface CloudOptions {
  cloud: string
  cookie: string | null
  record: (name: string, options: unknown) => void
  /** Says that work is under way as long as it runs. */
  during: <T>(work: () => Promise<T>) => Promise<T>
}

/** wx.cloud whose functions run in the local cloud. What a page does not need yet is missing, and so fails when called. */
export const cloudApi = ({ cloud, cookie, record, during }: CloudOptions) => {
  let initialised = false
  return {
    init: (options: unknown) => {
      initialised = true
      record('cloud.init', options)
    },
    callFunction: asynchronous('cloud.callFunction', async ({ name, data = {} }) => {
      record('cloud.callFunction', { name, data })
      if (!initialised) throw new Error('wx.cloud.init was not called')
      const result = await during(() => call(cloud, cookie, String(name), data))
      return { result, requestID: 'local' }
    }),
  }
}

const call = async (cloud: string, cookie: string | null, name: string, data: unknown): Promise<unknown> => {
  const response = await fetch(`${cloud}/api/fn/${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(cookie ? { cookie } : {}) },
    body: JSON.stringify(data),
  })
  const result: unknown = await response.json()
  if (!response.ok) throw new Error(`-504002 ${JSON.stringify(result)}`)
  return result
}
