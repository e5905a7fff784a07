import { createHash, randomBytes } from 'node:crypto'
import { beijingDay, daysAfter, type Instant, startOfBeijingDay } from '#domain/instant'
import type { ImprovementBoard, ImprovementRow, PublicChange } from '#domain/survey/improvement.contract'
import { latestClosed } from '#domain/survey/improvement.rules'
import { monthsOf, type Quarter, quarterAfter } from '#domain/survey/quarter'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aSurveyForm } from '../builders/answering.builder'
import { founded, openCloud, type OpenedCloud, OPENIDS } from './opened.cloud'
import { asStaff, surveyorIn } from './survey.staff'

let cloud: OpenedCloud
beforeAll(async () => {
  cloud = await openCloud()
  await founded(cloud)
  await surveyorIn(cloud)
})
afterAll(() => cloud.close())

const today = beijingDay(Date.now() as Instant)
const office = (action: string, input: unknown) => cloud.call('survey', action, input, asStaff.surveyor)

const anItem = (about: Record<string, unknown> = {}) => ({
  id: randomBytes(16).toString('hex'),
  source: null as unknown,
  departmentId: '03.01',
  said: '问了三次，都叫等着。',
  saidBy: 38 as number | null,
  isPublic: true,
  plan: '报告一出就发短信',
  ownerName: '护理部周主任',
  dueOn: daysAfter(today, 10),
  ...about,
})

const taken = async (about: Record<string, unknown> = {}) => {
  const reply = await office('takeUpImprovement', anItem(about))
  expect(reply).toMatchObject({ ok: true })
  return reply.value as unknown as ImprovementRow
}

const inPublic = async (departmentId: string | null = null) => {
  const { value } = await cloud.call('survey', 'changed', { departmentId })
  return (value as unknown as { items: PublicChange[] }).items
}

describe('an item that somebody takes on', () => {
  it('is one, however often it is sent', async () => {
    const item = anItem({ said: '五次都是同一件。' })
    for (let time = 0; time < 5; time += 1) {
      expect(await office('takeUpImprovement', item)).toMatchObject({ ok: true, value: { rev: 0, state: 'open' } })
    }
    expect(cloud.exportAll().split('五次都是同一件。')).toHaveLength(2)
    expect(await office('takeUpImprovement', { ...item, plan: '换一个办法' })).toMatchObject({
      code: 'improvement.taken',
    })
  })

  it('is not promised for a day that is over, nor for a department that is not there', async () => {
    expect(await office('takeUpImprovement', anItem({ dueOn: daysAfter(today, -1) }))).toMatchObject({
      code: 'improvement.day_wrong',
    })
    expect(await office('takeUpImprovement', anItem({ dueOn: today }))).toMatchObject({ ok: true })
    expect(await office('takeUpImprovement', anItem({ departmentId: '99' }))).toMatchObject({
      code: 'hospital.department_unknown',
    })
  })

  it('cannot stand for a question under another number than its own', async () => {
    const source = { surveyId: 'a'.repeat(32), questionId: 'q1', quarter: '2026-Q3' }
    expect(await office('takeUpImprovement', anItem({ source }))).toMatchObject({ code: 'improvement.unknown' })
  })

  it('keeps every day that was promised, in public', async () => {
    const said = '陪护椅硬，坐一夜腰疼。'
    const { id, rev, dueOn } = await taken({ said })
    const later = daysAfter(today, 40)
    const moving = { id, rev, dueOn: later, reason: '招标晚了一个月' }
    expect(await office('moveImprovement', moving)).toMatchObject({ ok: true, value: { rev: 1, dueOn: later } })
    expect(await office('moveImprovement', moving)).toMatchObject({ ok: true, value: { rev: 1 } })
    expect(await office('moveImprovement', { ...moving, dueOn: today })).toMatchObject({ code: 'data.changed' })
    const shown = (await inPublic()).find((change) => change.said === said)
    expect(shown).toMatchObject({ dueOn: later, moved: [{ from: dueOn, to: later, reason: '招标晚了一个月' }] })
  })

  it('is over its day in public, before anything else, and says so until it is changed', async () => {
    const item = anItem({ said: '夜里走廊灯太亮。', dueOn: daysAfter(today, -3) })
    const began = { action: 'takeUpImprovement', input: item }
    await cloud.invoke('survey', began, { openid: asStaff.surveyor }, { daysAgo: 5 })
    expect((await inPublic())[0]).toMatchObject({ said: item.said, state: 'open', isOverdue: true })
    const change = { id: item.id, rev: 0, changedOn: today, result: '十点以后只开地灯', checkedBy: '后勤和护士长' }
    expect(await office('reportChange', { ...change, changedOn: daysAfter(today, 1) })).toMatchObject({
      code: 'improvement.day_wrong',
    })
    expect(await office('reportChange', change)).toMatchObject({ ok: true, value: { state: 'changed' } })
    expect((await inPublic()).find(({ said }) => said === item.said)).toMatchObject({
      state: 'changed',
      isOverdue: false,
      result: '十点以后只开地灯',
      evidence: null,
    })
  })

  it('may stay as it is, and the reason is told', async () => {
    const { id, rev } = await taken({ said: '病房太旧了，想换新的。' })
    const given = { id, rev, reason: '要等新楼启用' }
    expect(await office('giveUpImprovement', given)).toMatchObject({ ok: true, value: { state: 'not_changed' } })
    const again = { id, rev: rev + 1, dueOn: daysAfter(today, 5), reason: '再试一次' }
    expect(await office('moveImprovement', again)).toMatchObject({ code: 'improvement.finished' })
    const { plan: _plan, ownerName: _owner, dueOn: _due, ...described } = anItem({ said: '停车费太贵了。' })
    const left = { ...described, reason: '价格由物价部门定' }
    expect(await office('leaveAsIs', left)).toMatchObject({ ok: true, value: { state: 'not_changed' } })
    expect(await office('leaveAsIs', left)).toMatchObject({ ok: true, value: { rev: 0 } })
    expect((await inPublic()).find((change) => change.said === '停车费太贵了。')?.reason).toBe('价格由物价部门定')
  })
})

