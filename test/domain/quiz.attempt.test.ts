import { heardFrom, lastSeqIn, leavesIn, mergeAnswers, mergeLeaves } from '#domain/integrity/answer.merge'
import { Attempt, SentAnswer } from '#domain/integrity/attempt.model'
import {
  begin,
  bestOf,
  endsAt,
  isSitting,
  isTimeUp,
  ON_ITS_WAY_MS,
  passedAt,
  regradeAttempt,
  save,
  settle,
  submit,
} from '#domain/integrity/attempt.rules'
import { certificateCodeFrom, CertificateCode } from '#domain/integrity/certificate.model'
import { appointmentPass, certify, standingOf } from '#domain/integrity/certificate.rules'
import type { Exam, Regrade } from '#domain/integrity/exam.model'
import {
  announceExam,
  cancelExam,
  changeExam,
  extendExam,
  isInvited,
  isLeftShort,
  phaseOf,
  planExam,
  regradeExam,
} from '#domain/integrity/exam.rules'
import { versionsByKey } from '#domain/integrity/grading'
import { type Slot, slotOf } from '#domain/integrity/paper.model'
import { slotsOf } from '#domain/integrity/paper.rules'
import { paperView } from '#domain/integrity/paper.shown'
import { PaperView } from '#domain/integrity/paper.view'
import { ResultView } from '#domain/integrity/result.view'
import { examActions } from '#domain/integrity/exam.contract'
import { ONLY_PART } from '#domain/integrity/question.model'
import { resultView } from '#domain/integrity/result.shown'
import { seedOf } from '#domain/integrity/seeded'
import type { DepartmentId, StaffId } from '#domain/ids'
import type { Instant } from '#domain/instant'
import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import {
  anExam,
  drawable,
  examId,
  HOSPITAL,
  judged,
  later,
  MINUTE,
  now,
  option,
  plan,
  questionId,
  several,
  staff,
  story,
} from './quiz.builders'

const POOL = [drawable(1), drawable(2, several()), drawable(3, judged(false)), drawable(4, story())]
const versions = versionsByKey(POOL)
const all = [{ topic: null, kind: null, difficulty: null, count: 4 }]
const exam = anExam({ planned: { blueprint: all } })
const wang = { id: staff('wang'), departmentId: '03.01' as DepartmentId, groups: [] }
const nothing = { answers: [], leaves: null }

const begun = (about: Partial<Parameters<typeof begin>[1]> = {}, of: Exam = exam): Attempt => {
  const started = begin(of, { candidate: wang, before: [], pool: POOL, seed: seedOf('paper'), now, ...about })
  if (!started.ok) throw new Error(started.code)
  return v.parse(Attempt, started.value)
}

/** Places of what is right, by slot. */
const keyOf = (attempt: Attempt): Map<Slot, number[]> =>
  new Map(
    slotsOf(attempt.paper).map(({ slot, options, question, part }) => {
      const { content } = POOL.find((each) => each.questionId === question.questionId) ?? POOL[0] ?? drawable(1)
      const asked = content.kind === 'case' ? content.parts.find(({ id }) => id === part) : content
      const truth = asked?.kind === 'true_false' ? [asked.isTrue ? 't' : 'f'] : []
      const key = new Set<string>(asked && 'key' in asked ? asked.key : truth)
      return [slot, options.flatMap((id, place) => (key.has(id) ? [place] : []))]
    }),
  )

const answersTo = (attempt: Attempt, seq = 1): SentAnswer[] =>
  [...keyOf(attempt)].map(([slot, chosen], at) => v.parse(SentAnswer, { slot, chosen, flagged: false, seq: seq + at }))

