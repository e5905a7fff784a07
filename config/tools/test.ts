import { buildAll } from './build'
import { TARGETS } from './build.targets'
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

const build = (only: readonly string[]) => async () => {
  try {
    await buildAll({ missing: true, only })
    return PASSED
  } catch (error) {
    console.log((error as Error).message)
    return FAILED
  }
}

type Step = () => Promise<Counts>

/** Two processors: what needs nothing of each other runs two at a time, in this order. */
const runBeside = async (steps: readonly Step[]): Promise<Counts[]> => {
  const left = steps.map((run, place) => ({ run, place }))
  const counts: Counts[] = []
  const work = async () => {
    for (let next = left.shift(); next; next = left.shift()) counts[next.place] = await next.run()
  }
  await Promise.all([work(), work()])
  return counts
}

/** Runs every check, what takes longest first; a failure stops only what could not mean anything after it. */
const testAll = async (vitestArgs: string[]): Promise<Counts> => {
  const names = TARGETS.map(({ name }) => name)
  const [h5 = FAILED, rest = FAILED, ...checks] = await runBeside([
    () => step('构建 H5', build(['h5'])),
    () => step('构建小程序与云函数', build(names.filter((name) => name !== 'h5'))),
    ...gates().map(
      ({ title, args }) =>
        () =>
          step(title, program(args)),
    ),
  ])
  const total = [h5, rest, ...checks].reduce(add, NOTHING)
  // Without a build only the tests that read sources alone can say anything.
  const projects = h5.failed + rest.failed > 0 ? ['--project', 'domain', '--project', 'quick'] : []
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
