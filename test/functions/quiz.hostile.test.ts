import type { Attempt } from '#domain/integrity/attempt.model'
import type { DailyView, MistakeRow } from '#domain/integrity/daily.contract'
import type { CertificateView } from '#domain/integrity/exam.contract'
import type { Exam } from '#domain/integrity/exam.model'
import type { LiveHand, LiveScreen } from '#domain/integrity/live.contract'
import type { PaperView } from '#domain/integrity/paper.view'
import type { DepartmentLearning, LearningRecord } from '#domain/integrity/record.contract'
import type { ResultView } from '#domain/integrity/result.view'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aFiling, openCloud, type OpenedCloud, OPENIDS } from './opened.cloud'
import { allRight, announced, BANK, hired, partsIn, rightPlaces, stockedBank, wrongPlaces } from './quiz.room'
import { anId, foundedWithTwo, stored, today } from './survey.asked'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

let cloud: OpenedCloud
let skippedMs = 0
const begunAt = Date.now()
const DISCIPLINE = 'openid-D1'
const HEAD = 'openid-H1'
const LEADER = 'openid-B1'
const year = today().slice(0, 4)

beforeAll(async () => {
  cloud = await openCloud({ clock: () => Date.now() + skippedMs })
  await foundedWithTwo(cloud)
  await hired(cloud, ['D1'], null, ['discipline'])
  await hired(cloud, ['B1'], null, ['leader'])
  await hired(cloud, ['H1'], '04', ['department_head'])
  await hired(cloud, ['N1', 'N2', 'N3', 'N4', 'N5', 'N6'], '03.01')
  await hired(cloud, ['C1', 'C2', 'C3'], '04')
  await stockedBank(cloud)
})
afterAll(() => cloud.close())
beforeEach(() => {
  skippedMs = 0
})

const say = async <T>(action: string, input: unknown, openid?: string): Promise<T> => {
  const reply = await cloud.call('integrity', action, input, openid)
  return (reply.ok ? reply.value : reply.code) as T
}
const began = (exam: Exam, openid: string) => say<PaperView>('beginExam', { examId: exam.id }, openid)
const handing = ({ id }: Exam, answers: unknown[], no = 1) => ({ examId: id, no, answers, leaves: null })
const resultOf = ({ id }: Exam, openid: string, no = 1) => say<ResultView>('examResult', { examId: id, no }, openid)
const attemptsOf = ({ id }: Exam) => stored<Attempt>(cloud, 'quiz_attempts').filter(({ examId }) => examId === id)

describe('a candidate who wants to know what is right', () => {
  it('does not buy the keys with an empty attempt, though they are shown at once', async () => {
    const exam = await announced(cloud, begunAt, { planned: { keysShown: 'at_once', attempts: 2 } })
    await began(exam, 'openid-C1')
    const empty = await say<ResultView>('submitExam', handing(exam, []), 'openid-C1')
    expect(empty).toMatchObject({ earned: 0, answers: null })
    expect(await resultOf(exam, 'openid-C1')).toMatchObject({ answers: null })
    expect(await began(exam, 'openid-C1')).toMatchObject({ no: 2 })
    const last = await say<ResultView>('submitExam', handing(exam, [], 2), 'openid-C1')
    expect(last.answers).toHaveLength(6)
    expect((await resultOf(exam, 'openid-C1')).answers).toHaveLength(6)
  })

  it('is told by no colleague who handed in while their own answers are still taken', async () => {
    const exam = await announced(cloud, begunAt)
    skippedMs = 2.5 * HOUR_MS
    await began(exam, 'openid-C2')
    await began(exam, 'openid-C3')
    await say('submitExam', handing(exam, []), 'openid-C2')
    skippedMs = exam.plan.closesAt - Date.now() + 3000
    expect(await say('saveAnswers', handing(exam, []), 'openid-C3')).toMatchObject({ saved: [] })
    expect(await resultOf(exam, 'openid-C2')).toMatchObject({ answers: null })
    skippedMs = exam.plan.closesAt - Date.now() + MINUTE_MS
    expect(await say('saveAnswers', handing(exam, []), 'openid-C3')).toBe('attempt.time_up')
    expect((await resultOf(exam, 'openid-C2')).answers).toHaveLength(6)
  })

  it('learns nothing of a question on the screen out of their own record', async () => {
    const id = anId()
    const { code } = await say<LiveScreen>('openLive', { id, title: '早会', topics: ['gifts'], count: 1 }, HEAD)
    await say('joinLive', { code }, 'openid-N6')
    await say('stepLive', { id, stage: { kind: 'asking', at: 0 } }, HEAD)
    const { asked } = await say<LiveHand>('liveHand', { id }, 'openid-N6')
    if (!asked) throw new Error('nothing is asked')
    await say('answerLive', { id, question: 0, chosen: rightPlaces(asked.question) }, 'openid-N6')
    const told = (right: number, of: number) => ({ live: [{ title: '早会', right, asked: of }] })
    expect(await say('myRecord', { year }, 'openid-N6')).toMatchObject(told(0, 0))
    await say('stepLive', { id, stage: { kind: 'shown', at: 0 } }, HEAD)
    expect(await say('myRecord', { year }, 'openid-N6')).toMatchObject(told(1, 1))
  })

  it('finds what they got wrong in their book of mistakes, once everybody may know it', async () => {
    const exam = await announced(cloud, begunAt)
    const paper = await began(exam, 'openid-N5')
    const [single] = partsIn(paper)
    if (!single) throw new Error('a paper has questions')
    const answers = [{ slot: single.slot, chosen: wrongPlaces(single), flagged: false, seq: 1 }]
    await say('submitExam', handing(exam, answers), 'openid-N5')
    const book = async () => (await say<{ rows: MistakeRow[] }>('mistakes', {}, 'openid-N5')).rows
    expect(await book()).toEqual([])
    skippedMs = 4 * HOUR_MS
    const mistake = { questionId: single.slot.slice(0, 32), stem: single.stem, rightInARow: 0 }
    expect(await book()).toMatchObject([mistake])
    expect(await book()).toHaveLength(1)
    skippedMs = 48 * HOUR_MS
    const { questions } = await say<DailyView>('dailyFive', {}, 'openid-N5')
    expect(questions[0]?.questionId).toBe(mistake.questionId)
  })
})

