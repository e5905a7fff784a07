import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { daysAfter, monthOf, monthsAfter } from '#domain/instant'
import { appointmentActions, supervisorActions } from '#domain/survey/supervision.contract'
import { readySet } from '#domain/survey/ready/ready.sets'
import type { Survey } from '#domain/survey/survey.model'
import { openCloud, type OpenedCloud, OPENIDS } from './opened.cloud'
import { anId, asked, employed, foundedWithTwo, sheetsIn, today, tokensIn } from './survey.asked'

const DAY_MS = 86_400_000

let cloud: OpenedCloud
let skippedMs = 0
let surveyor: string
let supervisor: string
let colleague: string
let doctor: string
let survey: Survey

beforeAll(async () => {
  cloud = await openCloud({ clock: () => Date.now() + skippedMs })
  await foundedWithTwo(cloud)
  surveyor = await employed(cloud, 'T1', ['survey_officer'])
  supervisor = await employed(cloud, 'T2', ['supervisor'])
  colleague = await employed(cloud, 'T3', ['supervisor'])
  doctor = await employed(cloud, 'T4', [], '03.01')
  survey = await asked(
    cloud,
    { rater: 'supervisor', periods: [{ from: daysAfter(today(), -400), to: null }] },
    readySet('supervisor'),
  )
})
afterAll(() => cloud.close())
beforeEach(() => {
  skippedMs = 0
})

const say = async (action: string, input: unknown, openid?: string) => {
  const reply = await cloud.call('survey', action, input, openid)
  return reply.ok ? reply.value : reply.code
}

const aTerm = (staffId: string, about: Record<string, unknown> = {}) => ({
  id: anId(),
  staffId,
  from: daysAfter(today(), -100),
  to: daysAfter(today(), 100),
  note: '市人大代表',
  ...about,
})

const aDuty = (about: Record<string, unknown> = {}) => ({
  id: anId(),
  kind: 'inspection',
  day: today(),
  departmentId: '03.01',
  text: null,
  ...about,
})

const GOOD = { qpledge: '4', qmanner: '5' }
const aRating = (about: Record<string, unknown> = {}) => ({
  id: anId(),
  surveyId: survey.id,
  version: 1,
  departmentId: '03.01',
  answers: GOOD as Record<string, unknown>,
  evidence: {},
  ...about,
})

