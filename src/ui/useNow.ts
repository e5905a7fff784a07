import type { Instant } from '#domain/instant'
import { useEffect, useState } from 'react'

const MINUTE_MS = 60_000

/** The clock of a page: what is due today must not stay "tomorrow" on a page left open. */
export const useNow = (): Instant => {
  const [now, setNow] = useState(() => Date.now() as Instant)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now() as Instant), MINUTE_MS)
    return () => clearInterval(timer)
  }, [])
  return now
}