describe('a paper that nobody came back to', () => {
  it('is taken in by the clock, and counts as a pass before anybody else looks', async () => {
    const exam = await announced(cloud, begunAt, { planned: { title: '任前考试' } })
    for (const openid of ['openid-N3', 'openid-N4']) {
      const paper = await began(exam, openid)
      await say('saveAnswers', handing(exam, allRight(paper)), openid)
    }
    expect(await cloud.fireTimer('clock')).toMatchObject({ ok: true, done: { takeInAbandoned: 0 } })
    skippedMs = 41 * MINUTE_MS
    // The one is asked for by somebody who has to know, the other by nobody.
    expect(await say<LearningRecord>('personRecord', { staffId: 'N3', year: '2020' }, DISCIPLINE)).toMatchObject({
      exams: [],
      appointment: { title: '任前考试' },
    })
    expect(attemptsOf(exam).filter(({ submitted }) => submitted === null)).toHaveLength(1)
    const { done } = (await cloud.fireTimer('clock')) as { done: Record<string, number> }
    expect(done['takeInAbandoned']).toBeGreaterThanOrEqual(1)
    for (const attempt of attemptsOf(exam))
      expect(attempt).toMatchObject({ submitted: { how: 'time_up' }, result: { earned: 10, passed: true } })
    expect(await cloud.fireTimer('clock')).toMatchObject({ done: { takeInAbandoned: 0, spentJoinCodes: 0 } })
  })
})

