import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { beijingDay, type Day, daysAfter, type Instant, monthOf } from '#domain/instant'
import type {
  FollowUpDetail,
  FollowUpPage,
  FollowUpRates,
  ImportedDischarge,
  PastFollowUpImport,
} from '#domain/survey/followup.contract'
import type { followUpActions } from '#domain/survey/followup.contract'
import { anId, CALL_SURVEY, CALLER, joined, SURVEYOR, withFollowUps } from '../builders/followup.builder'
import { founded, openCloud, type OpenedCloud, OPENIDS } from './opened.cloud'

const DAY_MS = 86_400_000
const LEADER = 'openid-leader'
const SUPERVISOR = 'openid-supervisor'
const NURSE = 'openid-nurse'

let skippedMs = 0
/** Commits of the database that still happen; after them it refuses every one. */
let commitsLeft = Number.POSITIVE_INFINITY
const beforeCommit = () => {
  commitsLeft -= 1
  if (commitsLeft < 0) throw new Error('the disk is gone')
}

let cloud: OpenedCloud
const call = (action: string, input: unknown, openid?: string) => cloud.call('survey', action, input, openid)
const asCaller = (action: string, input: unknown) => call(action, input, CALLER)
const must = async <T>(action: string, input: unknown, openid = CALLER): Promise<T> => {
  const { value, code } = await call(action, input, openid)
  if (!value) throw new Error(`${action}: ${code}`)
  return value as T
}

const today = (): Day => beijingDay((Date.now() + skippedMs) as Instant)
const daysAgo = (days: number): Day => daysAfter(today(), -days)
beforeAll(async () => {
  cloud = await openCloud({ beforeCommit, clock: () => Date.now() + skippedMs })
  await founded(cloud)
  await cloud.call('hospital', 'addDepartment', { id: '04.03', name: '骨科' }, OPENIDS.administrator)
  await withFollowUps(cloud)
  const others = [
    { openid: LEADER, staffId: 'S7', name: '方院长', role: 'leader', code: '0123456789ABCDEM' },
    { openid: SUPERVISOR, staffId: 'S8', name: '魏监督员', role: 'supervisor', code: '0123456789ABCDEN' },
    { openid: NURSE, staffId: 'S9', name: '小陈', role: null, code: '0123456789ABCDEP' },
  ]
  for (const person of others) await joined(cloud, person)
})
afterAll(() => cloud.close())

let patients = 0
/** Somebody discharged seven days ago: due today. */
const aDischarge = (about: Record<string, unknown> = {}) => {
  patients += 1
  return {
    row: 2,
    name: '李桂兰',
    phone: `138${String(patients).padStart(8, '0')}`,
    dischargedOn: daysAgo(7),
    departmentId: '03.01',
    course: 'general',
    number: null as string | null,
    ...about,
  }
}
type Discharge = ReturnType<typeof aDischarge>

const importing = async (rows: Discharge[], about: Record<string, unknown> = {}) => {
  const batchId = anId()
  const input = { batchId, fileName: '出院名单.xlsx', dryRun: false, rows, ...about }
  return { batchId, ...(await must<{ rows: ImportedDischarge[] }>('importFollowUps', input)) }
}

const documentsOf = (name: string): Record<string, unknown>[] =>
  cloud
    .exportAll()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { collection: string; document: Record<string, unknown> })
    .filter(({ collection }) => collection === name)
    .map(({ document }) => document)

const idOf = (phone: string): string => {
  const found = documentsOf('follow_ups').find((row) => row['phone'] === phone)
  if (!found) throw new Error(`nobody with ${phone}`)
  return found['id'] as string
}

const imported = async (about: Record<string, unknown> = {}) => {
  const discharge = aDischarge(about)
  await importing([discharge])
  return idOf(discharge.phone)
}

const answers = (nonce = anId(), given: Record<string, unknown> = { q1: 'b', q3: '吸的那个药嫌麻烦' }) => ({
  surveyId: CALL_SURVEY,
  version: 1,
  nonce,
  answers: given,
})
const aCall = (id: string, outcome: string, about: Record<string, unknown> = {}) => ({
  id,
  attemptId: anId(),
  outcome,
  closes: false,
  answers: null,
  ...about,
})
const detailOf = (id: string) => must<FollowUpDetail>('followUp', { id })
const listed = (about: Record<string, unknown> = {}) =>
  must<FollowUpPage>('followUps', { view: 'due', departmentId: null, skip: 0, ...about })
const ratesOf = (month = monthOf(today())) => must<FollowUpRates>('followUpRates', { month })
const sheets = () => documentsOf('survey_sheets')

