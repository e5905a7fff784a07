import type { ErrorCode } from '#domain/errors'
import type { ExamId } from '#domain/ids'
import type { Instant } from '#domain/instant'
import type { SentAnswer } from '#domain/integrity/attempt.model'
import type { Slot } from '#domain/integrity/paper.model'
import type { PaperView } from '#domain/integrity/paper.view'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  afterArrival,
  countedFrom,
  hasNews,
  leavesInAll,
  newQueue,
  parcelOf,
  standingsOf,
  withAnswer,
  withLeave,
} from '../../src/features/learning/answer.queue'
import { aheadBy, jumped, secondsLeft } from '../../src/features/learning/exam.clock'
import { keepPaper } from '../../src/features/learning/paper.keeper'
import { forgetSheets, loadSheet, saveSheet, SHEET_KEPT_DAYS, sheetName } from '../../src/features/learning/sheet.store'
import { beijing } from '../builders/complaint.builder'

interface Sent {
  action: string
  input: { answers: SentAnswer[]; leaves: { device: string; count: number } | null }
}

const phone = vi.hoisted(() => ({
  full: false,
  storage: new Map<string, string>(),
  sent: [] as Sent[],
  /** What comes back; by default the hospital cannot be reached. */
  hospital: (_event: Sent): Promise<unknown> => Promise.reject(new Error('fetch failed')),
}))

vi.mock('@tarojs/taro', () => ({
  default: {
    getStorageSync: (key: string) => JSON.parse(phone.storage.get(key) ?? '""') as unknown,
    setStorageSync: (key: string, value: unknown) => {
      if (phone.full) throw new Error('no room')
      phone.storage.set(key, JSON.stringify(value))
    },
    removeStorageSync: (key: string) => phone.storage.delete(key),
  },
}))

vi.mock('#cloud/transport', () => ({
  send: (_name: string, event: Sent) => {
    phone.sent.push(structuredClone(event))
    return phone.hospital(event)
  },
}))

const now = beijing('2026-11-20T10:00:00')
const MINUTE_MS = 60_000
const examId = 'e'.repeat(32) as ExamId
const slotAt = (at: number) => `${String(at).repeat(32)}:p1` as Slot
const [first, second] = [slotAt(1), slotAt(2)]
const offline = () => Promise.reject(new Error('fetch failed'))
const refuses = (code: ErrorCode) => () => Promise.resolve({ ok: false, code })

const paper: PaperView = {
  examId,
  no: 1,
  title: '四季度应知应会',
  startedAt: now,
  endsAt: (now + 30 * MINUTE_MS) as Instant,
  now,
  questions: [],
  saved: [],
  lastSeq: 0,
  leaves: 0,
}

/** A hospital that keeps what it hears, whose clock stands `at`. */
const hospital = (at: Instant = now) => {
  const kept = new Map<string, SentAnswer>()
  const leaves = new Map<string, number>()
  const answer = ({ action, input }: Sent): Promise<unknown> => {
    for (const one of input.answers) if ((kept.get(one.slot)?.seq ?? 0) < one.seq) kept.set(one.slot, one)
    if (input.leaves) leaves.set(input.leaves.device, input.leaves.count)
    const saved = [...kept.values()]
    const value = {
      saved,
      lastSeq: Math.max(0, ...saved.map(({ seq }) => seq)),
      leaves: [...leaves.values()].reduce((sum, count) => sum + count, 0),
      endsAt: paper.endsAt,
      now: at,
    }
    return Promise.resolve({ ok: true, value: action === 'saveAnswers' ? value : {} })
  }
  return { kept, answer }
}

const open = async (view: PaperView = paper) => {
  const name = sheetName('0001', examId, view.no)
  return keepPaper({ paper: view, ahead: 0, name, sheet: await loadSheet(name) }, 2)
}
const chosen = (...places: number[]) => ({ chosen: places, flagged: false })
const settled = () => vi.advanceTimersByTimeAsync(0)

beforeEach(() => {
  vi.useFakeTimers({ now })
  phone.full = false
  phone.storage.clear()
  phone.sent = []
  phone.hospital = offline
})
afterEach(() => vi.useRealTimers())

