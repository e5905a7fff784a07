import type { DepartmentId, LiveId } from '#domain/ids'
import type { Instant } from '#domain/instant'
import { Attempt } from '#domain/integrity/attempt.model'
import { begin, submit } from '#domain/integrity/attempt.rules'
import type { Candidate } from '#domain/integrity/exam.rules'
import { examFigures, firstHandedIn, quantile } from '#domain/integrity/exam.figures'
import { versionsByKey } from '#domain/integrity/grading'
import { ANALYSED_FROM, itemAnalysis } from '#domain/integrity/item-analysis'
import {
  JoinCode,
  joinCodeFrom,
  Live,
  LIVE_HOURS,
  LIVE_SHARES_FROM,
  LiveAnswer,
  LiveSeat,
  type LiveStage,
} from '#domain/integrity/live.model'
import { LiveHand, LiveScreen } from '#domain/integrity/live.contract'
import { answerLive, isRunning, isShown, openLive, stepLive, takeSeat, tallyLive } from '#domain/integrity/live.rules'
import { liveHand, liveScreen } from '#domain/integrity/live.shown'
import { slotsOf } from '#domain/integrity/paper.rules'
import {
  byDepartment,
  coverageOf,
  examShare,
  leftOver,
  RESULTS_PEOPLE_FROM,
  type Sat,
  shareOf,
  shownResults,
  standingIn,
  WEAK_PEOPLE_FROM,
  weakTopics,
  withheld,
} from '#domain/integrity/record.rules'
import { seedOf } from '#domain/integrity/seeded'
import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { anExam, drawable, HOSPITAL, judged, later, MINUTE, now, several, staff, story, written } from './quiz.builders'

const POOL = [
  drawable(1, written({ topic: 'rule6' })),
  drawable(2, several({ topic: 'gifts' })),
  drawable(3, judged(true, { topic: 'rule6' })),
  drawable(4, story()),
]
const versions = versionsByKey(POOL)
const liveId = 'f'.repeat(32) as LiveId
const host = staff('tao')

const opening = {
  id: liveId,
  hospitalId: HOSPITAL,
  departmentId: null,
  title: '晨会五分钟',
  hostId: host,
  code: v.parse(JoinCode, '048 213'),
  topics: [],
  count: 3,
}
const opened = (): Live => {
  const result = openLive(opening, POOL, { seed: seedOf('live'), now })
  if (!result.ok) throw new Error(result.code)
  return v.parse(Live, result.value)
}
const at = (live: Live, ...stages: LiveStage[]): Live =>
  stages.reduce((before, stage) => {
    const next = stepLive(before, stage, { by: host, now })
    if (!next.ok) throw new Error(next.code)
    return next.value
  }, live)

