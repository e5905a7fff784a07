import { appendFileSync, existsSync, readFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { OWNER_FILE, openOwnerDirectory } from '../disk/owner.files'

const MAX_FILE_BYTES = 1024 * 1024
const MAX_LINE_CHARACTERS = 8192
const FLUSH_AFTER_MS = 50

/** What functions printed and where they failed, one file per function, one older file kept: at most 2 MB each. */
export interface FunctionLog {
  write(line: string): void
  /** The newest lines, oldest first. */
  tail(lines: number): string
  close(): void
}

export const openFunctionLog = (directory: string, functionName: string): FunctionLog => {
  openOwnerDirectory(directory)
  const file = join(directory, `${functionName}.log`)
  const older = join(directory, `${functionName}.1.log`)
  let size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  let waiting = ''
  let timer: NodeJS.Timeout | null = null

  const flush = () => {
    if (timer) clearTimeout(timer)
    timer = null
    if (!waiting) return
    if (size > MAX_FILE_BYTES) {
      renameSync(file, older)
      size = 0
    }
    appendFileSync(file, waiting, { mode: OWNER_FILE })
    size += Buffer.byteLength(waiting)
    waiting = ''
  }

  return {
    write(line) {
      waiting += `${new Date().toISOString()} ${line.slice(0, MAX_LINE_CHARACTERS)}\n`
      if (waiting.length > MAX_FILE_BYTES) flush()
      else timer ??= setTimeout(flush, FLUSH_AFTER_MS).unref()
    },
    tail(lines) {
      flush()
      const text = [older, file].map((each) => (existsSync(each) ? readFileSync(each, 'utf8') : '')).join('')
      return text.trimEnd().split('\n').slice(-lines).join('\n')
    },
    close: flush,
  }
}
