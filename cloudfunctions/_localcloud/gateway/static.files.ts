import { createHash } from 'node:crypto'
import { realpathSync } from 'node:fs'
import { readFile, realpath } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join, sep } from 'node:path'
import { refuse } from './http.exchange'
import { MEDIA_TYPES, typeByExtension } from './media.types'

const TYPES = {
  ...MEDIA_TYPES,
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
}
const INDEX = 'index.html'
const NOT_THERE = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'ELOOP', 'ENAMETOOLONG'])
// separators of other systems and what no file name holds
const REFUSED_CHARACTERS = /[\\\p{Cc}]/u

/** The path below the folder, or null: no empty segment and none that begins with a dot. */
const relativePath = (pathname: string): string | null => {
  try {
    const path = decodeURIComponent(pathname).slice(1)
    if (REFUSED_CHARACTERS.test(path)) return null
    if (path === '') return INDEX
    return path.split('/').every((segment) => segment !== '' && !segment.startsWith('.')) ? path : null
  } catch {
    return null
  }
}

/** The whole file or null: a build that replaces the folder meanwhile leaves no half of it. */
const contentOf = async (root: string, path: string): Promise<Buffer | null> => {
  try {
    const file = await realpath(join(root, path))
    return file.startsWith(realpathSync(root) + sep) ? await readFile(file) : null
  } catch (error) {
    if (NOT_THERE.has((error as NodeJS.ErrnoException).code ?? '')) return null
    throw error
  }
}

/** Files whose name changes with their content, as the web build writes them: 「app.f5c2768f.js」. */
const NAMED_BY_CONTENT = /[.][0-9a-f]{8}[.](js|css)$/
const FOR_A_YEAR = 'public, max-age=31536000, immutable'

/** GET and HEAD of the files below a folder, read whole each time: they are few, small, and a build may replace them. */
export const createStaticFiles =
  (root: string) =>
  async ({ pathname }: URL, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 'gateway.method')
    const path = relativePath(pathname)
    const content = path === null ? null : await contentOf(root, path)
    if (path === null || content === null) return refuse(response, 'gateway.not_found')
    const tag = `"${createHash('sha256').update(content).digest('base64url')}"`
    const headers = {
      ETag: tag,
      'Cache-Control': NAMED_BY_CONTENT.test(path) ? FOR_A_YEAR : 'no-cache',
      'Content-Security-Policy': "frame-ancestors 'none'",
      'X-Content-Type-Options': 'nosniff',
    }
    if (request.headers['if-none-match'] === tag) {
      response.writeHead(304, headers).end()
      return
    }
    response.writeHead(200, {
      ...headers,
      'Content-Type': typeByExtension(TYPES, path),
      'Content-Length': content.length,
    })
    response.end(request.method === 'HEAD' ? undefined : content)
  }
