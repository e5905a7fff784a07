import { DeviceName, type Leaves, LEAVES_MOST, SentAnswer } from '#domain/integrity/attempt.model'
import type { Slot } from '#domain/integrity/paper.model'
import type { SavedView } from '#domain/integrity/paper.view'
import * as v from 'valibot'

const count = v.pipe(v.number(), v.integer(), v.minValue(0))

/** What this device has to say of a paper, kept on it until the hospital has it. */
export const AnswerQueue = v.object({
  device: DeviceName,
  /** The highest number given or heard of. */
  lastSeq: count,
  /** The last word to each place that the hospital may not have. */
  waiting: v.array(SentAnswer),
  /** How often this device left the page, and how many of them the hospital knows. */
  leaves: v.pipe(count, v.maxValue(LEAVES_MOST)),
  leavesHeard: count,
})
export type AnswerQueue = v.InferOutput<typeof AnswerQueue>

export const newQueue = (device: string): AnswerQueue => ({
  device,
  lastSeq: 0,
  waiting: [],
  leaves: 0,
  leavesHeard: 0,
})

/** Numbers go on from what other devices have used. */
export const countedFrom = (queue: AnswerQueue, lastSeq: number): AnswerQueue =>
  lastSeq > queue.lastSeq ? { ...queue, lastSeq } : queue

export const withAnswer = (queue: AnswerQueue, answer: Omit<SentAnswer, 'seq'>): AnswerQueue => {
  const seq = queue.lastSeq + 1
  const others = queue.waiting.filter(({ slot }) => slot !== answer.slot)
  return { ...queue, lastSeq: seq, waiting: [...others, { ...answer, seq }] }
}

export const withLeave = (queue: AnswerQueue): AnswerQueue => ({
  ...queue,
  leaves: Math.min(LEAVES_MOST, queue.leaves + 1),
})

export interface Parcel {
  readonly answers: SentAnswer[]
  readonly leaves: Leaves | null
}

/** All that is to be sent. */
export const parcelOf = ({ waiting, device, leaves }: AnswerQueue): Parcel => ({
  answers: waiting,
  leaves: leaves > 0 ? { device, count: leaves } : null,
})

export const hasNews = ({ waiting, leaves, leavesHeard }: AnswerQueue): boolean =>
  waiting.length > 0 || leaves > leavesHeard

interface Heard {
  readonly saved: readonly SavedView[]
  readonly lastSeq: number
  /** Up to this number, answers were sent before, or waited from an earlier visit. */
  readonly triedUpTo: number
}

const isSame = (one: Omit<SentAnswer, 'slot' | 'seq'>, other: Omit<SentAnswer, 'slot' | 'seq'>): boolean =>
  one.flagged === other.flagged && [...one.chosen].sort().join() === [...other.chosen].sort().join()

/**
 * What arrived need not be kept; what was said again meanwhile still waits. Another device may have used a higher number
 * for the same place: what the hospital heard at once was said later all the same, and is said again with a number above.
 * What has waited may be the older word, and gives way.
 */
export const afterArrival = (
  queue: AnswerQueue,
  { answers, leaves }: Parcel,
  { saved, lastSeq, triedUpTo }: Heard,
): AnswerQueue => {
  const arrived = new Map(answers.map(({ slot, seq }) => [slot, seq]))
  const standing = new Map(saved.map((answer) => [answer.slot, answer]))
  const isPassedOver = (answer: SentAnswer): boolean => {
    const stands = standing.get(answer.slot)
    return answer.seq > triedUpTo && stands !== undefined && stands.seq >= answer.seq && !isSame(stands, answer)
  }
  const left = {
    ...countedFrom(queue, lastSeq),
    waiting: queue.waiting.filter((answer) => arrived.get(answer.slot) !== answer.seq && !isPassedOver(answer)),
    leavesHeard: Math.max(queue.leavesHeard, leaves?.count ?? 0),
  }
  return queue.waiting.filter(isPassedOver).reduce(withAnswer, left)
}

export interface Standing {
  readonly chosen: readonly number[]
  /** 想再看. */
  readonly flagged: boolean
}

export const UNANSWERED: Standing = { chosen: [], flagged: false }

/** What stands to each place: what the hospital has, and over it what it has not heard yet. */
export const standingsOf = (saved: readonly SavedView[], { waiting }: AnswerQueue): ReadonlyMap<Slot, Standing> => {
  const known = new Map(saved.map((answer) => [answer.slot, answer]))
  const later = waiting.filter(({ slot, seq }) => seq >= (known.get(slot)?.seq ?? 0))
  return new Map([...saved, ...later].map(({ slot, chosen, flagged }) => [slot, { chosen, flagged }] as const))
}

/** On all devices; `heard`: as the hospital counted them last. */
export const leavesInAll = (heard: number, { leaves, leavesHeard }: AnswerQueue): number =>
  heard + Math.max(0, leaves - leavesHeard)
