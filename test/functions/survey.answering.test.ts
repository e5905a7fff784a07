import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { beijingDay, daysAfter, type Instant, monthOf, monthsAfter } from '#domain/instant'
import { WEB_SHEETS_PER_DAY } from '#domain/survey/answering.rules'
import type { Survey } from '#domain/survey/survey.model'
import { aSurveyForm, SURVEYOR, surveyOffice } from '../builders/answering.builder'
import { openCloud, type OpenedCloud, OPENIDS } from './opened.cloud'
import {
  anId,
  ANSWERS,
  asked,
  aSubmission,
  employed,
  foundedWithTwo,
  sheetsIn,
  stored,
  today,
  tokensIn,
} from './survey.asked'

const VISITOR = 'openid-visitor'
const DAY_MS = 86_400_000

let cloud: OpenedCloud
let skippedMs = 0
let failing: (() => boolean) | null = null

const opened = async () => {
  skippedMs = 0
  failing = null
  cloud = await openCloud({
    clock: () => Date.now() + skippedMs,
    beforeCommit: () => {
      if (failing?.()) throw new Error('the disk is gone')
    },
  })
  await foundedWithTwo(cloud)
}

const say = async (action: string, input: unknown, openid?: string) => {
  const reply = await cloud.call('survey', action, input, openid)
  return reply.ok ? reply.value : reply.code
}

const answered = (survey: Survey, action = 'answer', openid: string | undefined = VISITOR) =>
  say(action, aSubmission(survey), openid)

const THANKS = { answered: 3, counted: true, concerns: [] }

