import { randomBytes } from 'node:crypto'
import { readySet } from '#domain/survey/ready/ready.sets'
import type { Form, QuestionId } from '#domain/survey/question.model'
import { beijingDay, type Day, type Instant } from '#domain/instant'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { founded, openCloud, type OpenedCloud, OPENIDS } from './opened.cloud'

const STAFF = [
  ['S7', '叶主任', 'survey_officer', 'openid-surveyor'],
  ['S8', '罗护士', 'follow_up', 'openid-caller'],
  ['S9', '方院长', 'leader', 'openid-leader'],
  ['S10', '魏监督员', 'supervisor', 'openid-supervisor'],
] as const
const SURVEYOR = 'openid-surveyor'

const DAY = 86_400_000
const dayFromNow = (days: number): Day => beijingDay((Date.now() + days * DAY) as Instant)

let cloud: OpenedCloud
const act = (action: string, input: unknown, openid = SURVEYOR) => cloud.call('survey', action, input, openid)

const must = async (action: string, input: unknown) => {
  const reply = await act(action, input)
  if (!reply.ok) throw new Error(`${action}: ${reply.code}`)
  return reply.value as { id: string; rev: number; version: number }
}

const anId = () => randomBytes(16).toString('hex')
const NO_QUOTA = { total: null, perDepartment: null }

/** A questionnaire that is not published yet. */
const added = (draft: Form = readySet('outpatient'), rater = 'outpatient') =>
  must('addSurvey', { id: anId(), rater, draft })

const published = async (draft?: Form, rater?: string) => {
  const { id, rev } = await added(draft, rater)
  return must('publish', { id, rev })
}

const detail = async (surveyId: string) =>
  (await act('survey', { surveyId })).value as unknown as {
    survey: { rev: number; version: number; draft: Form }
    asked: Form | null
    versions: { version: number; publishedOn: string; byName: string; questions: number }[]
  }

const versionOf = async (surveyId: string, version: number) => (await act('version', { surveyId, version })).value

const stored = (collection: string) =>
  cloud
    .exportAll()
    .split('\n')
    .map((line) => JSON.parse(line) as { collection: string; document: Record<string, unknown> })
    .flatMap((line) => (line.collection === collection ? [line.document] : []))

/** The ready set with one question in other words. */
const reworded = (text: string): Form => {
  const form = readySet('outpatient')
  return { ...form, questions: form.questions.map((one) => (one.id === 'qsigns' ? { ...one, text } : one)) }
}

/** The ready set with a question whose answers mean something else. */
const rescored = (): Form => {
  const form = readySet('outpatient')
  const changed = form.questions.map((one) =>
    one.kind === 'scale' && one.id === 'qsigns' ? { ...one, scale: 'S4' as const } : one,
  )
  return { ...form, questions: changed }
}

beforeAll(async () => {
  cloud = await openCloud()
  await founded(cloud)
  for (const [at, [staffId, name, role, openid]] of STAFF.entries()) {
    const person = { staffId, number: `QJ-${staffId}`, name, departmentId: null, roles: [role] }
    await cloud.call('hospital', 'addPerson', person, OPENIDS.administrator)
    const code = `0123456789ABCDE${'JKMN'[at]}`
    await cloud.call('hospital', 'invite', { people: [{ staffId, code }] }, OPENIDS.administrator)
    expect(await cloud.call('hospital', 'join', { number: `QJ-${staffId}`, code }, openid)).toMatchObject({ ok: true })
  }
})
afterAll(() => cloud.close())

// One test's questionnaires are not to be asked beside the next one's.
beforeEach(async () => {
  const { rows } = (await act('surveys', {})).value as { rows: { id: string; rev: number; retired: boolean }[] }
  for (const { id, rev, retired } of rows) {
    if (!retired) await must('schedule', { id, rev, periods: [], quota: NO_QUOTA, retired: true })
  }
})

describe('the survey office', () => {
  const surveyId = 'ab'.repeat(16)
  const inputs: Record<string, unknown> = {
    surveys: {},
    survey: { surveyId },
    version: { surveyId, version: 1 },
    addSurvey: { id: anId(), rater: 'staff', draft: readySet('staff') },
    saveDraft: { id: surveyId, rev: 0, draft: readySet('staff') },
    publish: { id: surveyId, rev: 0 },
    schedule: { id: surveyId, rev: 0, periods: [], quota: NO_QUOTA, retired: false },
  }
  const others = [
    'openid-visitor',
    OPENIDS.administrator,
    OPENIDS.officer,
    OPENIDS.handler,
    'openid-caller',
    'openid-leader',
    'openid-supervisor',
  ]

  it.each(Object.keys(inputs))('alone may call %s', async (action) => {
    for (const openid of others) {
      expect([openid, (await act(action, inputs[action], openid)).code]).toEqual([openid, 'auth.forbidden'])
    }
    const { code } = await act(action, inputs[action])
    expect(code === undefined || code === 'survey.unknown').toBe(true)
  })
})

