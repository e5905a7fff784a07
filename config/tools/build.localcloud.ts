import { build, type BuildOptions } from 'esbuild'
import { existsSync, rmSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from './run.child'

const SOURCE = 'cloudfunctions/_localcloud'

export const localCloudBundle = (): BuildOptions => ({
  absWorkingDir: ROOT,
  entryPoints: ['main', 'function-process']
    .map((name) => `${SOURCE}/${name}.ts`)
    .filter((file) => existsSync(path.join(ROOT, file))),
  outdir: 'dist/localcloud',
  outExtension: { '.js': '.cjs' },
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  packages: 'external',
  sourcemap: 'inline',
  logLevel: 'silent',
})

/** The real SDK in one file: a function starts in half the time that 430 files take to load. */
export const sdkBundle = (): BuildOptions => ({
  absWorkingDir: ROOT,
  entryPoints: ['wx-server-sdk'],
  outdir: 'dist/localcloud',
  outExtension: { '.js': '.cjs' },
  bundle: true,
  minifyWhitespace: true,
  minifySyntax: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  logLevel: 'silent',
})

export const buildLocalCloud = async (outDir: string): Promise<void> => {
  rmSync(outDir, { recursive: true, force: true })
  await Promise.all([build(localCloudBundle()), build(sdkBundle())])
}
