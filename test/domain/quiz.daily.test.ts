import type { QuizQuestionId } from '#domain/ids'
import { type Day, type Instant, startOfBeijingDay, daysAfter } from '#domain/instant'
import { learnFromExams } from '#domain/integrity/daily.exams'
import { DAILY_QUESTIONS, Learner, RIGHT_IN_A_ROW } from '#domain/integrity/daily.model'
import {
  answerDaily,
  chooseFive,
  mistakeBook,
  openDaily,
  progressByTopic,
  startLearner,
} from '#domain/integrity/daily.rules'
import { DailyView, MistakeRow } from '#domain/integrity/daily.contract'
import { dailyView, mistakeRow, toldToday } from '#domain/integrity/daily.shown'
import { type MarkedSlot, versionsByKey } from '#domain/integrity/grading'
import { slotOf } from '#domain/integrity/paper.model'
import { answeredAgain, isDue, newMistake } from '#domain/integrity/mistake.schedule'
import { ONLY_PART } from '#domain/integrity/question.model'
import { topics } from '#domain/integrity/question.topics'
import { chanceFrom, seedOf } from '#domain/integrity/seeded'
import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { drawable, HOSPITAL, judged, now, questionId, staff, story, TODAY, written } from './quiz.builders'

const TOPICS = ['rule1', 'rule6', 'gifts'] as const
const POOL = [
  ...Array.from({ length: 12 }, (_, at) => drawable(at + 1, written({ topic: TOPICS[at % 3] ?? 'rule1' }))),
  drawable(50, story()),
]
const versions = versionsByKey(POOL)
const wang = startLearner(staff('wang'), HOSPITAL)
const opened = (learner: Learner = wang, at: Instant = now) => {
  const result = openDaily(learner, POOL, at)
  if (!result.ok) throw new Error(result.code)
  return v.parse(Learner, result.value)
}
const asked = (learner: Learner) => learner.today?.questions.map((question) => question.questionId) ?? []
const dayAt = (days: number): Instant => (startOfBeijingDay(daysAfter(TODAY, days)) + 1) as Instant

/** Answers one of today's questions, right or wrong. */
const answered = (learner: Learner, id: ReturnType<typeof questionId>, right: boolean, at: Instant = now) => {
  const part = learner.today?.questions.find((question) => question.questionId === id)?.parts[0]
  const place = part?.options.findIndex((option) => (option === 'a') === right) ?? 0
  const result = answerDaily(learner, { questionId: id, places: [place] }, { versions, now: at })
  if (!result.ok) throw new Error(result.code)
  return { learner: v.parse(Learner, result.value.learner), answer: result.value.answer }
}