describe('a questionnaire that was begun', () => {
  it('stands in the list and is asked of nobody', async () => {
    const { id } = await added()
    const { rows } = (await act('surveys', {})).value as { rows: Record<string, unknown>[] }
    expect(rows.find((row) => row['id'] === id)).toMatchObject({
      title: '门诊就诊评价',
      rater: 'outpatient',
      version: 0,
      questions: 11,
      isOpen: false,
      isChanged: false,
      changedByName: '叶主任',
    })
    expect(await detail(id)).toMatchObject({ asked: null, versions: [] })
  })

  it('is begun once, however often it is sent', async () => {
    const begun = { id: anId(), rater: 'peer', draft: readySet('peer') }
    const first = await act('addSurvey', begun)
    const before = cloud.exportAll()
    expect(await act('addSurvey', begun)).toEqual(first)
    expect(await act('addSurvey', { ...begun, rater: 'staff' })).toMatchObject({ code: 'request.reused' })
    expect(await act('addSurvey', { ...begun, draft: readySet('staff') })).toMatchObject({ code: 'request.reused' })
    expect(cloud.exportAll()).toBe(before)
  })

  it('is unknown where there is none', async () => {
    expect(await act('survey', { surveyId: anId() })).toMatchObject({ code: 'survey.unknown' })
    expect(await act('version', { surveyId: (await added()).id, version: 1 })).toMatchObject({ code: 'survey.unknown' })
  })
})

describe('a draft', () => {
  it('is kept though its branches are unfinished', async () => {
    const { id, rev } = await added()
    const draft = { ...readySet('outpatient'), overall: 'qgone' }
    expect(await act('saveDraft', { id, rev, draft })).toMatchObject({ ok: true, value: { rev: rev + 1 } })
    expect((await detail(id)).survey.draft.overall).toBe('qgone')
  })

  it('is not written over what somebody else wrote, and a second sending is the same', async () => {
    const { id, rev } = await added()
    const mine = { id, rev, draft: reworded('靠指示牌找地方，您觉得怎么样？') }
    const first = await act('saveDraft', mine)
    expect(await act('saveDraft', mine)).toEqual(first)
    expect(await act('saveDraft', { id, rev, draft: readySet('outpatient') })).toMatchObject({ code: 'data.changed' })
    expect((await detail(id)).survey.draft).toEqual(mine.draft)
  })

  it('goes to one of two who write at once', async () => {
    const { id, rev } = await added()
    const drafts = ['一', '二', '三', '四'].map((word) => reworded(`靠指示牌找地方怎么样？（${word}）`))
    const replies = await Promise.all(drafts.map((draft) => act('saveDraft', { id, rev, draft })))
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await detail(id)).survey).toMatchObject({ rev: rev + 1, draft: drafts[replies.findIndex(({ ok }) => ok)] })
  })
})