describe('an exam on the desk', () => {
  const asked = { id: examId, hospitalId: HOSPITAL }
  const by = { by: staff('he'), now }

  it('is planned when its window holds its minutes and somebody is invited', () => {
    expect(planExam(asked, plan(), by)).toMatchObject({ ok: true, value: { state: 'planned', extraMinutes: 0 } })
    const short = plan({ closesAt: later(40 * MINUTE - 1) })
    expect(planExam(asked, short, by)).toMatchObject({ code: 'exam.plan_unsound', fields: ['minutes'] })
    const past = plan({ opensAt: later(-60 * MINUTE), closesAt: now })
    expect(planExam(asked, past, by)).toMatchObject({ fields: ['closesAt'] })
    const nobody = plan({ audience: { kind: 'chosen', departments: [], groups: [], people: [] } })
    expect(planExam(asked, nobody, by)).toMatchObject({ fields: ['audience'] })
  })

  it('is announced once the bank can fill its blueprint, and refused with the cells that it cannot', () => {
    const planned = anExam({ state: 'planned', planned: { blueprint: all } })
    const announced = announceExam(planned, POOL, by)
    expect(announced).toMatchObject({ ok: true, value: { state: 'announced' } })
    expect(announced.ok && announceExam(announced.value, [], by)).toEqual(announced)
    expect(announceExam(planned, POOL.slice(1), by)).toMatchObject({
      code: 'exam.blueprint_unmet',
      fields: ['blueprint.0'],
    })
    expect(announceExam(anExam({ state: 'cancelled' }), POOL, by)).toMatchObject({ code: 'exam.cancelled' })
  })

  it('is coming, open and over by the clock alone', () => {
    const { opensAt, closesAt } = exam.plan
    expect(phaseOf(exam, (opensAt - 1) as Instant)).toBe('coming')
    expect(phaseOf(exam, opensAt)).toBe('open')
    expect(phaseOf(exam, (closesAt - 1) as Instant)).toBe('open')
    expect(phaseOf(exam, closesAt)).toBe('over')
    expect(phaseOf(anExam({ state: 'planned' }), opensAt)).toBe('planned')
  })

  it('changes until it opens, and then only gives more time', () => {
    const before = { by: staff('he'), now: later(-1) }
    expect(changeExam(exam, plan({ blueprint: all, passPercent: 60 }), POOL, before)).toMatchObject({
      ok: true,
      value: { plan: { passPercent: 60 } },
    })
    expect(changeExam(exam, exam.plan, [], before)).toMatchObject({ code: 'exam.blueprint_unmet' })
    expect(changeExam(exam, exam.plan, POOL, by)).toMatchObject({ code: 'exam.begun' })
    const longer = extendExam(exam, 5, by)
    expect(longer).toMatchObject({ value: { extraMinutes: 5, plan: { closesAt: exam.plan.closesAt + 5 * MINUTE } } })
    expect(longer.ok && extendExam(longer.value, 5, by)).toEqual(longer)
    expect(longer.ok && extendExam(longer.value, 4, by)).toMatchObject({ code: 'exam.extension_wrong' })
    expect(extendExam(exam, 61, by)).toMatchObject({ code: 'exam.extension_wrong' })
    expect(extendExam(exam, 5, before)).toMatchObject({ code: 'exam.not_open' })
  })

  it('keeps a question from being retired while a paper that is to be drawn needs it', () => {
    const pools = { before: POOL, left: POOL.slice(1) }
    expect(isLeftShort([exam], pools, later(-1))).toBe(true)
    expect(isLeftShort([exam], pools, now)).toBe(true)
    expect(isLeftShort([exam], pools, exam.plan.closesAt)).toBe(false)
    for (const state of ['planned', 'cancelled'] as const)
      expect(isLeftShort([anExam({ state, planned: { blueprint: all } })], pools, now)).toBe(false)
    expect(isLeftShort([anExam()], pools, now)).toBe(false)
    // It could not be drawn anyway.
    expect(isLeftShort([exam], { before: POOL.slice(1), left: POOL.slice(2) }, now)).toBe(false)
  })

  it('invites departments, groups and people', () => {
    const chosen = {
      kind: 'chosen',
      departments: ['03.01' as DepartmentId],
      groups: ['promoted'],
      people: [staff('li')],
    } as const
    const audience = {
      ...chosen,
      departments: [...chosen.departments],
      groups: [...chosen.groups],
      people: [...chosen.people],
    }
    expect(isInvited(audience, wang)).toBe(true)
    expect(isInvited(audience, { ...wang, departmentId: null })).toBe(false)
    expect(isInvited(audience, { ...wang, departmentId: null, groups: ['young', 'promoted'] })).toBe(true)
    expect(isInvited(audience, { ...wang, id: staff('li'), departmentId: null })).toBe(true)
  })
})