describe('a visitor who answers', () => {
  let survey: Survey
  beforeAll(async () => {
    await opened()
    survey = await asked(cloud, { rater: 'outpatient' }, aSurveyForm(), aSurveyForm({ title: '第二稿' }))
  })
  afterAll(() => cloud.close())

  it('sees what is asked where the code hangs, and by whom', async () => {
    expect(await say('open', { rater: 'outpatient', scene: 't=W-1' })).toEqual({
      surveyId: survey.id,
      version: 2,
      rater: 'outpatient',
      form: aSurveyForm({ title: '第二稿' }),
      hospitalName: '青衿市人民医院',
      place: { touchpointId: 'W-1', departmentId: '03.01', departmentName: '呼吸科', place: '12 层东病区' },
      shownFrom: 10,
      until: null,
      changed: null,
    })
    expect(await say('open', { rater: 'outpatient' })).toMatchObject({ place: null })
    expect(await say('open', { rater: 'inpatient' })).toBe('survey.not_open')
  })

  it('leaves a sheet with a day, a place and the answers, and a token beside it', async () => {
    expect(await say('answer', aSubmission(survey, { scene: 't=W-1' }), VISITOR)).toEqual(THANKS)
    expect(sheetsIn(cloud)).toEqual([
      {
        _id: expect.stringMatching(/^[0-9a-f]{64}$/),
        id: expect.stringMatching(/^[0-9a-f]{64}$/),
        rev: 0,
        hospitalId: 'h1',
        surveyId: survey.id,
        version: 2,
        rater: 'outpatient',
        way: 'self',
        departmentId: '03.01',
        touchpointId: 'W-1',
        day: today(),
        answers: JSON.stringify(ANSWERS),
        pending: true,
      },
    ])
    expect(tokensIn(cloud)).toEqual([
      {
        _id: expect.any(String),
        id: expect.stringMatching(/^[0-9a-f]{64}$/),
        rev: 0,
        claim: expect.stringMatching(/^[0-9a-f]{64}$/),
        until: daysAfter(monthsAfter(`${monthOf(today())}-01`, 1), -1),
      },
    ])
  })

  it('is asked once for a kind and a month, wherever they scan and whichever version they hold', async () => {
    expect(await say('answer', aSubmission(survey, { scene: 't=W-1' }), VISITOR)).toBe('survey.already_answered')
    expect(await say('answer', aSubmission(survey, { version: 1 }), VISITOR)).toBe('survey.already_answered')
    const stay = await asked(cloud, { rater: 'inpatient' })
    expect(await answered(stay)).toEqual(THANKS)
    expect(await answered(stay)).toBe('survey.already_answered')
  })

  it('hands in the version they began with, which the sheet keeps', async () => {
    const submission = aSubmission(survey, { version: 1 })
    expect(await say('answer', submission, 'openid-slow')).toEqual(THANKS)
    expect(sheetsIn(cloud).filter(({ surveyId, version }) => surveyId === survey.id && version === 1)).toHaveLength(1)
    for (const version of [3, 99])
      expect(await say('answer', aSubmission(survey, { version }), 'openid-early')).toBe('survey.not_open')
  })

  it('is told what the answers let the page offer', async () => {
    const worst = { q2: 'no', q5: 's0', q6: 'yes' }
    expect(await say('answer', aSubmission(survey, { answers: worst }), 'openid-sad')).toEqual({
      answered: 3,
      counted: true,
      concerns: ['complaint', 'report'],
    })
  })

  it('leaves nothing of what was hidden, unreached, unasked or left blank', async () => {
    const answers = { ...ANSWERS, q3: 9, q4: [], q7: '  ', qs: 'x', q99: '没有这一题', openid: 'x' }
    expect(await say('answer', aSubmission(survey, { answers }), 'openid-changed-mind')).toEqual(THANKS)
    expect(sheetsIn(cloud).filter((sheet) => sheet.answers === JSON.stringify(ANSWERS))).toHaveLength(4)
    for (const { answers: kept } of sheetsIn(cloud)) expect(kept).not.toMatch(/q3|q99|qs|没有这一题|openid/)
  })

  it.each([
    ['an answer that the question does not have', { ...ANSWERS, q5: 's9' }, ['answers.q5']],
    ['a required one left out', { q1: 's3', q2: 'no' }, ['answers.q5']],
    ['a number beyond its scale', { ...ANSWERS, q2: 'yes', q3: 11 }, ['answers.q3']],
    ['what excludes the others beside others', { ...ANSWERS, q4: ['none', 'road'] }, ['answers.q4']],
  ])('is told which question to look at: %s', async (_, answers, fields) => {
    const before = cloud.exportAll()
    const reply = await cloud.call('survey', 'answer', aSubmission(survey, { answers }), 'openid-wrong')
    expect(reply).toMatchObject({ ok: false, code: 'survey.answer_refused', fields })
    expect(cloud.exportAll()).toBe(before)
  })

  it('hands in nothing where nothing is answered', async () => {
    const questions = aSurveyForm().questions.map((question) => ({ ...question, required: false }))
    const lax = await asked(cloud, { rater: 'outpatient' }, aSurveyForm({ questions } as never))
    const before = cloud.exportAll()
    for (const answers of [{}, { q7: ' ' }, { q99: 'x' }])
      expect(await say('answer', aSubmission(lax, { answers }), 'openid-blank')).toBe('survey.answer_refused')
    expect(cloud.exportAll()).toBe(before)
  })

  it('answers questionnaires of patients alone by this door', async () => {
    for (const rater of ['staff', 'peer', 'follow_up', 'supervisor'] as const) {
      const other = await asked(cloud, { rater })
      for (const action of ['answer', 'answerUnverified'])
        expect(await answered(other, action, 'openid-curious')).toBe('survey.not_open')
    }
    const elsewhere = await asked(cloud, { rater: 'outpatient', hospitalId: 'h2' })
    expect(await answered(elsewhere, 'answer', 'openid-curious')).toBe('survey.not_open')
    expect(await say('answer', aSubmission({ id: anId(), version: 1 } as Survey), 'openid-curious')).toBe(
      'survey.not_open',
    )
  })

  it('is not asked before, after, or once it is retired', async () => {
    const day = today()
    for (const about of [
      { periods: [{ from: daysAfter(day, 1), to: null }] },
      { periods: [{ from: daysAfter(day, -9), to: daysAfter(day, -1) }] },
      { periods: [] },
      { retired: true },
    ]) {
      const closed = await asked(cloud, { rater: 'inpatient', ...about })
      for (const action of ['answer', 'answerUnverified'])
        expect(await answered(closed, action, 'openid-late')).toBe('survey.not_open')
    }
    const lastDay = await asked(cloud, { rater: 'inpatient', periods: [{ from: day, to: day }] })
    expect(await answered(lastDay, 'answer', 'openid-just-in-time')).toEqual(THANKS)
  })
})

describe('a hospital that was not founded', () => {
  it('asks nobody', async () => {
    cloud = await openCloud()
    const submission = aSubmission({ id: anId(), version: 1 } as Survey)
    for (const [action, input] of [
      ['open', { rater: 'outpatient' }],
      ['answer', submission],
      ['answerUnverified', submission],
    ] as const)
      expect(await say(action, input, VISITOR)).toBe('hospital.not_founded')
    await cloud.close()
  })
})