describe('the five of a day', () => {
  it('are five different questions that one tap answers, the same all day on every device', () => {
    const first = opened()
    expect(new Set(asked(first)).size).toBe(DAILY_QUESTIONS)
    expect(asked(first)).not.toContain(questionId(50))
    expect(opened()).toEqual(first)
    expect(openDaily(first, [], now)).toEqual({ ok: true, value: first })
  })

  it('take turns among topics, those met least first', () => {
    const five = chooseFive(POOL, wang, TODAY, chanceFrom(seedOf('a')))
    const counts = TOPICS.map((topic) => five.filter((one) => one.topic === topic).length)
    expect([...counts].sort()).toEqual([1, 2, 2])
    const seen = Object.fromEntries(
      POOL.filter(({ topic }) => topic !== 'gifts').map((one) => [one.questionId, { day: TODAY, right: true }]),
    )
    const next = chooseFive(POOL, { mistakes: [], seen }, TODAY, chanceFrom(seedOf('a')))
    expect(next.slice(0, 4).map(({ topic }) => topic)).toEqual(['gifts', 'gifts', 'gifts', 'gifts'])
    expect(next).toHaveLength(5)
  })

  it('begin with mistakes that are due, the longest due first, and bring others back only where nothing else is left', () => {
    const mistakes = [
      { ...newMistake(questionId(1), daysAfter(TODAY, -9)), due: daysAfter(TODAY, -1) },
      { ...newMistake(questionId(2), daysAfter(TODAY, -9)), due: daysAfter(TODAY, -3) },
      { ...newMistake(questionId(3), TODAY), due: daysAfter(TODAY, 4) },
    ]
    const five = chooseFive(POOL, { mistakes, seen: {} }, TODAY, chanceFrom(seedOf('a')))
    expect(five.slice(0, 2).map((one) => one.questionId)).toEqual([questionId(2), questionId(1)])
    expect(five.map((one) => one.questionId)).not.toContain(questionId(3))
    const few = chooseFive(POOL.slice(0, 3), { mistakes, seen: {} }, TODAY, chanceFrom(seedOf('a')))
    expect(few.map((one) => one.questionId)).toEqual([2, 1, 3].map(questionId))
  })

  it('are at most five, all different and in use, and as many as there are', () => {
    const someMistakes = fc
      .subarray(POOL.slice(0, 12))
      .map((some) => some.map((one) => newMistake(one.questionId, TODAY)))
    fc.assert(
      fc.property(fc.subarray(POOL), someMistakes, fc.string(), (pool, mistakes, words) => {
        const five = chooseFive(pool, { mistakes, seen: {} }, daysAfter(TODAY, 1), chanceFrom(seedOf(words)))
        const practised = pool.filter(({ kind }) => kind !== 'case')
        expect(five).toHaveLength(Math.min(DAILY_QUESTIONS, practised.length))
        expect(new Set(five).size).toBe(five.length)
        for (const one of five) expect(practised).toContain(one)
      }),
    )
  })

  it('are none where nothing is published', () => {
    expect(openDaily(wang, [drawable(50, story())], now)).toMatchObject({ code: 'daily.none' })
  })
})

describe('answering one of them', () => {
  it('counts once: the second answer has seen what is right', () => {
    const learner = opened()
    const [first] = asked(learner)
    if (!first) throw new Error('there are five')
    const wrong = answered(learner, first, false)
    expect(wrong.answer).toMatchObject({ right: false, questionId: first })
    const again = answered(wrong.learner, first, true)
    expect(again.answer).toEqual(wrong.answer)
    expect(again.learner).toEqual(wrong.learner)
    expect(wrong.learner.years).toEqual({ '2026': { days: 1, answered: 1, right: 0 } })
  })

  it('is refused for what was not asked today, and past midnight', () => {
    const learner = opened()
    const [first] = asked(learner)
    const stranger = POOL.find(({ questionId: id }) => !asked(learner).includes(id))
    if (!first || !stranger) throw new Error('there are more than five')
    const about = { versions, now }
    expect(answerDaily(learner, { questionId: stranger.questionId, places: [0] }, about)).toMatchObject({
      code: 'daily.not_asked',
    })
    const tomorrow = { versions, now: dayAt(1) }
    expect(answerDaily(learner, { questionId: first, places: [0] }, tomorrow)).toMatchObject({
      code: 'daily.not_asked',
    })
    expect(answerDaily(wang, { questionId: first, places: [0] }, about)).toMatchObject({ code: 'daily.not_asked' })
  })

  it('counts days, answers and right ones of the year', () => {
    const learner = asked(opened()).reduce((before, id, at) => answered(before, id, at !== 0).learner, opened())
    const next = opened(learner, dayAt(1))
    const [first] = asked(next)
    if (!first) throw new Error('there are five')
    expect(answered(next, first, true, dayAt(1)).learner.years['2026']).toEqual({ days: 2, answered: 6, right: 5 })
  })
})

