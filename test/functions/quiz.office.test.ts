import type { Attempt } from '#domain/integrity/attempt.model'
import { Exam, type ExamPlan } from '#domain/integrity/exam.model'
import type { ExamFiguresView } from '#domain/integrity/office.contract'
import { USUAL_MARKING } from '#domain/integrity/paper.model'
import type { QuestionRow, QuestionView } from '#domain/integrity/question.contract'
import { type Question, type QuestionContent, QuestionVersion } from '#domain/integrity/question.model'
import { starterContent, type StarterQuestion } from '#domain/integrity/starter.question'
import * as v from 'valibot'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { judged, RULE, several, written } from '../domain/quiz.builders'
import { handedIn, type Knowing } from '../builders/paper.builder'
import { openCloud, type OpenedCloud, OPENIDS } from './opened.cloud'
import { anId, employed, foundedWithTwo, stored } from './survey.asked'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

let cloud: OpenedCloud
let skippedMs = 0
const now = () => Date.now() + skippedMs

let he: string
let mei: string
let nurse: string
let surgeon: string
let head: string
const officer = OPENIDS.officer

beforeAll(async () => {
  cloud = await openCloud({ clock: now })
  await foundedWithTwo(cloud)
  he = await employed(cloud, 'D1', ['discipline'], '03.01')
  mei = await employed(cloud, 'D2', ['discipline'], '03.01')
  nurse = await employed(cloud, 'N1', [], '03.01')
  surgeon = await employed(cloud, 'C1', [], '04')
  head = await employed(cloud, 'H1', ['department_head'], '04')
})
afterAll(() => cloud.close())
beforeEach(() => {
  skippedMs = 0
})

const say = async (action: string, input: unknown, openid?: string) => {
  const reply = await cloud.call('integrity', action, input, openid)
  return reply.ok ? reply.value : reply.code
}
const must = async <T>(action: string, input: unknown, openid: string): Promise<T> => {
  const reply = await cloud.call('integrity', action, input, openid)
  if (!reply.ok) throw new Error(`${action}: ${reply.code}`)
  return reply.value as T
}
const seen = ({ id, rev }: { id: string; rev: number }) => ({ id, rev })
const saved = (content: QuestionContent, openid = he, id = anId()) =>
  must<QuestionView>('saveQuestion', { id, rev: null, content }, openid)
const published = async (question: StarterQuestion): Promise<QuestionView> => {
  const sent = await must<QuestionView>('sendQuestion', seen(await saved(starterContent(question))), he)
  return must<QuestionView>('publishQuestion', seen(sent), mei)
}
type Listed = { rows: QuestionRow[]; more: boolean; counts: Record<string, number>; topics: unknown[] }
const listed = (about: Record<string, unknown> = {}, openid = he) =>
  must<Listed>('questions', { queue: 'all', topic: null, kind: null, words: '', skip: 0, ...about }, openid)