describe('the same submission', () => {
  beforeAll(opened)
  afterAll(() => cloud.close())

  it('five times is one sheet, one after the other and all at once, from every door', async () => {
    const survey = await asked(cloud, { rater: 'outpatient' })
    for (const [action, openid] of [
      ['answer', VISITOR],
      ['answerUnverified', undefined],
    ] as const) {
      const before = sheetsIn(cloud).length
      for (const submission of [aSubmission(survey), aSubmission(survey)].slice(0, action === 'answer' ? 1 : 2)) {
        const replies = await Promise.all(Array.from({ length: 5 }, () => say(action, submission, openid)))
        for (let time = 0; time < 5; time += 1) replies.push(await say(action, submission, openid))
        expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1)
        expect(replies[0]).toMatchObject({ answered: 3, counted: action === 'answer' })
      }
      expect(sheetsIn(cloud).length - before).toBe(action === 'answer' ? 1 : 2)
    }
    expect(tokensIn(cloud)).toHaveLength(1)
  })

  it('is the same whatever was changed in it until it arrived again: the first one is kept', async () => {
    const survey = await asked(cloud, { rater: 'inpatient' }, aSurveyForm(), aSurveyForm())
    const submission = aSubmission(survey, { scene: 't=W-1' })
    const before = sheetsIn(cloud).length
    for (const about of [{}, { scene: undefined }, { version: 1 }, { answers: { ...ANSWERS, q5: 's0' } }])
      expect(await say('answer', { ...submission, ...about }, VISITOR)).toMatchObject({ answered: 3 })
    const kept = sheetsIn(cloud).filter(({ surveyId }) => surveyId === survey.id)
    expect(sheetsIn(cloud).length - before).toBe(1)
    expect(kept).toMatchObject([{ departmentId: '03.01', version: 2, answers: JSON.stringify(ANSWERS) }])
  })

  it('is thanked for once it is there, also when the questionnaire was closed or full meanwhile', async () => {
    const survey = await asked(cloud, { rater: 'outpatient', quota: { total: 1, perDepartment: null } })
    const submission = aSubmission(survey)
    expect(await say('answer', submission, 'openid-first')).toEqual(THANKS)
    expect(await say('answer', submission, 'openid-first')).toEqual(THANKS)
    expect(await answered(survey, 'answer', 'openid-second')).toBe('survey.full')
    skippedMs = 40 * DAY_MS
    const before = sheetsIn(cloud).length
    expect(await say('answer', submission, 'openid-first')).toEqual(THANKS)
    skippedMs = 0
    expect(sheetsIn(cloud)).toHaveLength(before)
  })

  it('loses nothing where the disk failed between the token and the sheet', async () => {
    const survey = await asked(cloud, { rater: 'outpatient' })
    const submission = aSubmission(survey)
    const [sheets, tokens] = [sheetsIn(cloud).length, tokensIn(cloud).length]
    let commits = 0
    failing = () => (commits += 1) > 1
    expect(await say('answer', submission, 'openid-crash')).toBe('system.failed')
    failing = null
    expect([sheetsIn(cloud).length, tokensIn(cloud).length]).toEqual([sheets, tokens + 1])
    expect(await answered(survey, 'answer', 'openid-crash')).toBe('survey.already_answered')
    expect(await say('answer', submission, 'openid-crash')).toEqual(THANKS)
    expect(sheetsIn(cloud).length).toBe(sheets + 1)
  })
})

