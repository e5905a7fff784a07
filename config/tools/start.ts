import { spawn } from 'node:child_process'
import path from 'node:path'
import { buildAll } from './build'
import { ROOT } from './run.child'

/** Starts the built local cloud with the given arguments and ends as it ends. */
const serve = (args: string[]) => {
  const cloud = spawn(process.execPath, [path.join(ROOT, 'dist', 'localcloud', 'main.cjs'), ...args], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --enable-source-maps`.trim() },
  })
  // Ctrl+C in a terminal reaches the local cloud as well; told twice, it still stops once.
  const signals: NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of signals) process.on(signal, () => cloud.kill(signal))
  cloud.on('exit', (code) => process.exit(code ?? 1))
}

// What the local cloud serves; the mini-program is for WeChat's own tools.
const SERVED = ['cloudfunctions', 'localcloud', 'h5']

buildAll({ missing: true, only: SERVED }).then(
  () => serve(process.argv.slice(2)),
  (error: Error) => {
    console.error(error.message)
    process.exitCode = 1
  },
)
