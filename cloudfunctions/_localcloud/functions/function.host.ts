import { randomUUID } from 'node:crypto'
import type { InvocationSettings } from './frame'
import { buildStamp, type CloudFunction } from './function.catalogue'
import { type FunctionLog, openFunctionLog } from './function.log'
import { createFunctionPool, type FunctionPool } from './function.pool'
import { type FunctionWorker, startFunctionWorker, type WorkerReply } from './function.worker'
import {
  eventNotAnObject,
  eventTooLarge,
  functionNotFound,
  processEnded,
  resultTooLarge,
  shuttingDown,
  timedOut,
  userCodeFailed,
} from './invocation.refusal'
import type { InvocationTokens } from './invocation.tokens'
import { APP_ID, callerEnvironment, timerEnvironment } from './platform.environment'

const MAX_EVENT_BYTES = 100 * 1024
// HTTP access wraps the text of a request once more; its own bound is on the request.
const MAX_HTTP_EVENT_BYTES = 1024 * 1024
const MAX_RESPONSE_BYTES = 1024 * 1024
const DEFAULT_TIME_LIMIT_MS = 20_000
const MAX_TIME_LIMIT_MS = 60_000
const LOOK_FOR_NEW_BUILD_MS = 1000
const DAY_MS = 24 * 60 * 60_000

export interface FunctionCall {
  name: string
  /** JSON text, as the caller sent it. */
  event: Buffer
  openid?: string
  /** How the call came in, in the platform's words: `wx_client`, `wx_client,scf`. */
  source?: string
  /** The event is a request through HTTP access. */
  isHttp?: boolean
  trigger?: 'timer' | 'push'
  isNested?: boolean
  daysAgo?: number
}

export interface FunctionStatus {
  name: string
  calls: number
  failures: number
  waiting: number
  workers: { pid: number; startedAt: number; calls: number; busySince: number | null }[]
}

export interface FunctionHost {
  /** The result as JSON text. Rejects with InvocationRefused. */
  invoke(call: FunctionCall): Promise<Buffer>
  status(): FunctionStatus[]
  log(functionName: string, lines: number): string
  close(): Promise<void>
}

export interface FunctionHostOptions {
  functions: Map<string, CloudFunction>
  tokens: InvocationTokens
  script: string
  logDir: string
  /** Environment variables every function process starts with. */
  environment: Record<string, string>
  /** More of them for one function: the keys that it alone may hold. */
  functionEnvironment: Record<string, Record<string, string>>
  timeLimitsMs: Record<string, number>
  processesPerFunction: number
  idleMs: number
  clock: () => number
}

interface HostedFunction extends CloudFunction {
  pool: FunctionPool
  output: FunctionLog
  timeLimitMs: number
  calls: number
  failures: number
  build: number
  lookedAt: number
}

const hosted = (fn: CloudFunction, options: FunctionHostOptions): HostedFunction => {
  const output = openFunctionLog(options.logDir, fn.name)
  const start = (exited: (worker: FunctionWorker) => void) =>
    startFunctionWorker({
      script: options.script,
      directory: fn.directory,
      environment: { ...options.environment, ...options.functionEnvironment[fn.name] },
      print: (line) => output.write(line),
      exited,
    })
  return {
    ...fn,
    output,
    pool: createFunctionPool({ maxWorkers: options.processesPerFunction, idleMs: options.idleMs, start }),
    timeLimitMs: Math.min(options.timeLimitsMs[fn.name] ?? DEFAULT_TIME_LIMIT_MS, MAX_TIME_LIMIT_MS),
    calls: 0,
    failures: 0,
    build: buildStamp(fn),
    lookedAt: Date.now(),
  }
}

/** A function that was built again starts new processes: what is warm still runs the older code. */
const renewAfterBuild = (fn: HostedFunction) => {
  if (Date.now() - fn.lookedAt < LOOK_FOR_NEW_BUILD_MS) return
  fn.lookedAt = Date.now()
  const build = buildStamp(fn)
  if (build === 0 || build === fn.build) return
  fn.build = build
  fn.pool.renew()
}

export const createFunctionHost = (options: FunctionHostOptions): FunctionHost => {
  const functions = new Map([...options.functions].map(([name, fn]) => [name, hosted(fn, options)]))
  let isClosed = false
  const clockShift = () => (options.clock === Date.now ? 0 : options.clock() - Date.now())

  const settingsFor = (fn: HostedFunction, call: FunctionCall, token: string): InvocationSettings => ({
    environment: call.trigger ? timerEnvironment(token, call.trigger) : callerEnvironment(token, call),
    // the platform adds this to a client's event; functions must not believe it
    ...(call.openid && !call.isNested ? { userInfo: { openId: call.openid, appId: APP_ID } } : {}),
    requestId: randomUUID(),
    clockShiftMs: clockShift() - (call.daysAgo ?? 0) * DAY_MS,
    timeLimitMs: fn.timeLimitMs,
    maxResponseBytes: MAX_RESPONSE_BYTES,
  })

  const resultOf = (fn: HostedFunction, reply: WorkerReply, requestId: string): Buffer => {
    if (reply.kind === 'result') return reply.body
    fn.failures += 1
    if (isClosed) throw shuttingDown()
    fn.output.write(`[host] ${requestId} ${reply.kind}`)
    if (reply.kind === 'timed-out') throw timedOut(fn.timeLimitMs)
    if (reply.kind === 'oversize') throw resultTooLarge()
    if (reply.kind === 'bad-event') throw eventNotAnObject()
    if (reply.kind === 'exited') throw processEnded()
    throw userCodeFailed()
  }

  const invoke = async (call: FunctionCall): Promise<Buffer> => {
    if (isClosed) throw shuttingDown()
    const fn = functions.get(call.name)
    if (!fn) throw functionNotFound(call.name)
    if (call.event.length > (call.isHttp ? MAX_HTTP_EVENT_BYTES : MAX_EVENT_BYTES)) throw eventTooLarge()
    renewAfterBuild(fn)
    fn.calls += 1
    const worker = await fn.pool.acquire(call.isNested ?? false)
    if (!worker) {
      fn.failures += 1
      throw userCodeFailed()
    }
    const token = options.tokens.issue({ functionName: fn.name, openid: call.openid, source: call.source })
    try {
      const settings = settingsFor(fn, call, token)
      return resultOf(fn, await worker.invoke(settings, call.event), settings.requestId)
    } finally {
      options.tokens.revoke(token)
      fn.pool.release(worker)
    }
  }

  return {
    invoke,
    status: () =>
      [...functions.values()].map(({ name, calls, failures, pool }) => ({
        name,
        calls,
        failures,
        waiting: pool.waiting(),
        workers: pool
          .workers()
          .map((each) => ({ pid: each.pid, startedAt: each.startedAt, calls: each.calls, busySince: each.busySince })),
      })),
    log: (functionName, lines) => functions.get(functionName)?.output.tail(lines) ?? '',
    async close() {
      isClosed = true
      await Promise.all([...functions.values()].map(({ pool }) => pool.close()))
      for (const { output } of functions.values()) output.close()
    },
  }
}
