import { beijingDay, Instant, startOfBeijingDay } from '#domain/instant'
import { RegradeId } from '#domain/integrity/exam.model'
import { planExam } from '#domain/integrity/exam.rules'
import { CandidateRow, ExamView, type ItemView } from '#domain/integrity/office.contract'
import { OptionId, PartId } from '#domain/integrity/question.model'
import type { AskedPart } from '#domain/integrity/question.parts'
import { wilson } from '#domain/metrics/intervals'
import { err, ok } from '#domain/result'
import * as v from 'valibot'
import { describe, expect, it, vi } from 'vitest'
import {
  addCell,
  blueprintOf,
  fieldsRefused,
  newPlan,
  type PlanDraft,
  planDraftOf,
  planOf,
  questionsIn,
  withNineRules,
} from '../../src/features/exams/exam.plan'
import { examSheets } from '../../src/features/exams/exam.sheet'
import {
  allItems,
  analysisInWords,
  audienceInWords,
  closingInWords,
  notAnalysedInWords,
  shareInWords,
  weakestItems,
  windowInWords,
  bestInWords,
  callInWords,
  correlationInWords,
  examsHeadline,
  figuresHeadline,
  itemsHeadline,
  leftInWords,
  percentOf,
  rightInWords,
  withinInWords,
} from '../../src/features/exams/exam.words'
import { keysOf, markedOtherwise, toggleKey } from '../../src/features/exams/regrade.keys'
import { recordSheets, weakInWords } from '../../src/features/exams/record.sheet'
import { regradeAll } from '../../src/features/exams/regrade.run'
import { scoreDots } from '../../src/features/exams/score.dots'
import { examId, HOSPITAL, staff } from '../domain/quiz.builders'

vi.mock('@tarojs/taro', () => ({ default: {} }))

const now = v.parse(Instant, startOfBeijingDay('2026-11-20') + 9 * 3_600_000)
const aPlan = (about: Partial<PlanDraft> = {}): PlanDraft => ({ ...newPlan(now), title: '季度考试', ...about })
const faultsOf = (draft: PlanDraft): string[] => {
  const read = planOf(draft, now)
  return 'faults' in read ? [...read.faults] : []
}
const planFrom = (draft: PlanDraft) => {
  const read = planOf(draft, now)
  if ('faults' in read) throw new Error([...read.faults].join())
  return read.plan
}

describe('an exam while it is planned', () => {
  it('begins as one that the server takes, but for its name', () => {
    expect(faultsOf(newPlan(now))).toEqual(['title'])
    expect(planExam({ id: examId, hospitalId: HOSPITAL }, planFrom(aPlan()), { by: staff('he'), now }).ok).toBe(true)
  })

  it('is what it was when it is opened again', () => {
    const plan = planFrom(aPlan({ everybody: false, groups: ['promoted'], multiple: '2.5' }))
    expect(planFrom(planDraftOf(plan))).toEqual(plan)
  })

  it('is refused here where the server would refuse it', () => {
    const today = beijingDay(now)
    expect(faultsOf(aPlan({ everybody: false }))).toEqual(['audience'])
    expect(faultsOf(aPlan({ closes: { day: today, time: '08:59' } }))).toEqual(['closesAt'])
    expect(
      faultsOf(aPlan({ opens: { day: today, time: '10:00' }, closes: { day: today, time: '10:39' }, minutes: '40' })),
    ).toEqual(['minutes'])
    expect(
      faultsOf(aPlan({ opens: { day: today, time: '10:00' }, closes: { day: today, time: '10:40' }, minutes: '40' })),
    ).toEqual([])
    expect(faultsOf(aPlan({ opens: { day: null, time: '08:00' } }))).toEqual(['opensAt'])
    expect(faultsOf(aPlan({ minutes: '', passPercent: '101', single: '0.3' }))).toEqual([
      'minutes',
      'passPercent',
      'marking',
    ])
  })

  it('asks for a hundred questions at the most', () => {
    const cell = { key: 0, topic: null, kind: null, difficulty: null }
    expect(blueprintOf([{ ...cell, count: '100' }])?.[0]?.count).toBe(100)
    expect(blueprintOf(addCell(aPlan({ cells: [{ ...cell, count: '100' }] })).cells)).toBeNull()
    expect(blueprintOf([{ ...cell, count: '1.5' }])).toBeNull()
    expect(questionsIn(withNineRules(aPlan()).cells)).toBe(18)
    expect(
      questionsIn([
        { ...cell, count: '' },
        { ...cell, count: '3' },
      ]),
    ).toBe(3)
  })

  it('marks the fields that the server names', () => {
    expect([...fieldsRefused(['blueprint.2', 'plan.audience'])]).toEqual(['blueprint', 'audience'])
  })
})