describe('the appointment of a supervisor', () => {
  it('is for somebody who holds the role, and for days that no other one has', async () => {
    const term = aTerm('T2')
    expect(await say('appointSupervisor', term, surveyor)).toEqual({
      id: term.id,
      rev: 0,
      from: term.from,
      to: term.to,
      note: term.note,
      endedOn: null,
      isInForce: true,
    })
    expect(await say('appointSupervisor', term, surveyor)).toMatchObject({ id: term.id, rev: 0 })
    expect(await say('appointSupervisor', { ...term, note: null }, surveyor)).toBe('request.reused')
    for (const staffId of ['T4', 'T1', 'NOBODY'])
      expect(await say('appointSupervisor', aTerm(staffId), surveyor)).toBe('supervision.not_a_supervisor')
    for (const days of [
      { from: term.to },
      { to: term.from, from: daysAfter(term.from, -9) },
      { from: today(), to: today() },
    ])
      expect(await say('appointSupervisor', aTerm('T2', { to: daysAfter(today(), 300), ...days }), surveyor)).toBe(
        'supervision.terms_overlap',
      )
    const next = aTerm('T2', { from: daysAfter(term.to, 1), to: daysAfter(term.to, 2), note: null })
    expect(await say('appointSupervisor', next, surveyor)).toMatchObject({ isInForce: false })
    expect(await say('appointSupervisor', aTerm('T2', { from: today(), to: daysAfter(today(), -1) }), surveyor)).toBe(
      'input.invalid',
    )
  })

  it('is changed on what was seen, and ended at once', async () => {
    const term = aTerm('T3', { to: daysAfter(today(), 10) })
    expect(await say('appointSupervisor', term, surveyor)).toMatchObject({ rev: 0 })
    const change = { id: term.id, rev: 0, from: term.from, to: daysAfter(today(), 20), note: null }
    expect(await say('changeTerm', change, surveyor)).toMatchObject({ rev: 1, to: change.to, note: null })
    expect(await say('changeTerm', change, surveyor)).toMatchObject({ rev: 1, to: change.to })
    expect(await say('changeTerm', { ...change, note: '换了一句' }, surveyor)).toBe('data.changed')
    expect(await say('changeTerm', { ...change, id: anId() }, surveyor)).toBe('supervision.term_unknown')
    const other = aTerm('T3', { from: daysAfter(today(), 30), to: daysAfter(today(), 40) })
    expect(await say('appointSupervisor', other, surveyor)).toMatchObject({ isInForce: false })
    expect(await say('changeTerm', { ...change, rev: 1, to: other.from }, surveyor)).toBe('supervision.terms_overlap')

    expect(await say('rateable', {}, colleague)).toMatchObject({ month: monthOf(today()) })
    expect(await say('endTerm', { id: term.id, rev: 0 }, surveyor)).toBe('data.changed')
    expect(await say('endTerm', { id: anId(), rev: 0 }, surveyor)).toBe('supervision.term_unknown')
    const ended = { rev: 2, endedOn: today(), isInForce: false }
    expect(await say('endTerm', { id: term.id, rev: 1 }, surveyor)).toMatchObject(ended)
    expect(await say('endTerm', { id: term.id, rev: 1 }, surveyor)).toMatchObject(ended)
    expect(await say('changeTerm', { ...change, rev: 2 }, surveyor)).toBe('supervision.term_over')
    expect(await say('rateable', {}, colleague)).toBe('supervision.no_term')
    expect(
      await say('appointSupervisor', aTerm('T3', { from: today(), to: daysAfter(today(), 3) }), surveyor),
    ).toMatchObject({
      isInForce: true,
    })
  })

  it('opens what a supervisor does from its first day to its last, and no day more', async () => {
    const late = await employed(cloud, 'T5', ['supervisor'])
    expect(await say('supervision', {}, late)).toMatchObject({ term: null, duties: [] })
    expect(await say('rateable', {}, late)).toBe('supervision.no_term')
    await say('appointSupervisor', aTerm('T5', { from: daysAfter(today(), 1), to: daysAfter(today(), 2) }), surveyor)
    for (const [days, isOpen] of [
      [0, false],
      [1, true],
      [2, true],
      [3, false],
    ] as const) {
      skippedMs = days * DAY_MS
      const day = daysAfter(today(), days)
      for (const [action, input] of [
        ['rateable', {}],
        ['lastFindings', { departmentId: '03.01' }],
        ['recordDuty', aDuty({ day })],
        ['rateDepartment', aRating({ departmentId: days === 1 ? '03.01' : '04' })],
        ['removeDuty', { id: anId() }],
      ] as const) {
        const answer = await say(action, input, late)
        expect([days, action, answer === 'supervision.no_term']).toEqual([days, action, !isOpen])
      }
      expect(await say('supervision', {}, late)).toMatchObject({ term: { isInForce: isOpen } })
    }
  })
})

describe('a duty', () => {
  it('is written down once, for a day of the appointment that was', async () => {
    const duty = aDuty({ kind: 'meeting', text: '七位病人和家属到场，说得最多的是报告时间。' })
    const row = { ...duty, departmentName: '呼吸科' }
    expect(await say('recordDuty', duty, supervisor)).toEqual(row)
    expect(await say('recordDuty', duty, supervisor)).toEqual(row)
    expect(await say('recordDuty', { ...duty, text: '别的话' }, supervisor)).toBe('request.reused')
    expect(await say('recordDuty', duty, colleague)).toBe('request.reused')
    for (const day of [daysAfter(today(), 1), daysAfter(today(), -101)])
      expect(await say('recordDuty', aDuty({ day }), supervisor)).toBe('supervision.day_outside')
    expect(await say('recordDuty', aDuty({ departmentId: '69' }), supervisor)).toBe('hospital.department_unknown')
    expect(await say('recordDuty', aDuty({ kind: 'meeting', text: null }), supervisor)).toBe('input.invalid')
  })

  it('is counted by kind for its own page and for the office, which reads whose it was', async () => {
    await say('recordDuty', aDuty({ kind: 'training', departmentId: null, day: daysAfter(today(), -100) }), supervisor)
    await say('recordDuty', aDuty(), supervisor)
    const mine = (await say('supervision', {}, supervisor)) as { duties: { day: string }[]; counts: object }
    expect(mine.counts).toEqual({ inspection: 1, meeting: 1, training: 1, reception: 0 })
    expect(mine.duties.map(({ day }) => day)).toEqual([today(), today(), daysAfter(today(), -100)])
    const office = (await say('supervisors', {}, surveyor)) as { rows: { staffId: string }[] }
    expect(office.rows.find(({ staffId }) => staffId === 'T2')).toMatchObject({
      name: '职工T2',
      duties: mine.counts,
      terms: [{ isInForce: false }, { isInForce: true }],
    })
    const done = { staffId: 'T2', skip: 0 }
    expect(await say('dutiesDone', done, surveyor)).toMatchObject({ total: 3, rows: [{ byName: '职工T2' }, {}, {}] })
    expect(await say('dutiesDone', { ...done, skip: 2 }, surveyor)).toMatchObject({
      total: 3,
      rows: [{ kind: 'training' }],
    })
  })

  it('is taken back by whoever wrote it', async () => {
    const duty = aDuty({ kind: 'reception' })
    await say('recordDuty', duty, supervisor)
    expect(await say('removeDuty', { id: duty.id }, colleague)).toBe('supervision.duty_unknown')
    expect(await say('removeDuty', { id: duty.id }, supervisor)).toEqual({})
    expect(await say('removeDuty', { id: duty.id }, supervisor)).toBe('supervision.duty_unknown')
  })
})

