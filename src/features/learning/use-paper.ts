import type { Slot } from '#domain/integrity/paper.model'
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { hasNews, leavesInAll, type Standing, standingsOf, UNANSWERED } from './answer.queue'
import type { Saving } from './learning.words'
import type { OpenedPaper } from './opened.paper'
import { keepPaper, type PaperState } from './paper.keeper'
import { useCountdown } from './use-countdown'
import { useLeaving } from './use-leaving'
import { useOnline } from './use-online'

const savingOf = ({ queue, isCut, isKept }: PaperState): Saving => {
  if (!hasNews(queue)) return 'saved'
  if (!isCut) return 'saving'
  return isKept ? 'waiting' : 'homeless'
}

interface PaperOptions {
  opened: OpenedPaper
  /** Things to answer on it. */
  places: number
  /** It is handed in; without so many answers that waited on this device. */
  onOver: (unheard: number) => void
}

/** A paper in hand: what stands to each question, the hospital's clock, and where the answers are. */
export const usePaper = ({ opened, places, onOver }: PaperOptions) => {
  const [keeper] = useState(() => keepPaper(opened, places))
  const state = useSyncExternalStore(keeper.onChange, keeper.read)
  const { saved, queue, endsAt, clock, isOver, unheard, failed } = state
  const over = useRef(onOver)
  useEffect(() => {
    over.current = onOver
  })
  useEffect(() => {
    if (isOver) over.current(unheard)
  }, [isOver, unheard])
  useEffect(() => {
    keeper.begin()
    return keeper.end
  }, [keeper])
  useLeaving({ onLeave: keeper.leave, onReturn: keeper.save })
  useOnline(keeper.save)
  const left = useCountdown({ endsAt, clock, onJump: keeper.save })
  const isUp = left === 0
  // The hospital says whether time is up: this phone's clock only makes it ask.
  useEffect(() => {
    if (isUp) keeper.save()
  }, [isUp, keeper])

  const standings = useMemo(() => standingsOf(saved, queue), [saved, queue])
  const standingAt = (slot: Slot): Standing => standings.get(slot) ?? UNANSWERED
  const say = (slot: Slot, news: Partial<Standing>) => {
    if (!isUp) keeper.say(slot, { ...standingAt(slot), ...news })
  }
  return {
    at: state.at,
    show: keeper.show,
    standings,
    standingAt,
    choose: (slot: Slot, chosen: readonly number[]) => say(slot, { chosen }),
    flag: (slot: Slot) => say(slot, { flagged: !standingAt(slot).flagged }),
    left,
    saving: savingOf(state),
    leaves: leavesInAll(state.leaves, queue),
    failed: failed?.code ?? null,
    handing: state.handing,
    handIn: keeper.handIn,
    again: failed?.while === 'handingIn' ? keeper.handIn : keeper.save,
  }
}

export type PaperInHand = ReturnType<typeof usePaper>
