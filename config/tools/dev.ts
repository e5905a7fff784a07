import { build, context, type PluginBuild } from 'esbuild'
import { spawn, type ChildProcess } from 'node:child_process'
import { rmSync, watch } from 'node:fs'
import path from 'node:path'
import { buildFunctions, deployedFunctions } from './build.functions'
import { localCloudBundle, sdkBundle } from './build.localcloud'
import { removeStamp } from './build.stamps'
import { ROOT, taroCommand } from './run.child'

// Half a second gathers the burst of events that one save, or one checkout, makes.
const SETTLE_MS = 500
const FUNCTIONS = path.join(ROOT, 'dist', 'cloudfunctions')

/** Calls `work` once the calls have paused, and never twice at the same time. */
const settled = (work: () => Promise<void>) => {
  let timer: NodeJS.Timeout | undefined
  let last = Promise.resolve()
  return () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      last = last.then(work).catch((error: Error) => console.error(error.message))
    }, SETTLE_MS)
  }
}

const children = new Set<ChildProcess>()

const start = (args: string[], env: Record<string, string> = {}) => {
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...env } })
  children.add(child)
  child.on('exit', () => children.delete(child))
  return child
}

const ended = (child: ChildProcess) =>
  new Promise<void>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve()
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })

let cloud: ChildProcess | undefined
const restartCloud = settled(async () => {
  if (cloud) await ended(cloud)
  console.log('本地云：启动')
  cloud = start([path.join('dist', 'localcloud', 'main.cjs'), ...process.argv.slice(2)])
})

const rebuildFunctions = settled(async () => {
  await buildFunctions(deployedFunctions(), FUNCTIONS)
  console.log('云函数：已更新')
  restartCloud()
})

const develop = async () => {
  // What development writes into dist is not what production would.
  for (const target of ['cloudfunctions', 'localcloud', 'h5']) removeStamp(target)
  rmSync(path.join(ROOT, 'dist', 'h5'), { recursive: true, force: true })
  await buildFunctions(deployedFunctions(), FUNCTIONS)
  const restartOnEnd = {
    name: 'restart',
    setup: (bundling: PluginBuild) =>
      bundling.onEnd(({ errors }) => {
        if (errors.length === 0) restartCloud()
      }),
  }
  await build(sdkBundle())
  const localCloud = await context({ ...localCloudBundle(), logLevel: 'warning', plugins: [restartOnEnd] })
  await localCloud.watch()
  for (const folder of ['cloudfunctions', 'src/domain']) {
    watch(path.join(ROOT, folder), { recursive: true }, (_event, file) => {
      if (!file?.startsWith('_localcloud')) rebuildFunctions()
    })
  }
  start([...taroCommand(), 'build', '--type', 'h5', '--watch'], { NODE_ENV: 'development' })
}

const stop = () => {
  for (const child of children) child.kill('SIGTERM')
  process.exit(0)
}
process.on('SIGINT', stop)
process.on('SIGTERM', stop)

develop().catch((error: Error) => {
  console.error(error.message)
  process.exitCode = 1
})