describe('the work of following up', () => {
  const id = '0'.repeat(32)
  const INPUTS: Record<keyof typeof followUpActions, unknown> = {
    followUps: { view: 'due', departmentId: null, skip: 0 },
    followUp: { id },
    recordCall: aCall(id, 'refused'),
    undoCall: { id, attemptId: id },
    importFollowUps: { batchId: id, fileName: 'a.xlsx', dryRun: true, rows: [aDischarge()] },
    followUpImports: {},
    undoFollowUps: { batchId: id },
    followUpRates: { month: '2026-10' },
  }
  const { administrator, officer, handler } = OPENIDS
  const others = ['openid-visitor', administrator, officer, handler, LEADER, SUPERVISOR, NURSE]

  it.each(Object.entries(INPUTS))(
    '%s is for the follow-up nurse and the survey office alone',
    async (action, input) => {
      for (const openid of others) {
        expect([openid, (await call(action, input, openid)).code]).toEqual([openid, 'auth.forbidden'])
      }
      expect(await call(action, input)).toMatchObject({ code: 'auth.required' })
      for (const openid of [CALLER, SURVEYOR]) {
        expect((await call(action, input, openid)).code ?? 'done').not.toMatch(/^auth\./)
      }
    },
  )
})

describe('a file of discharges', () => {
  it('adds nobody the second time, not from another file either', async () => {
    const rows = [aDischarge({ row: 2 }), aDischarge({ row: 3, number: 'ZY1' })]
    const first = await importing(rows)
    expect(first.rows.map(({ outcome }) => outcome)).toEqual(['added', 'added'])
    const before = documentsOf('follow_ups').length
    const again = await importing(rows.map((row) => ({ ...row, name: '李桂蘭' })))
    expect(again.rows.map(({ outcome }) => outcome)).toEqual(['known', 'known'])
    expect(documentsOf('follow_ups')).toHaveLength(before)
  })

  it('sent again after a lost answer is the same import', async () => {
    const [rows, batchId] = [[aDischarge(), aDischarge()], anId()]
    await importing(rows, { batchId })
    const before = cloud.exportAll()
    expect((await importing(rows, { batchId })).rows.map(({ outcome }) => outcome)).toEqual(['added', 'added'])
    expect(cloud.exportAll()).toBe(before)
  })

  it('is told beforehand what would become of it, and nothing is written', async () => {
    const known = aDischarge()
    await importing([known])
    const before = cloud.exportAll()
    const strange = aDischarge({ row: 4, departmentId: '69' })
    const { rows } = await importing([known, aDischarge({ row: 3 }), strange], { dryRun: true })
    expect(rows).toEqual([
      { row: 2, outcome: 'known', code: null },
      { row: 3, outcome: 'added', code: null },
      { row: 4, outcome: 'refused', code: 'hospital.department_unknown' },
    ])
    expect(cloud.exportAll()).toBe(before)
  })

  it('says nothing of the future, and keeps no number of an admission', async () => {
    const future = aDischarge({ dischargedOn: daysAfter(today(), 1) })
    const input = { batchId: anId(), fileName: 'a.xlsx', dryRun: false, rows: [future] }
    expect(await asCaller('importFollowUps', input)).toMatchObject({ code: 'survey.discharge_day' })
    await importing([aDischarge({ number: 'ZY-NOT-KEPT' })])
    expect(cloud.exportAll()).not.toContain('ZY-NOT-KEPT')
  })

  it('is taken back whole, but for those of whom something was recorded', async () => {
    const [rung, other] = [aDischarge(), aDischarge()]
    const { batchId } = await importing([rung, other])
    await must('recordCall', aCall(idOf(rung.phone), 'not_reached'))
    const past = (await must<{ rows: PastFollowUpImport[] }>('followUpImports', {})).rows.find(
      (batch) => batch.id === batchId,
    )
    expect(past).toMatchObject({ rows: 2, importedByName: '罗护士', undoneAt: null })
    expect(await must('undoFollowUps', { batchId })).toEqual({ removed: 1, kept: 1 })
    expect(await must('undoFollowUps', { batchId })).toEqual({ removed: 0, kept: 1 })
    expect(documentsOf('follow_ups').map((row) => row['phone'])).not.toContain(other.phone)
    const more = { batchId, fileName: '出院名单.xlsx', dryRun: false, rows: [other] }
    expect(await asCaller('importFollowUps', more)).toMatchObject({ code: 'survey.import_undone' })
  })
})

