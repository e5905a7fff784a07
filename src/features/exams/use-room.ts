import type { ErrorCode } from '#domain/errors'
import type { ExamId } from '#domain/ids'
import { useCallback, useEffect, useState } from 'react'
import { examsApi } from './exams.api'

export type Room = Extract<Awaited<ReturnType<typeof examsApi.examRoom>>, { ok: true }>['value']

const ASKED_EVERY_MS = 5000
const TICK_MS = 1000

/** The room as it was seen last, asked for again every few seconds, and how long is left by the server's clock. */
export const useRoom = (id: ExamId) => {
  const [room, setRoom] = useState<Room | null>(null)
  const [seenAt, setSeenAt] = useState(0)
  const [problem, setProblem] = useState<ErrorCode | null>(null)
  const [tick, setTick] = useState(() => Date.now())
  const look = useCallback(async () => {
    const answer = await examsApi.examRoom({ id })
    if (answer.ok) {
      setRoom(answer.value)
      setSeenAt(Date.now())
    }
    setProblem(answer.ok ? null : answer.code)
  }, [id])
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    let isGone = false
    // One after the other: a slow answer is waited for.
    const again = async () => {
      await look()
      if (!isGone) timer = setTimeout(() => void again(), ASKED_EVERY_MS)
    }
    void again()
    return () => {
      isGone = true
      clearTimeout(timer)
    }
  }, [look])
  useEffect(() => {
    const timer = setInterval(() => setTick(Date.now()), TICK_MS)
    return () => clearInterval(timer)
  }, [])
  // This device's clock is only asked how much time went by.
  const left = room === null ? 0 : room.closesAt - room.now - Math.max(0, tick - seenAt)
  return { room, left, problem, look }
}
