import { type Attempt, DEVICES_MOST, type Leaves, type SavedAnswer, type SentAnswer } from './attempt.model'
import type { Slot } from './paper.model'
import { slotsOf } from './paper.rules'

type Answers = Attempt['answers']

/** Two devices may count up to the same number: then the words of what they say decide, the same way everywhere. */
const isLater = (one: SavedAnswer, other: SavedAnswer): boolean => {
  if (one.seq !== other.seq) return one.seq > other.seq
  return JSON.stringify([one.chosen, one.flagged]) > JSON.stringify([other.chosen, other.flagged])
}

/**
 * What stands after both were heard. In whatever order and however often answers arrive, the same stands in the end. Hands
 * back the very same object where nothing changed.
 */
export const mergeAnswers = (saved: Answers, came: Answers): Answers => {
  const news = Object.entries(came).filter(([slot, answer]) => {
    const before = saved[slot as Slot]
    return before === undefined || isLater(answer, before)
  })
  return news.length === 0 ? saved : { ...saved, ...Object.fromEntries(news) }
}

/** What was sent, in options of the paper. What is not on the paper is nobody's answer. */
export const heardFrom = (paper: Attempt['paper'], sent: readonly SentAnswer[]): Answers => {
  const slots = new Map(slotsOf(paper).map((slot) => [slot.slot, slot]))
  return sent.reduce<Answers>((heard, { slot, chosen, flagged, seq }) => {
    const asked = slots.get(slot)
    if (!asked) return heard
    // In the order of the paper, each once: the same choice is the same words.
    const options = asked.options.filter((_, place) => chosen.includes(place))
    return mergeAnswers(heard, { [slot]: { chosen: options, flagged, seq } })
  }, {})
}

/** Counted by each device for itself, so that the same news twice counts once. */
export const mergeLeaves = (before: Attempt['leaves'], came: Leaves | null): Attempt['leaves'] => {
  if (!came || came.count <= (before[came.device] ?? 0)) return before
  if (before[came.device] === undefined && Object.keys(before).length >= DEVICES_MOST) return before
  return { ...before, [came.device]: came.count }
}

export const leavesIn = (leaves: Attempt['leaves']): number =>
  Object.values(leaves).reduce((sum, count) => sum + count, 0)

/** The highest number heard so far: a device counts on from here. */
export const lastSeqIn = (answers: Answers): number => Math.max(0, ...Object.values(answers).map(({ seq }) => seq))