describe('a question below its limit in the last quarter that was over', () => {
  const quarter = latestClosed(today)
  const middle = `${monthsOf(quarter)[1]}-15`
  const daysAgo = Math.round((startOfBeijingDay(today) - startOfBeijingDay(middle)) / 86_400_000)
  const surveyId = randomBytes(16).toString('hex')
  const proposals = async () => {
    const { value } = await office('improvements', {})
    return (value as unknown as ImprovementBoard).proposals
  }

  beforeAll(async () => {
    const draft = aSurveyForm()
    const questions = draft.questions.map((question) =>
      question.id === 'q1' ? { ...question, floor: 65 } : question.id === 'q5' ? { ...question, floor: 5 } : question,
    )
    const steps = [
      ['addSurvey', { id: surveyId, rater: 'outpatient', draft: { ...draft, questions } }],
      ['publish', { id: surveyId, rev: 0 }],
      [
        'schedule',
        {
          id: surveyId,
          rev: 1,
          periods: [{ from: `${monthsOf(quarter)[0]}-01`, to: null }],
          quota: { total: null, perDepartment: null },
          retired: false,
        },
      ],
    ] as const
    for (const [action, input] of steps) expect(await office(action, input)).toMatchObject({ ok: true })
    for (let visitor = 0; visitor < 12; visitor += 1) {
      const answers = { q1: visitor % 2 ? 's1' : 's2', q2: 'no', q5: 's2' }
      const nonce = randomBytes(16).toString('hex')
      const input = { surveyId, version: 1, nonce, answers, scene: 't=W-1' }
      const answered = { action: 'answer', input }
      const reply = await cloud.invoke('survey', answered, { openid: `openid-visitor-${visitor}` }, { daysAgo })
      expect(reply).toMatchObject({ ok: true })
    }
    for (let round = 0; round < 3; round += 1) await cloud.fireTimer('rollup')
  })

  it('waits for somebody, is taken once, and is told with its figures when it was changed', async () => {
    const [proposal, ...others] = await proposals()
    expect(others).toEqual([])
    expect(proposal).toMatchObject({
      source: { surveyId, questionId: 'q1', quarter },
      rater: 'outpatient',
      floor: 65,
      // Six of 66.7 and six of 33.3.
      cell: { state: 'shown', figure: { n: 12, mean: 50 } },
    })
    const { id, source } = proposal as ImprovementBoard['proposals'][number]
    const said = '医生讲的听不懂。'
    const item = await taken({ id, source, said })
    expect(await proposals()).toEqual([])
    const other = anItem({ id, source, said: '另一个人也想接这一件。' })
    expect(await office('takeUpImprovement', other)).toMatchObject({ code: 'improvement.taken' })
    const change = { id, rev: item.rev, changedOn: today, result: '讲完请人复述一遍', checkedBy: '门诊部听了 20 次' }
    expect(await office('reportChange', change)).toMatchObject({ ok: true })
    expect((await inPublic()).find((told) => told.said === said)?.evidence).toMatchObject({
      before: { quarter, cell: { state: 'shown', figure: { mean: 50 } } },
      after: null,
      verdict: 'not_yet',
    })
  })
})