describe('beginning an attempt', () => {
  it('draws the paper that its seed gives, and keeps it', () => {
    expect(begun()).toMatchObject({ id: `${examId}:wang:1`, no: 1, departmentId: '03.01', startedAt: now })
    expect(begun().paper).toEqual(begun().paper)
    expect(begun({ seed: seedOf('another') }).paper).not.toEqual(begun().paper)
  })

  it('on a second device goes on with the paper that is open, whatever the seed, the clock or the bank say by then', () => {
    const first = begun()
    const again = begin(exam, {
      candidate: wang,
      before: [first],
      pool: [],
      seed: seedOf('b'),
      now: later(10 * MINUTE),
    })
    expect(again).toEqual({ ok: true, value: first })
  })

  it('is refused outside the window, uninvited, used up, or where the bank ran short', () => {
    const about = { candidate: wang, before: [], pool: POOL, seed: seedOf('a'), now }
    expect(begin(exam, { ...about, now: later(-1) })).toMatchObject({ code: 'exam.not_open' })
    expect(begin(exam, { ...about, now: exam.plan.closesAt })).toMatchObject({ code: 'exam.over' })
    expect(begin(anExam({ state: 'planned' }), about)).toMatchObject({ code: 'exam.not_open' })
    expect(begin(anExam({ state: 'cancelled' }), about)).toMatchObject({ code: 'exam.cancelled' })
    const others = anExam({
      planned: { audience: { kind: 'chosen', departments: [], groups: [], people: [staff('li')] } },
    })
    expect(begin(others, about)).toMatchObject({ code: 'exam.not_invited' })
    expect(begin(exam, { ...about, pool: [] })).toMatchObject({ code: 'exam.cannot_draw' })
    const one = submit(begun(), exam, { ...nothing, versions }, later(MINUTE))
    const second = begun({ before: [one], seed: seedOf('second'), now: later(2 * MINUTE) })
    expect(second).toMatchObject({ no: 2, id: `${examId}:wang:2` })
    const two = submit(second, exam, { ...nothing, versions }, later(3 * MINUTE))
    expect(begin(exam, { ...about, before: [one, two] })).toMatchObject({ code: 'exam.attempts_used' })
  })
})

describe('the clock of an attempt', () => {
  it('is the server’s: its minutes, or the end of the exam', () => {
    const attempt = begun()
    expect(endsAt(attempt, exam)).toBe(later(40 * MINUTE))
    const late = begun({ now: later(100 * MINUTE) })
    expect(endsAt(late, exam)).toBe(exam.plan.closesAt)
    expect(endsAt(attempt, { ...exam, extraMinutes: 5 })).toBe(later(45 * MINUTE))
  })

  it('takes what was on its way when time was up, and nothing after', () => {
    const attempt = begun()
    const [answer] = answersTo(attempt)
    if (!answer) throw new Error('there is a question')
    const last = later(40 * MINUTE + ON_ITS_WAY_MS - 1)
    expect(save(attempt, exam, { answers: [answer], leaves: null }, last)).toMatchObject({ ok: true })
    expect(save(attempt, exam, { answers: [answer], leaves: null }, (last + 1) as Instant)).toMatchObject({
      code: 'attempt.time_up',
    })
    expect(isTimeUp(attempt, exam, last)).toBe(false)
    expect([isSitting(attempt, exam, last), isSitting(attempt, exam, (last + 1) as Instant)]).toEqual([true, false])
  })

  it('takes in by itself, at the end of its time, what was saved', () => {
    const attempt = begun()
    const saved = save(attempt, exam, { answers: answersTo(attempt), leaves: null }, later(MINUTE))
    if (!saved.ok) throw new Error(saved.code)
    expect(settle(saved.value, exam, versions, later(40 * MINUTE))).toBe(saved.value)
    const taken = settle(saved.value, exam, versions, later(24 * 60 * MINUTE))
    expect(taken).toMatchObject({ submitted: { at: later(40 * MINUTE), how: 'time_up' }, result: { passed: true } })
    expect(settle(taken, exam, versions, later(25 * 60 * MINUTE))).toBe(taken)
  })
})

