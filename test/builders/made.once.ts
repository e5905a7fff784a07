import { existsSync, mkdirSync, renameSync, rmdirSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const AGAIN_MS = 200

/**
 * A folder under `root` that is made once, by whoever asks first, in whichever process; the others wait for it.
 * One that could not be made is tried anew by the next.
 */
export const madeOnce = async (
  root: string,
  name: string,
  make: (folder: string) => Promise<void>,
): Promise<string> => {
  const folder = path.join(root, name)
  const lock = `${folder}.lock`
  while (!existsSync(folder)) {
    if (!claim(lock)) {
      await pause(AGAIN_MS)
      continue
    }
    try {
      const part = `${folder}.${process.pid}.${Date.now()}`
      await make(part)
      renameSync(part, folder)
    } finally {
      rmdirSync(lock)
    }
  }
  return folder
}

const claim = (lock: string): boolean => {
  try {
    mkdirSync(lock)
    return true
  } catch {
    return false
  }
}