describe('the worklist', () => {
  it('stands by due day, without whole names and without phones, and knows its departments', async () => {
    await importing([
      aDischarge({ name: '王建国', departmentId: '04.03', dischargedOn: daysAgo(9) }),
      aDischarge({ departmentId: '04.03', dischargedOn: daysAgo(7) }),
      aDischarge({ departmentId: '04.03', dischargedOn: daysAgo(7), course: 'tumour' }),
    ])
    const mine = { departmentId: '04.03' }
    const page = await listed(mine)
    expect(page.rows.map(({ dueOn }) => dueOn)).toEqual([daysAgo(2), today()])
    expect(page.counts).toEqual({ overdue: 1, today: 1, later: 1 })
    expect(page.rows[0]).toMatchObject({ maskedName: '王**', departmentName: '骨科', attempts: 0 })
    expect(JSON.stringify(page)).not.toMatch(/王建国|138\d{8}/)
    expect(page.departments.map(({ name }) => name)).toContain('骨科')
    expect((await listed({ ...mine, view: 'overdue' })).rows).toHaveLength(1)
    expect((await listed({ ...mine, view: 'later' })).rows).toMatchObject([{ dueOn: daysAfter(today(), 14) }])
  })

  it('is turned page by page, also one past its limit', async () => {
    await importing(Array.from({ length: 51 }, (_, at) => aDischarge({ row: at + 2, dischargedOn: daysAgo(6) })))
    const first = await listed({ view: 'later' })
    expect(first.rows).toHaveLength(50)
    const second = await listed({ view: 'later', skip: first.next })
    expect(second.rows.length).toBeGreaterThan(0)
    expect(second.next).toBeNull()
    expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(first.counts.later)
  })
})

describe('a call', () => {
  it('shows the whole name and phone, what is asked and the link, to whoever rings', async () => {
    const id = await imported({ phone: '13911112222' })
    const detail = await detailOf(id)
    expect(detail).toMatchObject({ name: '李桂兰', phone: '13911112222', hospitalName: '青衿市人民医院' })
    expect(detail.survey).toMatchObject({ surveyId: CALL_SURVEY, version: 1 })
    expect(detail.link).toMatch(new RegExp(`^${id}-`))
  })

  it('with answers is one assisted sheet that does not know whose it is', async () => {
    const id = await imported()
    const before = sheets().length
    const made = { ...aCall(id, 'reached'), answers: answers() }
    expect(await must('recordCall', made)).toMatchObject({
      stage: 'done',
      outcome: 'reached',
      answered: true,
      mayUndo: false,
      survey: null,
      calls: [{ outcome: 'reached', byName: '罗护士', day: today() }],
    })
    expect(await must('recordCall', made)).toMatchObject({ outcome: 'reached', attempts: 1 })
    expect(sheets()).toHaveLength(before + 1)
    const sheet = sheets()[before]
    expect(sheet).toMatchObject({ way: 'assisted', rater: 'follow_up', departmentId: '03.01' })
    const text = JSON.stringify([sheets(), documentsOf('survey_tokens')])
    for (const secret of [id, made.attemptId, made.answers.nonce, 'S5']) expect(text).not.toContain(`"${secret}`)
  })

  it('is whole after a crash at any of its writes and a retry', async () => {
    for (let commits = 0; commits < 3; commits += 1) {
      const id = await imported()
      const before = sheets().length
      const made = aCall(id, 'reached', { answers: answers() })
      commitsLeft = commits
      expect(await asCaller('recordCall', made)).toMatchObject({ ok: false })
      commitsLeft = Number.POSITIVE_INFINITY
      expect(await must('recordCall', made)).toMatchObject({ outcome: 'reached', attempts: 1, answered: true })
      expect(sheets()).toHaveLength(before + 1)
    }
  })

  it('after the link, and the link after a call, are one response', async () => {
    const id = await imported()
    const { link } = await detailOf(id)
    const before = sheets().length
    expect(await call('answerLink', { ...answers(), link })).toMatchObject({ ok: true })
    expect(await detailOf(id)).toMatchObject({ stage: 'done', outcome: 'answered_link', survey: null })
    const late = aCall(id, 'reached', { answers: answers() })
    expect(await asCaller('recordCall', late)).toMatchObject({ code: 'survey.follow_up_closed' })
    expect(sheets()).toHaveLength(before + 1)

    const other = await imported()
    const { link: second } = await detailOf(other)
    await must('recordCall', aCall(other, 'reached', { answers: answers() }))
    expect(await call('answerLink', { ...answers(), link: second })).toMatchObject({ code: 'survey.already_answered' })
    expect(await call('openLink', { link: second })).toMatchObject({ code: 'survey.already_answered' })
    expect(sheets()).toHaveLength(before + 2)
    expect(await detailOf(other)).toMatchObject({ outcome: 'reached' })
  })

  it('takes no answers that its questionnaire does not have, and stays open', async () => {
    const id = await imported()
    const wrong = aCall(id, 'reached', { answers: answers(anId(), { q3: '只写了这一句' }) })
    expect(await asCaller('recordCall', wrong)).toMatchObject({
      code: 'survey.answer_refused',
      fields: ['answers.q1'],
    })
    const refused = aCall(id, 'refused', { answers: answers() })
    expect(await asCaller('recordCall', refused)).toMatchObject({ code: 'input.invalid' })
    expect(await detailOf(id)).toMatchObject({ stage: 'open', attempts: 0 })
  })

  it('in vain stays on the list, three times in vain may close it', async () => {
    const id = await imported()
    const early = aCall(id, 'not_reached', { closes: true })
    expect(await asCaller('recordCall', early)).toMatchObject({ code: 'survey.follow_up_too_early' })
    await must('recordCall', aCall(id, 'not_reached'))
    expect(await must('recordCall', aCall(id, 'not_reached'))).toMatchObject({ stage: 'open', mayClose: true })
    expect(await must('recordCall', aCall(id, 'not_reached', { closes: true }))).toMatchObject({
      stage: 'done',
      outcome: 'not_reached',
      attempts: 3,
    })
  })

  it('is taken back while no answers came with it', async () => {
    const id = await imported()
    const slip = aCall(id, 'refused')
    expect(await must('recordCall', slip)).toMatchObject({ stage: 'done', mayUndo: true })
    const { attemptId } = slip
    expect(await must('undoCall', { id, attemptId })).toMatchObject({ stage: 'open', outcome: null, attempts: 0 })
    expect(await must('undoCall', { id, attemptId })).toMatchObject({ stage: 'open' })
    const answered = aCall(id, 'reached', { answers: answers() })
    await must('recordCall', answered)
    expect(await asCaller('undoCall', { id, attemptId: answered.attemptId })).toMatchObject({
      code: 'survey.follow_up_settled',
    })
  })
})