const PAPER = begun()
const SLOTS = slotsOf(PAPER.paper)
const sent = fc.record({
  slot: fc.constantFrom(...SLOTS.map(({ slot }) => slot)),
  chosen: fc.uniqueArray(fc.integer({ min: 0, max: 7 }), { maxLength: 4 }),
  flagged: fc.boolean(),
  seq: fc.integer({ min: 1, max: 6 }),
})

describe('answers from several devices', () => {
  it('end up the same in whatever order and however often they arrive', () => {
    fc.assert(
      fc.property(
        fc
          .array(sent, { maxLength: 12 })
          .chain((answers) =>
            fc.tuple(
              fc.constant(answers),
              fc.shuffledSubarray([...answers, ...answers], { minLength: answers.length * 2 }),
            ),
          ),
        ([answers, mixed]) => {
          const one = answers.reduce((saved, each) => mergeAnswers(saved, heardFrom(PAPER.paper, [each])), {})
          const other = heardFrom(PAPER.paper, mixed)
          expect(other).toEqual(one)
          expect(mergeAnswers(one, other)).toBe(one)
          expect(lastSeqIn(one)).toBe(Math.max(0, ...answers.map(({ seq }) => seq)))
        },
      ),
    )
  })

  it('stand by the highest number: a late replay of an old answer changes nothing', () => {
    const slot = SLOTS[0]?.slot
    if (!slot) throw new Error('there is a question')
    const old = { slot, chosen: [0], flagged: false, seq: 1 }
    const fresh = { slot, chosen: [1], flagged: true, seq: 2 }
    const saved = mergeAnswers(heardFrom(PAPER.paper, [old]), heardFrom(PAPER.paper, [fresh]))
    expect(mergeAnswers(saved, heardFrom(PAPER.paper, [old]))).toBe(saved)
    expect(saved[slot]).toMatchObject({ flagged: true, seq: 2, chosen: [SLOTS[0]?.options[1]] })
    // An answer may be taken back: nothing chosen, at a higher number.
    expect(
      mergeAnswers(saved, heardFrom(PAPER.paper, [{ slot, chosen: [], flagged: false, seq: 3 }]))[slot]?.chosen,
    ).toEqual([])
  })

  it('that belong to no slot or no option of this paper are nobody’s', () => {
    const stranger = slotOf(questionId(99), ONLY_PART)
    expect(heardFrom(PAPER.paper, [{ slot: stranger, chosen: [0], flagged: false, seq: 1 }])).toEqual({})
  })

  it('leave out a key or a score that a client sends besides', () => {
    const whole = { examId, no: 1, answers: [], leaves: null, score: 100, result: { earned: 9 }, staffId: 'li' }
    expect(v.parse(examActions.submitExam.input, whole)).toEqual({ examId, no: 1, answers: [], leaves: null })
    const slot = SLOTS[0]?.slot
    const parsed = v.parse(SentAnswer, {
      slot,
      chosen: [0],
      flagged: false,
      seq: 1,
      key: ['a'],
      score: 100,
      right: true,
    })
    expect(Object.keys(parsed)).toEqual(['slot', 'chosen', 'flagged', 'seq'])
  })

  it('are saved once: nothing new is the very same attempt', () => {
    const leaves = { device: '0a0b0c0d', count: 2 }
    const first = save(PAPER, exam, { answers: answersTo(PAPER), leaves }, later(1))
    if (!first.ok) throw new Error(first.code)
    const again = save(first.value, exam, { answers: answersTo(PAPER), leaves }, later(2))
    expect(again.ok && again.value).toBe(first.value)
  })
})