describe('publishing', () => {
  it('makes the draft the first version, under the name of who did it', async () => {
    const { id, version } = await published()
    expect(version).toBe(1)
    expect(await detail(id)).toMatchObject({
      asked: readySet('outpatient'),
      versions: [{ version: 1, publishedOn: dayFromNow(0), byName: '叶主任', questions: 11 }],
    })
  })

  it('answers a second sending the same and makes no second version', async () => {
    const { id, rev } = await added()
    const first = await act('publish', { id, rev })
    const before = cloud.exportAll()
    expect(await act('publish', { id, rev })).toEqual(first)
    expect(await act('publish', { id, rev: rev + 1 })).toEqual(first)
    expect(cloud.exportAll()).toBe(before)
  })

  it('makes one version where two press at once', async () => {
    const { id, rev } = await added()
    const replies = await Promise.all([1, 2, 3, 4].map(() => act('publish', { id, rev })))
    expect(replies.some(({ ok }) => ok)).toBe(true)
    expect((await detail(id)).survey).toMatchObject({ rev: rev + 1, version: 1 })
    expect(stored('survey_versions').filter((one) => one['surveyId'] === id)).toHaveLength(1)
  })

  it('makes a new version of what was changed, and leaves the old one as it was asked', async () => {
    const { id, rev } = await published()
    const draft = reworded('指示牌好认吗，您满意吗？')
    const saved = await must('saveDraft', { id, rev, draft })
    const { rows } = (await act('surveys', {})).value as { rows: { id: string; isChanged: boolean }[] }
    expect(rows.find((row) => row.id === id)?.isChanged).toBe(true)
    expect(await must('publish', { id, rev: saved.rev })).toMatchObject({ version: 2 })
    expect(await versionOf(id, 1)).toEqual(readySet('outpatient'))
    expect(await versionOf(id, 2)).toEqual(draft)
    expect((await detail(id)).versions.map(({ version }) => version)).toEqual([2, 1])
    expect(await act('version', { surveyId: id, version: 3 })).toMatchObject({ code: 'survey.unknown' })
  })

  it('is refused to whoever did not see the latest draft', async () => {
    const { id, rev } = await added()
    await must('saveDraft', { id, rev, draft: reworded('指示牌好认吗，您满意吗？') })
    expect(await act('publish', { id, rev })).toMatchObject({ code: 'data.changed' })
    expect((await detail(id)).survey.version).toBe(0)
  })

  it.each([
    ['the same words', readySet('outpatient')],
    ['other words', reworded('写到一半的那一稿')],
  ])('goes on where an earlier try broke off after writing %s', async (_, form) => {
    const { id, rev } = await added()
    const left = { id: `${id}|1`, rev: 0, surveyId: id, hospitalId: 'h1', version: 1, form, publishedAt: 0, by: 'S7' }
    await cloud.insertMissing('survey_versions', [left])
    expect(await detail(id)).toMatchObject({ asked: null, versions: [] })
    expect(await act('version', { surveyId: id, version: 1 })).toMatchObject({ code: 'survey.unknown' })
    expect(await must('publish', { id, rev })).toMatchObject({ version: 1 })
    expect(await versionOf(id, 1)).toEqual(readySet('outpatient'))
  })

  it('is refused with what is wrong, place by place', async () => {
    const sound = readySet('outpatient')
    const back = sound.questions.map((one) =>
      one.id === 'qsigns' && one.kind === 'scale'
        ? { ...one, options: one.options.map((option) => ({ ...option, next: sound.questions[0]?.id ?? null })) }
        : one,
    )
    const { id, rev } = await added({ ...sound, overall: 'qgone' as QuestionId, questions: back })
    const before = cloud.exportAll()
    expect(await act('publish', { id, rev })).toMatchObject({
      code: 'survey.not_sound',
      message: expect.stringContaining('走不通'),
      fields: ['draft.questions.6', 'draft.overall'],
    })
    expect(cloud.exportAll()).toBe(before)
  })

  it('is refused where answers of an earlier version would mean something else, even after a version without it', async () => {
    const { id, rev } = await published()
    const without = readySet('outpatient')
    const fewer = { ...without, questions: without.questions.filter((one) => one.id !== 'qsigns') }
    const second = await must('saveDraft', { id, rev, draft: fewer })
    const third = await must('publish', { id, rev: second.rev })
    const { rev: latest } = await must('saveDraft', { id, rev: third.rev, draft: rescored() })
    const place = readySet('outpatient').questions.findIndex((one) => one.id === 'qsigns')
    expect(await act('publish', { id, rev: latest })).toMatchObject({
      code: 'survey.scale_changed',
      fields: [`draft.questions.${place}`],
    })
    expect((await detail(id)).survey.version).toBe(2)
  })

  it('is refused where another question would be the headline: months before and after would be one line', async () => {
    const { id, rev } = await published()
    const draft = { ...readySet('outpatient'), overall: 'qsigns' as QuestionId }
    const { rev: latest } = await must('saveDraft', { id, rev, draft })
    expect(await act('publish', { id, rev: latest })).toMatchObject({
      code: 'survey.overall_changed',
      fields: ['draft.overall'],
    })
    const none = await must('saveDraft', { id, rev: latest, draft: { ...draft, overall: null } })
    expect(await act('publish', { id, rev: none.rev })).toMatchObject({ ok: true })
  })
})

