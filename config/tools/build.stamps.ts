import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from './run.child'

const STAMPS = path.join(ROOT, 'dist', '.stamps')

/**
 * Hash of every file below the given files and folders, names included, and of the settings that the app is built with.
 * `skip` leaves out paths from the repository root.
 */
export const hashInputs = (inputs: string[], skip?: RegExp): string => {
  const { CLOUD_ENV_ID, GATEWAY_URL } = process.env
  const hash = createHash('sha256').update(JSON.stringify([process.version, CLOUD_ENV_ID, GATEWAY_URL]))
  for (const file of inputs.flatMap((input) => filesBelow(input, skip)).sort()) {
    hash.update(`\0${file}\0`).update(readFileSync(path.join(ROOT, file)))
  }
  return hash.digest('hex')
}

const filesBelow = (input: string, skip?: RegExp): string[] => {
  const absolute = path.join(ROOT, input)
  if (!existsSync(absolute) || skip?.test(input)) return []
  const entries = readdirSafe(absolute)
  return entries === null ? [input] : entries.flatMap((name) => filesBelow(`${input}/${name}`, skip))
}

const readdirSafe = (file: string): string[] | null => {
  try {
    return readdirSync(file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return null
    throw error
  }
}

export const readStamp = (target: string): string | null => {
  const file = path.join(STAMPS, target)
  return existsSync(file) ? readFileSync(file, 'utf8') : null
}

export const writeStamp = (target: string, hash: string): void => {
  mkdirSync(STAMPS, { recursive: true })
  writeFileSync(path.join(STAMPS, target), hash)
}

/** Taken before a build begins, so that an interrupted build counts as stale. */
export const removeStamp = (target: string): void => rmSync(path.join(STAMPS, target), { force: true })
