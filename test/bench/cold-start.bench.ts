import { spawnSync } from 'node:child_process'
import { build } from 'esbuild'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { deployedFunctions, functionBundle } from '../../config/tools/build.functions'
import { ROOT } from '../../config/tools/run.child'
import { median, ratio, show, table } from './statistics'

const RUNS = 9
const KB = 1024

/** Milliseconds from the start of a process to the function being ready for its first event. */
const startOf = (file: string | null): number => {
  const began = performance.now()
  const { status, stderr } = spawnSync(process.execPath, ['-e', file ? `require(${JSON.stringify(file)}).main` : ''], {
    cwd: ROOT,
    env: { ...process.env, TENCENTCLOUD_RUNENV: 'SCF', TCB_ENV: 'local', SCF_NAMESPACE: 'local' },
  })
  if (status !== 0) throw new Error(stderr.toString())
  return performance.now() - began
}

/** Start of each function with the SDK beside it and with the SDK bundled in, alternating so that both meet the same machine. */
export const benchColdStart = async (): Promise<string> => {
  const folder = mkdtempSync(path.join(ROOT, 'dist', '.bench-'))
  try {
    const rows: string[][] = []
    for (const source of deployedFunctions()) {
      const external = path.join(folder, source.name, 'external.js')
      const bundled = path.join(folder, source.name, 'bundled.js')
      await build(functionBundle(source, external))
      await build({ ...functionBundle(source, bundled), external: [] })
      const times = { bare: [] as number[], external: [] as number[], bundled: [] as number[] }
      for (let run = 0; run < RUNS; run++) {
        times.bare.push(startOf(null))
        times.external.push(startOf(external))
        times.bundled.push(startOf(bundled))
      }
      const [bare, apart, together] = [median(times.bare), median(times.external), median(times.bundled)]
      rows.push([
        source.name,
        ratio(together, apart),
        show(apart, ' ms'),
        show(together, ' ms'),
        show(bare, ' ms'),
        `${show(statSync(external).size / KB, ' KB')} / ${show(statSync(bundled).size / KB, ' KB')}`,
      ])
    }
    return [
      `From the start of a process to a function that is ready, median of ${RUNS} runs:`,
      table(['function', 'SDK bundled / external', 'SDK external', 'SDK bundled in', 'bare Node', 'size'], rows),
    ].join('\n\n')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
