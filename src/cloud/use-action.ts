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
  readonly reset: () => void
}

/** Runs an action on demand; an answer that was overtaken by a later call is not shown. */
export const useAction = <I, T>(action: (input: I) => Promise<Result<T>>): Action<I, T> => {
  const [remote, setRemote] = useState<Remote<T>>({ status: 'idle' })
  const latest = useRef(0)
  const run = useCallback(
    async (input: I) => {
      latest.current += 1
      const call = latest.current
      setRemote({ status: 'pending' })
      const result = await action(input)
      if (call === latest.current) {
        setRemote(
          result.ok
            ? { status: 'done', value: result.value }
            : { status: 'failed', code: result.code, fields: result.fields ?? [] },
        )
      }
      return result
    },
    [action],
  )
  const reset = useCallback(() => {
    latest.current += 1
    setRemote({ status: 'idle' })
  }, [])
  return { remote, run, reset }
}

/** Loads at once and again when `input` (compared by its JSON) changes; `reload` asks for the same again. */
export const useLoaded = <I, T>(action: (input: I) => Promise<Result<T>>, input: I) => {
  const { remote, run } = useAction(action)
  const [kept, setKept] = useState<Remote<T>>({ status: 'idle' })
  const key = JSON.stringify(input)
  const reload = useCallback(async () => {
    const result = await run(JSON.parse(key) as I)
    if (result.ok) setKept({ status: 'done', value: result.value })
  }, [run, key])
  useEffect(() => {
    void reload()
  }, [reload])
  // What was there stays there while it is asked for again.
  const shown = remote.status === 'pending' && kept.status === 'done' ? kept : remote
  return { remote: shown, reload }
}