describe('leaving the page', () => {
  it('is counted over devices, once each time, and fails nobody', () => {
    const counted = [
      { device: '0a0b0c0d', count: 1 },
      { device: '0a0b0c0d', count: 3 },
      { device: '0a0b0c0d', count: 2 },
      { device: 'ffffffff', count: 1 },
    ].reduce<Attempt['leaves']>((before, leaves) => mergeLeaves(before, leaves), {})
    expect(leavesIn(counted)).toBe(4)
    const handed = submit(
      PAPER,
      exam,
      { answers: answersTo(PAPER), leaves: { device: 'ffffffff', count: 999 }, versions },
      later(1),
    )
    expect(handed).toMatchObject({ result: { passed: true }, leaves: { ffffffff: 999 } })
  })

  it('is counted for twenty devices at the most', () => {
    const many = Array.from({ length: 30 }, (_, at) => ({ device: at.toString(16).padStart(8, '0'), count: 1 }))
    expect(leavesIn(many.reduce<Attempt['leaves']>((before, leaves) => mergeLeaves(before, leaves), {}))).toBe(20)
  })
})

describe('handing in', () => {
  const handed = submit(PAPER, exam, { answers: answersTo(PAPER), leaves: null, versions }, later(12 * MINUTE))

  it('marks what was saved and what came with it, of everything drawn', () => {
    expect(handed).toMatchObject({
      submitted: { at: later(12 * MINUTE), how: 'by_hand' },
      result: { earned: 8, possible: 8, passed: true },
    })
    const empty = submit(PAPER, exam, { ...nothing, versions }, later(1))
    expect(empty.result).toMatchObject({ earned: 0, possible: 8, passed: false })
  })

  it('happens once: again, with other answers, it stays as it was', () => {
    const others = answersTo(PAPER, 100).map((answer) => ({ ...answer, chosen: [0] }))
    expect(submit(handed, exam, { answers: others, leaves: null, versions }, later(13 * MINUTE))).toBe(handed)
    expect(save(handed, exam, { answers: others, leaves: null }, later(13 * MINUTE))).toMatchObject({
      code: 'attempt.submitted',
    })
  })

  it('too late takes what was saved and not what comes then', () => {
    const late = submit(PAPER, exam, { answers: answersTo(PAPER), leaves: null, versions }, later(41 * MINUTE))
    expect(late).toMatchObject({ submitted: { how: 'time_up' }, result: { earned: 0 } })
    const onItsWay = submit(PAPER, exam, { answers: answersTo(PAPER), leaves: null, versions }, later(40 * MINUTE + 1))
    expect(onItsWay).toMatchObject({ submitted: { how: 'by_hand', at: later(40 * MINUTE) }, result: { earned: 8 } })
  })

  it('counts the best of several, of equals the first', () => {
    const second = begun({ before: [handed], seed: seedOf('second'), now: later(20 * MINUTE) })
    const worse = submit(second, exam, { ...nothing, versions }, later(21 * MINUTE))
    expect(bestOf([handed, worse])?.no).toBe(1)
    expect(bestOf([worse, handed])?.no).toBe(1)
    expect(bestOf([handed, { ...handed, no: 2 }])?.no).toBe(1)
    expect(bestOf([PAPER])).toBeNull()
  })
})