describe('the queue of answers', () => {
  const said = fc.record({
    slot: fc.constantFrom(first, second, slotAt(3)),
    chosen: fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 3 }),
    flagged: fc.boolean(),
  })
  it('loses nothing, however often a parcel is lost on its way or arrives without an answer', () => {
    const delivery = fc.constantFrom('arrives' as const, 'lost' as const, 'unanswered' as const)
    fc.assert(
      fc.property(fc.array(fc.tuple(said, delivery), { minLength: 1, maxLength: 30 }), (steps) => {
        const kept = new Map<Slot, SentAnswer>()
        let queue = newQueue('0000abcd')
        const deliver = (how: 'arrives' | 'lost' | 'unanswered') => {
          const parcel = parcelOf(queue)
          if (how === 'lost') return
          for (const one of parcel.answers) if ((kept.get(one.slot)?.seq ?? 0) < one.seq) kept.set(one.slot, one)
          if (how === 'arrives')
            queue = afterArrival(queue, parcel, { saved: [...kept.values()], lastSeq: 0, triedUpTo: 0 })
        }
        const last = new Map<Slot, unknown>()
        for (const [answer, how] of steps) {
          queue = withAnswer(queue, answer)
          last.set(answer.slot, { chosen: answer.chosen, flagged: answer.flagged })
          deliver(how)
          expect(standingsOf([...kept.values()], queue)).toEqual(last)
        }
        deliver('arrives')
        expect(hasNews(queue)).toBe(false)
        expect(standingsOf([...kept.values()], queue)).toEqual(last)
      }),
    )
  })
  it('keeps what was said while a parcel was on its way', () => {
    const before = withAnswer(newQueue('0000abcd'), { slot: first, ...chosen(0) })
    const parcel = parcelOf(before)
    const heard = { saved: parcel.answers, lastSeq: 1, triedUpTo: 0 }
    const after = afterArrival(withAnswer(before, { slot: first, ...chosen(2) }), parcel, heard)
    expect(after.waiting).toEqual([{ slot: first, chosen: [2], flagged: false, seq: 2 }])
  })
  it('counts on from other devices, and gives way to what they said later', () => {
    const mine = withAnswer(newQueue('0000abcd'), { slot: first, ...chosen(0) })
    const theirs = { slot: first, chosen: [3], flagged: false, seq: 7 }
    expect(standingsOf([theirs], mine).get(first)).toEqual(chosen(3))
    expect(withAnswer(countedFrom(mine, 7), { slot: second, ...chosen(1) }).lastSeq).toBe(8)
  })
  it('lets the later tap stand of two devices side by side, whichever counts higher', () => {
    const tap = fc.tuple(fc.nat({ max: 1 }), fc.constantFrom(first, second), fc.integer({ min: 0, max: 3 }))
    fc.assert(
      fc.property(fc.array(tap, { minLength: 1, maxLength: 30 }), (taps) => {
        const kept = new Map<Slot, SentAnswer>()
        const queues = [newQueue('0000aaaa'), newQueue('0000bbbb')]
        const last = new Map<Slot, unknown>()
        for (const [device, slot, place] of taps) {
          let queue = withAnswer(queues[device] ?? newQueue(''), { slot, ...chosen(place) })
          let triedUpTo = queue.lastSeq - 1
          last.set(slot, chosen(place))
          for (let times = 0; hasNews(queue); times += 1) {
            expect(times).toBeLessThan(2)
            const parcel = parcelOf(queue)
            for (const one of parcel.answers) if ((kept.get(one.slot)?.seq ?? 0) < one.seq) kept.set(one.slot, one)
            const saved = [...kept.values()]
            const before = triedUpTo
            triedUpTo = queue.lastSeq
            const lastSeq = Math.max(...saved.map(({ seq }) => seq))
            queue = afterArrival(queue, parcel, { saved, lastSeq, triedUpTo: before })
          }
          queues[device] = queue
          const standing = [...kept].map(
            ([of, { chosen: places, flagged }]) => [of, { chosen: places, flagged }] as const,
          )
          expect(new Map(standing)).toEqual(last)
        }
      }),
    )
  })
  it('counts each leaving once, heard or not', () => {
    const left = withLeave(withLeave(newQueue('0000abcd')))
    expect(leavesInAll(5, left)).toBe(7)
    expect(leavesInAll(7, afterArrival(left, parcelOf(left), { saved: [], lastSeq: 0, triedUpTo: 0 }))).toBe(7)
  })
})

