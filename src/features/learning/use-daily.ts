import { useLoaded } from '#cloud/use-action'
import type { ErrorCode } from '#domain/errors'
import type { DailyView, Told } from '#domain/integrity/daily.contract'
import { useCallback, useState } from 'react'
import { askAgain } from './ask.again'
import { learningApi } from './learning.api'

const NOTHING = {}
const fiveOfToday = (input: typeof NOTHING) => askAgain(() => learningApi.dailyFive(input))

/** Today's five, as they were left on whatever device. */
export const useDaily = () => useLoaded(fiveOfToday, NOTHING)

const firstOpen = ({ questions, told }: DailyView): number => {
  const at = questions.findIndex(({ questionId }) => !told.some((one) => one.questionId === questionId))
  return at < 0 ? questions.length : at
}

/** Walks through the five: what is chosen, what was told, and which question is shown. */
export const useFive = (daily: DailyView) => {
  const [told, setTold] = useState<readonly Told[]>(daily.told)
  /** As many as there are questions: all of them are done. */
  const [at, setAt] = useState(() => firstOpen(daily))
  const [chosen, setChosen] = useState<readonly number[]>([])
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<ErrorCode | null>(null)
  const question = daily.questions[at] ?? null
  const answer = question ? (told.find(({ questionId }) => questionId === question.questionId) ?? null) : null

  const choose = useCallback((places: readonly number[]) => {
    setChosen(places)
    setFailed(null)
  }, [])

  const tell = async () => {
    if (!question || busy || chosen.length === 0) return
    const { questionId } = question
    setBusy(true)
    setFailed(null)
    const reply = await askAgain(() => learningApi.answerDaily({ questionId, chosen: [...chosen] }))
    setBusy(false)
    if (reply.ok) setTold((before) => [...before.filter((one) => one.questionId !== questionId), reply.value])
    else setFailed(reply.code)
  }

  const goOn = () => {
    setChosen([])
    setFailed(null)
    setAt(at + 1)
  }

  return { question, answer, at, chosen, choose, tell, goOn, busy, failed, told }
}

export type FiveInHand = ReturnType<typeof useFive>