describe('a quiz that is sat together', () => {
  it('has a code of six digits out of any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 4, maxLength: 4 }), (bytes) => {
        expect(joinCodeFrom(bytes)).toMatch(/^\d{6}$/)
      }),
    )
  })

  it('has as many questions as asked for, of these topics, and no cases', () => {
    expect(opened()).toMatchObject({
      code: '048213',
      stage: { kind: 'waiting' },
      endsAt: later(LIVE_HOURS * 60 * MINUTE),
    })
    expect(opened().questions).toHaveLength(3)
    expect(opened().questions.every(({ kind }) => kind !== 'case')).toBe(true)
    const gifts = openLive({ ...opening, topics: ['gifts'], count: 1 }, POOL, { seed: seedOf('a'), now })
    expect(gifts).toMatchObject({ value: { questions: [{ topic: 'gifts' }] } })
    expect(openLive({ ...opening, topics: ['gifts'], count: 2 }, POOL, { seed: seedOf('a'), now })).toMatchObject({
      code: 'live.no_questions',
    })
  })

  it('goes on by the name of the stage, so that a second tap turns no second page', () => {
    const asking = at(opened(), { kind: 'asking', at: 0 })
    expect(at(asking, { kind: 'asking', at: 0 })).toBe(asking)
    const shown = at(asking, { kind: 'shown', at: 0 })
    expect(at(shown, { kind: 'asking', at: 1 }).stage).toEqual({ kind: 'asking', at: 1 })
    const by = { by: host, now }
    expect(stepLive(shown, { kind: 'asking', at: 0 }, by)).toMatchObject({ code: 'live.step_wrong' })
    expect(stepLive(shown, { kind: 'asking', at: 2 }, by)).toMatchObject({ code: 'live.step_wrong' })
    expect(stepLive(opened(), { kind: 'shown', at: 0 }, by)).toMatchObject({ code: 'live.step_wrong' })
    expect(stepLive(opened(), { kind: 'asking', at: 0 }, { by: staff('li'), now })).toMatchObject({
      code: 'live.not_host',
    })
    const last = at(
      shown,
      { kind: 'asking', at: 1 },
      { kind: 'shown', at: 1 },
      { kind: 'asking', at: 2 },
      { kind: 'shown', at: 2 },
    )
    expect(stepLive(last, { kind: 'asking', at: 3 }, by)).toMatchObject({ code: 'live.step_wrong' })
    const ended = at(last, { kind: 'ended' })
    expect(stepLive(ended, { kind: 'asking', at: 0 }, by)).toMatchObject({ code: 'live.over' })
    expect(at(ended, { kind: 'ended' })).toBe(ended)
  })

  it('is over when it is ended, or when its hours are', () => {
    expect(isRunning(opened(), (opened().endsAt - 1) as Instant)).toBe(true)
    expect(isRunning(opened(), opened().endsAt)).toBe(false)
    expect(takeSeat(at(opened(), { kind: 'ended' }), { staffId: host, departmentId: null, now })).toMatchObject({
      code: 'live.over',
    })
    const seat = takeSeat(opened(), { staffId: host, departmentId: null, now })
    expect(seat.ok && v.is(LiveSeat, seat.value)).toBe(true)
  })

  it('takes answers to the question on the screen while it is asked, and to no other', () => {
    const asking = at(opened(), { kind: 'asking', at: 0 })
    const sent = { question: 0, places: [0], staffId: staff('wang') }
    const about = { versions, now }
    const answer = answerLive(asking, sent, about)
    expect(answer.ok && v.is(LiveAnswer, answer.value)).toBe(true)
    expect(answer).toMatchObject({ value: { id: `${liveId}:0:wang`, question: 0 } })
    expect(answerLive(asking, { ...sent, question: 1 }, about)).toMatchObject({ code: 'live.not_asking' })
    expect(answerLive(asking, { ...sent, places: [7] }, about)).toMatchObject({ code: 'live.not_asking' })
    expect(answerLive(opened(), sent, about)).toMatchObject({ code: 'live.not_asking' })
    expect(answerLive(at(asking, { kind: 'shown', at: 0 }), sent, about)).toMatchObject({ code: 'live.not_asking' })
    expect(answerLive(asking, sent, { versions, now: asking.endsAt })).toMatchObject({ code: 'live.over' })
  })

  it('counts what came in by option, and tells what is right once it is shown', () => {
    const asking = at(opened(), { kind: 'asking', at: 0 })
    const options = asking.questions[0]?.parts[0]?.options ?? []
    const answers = Array.from({ length: 7 }, (_, person) => {
      const sent = { question: 0, places: [person % options.length], staffId: staff(`p${person}`) }
      const answer = answerLive(asking, sent, { versions, now })
      if (!answer.ok) throw new Error(answer.code)
      return answer.value
    })
    const tally = tallyLive(asking, 0, answers)
    expect(tally.answered).toBe(7)
    expect(tally.chosen.reduce((sum, count) => sum + count, 0)).toBe(7)
    expect(tally.right).toBe(answers.filter(({ right }) => right).length)
    expect(tallyLive(asking, 1, answers)).toMatchObject({ answered: 0, right: 0 })
    expect(isShown(asking, 0)).toBe(false)
    const shown = at(asking, { kind: 'shown', at: 0 })
    expect([isShown(shown, 0), isShown(shown, 1)]).toEqual([true, false])
    const next = at(shown, { kind: 'asking', at: 1 })
    expect([isShown(next, 0), isShown(next, 1)]).toEqual([true, false])
    expect(isShown(at(next, { kind: 'ended' }), 2)).toBe(true)
  })
})