describe('whoever may not read single results', () => {
  it('reads no department whose figures would tell who passed; the discipline office reads all of them', async () => {
    const exam = await announced(cloud, begunAt, { planned: { purpose: 'quarterly', attempts: 1 } })
    skippedMs = HOUR_MS
    const people = ['N1', 'N2', 'N3', 'N4', 'N5', 'N6', 'C1', 'C2', 'C3']
    for (const [at, id] of people.entries()) {
      const paper = await began(exam, `openid-${id}`)
      await say('submitExam', handing(exam, at % 2 ? [] : allRight(paper)), `openid-${id}`)
    }
    await say('setGroups', { staffId: 'C1', rev: null, groups: ['promoted'] }, DISCIPLINE)
    type Board = { rows: DepartmentLearning[]; whole: DepartmentLearning }
    const board = (openid: string) => say<Board>('departmentLearning', { year }, openid)
    const passedIn = ({ rows, whole }: Board) => [
      ...['03.01', '04'].map((id) => rows.find((row) => row.id === id)?.passed),
      whole.passed,
    ]
    // A weak topic, beside what this department's patients complained of in the same matter.
    for (const category of ['I', 'I', 'G'])
      expect(await cloud.call('complaint', 'file', aFiling({ category }))).toMatchObject({ ok: true })
    await cloud.fireTimer('rollup')
    const whole = await board(DISCIPLINE)
    const weak = { topic: 'rule6', right: { part: expect.any(Number), whole: expect.any(Number) }, themes: ['I'] }
    expect(whole.rows.find(({ id }) => id === '03.01')?.weak).toContainEqual({ ...weak, complaints: 2 })
    expect(whole.rows.find(({ id }) => id === '04')?.weak).toBeNull()
    const all = passedIn(whole)
    expect(all.every((share) => share && share.whole >= 3)).toBe(true)
    // Three of one department: with the other one shown, the whole would tell.
    expect(passedIn(await board(LEADER))).toEqual([null, null, all[2]])
    const own = await board(HEAD)
    expect(own.rows.map(({ id, staff, passed }) => ({ id, staff, passed }))).toEqual([
      { id: '04', staff: 4, passed: null },
    ])
    // Neither who practised nor who took part: 「0/1」 would name them.
    expect(own.rows[0]).toMatchObject({ practised: null, took: null })
    expect(own.whole).toMatchObject({ practised: null, took: null, passed: null })
    expect(whole.rows.find(({ id }) => id === '04')).toMatchObject({ practised: { whole: 4 }, took: { part: 6 } })
    const { rows: read } = await board(LEADER)
    expect(read.find(({ id }) => id === '04')).toMatchObject({ staff: 4, practised: null, took: null })
    // With it the smallest of the others: the whole less what is shown would tell as well.
    expect(read.filter(({ practised }) => practised === null)).toHaveLength(2)
    // Whoever passed holds a certificate, though they never opened its page.
    type Ethics = { rows: { number: string; certificates: number }[] }
    const ethics = await say<Ethics>('ethicsFile', { year, after: null }, DISCIPLINE)
    const held = (number: string) => ethics.rows.find((row) => row.number === number)?.certificates
    expect([held('QJ-N1'), held('QJ-N2'), held('QJ-N4')]).toEqual([1, 0, 1])
    const promoted = async (openid: string) =>
      (await say<{ rows: { covered: unknown }[] }>('groupCoverage', { year }, openid)).rows[0]?.covered
    expect([await promoted(DISCIPLINE), await promoted(LEADER), await promoted(HEAD)]).toEqual([
      { part: 1, whole: 1 },
      null,
      null,
    ])
    expect(await say('examDepartments', {}, DISCIPLINE)).toEqual({
      rows: [
        { id: '03.01', name: '呼吸科', staff: 6 },
        { id: '04', name: '外科', staff: 4 },
      ],
    })
    for (const openid of [HEAD, LEADER, OPENIDS.officer])
      expect(await say('examDepartments', {}, openid)).toBe('auth.forbidden')
  })
})

describe('what is left behind', () => {
  it('holds no phone beside an answer, no code of a session that is over, and nothing that was said in the logs', async () => {
    const exam = await announced(cloud, begunAt)
    const paper = await began(exam, 'openid-C3')
    await say('submitExam', handing(exam, allRight(paper)), 'openid-C3')
    const { code } = await say<CertificateView>('myCertificate', { examId: exam.id }, 'openid-C3')
    expect(await say('verifyCertificate', { code })).toMatchObject({ name: '职工C3' })
    const id = anId()
    const live = await say<LiveScreen>('openLive', { id, title: '午会', topics: [], count: 1 }, HEAD)
    await say('joinLive', { code: live.code }, 'openid-C3')
    await say('joinLive', { code: '1' }, 'openid-C3')
    await say('saveAnswers', { examId: exam.id, 职工C3: 1 }, 'openid-C3')
    await cloud.invoke('culture', { action: 'activityByCode', input: { code: '111111' } }, { openid: 'openid-C3' })
    expect(stored(cloud, 'check_in_tries')).toHaveLength(1)

    skippedMs = 4 * HOUR_MS
    const { done } = (await cloud.fireTimer('clock')) as { done: Record<string, number> }
    expect(done['spentJoinCodes']).toBeGreaterThanOrEqual(3)
    expect(['quiz_live_codes', 'quiz_live_tries', 'check_in_tries'].flatMap((name) => stored(cloud, name))).toEqual([])
    const kept = ['attempts', 'learners', 'lives', 'live_seats', 'live_answers', 'tallies', 'exam_summaries'].flatMap(
      (name) => stored<Record<string, unknown>>(cloud, `quiz_${name}`),
    )
    expect(kept.length).toBeGreaterThan(10)
    expect(JSON.stringify(kept)).not.toMatch(/openid|职工|QJ-/)
    // Keys are kept with the versions, and in no paper.
    const papers = JSON.stringify(
      stored<Attempt>(cloud, 'quiz_attempts').map(({ paper: drawn, answers }) => [drawn, answers]),
    )
    expect(papers).not.toMatch(/"key"|"isTrue"|explanation|单选|判断/)

    const logs = cloud.log('integrity') + cloud.log('clock')
    expect(logs).toContain('submitExam')
    const said = BANK.flatMap(({ content }) => [content.stem, ...('options' in content ? [content.explanation] : [])])
    for (const words of [...said, code, live.code, 'openid', '职工', '青衿', exam.id]) expect(logs).not.toContain(words)
  })
})