describe('the bank', () => {
  const content = starterContent(written())

  it('is closed to everybody but those who keep it, and to a reviewer where they write', async () => {
    const some = { id: anId(), rev: 0 }
    const reading = [
      ['questions', { queue: 'all', topic: null, kind: null, words: '', skip: 0 }],
      ['question', { id: some.id }],
      ['questionVersions', { id: some.id }],
      ['nearQuestions', {}],
    ] as const
    const reviewing = [
      ['publishQuestion', some],
      ['confirmQuestion', { ...some, source: '卫健委网站' }],
      ['sendQuestionBack', { ...some, reason: '选项重复' }],
    ] as const
    const keeping = [
      ['saveQuestion', { id: some.id, rev: null, content }],
      ['sendQuestion', some],
      ['retireQuestion', { ...some, reason: '文件已废止' }],
      ['removeQuestion', some],
      ['readQuestions', { file: { kind: 'gift', text: '题 {T}' } }],
      ['importQuestions', { questions: [{ id: some.id, content }] }],
      ['exportQuestions', { topic: null, after: null }],
      ['starterQuestions', {}],
      ['takeStarterQuestions', { keys: ['gifts-forms'] }],
    ] as const
    for (const openid of [nurse, head, OPENIDS.administrator, 'openid-nobody']) {
      for (const [action, input] of [...reading, ...reviewing, ...keeping]) {
        expect([action, await say(action, input, openid)]).toEqual([action, 'auth.forbidden'])
      }
    }
    for (const [action, input] of keeping) expect(await say(action, input, officer)).toBe('auth.forbidden')
    for (const [action, input] of reviewing) expect(await say(action, input, officer)).toBe('question.unknown')
    expect(await listed({}, officer)).toMatchObject({ rows: [], counts: { all: 0, draft: 0, review: 0 } })
    expect(stored(cloud, 'quiz_questions')).toEqual([])
  })

  it('takes a question from one hand and publishes it from another; what was published stays as it was', async () => {
    const id = anId()
    const empty = starterContent(written({ explanation: '' }))
    const draft = await saved(empty, he, id)
    expect(draft).toMatchObject({ rev: 0, number: 1, state: 'draft', unfinished: ['explanation'], inUse: null })
    expect(await saved(empty, he, id)).toEqual(draft)
    expect(await say('saveQuestion', { id, rev: null, content }, mei)).toBe('data.changed')
    expect(await say('sendQuestion', seen(draft), he)).toBe('question.unfinished')
    const whole = await must<QuestionView>('saveQuestion', { id, rev: 0, content }, he)
    expect(await say('saveQuestion', { id, rev: 0, content }, he)).toMatchObject({ rev: 1 })
    const sent = await must<QuestionView>('sendQuestion', seen(whole), he)
    expect(await must('sendQuestion', seen(whole), he)).toEqual(sent)
    expect(sent).toMatchObject({ state: 'review', rev: 2, acts: ['write', 'remove'] })
    expect(await say('publishQuestion', seen(sent), he)).toBe('question.own_words')
    expect(await say('sendQuestionBack', { ...seen(sent), reason: '再看看' }, he)).toBe('question.own_words')
    expect((await listed({ queue: 'review' }, officer)).rows).toMatchObject([{ id, mine: true }])
    expect((await listed({ queue: 'review' }, he)).rows).toMatchObject([{ id, mine: false }])
    const back = await must<QuestionView>('sendQuestionBack', { ...seen(sent), reason: '第二项再短些' }, officer)
    expect(back).toMatchObject({ state: 'draft', sentBack: { by: { name: '沈', mine: true }, reason: '第二项再短些' } })
    const again = await must<QuestionView>('sendQuestion', seen(back), mei)
    const [one, other] = await Promise.all([
      say('publishQuestion', seen(again), officer),
      say('publishQuestion', seen(again), mei),
    ])
    const [done, late] = typeof one === 'string' ? [other, one] : [one, other]
    expect(late).toBe('data.changed')
    expect(done).toMatchObject({ state: 'published', versions: 1, inUse: 1, writers: [] })

    const inUse = await must<QuestionView>('question', { id }, he)
    const better = { ...content, stem: '医生把病人介绍到诊所收取好处，违反哪一条？' }
    const changed = await must<QuestionView>('saveQuestion', { id, rev: inUse.rev, content: better }, mei)
    expect(changed).toMatchObject({ state: 'draft', inUse: 1, writers: [{ name: '职工D2', mine: true }] })
    expect(await say('removeQuestion', seen(changed), he)).toBe('question.published')
    const resent = await must<QuestionView>('sendQuestion', seen(changed), mei)
    await must('publishQuestion', seen(resent), he)
    expect(await must('questionVersions', { id }, officer)).toMatchObject({
      versions: [
        { version: 2, content: { stem: better.stem }, by: { name: '职工D1' } },
        { version: 1, content: { stem: content.stem } },
      ],
    })
    const retiring = { id, rev: resent.rev + 1, reason: '条文改了' }
    expect(await say('retireQuestion', { ...retiring, rev: 1 }, he)).toBe('data.changed')
    const retired = await must<QuestionView>('retireQuestion', retiring, he)
    expect(await must('retireQuestion', retiring, he)).toEqual(retired)
    expect(retired).toMatchObject({ state: 'retired', inUse: null, versions: 2, retired: { reason: '条文改了' } })
    expect(await say('retireQuestion', { ...seen(retired), reason: '再停一次' }, mei)).toBe('question.not_in_use')
  })

  it('lets nobody publish before the rule was read, and asks again when the words change', async () => {
    const unread = starterContent(judged(true, { evidence: 'M', stem: '收到的红包退不掉，应当按规定上交？' }))
    const sent = await must<QuestionView>('sendQuestion', seen(await saved(unread)), he)
    expect(sent).toMatchObject({ confirmed: null, acts: ['write', 'remove'] })
    const own = { ...seen(sent), source: '国家卫生健康委网站' }
    expect(await say('confirmQuestion', own, he)).toBe('question.own_words')
    expect(await say('publishQuestion', seen(sent), mei)).toBe('question.not_confirmed')
    expect((await listed({ queue: 'unconfirmed' })).rows).toMatchObject([{ id: sent.id, confirmed: false }])
    const source = '国家卫生健康委网站，文件原文第八条'
    const read = await must<QuestionView>('confirmQuestion', { ...seen(sent), source }, officer)
    expect(read).toMatchObject({ state: 'review', confirmed: { source, by: { name: '沈' } } })
    // Said to be read by whoever writes, it still has to be read.
    const other = { ...unread, evidence: 'V', stem: '退不掉的红包，可以自己捐掉？' }
    const changed = await must<QuestionView>('saveQuestion', { ...seen(read), content: other }, he)
    expect(changed).toMatchObject({ confirmed: null, content: { evidence: 'M' }, state: 'draft' })
    const again = await must<QuestionView>('sendQuestion', seen(changed), he)
    expect(await say('publishQuestion', seen(again), mei)).toBe('question.not_confirmed')
    const confirmed = await must<QuestionView>('confirmQuestion', { ...seen(again), source }, mei)
    expect(await must('publishQuestion', seen(confirmed), mei)).toMatchObject({ state: 'published' })
  })

  it('finds what asks nearly the same, by topic, kind and words, and drops a draft once', async () => {
    const first = await saved(starterContent(several({ stem: '节日里下面哪些东西不能收？' })))
    const twin = await saved(starterContent(several({ stem: '节日里，下面哪些东西都不能收？' })))
    expect(twin.nearly).toMatchObject([{ id: first.id, number: first.number, state: 'draft' }])
    expect(await must('nearQuestions', {}, officer)).toMatchObject({
      pairs: expect.arrayContaining([
        expect.objectContaining({
          one: expect.objectContaining({ id: first.id }),
          other: expect.objectContaining({ id: twin.id }),
        }),
      ]),
    })
    const found = await listed({ kind: 'multiple', words: ' 节日里下面 ' })
    expect(found.rows.map(({ id }) => id)).toEqual([first.id])
    expect((await listed({ words: `t-000${twin.number}` })).rows).toMatchObject([{ id: twin.id, rule: RULE }])
    expect(await listed({ topic: 'rule9' })).toMatchObject({ rows: [], topics: [{ topic: 'rule6', count: 4 }] })
    expect(await say('removeQuestion', { id: twin.id, rev: 9 }, he)).toBe('data.changed')
    for (const question of [twin, twin, first]) expect(await say('removeQuestion', seen(question), he)).toEqual({})
    expect(await say('question', { id: twin.id }, he)).toBe('question.unknown')
  })
})

