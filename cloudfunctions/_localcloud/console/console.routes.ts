import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Database } from '../database/database'
import type { FunctionHost } from '../functions/function.host'
import { refuse, sendHtml, sendJson } from '../gateway/http.exchange'
import type { Persona } from '../gateway/persona.sign-in'
import type { OpenapiDesk } from '../openapi/openapi.desk'
import type { FileStore } from '../storage/file.store'
import type { FileTickets } from '../storage/file.tickets'
import type { TimerDesk } from '../timers/timer.desk'
import { documents, logLines, openapiCalls, overview, page, storedFiles } from './console.pages'
import type { Html } from './html'

export interface ConsoleOptions {
  dataDir: string
  database: Database
  files: FileStore
  tickets: FileTickets
  host: FunctionHost
  timers: TimerDesk
  openapi: OpenapiDesk
  personas: Persona[]
}

const PAGE_SIZE = 20
const LOG_LINES = 500
const LINK_SECONDS = 600

const offsetIn = ({ searchParams }: URL) => {
  const offset = Number(searchParams.get('offset') ?? 0)
  return Number.isSafeInteger(offset) && offset > 0 ? offset : 0
}

const decoded = (text: string) => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** /console: what is inside this local cloud, for the person who develops on it. */
export const createConsole = (options: ConsoleOptions) => {
  const { database, files, tickets, host, timers } = options

  const show = (response: ServerResponse, title: string, body: Html) => {
    const nonce = randomBytes(12).toString('base64')
    const policy = `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'`
    sendHtml(response, 200, page(title, nonce, body), policy)
  }

  const showFiles = (url: URL, response: ServerResponse) => {
    const offset = offsetIn(url)
    const found = files.list(offset, PAGE_SIZE).map((file) => {
      const { sign, t } = tickets.signDownload(file.path, LINK_SECONDS)
      return { ...file, link: encodeURI(`/cos/${file.path}?sign=${sign}&t=${t}`) }
    })
    show(response, '文件', storedFiles(found, offset, PAGE_SIZE))
  }

  const showDocuments = (collection: string, url: URL, response: ServerResponse) => {
    if (!database.collections().some(({ name }) => name === collection)) return refuse(response, 'gateway.not_found')
    const offset = offsetIn(url)
    show(
      response,
      `集合 ${collection}`,
      documents(collection, database.page(collection, offset, PAGE_SIZE), offset, PAGE_SIZE),
    )
  }

  const runTimer = async (functionName: string, response: ServerResponse) => {
    try {
      await timers.fire(functionName)
      sendJson(response, 200, JSON.stringify({ ok: true }))
    } catch (error) {
      sendJson(response, 200, JSON.stringify({ ok: false, code: 'console.timer', message: (error as Error).message }))
    }
  }

  return async (url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const [area = '', name = ''] = url.pathname.split('/').slice(2).map(decoded)
    if (request.method === 'POST' && area === 'timers') return runTimer(name, response)
    if (request.method !== 'GET') return refuse(response, 'gateway.method')
    switch (area) {
      case '':
        return show(
          response,
          '本地云',
          overview({
            dataDir: options.dataDir,
            personas: options.personas,
            collections: database.collections(),
            functions: host.status(),
            timers: timers.status(),
            fileCount: files.count(),
          }),
        )
      case 'collections':
        return showDocuments(name, url, response)
      case 'logs':
        return show(response, `${name} 的记录`, logLines(host.log(name, LOG_LINES)))
      case 'storage':
        return showFiles(url, response)
      case 'openapi':
        return show(response, '开放接口调用', openapiCalls(options.openapi.recent()))
      default:
        return refuse(response, 'gateway.not_found')
    }
  }
}