describe('the rates', () => {
  it('move with every outcome, by department too', async () => {
    const [month, before] = [monthOf(today()), await ratesOf()]
    const dueOnDay = { departmentId: '04.03', dischargedOn: daysAgo(7) }
    for (const outcome of ['reached', 'refused', 'to_complaint']) {
      await must('recordCall', aCall(await imported(dueOnDay), outcome))
    }
    await imported(dueOnDay)
    const after = await ratesOf()
    const moved = (name: keyof typeof after.total) => after.total[name] - before.total[name]
    expect(after).toMatchObject({ month, through: today() })
    expect([moved('due'), moved('followed'), moved('timely'), moved('refused')]).toEqual([4, 2, 2, 1])
    expect(after.departments.map(({ name }) => name)).toEqual(['呼吸科', '骨科'])
    const sum = after.departments.reduce((total, { due }) => total + due, 0)
    expect(sum).toBe(after.total.due)
  })

  it('of a month in which nobody was due are of nobody', async () => {
    expect(await ratesOf('2019-01')).toEqual({
      month: '2019-01',
      through: '2019-01-31',
      total: { due: 0, followed: 0, timely: 0, refused: 0, unreached: 0 },
      departments: [],
    })
  })
})

describe('the clock', () => {
  it('erases names and phones after their time, and leaves the figures', async () => {
    const [done, never] = [await imported({ phone: '13900000007' }), await imported({ phone: '13900000008' })]
    await must('recordCall', aCall(done, 'reached', { answers: answers() }))
    const month = monthOf(today())
    skippedMs = 89 * DAY_MS
    await cloud.fireTimer('clock')
    expect(cloud.exportAll()).toContain('13900000007')
    const before = await ratesOf(month)

    skippedMs = 92 * DAY_MS
    expect(await cloud.fireTimer('clock')).toMatchObject({ ok: true })
    const text = cloud.exportAll()
    expect(text).not.toMatch(/13900000007|13900000008/)
    expect(documentsOf('follow_ups').filter((row) => row['dueOn'] === daysAgo(92) && row['phone'] !== null)).toEqual([])
    expect(await ratesOf(month)).toEqual(before)
    expect(await detailOf(done)).toMatchObject({ name: null, phone: null, maskedName: null, outcome: 'reached' })
    expect(await asCaller('recordCall', aCall(never, 'reached'))).toMatchObject({ code: 'survey.follow_up_closed' })
    expect(await cloud.fireTimer('clock')).toMatchObject({ done: { forgetFollowUps: 0 } })
    skippedMs = 0
  })
})
