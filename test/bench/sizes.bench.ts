import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { ROOT } from '../../config/tools/run.child'
import { show, table } from './statistics'

const KB = 1024
const WEAPP = path.join(ROOT, 'dist', 'weapp')
const H5 = path.join(ROOT, 'dist', 'h5')
const FUNCTIONS = path.join(ROOT, 'dist', 'cloudfunctions')

const bytesBelow = (folder: string, skip: string[] = []): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !skip.some((root) => file.startsWith(root + path.sep)))
    .reduce((sum, file) => sum + statSync(file).size, 0)

/** What a browser loads before the first page's own part: the files that index.html names. */
const initialBytes = (ending: string): number => {
  const html = readFileSync(path.join(H5, 'index.html'), 'utf8')
  const names = [...html.matchAll(/(?:src|href)="\.?\/?([^"]+)"/g)].map(([, name = '']) => name)
  return names
    .filter((name) => name.endsWith(ending))
    .reduce((sum, name) => sum + gzipSync(readFileSync(path.join(H5, name))).length, 0)
}

/** Sizes of all that is downloaded or deployed. */
export const benchSizes = (): string => {
  const { subPackages } = JSON.parse(readFileSync(path.join(WEAPP, 'app.json'), 'utf8')) as {
    subPackages: { root: string }[]
  }
  const roots = subPackages.map(({ root }) => root.replace(/\/$/, ''))
  const size = (bytes: number) => show(bytes / KB, ' KB')
  return table(
    ['part', 'size'],
    [
      [
        'mini-program, main package',
        size(
          bytesBelow(
            WEAPP,
            roots.map((root) => path.join(WEAPP, root)),
          ),
        ),
      ],
      ...roots.map((root) => [`mini-program, ${root}`, size(bytesBelow(path.join(WEAPP, root)))]),
      ['H5, initial scripts, gzip', size(initialBytes('.js'))],
      ['H5, initial styles, gzip', size(initialBytes('.css'))],
      ...readdirSync(FUNCTIONS).map((name) => [`function ${name}`, size(bytesBelow(path.join(FUNCTIONS, name)))]),
    ],
  )
}
