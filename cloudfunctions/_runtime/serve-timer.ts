import type { Instant } from '#domain/instant'
import { failureOf, writeJournal } from './journal'

// The platform says in the environment who called, where no caller can; an event is whatever its sender wrote.
const calledByTimer = (): boolean => process.env['TRIGGER_SRC'] === 'timer'

/**
 * The `main` of a function that only a timer may start: a client that calls it by name gets nothing done.
 * Each job says how many documents it changed.
 */
export const serveTimer =
  (name: string, jobs: Readonly<Record<string, (now: Instant) => Promise<number>>>) =>
  async (): Promise<{ ok: boolean; done: Record<string, number> }> => {
    if (!calledByTimer()) return { ok: false, done: {} }
    const done: Record<string, number> = {}
    let succeeded = true
    for (const [job, run] of Object.entries(jobs)) {
      const startedAt = performance.now()
      try {
        done[job] = await run(Date.now() as Instant)
        writeJournal({ function: name, action: job, code: 'ok', ms: Math.round(performance.now() - startedAt) })
      } catch (cause) {
        succeeded = false
        const ms = Math.round(performance.now() - startedAt)
        writeJournal({ function: name, action: job, code: 'system.failed', ms, failure: failureOf(cause) })
      }
    }
    return { ok: succeeded, done }
  }