describe('what the room sees', () => {
  const about = { versions, answers: [] as LiveAnswer[], seated: 2, departmentName: null, now }

  it('has nothing that could answer the question while it is asked, and all of it afterwards', () => {
    const asking = at(opened(), { kind: 'asking', at: 0 })
    const answer = answerLive(asking, { question: 0, places: [0], staffId: staff('wang') }, { versions, now })
    const answers = answer.ok ? [answer.value] : []
    const screen = liveScreen(asking, { ...about, answers })
    const hand = liveHand(asking, { versions, answers })
    expect(v.parse(LiveScreen, screen)).toEqual(screen)
    expect(v.parse(LiveHand, hand)).toEqual(hand)
    expect(screen).toMatchObject({
      seated: 2,
      asked: { answered: 1, chosen: null, right: null, explained: null },
      results: [],
    })
    expect(hand).toMatchObject({ asked: { chosen: [0], explained: null }, own: { right: 0, asked: 0 } })
    const shown = at(asking, { kind: 'shown', at: 0 })
    const turned = liveScreen(shown, { ...about, answers })
    expect(turned).toMatchObject({ asked: { answered: 1 }, results: [{ answered: 1 }] })
    expect(turned.asked?.explained?.rule.article).toBe('第六条')
    expect(liveHand(shown, { versions, answers }).own).toEqual({ right: answers[0]?.right ? 1 : 0, asked: 1 })
  })

  it.each([
    [LIVE_SHARES_FROM - 1, null],
    [LIVE_SHARES_FROM, LIVE_SHARES_FROM],
  ])('of %i answers, has what was chosen and what was right only once that is nobody’s alone', (people, counted) => {
    const asking = at(opened(), { kind: 'asking', at: 0 })
    const answers = Array.from({ length: people }, (_, person) => {
      const answer = answerLive(asking, { question: 0, places: [0], staffId: staff(`p${person}`) }, { versions, now })
      if (!answer.ok) throw new Error(answer.code)
      return answer.value
    })
    const right = counted && answers.filter((answer) => answer.right).length
    const before = liveScreen(asking, { ...about, answers })
    expect(before.asked).toMatchObject({ answered: people, chosen: null, right: null })
    const after = liveScreen(at(asking, { kind: 'shown', at: 0 }), { ...about, answers })
    expect(v.parse(LiveScreen, after)).toEqual(after)
    expect(after.asked?.chosen?.[0] ?? null).toBe(counted)
    expect([after.asked?.right, after.results[0]?.right]).toEqual([right, right])
    expect(after.results[0]?.answered).toBe(people)
  })

  it('is a code before the first question, and results after the last', () => {
    expect(liveScreen(opened(), about)).toMatchObject({ asked: null, results: [], code: '048213' })
    const last = at(
      at(opened(), { kind: 'asking', at: 0 }, { kind: 'shown', at: 0 }),
      { kind: 'asking', at: 1 },
      { kind: 'shown', at: 1 },
      { kind: 'asking', at: 2 },
      { kind: 'ended' },
    )
    expect(liveScreen(last, about)).toMatchObject({ asked: null, results: [{ answered: 0 }, {}, {}] })
  })

  it('ended before its last question, is as long as what was asked', () => {
    const early = at(opened(), { kind: 'asking', at: 0 }, { kind: 'shown', at: 0 }, { kind: 'ended' })
    expect(liveScreen(early, about)).toMatchObject({ questions: 1, results: [{ answered: 0 }] })
    expect(liveHand(early, { versions, answers: [] }).own).toEqual({ right: 0, asked: 1 })
    expect(at(opened(), { kind: 'ended' }).questions).toEqual([])
  })
})

const exam = anExam({
  planned: {
    blueprint: [
      { topic: 'rule6', kind: 'single', difficulty: null, count: 1 },
      { topic: 'gifts', kind: 'multiple', difficulty: null, count: 1 },
      { topic: 'rule6', kind: 'true_false', difficulty: null, count: 1 },
    ],
    passPercent: 75,
  },
})

/** Somebody who answered these of the three rightly: single 1 mark, multiple 2, judgement 1. */
const sat = (
  name: string,
  right: readonly boolean[] | null,
  department: string | null = '03.01',
): Sat & { attempts: Attempt[] } => {
  const candidate: Candidate = { id: staff(name), departmentId: department as DepartmentId | null, groups: [] }
  if (!right) return { candidate, attempts: [] }
  const begun = begin(exam, { candidate, before: [], pool: POOL, seed: seedOf(name), now })
  if (!begun.ok) throw new Error(begun.code)
  const keys: Record<string, readonly string[]> = { single: ['a'], multiple: ['a', 'b', 'c'], true_false: ['t'] }
  const order = ['single', 'multiple', 'true_false']
  const answers = slotsOf(begun.value.paper).flatMap(({ slot, kind, options }, seq) => {
    if (!right[order.indexOf(kind)]) return []
    const chosen = options.flatMap((id, place) => (keys[kind]?.includes(id) ? [place] : []))
    return [{ slot, chosen, flagged: false, seq: seq + 1 }]
  })
  const attempt = submit(begun.value, exam, { answers, leaves: null, versions }, later((1 + name.length) * MINUTE))
  return { candidate, attempts: [v.parse(Attempt, attempt)] }
}

