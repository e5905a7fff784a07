import { buildAll } from './build'
import { runNode } from './run.child'
import { gates } from './test.gates'
import { runVitest, type Counts } from './test.vitest'

const NOTHING: Counts = { passed: 0, failed: 0, skipped: 0 }
const PASSED: Counts = { ...NOTHING, passed: 1 }
const FAILED: Counts = { ...NOTHING, failed: 1 }

const add = (a: Counts, b: Counts): Counts => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
})

const step = async (title: string, work: () => Promise<Counts>): Promise<Counts> => {
  const started = performance.now()
  console.log(`\n── ${title}`)
  const counts = await work()
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`── ${title}：${counts.failed === 0 ? '通过' : '未通过'}，用时 ${seconds} 秒`)
  return counts
}

const program = (args: string[]) => async () => {
  const { ok, output } = await runNode(args)
  if (!ok) console.log(output.trimEnd())
  return ok ? PASSED : FAILED
}

const build = async () => {
  try {
    await buildAll({ missing: true })
    return PASSED
  } catch (error) {
    console.log((error as Error).message)
    return FAILED
  }
}

/** Runs every check in order, the quick ones first; a failure stops only what could not mean anything after it. */
const testAll = async (vitestArgs: string[]): Promise<Counts> => {
  let total = NOTHING
  for (const { title, args } of gates()) total = add(total, await step(title, program(args)))
  const built = await step('构建', build)
  total = add(total, built)
  // Without a build only the tests that read sources alone can say anything.
  const projects = built.failed > 0 ? ['--project', 'quick'] : []
  return add(total, await step('测试', () => runVitest([...projects, ...vitestArgs])))
}

const report = ({ passed, failed, skipped }: Counts) => {
  console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
  process.exitCode = failed > 0 ? 1 : 0
}

testAll(process.argv.slice(2))
  .catch((error: Error) => {
    console.error(error)
    return FAILED
  })
  .then(report, () => {
    process.exitCode = 1
  })
