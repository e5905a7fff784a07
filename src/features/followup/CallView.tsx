import { type ErrorCode, sentenceFor } from '#domain/errors'
import type { Instant } from '#domain/instant'
import type { ReactNode } from 'react'
import { ErrorNote } from '../../ui/ErrorNote'
import { Skeleton } from '../../ui/Skeleton'
import { toast } from '../../ui/toast'
import { CALL_HEAD, focusOn } from './call.focus'
import { CallCard } from './CallCard'
import { CallQuestion } from './CallQuestion'
import { type Calling, isWhole, type OpenCall } from './use-call'
import { outcomeNames } from '#domain/survey/followup.model'

interface CallViewProps {
  opened: OpenCall
  calling: Calling
  now: Instant
  /** The way in, where the session has ended; nothing that was noted is lost by it. */
  signIn: ((code: ErrorCode) => ReactNode) | null
  onChanged: () => void
  onComplain: () => void
  onNext: (() => void) | null
}

/** One follow-up: the card before and after a call, the questions during it. */
export const CallView = ({ opened, calling, now, signIn, onChanged, onComplain, onNext }: CallViewProps) => {
  const { detail, problem, since, draft } = opened
  const trouble =
    problem === null ? null : signIn ? (
      signIn(problem)
    ) : (
      <ErrorNote onRetry={() => void calling.reread()} retryText="重新读一遍">
        {sentenceFor(problem)}
      </ErrorNote>
    )
  if (!detail) return <>{trouble ?? <Skeleton lines={8} />}</>

  const settled = (words: string) => {
    toast(words)
    focusOn(CALL_HEAD)
    onChanged()
  }
  const record = async (outcome: 'reached' | 'not_reached' | 'refused' | 'to_complaint', closes = false) => {
    const withAnswers = outcome === 'to_complaint' && isWhole(opened)
    if (await calling.record(outcome, { closes, withAnswers })) settled(`记好了：${outcomeNames[outcome]}`)
  }
  const undo = async () => {
    if (await calling.undo()) settled('撤回了')
  }
  const shared = {
    opened,
    detail,
    calling,
    now,
    trouble,
    onToComplaint: () => void record('to_complaint'),
    onComplain,
  }
  if (since !== null && draft.sheet && detail.survey) {
    return (
      <CallQuestion {...shared} sheet={draft.sheet} since={since} onRecorded={() => settled('记好了，答案交上了')} />
    )
  }
  return (
    <CallCard
      {...shared}
      onRecord={(outcome, closes) => void record(outcome, closes)}
      onUndo={() => void undo()}
      onNext={onNext}
    />
  )
}