describe('a paper kept on a phone', () => {
  it('sends every answer at once', async () => {
    const { kept, answer } = hospital()
    phone.hospital = answer
    const keeper = await open()
    keeper.say(first, chosen(1))
    await settled()
    expect(kept.get(first)).toMatchObject({ chosen: [1], seq: 1 })
    expect(hasNews(keeper.read().queue)).toBe(false)
  })
  it('is there again after the app was killed without a network, and arrives then', async () => {
    const killed = await open()
    killed.say(first, chosen(1))
    killed.say(second, { chosen: [0], flagged: true })
    await settled()
    killed.end()
    const { kept, answer } = hospital()
    phone.hospital = answer
    const keeper = await open()
    expect(standingsOf(paper.saved, keeper.read().queue)).toEqual(
      new Map([
        [first, chosen(1)],
        [second, { chosen: [0], flagged: true }],
      ]),
    )
    keeper.begin()
    await settled()
    expect([...kept.values()].map(({ chosen: places }) => places)).toEqual([[1], [0]])
  })
  it('tries again by itself until the hospital answers', async () => {
    const keeper = await open()
    keeper.say(first, chosen(1))
    await settled()
    expect(keeper.read()).toMatchObject({ isCut: true, isKept: true, failed: null })
    const { kept, answer } = hospital()
    phone.hospital = answer
    await vi.advanceTimersByTimeAsync(5000)
    expect(kept.get(first)?.chosen).toEqual([1])
    expect(keeper.read().isCut).toBe(false)
  })
  it('says so where the phone has no room', async () => {
    phone.full = true
    const keeper = await open()
    keeper.say(first, chosen(1))
    expect(keeper.read().isKept).toBe(false)
  })
  it('is handed in after what is on its way, and nothing of it stays', async () => {
    const { kept, answer } = hospital()
    phone.hospital = answer
    const keeper = await open()
    keeper.say(first, chosen(1))
    keeper.say(second, chosen(2))
    keeper.handIn()
    await settled()
    expect(kept.size).toBe(2)
    expect(keeper.read().isOver).toBe(true)
    expect(phone.sent.at(-1)?.action).toBe('submitExam')
    expect((await loadSheet(sheetName('0001', examId, 1))).queue.waiting).toEqual([])
  })
  it('is handed in by the hospital’s clock alone, whatever the phone’s says', async () => {
    vi.setSystemTime(now + 60 * MINUTE_MS)
    phone.hospital = hospital(now).answer
    const keeper = await open()
    keeper.save()
    await settled()
    expect(keeper.read().isOver).toBe(false)
    phone.hospital = hospital(paper.endsAt).answer
    keeper.save()
    await settled()
    expect(keeper.read().isOver).toBe(true)
  })
  it.each<ErrorCode>(['attempt.submitted', 'exam.cancelled'])(
    'is over when it was handed in on another device, or the exam was cancelled: %s',
    async (code) => {
      phone.hospital = refuses(code)
      const keeper = await open()
      keeper.say(first, chosen(1))
      await settled()
      expect(keeper.read().isOver).toBe(true)
      expect((await loadSheet(sheetName('0001', examId, 1))).queue.waiting).toEqual([])
    },
  )
  it('says how much of this device is not in what another handed in', async () => {
    const keeper = await open()
    keeper.say(first, chosen(1))
    keeper.say(second, chosen(0))
    await settled()
    phone.hospital = refuses('attempt.submitted')
    await vi.advanceTimersByTimeAsync(5000)
    expect(keeper.read()).toMatchObject({ isOver: true, unheard: 2 })
    const late = await open()
    phone.hospital = offline
    late.say(first, chosen(1))
    await settled()
    // Handing in would be answered with the other device's result, as if this one's were in it.
    phone.hospital = refuses('attempt.submitted')
    late.handIn()
    await settled()
    expect(late.read()).toMatchObject({ isOver: true, unheard: 1 })
  })
  it('does not call lost what may have gone along with handing in', async () => {
    const keeper = await open()
    keeper.say(first, chosen(1))
    await settled()
    keeper.handIn()
    await settled()
    expect(phone.sent.at(-1)?.action).toBe('submitExam')
    phone.hospital = refuses('attempt.submitted')
    await vi.advanceTimersByTimeAsync(5000)
    expect(keeper.read()).toMatchObject({ isOver: true, unheard: 0 })
  })
  it('says again what another device passed over, and gives way with what has waited', async () => {
    const { kept, answer } = hospital()
    phone.hospital = answer
    const theirs = (slot: Slot, seq: number) => kept.set(slot, { slot, chosen: [3], flagged: false, seq })
    const keeper = await open()
    theirs(first, 15)
    keeper.say(first, chosen(1))
    await settled()
    expect(kept.get(first)).toMatchObject({ chosen: [1], seq: 16 })
    expect(hasNews(keeper.read().queue)).toBe(false)
    phone.hospital = offline
    keeper.say(second, chosen(1))
    await settled()
    theirs(second, 30)
    phone.hospital = answer
    await vi.advanceTimersByTimeAsync(5000)
    expect(kept.get(second)).toMatchObject({ chosen: [3], seq: 30 })
    expect(standingsOf(keeper.read().saved, keeper.read().queue).get(second)).toEqual(chosen(3))
  })
  it('does not go on asking when somebody has to sign in first', async () => {
    phone.hospital = refuses('session.expired')
    const keeper = await open()
    keeper.say(first, chosen(1))
    await settled()
    const asked = phone.sent.length
    await vi.advanceTimersByTimeAsync(60_000)
    expect(phone.sent).toHaveLength(asked)
    expect(keeper.read().failed).toEqual({ code: 'session.expired', while: 'saving' })
  })
  it('counts that the page was left, and tells the hospital', async () => {
    phone.hospital = hospital().answer
    const keeper = await open()
    keeper.leave()
    await settled()
    expect(phone.sent.at(-1)?.input.leaves?.count).toBe(1)
    expect(leavesInAll(keeper.read().leaves, keeper.read().queue)).toBe(1)
  })
})

