import type { LocalCloud } from '../local-cloud'
import { openidOf } from './personas'

class CallRefused extends Error {
  constructor(
    what: string,
    readonly code: string | undefined,
  ) {
    super(`${what}: ${code}`)
  }
}

/** Calls one function as a persona, so many days ago; null: as nobody. */
export const callsOf =
  ({ invoke }: Pick<LocalCloud, 'invoke'>, name: string) =>
  async <T>(action: string, input: unknown, persona: string | null, daysAgo = 0): Promise<T> => {
    const caller = persona ? { openid: openidOf(persona) } : undefined
    const reply = await invoke(name, { action, input }, caller, { daysAgo })
    const { ok, code, value } = reply as { ok: boolean; code?: string; value?: unknown }
    if (!ok) throw new CallRefused(`${name}.${action}`, code)
    return value as T
  }

/** null where an earlier start, of another day, put it down already. */
export const unlessThere = async <T>(calling: Promise<T>): Promise<T | null> => {
  try {
    return await calling
  } catch (error) {
    if (error instanceof CallRefused && (error.code === 'data.changed' || error.code === 'request.reused')) return null
    throw error
  }
}
