import { readStamp, removeStamp, writeStamp } from './build.stamps'
import { TARGETS, type Target } from './build.targets'

interface Wanted {
  /** Only what is absent or whose inputs changed. */
  missing?: boolean
  /** Names of targets; all of them when left out. */
  only?: readonly string[]
}

/** Builds the wanted targets in their order. Throws at the first failure. */
export const buildAll = async ({ missing = false, only }: Wanted = {}): Promise<void> => {
  const stale = TARGETS.filter((target) => (only?.includes(target.name) ?? true) && (!missing || isStale(target)))
  if (stale.length === 0) return console.log('构建：全部是最新的')
  for (const [index, target] of stale.entries()) {
    await buildTarget(target, `[${index + 1}/${stale.length}]`)
  }
}

const isStale = (target: Target) => !target.exists() || readStamp(target.name) !== target.inputs()

const buildTarget = async (target: Target, place: string) => {
  const started = performance.now()
  const seconds = () => ((performance.now() - started) / 1000).toFixed(1)
  console.log(`${place} 正在构建${target.title}……`)
  // Before the build: a file that is saved meanwhile makes the output stale, not fresh.
  const inputs = target.inputs()
  removeStamp(target.name)
  try {
    await target.build()
  } catch (cause) {
    throw new Error(`${target.title}构建失败（${seconds()} 秒）\n${(cause as Error).message}`, { cause })
  }
  writeStamp(target.name, inputs)
  console.log(`${place} ${target.title}完成，用时 ${seconds()} 秒`)
}

if (require.main === module) {
  buildAll({ missing: process.argv.includes('--missing') }).catch((error: Error) => {
    console.error(error.message)
    process.exitCode = 1
  })
}