describe('what an exam was for somebody', () => {
  it('is passed, failed, missed, not begun or being sat', () => {
    const over = exam.plan.closesAt
    const passed = sat('wang', [true, true, true])
    expect(standingIn(exam, passed.candidate, passed.attempts, now)).toBe('passed')
    const failed = sat('li', [false, true, false])
    expect(standingIn(exam, failed.candidate, failed.attempts, over)).toBe('failed')
    const none = sat('zhao', null)
    expect(standingIn(exam, none.candidate, [], now)).toBe('not_begun')
    expect(standingIn(exam, none.candidate, [], over)).toBe('missed')
    const open = failed.attempts.map((attempt) => ({ ...attempt, submitted: null, result: null }))
    expect(standingIn(exam, failed.candidate, open, now)).toBe('sitting')
    const others = anExam({
      planned: { audience: { kind: 'chosen', departments: [], groups: [], people: [staff('li')] } },
    })
    expect(standingIn(others, none.candidate, [], over)).toBe('not_invited')
  })
})

describe('the figures of a department', () => {
  const people = [
    sat('p1', [true, true, true]),
    sat('p2', [true, true, true]),
    sat('p3', [true, false, true]),
    sat('p4', [true, false, true]),
    sat('p5', [true, false, true]),
    sat('p6', null),
    sat('q1', [true, true, true], '03.02'),
  ]

  it('keep numerator and denominator together, and are null where there is nobody', () => {
    const inner = examShare(
      exam,
      people.filter(({ candidate }) => candidate.departmentId === '03.01'),
    )
    expect(inner).toMatchObject({ took: { part: 5, whole: 6 }, passed: { part: 2, whole: 5 } })
    expect(shareOf(inner.took)).toBeCloseTo(5 / 6)
    const empty = examShare(exam, [])
    expect(empty).toEqual({ took: { part: 0, whole: 0 }, passed: { part: 0, whole: 0 }, weak: null })
    expect(shareOf(empty.took)).toBeNull()
  })

  it('add up to those of the whole hospital', () => {
    const parts = [...byDepartment(exam, people).values()]
    const whole = examShare(exam, people)
    for (const of of ['took', 'passed'] as const) {
      for (const side of ['part', 'whole'] as const) {
        expect(parts.reduce((sum, share) => sum + share[of][side], 0)).toBe(whole[of][side])
      }
    }
  })

  it('name weak topics once enough people and answers speak for it, the weakest first', () => {
    const twice = people.flatMap((one) => [one, one])
    expect(weakTopics(twice)).toEqual([{ topic: 'gifts', right: { part: 6, whole: 12 } }])
    expect(weakTopics(people.slice(0, WEAK_PEOPLE_FROM - 1))).toBeNull()
    // Five people, five answers about gifts: too few to say anything of the topic.
    expect(weakTopics(people.slice(0, WEAK_PEOPLE_FROM))).toEqual([])
  })

  it('keep back results that would tell who passed, also out of the whole less the others', () => {
    const share = { part: 1, whole: 4 }
    expect(shownResults(share, { of: 4, people: false })).toBeNull()
    expect(shownResults(share, { of: 4, people: true })).toEqual(share)
    expect(shownResults({ part: 0, whole: 0 }, { of: 0, people: false })).toEqual({ part: 0, whole: 0 })
    expect(shownResults(share, { of: RESULTS_PEOPLE_FROM, people: false })).toEqual(share)
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 12 }), { maxLength: 12 }), (counts) => {
        const kept = withheld(counts)
        const hidden = counts.filter((_, place) => kept.has(place)).reduce((sum, count) => sum + count, 0)
        const all = counts.reduce((sum, count) => sum + count, 0)
        for (const [place, count] of counts.entries())
          if (!kept.has(place)) expect(count === 0 || count >= RESULTS_PEOPLE_FROM).toBe(true)
        expect(hidden === 0 || hidden >= RESULTS_PEOPLE_FROM || hidden === all).toBe(true)
        // Nothing is kept back without need.
        if (counts.every((count) => count === 0 || count >= RESULTS_PEOPLE_FROM)) expect(kept.size).toBe(0)
      }),
    )
  })

  it('say who of a group is covered', () => {
    const members: Candidate[] = [
      { id: staff('a'), departmentId: null, groups: ['promoted', 'young'] },
      { id: staff('b'), departmentId: null, groups: ['promoted'] },
    ]
    expect(coverageOf('promoted', members, new Set([staff('a')]))).toEqual({ part: 1, whole: 2 })
    expect(coverageOf('key_post', members, new Set())).toEqual({ part: 0, whole: 0 })
  })
})