describe('many submissions of one visitor', () => {
  beforeAll(opened)
  afterAll(() => cloud.close())

  it('with a thousand different numbers, in parallel, leave one sheet that counts', async () => {
    const survey = await asked(cloud, { rater: 'outpatient' })
    const replies: unknown[] = []
    for (let batch = 0; batch < 20; batch += 1)
      replies.push(...(await Promise.all(Array.from({ length: 50 }, () => answered(survey)))))
    expect(replies.filter((reply) => reply !== 'survey.already_answered')).toEqual([THANKS])
    expect(sheetsIn(cloud)).toHaveLength(1)
    expect(tokensIn(cloud)).toHaveLength(1)
  }, 300_000)

  it('in a browser that nobody vouches for are kept apart, and end at a number for the day', async () => {
    const survey = await asked(cloud, { rater: 'outpatient' })
    const replies: unknown[] = []
    for (let batch = 0; batch < (WEB_SHEETS_PER_DAY + 50) / 50; batch += 1)
      replies.push(...(await Promise.all(Array.from({ length: 50 }, () => answered(survey, 'answerUnverified', '')))))
    const kept = sheetsIn(cloud).filter(({ surveyId }) => surveyId === survey.id)
    expect(kept.every(({ way }) => way === 'web')).toBe(true)
    // Those under way together may go over.
    expect(kept.length).toBeGreaterThanOrEqual(WEB_SHEETS_PER_DAY)
    expect(kept.length).toBeLessThan(WEB_SHEETS_PER_DAY + 50)
    expect(replies.filter((reply) => reply === 'survey.web_day_full')).toHaveLength(replies.length - kept.length)
    expect(tokensIn(cloud)).toHaveLength(1)
  }, 300_000)

  it('count again next month', async () => {
    const survey = await asked(cloud, { rater: 'inpatient' })
    expect(await answered(survey)).toEqual(THANKS)
    const now = Date.now() as Instant
    skippedMs = Date.parse(`${monthsAfter(`${monthOf(beijingDay(now))}-01`, 1)}T00:00+08:00`) - now - 5000
    expect(await answered(survey)).toBe('survey.already_answered')
    skippedMs += 10_000
    expect(await answered(survey)).toEqual(THANKS)
    skippedMs = 0
  })
})

describe('a quota', () => {
  beforeAll(opened)
  afterAll(() => cloud.close())

  it('is counted in all within the open period, by answers that count', async () => {
    const periods = [
      { from: daysAfter(today(), -60), to: daysAfter(today(), -30) },
      { from: daysAfter(today(), -3), to: null },
    ]
    const survey = await asked(cloud, { rater: 'outpatient', quota: { total: 2, perDepartment: null }, periods })
    const earlier = { rev: 0, hospitalId: 'h1', surveyId: survey.id, version: 1, rater: 'outpatient', way: 'self' }
    const days = [-60, -30, -31].map((ago) => daysAfter(today(), ago))
    await cloud.insertMissing(
      'survey_sheets',
      days.map((day) => ({
        ...earlier,
        id: `${anId()}${anId()}`,
        departmentId: null,
        touchpointId: null,
        day,
        answers: '{}',
        pending: false,
      })),
    )
    for (let time = 0; time < 3; time += 1)
      expect(await answered(survey, 'answerUnverified')).toMatchObject({ counted: false })
    expect(await answered(survey, 'answer', 'openid-1')).toEqual(THANKS)
    expect(await answered(survey, 'answer', 'openid-2')).toEqual(THANKS)
    const before = cloud.exportAll()
    expect(await answered(survey, 'answer', 'openid-3')).toBe('survey.full')
    expect(cloud.exportAll()).toBe(before)
    expect(await answered(survey, 'answerUnverified')).toMatchObject({ counted: false })
  })

  it('of a department leaves the others open', async () => {
    const survey = await asked(cloud, { rater: 'inpatient', quota: { total: null, perDepartment: 1 } })
    const here = (openid: string) => say('answer', aSubmission(survey, { scene: 't=W-1' }), openid)
    expect(await here('openid-1')).toEqual(THANKS)
    expect(await here('openid-2')).toBe('survey.full')
    expect(await answered(survey, 'answer', 'openid-2')).toEqual(THANKS)
    expect(await answered(survey, 'answer', 'openid-3')).toEqual(THANKS)
  })
})

