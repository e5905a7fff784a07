import type { ErrorCode } from '#domain/errors'
import type { Instant } from '#domain/instant'
import type { Slot } from '#domain/integrity/paper.model'
import type { SavedView } from '#domain/integrity/paper.view'
import {
  afterArrival,
  type AnswerQueue,
  countedFrom,
  hasNews,
  parcelOf,
  type Standing,
  withAnswer,
  withLeave,
} from './answer.queue'
import { askAgain } from './ask.again'
import { learningApi } from './learning.api'
import { type OpenedPaper, timed } from './opened.paper'
import { removeSheet, saveSheet } from './sheet.store'

const RETRY_MS = 5000

/** What no later try changes: somebody has to sign in, or the paper is not theirs. */
const LASTING = new Set<ErrorCode>(['auth.required', 'auth.forbidden', 'session.expired', 'attempt.unknown'])

export interface PaperState {
  readonly queue: AnswerQueue
  /** Which place is shown. */
  readonly at: number
  /** What the hospital has, and how often it knows the page was left. */
  readonly saved: readonly SavedView[]
  readonly leaves: number
  readonly endsAt: Instant
  /** By how much the hospital's clock is ahead of this phone's, in ms: a new one each time it is heard. */
  readonly clock: { readonly ahead: number }
  /** The last try did not arrive. */
  readonly isCut: boolean
  /** This device had room for what is waiting. */
  readonly isKept: boolean
  readonly handing: boolean
  readonly failed: { readonly code: ErrorCode; readonly while: 'saving' | 'handingIn' } | null
  /** Handed in: nothing is kept of it here any more. */
  readonly isOver: boolean
  /** Answers that waited here and did not count: it had been handed in without them. */
  readonly unheard: number
}

const stateOf = ({ paper, ahead, sheet }: OpenedPaper, places: number): PaperState => ({
  queue: countedFrom(sheet.queue, paper.lastSeq),
  at: Math.min(sheet.at, places - 1),
  saved: paper.saved,
  leaves: paper.leaves,
  endsAt: paper.endsAt,
  clock: { ahead },
  isCut: false,
  isKept: true,
  handing: false,
  failed: null,
  isOver: false,
  unheard: 0,
})

/**
 * Keeps a paper that is being sat. Every answer is put down on this device first and sent at once; what did not arrive is
 * sent again, by its number, until it has. Whether time is up, the hospital says.
 */
export const keepPaper = (opened: OpenedPaper, places: number) => {
  const { paper, name, sheet } = opened
  const { examId, no } = paper
  const listeners = new Set<() => void>()
  let state = stateOf(opened, places)
  let isGone = false
  // One question at a time on the line: what is wanted meanwhile comes after it.
  let isRunning = false
  let wantsSaving = false
  let wantsHandingIn = false
  let retry: ReturnType<typeof setTimeout> | null = null
  // What waited from an earlier visit was said before this paper was opened here.
  let triedUpTo = sheet.queue.lastSeq
  // Sent with handing in, without an answer: it may have counted.
  let handedUpTo = 0

  const change = (news: Partial<PaperState>) => {
    state = { ...state, ...news }
    for (const listener of listeners) listener()
  }
  const keep = (news: Partial<Pick<PaperState, 'queue' | 'at'>>) => {
    const { queue, at } = { ...state, ...news }
    change({ ...news, isKept: saveSheet(name, { queue, at }, Date.now() as Instant) })
  }
  const finish = (unheard = 0) => {
    removeSheet(name)
    change({ isOver: true, unheard })
  }
  const rest = () => {
    if (retry !== null) clearTimeout(retry)
    retry = null
  }
  const retryLater = () => {
    rest()
    if (!isGone) retry = setTimeout(() => void save(), RETRY_MS)
  }
  const trouble = (code: ErrorCode) => {
    const isLasting = LASTING.has(code)
    change({ isCut: true, ...(isLasting ? { failed: { code, while: 'saving' } } : {}) })
    if (!isLasting) retryLater()
  }

  /** Sends what is waiting, and what came to wait meanwhile; true: time is up. */
  const sendAll = async (): Promise<boolean> => {
    do {
      wantsSaving = false
      const parcel = parcelOf(state.queue)
      const triedBefore = triedUpTo
      triedUpTo = state.queue.lastSeq
      const { answer, ahead } = await timed(() => askAgain(() => learningApi.saveAnswers({ examId, no, ...parcel })))
      if (!answer.ok) {
        if (answer.code === 'attempt.time_up') return true
        if (answer.code === 'attempt.submitted')
          finish(state.queue.waiting.filter(({ seq }) => seq > handedUpTo).length)
        else if (answer.code === 'exam.cancelled') finish()
        else trouble(answer.code)
        return false
      }
      const { saved, lastSeq, leaves, endsAt, now } = answer.value
      change({ saved, leaves, endsAt, clock: { ahead }, isCut: false })
      if (state.failed?.while === 'saving') change({ failed: null })
      keep({ queue: afterArrival(state.queue, parcel, { saved, lastSeq, triedUpTo: triedBefore }) })
      if (now >= endsAt) return true
    } while (wantsSaving || state.queue.waiting.length > 0)
    return false
  }

  const handIn = async (): Promise<void> => {
    if (state.isOver || isGone) return
    rest()
    change({ handing: true, failed: null })
    wantsHandingIn = isRunning
    if (isRunning) return
    isRunning = true
    handedUpTo = state.queue.lastSeq
    const answer = await askAgain(() => learningApi.submitExam({ examId, no, ...parcelOf(state.queue) }))
    isRunning = false
    change({ handing: false })
    // Of a cancelled exam it was taken in as it stood: the page of the result says why.
    if (answer.ok || answer.code === 'exam.cancelled') return finish()
    change({ failed: { code: answer.code, while: 'handingIn' } })
    // What could not be handed in is saved at least; once time is up, the hospital takes it in.
    if (!LASTING.has(answer.code)) retryLater()
  }

  const save = async (): Promise<void> => {
    if (state.isOver) return
    rest()
    wantsSaving = isRunning
    if (isRunning) return
    isRunning = true
    const isUp = await sendAll()
    isRunning = false
    if (isUp || wantsHandingIn) await handIn()
  }

  return {
    read: () => state,
    onChange: (listener: () => void) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    /** The page is there; what an earlier visit could not send goes first. */
    begin: () => {
      isGone = false
      if (hasNews(state.queue)) void save()
    },
    /** The page is not there any more: what is waiting stays on this device. */
    end: () => {
      isGone = true
      rest()
    },
    say: (slot: Slot, { chosen, flagged }: Standing) => {
      if (state.isOver) return
      keep({ queue: withAnswer(state.queue, { slot, chosen: [...chosen], flagged }) })
      void save()
    },
    leave: () => {
      if (state.isOver) return
      keep({ queue: withLeave(state.queue) })
      void save()
    },
    show: (at: number) => keep({ at: Math.max(0, Math.min(places - 1, at)) }),
    save: () => void save(),
    /** What waits is saved first: whether it still counts, only saving tells. */
    handIn: () => {
      if (state.isOver || state.queue.waiting.length === 0) return void handIn()
      change({ handing: true, failed: null })
      wantsHandingIn = true
      void save()
    },
  }
}

export type PaperKeeper = ReturnType<typeof keepPaper>