describe('what is told', () => {
  const looked = { versions, asked: new Map([[questionId(1), { part: 7, whole: 10 }]]) }

  it('is nothing of a question before it is answered, and its rule, key and day of return afterwards', () => {
    const learner = opened()
    const before = dailyView(learner, looked)
    expect(before && v.parse(DailyView, before)).toEqual(before)
    for (const words of ['explanation', 'rule', 'topic', '钱是为介绍'])
      expect(JSON.stringify(before)).not.toContain(words)
    const [first] = asked(learner)
    if (!first) throw new Error('there are five')
    const after = dailyView(answered(learner, first, false).learner, looked)
    expect(after?.told).toMatchObject([{ questionId: first, right: false, comesBack: daysAfter(TODAY, 1) }])
    expect(after?.told[0]?.chosen).not.toEqual(after?.told[0]?.explained.right)
    expect(after && v.is(DailyView, after)).toBe(true)
    expect(dailyView(wang, looked)).toBeNull()
  })

  it('is how many others were right once enough were asked', () => {
    const learner = { ...opened(), mistakes: [] }
    const others = (whole: number) => {
      const [first] = asked(learner)
      if (!first) throw new Error('there are five')
      const share = new Map([[first, { part: 5, whole }]])
      return toldToday(answered(learner, first, true).learner, { versions, asked: share })[0]?.others
    }
    expect(others(9)).toBeNull()
    expect(others(10)).toEqual({ right: 5, asked: 10 })
  })

  it('of a mistake is what was told when it was made', () => {
    const [one] = POOL
    if (!one) throw new Error('there is a question')
    const rows = mistakeRow(newMistake(one.questionId, TODAY), one, daysAfter(TODAY, 1))
    expect(rows).toMatchObject([{ isDue: true, explained: { right: [0] }, rightInARow: 0 }])
    expect(v.parse(MistakeRow, rows[0])).toEqual(rows[0])
  })
})

describe('the book of mistakes', () => {
  it('holds what was got wrong, and what was right the first time never enters it', () => {
    const learner = opened()
    const [first, second] = asked(learner)
    if (!first || !second) throw new Error('there are five')
    const after = answered(answered(learner, first, false).learner, second, true).learner
    expect(after.mistakes.map((mistake) => mistake.questionId)).toEqual([first])
    expect(after.mistakes[0]?.due).toBe(daysAfter(TODAY, 1))
    expect(mistakeBook(after, POOL, TODAY).map(({ isDue: due }) => due)).toEqual([false])
    expect(mistakeBook(after, POOL, daysAfter(TODAY, 1)).map(({ isDue: due }) => due)).toEqual([true])
    expect(mistakeBook(after, [], TODAY)).toEqual([])
  })

  it('brings a mistake back spaced wider each time it is right, and lets it go after three in a row', () => {
    let mistake = newMistake(questionId(1), TODAY)
    const gaps: number[] = []
    let day = TODAY
    for (let right = 1; right < RIGHT_IN_A_ROW; right += 1) {
      day = mistake.due
      const next = answeredAgain(mistake, true, day)
      if (!next) throw new Error('not yet')
      gaps.push(Math.round((startOfBeijingDay(next.due) - startOfBeijingDay(day)) / 86_400_000))
      mistake = next
    }
    expect(gaps[0]).toBeGreaterThanOrEqual(1)
    expect(gaps[1]).toBeGreaterThan(gaps[0] ?? 0)
    expect(answeredAgain(mistake, true, mistake.due)).toBeNull()
    const lapsed = answeredAgain(mistake, false, mistake.due)
    expect(lapsed).toMatchObject({ rightInARow: 0, lapses: mistake.lapses + 1 })
    expect(lapsed && isDue(lapsed, daysAfter(mistake.due, 3))).toBe(true)
  })

  it('never schedules into the past or further than a quarter, whatever the answers and however late they come', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 0, max: 200 })), { maxLength: 12 }), (answers) => {
        let mistake = newMistake(questionId(1), TODAY)
        for (const [right, late] of answers) {
          const day = daysAfter(mistake.due, late)
          const next = answeredAgain(mistake, right, day)
          if (!next) return
          expect(next.due > day).toBe(true)
          expect(next.due <= daysAfter(day, 90)).toBe(true)
          expect(next.difficulty).toBeGreaterThanOrEqual(1)
          expect(next.difficulty).toBeLessThanOrEqual(10)
          mistake = next
        }
      }),
    )
  })

  it('comes back the next morning as the first of the five', () => {
    const learner = opened()
    const [first] = asked(learner)
    if (!first) throw new Error('there are five')
    const wrong = answered(learner, first, false).learner
    expect(asked(opened(wrong, dayAt(1)))[0]).toBe(first)
  })
})

