import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream'
import { MEDIA_TYPES, typeByExtension } from '../gateway/media.types'
import { cloudPath } from './cloud.path'
import { type FileStore, FileTooLarge, MAX_FILE_BYTES } from './file.store'
import type { FileTickets } from './file.tickets'

/** The object storage says no in XML; the SDK reads all four elements. */
const refuse = (response: ServerResponse, status: number, code: string, message: string) => {
  const requestId = randomUUID()
  const body = `<?xml version='1.0' encoding='utf-8' ?><Error><Code>${code}</Code><Message>${message}</Message><Resource></Resource><RequestId>${requestId}</RequestId><TraceId>${requestId}</TraceId></Error>`
  response.writeHead(status, { 'Content-Type': 'application/xml', Connection: 'close' }).end(body)
}

const pathFrom = (encoded: string): string | null => {
  try {
    return cloudPath(decodeURIComponent(encoded))
  } catch {
    return null
  }
}

/** PUT and GET below /cos/: an upload needs the leave just issued for its path, a download a signed link. */
export const createStorageRoutes = (files: FileStore, tickets: FileTickets) => {
  const upload = async (path: string, request: IncomingMessage, response: ServerResponse) => {
    const { authorization, 'x-cos-security-token': token } = request.headers
    if (!tickets.redeemUpload(path, authorization, token))
      return refuse(response, 403, 'SignatureDoesNotMatch', 'The upload was not granted, or was used already.')
    if (Number(request.headers['content-length'] ?? 0) > MAX_FILE_BYTES)
      return refuse(response, 400, 'EntityTooLarge', 'The file is too large.')
    try {
      await files.put(path, request)
      response.writeHead(200, { 'Content-Length': 0 }).end()
    } catch (error) {
      if (!(error instanceof FileTooLarge)) throw error
      refuse(response, 400, 'EntityTooLarge', 'The file is too large.')
    }
  }

  const download = (path: string, query: URLSearchParams, request: IncomingMessage, response: ServerResponse) => {
    if (!tickets.opensDownload(path, query.get('sign'), query.get('t')))
      return refuse(response, 403, 'AccessDenied', 'Request has expired or was not signed.')
    const file = files.find(path)
    if (!file) return refuse(response, 404, 'NoSuchKey', 'The specified key does not exist.')
    response.writeHead(200, {
      'Content-Type': typeByExtension(MEDIA_TYPES, path),
      'Content-Length': file.size,
      'X-Content-Type-Options': 'nosniff',
      // what visitors uploaded must never run as a page of this origin
      'Content-Security-Policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:",
      'Cache-Control': 'private, no-store',
    })
    if (request.method === 'HEAD') return response.end()
    pipeline(files.read(path), response, (error) => {
      if (error) response.destroy()
    })
  }

  return async (url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = pathFrom(url.pathname.slice('/cos/'.length))
    if (path === null) return refuse(response, 400, 'InvalidURI', 'The path is not allowed.')
    if (request.method === 'PUT') return upload(path, request, response)
    if (request.method === 'GET' || request.method === 'HEAD') {
      download(path, url.searchParams, request, response)
      return
    }
    refuse(response, 405, 'MethodNotAllowed', 'Only PUT, GET and HEAD are served.')
  }
}
