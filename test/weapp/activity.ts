const IDLE_WITHIN_MS = 20_000
const LOOK_EVERY_MS = 10
// A longer timer is a wish for later (a toast that leaves, a poll), not work under way.
const SHORT_TIMER_MS = 500

/** What a running mini-program has under way, and what went wrong in it. */
export class Activity {
  private busy = 0
  private readonly errors: unknown[] = []
  private readonly timers = new Map<NodeJS.Timeout, { short: boolean }>()
  private readonly onRejection = (error: unknown) => this.blame(error)

  constructor() {
    process.on('unhandledRejection', this.onRejection)
  }

  blame(error: unknown): void {
    this.errors.push(error)
  }

  guarded(work: () => void): void {
    try {
      work()
    } catch (error) {
      this.blame(error)
    }
  }

  async during<T>(work: () => T | Promise<T>): Promise<T> {
    this.busy++
    try {
      return await work()
    } finally {
      this.busy--
    }
  }

  later = (work: () => void, ms = 0): NodeJS.Timeout => {
    const timer = setTimeout(() => {
      this.forget(timer)
      this.guarded(work)
    }, ms)
    return this.keep(timer, ms <= SHORT_TIMER_MS)
  }

  every = (work: () => void, ms: number): NodeJS.Timeout =>
    this.keep(
      setInterval(() => this.guarded(work), ms),
      false,
    )

  forget = (timer?: NodeJS.Timeout): void => {
    if (!timer) return
    if (this.timers.get(timer)?.short) this.busy--
    this.timers.delete(timer)
    clearTimeout(timer)
  }

  /** Waits until nothing is under way, then throws what went wrong meanwhile. */
  async settle(): Promise<void> {
    const deadline = performance.now() + IDLE_WITHIN_MS
    // Twice: what came to rest may have handed over to a promise that has not run yet.
    for (let quiet = 0; quiet < 2; quiet = this.busy === 0 ? quiet + 1 : 0) {
      if (performance.now() > deadline) throw new Error('the mini-program does not come to rest')
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
    }
    this.throwFirstError()
  }

  end(): void {
    process.off('unhandledRejection', this.onRejection)
    for (const timer of this.timers.keys()) clearTimeout(timer)
    this.timers.clear()
    this.throwFirstError()
  }

  private keep(timer: NodeJS.Timeout, short: boolean) {
    if (short) this.busy++
    this.timers.set(timer, { short })
    return timer
  }

  private throwFirstError() {
    if (this.errors.length > 0) throw this.errors.shift()
  }
}
