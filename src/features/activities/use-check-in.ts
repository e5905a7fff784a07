import { useLoaded } from '#cloud/use-action'
import type { Attending } from '#domain/culture/attendance.contract'
import { codeIn } from '#domain/culture/attendance.rules'
import type { ErrorCode } from '#domain/errors'
import type { Result } from '#domain/result'
import { useEffect, useRef, useState } from 'react'
import { cultureApi } from './culture.api'

const NOTHING = {}

/** From six digits to an activity, and from there to being there. `scanned`: what the page was opened with. */
export const useCheckIn = (scanned: string | null) => {
  const mine = useLoaded(cultureApi.myActivities, NOTHING)
  const [typed, setTyped] = useState(scanned ?? '')
  const [found, setFound] = useState<{ attending: Attending; code: string | null } | null>(null)
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<ErrorCode | 'mistyped' | null>(null)
  const running = useRef(false)

  const ask = async (question: () => Promise<Result<Attending>>, code: string | null): Promise<boolean> => {
    if (running.current) return false
    running.current = true
    setBusy(true)
    setFailed(null)
    const answer = await question()
    running.current = false
    setBusy(false)
    if (answer.ok) setFound({ attending: answer.value, code })
    else setFailed(answer.code)
    return answer.ok
  }

  const look = async (text: string) => {
    const code = codeIn(text)
    if (code === null) return setFailed('mistyped')
    setTyped(code)
    await ask(() => cultureApi.activityByCode({ code }), code)
  }

  // A scanned code leads straight to its activity; it is looked at once.
  const opening = useRef(scanned)
  useEffect(() => {
    const code = opening.current
    opening.current = null
    if (code !== null) void look(code)
  })

  return {
    mine,
    typed,
    type: (text: string) => {
      setTyped(text)
      setFailed(null)
    },
    look: (text = typed) => void look(text),
    found,
    choose: (attending: Attending) => {
      setFailed(null)
      setFound({ attending, code: null })
    },
    back: () => {
      setFound(null)
      setFailed(null)
      setTyped('')
      void mine.reload()
    },
    checkIn: () => {
      const code = found?.code
      if (!found || !code) return
      void ask(() => cultureApi.checkIn({ activityId: found.attending.activityId, code }), code)
    },
    sayOnDuty: () => {
      if (!found) return
      void ask(() => cultureApi.sayOnDuty({ activityId: found.attending.activityId }), found.code)
    },
    busy,
    failed,
  }
}

export type CheckInInHand = ReturnType<typeof useCheckIn>
