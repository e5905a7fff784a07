import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { commandOf, ROOT } from '../../config/tools/run.child'

const run = promisify(execFile)
const AREAS = ['src', 'cloudfunctions', 'config', 'test']
const FILES = ['package.json', 'tsconfig.json']

export interface Violation {
  rule: string
  from: string
}

/** A copy of the sources inside the repository's own dist, so that packages resolve from its node_modules. */
export const copyRepository = async (): Promise<string> => {
  const parent = path.join(ROOT, 'dist', '.architecture')
  await mkdir(parent, { recursive: true })
  const copy = await mkdtemp(path.join(parent, 'copy-'))
  for (const part of [...AREAS, ...FILES]) {
    await cp(path.join(ROOT, part), path.join(copy, part), {
      recursive: true,
      filter: (file) => !file.includes('/probes'),
    })
  }
  return copy
}

export const removeCopy = (copy: string) => rm(copy, { recursive: true, force: true })

/**
 * Places a probe's files in the copy, without the suffix that hides them from compiler and linter.
 * Returns the paths of those that end in .refused; a file that ends in .reached is only what they reach for.
 */
export const placeProbe = async (copy: string, probe: string): Promise<string[]> => {
  const files = await readdir(probe, { recursive: true, withFileTypes: true })
  const refused: string[] = []
  for (const file of files.filter((entry) => entry.isFile())) {
    const source = path.join(file.parentPath, file.name)
    const target = path.relative(probe, source).replace(/[.](refused|reached)$/, '')
    await cp(source, path.join(copy, target))
    if (file.name.endsWith('.refused')) refused.push(target)
  }
  return refused
}

export const violationsOf = async (folder: string): Promise<Violation[]> => {
  const { stdout } = await run(
    process.execPath,
    [
      commandOf('dependency-cruiser', 'depcruise'),
      '--config',
      'config/dependency-rules.cjs',
      '--output-type',
      'json',
      ...AREAS,
    ],
    { cwd: folder, maxBuffer: 256 * 1024 * 1024 },
  ).catch((error: { stdout: string }) => error)
  const { summary } = JSON.parse(stdout) as { summary: { violations: { rule: { name: string }; from: string }[] } }
  return summary.violations.map(({ rule, from }) => ({ rule: rule.name, from }))
}