describe('a rating', () => {
  it('needs what was seen wherever an answer is low: of five steps the worst three', async () => {
    const answers = { qpledge: '3', qmanner: '1', qprice: '4', qgift: '2' }
    const before = cloud.exportAll()
    const reply = await cloud.call(
      'survey',
      'rateDepartment',
      aRating({ answers, evidence: { qgift: '家属说到一次。' } }),
      supervisor,
    )
    expect(reply).toMatchObject({
      code: 'supervision.evidence_missing',
      fields: ['evidence.qpledge', 'evidence.qmanner'],
    })
    expect(cloud.exportAll()).toBe(before)
  })

  it('is refused about a department that is not in use, of another questionnaire, and with nothing answered', async () => {
    const before = cloud.exportAll()
    expect(await say('rateDepartment', aRating({ departmentId: '69' }), supervisor)).toBe('hospital.department_unknown')
    expect(await say('rateDepartment', aRating({ surveyId: anId() }), supervisor)).toBe('survey.not_open')
    expect(await say('rateDepartment', aRating({ version: 2 }), supervisor)).toBe('survey.not_open')
    for (const answers of [{}, { qpledge: '9' }])
      expect(await say('rateDepartment', aRating({ answers }), supervisor)).toBe('survey.answer_refused')
    expect(cloud.exportAll()).toBe(before)
  })

  it('is kept under its name for the office, and counts as a sheet that names nobody', async () => {
    const rating = aRating({
      answers: { ...GOOD, qchannel: '2', qwords: '座谈时家属说投诉牌被门挡住了。' },
      evidence: { qchannel: '码牌在门后，站在门口看不见。', qprice: '没有答的题。' },
    })
    const [sheets, tokens] = [sheetsIn(cloud).length, tokensIn(cloud).length]
    const replies = await Promise.all(Array.from({ length: 5 }, () => say('rateDepartment', rating, supervisor)))
    for (const reply of replies) expect(reply).toEqual({ answered: 4, counted: true, concerns: [] })
    expect(await say('rateDepartment', aRating(), supervisor)).toBe('supervision.rated')
    expect([sheetsIn(cloud).length - sheets, tokensIn(cloud).length - tokens]).toEqual([1, 1])
    const sheet = sheetsIn(cloud).find(({ answers }) => answers.includes('qchannel'))
    expect(sheet).toMatchObject({ rater: 'supervisor', way: 'self', departmentId: '03.01' })
    expect(JSON.stringify(sheet)).not.toMatch(/T2|门后/)

    const given = (await say('ratingsGiven', { departmentId: '03.01', skip: 0 }, surveyor)) as {
      rows: { byName: string }[]
    }
    expect(given.rows.find(({ byName }) => byName === '职工T2')).toMatchObject({
      month: monthOf(today()),
      departmentName: '呼吸科',
      items: [
        { questionId: 'qpledge', answer: '醒目', score: 75, isLow: false, evidence: null },
        { questionId: 'qchannel', answer: '要问人', score: 25, isLow: true, evidence: '码牌在门后，站在门口看不见。' },
        { questionId: 'qmanner', answer: '暖心', score: 100 },
        { questionId: 'qwords', score: null, isLow: false },
      ],
    })
    expect(await say('rateable', {}, supervisor)).toMatchObject({
      survey: { surveyId: survey.id, rater: 'supervisor' },
      departments: [
        { id: '03.01', done: true },
        { id: '04', done: false },
      ],
    })
    expect(await say('supervision', {}, supervisor)).toMatchObject({ rated: 1, rateable: 2 })
  })

  it('is read by the department without who gave it', async () => {
    const found = (await say('foundInMine', {}, doctor)) as { departmentName: string; rows: object[] }
    expect(found.departmentName).toBe('呼吸科')
    expect(JSON.stringify(found)).toContain('码牌在门后')
    expect(JSON.stringify(found)).not.toMatch(/T2|职工/)
    for (const openid of [OPENIDS.officer, supervisor, 'openid-visitor'])
      expect(await say('foundInMine', {}, openid)).toBe('auth.forbidden')
  })

  it('leads the next one, with what the department took on since', async () => {
    expect(await say('lastFindings', { departmentId: '03.01' }, colleague)).toEqual({ findings: [] })
    const improvement = {
      id: anId(),
      rev: 0,
      hospitalId: 'h1',
      departmentId: '03.01',
      state: 'changed',
      isPublic: false,
      source: { surveyId: survey.id, questionId: 'qchannel', quarter: '2099-Q4' },
      said: '码牌看不见。',
      saidBy: null,
      plan: '把码牌挪到门口。',
      ownerName: '护士长',
      dueOn: today(),
      moved: [],
      proposedOn: today(),
      changedOn: today(),
      result: '挪到了门口。',
      checkedBy: '',
      reason: '',
    }
    await cloud.insertMissing('improvements', [improvement])
    skippedMs = Date.parse(`${monthsAfter(`${monthOf(today())}-01`, 1)}T09:00+08:00`) - Date.now()
    expect(await say('lastFindings', { departmentId: '03.01' }, supervisor)).toEqual({
      findings: [
        {
          month: monthOf(today()),
          questionId: 'qchannel',
          question: '投诉的地方，病人看得见吗？',
          answer: '要问人',
          evidence: '码牌在门后，站在门口看不见。',
          mended: { plan: '把码牌挪到门口。', result: '挪到了门口。', state: 'changed', dueOn: today() },
        },
      ],
    })
    expect(await say('lastFindings', { departmentId: '04' }, supervisor)).toEqual({ findings: [] })
    expect(await say('lastFindings', { departmentId: '69' }, supervisor)).toBe('hospital.department_unknown')
    expect(await say('rateDepartment', aRating(), supervisor)).toMatchObject({ counted: true })
  })
})

