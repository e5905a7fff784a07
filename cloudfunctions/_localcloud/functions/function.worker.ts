import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Duplex, Readable } from 'node:stream'
import { encodeCall, FUNCTION_PIPE, type InvocationSettings, type ReplyKind, replyReader } from './frame'

export type WorkerReply = { kind: ReplyKind; body: Buffer } | { kind: 'exited' | 'timed-out'; body: null }

/** One child process that runs one function, one invocation at a time. */
export interface FunctionWorker {
  readonly pid: number
  readonly startedAt: number
  readonly calls: number
  readonly busySince: number | null
  /** The function is loaded, or the reason why it never will be. */
  readonly ready: Promise<'ready' | 'load-failed' | 'exited' | 'timed-out'>
  invoke(settings: InvocationSettings, event: Buffer): Promise<WorkerReply>
  stop(): Promise<void>
}

export interface WorkerOptions {
  script: string
  directory: string
  environment: Record<string, string>
  print(line: string): void
  exited(worker: FunctionWorker): void
}

// the platform gives a function 256 MB unless told otherwise
const MEMORY_LIMIT = '--max-old-space-size=256'
const LOAD_LIMIT_MS = 20_000

const startChild = ({ script, directory, environment }: WorkerOptions): ChildProcess =>
  spawn(process.execPath, [MEMORY_LIMIT, script, directory], {
    cwd: directory,
    // the app's own build declares two variables here that a function process must not have
    env: environment as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  })

const printLines = (stream: Readable | null, print: (line: string) => void) => {
  if (stream) createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY }).on('line', print)
}

export const startFunctionWorker = (options: WorkerOptions): FunctionWorker => {
  const child = startChild(options)
  const pipe = child.stdio[FUNCTION_PIPE] as Duplex
  let hearReply: ((reply: WorkerReply) => void) | null = null
  let deadline: NodeJS.Timeout | null = null
  let isOverdue = false
  let calls = 0
  let busySince: number | null = null

  const settle = (reply: WorkerReply) => {
    if (deadline) clearTimeout(deadline)
    deadline = null
    busySince = null
    const hear = hearReply
    hearReply = null
    hear?.(reply)
  }
  const expectReply = (limitMs: number) =>
    new Promise<WorkerReply>((resolve) => {
      hearReply = resolve
      deadline = setTimeout(() => {
        // answered once the process is gone: until then nobody else may be given it
        isOverdue = true
        child.kill('SIGKILL')
      }, limitMs)
    })

  const gone = new Promise<void>((resolve) => {
    let isGone = false
    const leave = () => {
      if (isGone) return
      isGone = true
      settle({ kind: isOverdue ? 'timed-out' : 'exited', body: null })
      options.exited(worker)
      resolve()
    }
    child.once('exit', leave)
    child.once('error', (error) => {
      options.print(`[host] ${error.message}`)
      leave()
    })
  })
  // a killed child resets the pipe; its exit is what counts
  pipe.on('error', () => undefined)
  pipe.on(
    'data',
    replyReader((kind, body) => {
      if (!isOverdue) settle({ kind, body })
    }),
  )
  printLines(child.stdout, options.print)
  printLines(child.stderr, options.print)

  const worker: FunctionWorker = {
    pid: child.pid ?? 0,
    startedAt: Date.now(),
    get calls() {
      return calls
    },
    get busySince() {
      return busySince
    },
    ready: expectReply(LOAD_LIMIT_MS).then(({ kind }) =>
      kind === 'ready' || kind === 'exited' || kind === 'timed-out' ? kind : 'load-failed',
    ),
    invoke(settings, event) {
      calls += 1
      busySince = Date.now()
      const reply = expectReply(settings.timeLimitMs)
      pipe.write(encodeCall(settings, event))
      return reply
    },
    stop() {
      child.kill('SIGKILL')
      return gone
    },
  }
  return worker
}
