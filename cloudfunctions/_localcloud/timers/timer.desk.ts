import type { CloudFunction, TimerTrigger } from '../functions/function.catalogue'
import { parseSchedule, type TimerSchedule } from './timer.schedule'

export interface TimerStatus {
  functionName: string
  triggerName: string
  fields: string
  /** Epoch milliseconds; null: never, or timers do not run here. */
  nextAt: number | null
  lastAt: number | null
  lastOutcome: string
  isRunning: boolean
}

export interface TimerDesk {
  /**
   * Runs the function's timer now. Rejects when there is none, or when it is running already and the caller would not
   * wait for that run to end.
   */
  fire(functionName: string, how?: { waits: boolean }): Promise<Buffer>
  status(): TimerStatus[]
  close(): void
}

export interface TimerDeskOptions {
  functions: Iterable<CloudFunction>
  clock: () => number
  /** Whether timers run by themselves; `fire` works either way. */
  isRunning: boolean
  invoke(functionName: string, event: Buffer): Promise<Buffer>
}

export class TimerRefused extends Error {}

interface Timer {
  functionName: string
  trigger: TimerTrigger
  schedule: TimerSchedule
  nextAt: number | null
  lastAt: number | null
  lastOutcome: string
  running: Promise<Buffer> | null
  alarm: NodeJS.Timeout | null
}

// setTimeout counts 32 bits of milliseconds, and a laptop sleeps: look again every so often
const LONGEST_WAIT_MS = 60_000

const eventOf = ({ trigger }: Timer, now: number) =>
  Buffer.from(
    JSON.stringify({ Type: 'Timer', TriggerName: trigger.name, Time: new Date(now).toISOString(), Message: '' }),
  )

export const createTimerDesk = (options: TimerDeskOptions): TimerDesk => {
  const { clock, invoke } = options
  const timers = new Map<string, Timer>()
  for (const { name: functionName, timer: trigger } of options.functions)
    if (trigger)
      timers.set(functionName, {
        functionName,
        trigger,
        schedule: parseSchedule(trigger.config),
        nextAt: null,
        lastAt: null,
        lastOutcome: '',
        running: null,
        alarm: null,
      })

  const runToEnd = async (timer: Timer): Promise<Buffer> => {
    timer.lastAt = clock()
    try {
      const result = await invoke(timer.functionName, eventOf(timer, timer.lastAt))
      timer.lastOutcome = 'ok'
      return result
    } catch (error) {
      timer.lastOutcome = (error as Error).message
      throw error
    } finally {
      timer.running = null
    }
  }

  const run = (timer: Timer): Promise<Buffer> => {
    timer.running = runToEnd(timer)
    return timer.running
  }

  const watch = (timer: Timer) => {
    if (timer.nextAt === null) return
    const wait = Math.min(Math.max(timer.nextAt - clock(), 0), LONGEST_WAIT_MS)
    timer.alarm = setTimeout(() => ring(timer), wait).unref()
  }

  const ring = (timer: Timer) => {
    const now = clock()
    if (timer.nextAt !== null && now >= timer.nextAt) {
      timer.nextAt = timer.schedule.next(now)
      // a run that takes longer than the interval swallows the times it missed; its failure is in lastOutcome and the log
      if (!timer.running) run(timer).catch(() => undefined)
    }
    watch(timer)
  }

  if (options.isRunning)
    for (const timer of timers.values()) {
      timer.nextAt = timer.schedule.next(clock())
      watch(timer)
    }

  return {
    async fire(functionName, { waits } = { waits: false }) {
      const timer = timers.get(functionName)
      if (!timer) throw new TimerRefused(`${functionName} has no timer`)
      while (timer.running) {
        if (!waits) throw new TimerRefused(`the timer of ${functionName} is running`)
        await timer.running.catch(() => undefined)
      }
      return run(timer)
    },
    status: () =>
      [...timers.values()].map(({ functionName, trigger, nextAt, lastAt, lastOutcome, running }) => ({
        functionName,
        triggerName: trigger.name,
        fields: trigger.config,
        nextAt,
        lastAt,
        lastOutcome,
        isRunning: running !== null,
      })),
    close() {
      for (const { alarm } of timers.values()) if (alarm) clearTimeout(alarm)
    },
  }
}
