import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { open, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'

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

const flushDirectory = async (directory: string) => {
  const handle = await open(directory, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

export const openFileStore = (directory: string): FileStore => {
  mkdirSync(directory, { recursive: true })
  const place = (path: string) => join(directory, createHash('sha256').update(path).digest('hex'))

  const writeAll = async (file: string, content: Readable) => {
    const handle = await open(file, 'wx')
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

  const names = () => readdirSync(directory).filter((name) => name.endsWith('.json'))

  return {
    async put(path, content) {
      const part = join(directory, `${randomUUID()}.part`)
      try {
        await writeAll(part, content)
        await writeFile(`${place(path)}.json`, JSON.stringify({ path }))
        await rename(part, place(path))
        await flushDirectory(directory)
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
      return true
    },
    count: () => names().length,
    list: (offset, limit) =>
      names()
        .map((name) => find((JSON.parse(readFileSync(join(directory, name), 'utf8')) as { path: string }).path))
        .filter((file) => file !== null)
        .sort((a, b) => b.storedAt - a.storedAt)
        .slice(offset, offset + limit),
  }
}
