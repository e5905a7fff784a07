import type { CheckInScreen } from '#domain/culture/attendance.contract'
import type { ErrorCode } from '#domain/errors'
import type { ActivityId } from '#domain/ids'
import type { Result } from '#domain/result'
import { useCallback, useEffect, useRef, useState } from 'react'
import { cultureApi } from './culture.api'

type Question = (input: { id: ActivityId }) => Promise<Result<CheckInScreen>>

const POLL_MS = 3000
const SECOND_MS = 1000

/** The code that stands on the wall and how many are there; asked for again every few seconds. */
export const useProjector = (id: ActivityId) => {
  const [screen, setScreen] = useState<CheckInScreen | null>(null)
  const [failed, setFailed] = useState<ErrorCode | null>(null)
  const [left, setLeft] = useState(0)
  // By how much the hospital's clock is ahead of this computer's.
  const ahead = useRef(0)
  const latest = useRef(0)

  const running = useRef(false)

  const take = useCallback(
    async (question: Question) => {
      latest.current += 1
      const round = latest.current
      running.current = true
      const answer = await question({ id })
      if (round !== latest.current) return
      running.current = false
      if (!answer.ok) return setFailed(answer.code)
      ahead.current = answer.value.now - Date.now()
      setFailed(null)
      setScreen(answer.value)
    },
    [id],
  )

  useEffect(() => {
    void take(cultureApi.openCheckIn)
    const round = latest
    return () => {
      round.current += 1
    }
  }, [take])
  useEffect(() => {
    const timer = setInterval(() => {
      // On a slow line the last question is waited for.
      if (!running.current) void take(cultureApi.checkInScreen)
    }, POLL_MS)
    return () => clearInterval(timer)
  }, [take])
  const changesAt = screen?.changesAt ?? null
  useEffect(() => {
    if (changesAt === null) return undefined
    const tick = () => setLeft(Math.max(0, Math.ceil((changesAt - Date.now() - ahead.current) / SECOND_MS)))
    tick()
    const timer = setInterval(tick, SECOND_MS)
    return () => clearInterval(timer)
  }, [changesAt])

  return {
    screen,
    failed,
    /** Seconds until the code changes. */
    left,
    retry: () => void take(cultureApi.openCheckIn),
    close: () => take(cultureApi.closeCheckIn),
  }
}
