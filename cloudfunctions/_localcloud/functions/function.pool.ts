import { shuttingDown, tooManyWaiting } from './invocation.refusal'
import type { FunctionWorker } from './function.worker'

export interface PoolOptions {
  maxWorkers: number
  idleMs: number
  start(exited: (worker: FunctionWorker) => void): FunctionWorker
}

/** The processes of one function: warm ones first, new ones while calls wait, none that idles for long. */
export interface FunctionPool {
  /** A loaded process that is nobody else's until it is released. Null: the function cannot be loaded. */
  acquire(isNested: boolean): Promise<FunctionWorker | null>
  release(worker: FunctionWorker): void
  /** Lets go of processes that run an older build. */
  renew(): void
  workers(): FunctionWorker[]
  waiting(): number
  close(): Promise<void>
}

const MAX_WAITING = 1000

interface Waiter {
  give(worker: FunctionWorker | null): void
  refuse(reason: Error): void
}

export const createFunctionPool = ({ maxWorkers, idleMs, start }: PoolOptions): FunctionPool => {
  const all = new Set<FunctionWorker>()
  const outdated = new WeakSet<FunctionWorker>()
  const idle: { worker: FunctionWorker; reaper: NodeJS.Timeout }[] = []
  const queue: Waiter[] = []
  let starting = 0
  let isClosed = false

  const takeFromIdle = (worker: FunctionWorker) => {
    const at = idle.findIndex((each) => each.worker === worker)
    if (at >= 0) clearTimeout(idle.splice(at, 1)[0]?.reaper)
  }

  // a killed process lives a little longer: nobody may be given it meanwhile
  const reap = (worker: FunctionWorker) => {
    takeFromIdle(worker)
    void worker.stop()
  }

  const forget = (worker: FunctionWorker) => {
    all.delete(worker)
    takeFromIdle(worker)
    // a waiter counts on this process no longer
    if (queue.length > starting && !isClosed) void grow()
  }

  const offer = (worker: FunctionWorker) => {
    const next = queue.shift()
    if (next) return next.give(worker)
    const reaper = setTimeout(reap, idleMs, worker).unref()
    idle.push({ worker, reaper })
  }

  const grow = async () => {
    starting += 1
    const worker = start(forget)
    all.add(worker)
    const state = await worker.ready
    starting -= 1
    if (isClosed) return
    if (state === 'ready') return offer(worker)
    queue.shift()?.give(null)
  }

  return {
    async acquire(isNested) {
      if (isClosed) throw shuttingDown()
      const warm = idle.pop()
      if (warm) {
        clearTimeout(warm.reaper)
        return warm.worker
      }
      if (queue.length >= MAX_WAITING) throw tooManyWaiting()
      const given = new Promise<FunctionWorker | null>((give, refuse) => {
        // whoever waits inside a running invocation goes first: its caller holds a process meanwhile
        if (isNested) queue.unshift({ give, refuse })
        else queue.push({ give, refuse })
      })
      // nested calls may double the pool, so that functions which call themselves cannot lock it up
      if (queue.length > starting && all.size < (isNested ? maxWorkers * 2 : maxWorkers)) void grow()
      return given
    },
    release(worker) {
      if (!all.has(worker)) return
      if (outdated.has(worker)) void worker.stop()
      else offer(worker)
    },
    renew() {
      for (const worker of all) outdated.add(worker)
      for (const { worker, reaper } of idle.splice(0)) {
        clearTimeout(reaper)
        void worker.stop()
      }
    },
    workers: () => [...all],
    waiting: () => queue.length,
    async close() {
      isClosed = true
      for (const { refuse } of queue.splice(0)) refuse(shuttingDown())
      for (const { reaper } of idle.splice(0)) clearTimeout(reaper)
      await Promise.all([...all].map((worker) => worker.stop()))
    },
  }
}