describe('when it is asked', () => {
  const plan = (periods: { from: Day; to: Day | null }[], about: Record<string, unknown> = {}) => ({
    periods,
    quota: NO_QUOTA,
    retired: false,
    ...about,
  })
  const today = dayFromNow(0)

  it('is open on its days and on no other', async () => {
    const isOpen = async (id: string) => {
      const { rows } = (await act('surveys', {})).value as { rows: { id: string; isOpen: boolean }[] }
      return rows.find((row) => row.id === id)?.isOpen
    }
    const { id, rev } = await published()
    const past = await must('schedule', { id, rev, ...plan([{ from: dayFromNow(-9), to: dayFromNow(-1) }]) })
    expect(await isOpen(id)).toBe(false)
    await must('schedule', { id, rev: past.rev, ...plan([{ from: today, to: today }]) })
    expect(await isOpen(id)).toBe(true)
  })

  it('has no two periods with a day in common', async () => {
    const { id, rev } = await added()
    const periods = [
      { from: dayFromNow(1), to: dayFromNow(3) },
      { from: dayFromNow(3), to: null },
    ]
    expect(await act('schedule', { id, rev, ...plan(periods) })).toMatchObject({ code: 'survey.periods_overlap' })
    const apart = [periods[0] as { from: Day; to: Day }, { from: dayFromNow(4), to: null }]
    expect(await act('schedule', { id, rev, ...plan(apart) })).toMatchObject({ ok: true })
  })

  it('begins on its day for staff: who answered in an open period does not answer in it again', async () => {
    const { id, rev } = await published(readySet('staff'), 'staff')
    const open = await must('schedule', { id, rev, ...plan([{ from: dayFromNow(-3), to: null }]) })
    for (const periods of [
      [{ from: dayFromNow(-2), to: null }],
      [
        { from: dayFromNow(-3), to: dayFromNow(-1) },
        { from: today, to: null },
      ],
    ])
      expect(await act('schedule', { id, rev: open.rev, ...plan(periods) })).toMatchObject({
        code: 'survey.period_begun',
      })
    const next = [
      { from: dayFromNow(-3), to: today },
      { from: dayFromNow(1), to: null },
    ]
    expect(await act('schedule', { id, rev: open.rev, ...plan(next) })).toMatchObject({ ok: true })
  })

  it('is refused beside another of the same raters, and allowed after it, and for others', async () => {
    const first = await published()
    await must('schedule', {
      ...first,
      version: undefined,
      changedAt: undefined,
      ...plan([{ from: today, to: dayFromNow(5) }]),
    })
    const { id, rev } = await published()
    const meeting = plan([{ from: dayFromNow(5), to: null }])
    expect(await act('schedule', { id, rev, ...meeting })).toMatchObject({ code: 'survey.another_open' })
    expect(await act('schedule', { id, rev, ...plan([{ from: dayFromNow(6), to: null }]) })).toMatchObject({ ok: true })
    const other = await published(readySet('inpatient'), 'inpatient')
    expect(await act('schedule', { id: other.id, rev: other.rev, ...meeting })).toMatchObject({ ok: true })
  })

  it('is refused beside another when it is published, where it was planned before', async () => {
    const open = plan([{ from: today, to: null }])
    const first = await published()
    await must('schedule', { id: first.id, rev: first.rev, ...open })
    const { id, rev } = await added()
    const planned = await must('schedule', { id, rev, ...open })
    expect(await act('publish', { id, rev: planned.rev })).toMatchObject({ code: 'survey.another_open' })
    expect(stored('survey_versions').some((one) => one['surveyId'] === id)).toBe(false)
  })

  it('is over where it is retired, and another may be asked', async () => {
    const open = plan([{ from: today, to: null }])
    const first = await published()
    const { rev } = await must('schedule', { id: first.id, rev: first.rev, ...open })
    await must('schedule', { id: first.id, rev, ...open, retired: true })
    const next = await published()
    expect(await act('schedule', { id: next.id, rev: next.rev, ...open })).toMatchObject({ ok: true })
    expect(await act('schedule', { id: first.id, rev: rev + 1, ...open })).toMatchObject({
      code: 'survey.another_open',
    })
  })

  it('is written once, however often it is sent, and not over what somebody else wrote', async () => {
    const { id, rev } = await published()
    const asked = { id, rev, ...plan([{ from: today, to: null }], { quota: { total: 300, perDepartment: 40 } }) }
    const first = await act('schedule', asked)
    expect(await act('schedule', asked)).toEqual(first)
    expect(await act('schedule', { ...asked, quota: NO_QUOTA })).toMatchObject({ code: 'data.changed' })
    expect((await detail(id)).survey).toMatchObject({ rev: rev + 1, quota: { total: 300, perDepartment: 40 } })
  })
})