describe('what is left of papers on a device', () => {
  const queue = withAnswer(newQueue('0000abcd'), { slot: first, ...chosen(1) })
  it('is one person’s: another’s paper of the same exam begins empty', async () => {
    saveSheet(sheetName('0001', examId, 1), { queue, at: 1 }, now)
    expect((await loadSheet(sheetName('0002', examId, 1))).queue.waiting).toEqual([])
    expect(await loadSheet(sheetName('0001', examId, 1))).toMatchObject({ queue, at: 1 })
  })
  it('goes after some days, and with signing out', async () => {
    const [old, other] = [sheetName('0001', examId, 1), sheetName('0001', examId, 2)]
    saveSheet(old, { queue, at: 0 }, now)
    saveSheet(other, { queue, at: 0 }, (now + SHEET_KEPT_DAYS * 24 * 60 * MINUTE_MS) as Instant)
    expect((await loadSheet(old)).queue.waiting).toEqual([])
    expect((await loadSheet(other)).queue.waiting).toHaveLength(1)
    forgetSheets()
    expect((await loadSheet(other)).queue.waiting).toEqual([])
  })
})

describe('the clock of an exam', () => {
  it('is the hospital’s: a phone an hour wrong either way shows the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: -60, max: 60 }), (minutes) => {
        const wrong = now + minutes * MINUTE_MS
        expect(secondsLeft(paper.endsAt, wrong, aheadBy(now, wrong - 100, wrong + 100))).toBe(1800)
      }),
    )
  })
  it('is up at its end and never below', () => {
    expect(secondsLeft(paper.endsAt, paper.endsAt - 1, 0)).toBe(1)
    expect(secondsLeft(paper.endsAt, paper.endsAt, 0)).toBe(0)
    expect(secondsLeft(paper.endsAt, paper.endsAt + 5000, 0)).toBe(0)
  })
  it('notices a clock that was moved, and no slow second', () => {
    expect(jumped(now, now + 4000)).toBe(false)
    expect(jumped(now, now + 61 * MINUTE_MS)).toBe(true)
    expect(jumped(now, now - 59 * MINUTE_MS)).toBe(true)
  })
})
