import cloud from 'wx-server-sdk'

// The SDK's own types say symbol here and string there; it is the environment this function was deployed to.
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string })

type Input = Record<string, unknown>

/** What an error shows of itself: the platform's number and words, which the contract suite compares. */
const failureOf = (error: unknown) => {
  const { errCode, errMsg } = error as { errCode?: number; errMsg?: string }
  return { errCode: errCode ?? null, errMsg: errMsg ?? String(error) }
}

const attempt = async (work: unknown) => {
  try {
    return { value: await work }
  } catch (error) {
    return { failure: failureOf(error) }
  }
}

const openapiCall = async (api: string, parameters: Input) => {
  const [area = '', name = ''] = api.split('.')
  const apis = cloud.openapi as unknown as Record<string, Record<string, (input: Input) => Promise<Input>>>
  const reply = await apis[area]?.[name]?.(parameters)
  const picture = reply?.buffer
  return picture instanceof Uint8Array ? { ...reply, buffer: Buffer.from(picture).toString('base64') } : reply
}

const wait = (ms: number) => new Promise((done) => setTimeout(done, ms))

const EVENTS = 'contract_events'

// the newest event in which the suite takes an interest: timers and pushes have no caller to answer to
const keep = async (name: string, event: Input) => {
  const context = cloud.getWXContext()
  const kept = { name, event, hasOpenid: 'OPENID' in context, triggerSource: process.env.TRIGGER_SRC ?? null }
  await cloud.database().collection(EVENTS).add({ data: kept })
  return kept
}

let running = 0

const actions: Record<string, (input: Input, event: Input) => unknown> = {
  echo: (input) => input,
  context: () => ({ ...cloud.getWXContext(), hasOpenid: 'OPENID' in cloud.getWXContext() }),
  userInfo: (_, event) => event.userInfo ?? null,
  timezone: () => ({ offset: new Date(0).getTimezoneOffset(), hour: new Date('2026-11-21T00:30:00+08:00').getHours() }),
  now: () => Date.now(),
  variable: ({ name }) => process.env[String(name)] ?? null,
  async contextAfter({ ms }) {
    running += 1
    const before = { openid: cloud.getWXContext().OPENID ?? null, running }
    await wait(Number(ms))
    const after = { openid: cloud.getWXContext().OPENID ?? null, running }
    running -= 1
    return { before, after, pid: process.pid }
  },
  print: ({ line }) => console.log(line),
  fail: ({ words }) => {
    throw new Error(String(words))
  },
  exit: () => process.exit(3),
  hang: () => new Promise(() => undefined),
  characters: ({ count }) => 'x'.repeat(Number(count)),
  nothing: () => undefined,
  pid: () => process.pid,
  callFunction: ({ name, data }) => attempt(cloud.callFunction({ name: String(name), data: data as Input })),
  lateWrite: () => {
    setTimeout(async () => {
      const { failure } = await attempt(
        cloud
          .database()
          .collection(EVENTS)
          .add({ data: { name: 'late' } }),
      )
      console.log(failure ? `late write refused: ${failure.errMsg}` : 'late write accepted')
    }, 50)
    return null
  },
  openapi: ({ api, parameters }) => attempt(openapiCall(String(api), parameters as Input)),
  openData: ({ list }) => attempt(cloud.getOpenData({ list: list as string[] })),
  upload: ({ cloudPath, text, base64 }) => {
    const fileContent = base64 ? Buffer.from(String(base64), 'base64') : Buffer.from(String(text))
    return attempt(cloud.uploadFile({ cloudPath: String(cloudPath), fileContent }))
  },
  async download({ fileID }) {
    const reply = await attempt(cloud.downloadFile({ fileID: String(fileID) }))
    const { fileContent } = (reply.value ?? {}) as { fileContent?: Buffer }
    return fileContent ? { value: fileContent.toString() } : reply
  },
  links: ({ fileList }) => attempt(cloud.getTempFileURL({ fileList: fileList as string[] })),
  remove: ({ fileList }) => attempt(cloud.deleteFile({ fileList: fileList as string[] })),
}

/** The function through which the contract suite asks a cloud, local or real, what it does. */
export const main = async (event: Input): Promise<unknown> => {
  if (String(event.Type).toLowerCase() === 'timer') return keep('timer', event)
  if (event.Event === 'wxa_media_check') return keep('push', event)
  const { action, input } = event as { action?: string; input?: Input }
  const run = actions[action ?? '']
  if (!run) return { unknownAction: action ?? null }
  return run(input ?? {}, event)
}