describe('words of an exam', () => {
  it('say how long is left, to the second at the end', () => {
    expect(leftInWords(18 * 60_000)).toBe('还有 18 分钟')
    expect(leftInWords(17 * 60_000 + 1)).toBe('还有 18 分钟')
    expect(leftInWords(65 * 60_000)).toBe('还有 1 小时 5 分钟')
    expect(leftInWords(60_000)).toBe('最后 60 秒')
    expect(leftInWords(0)).toBe('到点了')
    expect(leftInWords(49 * 3_600_000)).toBe('还有 2 天')
  })

  it('say both days only where they differ', () => {
    const at = (hours: number) => v.parse(Instant, startOfBeijingDay('2026-11-20') + hours * 3_600_000)
    const window = (opens: number, closes: number) => ({ opensAt: at(opens), closesAt: at(closes) })
    expect(windowInWords(window(8, 9.5), at(7))).toBe('11 月 20 日 8:00 到 9:30')
    expect(windowInWords(window(8, 42), at(7))).toBe('11 月 20 日 8:00 到 11 月 21 日 18:00')
    expect(closingInWords({ closesAt: at(10), now: at(9) })).toBe('10:00')
    expect(closingInWords({ closesAt: at(34), now: at(9) })).toBe('11 月 21 日 10:00')
  })

  it('put what is missed most surely first, and what misleads before it', () => {
    const item = (right: number, whole: number, misleading = false) =>
      ({
        right: { part: right, whole },
        rightWithin: wilson(right, whole),
        misleading,
        n: whole,
      }) as ItemView
    const [once, often, flagged] = [item(0, 1), item(9, 30), item(20, 30, true)]
    expect(weakestItems([once, often, flagged], 2)).toEqual([flagged, often])
    const few = [item(3, 12), item(0, 29)]
    expect(weakestItems(few, 5)).toEqual([])
    expect(allItems([...few, often, flagged])).toEqual([flagged, often, ...few])
    expect([...few, often].map(rightInWords)).toEqual(['3 / 12', '0 / 29', '9 / 30　30.0%'])
    expect([itemsHeadline(0, true), itemsHeadline(5, false)]).toEqual([
      '每一题几个人全对：不足 30 份，不排名',
      '错得最多的几题',
    ])
    expect(notAnalysedInWords({ n: 29 })).toContain('不足 30 份')
    expect(notAnalysedInWords({ n: 30 })).toBe('人人得分一样，算不出')
    expect(shareInWords(null)).toBe('人少，不列')
  })

  it('call those that have not begun by number, and nobody by name', () => {
    expect(callInWords([17, 39])).toBe('请 17、39 号开始')
    expect(callInWords([1, 2, 3, 4, 5, 6, 7])).toBe('请 1、2、3、4、5、6 等 7 个号开始')
    expect(callInWords([])).toBe('')
  })

  it('keep numerator and denominator together', () => {
    expect(percentOf({ part: 41, whole: 45 })).toBe('91.1%')
    expect(percentOf({ part: 0, whole: 0 })).toBe('—')
    expect(withinInWords({ lower: 0.793, upper: 0.965 })).toBe('79.3–96.5')
    expect(correlationInWords(-7)).toBe('−0.07')
    expect(bestInWords({ best: { no: 1, earned: 26.5, possible: 30, passed: true } })).toBe('26.5 / 30')
    expect(bestInWords({ best: null })).toBe('—')
  })

  it('say what an exam is about to do, and who sits it', () => {
    expect(examsHeadline([{ phase: 'open' }, { phase: 'over' }, { phase: 'coming' }])).toBe('1 场正在考，1 场还没开考')
    expect(examsHeadline([{ phase: 'over' }])).toBe('1 场考试，都结束了')
    expect(examsHeadline([])).toBe('还没有安排过考试')
    expect(audienceInWords({ kind: 'chosen', departments: [], groups: ['promoted'], people: [staff('a')] }, [])).toBe(
      '新提拔干部，另外点名 1 人',
    )
  })
})

const FIGURES = {
  invited: 46,
  notHandedIn: 44,
  notPassed: 45,
  handedIn: 2,
  passed: { part: 1, whole: 2 },
  passedWithin: null,
  scores: [60, 90],
  median: 75,
  lowerQuartile: 67.5,
  upperQuartile: 82.5,
  medianTime: 1_620_000,
  whole: null,
  items: [],
  weak: null,
}