describe('staff', () => {
  let staff: Survey
  let peer: Survey
  let nurse: string
  let surgeon: string
  let supervisor: string
  beforeAll(async () => {
    await opened()
    nurse = await employed(cloud, 'N1', [], '03.01')
    surgeon = await employed(cloud, 'N2', ['case_handler'], '04')
    supervisor = await employed(cloud, 'N3', ['supervisor'])
    await cloud.call('hospital', 'addDepartment', { id: '05', name: '停用科' }, OPENIDS.administrator)
    const retired = { id: '05', rev: 0, name: '停用科', retired: true }
    expect(await cloud.call('hospital', 'changeDepartment', retired, OPENIDS.administrator)).toMatchObject({ ok: true })
    const periods = [{ from: daysAfter(today(), -3), to: daysAfter(today(), 40) }]
    staff = await asked(cloud, { rater: 'staff', periods })
    peer = await asked(cloud, { rater: 'peer', periods })
  })
  afterAll(() => cloud.close())

  const rate = (openid: string, departmentId: string | null, survey = peer) =>
    say('answerAsStaff', { ...aSubmission(survey), departmentId }, openid)

  it('see what they may answer: their hospital, and every department in use but their own', async () => {
    const until = daysAfter(today(), 40)
    const common = { title: '门诊就诊评价', questions: 7, until, done: false }
    expect(await say('forStaff', {}, nurse)).toEqual({
      surveys: [
        { ...common, surveyId: staff.id, rater: 'staff', departments: [] },
        { ...common, surveyId: peer.id, rater: 'peer', departments: [{ id: '04', name: '外科', done: false }] },
      ],
    })
    const everywhere = (await say('forStaff', {}, OPENIDS.officer)) as { surveys: { departments: unknown[] }[] }
    expect(everywhere.surveys[1]?.departments).toHaveLength(2)
    expect(await say('forStaff', {}, supervisor)).toEqual({ surveys: [] })
    expect(await say('forStaff', {}, VISITOR)).toBe('auth.forbidden')
  })

  it('open theirs and no other', async () => {
    expect(await say('openAsStaff', { surveyId: staff.id }, nurse)).toMatchObject({ surveyId: staff.id, place: null })
    expect(await say('openAsStaff', { surveyId: peer.id }, nurse)).toMatchObject({ rater: 'peer' })
    const patients = await asked(cloud, { rater: 'outpatient' })
    expect(await say('openAsStaff', { surveyId: patients.id }, nurse)).toBe('survey.not_open')
    expect(await say('openAsStaff', { surveyId: anId() }, nurse)).toBe('survey.not_open')
    for (const openid of [supervisor, VISITOR])
      expect(await say('openAsStaff', { surveyId: staff.id }, openid)).toBe('auth.forbidden')
  })

  it('rate no department of their own, none that is not in use, and the hospital only where it is asked about', async () => {
    const before = cloud.exportAll()
    expect(await rate(nurse, '03.01')).toBe('survey.own_department')
    for (const departmentId of ['05', '69', null])
      expect(await rate(nurse, departmentId)).toBe('hospital.department_unknown')
    expect(await rate(nurse, '04', staff)).toBe('hospital.department_unknown')
    for (const openid of [supervisor, VISITOR]) expect(await rate(openid, '04')).toBe('auth.forbidden')
    expect(cloud.exportAll()).toBe(before)
  })

  it('answer once in an open period, about each department', async () => {
    expect(await rate(nurse, null, staff)).toEqual(THANKS)
    expect(await rate(nurse, null, staff)).toBe('survey.already_answered')
    expect(await rate(OPENIDS.officer, '03.01')).toEqual(THANKS)
    expect(await rate(OPENIDS.officer, '04')).toEqual(THANKS)
    expect(await rate(OPENIDS.officer, '04')).toBe('survey.already_answered')
    expect(await rate(surgeon, '03.01')).toEqual(THANKS)
    const { surveys } = (await say('forStaff', {}, OPENIDS.officer)) as { surveys: Record<string, unknown>[] }
    expect(surveys).toMatchObject([
      { rater: 'staff', done: false },
      { rater: 'peer', done: true, departments: [{ done: true }, { done: true }] },
    ])
    expect(
      sheetsIn(cloud)
        .map(({ rater, departmentId }) => `${rater} ${departmentId}`)
        .sort(),
    ).toEqual(['peer 03.01', 'peer 03.01', 'peer 04', 'staff null'])
  })

  it('answer again in the next open period', async () => {
    const { id } = await asked(cloud, {
      rater: 'staff',
      periods: [
        { from: today(), to: today() },
        { from: daysAfter(today(), 2), to: null },
      ],
    })
    const next = { id, version: 1 } as Survey
    expect(await rate(nurse, null, next)).toEqual(THANKS)
    skippedMs = 2 * DAY_MS
    expect(await rate(nurse, null, next)).toEqual(THANKS)
    expect(await rate(nurse, null, next)).toBe('survey.already_answered')
    skippedMs = 0
  })

  it('are not asked any more once they left', async () => {
    const people = stored<{ id: string; rev: number }>(cloud, 'staff')
    const rev = people.find(({ id }) => id === 'N2')?.rev
    await cloud.call('hospital', 'leave', { staffId: 'N2', rev }, OPENIDS.administrator)
    expect(await say('forStaff', {}, surgeon)).toBe('auth.forbidden')
  })
})