describe('what an exam shows the question office', () => {
  const coins = fc.array(fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()), {
    minLength: ANALYSED_FROM,
    maxLength: ANALYSED_FROM + 10,
  })

  it('is the item analysis of the papers, question by question', () => {
    fc.assert(
      fc.property(coins, (answers) => {
        const attempts = answers.flatMap((right, person) => sat(`p${person}`, right).attempts)
        const figures = examFigures(attempts)
        const marks = answers.map(([one, two, three]) => [one ? 1 : 0, two ? 2 : 0, three ? 1 : 0])
        const expected = itemAnalysis(marks, [1, 2, 1])
        for (const name of ['mean', 'sd', 'cic', 'standardError'] as const) {
          const value = figures.whole?.[name] ?? null
          const wanted = expected.quiz[name]
          if (wanted === null) expect(value).toBeNull()
          else expect(value).toBeCloseTo(wanted)
        }
        const multiple = figures.questions.find(({ questionId }) => questionId === POOL[1]?.questionId)
        expect(multiple?.facility).toBeCloseTo(expected.items[1]?.facility ?? -1)
        expect(multiple?.right).toEqual({ part: answers.filter(([, two]) => two).length, whole: answers.length })
        const wanted = expected.items[1]?.discrimination ?? null
        if (wanted === null) expect(multiple?.discrimination).toBeNull()
        else expect(multiple?.discrimination).toBeCloseTo(wanted)
      }),
      { numRuns: 15 },
    )
  })

  it('is counts alone below thirty people', () => {
    const attempts = Array.from({ length: ANALYSED_FROM - 1 }, (_, person) =>
      sat(`p${person}`, [true, person % 2 === 0, true]),
    )
    const figures = examFigures(attempts.flatMap((one) => one.attempts))
    expect(figures).toMatchObject({ handedIn: 29, passed: { part: 15, whole: 29 }, whole: null })
    for (const question of figures.questions) {
      expect(question).toMatchObject({ n: 29, facility: null, discrimination: null, efficiency: null, use: null })
    }
    expect(figures.passedWithin?.lower).toBeLessThan(15 / 29)
    expect(figures.passedWithin?.upper).toBeGreaterThan(15 / 29)
    expect(examFigures([])).toMatchObject({
      handedIn: 0,
      passedWithin: null,
      median: null,
      medianTime: null,
      questions: [],
    })
  })

  it('looks at the first attempt of each', () => {
    const [first] = sat('wang', [false, false, false]).attempts
    if (!first) throw new Error('there is one')
    const second = { ...first, no: 2 }
    expect(firstHandedIn([second, first]).map(({ no }) => no)).toEqual([1])
    expect(firstHandedIn([{ ...first, submitted: null, result: null }])).toEqual([])
  })

  it('counts whoever failed first and passed then as passed, and nobody of them as still to pass', () => {
    const failed = sat('wang', [false, false, false])
    const passed: Attempt[] = sat('wang', [true, true, true]).attempts
    const attempts: Attempt[] = [...failed.attempts, ...passed.map((attempt) => ({ ...attempt, no: 2 }))]
    const both: Sat = { ...failed, attempts }
    expect(examFigures(attempts)).toMatchObject({ handedIn: 1, passed: { part: 1, whole: 1 }, median: 0 })
    expect(leftOver([both])).toEqual({ notHandedIn: 0, notPassed: 0 })
    expect(leftOver([failed, sat('li', null)])).toEqual({ notHandedIn: 1, notPassed: 2 })
  })

  it('lists its questions in the order of a paper', () => {
    const cellsOf = (attempts: readonly Attempt[]) =>
      examFigures(attempts).questions.map(
        ({ questionId }) => attempts[0]?.paper.questions.find((one) => one.questionId === questionId)?.cell,
      )
    const attempts: Attempt[] = sat('wang', [true, true, true]).attempts
    const turned = attempts.map((attempt) => ({
      ...attempt,
      paper: { ...attempt.paper, questions: [...attempt.paper.questions].reverse() },
    }))
    expect([cellsOf(attempts), cellsOf(turned)]).toEqual([
      [0, 1, 2],
      [0, 1, 2],
    ])
  })

  it('has quartiles between neighbours', () => {
    expect(quantile([3, 1, 2], 0.5)).toBe(2)
    expect(quantile([1, 2, 3, 4], 0.25)).toBe(1.75)
    expect(quantile([], 0.5)).toBeNull()
    expect(quantile([7], 0.75)).toBe(7)
  })
})
