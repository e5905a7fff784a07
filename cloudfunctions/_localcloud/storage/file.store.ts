import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { flushDirectory, OWNER_FILE, openOwnerDirectory, replaceFile } from '../disk/owner.files'

export const MAX_FILE_BYTES = 100 * 1024 * 1024

export interface StoredFile {
  path: string
  size: number
  /** Epoch milliseconds of the last upload. */
  storedAt: number
}

/**
 * Files on disk under the SHA-256 of their path, so that no path can lead anywhere else;
 * `<hash>.json` beside each one remembers the path. A file counts as there once `<hash>` is there.
 */
export interface FileStore {
  /** Resolves when the file would survive a power cut. Rejects with FileTooLarge; then nothing changed. */
  put(path: string, content: Readable): Promise<void>
  find(path: string): StoredFile | null
  read(path: string): Readable
  remove(path: string): Promise<boolean>
  count(): number
  list(offset: number, limit: number): StoredFile[]
}

export class FileTooLarge extends Error {}

const STORED = /^[0-9a-f]{64}$/

/** What a process that ended halfway left behind: half an upload, a name without its file. */
const sweep = (directory: string) => {
  for (const name of readdirSync(directory)) {
    const isHalf = name.endsWith('.part') || name.endsWith('.new')
    const isNameOnly = name.endsWith('.json') && !existsSync(join(directory, name.slice(0, -'.json'.length)))
    if (isHalf || isNameOnly) rmSync(join(directory, name))
  }
}

/** Null: the name beside the file cannot be read. The file itself still opens by its path. */
const pathIn = (file: string): string | null => {
  try {
    const { path } = JSON.parse(readFileSync(file, 'utf8')) as { path?: unknown }
    return typeof path === 'string' ? path : null
  } catch {
    return null
  }
}

export const openFileStore = (directory: string): FileStore => {
  openOwnerDirectory(directory)
  sweep(directory)
  const place = (path: string) => join(directory, createHash('sha256').update(path).digest('hex'))

  const writeAll = async (file: string, content: Readable) => {
    const handle = await open(file, 'wx', OWNER_FILE)
    try {
      let size = 0
      for await (const chunk of content as AsyncIterable<Buffer>) {
        size += chunk.length
        if (size > MAX_FILE_BYTES) throw new FileTooLarge(`${MAX_FILE_BYTES}`)
        await handle.write(chunk)
      }
      await handle.sync()
    } finally {
      await handle.close()
    }
  }

  const find = (path: string): StoredFile | null => {
    const stat = statSync(place(path), { throwIfNoEntry: false })
    return stat ? { path, size: stat.size, storedAt: stat.mtimeMs } : null
  }

  const names = () => readdirSync(directory).filter((name) => STORED.test(name))

  return {
    async put(path, content) {
      const part = join(directory, `${randomUUID()}.part`)
      try {
        await writeAll(part, content)
        replaceFile(`${place(path)}.json`, JSON.stringify({ path }))
        await rename(part, place(path))
        flushDirectory(directory)
      } catch (error) {
        await rm(part, { force: true })
        throw error
      }
    },
    find,
    read: (path) => createReadStream(place(path)),
    async remove(path) {
      if (!find(path)) return false
      await rm(place(path))
      await rm(`${place(path)}.json`, { force: true })
      flushDirectory(directory)
      return true
    },
    count: () => names().length,
    list: (offset, limit) =>
      names()
        .map((name) => pathIn(join(directory, `${name}.json`)))
        .map((path) => (path === null ? null : find(path)))
        .filter((file) => file !== null)
        .sort((a, b) => b.storedAt - a.storedAt)
        .slice(offset, offset + limit),
  }
}
