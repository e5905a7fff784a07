import type { ErrorCode } from '#domain/errors'
import type { PhotoId } from '#domain/ids'
import { beijingDay, type Instant } from '#domain/instant'
import { useState } from 'react'
import { type ComplaintDraft, type DraftWords, loadDraft } from './complaint.draft'
import { firstUnfinished, whyNot } from './complaint.draft.rules'
import { firstScreen, type Screen, screenAfter, screenBefore, screenOfField, screensOf } from './complaint.steps'
import type { KeptReceipt } from './receipt.store'
import { sendComplaint, settleSent } from './send-complaint'

/** The screen that asks again for what was refused. */
const SCREEN_OF_CODE: Partial<Record<ErrorCode, Screen>> = {
  'photo.unknown': 'photos',
  'complaint.not_yet_happened': 'when',
}

interface FilingOptions {
  draft: ComplaintDraft
  now: Instant
  /** Puts the draft on the page and into the phone. */
  keep: (draft: ComplaintDraft) => void
  /** Back from the first screen. */
  onLeave: () => void
  onFiled: (receipt: KeptReceipt, photos: readonly PhotoId[]) => void
  /** A screen is read from its beginning, and so is what went wrong. */
  onShow: () => void
}

export type Filing = ReturnType<typeof useFiling>

/** Walks through the form screen by screen, and hands in what it gathered. */
export const useFiling = ({ draft, now, keep, onLeave, onFiled, onShow }: FilingOptions) => {
  const today = beijingDay(now)
  const [first] = useState(() => firstScreen(draft.kind))
  // What left this phone without an answer is not changed before one knows what became of it.
  const [screen, setScreen] = useState<Screen>(draft.sent ? 'review' : first)
  /** Somebody came from the review to change one line and goes back to it. */
  const [mending, setMending] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<ErrorCode | null>(draft.sent ? 'network.no_answer' : null)

  const show = (next: Screen) => {
    setScreen(next)
    onShow()
  }

  const during = async (work: () => Promise<void>) => {
    if (busy) return
    setBusy(true)
    setFailed(null)
    try {
      await work()
    } catch {
      setFailed('system.failed')
    } finally {
      setBusy(false)
      onShow()
    }
  }

  /** To an earlier screen, once what was sent is known not to have arrived. */
  const openFor = async (at: ComplaintDraft, next: Screen) => {
    if (!at.sent) return setScreen(next)
    const settled = await settleSent(at)
    if (settled.kind === 'arrived') return onFiled(settled.receipt, at.photos)
    if (settled.kind === 'unknown') return setFailed('network.offline')
    keep(settled.draft)
    setScreen(next)
  }

  const goTo = (next: Screen) => {
    if (busy) return
    setMending(true)
    if (draft.sent) return void during(() => openFor(draft, next))
    setFailed(null)
    show(next)
  }

  const send = (photos: PhotoId[]) =>
    during(async () => {
      const handed = draft.sent ? draft : { ...draft, photos }
      const answer = await sendComplaint(handed)
      if (answer.ok) return onFiled(answer.value, handed.photos)
      const stored = (await loadDraft()) ?? handed
      keep(stored)
      setFailed(answer.code)
      const wanted = SCREEN_OF_CODE[answer.code] ?? screenOfField(answer.fields?.[0] ?? '')
      if (!wanted || !screensOf(stored.kind).includes(wanted)) return
      setMending(true)
      await openFor(stored, wanted)
    })

  const after = mending ? (firstUnfinished(draft, today) ?? 'review') : screenAfter(draft.kind, screen)
  const before = mending ? 'review' : screenBefore(draft.kind, screen)

  const next = () => {
    if (!after) return
    setFailed(null)
    setMending(mending && after !== 'review')
    show(after)
  }

  const back = () => {
    if (busy) return
    if (before === null || (screen === first && !mending)) return onLeave()
    setMending(false)
    if (draft.sent) return void during(() => openFor(draft, before))
    setFailed(null)
    show(before)
  }

  return {
    screen,
    first,
    mending,
    busy,
    failed,
    after,
    whyNot: whyNot(draft, screen, today),
    change: (part: Partial<DraftWords>) => keep({ ...draft, ...part }),
    next,
    back,
    goTo,
    send,
  }
}
