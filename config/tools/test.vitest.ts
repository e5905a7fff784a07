import { existsSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { commandOf, ROOT, runNode } from './run.child'

export interface Counts {
  passed: number
  failed: number
  skipped: number
}

interface Report {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: { status: 'passed' | 'failed'; assertionResults: { status: string }[] }[]
}

const REPORT = path.join(ROOT, 'dist', '.test', 'vitest.json')

/** Runs vitest with further arguments (file patterns, --project) and counts from its own report. */
export const runVitest = async (args: string[]): Promise<Counts> => {
  rmSync(REPORT, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`]
  const { ok } = await runNode(
    [commandOf('vitest'), 'run', '--config', 'config/vitest.config.mts', ...reporters, ...args],
    { output: 'show' },
  )
  if (!existsSync(REPORT)) return { passed: 0, failed: 1, skipped: 0 }
  const counts = countReport(JSON.parse(readFileSync(REPORT, 'utf8')) as Report)
  // An error outside every test fails the run although no test says so.
  return ok || counts.failed > 0 ? counts : { ...counts, failed: 1 }
}

const countReport = (report: Report): Counts => ({
  passed: report.numPassedTests,
  failed: report.numFailedTests + report.testResults.filter(brokenBeforeItsTests).length,
  skipped: report.numPendingTests + report.numTodoTests,
})

const brokenBeforeItsTests = ({ status, assertionResults }: Report['testResults'][number]) =>
  status === 'failed' && assertionResults.every((test) => test.status !== 'failed')
