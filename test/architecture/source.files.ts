import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from '../../config/tools/run.child'

export interface SourceFile {
  /** Path from the repository root. */
  file: string
  text: string
}

/** Every file below a folder of the repository whose name ends in one of the given ways; all files when none is given. */
export const filesBelow = (folder: string, endings: string[] = ['']): SourceFile[] =>
  readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)))
    .sort()
    .map((file) => ({ file, text: readFileSync(path.join(ROOT, file), 'utf8') }))

export const filesWith = (files: SourceFile[], pattern: RegExp): string[] =>
  files.filter(({ text }) => pattern.test(text)).map(({ file }) => file)