describe('what a candidate is shown', () => {
  const about = { versions, used: 1, now: later(MINUTE) }

  it('before handing in has nothing that could answer it', () => {
    const saved = save(PAPER, exam, { answers: answersTo(PAPER), leaves: null }, later(1))
    const view = paperView(saved.ok ? saved.value : PAPER, exam, about)
    expect(v.parse(PaperView, view)).toEqual(view)
    const words = JSON.stringify(view)
    for (const told of [
      'key',
      'correct',
      'isTrue',
      'explanation',
      'rule',
      'topic',
      '九项准则',
      '钱是为介绍',
      '先把卡退回去',
    ]) {
      expect(words).not.toContain(told)
    }
    expect(view.questions.flatMap(({ parts }) => parts)).toHaveLength(6)
    expect(view.saved).toHaveLength(6)
    expect(view).toMatchObject({ lastSeq: 6, leaves: 0, endsAt: later(40 * MINUTE), now: later(MINUTE) })
  })

  it('is the same paper on every device, in one order of options', () => {
    expect(paperView(PAPER, exam, about)).toEqual(paperView(v.parse(Attempt, structuredClone(PAPER)), exam, about))
    for (const [at, { options }] of SLOTS.entries()) {
      const shown = paperView(PAPER, exam, about).questions.flatMap(({ parts }) => parts)[at]
      expect(shown?.options).toHaveLength(options.length)
    }
  })

  it('afterwards are figures at once, and keys when nobody can sit it any more', () => {
    const handed = submit(PAPER, exam, { answers: answersTo(PAPER), leaves: null, versions }, later(1))
    expect(resultView(PAPER, exam, about)).toBeNull()
    expect(resultView(handed, exam, about)).toMatchObject({ earned: 8, possible: 8, passed: true, answers: null })
    // Answers on their way when it closed are taken for some seconds more: no key is told meanwhile.
    const closed = exam.plan.closesAt + ON_ITS_WAY_MS
    expect(resultView(handed, exam, { ...about, now: (closed - 1) as Instant })?.answers).toBeNull()
    const over = resultView(handed, exam, { ...about, now: closed as Instant })
    expect(v.parse(ResultView, over)).toEqual(over)
    const parts = over?.answers?.flatMap((question) => question.parts) ?? []
    expect(parts).toHaveLength(6)
    for (const { chosen, explained, verdict } of parts) {
      expect(chosen).toEqual(explained.right)
      expect(verdict).toBe('right')
      expect(explained.rule.article).toBe('第六条')
    }
    // At once, for whoever cannot use them in a second attempt.
    const atOnce = anExam({ planned: { blueprint: all, keysShown: 'at_once', attempts: 2 } })
    expect(resultView(handed, atOnce, about)?.answers).toBeNull()
    expect(resultView(handed, atOnce, { ...about, used: 2 })?.answers).not.toBeNull()
  })
})

describe('a cancelled exam', () => {
  const at = later(10 * MINUTE)
  const decided = cancelExam(exam, '题印错了', { by: staff('he'), now: at })
  const cancelled = decided.ok ? decided.value : exam

  it('ends what is being sat at that moment, and takes nothing any more', () => {
    const about = { candidate: wang, before: [PAPER], pool: POOL, seed: seedOf('a'), now: at }
    expect(begin(cancelled, about)).toMatchObject({ code: 'exam.cancelled' })
    const answers = { answers: answersTo(PAPER), leaves: null }
    expect(save(PAPER, cancelled, answers, at)).toMatchObject({ code: 'exam.cancelled' })
    expect(isSitting(PAPER, cancelled, at)).toBe(false)
    const ended = submit(PAPER, cancelled, { ...answers, versions }, later(11 * MINUTE))
    expect(ended).toMatchObject({ submitted: { at, how: 'cancelled' }, result: { earned: 0 } })
    expect(save(ended, cancelled, answers, at)).toMatchObject({ code: 'exam.cancelled' })
    // Whose minutes were over before that ran out of time.
    const earlier = { ...PAPER, startedAt: later(-41 * MINUTE) }
    expect(settle(earlier, cancelled, versions, at)).toMatchObject({ submitted: { how: 'time_up' } })
  })

  it('says why, and keeps its keys until it would have closed', () => {
    const once = anExam({
      planned: { blueprint: all, keysShown: 'at_once', attempts: 1 },
      state: 'cancelled',
      cancelled: cancelled.cancelled,
    })
    const ended = settle(PAPER, once, versions, at)
    const closed = once.plan.closesAt + ON_ITS_WAY_MS
    expect(resultView(ended, once, { versions, used: 1, now: (closed - 1) as Instant })).toMatchObject({
      cancelled: '题印错了',
      how: 'cancelled',
      answers: null,
    })
    expect(resultView(ended, once, { versions, used: 1, now: closed as Instant })?.answers).toHaveLength(4)
  })
})

