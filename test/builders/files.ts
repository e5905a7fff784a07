import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

/** Every file in a folder and below. */
export const filesUnder = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const file = path.join(folder, name)
    return statSync(file).isDirectory() ? filesUnder(file) : [file]
  })

/** What the files hold, byte for byte as characters, so that it can be searched. */
export const contentsUnder = (folder: string): string[] =>
  filesUnder(folder).map((file) => readFileSync(file).toString('latin1'))
