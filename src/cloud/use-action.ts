import type { ErrorCode } from '#domain/errors'
import type { Result } from '#domain/result'
import { useCallback, useEffect, useRef, useState } from 'react'

/** Remote state is one value. */
export type Remote<T> =
  | { readonly status: 'idle' }
  | { readonly status: 'pending' }
  | { readonly status: 'done'; readonly value: T }
  | { readonly status: 'failed'; readonly code: ErrorCode; readonly fields: readonly string[] }

export interface Action<I, T> {
  readonly remote: Remote<T>
  readonly run: (input: I) => Promise<Result<T>>
  /** The value alone; null where it failed, or where a later call overtook it. */
  readonly latest: (input: I) => Promise<T | null>
  readonly reset: () => void
}

/** Calls of an action, the last of which is shown: an answer that was overtaken by a later call is not. */
const useCalls = <I, T>(action: (input: I) => Promise<Result<T>>) => {
  const [remote, setRemote] = useState<Remote<T>>({ status: 'idle' })
  const calls = useRef(0)
  const ask = useCallback(
    async (input: I) => {
      calls.current += 1
      const call = calls.current
      setRemote({ status: 'pending' })
      const result = await action(input)
      const isLatest = call === calls.current
      if (isLatest) {
        setRemote(
          result.ok
            ? { status: 'done', value: result.value }
            : { status: 'failed', code: result.code, fields: result.fields ?? [] },
        )
      }
      return { result, isLatest }
    },
    [action],
  )
  const reset = useCallback(() => {
    calls.current += 1
    setRemote({ status: 'idle' })
  }, [])
  return { remote, ask, reset }
}

/** Runs an action on demand. */
export const useAction = <I, T>(action: (input: I) => Promise<Result<T>>): Action<I, T> => {
  const { remote, ask, reset } = useCalls(action)
  const run = useCallback(async (input: I) => (await ask(input)).result, [ask])
  const latest = useCallback(
    async (input: I) => {
      const { result, isLatest } = await ask(input)
      return isLatest && result.ok ? result.value : null
    },
    [ask],
  )
  return { remote, run, latest, reset }
}

/** Loads at once and again when `input` (compared by its JSON) changes; `reload` asks for the same again. */
export const useLoaded = <I, T>(action: (input: I) => Promise<Result<T>>, input: I) => {
  const { remote, ask } = useCalls(action)
  const [kept, setKept] = useState<Remote<T>>({ status: 'idle' })
  const key = JSON.stringify(input)
  const reload = useCallback(async () => {
    const { result, isLatest } = await ask(JSON.parse(key) as I)
    if (isLatest && result.ok) setKept({ status: 'done', value: result.value })
  }, [ask, key])
  useEffect(() => {
    void reload()
  }, [reload])
  // What was there stays there while it is asked for again.
  const shown = remote.status === 'pending' && kept.status === 'done' ? kept : remote
  return { remote: shown, reload }
}

/** A list in hand. */
export interface Kept<T> {
  /** As it was last answered for this input; null before the first answer. */
  readonly page: T | null
  /** Why it could not be asked for again; what was there stays there. */
  readonly problem: ErrorCode | null
  readonly loading: boolean
  readonly reload: () => Promise<void>
}

/** Loads a list that keeps its place: asking again replaces the rows and nothing else, and another input shows no old ones. */
export const useKept = <I, T>(action: (input: I) => Promise<Result<T>>, input: I): Kept<T> => {
  const { remote, ask } = useCalls(action)
  const [kept, setKept] = useState<{ key: string; page: T } | null>(null)
  const key = JSON.stringify(input)
  const reload = useCallback(async () => {
    const { result, isLatest } = await ask(JSON.parse(key) as I)
    if (isLatest && result.ok) setKept({ key, page: result.value })
  }, [ask, key])
  useEffect(() => {
    void reload()
  }, [reload])
  return {
    page: kept?.key === key ? kept.page : null,
    problem: remote.status === 'failed' ? remote.code : null,
    loading: remote.status === 'pending',
    reload,
  }
}