describe('a regrade', () => {
  const one = anExam({ planned: { blueprint: [{ topic: null, kind: 'single', difficulty: null, count: 1 }] } })
  const started = begun({}, one)
  const slot = slotsOf(started.paper)[0]
  const wrong = slot?.options.indexOf(option('b')) ?? 0
  const answer = { slot: slot?.slot as Slot, chosen: [wrong], flagged: false, seq: 1 }
  const failed = submit(started, one, { answers: [answer], leaves: null, versions }, later(MINUTE))
  const regrade: Regrade = {
    id: 'a'.repeat(32) as Regrade['id'],
    by: staff('he'),
    at: later(60 * MINUTE),
    reason: '题干没说按哪个办法，第二条也算对',
    corrections: [
      {
        kind: 'keys',
        questionId: questionId(1),
        version: 1,
        keys: [{ part: ONLY_PART, key: [option('a'), option('b')] }],
      },
    ],
  }
  const regraded = regradeExam(one, regrade)
  const after = regraded.ok ? regraded.value : one

  it('is explicit: who, when, why, and what it changed, once', () => {
    expect(failed.result).toMatchObject({ earned: 0, passed: false })
    const marked = regradeAttempt(failed, after, versions)
    expect(marked.result).toMatchObject({ earned: 1, possible: 1, passed: true })
    expect(marked.regrades).toEqual([
      {
        regradeId: regrade.id,
        by: 'he',
        at: regrade.at,
        reason: regrade.reason,
        before: { earned: 0, possible: 1, passed: false },
        after: { earned: 1, possible: 1, passed: true },
      },
    ])
    expect(regradeAttempt(marked, after, versions)).toBe(marked)
    expect(regradeExam(after, regrade)).toEqual({ ok: true, value: after })
  })

  it('leaves what is being sat alone, and marks it that way when it is handed in', () => {
    expect(regradeAttempt(started, after, versions)).toBe(started)
    const handed = submit(started, after, { answers: [answer], leaves: null, versions }, later(2 * MINUTE))
    expect(handed).toMatchObject({ result: { earned: 1, markedBy: [regrade.id] }, regrades: [] })
    expect(regradeAttempt(handed, after, versions)).toBe(handed)
  })

  it('can be taken back by another, and both stay written down', () => {
    const back = regradeExam(after, {
      ...regrade,
      id: 'b'.repeat(32) as Regrade['id'],
      corrections: [
        { kind: 'keys', questionId: questionId(1), version: 1, keys: [{ part: ONLY_PART, key: [option('a')] }] },
      ],
    })
    const marked = regradeAttempt(failed, back.ok ? back.value : after, versions)
    expect(marked.result).toMatchObject({ earned: 0, passed: false })
    expect(marked.regrades.map((entry) => [entry.before.earned, entry.after.earned])).toEqual([
      [0, 1],
      [1, 0],
    ])
  })

  it('shows candidates the key that counts now', () => {
    const marked = regradeAttempt(failed, after, versions)
    const shown = resultView(marked, after, {
      versions,
      used: 1,
      now: (one.plan.closesAt + ON_ITS_WAY_MS) as Instant,
    })
    expect(shown?.answers?.[0]?.parts[0]).toMatchObject({
      verdict: 'right',
      explained: { right: expect.arrayContaining([wrong]) },
    })
    expect(shown?.regrades).toEqual([expect.objectContaining({ reason: regrade.reason })])
    expect(JSON.stringify(shown?.regrades)).not.toContain('he"')
  })

  it('is refused before the exam is announced', () => {
    expect(regradeExam(anExam({ state: 'planned' }), regrade)).toMatchObject({ code: 'exam.not_announced' })
  })
})

