import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import path from 'node:path'

export const ROOT = path.resolve(__dirname, '..', '..')

export interface ChildResult {
  ok: boolean
  output: string
}

export interface ChildOptions {
  env?: Record<string, string>
  /** 'keep' holds the output back for the caller, 'show' passes it to the terminal as it comes. */
  output?: 'keep' | 'show'
}

/** Runs one Node program of this repository to its end. Resolves for a failing program too: the caller says what that means. */
export const runNode = (args: string[], { env, output = 'keep' }: ChildOptions = {}): Promise<ChildResult> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: output === 'show' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    })
    let text = ''
    const keep = (chunk: Buffer) => {
      text += chunk.toString()
    }
    child.stdout?.on('data', keep)
    child.stderr?.on('data', keep)
    const stop = () => {
      child.kill('SIGTERM')
      process.exit(1)
    }
    const signals: NodeJS.Signals[] = ['SIGINT', 'SIGTERM']
    for (const signal of signals) process.once(signal, stop)
    child.on('error', reject)
    child.on('close', (code) => {
      for (const signal of signals) process.off(signal, stop)
      resolve({ ok: code === 0, output: text })
    })
  })

/** The script behind a package's command, so that no shell or npx stands between us and the program. */
export const commandOf = (packageName: string, command = packageName): string => {
  const require = createRequire(__filename)
  const manifest = path.join(ROOT, 'node_modules', packageName, 'package.json')
  const { bin } = require(manifest) as { bin: string | Record<string, string> }
  const script = typeof bin === 'string' ? bin : bin[command]
  if (!script) throw new Error(`${packageName} 没有命令 ${command}`)
  return path.join(path.dirname(manifest), script)
}

/** Taro's command. Its own loader compiles a plugin but not what the plugin imports, so tsx stands before it. */
export const taroCommand = (): string[] => ['--import', 'tsx', commandOf('@tarojs/cli', 'taro')]
