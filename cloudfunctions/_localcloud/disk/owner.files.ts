import { chmodSync, closeSync, fsyncSync, mkdirSync, openSync, renameSync, statSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

/** What people confided lies here: nobody else who uses this machine reads it. */
export const OWNER_FILE = 0o600
const OWNER_DIRECTORY = 0o700
const OTHERS = 0o077

const closeToOthers = (path: string, mode: number) => {
  if (statSync(path).mode & OTHERS) chmodSync(path, mode)
}

/** Makes the folder where it is missing; either way it is its owner's alone afterwards. */
export const openOwnerDirectory = (directory: string): void => {
  mkdirSync(directory, { recursive: true, mode: OWNER_DIRECTORY })
  closeToOthers(directory, OWNER_DIRECTORY)
}

/** Makes an empty file where it is missing; either way it is its owner's alone afterwards. */
export const openOwnerFile = (file: string): void => {
  closeSync(openSync(file, 'a', OWNER_FILE))
  closeToOthers(file, OWNER_FILE)
}

export const flushDirectory = (directory: string): void => {
  const handle = openSync(directory, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Replaces the file as a whole: whenever the power goes, the old text is there or the new one, and after this call the new one. */
export const replaceFile = (file: string, text: string): void => {
  const handle = openSync(`${file}.new`, 'w', OWNER_FILE)
  try {
    writeSync(handle, text)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(`${file}.new`, file)
  flushDirectory(dirname(file))
}