type Offered = { rows: { key: string; taken: boolean }[] }

describe('files', () => {
  it('are looked at row by row, come in as drafts of whoever brought them, once, and go out again', async () => {
    const table = [
      ['题型', '主题', '题干', '选项A', '选项B', '答案', '解析', '依据文件', '依据条款', '核原文'],
      [
        '单选',
        '准则四',
        '下面哪一种捐赠可以收？',
        '以医院名义，依法登记的',
        '给个人的',
        'A',
        '以单位名义依法接受。',
        '九项准则',
        '第四条',
        '是',
      ],
      ['单选', '天气', '明天下雨吗？', '下', '不下', 'C', '', '', '', ''],
    ]
    const read = await must<{ questions: { content: QuestionContent | null; faults: unknown[]; line: number }[] }>(
      'readQuestions',
      { file: { kind: 'sheet', table } },
      he,
    )
    expect(read).toMatchObject({
      kind: 'read',
      questions: [
        { line: 2, faults: [], lacks: [], nearly: [] },
        { line: 3, content: null, faults: [{ column: '主题' }, { column: '答案' }] },
      ],
    })
    expect(await say('readQuestions', { file: { kind: 'sheet', table: [['题干']] } }, he)).toEqual({
      kind: 'headings_missing',
      missing: ['题型', '主题', '答案'],
    })
    // What no person typed is left out of a file, and refused of a page.
    const noisy = [table[0], table[1]?.map((cell) => `\u0007${cell}\u0000`)]
    expect(await must('readQuestions', { file: { kind: 'sheet', table: noisy } }, he)).toMatchObject({
      questions: [{ content: read.questions[0]?.content, faults: [] }],
    })
    for (const spoilt of [{ stem: '收了红包怎么办\u0007？' }, { explanation: '退不掉的\u0090要上交。' }]) {
      const question = { ...starterContent(written()), ...spoilt }
      expect(await say('saveQuestion', { id: anId(), rev: null, content: question }, he)).toBe('input.invalid')
      expect(await say('importQuestions', { questions: [{ id: anId(), content: question }] }, he)).toBe('input.invalid')
    }
    const gift = '$CATEGORY: 准则一 不接受商业提成\r\n\r\n::a:: 开单可以提成吗？ {F}\r\n\r\n::b:: 坏了的 {=对 ~'
    expect(await must('readQuestions', { file: { kind: 'gift', text: gift } }, he)).toMatchObject({
      questions: [
        { line: 3, content: { kind: 'true_false', topic: 'rule1', isTrue: false } },
        { line: 5, content: null, faults: [{ sentence: expect.stringMatching(/[一-龥]/) }] },
      ],
    })
    const before = stored(cloud, 'quiz_questions').length
    const content = read.questions[0]?.content
    const coming = { questions: [{ id: anId(), content }] }
    expect(await must('importQuestions', coming, he)).toEqual({ imported: 1 })
    expect(await must('importQuestions', coming, mei)).toEqual({ imported: 1 })
    expect(stored(cloud, 'quiz_questions')).toHaveLength(before + 1)
    const id = coming.questions[0]?.id
    const sent = await must<QuestionView>('sendQuestion', { id, rev: 0 }, mei)
    expect(await say('publishQuestion', seen(sent), he)).toBe('question.own_words')
    expect(await must('exportQuestions', { topic: 'rule4', after: null }, he)).toEqual({
      questions: [{ title: `T-000${sent.number}`, content }],
      next: null,
    })
  })

  it('of the program come in once, whoever takes them, and wait for their reviewer', async () => {
    const { rows } = await must<Offered>('starterQuestions', {}, he)
    expect(rows.length).toBeGreaterThanOrEqual(120)
    expect(await say('takeStarterQuestions', { keys: ['no-such-question'] }, he)).toBe('question.unknown')
    const keys = rows.map(({ key }) => key)
    const [half, all] = await Promise.all([
      must<Offered>('takeStarterQuestions', { keys: keys.slice(0, 60) }, he),
      must<Offered>('takeStarterQuestions', { keys }, mei),
    ])
    expect(half.rows).toHaveLength(rows.length)
    expect(all.rows.every(({ taken }) => taken)).toBe(true)
    const bank = stored<{ number: number; writers: string[]; state: string }>(cloud, 'quiz_questions')
    expect(new Set(bank.map(({ number }) => number)).size).toBe(bank.length)
    expect((await listed({ queue: 'review' })).counts['review']).toBe(rows.length + 1)
    expect((await listed({ queue: 'review', skip: 30 })).more).toBe(true)
    await must('takeStarterQuestions', { keys: keys.slice(0, 3) }, he)
    // Not published by whoever took it, and by a second person then.
    const taken = stored<Question>(cloud, 'quiz_questions').find(
      ({ number, content, state }) => number > 5 && content.evidence === 'V' && state === 'review',
    )
    const [taker, other] = taken?.changedBy === 'D1' ? [he, mei] : [mei, he]
    const starter = await must<QuestionView>('question', { id: taken?.id }, taker)
    expect(starter).toMatchObject({ writers: [{ mine: true }], acts: ['write', 'remove'] })
    expect(await say('publishQuestion', seen(starter), taker)).toBe('question.own_words')
    expect(await must('publishQuestion', seen(starter), other)).toMatchObject({ state: 'published' })
    expect(stored(cloud, 'quiz_questions')).toHaveLength(bank.length)
    let exported = 0
    for (let after: number | null = null, pages = 0; pages === 0 || after !== null; pages += 1) {
      const page: { questions: unknown[]; next: number | null } = await must(
        'exportQuestions',
        { topic: null, after },
        he,
      )
      exported += page.questions.length
      after = page.next
    }
    expect(exported).toBe(bank.length)
  })
})

