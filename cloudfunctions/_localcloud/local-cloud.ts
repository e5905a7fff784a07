import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { createConsole } from './console/console.routes'
import { openDatabase } from './database/database'
import type { IndexFile } from './database/index.file'
import { openOwnerDirectory, openOwnerFile } from './disk/owner.files'
import { readFunctions } from './functions/function.catalogue'
import { createFunctionHost } from './functions/function.host'
import { createInvocationTokens } from './functions/invocation.tokens'
import { platformEnvironment, processEnvironment } from './functions/platform.environment'
import { createFunctionRoutes } from './gateway/function.routes'
import { refuse } from './gateway/http.exchange'
import { createPersonaSignIn, type Persona } from './gateway/persona.sign-in'
import { createRequestGuard } from './gateway/request.guard'
import { createStaticFiles } from './gateway/static.files'
import { createSubscriptionRoute } from './gateway/subscription.route'
import { createWireRoutes } from './gateway/wire.routes'
import { createOpenapiDesk } from './openapi/openapi.desk'
import { openSubscriptionLedger } from './openapi/subscription.ledger'
import { openFileStore } from './storage/file.store'
import { createFileTickets } from './storage/file.tickets'
import { createStorageActions } from './storage/storage.actions'
import { createStorageRoutes } from './storage/storage.routes'
import { createTimerDesk } from './timers/timer.desk'

export type { Persona } from './gateway/persona.sign-in'

export interface LocalCloudOptions {
  /** Database, files and logs; made when missing. */
  dataDir: string
  /** Each contains `<name>/index.js` and config.json. */
  functionsDirs: string[]
  indexes: IndexFile
  /** Functions that an ordinary browser reaches by HTTP access; none unless given. */
  httpFunctions?: readonly string[]
  /** Served at / when given. */
  h5Dir?: string
  /** 0: any free port. */
  port?: number
  personas?: Persona[]
  /** Which function hears which of the platform's events. */
  messagePush?: { event: string; function: string }[]
  /** Whether timers run by themselves. */
  timers?: boolean
  /** Epoch milliseconds, for the database, the timers and the functions alike. */
  clock?: () => number
  mediaCheckDelayMs?: number
  /** Invocations of one function that run at the same time: 3 unless given, where two processors did the most. */
  processesPerFunction?: number
  /** Environment variables that one function's processes hold and no other's: its keys. */
  functionEnvironment?: Record<string, Record<string, string>>
  /** Milliseconds an invocation may take, by function: 20 s unless given, 60 s at most. */
  timeLimitsMs?: Record<string, number>
  /** After how long without a call a function process ends. */
  idleProcessMs?: number
  /** The built function-process.cjs. */
  functionProcess?: string
  /** Runs before each commit of the database: fault injection for tests. */
  beforeCommit?: () => void
}

export interface LocalCloud {
  url: string
  /** Calls a function as the gateway would, or as it would have `daysAgo`. Rejects with an error that has the platform's `code`. */
  invoke(name: string, event: unknown, caller?: { openid?: string }, when?: { daysAgo?: number }): Promise<unknown>
  /** Runs a function's timer now, after a run that is under way, and answers what the function answered. */
  fireTimer(functionName: string): Promise<unknown>
  /** Environment variables with which an unmodified wx-server-sdk in another process talks to this cloud. */
  environment(): Record<string, string>
  /** The newest lines of what a function printed, as kept on disk. */
  log(functionName: string): string
  /** Puts documents into a collection that has none of their ids, as a hospital has them that was there for years. */
  insertMissing(collection: string, documents: readonly { id: string }[]): Promise<void>
  /** Every document of every collection as NDJSON. */
  exportAll(): string
  close(): Promise<void>
}

export const DEFAULT_PORT = 9330

const LOOPBACK = '127.0.0.1'
const PROCESSES_PER_FUNCTION = 3
const IDLE_PROCESS_MS = 5 * 60_000
const KEEP_ALIVE_MS = 65_000
const LOG_LINES = 500

const listen = (server: Server, port: number) =>
  new Promise<number>((done, fail) => {
    server.once('error', fail)
    server.listen(port, LOOPBACK, () => {
      server.off('error', fail)
      done((server.address() as AddressInfo).port)
    })
  })

/** Serves the built functions, their database, storage, openapi and timers on one port of this machine. */
export const startLocalCloud = async (options: LocalCloudOptions): Promise<LocalCloud> => {
  const server = createServer()
  server.keepAliveTimeout = KEEP_ALIVE_MS
  const port = await listen(server, options.port ?? DEFAULT_PORT)
  try {
    return openOn(server, port, options)
  } catch (error) {
    server.close()
    throw error
  }
}