describe('figures of an exam', () => {
  it('name the topic that lost most once there are enough to say so', () => {
    expect(figuresHeadline(FIGURES)).toBe('交了 2 份，1 人合格。')
    const weak = [{ topic: 'complaints' as const, right: { part: 1, whole: 40 }, themes: [], complaints: null }]
    expect(figuresHeadline({ ...FIGURES, weak })).toBe('交了 2 份，1 人合格。投诉管理丢分最多。')
    expect(analysisInWords(29)).toContain('不足 30 人')
    expect(analysisInWords(30)).toContain('30 人满 30 人')
  })

  it('leave a cell empty where there is no figure', () => {
    const [list] = examSheets({ plan: planFrom(aPlan()) }, [], FIGURES)
    expect(list?.rows).toHaveLength(2)
    const row = v.parse(CandidateRow, {
      staffId: 'a',
      seat: 17,
      number: '0101',
      name: '陆',
      departmentName: null,
      standing: 'missed',
      used: 0,
      best: null,
      leaves: 0,
      regrades: [],
    })
    expect(examSheets({ plan: planFrom(aPlan()) }, [row], null)[0]?.rows[2]).toEqual([
      17,
      '0101',
      '陆',
      '没有登记',
      '没来考',
      null,
      null,
      0,
      0,
      0,
    ])
  })

  it('name weak topics of a department only where there are enough people to be sure', () => {
    const share = { part: 1, whole: 2 }
    const row = { id: null, name: '儿科', staff: 2, practised: share, took: share, passed: share }
    const weak = [{ topic: 'gifts' as const, right: share, themes: [], complaints: null }]
    expect(weakInWords({ ...row, weak: null })).toBe('人少，说不准')
    expect(recordSheets('2026', [], [{ ...row, weak }])[1]?.rows[1]).toEqual(['儿科', 2, 1, 2, 1, 1, '红包礼品', ''])
    const few = { ...row, practised: null, took: null, passed: null, weak: null }
    expect(recordSheets('2026', [], [few])[1]?.rows[1]?.slice(2, 6)).toEqual(Array(4).fill('人少，不列'))
  })

  it('stack a dot for each person, the pass mark between those who passed and the others', () => {
    const { columns, each } = scoreDots([79.9, 80, 80, 100], 80)
    expect(each).toBe(1)
    expect(columns.map(({ score }) => score)).toEqual([75, 80, 85, 90, 95, 100])
    expect(columns[0]).toEqual({ score: 75, passed: 0, failed: 1 })
    expect(columns[1]).toEqual({ score: 80, passed: 2, failed: 0 })
    expect(scoreDots([81, 83], 82).columns.find(({ score }) => score === 80)).toEqual({
      score: 80,
      passed: 1,
      failed: 1,
    })
  })

  it('let a dot stand for several where a stack would not fit, and lose nobody', () => {
    const { columns, each } = scoreDots(
      Array.from({ length: 1000 }, () => 90),
      80,
    )
    expect(each).toBe(63)
    expect(columns.reduce((sum, { passed, failed }) => sum + passed + failed, 0)).toBe(1000)
    expect(scoreDots([], 80).columns[0]?.score).toBe(75)
  })
})

const anExamLeft = (id: RegradeId, rev: number, left: number) =>
  v.parse(ExamView, {
    id: examId,
    rev,
    plan: planFrom(aPlan()),
    extraMinutes: 0,
    changedAt: now,
    phase: 'over',
    cancelled: null,
    regrades: [
      {
        id,
        by: { name: '贺', mine: true },
        at: now,
        reason: '答案定错了',
        corrections: [],
        looked: 9,
        changed: 2,
        left,
      },
    ],
    invited: 46,
    departments: [],
    now,
  })

describe('marking a question anew', () => {
  const option = (id: string) => v.parse(OptionId, id)
  const aPart = (kind: AskedPart['kind']): AskedPart => ({
    id: v.parse(PartId, 'p1'),
    kind,
    stem: '',
    options: ['a', 'b', 'c'].map((id) => ({ id: option(id), text: id })),
    key: [option('a')],
    fixedOrder: false,
    point: '',
    explanation: '',
    practice: '',
    rule: { document: '', article: '' },
  })

  it('is nothing while the key is what it was', () => {
    const part = aPart('multiple')
    const keys = keysOf([part], new Map())
    expect(markedOtherwise([part], keys)).toBe(false)
    const more = toggleKey(keys, part, option('c'))
    expect(markedOtherwise([part], more)).toBe(true)
    expect(markedOtherwise([part], toggleKey(more, part, option('c')))).toBe(false)
  })

  it('goes on until no paper waits, each request from the revision before, and stops where nothing moves', async () => {
    const regradeId = v.parse(RegradeId, 'c'.repeat(32))
    const wanted = { id: examId, rev: 3, regradeId, reason: '答案定错了', corrections: [] }
    const run = async (waiting: readonly number[]) => {
      const revs: number[] = []
      const told: number[] = []
      const answered = await regradeAll(
        wanted,
        (left) => told.push(left),
        ({ rev }) => {
          const left = waiting[revs.push(rev) - 1] ?? 0
          return Promise.resolve(ok(anExamLeft(regradeId, rev + 1, left)))
        },
      )
      return { revs, told, ok: answered.ok }
    }
    expect(await run([400, 200, 0])).toEqual({ revs: [3, 4, 5], told: [400, 200, 0], ok: true })
    expect(await run([200, 200, 0])).toEqual({ revs: [3, 4], told: [200, 200], ok: true })
    expect(
      (
        await regradeAll(
          wanted,
          () => undefined,
          () => Promise.resolve(err('data.changed')),
        )
      ).ok,
    ).toBe(false)
  })

  it('leaves a single choice one key, and no question without one', () => {
    const single = aPart('single')
    const other = toggleKey(keysOf([single], new Map()), single, option('b'))
    expect(other.get(single.id)).toEqual(['b'])
    const multiple = aPart('multiple')
    const keys = keysOf([multiple], new Map())
    expect(toggleKey(keys, multiple, option('a'))).toBe(keys)
  })
})