describe('an exam whose keys were told', () => {
  const slots = (verdicts: readonly MarkedSlot['verdict'][]) =>
    verdicts.map((verdict, at) => ({
      slot: slotOf(questionId(at + 1), ONLY_PART),
      topic: 'rule1' as const,
      verdict,
      earned: 0,
      possible: 1,
    }))
  const attempt = (id: string, marked: MarkedSlot[], at: Instant = now) => ({
    id,
    submitted: { at, how: 'by_hand' as const },
    result: { earned: 0, possible: 1, passed: false, slots: marked, markedBy: [] },
  })

  it('puts what was answered wrong into the book of mistakes, once, and leaves what lies there alone', () => {
    const before = answered(opened(), asked(opened())[0] ?? questionId(1), false).learner
    const lain = before.mistakes[0]?.questionId
    const others = POOL.map(({ questionId: id }) => id).filter((id) => id !== lain && id !== questionId(50))
    const [wrong, half] = others as [QuizQuestionId, QuizQuestionId]
    const marked = slots(['wrong', 'incomplete', 'wrong', 'right', 'unanswered', 'wrong', 'wrong']).map((slot, at) => {
      const id = [wrong, half, lain ?? wrong, others[2], others[3], questionId(50), questionId(99)][at] ?? wrong
      return { ...slot, slot: slotOf(id, ONLY_PART) }
    })
    const day = daysAfter(TODAY, 1)
    const after = v.parse(Learner, learnFromExams(before, [attempt('a', marked)], POOL, day))
    expect(after.mistakes.map(({ questionId: id }) => id)).toEqual([lain, wrong, half])
    expect(after.mistakes[0]).toEqual(before.mistakes[0])
    expect(after.mistakes.slice(1).every(({ due }) => due > day)).toBe(true)
    expect(after.examined).toEqual(['a'])
    expect(learnFromExams(after, [attempt('a', marked)], POOL, day)).toBe(after)
    const notYet = { ...attempt('b', marked), submitted: null, result: null }
    expect(learnFromExams(after, [notYet], POOL, day)).toBe(after)
  })

  it('leaves out what was right at practice since', () => {
    const seen = (day: Day) => ({ ...wang, seen: { [questionId(1)]: { day, right: true } } })
    const told = [attempt('a', slots(['wrong']))]
    expect(learnFromExams(seen(TODAY), told, POOL, TODAY).mistakes).toEqual([])
    expect(learnFromExams(seen(daysAfter(TODAY, -1)), told, POOL, TODAY).mistakes).toHaveLength(1)
  })
})

describe('progress by topic', () => {
  it('says how many there are, were met, and were right the last time; topics without questions are left out', () => {
    const seen = { [questionId(1)]: { day: TODAY, right: true }, [questionId(4)]: { day: TODAY, right: false } }
    expect(progressByTopic(POOL, { seen }, topics)).toEqual([
      { topic: 'rule1', all: 4, met: 2, right: 1 },
      { topic: 'rule6', all: 4, met: 0, right: 0 },
      { topic: 'gifts', all: 4, met: 0, right: 0 },
    ])
    expect(progressByTopic([drawable(9, judged(true, { topic: 'rules' }))], { seen: {} }, topics)).toEqual([
      { topic: 'rules', all: 1, met: 0, right: 0 },
    ])
  })
})