describe('a link of one stay', () => {
  let survey: Survey
  let link: string
  beforeAll(async () => {
    await opened()
    const office = await surveyOffice(cloud)
    survey = await asked(cloud, { rater: 'follow_up', periods: [{ from: daysAfter(today(), -90), to: null }] })
    link = await office.discharge('陈某')
  })
  afterAll(() => cloud.close())

  it('opens its questionnaire to whoever holds it', async () => {
    expect(await say('openLink', { link })).toMatchObject({ surveyId: survey.id, rater: 'follow_up', place: null })
  })

  it('that was made up or changed is known nowhere', async () => {
    const [id = '', signature = ''] = link.split('-')
    const before = cloud.exportAll()
    for (const wrong of [
      `${anId()}-${signature}`,
      `${id}-${anId()}`,
      `${id}-${signature.slice(0, -1)}${signature.endsWith('0') ? '1' : '0'}`,
    ]) {
      expect(await say('openLink', { link: wrong })).toBe('survey.link_unknown')
      expect(await say('answerLink', { ...aSubmission(survey), link: wrong })).toBe('survey.link_unknown')
    }
    expect(cloud.exportAll()).toBe(before)
  })

  it('is answered once, about the department of the stay; of when, the sheet knows the week', async () => {
    const submission = { ...aSubmission(survey), link }
    const replies = await Promise.all(
      [submission, submission, { ...aSubmission(survey), link }].map((each) => say('answerLink', each)),
    )
    expect(replies.filter((reply) => reply === 'survey.already_answered').length).toBeGreaterThan(0)
    const sheets = sheetsIn(cloud)
    expect(sheets).toMatchObject([{ rater: 'follow_up', way: 'self', departmentId: '03.01', touchpointId: null }])
    const weekday = new Date(`${sheets[0]?.day}T00:00Z`).getUTCDay()
    expect(weekday === 1 || sheets[0]?.day.endsWith('-01')).toBe(true)
    expect(await say('openLink', { link })).toBe('survey.already_answered')
    expect(await say('answerLink', { ...aSubmission(survey), link })).toBe('survey.already_answered')
    expect(stored(cloud, 'follow_ups')).toMatchObject([{ answered: true, outcome: 'answered_link' }])
  })

  it('stays answered when its token is gone', async () => {
    skippedMs = 400 * DAY_MS
    expect(await cloud.fireTimer('clock')).toMatchObject({ ok: true, done: { spentTokens: 1 } })
    expect(await say('answerLink', { ...aSubmission(survey), link })).toBe('survey.already_answered')
    expect(sheetsIn(cloud)).toHaveLength(1)
    skippedMs = 0
  })

  it('takes no questionnaire of other raters', async () => {
    const other = await asked(cloud, { rater: 'outpatient' })
    expect(await say('answerLink', { ...aSubmission(other), link })).toBe('survey.not_open')
    expect(await say('forStaff', {}, SURVEYOR)).toMatchObject({ surveys: [] })
  })
})

describe('tokens', () => {
  it('are removed by the night after their last day, and the sheets stay', async () => {
    await opened()
    const survey = await asked(cloud, { rater: 'outpatient' })
    const followed = { id: '0'.repeat(64), rev: 0, claim: '1'.repeat(64), until: '9999-12-31' }
    await cloud.insertMissing('survey_tokens', [followed])
    expect(await answered(survey)).toEqual(THANKS)
    const until = tokensIn(cloud).find(({ id }) => id !== followed.id)?.until ?? ''
    const lastEvening = Date.parse(`${until}T23:00+08:00`)
    skippedMs = lastEvening - Date.now()
    expect(await cloud.fireTimer('clock')).toMatchObject({ ok: true, done: { spentTokens: 0 } })
    skippedMs += 2 * 3_600_000
    expect(await cloud.fireTimer('clock')).toMatchObject({ ok: true, done: { spentTokens: 1 } })
    expect(tokensIn(cloud)).toMatchObject([{ id: followed.id }])
    expect(sheetsIn(cloud)).toHaveLength(1)
    await cloud.close()
  })
})
