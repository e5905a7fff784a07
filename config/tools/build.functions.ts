import { build, type Metafile } from 'esbuild'
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from './run.child'

export interface FunctionSource {
  name: string
  folder: string
}

/** Folders with an index.ts are functions; a leading underscore marks shared or local code, which is never deployed. */
export const deployedFunctions = (): FunctionSource[] =>
  functionsIn('cloudfunctions')
    .filter(({ name }) => !name.startsWith('_'))
    .map((source) => requireConfig(source))

/** test/contract/probe is built as contract-probe: what the contract suite calls. */
export const testFunctions = (): FunctionSource[] =>
  functionsIn('test/contract')
    .filter(({ folder }) => existsSync(path.join(ROOT, folder, 'config.json')))
    .map(({ name, folder }) => ({ name: `contract-${name}`, folder }))

const functionsIn = (parent: string): FunctionSource[] => {
  const absolute = path.join(ROOT, parent)
  if (!existsSync(absolute)) return []
  return readdirSync(absolute)
    .sort()
    .filter((name) => existsSync(path.join(absolute, name, 'index.ts')))
    .map((name) => ({ name, folder: `${parent}/${name}` }))
}

const requireConfig = (source: FunctionSource) => {
  if (existsSync(path.join(ROOT, source.folder, 'config.json'))) return source
  throw new Error(`${source.folder} 缺少 config.json`)
}

export const functionBundle = ({ folder }: FunctionSource, outfile: string) => ({
  absWorkingDir: ROOT,
  entryPoints: [`${folder}/index.ts`],
  outfile,
  bundle: true,
  platform: 'node' as const,
  target: 'node16',
  format: 'cjs' as const,
  minify: true,
  sourcemap: false,
  legalComments: 'none' as const,
  external: ['wx-server-sdk'],
  metafile: true as const,
  logLevel: 'silent' as const,
})

/** Writes one folder per function that deploys alone: index.js, package.json, config.json and nothing else. */
export const buildFunctions = async (sources: FunctionSource[], outDir: string): Promise<void> => {
  rmSync(outDir, { recursive: true, force: true })
  for (const source of sources) {
    const folder = path.join(outDir, source.name)
    const { metafile } = await build(functionBundle(source, path.join(folder, 'index.js')))
    refuseForeignInputs(source, metafile)
    writeDeployFiles(source, folder)
  }
}

export const writeDeployFiles = (source: FunctionSource, folder: string): void => {
  const { version, dependencies } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'))
  mkdirSync(folder, { recursive: true })
  writeFileSync(
    path.join(folder, 'package.json'),
    `${JSON.stringify({ name: source.name, version, main: 'index.js', dependencies: { 'wx-server-sdk': dependencies['wx-server-sdk'] } }, null, 2)}\n`,
  )
  copyFileSync(path.join(ROOT, source.folder, 'config.json'), path.join(folder, 'config.json'))
}

// Test functions may use what stands beside them in test/contract; nothing else reaches past its own area.
const refuseForeignInputs = ({ name, folder }: FunctionSource, { inputs }: Metafile) => {
  const foreign = Object.keys(inputs).find(
    (file) =>
      file.startsWith('cloudfunctions/_localcloud/') || (file.startsWith('test/') && !folder.startsWith('test/')),
  )
  if (foreign) throw new Error(`云函数 ${name} 不应包含 ${foreign}`)
}
