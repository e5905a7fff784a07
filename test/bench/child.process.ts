import { spawn, type ChildProcess } from 'node:child_process'
import path from 'node:path'

export interface Child<Ready> {
  pid: number
  /** The first line that it printed, as JSON. */
  ready: Ready
  stop(): Promise<void>
}

const script = (name: string) => ['--import', 'tsx', path.join(__dirname, name)]

const start = (name: string, args: string[], env: Record<string, string>): ChildProcess =>
  spawn(process.execPath, [...script(name), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  })

/** Runs one of the bench's own programs until it has said a line of JSON, and leaves it running. */
export const startChild = <Ready>(name: string, args: string[] = [], env = {}): Promise<Child<Ready>> =>
  new Promise((resolve, reject) => {
    const child = start(name, args, env)
    let text = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      const line = text.split('\n')[0]
      if (!text.includes('\n') || !line) return
      child.stdout?.removeAllListeners('data').resume()
      resolve({ pid: child.pid ?? 0, ready: JSON.parse(line) as Ready, stop: () => stop(child) })
    })
    child.once('exit', (code) => reject(new Error(`${name} ended with ${code}`)))
  })

/** Runs one of the bench's own programs to its end; it prints its result as JSON. */
export const runChild = <Result>(name: string, args: string[] = [], env = {}): Promise<Result> =>
  new Promise((resolve, reject) => {
    const child = start(name, args, env)
    let text = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString()
    })
    child.once('close', (code) => {
      if (code === 0) resolve(JSON.parse(text) as Result)
      else reject(new Error(`${name} ended with ${code}`))
    })
  })

const stop = (child: ChildProcess) =>
  new Promise<void>((resolve) => {
    if (child.exitCode !== null) return resolve()
    child.removeAllListeners('exit').once('exit', () => resolve())
    child.kill('SIGTERM')
  })
