import type { Instant } from '#domain/instant'
import { useEffect, useRef, useState } from 'react'
import { jumped, secondsLeft } from './exam.clock'

const SECOND_MS = 1000

interface CountdownOptions {
  endsAt: Instant
  /** By how much the hospital's clock is ahead, in ms: a new one each time it is heard. */
  clock: { readonly ahead: number }
  /** The phone slept, or its clock was moved: what is known of the hospital's is to be asked again. */
  onJump: () => void
}

/** Seconds that are left by the hospital's clock. */
export const useCountdown = ({ endsAt, clock, onJump }: CountdownOptions): number => {
  const [left, setLeft] = useState(() => secondsLeft(endsAt, Date.now(), clock.ahead))
  const latest = useRef(onJump)
  useEffect(() => {
    latest.current = onJump
  })
  useEffect(() => {
    let before = Date.now()
    // A moved clock moves no exam: until the hospital is heard again, one look is one second.
    let moved = 0
    setLeft(secondsLeft(endsAt, before, clock.ahead))
    const timer = setInterval(() => {
      const phone = Date.now()
      if (jumped(before, phone)) {
        moved += phone - before - SECOND_MS
        latest.current()
      }
      before = phone
      setLeft(secondsLeft(endsAt, phone - moved, clock.ahead))
    }, SECOND_MS)
    return () => clearInterval(timer)
  }, [endsAt, clock])
  return left
}