const aPlan = (about: Record<string, unknown> = {}) => ({
  title: '任前廉政考试',
  purpose: 'appointment',
  notice: '',
  audience: { kind: 'chosen', departments: ['04'], groups: ['young'], people: [] },
  opensAt: now() - MINUTE,
  closesAt: now() + 2 * HOUR,
  minutes: 40,
  attempts: 2,
  passPercent: 60,
  blueprint: [{ topic: 'purchasing', kind: null, difficulty: null, count: 3 }],
  marking: USUAL_MARKING,
  keysShown: 'at_once',
  ...about,
})
type View = { id: string; rev: number; phase: string; invited: number; plan: ExamPlan; regrades: unknown[] }
const planned = (about: Record<string, unknown> = {}, id = anId()) =>
  must<View>('saveExam', { id, rev: null, plan: aPlan(about) }, he)

describe('groups', () => {
  it('are kept by the office, person by person, and read by group or by number', async () => {
    const young = { staffId: 'N1', rev: null, groups: ['young', 'key_post', 'young'] }
    expect(await say('setGroups', young, nurse)).toBe('auth.forbidden')
    expect(await say('setGroups', { ...young, staffId: 'NOBODY' }, he)).toBe('staff.unknown')
    const row = { staffId: 'N1', name: '职工N1', departmentName: '呼吸科', rev: 0, groups: ['key_post', 'young'] }
    expect(await must('setGroups', young, he)).toMatchObject(row)
    expect(await must('setGroups', young, mei)).toMatchObject(row)
    expect(await say('setGroups', { ...young, groups: [] }, he)).toBe('data.changed')
    expect(await must('setGroups', { ...young, rev: 0, groups: ['young'] }, he)).toMatchObject({ rev: 1 })
    expect(await must('groupMembers', { group: 'young', after: null }, he)).toMatchObject({
      rows: [{ staffId: 'N1', groups: ['young'] }],
      next: null,
    })
    expect(await must('groupMembers', { group: 'key_post', after: null }, he)).toMatchObject({ rows: [] })
    expect(await must('groupMembers', { group: null, after: 'QJ-H1' }, he)).toMatchObject({
      rows: expect.arrayContaining([expect.objectContaining({ staffId: 'S1', rev: null, groups: [] })]),
    })
    expect(await say('groupMembers', { group: null, after: null }, officer)).toBe('auth.forbidden')
  })
})

