import { readFileSync } from 'node:fs'
import path from 'node:path'
import vm from 'node:vm'

export interface AppJson {
  pages: string[]
  subPackages?: { root: string; pages: string[] }[]
}

/** Loads scripts of a built mini-program as WeChat does: in a world with no Node, and no sub-package before its time. */
export class BundleLoader {
  readonly appJson: AppJson
  private readonly context: vm.Context
  private readonly loaded = new Map<string, { exports: unknown }>()

  constructor(
    private readonly dist: string,
    globals: Record<string, unknown>,
  ) {
    this.appJson = JSON.parse(readFileSync(path.join(dist, 'app.json'), 'utf8')) as AppJson
    this.context = vm.createContext({ ...globals })
    vm.runInContext('globalThis.global = globalThis', this.context)
  }

  get pages(): string[] {
    const { pages, subPackages = [] } = this.appJson
    return [...pages, ...subPackages.flatMap(({ root, pages: own }) => own.map((page) => path.posix.join(root, page)))]
  }

  load(file: string): unknown {
    const known = this.loaded.get(file)
    if (known) return known.exports
    const module = { exports: {} as unknown }
    this.loaded.set(file, module)
    const source = readFileSync(path.join(this.dist, file), 'utf8')
    const run = vm.runInContext(`(function (require, module, exports) {${source}\n})`, this.context, {
      filename: path.join(this.dist, file),
    }) as (require: (request: string) => unknown, of: typeof module, exports: unknown) => void
    run((request) => this.load(this.resolve(file, request)), module, module.exports)
    return module.exports
  }

  private resolve(from: string, request: string): string {
    const target = path.posix.join(path.posix.dirname(from), request)
    const file = target.endsWith('.js') ? target : `${target}.js`
    const owner = this.packageOf(file)
    if (owner !== '' && owner !== this.packageOf(from)) throw new Error(`${from} needs ${file} of another sub-package`)
    return file
  }

  /** Root of the sub-package that holds a file, '' for the main package. */
  private packageOf(file: string): string {
    return this.appJson.subPackages?.find(({ root }) => file.startsWith(`${root.replace(/\/$/, '')}/`))?.root ?? ''
  }
}
