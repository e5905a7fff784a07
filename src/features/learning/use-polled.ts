import type { ErrorCode } from '#domain/errors'
import type { Result } from '#domain/result'
import { useCallback, useEffect, useRef, useState } from 'react'

const POLL_MS = 2000

interface PolledOptions<T> {
  ask: () => Promise<Result<T>>
  /** Nothing changes any more. */
  isOver: (value: T) => boolean
}

/** What changes while one looks at it, asked for again every few seconds. `take` asks something else and shows its answer. */
export const usePolled = <T>(options: PolledOptions<T>) => {
  const [value, setValue] = useState<T | null>(null)
  const [failed, setFailed] = useState<ErrorCode | null>(null)
  const latest = useRef(options)
  useEffect(() => {
    latest.current = options
  })
  const round = useRef(0)
  const running = useRef(false)
  const done = useRef(false)

  const take = useCallback(async (ask: () => Promise<Result<T>>): Promise<boolean> => {
    round.current += 1
    const call = round.current
    running.current = true
    const answer = await ask()
    // A later question overtook it.
    if (call !== round.current) return answer.ok
    running.current = false
    setFailed(answer.ok ? null : answer.code)
    if (!answer.ok) return false
    done.current = latest.current.isOver(answer.value)
    setValue(() => answer.value)
    return true
  }, [])

  useEffect(() => {
    void take(() => latest.current.ask())
    const timer = setInterval(() => {
      // On a slow line the last question is waited for.
      if (!running.current && !done.current) void take(() => latest.current.ask())
    }, POLL_MS)
    const calls = round
    return () => {
      calls.current += 1
      clearInterval(timer)
    }
  }, [take])

  return { value, failed, take, again: () => void take(() => latest.current.ask()) }
}
