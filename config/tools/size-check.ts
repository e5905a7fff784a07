import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

/** Our own limits, far under WeChat's 2 MB a package: what is downloaded on a ward's network has to be small. */
export const MAIN_LIMIT = 600 * 1024
export const SUB_PACKAGE_LIMIT = 500 * 1024
/** Drawing charts takes a library of its own. */
export const CHARTS_LIMIT = 700 * 1024
const CHARTS = 'packages/charts'

export interface PackageSize {
  /** Root of a sub-package; null for the main package. */
  root: string | null
  bytes: number
  limit: number
}

export interface SizedFile {
  path: string
  bytes: number
}

const limitOf = (root: string) => (root === CHARTS ? CHARTS_LIMIT : SUB_PACKAGE_LIMIT)

const belongsTo = (file: SizedFile, root: string) => file.path.startsWith(`${root}/`)

/** What every package weighs, files of no sub-package being the main one. Paths use '/', relative to the app's root. */
export const weigh = (files: readonly SizedFile[], roots: readonly string[]): PackageSize[] => {
  const total = (chosen: readonly SizedFile[]) => chosen.reduce((sum, { bytes }) => sum + bytes, 0)
  const main = files.filter((file) => !roots.some((root) => belongsTo(file, root)))
  return [
    { root: null, bytes: total(main), limit: MAIN_LIMIT },
    ...roots.map((root) => ({
      root,
      bytes: total(files.filter((file) => belongsTo(file, root))),
      limit: limitOf(root),
    })),
  ]
}

export const tooLarge = (sizes: readonly PackageSize[]): PackageSize[] =>
  sizes.filter(({ bytes, limit }) => bytes > limit)

const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`

export const sizeTable = (sizes: readonly PackageSize[]): string =>
  sizes
    .map(({ root, bytes, limit }) =>
      [
        (root ?? '主包').padEnd(24),
        kilobytes(bytes).padStart(10),
        ` / ${kilobytes(limit)}`,
        bytes > limit ? '  超出' : '',
      ].join(''),
    )
    .join('\n')

const filesIn = (folder: string): SizedFile[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => ({
      path: path.relative(folder, file).split(path.sep).join('/'),
      bytes: statSync(file).size,
    }))

interface AppJson {
  subPackages?: { root: string }[]
  subpackages?: { root: string }[]
}

/**
 * Weighs a built mini-program and prints the table.
 * @throws Error naming every package over its limit.
 */
export const checkSizes = (folder: string) => {
  const app = JSON.parse(readFileSync(path.join(folder, 'app.json'), 'utf8')) as AppJson
  const roots = (app.subPackages ?? app.subpackages ?? []).map(({ root }) => root.replace(/\/$/, ''))
  const sizes = weigh(filesIn(folder), roots)
  console.log(sizeTable(sizes))
  const over = tooLarge(sizes)
  if (over.length > 0) throw new Error(`小程序包超出上限：\n${sizeTable(over)}`)
}
