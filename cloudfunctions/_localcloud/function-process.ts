import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Socket } from 'node:net'
import { join } from 'node:path'
import { callReader, encodeReply, FUNCTION_PIPE, type InvocationSettings, type ReplyKind } from './functions/frame'
import { shiftClock } from './functions/process.clock'

/**
 * The process in which one cloud function runs, one invocation at a time: `node function-process.cjs <function folder>`.
 * Identity travels through environment variables, because that is where wx-server-sdk looks for it.
 */
type Main = (event: unknown, context: unknown) => unknown

const directory = process.argv[2] ?? '.'
const pipe = new Socket({ fd: FUNCTION_PIPE, readable: true, writable: true })
const answer = (kind: ReplyKind, body = '') => pipe.write(encodeReply(kind, body))

const SDK = 'wx-server-sdk'

const sdkOf = (from: NodeJS.Require): string | null => {
  try {
    return from.resolve(SDK)
  } catch {
    return null
  }
}

/** A function that would load the SDK this local cloud came with gets the same one out of one file. */
const loadSdk = (entry: NodeJS.Require) => {
  const here = createRequire(__filename)
  const bundle = join(__dirname, `${SDK}.cjs`)
  const wanted = sdkOf(entry)
  if (!wanted || wanted !== sdkOf(here) || !existsSync(bundle)) return
  here(bundle)
  entry.cache[wanted] = here.cache[bundle]
}

const loadMain = (): Main => {
  const entry = join(directory, 'index.js')
  const requireFrom = createRequire(entry)
  loadSdk(requireFrom)
  const { main } = requireFrom(entry) as { main?: Main }
  if (typeof main !== 'function') throw new TypeError(`${entry} exports no function named main`)
  return main
}

const parseEvent = (text: string): Record<string, unknown> | null => {
  try {
    const event: unknown = JSON.parse(text)
    return typeof event === 'object' && event !== null && !Array.isArray(event)
      ? (event as Record<string, unknown>)
      : null
  } catch {
    return null
  }
}

const invoke = async (main: Main, settings: InvocationSettings, text: string) => {
  const event = parseEvent(text)
  if (!event) return answer('bad-event')
  if (settings.userInfo) event.userInfo = settings.userInfo
  Object.assign(process.env, settings.environment)
  shiftClock(settings.clockShiftMs)
  try {
    const result = await main(event, {
      request_id: settings.requestId,
      time_limit_in_ms: settings.timeLimitMs,
      namespace: process.env.SCF_NAMESPACE,
      function_version: '$LATEST',
    })
    const body = JSON.stringify(result) ?? 'null'
    return Buffer.byteLength(body) > settings.maxResponseBytes ? answer('oversize') : answer('result', body)
  } catch (error) {
    console.error(error)
    return answer('thrown')
  } finally {
    for (const key of Object.keys(settings.environment)) delete process.env[key]
    shiftClock(0)
  }
}

pipe.on('close', () => process.exit(0))
try {
  const main = loadMain()
  pipe.on(
    'data',
    callReader((settings, event) => void invoke(main, settings, event)),
  )
  answer('ready')
} catch (error) {
  console.error(error)
  answer('load-failed')
  pipe.end()
}