const openOn = (server: Server, port: number, options: LocalCloudOptions): LocalCloud => {
  const { clock = Date.now, personas = [] } = options
  const url = `http://${LOOPBACK}:${port}`
  const dataDir = resolve(options.dataDir)
  openOwnerDirectory(dataDir)
  const functions = readFunctions(options.functionsDirs.map((each) => resolve(each)))
  const functionSecretId = randomBytes(16).toString('hex')
  const outsideSecretId = randomBytes(16).toString('hex')

  const databaseFile = join(dataDir, 'database.sqlite')
  // SQLite gives its journals the mode of the file
  openOwnerFile(databaseFile)
  const database = openDatabase({
    file: databaseFile,
    indexes: options.indexes,
    clock,
    beforeCommit: options.beforeCommit,
  })
  const files = openFileStore(join(dataDir, 'storage'))
  const tickets = createFileTickets(clock)
  const tokens = createInvocationTokens()
  const host = createFunctionHost({
    functions,
    tokens,
    script: resolve(options.functionProcess ?? 'dist/localcloud/function-process.cjs'),
    logDir: join(dataDir, 'logs'),
    environment: processEnvironment(`${url}/admin`, functionSecretId),
    functionEnvironment: options.functionEnvironment ?? {},
    timeLimitsMs: options.timeLimitsMs ?? {},
    processesPerFunction: options.processesPerFunction ?? PROCESSES_PER_FUNCTION,
    idleMs: options.idleProcessMs ?? IDLE_PROCESS_MS,
    clock,
  })
  const push = (event: Record<string, unknown>) => {
    const text = Buffer.from(JSON.stringify(event))
    for (const listener of options.messagePush ?? [])
      if (listener.event === event.Event)
        // the function's own log says why; the platform tells nobody
        host.invoke({ name: listener.function, event: text, trigger: 'push' }).catch(() => undefined)
  }
  const ledger = openSubscriptionLedger(join(dataDir, 'subscriptions.json'))
  const openapi = createOpenapiDesk({
    functions,
    ledger,
    h5Url: () => url,
    clock,
    mediaCheckDelayMs: options.mediaCheckDelayMs ?? 1000,
    push,
  })
  const timers = createTimerDesk({
    functions: functions.values(),
    clock,
    isRunning: options.timers ?? true,
    invoke: (name, event) => host.invoke({ name, event, trigger: 'timer' }),
  })

  const guard = createRequestGuard(port)
  const { signedIn, signIn } = createPersonaSignIn(personas)
  const toFunction = createFunctionRoutes(host, signedIn, new Set(options.httpFunctions))
  const toSubscription = createSubscriptionRoute(ledger, signedIn)
  const toStorage = createStorageRoutes(files, tickets)
  const toWire = createWireRoutes({
    functionSecretId,
    outsideSecretId,
    tokens,
    host,
    database: database.handle,
    storage: createStorageActions(`${url}/cos`, files, tickets),
    openapi: openapi.answer,
  })
  const toConsole = createConsole({ dataDir, database, files, tickets, host, timers, openapi, personas })
  const toH5 = options.h5Dir ? createStaticFiles(resolve(options.h5Dir)) : null

  const route = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const refusal = guard(request)
    if (refusal) return refuse(response, refusal)
    const target = request.url ?? '/'
    if (target === '/admin' || target.startsWith('/admin?')) return toWire(request, response)
    if (!target.startsWith('/')) return refuse(response, 'gateway.not_found')
    const address = new URL(url + target)
    const { pathname } = address
    if (pathname.startsWith('/api/fn/')) return toFunction(pathname.slice('/api/fn/'.length), request, response)
    if (pathname === '/api/subscribe') return toSubscription(request, response)
    if (pathname.startsWith('/cos/')) return toStorage(address, request, response)
    if (pathname.startsWith('/as/')) return signIn(address, request, response)
    if (pathname === '/console' || pathname.startsWith('/console/')) return toConsole(address, request, response)
    if (toH5) return toH5(address, request, response)
    refuse(response, 'gateway.not_found')
  }

  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    route(request, response).catch((error: Error) => {
      if (request.destroyed && !request.complete) return
      console.error(error)
      if (response.headersSent) response.destroy()
      else refuse(response, 'gateway.failed')
    })
  })

  return {
    url,
    async invoke(name, event, caller = {}, { daysAgo } = {}) {
      const text = Buffer.from(JSON.stringify(event))
      const result = await host.invoke({ name, event: text, openid: caller.openid, source: 'wx_client', daysAgo })
      return JSON.parse(result.toString())
    },
    fireTimer: async (functionName) => JSON.parse((await timers.fire(functionName, { waits: true })).toString()),
    environment: () => platformEnvironment(`${url}/admin`, outsideSecretId),
    log: (functionName) => host.log(functionName, LOG_LINES),
    async insertMissing(collection, documents) {
      const insert = (document: { id: string }) =>
        database.handle('database.insertDocument', {
          collectionName: collection,
          data: [JSON.stringify({ _id: document.id, ...document })],
        })
      // Handed in together they share their commits; one that exists is refused by itself.
      const replies = await Promise.all(documents.map(insert))
      const refused = replies.find(({ code, message }) => code !== undefined && !String(message).includes('E11000'))
      if (refused) throw new Error(String(refused.message))
    },
    exportAll: database.exportAll,
    async close() {
      timers.close()
      openapi.close()
      const closed = new Promise((done) => server.close(done))
      server.closeIdleConnections()
      await host.close()
      server.closeAllConnections()
      await closed
      database.close()
    },
  }
}
