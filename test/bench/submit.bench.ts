import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { runChild, startChild } from './child.process'
import type { Load } from './load.process'
import { cpuOfTree } from './process.cpu'
import { quantile, ratio, show, table } from './statistics'

const SECONDS = 8
const WARM_UP_SECONDS = 3
const RATES = [50, 200, 500]

interface Measured extends Load {
  cpuPerRequestMs: number | null
}

const measure = async (url: string, pid: number, rate: number): Promise<Measured> => {
  const before = cpuOfTree(pid)
  const load = await runChild<Load>('load.process.ts', [url, String(rate), String(SECONDS)])
  const after = cpuOfTree(pid)
  const used = before === null || after === null || load.latencies.length === 0 ? null : after - before
  return { ...load, cpuPerRequestMs: used === null ? null : used / load.latencies.length }
}

const warmUp = (url: string) => runChild<Load>('load.process.ts', [url, '50', String(WARM_UP_SECONDS)])

/** Filing a complaint through gateway, function and database, against an echo of the same request in the same run. */
export const benchSubmit = async (): Promise<string> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-'))
  const echo = await startChild<{ url: string }>('echo.process.ts')
  const cloud = await startChild<{ url: string }>('cloud.process.ts', [folder])
  const submitUrl = `${cloud.ready.url}/api/fn/complaint`
  const rows: string[][] = []
  try {
    await warmUp(echo.ready.url)
    await warmUp(submitUrl)
    for (const rate of RATES) {
      const bare = await measure(echo.ready.url, echo.pid, rate)
      const submit = await measure(submitUrl, cloud.pid, rate)
      const p99 = { bare: quantile(bare.latencies, 0.99), submit: quantile(submit.latencies, 0.99) }
      rows.push([
        `${rate}/s`,
        ratio(submit.cpuPerRequestMs, bare.cpuPerRequestMs),
        `${show(submit.cpuPerRequestMs, ' ms')} / ${show(bare.cpuPerRequestMs, ' ms')}`,
        ratio(p99.submit, p99.bare),
        `${show(p99.submit, ' ms')} / ${show(p99.bare, ' ms')}`,
        `${show(quantile(submit.latencies, 0.5), ' ms')} / ${show(quantile(bare.latencies, 0.5), ' ms')}`,
        `${show(submit.achievedPerSecond, '/s')} / ${show(bare.achievedPerSecond, '/s')}`,
        `${submit.failed} / ${bare.failed}`,
      ])
    }
  } finally {
    await echo.stop()
    await cloud.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return [
    `Filing a complaint anonymously (gateway → function process → SDK → database, answered after the fsync) beside a bare \`node:http\` echo of the same body. Open loop for ${SECONDS} s each from a process of its own; latency counts from the moment a request was due. CPU is the server's whole process tree, per answered request; p50 and p99 are of answered requests, what failed or was given up after 10 s stands in the last column. Filing / echo:`,
    table(['offered', 'CPU ratio', 'CPU per request', 'p99 ratio', 'p99', 'p50', 'answered', 'failed'], rows),
  ].join('\n\n')
}