const INPUTS: Record<string, unknown> = {
  supervision: {},
  recordDuty: aDuty(),
  removeDuty: { id: anId() },
  rateable: {},
  lastFindings: { departmentId: '03.01' },
  rateDepartment: { ...aRatingOf(), departmentId: '04' },
  foundInMine: {},
  supervisors: {},
  appointSupervisor: aTerm('T4'),
  changeTerm: { id: anId(), rev: 0, from: today(), to: today(), note: null },
  endTerm: { id: anId(), rev: 0 },
  dutiesDone: { staffId: null, skip: 0 },
  ratingsGiven: { departmentId: null, skip: 0 },
}

function aRatingOf() {
  return { id: anId(), surveyId: anId(), version: 1, answers: GOOD, evidence: {} }
}

describe('who may do it', () => {
  it.each(Object.keys({ ...supervisorActions, ...appointmentActions }))('%s', async (action) => {
    const openids = {
      surveyor,
      supervisor,
      administrator: OPENIDS.administrator,
      officer: OPENIDS.officer,
      handler: OPENIDS.handler,
      doctor,
      visitor: 'openid-visitor',
    }
    const allowed: string[] = []
    for (const [who, openid] of Object.entries(openids))
      if ((await say(action, INPUTS[action], openid)) !== 'auth.forbidden') allowed.push(who)
    const expected = action === 'foundInMine' ? 'doctor' : action in supervisorActions ? 'supervisor' : 'surveyor'
    expect(allowed).toEqual([expected])
    expect(await say(action, INPUTS[action])).toBe('auth.required')
  })
})