describe('an exam', () => {
  const options = ['按目录集中采购', '找熟人比价', '先用后补手续', '由科里自己定']
  const IN_USE = 4

  beforeAll(async () => {
    for (let number = 1; number <= IN_USE; number += 1) {
      await published(
        written({ topic: 'purchasing', stem: `第 ${number} 种耗材用完了，怎么买才合规？`, options, answer: 'A' }),
      )
    }
  })

  it('is announced only when its paper can be drawn, and says why not', async () => {
    expect(await say('exams', {}, officer)).toBe('auth.forbidden')
    const many = { blueprint: [{ topic: 'purchasing', kind: null, difficulty: null, count: 9 }] }
    expect(await must('checkBlueprint', { blueprint: many.blueprint }, he)).toEqual({
      fitting: [IN_USE],
      shortage: { cells: [0], wanted: 9, available: IN_USE },
      why: expect.stringContaining('差 5 道'),
    })
    expect(await say('saveExam', { id: anId(), rev: null, plan: aPlan({ closesAt: now() + MINUTE }) }, he)).toBe(
      'exam.plan_unsound',
    )
    const id = anId()
    const plan = aPlan({ opensAt: now() + HOUR, ...many })
    const first = await must<View>('saveExam', { id, rev: null, plan }, he)
    expect(first).toMatchObject({ rev: 0, phase: 'planned', invited: 3, departments: ['外科'] })
    expect(await must('saveExam', { id, rev: null, plan }, he)).toMatchObject({ rev: 0 })
    expect(await say('announceExam', seen(first), he)).toBe('exam.blueprint_unmet')
    const fewer = { ...plan, blueprint: aPlan().blueprint }
    const changed = await must<View>('saveExam', { id, rev: 0, plan: fewer }, mei)
    expect(await say('saveExam', { id, rev: 0, plan }, he)).toBe('data.changed')
    const coming = await must<View>('announceExam', seen(changed), he)
    expect(coming).toMatchObject({ phase: 'coming', rev: 2 })
    expect(await must('announceExam', seen(changed), mei)).toMatchObject({ rev: 2 })
    expect(await say('saveExam', { ...seen(coming), plan }, he)).toBe('exam.blueprint_unmet')
    expect(await say('extendExam', { ...seen(coming), extraMinutes: 5 }, he)).toBe('exam.not_open')
    expect(await must('examFigures', { id }, he)).toMatchObject({
      invited: 3,
      notHandedIn: 3,
      notPassed: 3,
      handedIn: 0,
      passed: { part: 0, whole: 0 },
      passedWithin: null,
      scores: [],
      median: null,
      medianTime: null,
      whole: null,
      items: [],
      weak: null,
    })
    const cancelled = await must<View>('cancelExam', { ...seen(coming), reason: '改到下个月' }, he)
    expect(cancelled).toMatchObject({ phase: 'cancelled', cancelled: { by: { name: '职工D1' }, reason: '改到下个月' } })
    expect(await must('cancelExam', { ...seen(coming), reason: '再取消' }, mei)).toMatchObject({ rev: cancelled.rev })
    expect(await say('announceExam', seen(cancelled), he)).toBe('exam.cancelled')
    expect(await say('exam', { id: anId() }, he)).toBe('exam.unknown')
  })

  interface Paper {
    no: number
    endsAt: number
    questions: { parts: { slot: string; options: string[]; stem: string }[] }[]
  }
  const sit = async (examId: string, openid: string, chosen: string) => {
    const paper = await must<Paper>('beginExam', { examId }, openid)
    const answers = paper.questions.flatMap(({ parts }) =>
      parts.map(({ slot, options: shown }, at) => {
        return { slot, chosen: [shown.indexOf(chosen)], flagged: false, seq: at + 1 }
      }),
    )
    return { paper, hand: { examId, no: paper.no, answers, leaves: null } }
  }

  it('shows the room without names, is extended while it is sat, and every candidate is told', async () => {
    const { id, rev } = await planned()
    const open = await must<View>('announceExam', { id, rev }, he)
    expect(open).toMatchObject({ phase: 'open', invited: 3 })
    const right = await sit(id, surgeon, '按目录集中采购')
    await sit(id, head, '找熟人比价')
    expect(await say('saveExam', { ...seen(open), plan: aPlan({ title: '别的考试' }) }, he)).toBe('exam.begun')
    await must('submitExam', right.hand, surgeon)
    const room = await must<object>('examRoom', { id }, he)
    expect(room).toMatchObject({
      seats: [
        { number: 1, state: 'handed_in' },
        { number: 2, state: 'sitting' },
        { number: 3, state: 'not_begun' },
      ],
    })
    expect(JSON.stringify(room)).not.toMatch(/职工|QJ-|earned|staffId/)
    const longer = await must<View>('extendExam', { ...seen(open), extraMinutes: 10 }, he)
    expect(longer).toMatchObject({ extraMinutes: 10, plan: { closesAt: open.plan.closesAt + 10 * MINUTE } })
    expect(await must('extendExam', { ...seen(open), extraMinutes: 10 }, mei)).toMatchObject({ rev: longer.rev })
    expect(await say('extendExam', { ...seen(longer), extraMinutes: 5 }, he)).toBe('exam.extension_wrong')
    expect(await must('exams', {}, he)).toMatchObject({
      rows: expect.arrayContaining([
        expect.objectContaining({
          id,
          phase: 'open',
          questions: 3,
          took: { part: 1, whole: 3 },
          passed: { part: 1, whole: 1 },
        }),
      ]),
    })
    // Time is up for the one who never handed in.
    skippedMs = 51 * MINUTE
    expect(await must('examCandidates', { id, after: null }, he)).toMatchObject({
      rows: [
        {
          number: 'QJ-C1',
          seat: 1,
          departmentName: '外科',
          standing: 'passed',
          used: 1,
          best: { earned: 3, possible: 3 },
        },
        { number: 'QJ-H1', standing: 'failed', best: { earned: 0, passed: false }, leaves: 0 },
        { number: 'QJ-N1', standing: 'not_begun', used: 0, best: null },
      ],
      next: null,
    })
    for (const [action, input] of [
      ['examCandidates', { id, after: null }],
      ['examRoom', { id }],
      ['examFigures', { id }],
      ['exam', { id }],
    ] as const)
      for (const openid of [nurse, officer, head]) expect(await say(action, input, openid)).toBe('auth.forbidden')
  })

  it('says of nobody who passed the second time that they have not passed yet', async () => {
    const { id, rev } = await planned({ audience: { kind: 'chosen', departments: [], groups: [], people: ['C1'] } })
    await must('announceExam', { id, rev }, he)
    for (const [chosen, passed, notPassed] of [
      ['找熟人比价', 0, 1],
      ['按目录集中采购', 1, 0],
    ] as const) {
      await must('submitExam', (await sit(id, surgeon, chosen)).hand, surgeon)
      const counted = { invited: 1, notHandedIn: 0, notPassed, handedIn: 1, passed: { part: passed, whole: 1 } }
      expect(await must('examFigures', { id }, he)).toMatchObject({ ...counted, scores: [0] })
    }
  })

  it('keeps the answers of its questions from whoever is sitting it, in the bank too', async () => {
    const { id, rev } = await planned({ audience: { kind: 'chosen', departments: [], groups: [], people: ['D2'] } })
    await must('announceExam', { id, rev }, he)
    const { hand } = await sit(id, mei, '找熟人比价')
    const [row] = (await listed({ topic: 'purchasing', words: '耗材用完了' })).rows
    for (const [action, input] of [
      ['question', { id: row?.id }],
      ['questionVersions', { id: row?.id }],
      ['exportQuestions', { topic: null, after: null }],
      ['publishQuestion', { id: row?.id, rev: 0 }],
    ] as const)
      expect(await say(action, input, mei)).toBe('question.sitting')
    const corrections = [{ kind: 'everybody', questionId: row?.id, version: 1 }]
    const regrade = { id, rev: 1, regradeId: anId(), reason: '这一题都算对吧', corrections }
    expect(await say('examFigures', { id }, mei)).toBe('question.sitting')
    expect(await say('regradeExam', regrade, mei)).toBe('question.sitting')
    await must('submitExam', hand, mei)
    expect(await say('question', { id: row?.id }, mei)).toMatchObject({ id: row?.id })
  })

  const storedExam = (id: string) =>
    v.parse(
      Exam,
      stored<Exam>(cloud, 'quiz_exams').find((one) => one.id === id),
    )
  const purchasing = () =>
    stored<QuestionVersion>(cloud, 'quiz_versions').flatMap((one) => {
      const version = v.parse(QuestionVersion, one)
      return version.content.topic === 'purchasing' ? [version] : []
    })

  it('is marked again with a reason, once for everybody, and the candidate reads why', async () => {
    const { id, rev } = await planned()
    const open = await must<View>('announceExam', { id, rev }, he)
    const paper = await sit(id, surgeon, '找熟人比价')
    await must('submitExam', paper.hand, surgeon)
    const version = stored<QuestionVersion>(cloud, 'quiz_versions').find(
      ({ content }) => content.stem === paper.paper.questions[0]?.parts[0]?.stem,
    )
    const about = { questionId: version?.questionId, version: version?.version }
    const regrade = {
      ...seen(open),
      regradeId: anId(),
      reason: '本院去年起允许比价，第二项也对',
      corrections: [{ kind: 'keys', ...about, keys: [{ part: 'p1', key: ['a', 'b'] }] }],
    }
    for (const wrong of [
      { kind: 'everybody', questionId: anId(), version: 1 },
      { kind: 'everybody', ...about, version: 9 },
      { kind: 'keys', ...about, keys: [{ part: 'p2', key: ['a'] }] },
      { kind: 'keys', ...about, keys: [{ part: 'p1', key: ['z'] }] },
    ])
      expect(await say('regradeExam', { ...regrade, corrections: [wrong] }, he)).toBe('question.unknown')
    const marked = await must<View>('regradeExam', regrade, he)
    expect(marked).toMatchObject({
      rev: open.rev + 1,
      regrades: [{ reason: regrade.reason, by: { name: '职工D1' }, looked: 1, changed: 1, left: 0 }],
    })
    expect(await must('regradeExam', regrade, mei)).toMatchObject({ rev: marked.rev, regrades: [{ looked: 1 }] })
    expect(await must('examResult', { examId: id, no: 1 }, surgeon)).toMatchObject({
      earned: 1,
      possible: 3,
      regrades: [{ reason: regrade.reason, before: { earned: 0 }, after: { earned: 1 } }],
    })
    expect(await must('examCandidates', { id, after: null }, he)).toMatchObject({
      rows: [{ best: { earned: 1 }, regrades: [{ reason: regrade.reason }] }, {}, {}],
    })

    // More than are marked with one request: the same request goes on.
    const many = handedIn({ ...storedExam(id), regrades: [] }, purchasing(), 201, { now: now(), knows: () => true })
    await cloud.insertMissing('quiz_attempts', many)
    const corrections = [{ kind: 'everybody', ...about }]
    const later = { ...seen(marked), regradeId: anId(), reason: '这一题写得不清楚，都算对', corrections }
    expect(await must('regradeExam', later, he)).toMatchObject({ regrades: [{}, { looked: 200, left: 2 }] })
    expect(await must('regradeExam', later, he)).toMatchObject({
      regrades: [
        { looked: 202, left: 0 },
        { looked: 202, changed: 0, left: 0 },
      ],
    })
    expect(
      new Set(stored<Attempt>(cloud, 'quiz_attempts').flatMap(({ result }) => result?.markedBy.length ?? [])),
    ).toEqual(new Set([0, 2]))
  })

  it('says of each question who chose what once thirty people were asked, and flags what misleads', async () => {
    const { id, rev } = await planned({ blueprint: [{ topic: 'purchasing', kind: null, difficulty: null, count: 4 }] })
    await must('announceExam', { id, rev }, he)
    const exam = v.parse(
      Exam,
      stored<Exam>(cloud, 'quiz_exams').find((one) => one.id === id),
    )
    const known = stored<QuestionVersion>(cloud, 'quiz_versions').flatMap((one) => {
      const version = v.parse(QuestionVersion, one)
      return version.content.topic === 'purchasing' ? [version] : []
    })
    const misleading = known[0]?.questionId
    // Twenty know the rest and miss one question, nine know that one alone, and one knows nothing.
    const knows: Knowing['knows'] = (at, { questionId }) => (questionId === misleading ? at >= 20 && at < 29 : at < 20)
    const attempts = handedIn(exam, known, 30, { now: now(), knows })
    await cloud.insertMissing('quiz_attempts', attempts.slice(0, 29))
    skippedMs = 5 * HOUR
    const few = await must<ExamFiguresView>('examFigures', { id }, he)
    expect(few).toMatchObject({ handedIn: 29, whole: null, medianTime: 10 * MINUTE })
    expect(few.items.every(({ use }) => use === null)).toBe(true)
    expect(few.items.map(({ discrimination }) => discrimination)).toEqual([null, null, null, null])
    await cloud.insertMissing('quiz_attempts', attempts.slice(29))
    const figures = await must<ExamFiguresView>('examFigures', { id }, he)
    expect(figures).toMatchObject({
      invited: 3,
      handedIn: 30,
      passed: { part: 20, whole: 30 },
      median: 75,
      whole: { mean: expect.closeTo(57.5, 6) },
      weak: [{ topic: 'purchasing', right: { part: 69, whole: 120 }, themes: ['L'], complaints: 0 }],
    })
    expect(figures.scores[0]).toBe(0)
    expect(figures.items.find(({ questionId }) => questionId === misleading)).toMatchObject({
      n: 30,
      right: { part: 9, whole: 30 },
      facility: 30,
      misleading: true,
      topic: 'purchasing',
      rule: RULE,
    })
    const [own] = figures.items.find(({ questionId }) => questionId === misleading)?.use ?? []
    expect(own).toMatchObject({ group: 8, none: { all: 0 } })
    expect(own?.options.filter((option) => option.right)).toMatchObject([{ text: '按目录集中采购', all: 9, high: 0 }])
    expect(await must('exams', {}, he)).toMatchObject({
      rows: expect.arrayContaining([expect.objectContaining({ id, phase: 'over', took: { part: 30, whole: 33 } })]),
    })

    const [flagged, ...others] = (await listed({ queue: 'misleading' })).rows
    expect([flagged?.id, others]).toEqual([misleading, []])
    expect(flagged?.asked).toBeGreaterThanOrEqual(30)
    expect(flagged?.discrimination).toBeLessThan(-50)
    const { use } = await must<QuestionView>('question', { id: misleading }, he)
    const [right, taken, ...unused] = use?.[0]?.options ?? []
    expect(right?.high).toBeLessThan(right?.low ?? 0)
    expect(taken?.high).toBeGreaterThan(taken?.low ?? 0)
    expect(unused).toMatchObject([{ all: 0 }, { all: 0 }])
  })

  it('keeps what a regrade says is right from an officer who is sitting an exam', async () => {
    const { id, rev } = await planned({ audience: { kind: 'chosen', departments: [], groups: [], people: ['D2'] } })
    const open = await must<View>('announceExam', { id, rev }, he)
    const [version] = purchasing()
    const corrections = [{ kind: 'everybody', questionId: version?.questionId, version: version?.version }]
    const regrade = { ...seen(open), regradeId: anId(), reason: '这一题都算对', corrections }
    const marked = await must<View>('regradeExam', regrade, he)
    expect(await must('exam', { id }, mei)).toMatchObject({ regrades: [{ corrections }] })
    const { hand } = await sit(id, mei, '找熟人比价')
    const kept = { regrades: [{ reason: regrade.reason, corrections: null }] }
    expect(await must('exam', { id }, mei)).toMatchObject(kept)
    expect(await must('extendExam', { ...seen(marked), extraMinutes: 5 }, mei)).toMatchObject(kept)
    expect(await must('saveExam', { id, rev: 9, plan: storedExam(id).plan }, mei)).toMatchObject(kept)
    expect(await must('exam', { id }, he)).toMatchObject({ regrades: [{ corrections }] })
    await must('submitExam', hand, mei)
    expect(await must('exam', { id }, mei)).toMatchObject({ regrades: [{ corrections }] })
  })

  it('that is announced keeps its questions in use until its paper can be drawn without them', async () => {
    const { id, rev } = await planned({ blueprint: [{ topic: 'purchasing', kind: null, difficulty: null, count: 4 }] })
    const open = await must<View>('announceExam', { id, rev }, he)
    const { rows } = await listed({ topic: 'purchasing', queue: 'published' })
    const [one] = rows
    const view = await must<QuestionView>('question', { id: one?.id }, he)
    const retiring = { ...seen(view), reason: '条文改了' }
    expect(rows).toHaveLength(IN_USE)
    expect(await say('retireQuestion', retiring, he)).toBe('question.exam_needs')
    expect(await must('question', { id: one?.id }, he)).toMatchObject({ state: 'published', inUse: 1, rev: view.rev })
    for (const exam of stored<Exam>(cloud, 'quiz_exams').filter(({ plan }) => plan.blueprint[0]?.count === IN_USE))
      await must('cancelExam', { ...seen(storedExam(exam.id)), reason: '题不够，改期' }, he)
    expect(open.phase).toBe('open')
    expect(await must('retireQuestion', retiring, he)).toMatchObject({ state: 'retired', inUse: null })
  })
})