describe('a certificate', () => {
  const handed = submit(PAPER, exam, { answers: answersTo(PAPER), leaves: null, versions }, later(MINUTE))
  const code = certificateCodeFrom(new Uint8Array(12).map((_, at) => at * 21))
  const about = {
    staff: { id: staff('wang') as StaffId, name: '王医生' },
    departmentName: '内科',
    attempts: [handed],
    code,
  }

  it('is one for each person and exam, of the day it was passed', () => {
    expect(certify(exam, about)).toMatchObject({
      value: { id: `${examId}:wang`, name: '王医生', passedOn: '2026-11-20', title: '任前廉政考试' },
    })
    expect(certify(exam, { ...about, attempts: [PAPER] })).toMatchObject({ code: 'certificate.not_passed' })
  })

  it('is of the first pass, as everybody else is told, however much better a later one is', () => {
    const day = 24 * 60 * MINUTE
    const half = { ...handed, result: handed.result && { ...handed.result, earned: handed.result.possible / 2 } }
    const better = { ...handed, no: 2, submitted: handed.submitted && { ...handed.submitted, at: later(MINUTE + day) } }
    const failed = { ...half, result: half.result && { ...half.result, passed: false } }
    for (const attempts of [
      [half, better],
      [better, half],
    ]) {
      expect(certify(exam, { ...about, attempts })).toMatchObject({ value: { passedOn: '2026-11-20' } })
      expect(appointmentPass([{ exam, attempts }])).toMatchObject({ passedOn: '2026-11-20', earned: 8 })
    }
    expect(certify(exam, { ...about, attempts: [failed, better] })).toMatchObject({ value: { passedOn: '2026-11-21' } })
    expect([passedAt([failed]), passedAt([failed, better])]).toEqual([null, later(MINUTE + day)])
  })

  it('has a code that is typed as people type', () => {
    expect(v.parse(CertificateCode, code.toLowerCase().replace(/(.{4})/g, '$1 '))).toBe(code)
  })

  it('proves what is true today', () => {
    const here = { state: { kind: 'active' } } as const
    expect(standingOf(exam, [handed], here)).toBe('valid')
    expect(standingOf(exam, [handed], { state: { kind: 'left', at: now } })).toBe('left')
    expect(standingOf(exam, [handed], null)).toBe('left')
    expect(standingOf(exam, [PAPER], here)).toBe('withdrawn')
    const cancelled = cancelExam(exam, '重考', { by: staff('he'), now })
    expect(standingOf(cancelled.ok ? cancelled.value : exam, [handed], here)).toBe('withdrawn')
  })

  it('of an exam before taking up a post is a fact for others', () => {
    expect(appointmentPass([{ exam, attempts: [handed] }])).toMatchObject({ examId, passedOn: '2026-11-20', earned: 8 })
    expect(appointmentPass([{ exam, attempts: [PAPER] }])).toBeNull()
    const quarterly = anExam({ planned: { purpose: 'quarterly', blueprint: all } })
    expect(appointmentPass([{ exam: quarterly, attempts: [handed] }])).toBeNull()
    expect(appointmentPass([])).toBeNull()
  })
})
