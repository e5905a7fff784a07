import type { Attempt } from '#domain/integrity/attempt.model'
import type { DailyView, MistakeRow, Told } from '#domain/integrity/daily.contract'
import type { CertificateView, ExamCard } from '#domain/integrity/exam.contract'
import type { Exam } from '#domain/integrity/exam.model'
import type { LiveHand, LiveScreen } from '#domain/integrity/live.contract'
import type { PaperView } from '#domain/integrity/paper.view'
import type { LearningRecord, OfficeRecord } from '#domain/integrity/record.contract'
import type { ResultView } from '#domain/integrity/result.view'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openCloud, type OpenedCloud } from './opened.cloud'
import { allRight, announced, BANK, hired, partsIn, rightPlaces, stockedBank, wrongPlaces } from './quiz.room'
import { anId, foundedWithTwo, stored, today } from './survey.asked'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

let cloud: OpenedCloud
let skippedMs = 0
const begunAt = Date.now()
const DISCIPLINE = 'openid-D1'
const HEAD = 'openid-H1'
const NURSE = 'openid-N1'
const SURGEON = 'openid-C1'

beforeAll(async () => {
  cloud = await openCloud({ clock: () => Date.now() + skippedMs })
  await foundedWithTwo(cloud)
  await hired(cloud, ['D1'], null, ['discipline'])
  await hired(cloud, ['H1'], '03.01', ['department_head'])
  await hired(cloud, ['N1', 'N2', 'N3', 'N4', 'N5', 'N6', 'N7', 'N8', 'N9'], '03.01')
  await hired(cloud, ['C1', 'C2'], '04')
  await hired(cloud, ['V1'], '03.01', ['supervisor'])
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
const attemptsOf = ({ id }: Exam) => stored<Attempt>(cloud, 'quiz_attempts').filter(({ examId }) => examId === id)
const attemptOf = (exam: Exam, staffId: string) => {
  const attempt = attemptsOf(exam).find((each) => each.staffId === staffId)
  if (!attempt) throw new Error(`${staffId} has no attempt`)
  return attempt
}
const began = (exam: Exam, openid: string) => say<PaperView>('beginExam', { examId: exam.id }, openid)
const sent = (exam: Exam, answers: unknown[], about: Record<string, unknown> = {}) => ({
  examId: exam.id,
  no: 1,
  answers,
  leaves: null,
  ...about,
})

/** Names of everything in a reply, at any depth. */
const namesIn = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(namesIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => [name, ...namesIn(inner)])
}

describe('a paper', () => {
  it('is drawn once, is the same on every device, and tells nothing of what is right before it is handed in', async () => {
    const exam = await announced(cloud, begunAt)
    const replies: unknown[] = []
    const keep = async <T>(reply: Promise<T>): Promise<T> => {
      replies.push(await reply)
      return reply
    }
    const papers = await Promise.all(Array.from({ length: 8 }, () => keep(began(exam, NURSE))))
    const [paper] = papers as [PaperView]
    for (const each of papers) expect(each.questions).toEqual(paper.questions)
    expect(partsIn(paper)).toHaveLength(8)
    expect(attemptsOf(exam)).toHaveLength(1)

    // Another person has another paper.
    await keep(began(exam, 'openid-N2'))
    expect(attemptOf(exam, 'N2').seed).not.toBe(attemptOf(exam, 'N1').seed)

    const [first, second] = allRight(paper)
    const a = { device: '0000000a', count: 2 }
    expect(await keep(say('saveAnswers', sent(exam, [first], { leaves: a }), NURSE))).toMatchObject({
      lastSeq: 1,
      leaves: 2,
    })
    // The second device: its own count of leaving the page, and an answer typed meanwhile.
    const b = { device: '0000000b', count: 1 }
    await Promise.all([
      keep(say('saveAnswers', sent(exam, [second], { leaves: b }), NURSE)),
      keep(say('saveAnswers', sent(exam, [{ ...first, flagged: true, seq: 9 }], { leaves: a }), NURSE)),
    ])
    // The app is killed; whatever device opens it again finds all of it.
    const again = await keep(say<PaperView>('openPaper', { examId: exam.id, no: 1 }, NURSE))
    expect(again).toMatchObject({ lastSeq: 9, leaves: 3, startedAt: paper.startedAt, endsAt: paper.endsAt })
    expect(again.saved).toEqual([
      { ...first, flagged: true, seq: 9 },
      { ...second, seq: 2 },
    ])
    expect(await keep(began(exam, NURSE))).toMatchObject({ questions: paper.questions, saved: again.saved })

    // Played again, what is old changes nothing, not even the revision.
    const { rev } = attemptOf(exam, 'N1')
    await keep(say('saveAnswers', sent(exam, [first, second], { leaves: a }), NURSE))
    expect(attemptOf(exam, 'N1').rev).toBe(rev)

    // Tapped faster than the network carries it: nothing of it is lost.
    const others = allRight(paper, 3).slice(2)
    await Promise.all(others.map((answer) => keep(say('saveAnswers', sent(exam, [answer]), NURSE))))
    expect(Object.keys(attemptOf(exam, 'N1').answers)).toHaveLength(8)

    // A key, a score, a clock of its own, somebody else's name: not looked at.
    const forged = {
      ...sent(exam, [{ ...first, seq: 10, flagged: false, earned: 100, key: ['b'] }]),
      score: 100,
      key: { a: ['b'] },
      now: begunAt - HOUR_MS,
      startedAt: begunAt + HOUR_MS,
      staffId: 'N2',
    }
    expect(await keep(say('saveAnswers', forged, NURSE))).toMatchObject({ endsAt: paper.endsAt })
    expect(attemptOf(exam, 'N1')).toMatchObject({ startedAt: paper.startedAt, result: null })
    expect(JSON.stringify(attemptOf(exam, 'N1'))).not.toMatch(/"score"|"key"|"earned"/)
    await keep(say('myExams', {}, NURSE))

    expect(replies.length).toBeGreaterThan(14)
    const secrets = BANK.flatMap(({ content }) =>
      content.kind === 'case' ? content.parts.map(({ explanation }) => explanation) : [content.explanation],
    )
    const text = JSON.stringify(replies)
    for (const secret of secrets) expect(text).not.toContain(secret)
    const names = [
      'kind',
      'stem',
      'story',
      'parts',
      'slot',
      'options',
      'marks',
      'questions',
      'chosen',
      'flagged',
      'seq',
    ]
    const known = ['examId', 'no', 'title', 'startedAt', 'endsAt', 'now', 'saved', 'lastSeq', 'leaves', ...names]
    const card = ['rows', 'id', 'purpose', 'notice', 'opensAt', 'closesAt', 'minutes', 'attempts', 'passPercent']
    const standing = ['keysShown', 'phase', 'cancelled', 'standing', 'used', 'openNo', 'best']
    expect([...new Set(namesIn(replies))].filter((name) => ![...known, ...card, ...standing].includes(name))).toEqual(
      [],
    )
  })

  it('belongs to whoever sits it: nobody else opens, answers, hands in or reads it', async () => {
    const exam = await announced(cloud, begunAt)
    const paper = await began(exam, NURSE)
    const before = JSON.stringify(attemptsOf(exam))
    for (const openid of [SURGEON, HEAD, DISCIPLINE]) {
      expect(await say('openPaper', { examId: exam.id, no: 1 }, openid)).toBe('attempt.unknown')
      expect(await say('saveAnswers', sent(exam, allRight(paper)), openid)).toBe('attempt.unknown')
      expect(await say('submitExam', { ...sent(exam, []), staffId: 'N1' }, openid)).toBe('attempt.unknown')
      expect(await say('examResult', { examId: exam.id, no: 1 }, openid)).toBe('attempt.unknown')
    }
    for (const openid of ['openid-V1', 'openid-nobody']) {
      for (const [action, input] of [
        ['myExams', {}],
        ['beginExam', { examId: exam.id }],
        ['openPaper', { examId: exam.id, no: 1 }],
        ['saveAnswers', sent(exam, [])],
        ['submitExam', sent(exam, [])],
        ['examResult', { examId: exam.id, no: 1 }],
        ['myCertificate', { examId: exam.id }],
        ['dailyFive', {}],
        ['mistakes', {}],
        ['progress', {}],
        ['joinLive', { code: '123456' }],
        ['myRecord', { year: '2026' }],
      ] as const)
        expect(await say(action, input, openid)).toBe('auth.forbidden')
    }
    expect(JSON.stringify(attemptsOf(exam))).toBe(before)
    expect(await say('examResult', { examId: exam.id, no: 1 }, NURSE)).toBe('attempt.not_submitted')
  })

  it('is drawn for whoever is invited, while the exam is open, as often as it says', async () => {
    const once = await announced(cloud, begunAt, { planned: { attempts: 1 } })
    const others = {
      'exam.not_invited': await announced(cloud, begunAt, {
        planned: { audience: { kind: 'chosen', departments: ['04'], groups: [], people: [] } as never },
      }),
      'exam.not_open': await announced(cloud, begunAt + HOUR_MS),
      'exam.over': await announced(cloud, begunAt - 4 * HOUR_MS),
      'exam.cancelled': await announced(cloud, begunAt, { state: 'cancelled' }),
      'exam.unknown': await announced(cloud, begunAt, { state: 'planned' }),
      'exam.cannot_draw': await announced(cloud, begunAt, {
        planned: { blueprint: [{ topic: 'rule9', kind: null, difficulty: null, count: 1 }] },
      }),
    }
    for (const [code, exam] of Object.entries(others)) expect(await began(exam, NURSE)).toBe(code)
    expect(await say('beginExam', { examId: anId() }, NURSE)).toBe('exam.unknown')
    expect(await began(await announced(cloud, begunAt, { hospitalId: 'h2' }), NURSE)).toBe('exam.unknown')

    await began(once, NURSE)
    await say('submitExam', sent(once, []), NURSE)
    expect(await began(once, NURSE)).toBe('exam.attempts_used')
    expect(await say('openPaper', { examId: once.id, no: 1 }, NURSE)).toBe('attempt.submitted')
    expect(await say('saveAnswers', sent(once, []), NURSE)).toBe('attempt.submitted')

    const { rows } = await say<{ rows: ExamCard[] }>('myExams', {}, NURSE)
    const shown = new Map(rows.map((row) => [row.id, row]))
    expect(shown.get(once.id)).toMatchObject({
      phase: 'open',
      standing: 'failed',
      used: 1,
      openNo: null,
      questions: 6,
      best: { no: 1, earned: 0, possible: 10, passed: false },
    })
    expect(shown.get(others['exam.over'].id)).toMatchObject({ phase: 'over', standing: 'missed' })
    expect(shown.has(others['exam.not_invited'].id)).toBe(false)
    expect(shown.has(others['exam.unknown'].id)).toBe(false)
    const phases = rows.map(({ phase }) => phase)
    expect(phases.lastIndexOf('open')).toBeLessThan(phases.indexOf('coming'))
    expect(phases.lastIndexOf('coming')).toBeLessThan(phases.indexOf('over'))
  })
})

describe('handing in', () => {
  it('counts once, whatever is sent how often, and over everything that was drawn', async () => {
    const exam = await announced(cloud, begunAt)
    const paper = await began(exam, 'openid-N3')
    const answers = allRight(paper)
    // Saved: the first right. Not saved yet: the second.
    await say('saveAnswers', sent(exam, answers.slice(0, 1)), 'openid-N3')
    const all = await Promise.all(
      Array.from({ length: 12 }, () => say<ResultView>('submitExam', sent(exam, answers.slice(1, 2)), 'openid-N3')),
    )
    for (const each of all) expect(each).toEqual(all[0])
    expect(all[0]).toMatchObject({ earned: 2, possible: 10, passed: false, how: 'by_hand', answers: null })
    const { rev } = attemptOf(exam, 'N3')
    expect(await say('submitExam', sent(exam, allRight(paper, 500)), 'openid-N3')).toEqual(all[0])
    expect(attemptOf(exam, 'N3').rev).toBe(rev)

    // The keys wait until nobody can sit it any more.
    skippedMs = 3 * HOUR_MS + MINUTE_MS
    const { answers: told } = await say<ResultView>('examResult', { examId: exam.id, no: 1 }, 'openid-N3')
    const parts = (told ?? []).flatMap((question) => question.parts)
    expect(parts).toHaveLength(8)
    for (const part of parts) expect(part.explained.right).toEqual(rightPlaces(part))
    expect(parts.filter(({ verdict }) => verdict === 'right')).toHaveLength(2)
    expect(parts.filter(({ verdict }) => verdict === 'unanswered')).toHaveLength(6)
  })

  it('is done by the clock of the server when nobody does it, with what was saved', async () => {
    const exam = await announced(cloud, begunAt)
    const late = ['openid-N4', 'openid-N5', 'openid-N6']
    const papers = await Promise.all(late.map((openid) => began(exam, openid)))
    for (const [at, openid] of late.entries())
      await say('saveAnswers', sent(exam, allRight(papers[at] as PaperView).slice(0, 2)), openid)
    const [, paper] = papers as [PaperView, PaperView]

    // On its way when time was up: still taken, and handed in at the last moment.
    skippedMs = paper.endsAt - Date.now() + 5000
    const inTime = await say<ResultView>('submitExam', sent(exam, allRight(paper, 20)), 'openid-N5')
    expect(inTime).toMatchObject({ how: 'by_hand', earned: 10, submittedAt: paper.endsAt, passed: true })

    skippedMs = 41 * MINUTE_MS
    const tooLate = allRight(papers[0] as PaperView, 20)
    expect(await say('saveAnswers', sent(exam, tooLate), 'openid-N4')).toBe('attempt.time_up')
    expect(await say('saveAnswers', sent(exam, tooLate), 'openid-N4')).toBe('attempt.submitted')
    const result = await say<ResultView>('submitExam', sent(exam, tooLate), 'openid-N4')
    expect(result).toMatchObject({ how: 'time_up', earned: 2, possible: 10, submittedAt: papers[0]?.endsAt })
    // Nobody came back to this one: whoever asks first takes it in, and whoever asks beside them is told the same.
    const opened = Array.from({ length: 6 }, () => say('openPaper', { examId: exam.id, no: 1 }, 'openid-N6'))
    expect(new Set(await Promise.all(opened))).toEqual(new Set(['attempt.submitted']))
    expect(attemptOf(exam, 'N6')).toMatchObject({ rev: 2, submitted: { how: 'time_up', at: papers[2]?.endsAt } })
    // A second attempt is a second paper.
    expect(await began(exam, 'openid-N4')).toMatchObject({ no: 2, saved: [], lastSeq: 0 })

    // Begun late, it ends with the exam.
    skippedMs = 3 * HOUR_MS - 10 * MINUTE_MS
    expect(await began(exam, 'openid-N7')).toMatchObject({ endsAt: exam.plan.closesAt })
  })

  it('has the minutes that the office adds while it is sat', async () => {
    const exam = await announced(cloud, begunAt)
    const paper = await began(exam, 'openid-N7')
    skippedMs = 30 * MINUTE_MS
    expect(await say('extendExam', { id: exam.id, rev: 0, extraMinutes: 10 }, DISCIPLINE)).toMatchObject({ rev: 1 })
    const longer = { endsAt: paper.endsAt + 10 * MINUTE_MS }
    expect(await say('openPaper', { examId: exam.id, no: 1 }, 'openid-N7')).toMatchObject(longer)
    skippedMs = 45 * MINUTE_MS
    expect(await say('saveAnswers', sent(exam, allRight(paper)), 'openid-N7')).toMatchObject(longer)
  })

  it('of people whose time was over before is not undone by minutes that are added', async () => {
    const exam = await announced(cloud, begunAt)
    const late = ['openid-N8', 'openid-N9']
    for (const openid of late) await began(exam, openid)
    skippedMs = 41 * MINUTE_MS
    expect(await say('openPaper', { examId: exam.id, no: 1 }, 'openid-N8')).toBe('attempt.submitted')
    expect(await say('extendExam', { id: exam.id, rev: 0, extraMinutes: 10 }, DISCIPLINE)).toMatchObject({ rev: 1 })
    for (const openid of late) expect(await say('saveAnswers', sent(exam, []), openid)).toBe('attempt.submitted')
  })

  it('ends when the exam is cancelled: the candidate reads why, and practises again', async () => {
    const exam = await announced(cloud, begunAt, { planned: { keysShown: 'at_once', attempts: 1 } })
    const people = ['openid-C1', 'openid-C2', 'openid-N9']
    const papers = await Promise.all(people.map((openid) => began(exam, openid)))
    const [first] = allRight(papers[0] as PaperView)
    await say('saveAnswers', sent(exam, [first]), 'openid-C1')
    await say('submitExam', sent(exam, []), 'openid-N9')
    expect(await say('dailyFive', {}, 'openid-C1')).toBe('daily.sitting')
    const reason = '第三题印错了，下周重考'
    await say('cancelExam', { id: exam.id, rev: 0, reason }, DISCIPLINE)
    expect(await say('saveAnswers', sent(exam, [first]), 'openid-C1')).toBe('exam.cancelled')
    for (const openid of ['openid-C1', 'openid-C2']) {
      expect(await say('submitExam', sent(exam, [first]), openid)).toBe('exam.cancelled')
      expect(await say('saveAnswers', sent(exam, [first]), openid)).toBe('exam.cancelled')
      expect(await began(exam, openid)).toBe('exam.cancelled')
      expect(await say('dailyFive', {}, openid)).toMatchObject({ day: expect.any(String) })
      expect(await say('mistakes', {}, openid)).toMatchObject({ rows: expect.any(Array) })
    }
    // What was handed in before stays handed in, and tells nothing that a second sitting could use.
    const told = { cancelled: reason, answers: null }
    expect(await say('submitExam', sent(exam, []), 'openid-N9')).toMatchObject({ ...told, how: 'by_hand' })
    expect(await say('examResult', { examId: exam.id, no: 1 }, 'openid-C1')).toMatchObject({
      ...told,
      how: 'cancelled',
    })
    const { rows } = await say<{ rows: ExamCard[] }>('myExams', {}, 'openid-C1')
    const card = rows.find(({ id }) => id === exam.id)
    expect(card).toMatchObject({ phase: 'cancelled', cancelled: reason, openNo: null })
    skippedMs = 4 * HOUR_MS
    const { answers } = await say<ResultView>('examResult', { examId: exam.id, no: 1 }, 'openid-C1')
    expect(answers).toHaveLength(6)
  })

  it('loses nobody of fifty at once, and counts each once', async () => {
    const exam = await announced(cloud, begunAt, { planned: { purpose: 'quarterly', attempts: 1 } })
    const ids = Array.from({ length: 50 }, (_, at) => `P${String(at).padStart(2, '0')}`)
    const people = await hired(cloud, ids, null)
    const papers = await Promise.all(people.map((openid) => began(exam, openid)))
    const results = await Promise.all(
      people.flatMap((openid, at) => {
        const answers = allRight(papers[at] as PaperView).slice(0, at % 9)
        return [0, 1].map(() => say<ResultView>('submitExam', sent(exam, answers), openid))
      }),
    )
    const handed = attemptsOf(exam)
    expect(handed).toHaveLength(50)
    for (const [at, id] of ids.entries()) {
      const attempt = handed.find(({ staffId }) => staffId === id)
      expect([results[2 * at], results[2 * at + 1]]).toEqual([
        expect.objectContaining({ earned: attempt?.result?.earned, possible: 10, submittedAt: attempt?.submitted?.at }),
        results[2 * at],
      ])
      expect(attempt?.result?.slots.filter(({ verdict }) => verdict === 'right')).toHaveLength(at % 9)
    }
    const { rows } = await say<{ rows: { id: string; took: unknown; passed: unknown }[] }>('exams', {}, DISCIPLINE)
    expect(rows.find(({ id }) => id === exam.id)).toMatchObject({ took: { part: 50 }, passed: { whole: 50 } })
  })
})

describe('a certificate', () => {
  it('is one for each pass, is checked by anybody, and is taken back by a regrade', async () => {
    const exam = await announced(cloud, begunAt, { planned: { title: '任前考试（内科）' } })
    const paper = await began(exam, 'openid-N8')
    expect(await say('myCertificate', { examId: exam.id }, 'openid-N8')).toBe('certificate.not_passed')
    const answers = allRight(paper)
    await say('submitExam', sent(exam, answers), 'openid-N8')
    const certificates = await Promise.all(
      Array.from({ length: 6 }, () => say<CertificateView>('myCertificate', { examId: exam.id }, 'openid-N8')),
    )
    const [certificate] = certificates as [CertificateView]
    for (const each of certificates) expect(each).toEqual(certificate)
    const typed = certificate.code.toLowerCase().replace(/.{4}(?=.)/g, '$& ')
    const proof = {
      hospitalName: '青衿市人民医院',
      name: '职工N8',
      departmentName: '呼吸科',
      title: '任前考试（内科）',
    }
    expect(await say('verifyCertificate', { code: typed })).toEqual({ ...proof, passedOn: today(), standing: 'valid' })
    expect(await say('verifyCertificate', { code: '0000-0000-0000' })).toBe('certificate.code_unknown')
    const year = today().slice(0, 4)
    expect(await say('myRecord', { year }, 'openid-N8')).toMatchObject({
      exams: expect.arrayContaining([
        expect.objectContaining({ examId: exam.id, standing: 'passed', earned: 10, on: today() }),
      ]),
      certificates: [{ title: '任前考试（内科）', code: certificate.code }],
      appointment: { title: '任前考试（内科）', passedOn: today() },
    })

    // Every key turns out to be wrong: what was right is wrong now, with the reason beside it.
    const { paper: drawn } = attemptOf(exam, 'N8')
    const wrong = drawn.questions.map(({ questionId, version, parts }) => ({
      kind: 'keys',
      questionId,
      version,
      keys: parts.map(({ part, options }) => {
        const chosen = answers.find(({ slot }) => slot === `${questionId}:${part}`)?.chosen ?? []
        return { part, key: options.filter((_, place) => !chosen.includes(place)) }
      }),
    }))
    const regrade = { id: exam.id, rev: 0, regradeId: anId(), reason: '答案登记时整列错了一位。', corrections: wrong }
    expect(await say('regradeExam', regrade, DISCIPLINE)).toMatchObject({ rev: 1 })
    expect(await say('examResult', { examId: exam.id, no: 1 }, 'openid-N8')).toMatchObject({
      passed: false,
      regrades: [{ reason: '答案登记时整列错了一位。', before: { earned: 10 }, after: { earned: 0, passed: false } }],
    })
    expect(await say('verifyCertificate', { code: typed })).toMatchObject({ standing: 'withdrawn' })
    expect(await say('myCertificate', { examId: exam.id }, 'openid-N8')).toBe('certificate.not_passed')
  })
})

describe('the five of a day', () => {
  it('explain at once, keep the first answer, and bring a mistake back on its day', async () => {
    const asked = await say<DailyView>('dailyFive', {}, SURGEON)
    expect(asked.questions).toHaveLength(5)
    expect(asked.told).toEqual([])
    expect(namesIn(asked)).not.toContain('explained')
    const [again] = await Promise.all([say<DailyView>('dailyFive', {}, SURGEON), say('dailyFive', {}, SURGEON)])
    expect(again).toEqual(asked)
    await cloud.insertMissing(
      'quiz_tallies',
      asked.questions.map(({ questionId }) => ({ id: questionId, rev: 0, hospitalId: 'h1', asked: 9, right: 3 })),
    )

    const [first, second] = asked.questions as [DailyView['questions'][number], DailyView['questions'][number]]
    const wrong = { questionId: first.questionId, chosen: wrongPlaces(first) }
    const told = await say<Told>('answerDaily', wrong, SURGEON)
    expect(told).toMatchObject({ right: false, others: { right: 3, asked: 10 }, chosen: wrong.chosen })
    expect(told.explained).toMatchObject({ right: rightPlaces(first), explanation: expect.stringMatching(/./) })
    // Whoever has been told does not answer better afterwards.
    const better = { ...wrong, chosen: rightPlaces(first) }
    expect(await say('answerDaily', better, SURGEON)).toEqual(told)
    expect(
      await say('answerDaily', { questionId: second.questionId, chosen: rightPlaces(second) }, SURGEON),
    ).toMatchObject({ right: true, comesBack: null })
    const half = await say<DailyView>('dailyFive', {}, SURGEON)
    expect(half.told.map(({ questionId }) => questionId)).toEqual([first.questionId, second.questionId])
    expect(await say('answerDaily', { questionId: anId(), chosen: [0] }, SURGEON)).toBe('daily.not_asked')
    const practised = await say<{ topics: { met: number }[] }>('progress', {}, SURGEON)
    expect(practised).toMatchObject({ year: { days: 1, answered: 2, right: 1 } })
    expect(practised.topics.reduce((sum, { met }) => sum + met, 0)).toBe(2)

    skippedMs = DAY_MS
    expect(await say('answerDaily', better, SURGEON)).toBe('daily.not_asked')
    const { rows } = await say<{ rows: MistakeRow[] }>('mistakes', {}, SURGEON)
    expect(rows).toMatchObject([{ questionId: first.questionId, isDue: true, due: told.comesBack, rightInARow: 0 }])
    const next = await say<DailyView>('dailyFive', {}, SURGEON)
    expect(next.questions.map(({ questionId }) => questionId)).toContain(first.questionId)
  })

  it('wait while their owner sits an exam, and so does everything else that tells what is right', async () => {
    const told = await announced(cloud, begunAt, { planned: { keysShown: 'at_once' } })
    await began(told, 'openid-C2')
    expect(await say<ResultView>('submitExam', sent(told, []), 'openid-C2')).toMatchObject({
      answers: expect.arrayContaining([]),
    })
    const exam = await announced(cloud, begunAt)
    await began(exam, 'openid-C2')
    for (const [action, input] of [
      ['dailyFive', {}],
      ['answerDaily', { questionId: anId(), chosen: [0] }],
      ['mistakes', {}],
    ] as const)
      expect(await say(action, input, 'openid-C2')).toBe('daily.sitting')
    expect(await say('examResult', { examId: told.id, no: 1 }, 'openid-C2')).toMatchObject({ answers: null })
    skippedMs = 41 * MINUTE_MS
    expect(await say('dailyFive', {}, 'openid-C2')).toMatchObject({ day: expect.any(String) })
  })
})

describe('a quiz sat together', () => {
  it('takes answers by a code, once each, and tells what is right when it is turned up', async () => {
    const id = anId()
    const opening = { id, title: '早会答题', topics: [], count: 2 }
    expect(await say('openLive', opening, NURSE)).toBe('auth.forbidden')
    expect(await say('openLive', { ...opening, topics: ['rule9'] }, HEAD)).toBe('live.no_questions')
    const [screen, retried] = await Promise.all([
      say<LiveScreen>('openLive', opening, HEAD),
      say<LiveScreen>('openLive', opening, HEAD),
    ])
    expect(retried.code).toBe(screen.code)
    expect(screen).toMatchObject({ departmentName: '呼吸科', stage: { kind: 'waiting' }, seated: 0, asked: null })
    expect(await say('liveScreen', { id }, DISCIPLINE)).toBe('live.not_host')

    const room = await hired(cloud, ['L1', 'L2', 'L3', 'L4', 'L5', 'L6', 'L7'], '04')
    const [first = '', last = ''] = [room[0], room[6]]
    const code = screen.code.replace(/.{3}(?=.)/g, '$& ')
    for (const hand of await Promise.all(
      [...room, ...room].map((openid) => say<LiveHand>('joinLive', { code }, openid)),
    ))
      expect(hand).toMatchObject({ id, asked: null, own: { right: 0, asked: 0 } })
    const other = screen.code === '000000' ? '000001' : '000000'
    for (let tries = 0; tries < 15; tries += 1)
      expect(await say('joinLive', { code: other }, 'openid-P00')).toBe('live.code_unknown')
    expect(await say('joinLive', { code: screen.code }, 'openid-P00')).toBe('live.too_often')
    expect(await say('liveHand', { id }, 'openid-P00')).toBe('live.unknown')
    expect(await say('answerLive', { id, question: 0, chosen: [0] }, 'openid-P00')).toBe('live.unknown')
    expect(await say('answerLive', { id, question: 0, chosen: [0] }, first)).toBe('live.not_asking')

    expect(await say('stepLive', { id, stage: { kind: 'shown', at: 0 } }, HEAD)).toBe('live.step_wrong')
    await say('stepLive', { id, stage: { kind: 'asking', at: 0 } }, HEAD)
    const hand = await say<LiveHand>('liveHand', { id }, first)
    const question = hand.asked?.question
    if (!question) throw new Error('nothing is asked')
    const answers = room.map((openid, at) => ({
      openid,
      chosen: at < 5 ? rightPlaces(question) : wrongPlaces(question),
    }))
    const taken = await Promise.all(
      [...answers, ...answers].map(({ openid, chosen }) =>
        say<LiveHand>('answerLive', { id, question: 0, chosen }, openid),
      ),
    )
    // The first counts.
    await say('answerLive', { id, question: 0, chosen: wrongPlaces(question) }, first)
    const asking = await say<LiveScreen>('liveScreen', { id }, HEAD)
    const kept = { chosen: null, right: null, explained: null }
    expect(asking).toMatchObject({ seated: 7, results: [], asked: { answered: 7, ...kept } })
    expect(stored(cloud, 'quiz_live_answers')).toHaveLength(7)
    const before = JSON.stringify([hand, taken, asking])
    expect(before).not.toMatch(/"right":\[|explanation|"rule"/)

    const shown = await say<LiveScreen>('stepLive', { id, stage: { kind: 'shown', at: 0 } }, HEAD)
    expect(await say('stepLive', { id, stage: { kind: 'shown', at: 0 } }, HEAD)).toMatchObject({ stage: shown.stage })
    expect(shown).toMatchObject({
      asked: { right: 5, explained: { right: rightPlaces(question) } },
      results: [{ right: 5, answered: 7 }],
    })
    for (const place of rightPlaces(question)) expect(shown.asked?.chosen?.[place]).toBeGreaterThanOrEqual(5)
    expect(await say('answerLive', { id, question: 0, chosen: [0] }, first)).toBe('live.not_asking')
    expect(await say('liveHand', { id }, last)).toMatchObject({
      asked: { chosen: wrongPlaces(question), explained: { right: rightPlaces(question) } },
      own: { right: 0, asked: 1 },
    })

    // Whoever sits an exam with the other hand is not in the room: neither keys nor counts of what was right are told.
    const exam = await announced(cloud, begunAt)
    await began(exam, last)
    await began(exam, HEAD)
    const next = { id: anId(), title: '下一场', topics: [], count: 1 }
    for (const [action, input, openid] of [
      ['liveHand', { id }, last],
      ['joinLive', { code }, last],
      ['answerLive', { id, question: 0, chosen: [0] }, last],
      ['liveScreen', { id }, HEAD],
      ['stepLive', { id, stage: { kind: 'ended' } }, HEAD],
      ['openLive', next, HEAD],
    ] as const)
      expect(await say(action, input, openid)).toBe('daily.sitting')
    await say('submitExam', sent(exam, []), HEAD)

    await say('stepLive', { id, stage: { kind: 'ended' } }, HEAD)
    expect(await say('joinLive', { code: screen.code }, SURGEON)).toBe('live.over')
    expect(await say('stepLive', { id, stage: { kind: 'asking', at: 1 } }, HEAD)).toBe('live.over')
  })
})

describe('the learning record', () => {
  it('is one’s own; figures go to heads and leaders, and people to the discipline office alone', async () => {
    const year = today().slice(0, 4)
    const activityId = anId()
    const lesson = { matter: { kind: 'morning_lesson' }, title: '红包怎么退', from: null, until: null, place: '' }
    const plan = { ...lesson, day: today(), departmentId: null, speaker: '', topic: '', series: null, expected: null }
    await cloud.insertMissing('activities', [
      { id: activityId, rev: 0, hospitalId: 'h1', state: 'done', day: today(), plan } as { id: string },
    ])
    await cloud.insertMissing('attendances', [
      {
        id: `${activityId}:N1`,
        rev: 0,
        hospitalId: 'h1',
        activityId,
        staffId: 'N1',
        presence: 'there',
        at: begunAt,
      } as { id: string },
    ])
    const own = await say<LearningRecord>('myRecord', { year }, NURSE)
    expect(own).toMatchObject({
      name: '职工N1',
      departmentName: '呼吸科',
      live: [],
      lessons: [{ title: '红包怎么退', on: today(), presence: 'there' }],
      appointment: null,
    })
    const read = (staffId: string) => say<OfficeRecord>('personRecord', { staffId, year }, DISCIPLINE)
    expect(await read('N1')).toEqual({ ...own, practised: { days: own.practised.days } })
    // They were there, and practised: what was right stays theirs.
    expect((await read('L1')).live).toEqual([{ title: '早会答题', on: today() }])
    expect(await say('myRecord', { year }, SURGEON)).toMatchObject({ practised: { days: 1, answered: 2, right: 1 } })
    expect((await read('C1')).practised).toEqual({ days: 1 })
    expect(await say('myRecord', { year }, 'openid-L1')).toMatchObject({
      number: 'QJ-L1',
      live: [{ title: '早会答题', on: today(), right: 1, asked: 1 }],
    })
    expect(await say('personRecord', { staffId: 'nobody', year }, DISCIPLINE)).toBe('staff.unknown')
    for (const openid of [NURSE, HEAD])
      expect(await say('personRecord', { staffId: 'N2', year }, openid)).toBe('auth.forbidden')
    for (const [action, input] of [
      ['departmentLearning', { year }],
      ['groupCoverage', { year }],
      ['ethicsFile', { year, after: null }],
    ] as const)
      expect(await say(action, input, NURSE)).toBe('auth.forbidden')
    expect(await say('ethicsFile', { year, after: null }, HEAD)).toBe('auth.forbidden')

    const board = await say<{ rows: { id: string; staff: number }[]; whole: { staff: number } }>(
      'departmentLearning',
      { year },
      HEAD,
    )
    expect(board.rows.map(({ id }) => id)).toEqual(['03.01'])
    expect(board.whole).toEqual(board.rows[0])
    expect(board.whole).toMatchObject({ staff: 10, took: { part: expect.any(Number) }, weak: expect.any(Array) })
    expect(JSON.stringify(board)).not.toMatch(/职工|QJ-|staffId/)

    await say('setGroups', { staffId: 'N5', rev: null, groups: ['promoted'] }, DISCIPLINE)
    await say('setGroups', { staffId: 'N3', rev: null, groups: ['promoted', 'young'] }, DISCIPLINE)
    const { rows } = await say<{ rows: unknown[] }>('groupCoverage', { year }, DISCIPLINE)
    expect(rows).toEqual([
      { group: 'promoted', covered: { part: 1, whole: 2 } },
      { group: 'young', covered: { part: 0, whole: 1 } },
      { group: 'key_post', covered: { part: 0, whole: 0 } },
      { group: 'newcomer', covered: { part: 0, whole: 0 } },
    ])

    const file = await say<{ rows: { number: string }[]; next: null }>('ethicsFile', { year, after: null }, DISCIPLINE)
    expect(file.next).toBeNull()
    expect(file.rows.map(({ number }) => number)).toEqual(file.rows.map(({ number }) => number).sort())
    expect(file.rows.find(({ number }) => number === 'QJ-N1')).toMatchObject({
      lessons: 1,
      examsTaken: 1,
      examsPassed: 0,
    })
    expect(file.rows.find(({ number }) => number === 'QJ-N8')).toMatchObject({ examsPassed: 0, certificates: 0 })
    expect(file.rows.find(({ number }) => number === 'QJ-C1')).toMatchObject({ daysPractised: 1 })
    expect(file.rows.some(({ number }) => number === 'QJ-V1')).toBe(false)
  })
})