describe('a question before and after a change', () => {
  const after = latestClosed(today)
  const before = quarterAfter(after, -1)
  const surveyId = randomBytes(16).toString('hex')
  const answering = async (quarter: Quarter, given: (visitor: number) => string) => {
    const middle = startOfBeijingDay(`${monthsOf(quarter)[1]}-15`)
    const daysAgo = Math.round((startOfBeijingDay(today) - middle) / 86_400_000)
    for (let visitor = 0; visitor < 12; visitor += 1) {
      const nonce = randomBytes(16).toString('hex')
      const input = { surveyId, version: 1, nonce, answers: { q1: given(visitor), q2: 'no', q5: 's2' } }
      const caller = { openid: `openid-inpatient-${visitor}` }
      const reply = await cloud.invoke('survey', { action: 'answer', input }, caller, { daysAgo })
      expect(reply).toMatchObject({ ok: true })
    }
  }

  it('is told apart by its best answers where their intervals lie apart', async () => {
    const open = { periods: [{ from: `${monthsOf(before)[0]}-01`, to: null }], retired: false }
    const steps = [
      ['addSurvey', { id: surveyId, rater: 'inpatient', draft: aSurveyForm() }],
      ['publish', { id: surveyId, rev: 0 }],
      ['schedule', { id: surveyId, rev: 1, quota: { total: null, perDepartment: null }, ...open }],
    ] as const
    for (const [action, input] of steps) expect(await office(action, input)).toMatchObject({ ok: true })
    await answering(before, (visitor) => (visitor % 2 ? 's0' : 's1'))
    await answering(after, () => 's3')
    for (let round = 0; round < 3; round += 1) await cloud.fireTimer('rollup')

    const source = { surveyId, questionId: 'q1', quarter: before }
    const number = createHash('sha256').update(`improvement|${surveyId}|q1|${before}`).digest('hex').slice(0, 32)
    const said = '夜里按铃等很久。'
    const item = await taken({ id: number, source, said })
    const changed = { changedOn: `${monthsOf(after)[0]}-01`, result: '夜里多排了一个人', checkedBy: '护理部看了排班' }
    expect(await office('reportChange', { id: number, rev: item.rev, ...changed })).toMatchObject({ ok: true })
    expect((await inPublic()).find((told) => told.said === said)?.evidence).toMatchObject({
      before: { quarter: before, cell: { figure: { top: 0, of: 12 } } },
      after: { quarter: after, cell: { figure: { top: 12, of: 12, mean: 100 } } },
      verdict: 'higher',
    })
  })
})

describe('what everybody may read', () => {
  it('names no member of staff, no number under five, nothing that is kept inside', async () => {
    await taken({ said: '四个人说过的一句。', saidBy: 4, ownerName: '内部的贾科长' })
    await taken({ said: '五个人说过的一句。', saidBy: 5 })
    await taken({ said: '只在院里看的一句。', isPublic: false })
    const items = await inPublic()
    const of = (said: string) => items.find((change) => change.said === said)
    expect(of('四个人说过的一句。')?.saidBy).toBeNull()
    expect(of('五个人说过的一句。')?.saidBy).toBe(5)
    const text = JSON.stringify(items)
    for (const hidden of ['贾科长', '只在院里看的一句', 'S11', '"h1"']) expect(text).not.toContain(hidden)
  })

  it('is read by department', async () => {
    await taken({ said: '全院都说过的一句。', departmentId: null })
    const own = await inPublic('03.01')
    expect(own.length).toBeGreaterThan(0)
    expect(own.every(({ departmentName }) => departmentName === '呼吸科')).toBe(true)
    expect((await inPublic()).some(({ said }) => said === '全院都说过的一句。')).toBe(true)
  })
})

describe('who may do what', () => {
  const writing = (id: string, rev: number): Record<string, unknown> => ({
    takeUpImprovement: anItem(),
    leaveAsIs: {
      id: randomBytes(16).toString('hex'),
      source: null,
      departmentId: null,
      said: '停车费太贵了。',
      saidBy: null,
      isPublic: true,
      reason: '价格由物价部门定',
    },
    editImprovement: {
      id,
      rev,
      departmentId: null,
      said: '换一句话说。',
      saidBy: null,
      isPublic: true,
      plan: '换一个办法',
      ownerName: '周',
    },
    moveImprovement: { id, rev, dueOn: daysAfter(today, 20), reason: '晚一点再说' },
    reportChange: { id, rev, changedOn: today, result: '已经改好了', checkedBy: '护理部' },
    giveUpImprovement: { id, rev, reason: '没有办法改' },
  })
  const strangers = [asStaff.caller, asStaff.supervisor, ...Object.values(OPENIDS), 'openid-visitor']

  it.each(Object.keys(writing('', 0)))('%s is the survey office’s alone', async (action) => {
    const { id, rev } = await taken()
    const input = writing(id, rev)[action]
    for (const openid of [asStaff.leader, ...strangers]) {
      const reply = await cloud.call('survey', action, input, openid)
      expect([openid, reply.code]).toEqual([openid, 'auth.forbidden'])
    }
    expect(await cloud.call('survey', action, input)).toMatchObject({ code: 'auth.required' })
    expect(await office(action, input)).toMatchObject({ ok: true })
  })

  it('leaders read the board and write nothing; others do not see it', async () => {
    const { value } = await cloud.call('survey', 'improvements', {}, asStaff.leader)
    expect((value as unknown as ImprovementBoard).mayWrite).toBe(false)
    expect(((await office('improvements', {})).value as unknown as ImprovementBoard).mayWrite).toBe(true)
    for (const openid of strangers) {
      expect(await cloud.call('survey', 'improvements', {}, openid)).toMatchObject({ code: 'auth.forbidden' })
    }
  })
})
