import { randomBytes } from 'node:crypto'
import type { ActivityView, OpenActivity } from '#domain/culture/activity.contract'
import type { Attending, CheckInScreen } from '#domain/culture/attendance.contract'
import type { WorkCard, WorkView } from '#domain/culture/work.contract'
import { ATTENDANCE_KEPT_DAYS, CODES_MOST } from '#domain/culture/attendance.model'
import { beijingDay, daysAfter, type Instant, monthOf } from '#domain/instant'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPicture } from '../builders/photo.builder'
import { aStaffRecord } from '../builders/staff.builder'
import { asColleague, colleaguesIn } from './activity.staff'
import { founded, openCloud, type OpenedCloud } from './opened.cloud'

let cloud: OpenedCloud
beforeAll(async () => {
  cloud = await openCloud()
  await founded(cloud)
  await colleaguesIn(cloud)
})
afterAll(() => cloud.close())

type Who = keyof typeof asColleague

const hex = () => randomBytes(16).toString('hex')
const today = () => beijingDay(Date.now() as Instant)
const thisYear = () => Number(today().slice(0, 4))

const call = (who: Who | null, action: string, input: unknown) =>
  cloud.call('culture', action, input, who === null ? undefined : asColleague[who])

const must = async <T>(who: Who | null, action: string, input: unknown): Promise<T> => {
  const reply = await call(who, action, input)
  expect([action, reply.code ?? 'ok']).toEqual([action, 'ok'])
  return reply.value as unknown as T
}

const aPlan = (about: Record<string, unknown> = {}) => ({
  matter: { kind: 'morning_lesson' },
  title: '病人要转院，该怎么转',
  day: today(),
  from: '07:40',
  until: '08:00',
  departmentId: '03.01',
  place: '12 层东病区示教室',
  speaker: '科主任',
  topic: '第六条',
  series: null as string | null,
  expected: 43,
  ...about,
})

const anOutcome = (about: Record<string, unknown> = {}) => ({
  entered: 41 as number | null,
  headsBy: 'entered',
  extra: null as number | null,
  publicText: '',
  evidence: [] as unknown[],
  ...about,
})

const planned = (about: Record<string, unknown> = {}, who: Who = 'editor') =>
  must<ActivityView>(who, 'saveActivity', { id: hex(), rev: null, plan: aPlan(about) })

const held = async (
  about: Record<string, unknown> = {},
  outcome: Record<string, unknown> = {},
  who: Who = 'editor',
) => {
  const { id, rev } = await planned(about, who)
  return must<ActivityView>(who, 'finishActivity', { id, rev, outcome: anOutcome(outcome) })
}

const released = async (about: Record<string, unknown> = {}, outcome: Record<string, unknown> = {}) => {
  const { id, rev } = await held(about, outcome)
  return must<ActivityView>('publicist', 'releaseActivity', { id, rev })
}

const everyOpen = async (filter: Record<string, unknown> = {}): Promise<OpenActivity[]> => {
  const found: OpenActivity[] = []
  for (let after: unknown = null; ; ) {
    const page = await must<{ rows: OpenActivity[]; next: unknown }>(null, 'activitiesOpen', {
      kind: null,
      series: null,
      month: null,
      ...filter,
      after,
    })
    found.push(...page.rows)
    if (!page.next) return found
    after = page.next
  }
}

describe('who may do what with an activity', () => {
  it('follows the department and the role', async () => {
    const save = (who: Who, departmentId: string | null) =>
      call(who, 'saveActivity', { id: hex(), rev: null, plan: aPlan({ departmentId }) })
    for (const who of ['editor', 'head', 'publicist', 'discipline'] as const) {
      expect([who, await save(who, '03.01')]).toMatchObject([who, { ok: true }])
    }
    for (const who of ['publicist', 'discipline'] as const) expect(await save(who, null)).toMatchObject({ ok: true })
    for (const [who, departmentId] of [
      ['editor', null],
      ['editor', '04'],
      ['head', '04'],
      ['nurse', '03.01'],
    ] as const) {
      expect([who, (await save(who, departmentId)).code]).toEqual([who, 'auth.forbidden'])
    }
    expect(await save('publicist', '99')).toMatchObject({ code: 'hospital.department_unknown' })
  })

  it('shows a department’s desk its own and the hospital’s, and lets it change its own alone', async () => {
    const hospitals = await planned({ departmentId: null, title: '全院警示教育大会' }, 'publicist')
    const surgery = await planned({ departmentId: '04', title: '外科廉晨课' }, 'publicist')
    const seen = await must<{ rows: { id: string }[]; departments: { id: string }[]; wholeHospital: boolean }>(
      'editor',
      'activities',
      { month: monthOf(today()) },
    )
    const ids = seen.rows.map(({ id }) => id)
    expect(ids).toContain(hospitals.id)
    expect(ids).not.toContain(surgery.id)
    expect(seen).toMatchObject({ departments: [{ id: '03.01' }], wholeHospital: false })
    expect(await call('editor', 'activity', { id: surgery.id })).toMatchObject({ code: 'activity.unknown' })
    const change = { id: hospitals.id, rev: hospitals.rev, plan: aPlan() }
    expect(await call('editor', 'saveActivity', change)).toMatchObject({ code: 'auth.forbidden' })
    const outcome = anOutcome()
    expect(await call('editor', 'finishActivity', { id: surgery.id, rev: 0, outcome })).toMatchObject({
      code: 'activity.unknown',
    })
    for (const action of ['activities', 'activityBoard', 'worksToReview']) {
      const input = { activities: { month: monthOf(today()) }, activityBoard: { year: thisYear() } }[action]
      const asked = input ?? { state: 'submitted', skip: 0 }
      expect([action, (await call('nurse', action, asked)).code]).toEqual([action, 'auth.forbidden'])
    }
  })

  it('answers a lost answer with what it wrote, and a colleague who was slower with data.changed', async () => {
    const id = hex()
    const first = await must<ActivityView>('editor', 'saveActivity', { id, rev: null, plan: aPlan() })
    expect(await must('editor', 'saveActivity', { id, rev: null, plan: aPlan() })).toEqual(first)
    const other = { id, rev: first.rev, plan: aPlan({ title: '换了一个题目' }) }
    await must('head', 'saveActivity', other)
    await must('head', 'saveActivity', other)
    const late = { id, rev: first.rev, plan: aPlan({ title: '又一个题目' }) }
    expect(await call('editor', 'saveActivity', late)).toMatchObject({ code: 'data.changed' })
    const finishing = { id, rev: first.rev + 1, outcome: anOutcome() }
    await must('editor', 'finishActivity', finishing)
    const again = await must<ActivityView>('editor', 'finishActivity', finishing)
    expect(again).toMatchObject({ state: 'done', heads: 41, headsBy: 'entered', rev: first.rev + 2 })
  })

  it('is not held before its day, and not changed after it was cancelled', async () => {
    const ahead = await planned({ day: daysAfter(today(), 2) })
    const outcome = anOutcome()
    expect(await call('editor', 'finishActivity', { id: ahead.id, rev: ahead.rev, outcome })).toMatchObject({
      code: 'activity.not_yet',
    })
    const off = { id: ahead.id, rev: ahead.rev, reason: '讲课的人出差了' }
    const cancelled = await must<ActivityView>('editor', 'cancelActivity', off)
    expect(cancelled).toMatchObject({ state: 'cancelled', cancelled: '讲课的人出差了' })
    const change = { id: ahead.id, rev: cancelled.rev, plan: aPlan({ title: '换一天再讲' }) }
    expect(await call('editor', 'saveActivity', change)).toMatchObject({ code: 'activity.finished' })
  })
})

describe('what everybody sees', () => {
  it('is released by somebody who wrote nothing of it', async () => {
    const mine = await held({ departmentId: null }, { publicText: '给社区老人量了血压。' }, 'publicist')
    expect(mine.acts).not.toContain('release')
    expect(mine.why).toContain('另一位同事')
    const release = { id: mine.id, rev: mine.rev }
    expect(await call('publicist', 'releaseActivity', release)).toMatchObject({ code: 'activity.own_words' })
    expect(await call('head', 'releaseActivity', release)).toMatchObject({ code: 'auth.forbidden' })
    expect(await call(null, 'activityOpen', { id: mine.id })).toMatchObject({ code: 'activity.unknown' })
    await must('discipline', 'releaseActivity', release)
    expect(await must(null, 'activityOpen', { id: mine.id })).toMatchObject({
      activity: { text: '给社区老人量了血压。', heads: 41, departmentName: null },
    })
  })

  it('stays what was released while it is changed, and is no way for its writer to publish', async () => {
    const one = await released({ title: '第一个题目' })
    const change = { id: one.id, rev: one.rev, plan: aPlan({ title: '第二个题目' }) }
    const changed = await must<ActivityView>('publicist', 'saveActivity', change)
    expect(changed.release).toMatchObject({ changedSince: true })
    expect((await everyOpen()).find(({ id }) => id === one.id)?.title).toBe('第一个题目')
    const again = { id: one.id, rev: changed.rev }
    expect(await call('publicist', 'releaseActivity', again)).toMatchObject({ code: 'activity.own_words' })
    const back = await must<ActivityView>('publicist', 'takeActivityBack', again)
    expect(await call(null, 'activityOpen', { id: one.id })).toMatchObject({ code: 'activity.unknown' })
    expect(await call('publicist', 'releaseActivity', { id: one.id, rev: back.rev })).toMatchObject({
      code: 'activity.own_words',
    })
    await must('discipline', 'releaseActivity', { id: one.id, rev: back.rev })
    expect((await everyOpen()).find(({ id }) => id === one.id)?.title).toBe('第二个题目')
  })

  it('names nobody: not who wrote, spoke, held it, released it or was there', async () => {
    const one = await released({ speaker: '陶主任本人', place: '示教室' }, { publicText: '讲了转院的规矩。' })
    const open = JSON.stringify([
      await call(null, 'activityOpen', { id: one.id }),
      await call(null, 'activitiesOpen', { kind: null, series: null, month: null, after: null }),
    ])
    for (const hidden of ['陶主任', '宋医生', '卢干事', 'S31', 'S33', 'organiser', 'writers', asColleague.editor]) {
      expect(open).not.toContain(hidden)
    }
  })

  it('can be narrowed by kind, series and month, and read on past a page', async () => {
    const series = '本草说廉'
    const days = Array.from({ length: 23 }, (_, ago) => daysAfter(today(), -ago))
    for (const day of days) {
      await released({ day, series, departmentId: '03.01', matter: { kind: 'free_clinic' } }, { extra: 60 })
    }
    const shown = await everyOpen({ series })
    expect(shown.map(({ day }) => day)).toEqual(days)
    expect(shown.every(({ extra }) => extra === 60)).toBe(true)
    const month = monthOf(days[22] ?? '')
    const inMonth = await everyOpen({ kind: 'free_clinic', month })
    expect(inMonth.map(({ day }) => day)).toEqual(days.filter((day) => monthOf(day) === month))
    expect(await everyOpen({ kind: 'party_lesson' })).toEqual([])
    const first = await must<{ series: string[]; months: string[]; kinds: string[]; year: { times: number } }>(
      null,
      'activitiesOpen',
      { kind: null, series: null, month: null, after: null },
    )
    expect(first.series).toContain(series)
    expect(first.months).toContain(month)
    expect(first.kinds).toContain('free_clinic')
    expect(first.year.times).toBeGreaterThan(22)
  })
})

const aPhotoFrom = async (who: Who): Promise<string> => {
  const photo = aPicture()
  const [mediaId, bytes, data] = [hex(), photo.length, photo.toString('base64')]
  await must(who, 'sendMediaPart', { mediaId, kind: 'picture', name: '', part: 0, bytes, data })
  return mediaId
}

describe('what shows that it was held', () => {
  it('is open to everybody where it is said, with words for those who do not see it, and let go of when it is taken out', async () => {
    const [seen, kept] = [await aPhotoFrom('editor'), await aPhotoFrom('editor')]
    const evidence = [
      { mediaId: seen, kind: 'picture', name: '示教室里坐满了人', open: true },
      { mediaId: kept, kind: 'picture', name: '签到表', open: false },
    ]
    const one = await released({}, { evidence })
    const open = await must<{ photos: { mediaId: string; alt: string; url: string }[] }>(null, 'activityOpen', {
      id: one.id,
    })
    expect(open.photos).toEqual([{ mediaId: seen, alt: '示教室里坐满了人', url: expect.stringMatching(/^http/) }])
    expect((await must<ActivityView>('head', 'activity', { id: one.id })).media).toHaveLength(2)
    const ownersOf = (mediaId: string) =>
      cloud
        .exportAll()
        .split('\n')
        .some((line) => line.includes(mediaId) && line.includes(`"activity:${one.id}"`))
    expect([ownersOf(seen), ownersOf(kept)]).toEqual([true, true])
    const without = { id: one.id, rev: one.rev, outcome: anOutcome() }
    await must('editor', 'finishActivity', without)
    // The public copy still shows the one.
    expect([ownersOf(seen), ownersOf(kept)]).toEqual([true, false])
  })

  it('has to be there whole, and a file comes only from somebody with a post', async () => {
    const { id, rev } = await planned()
    const evidence = [{ mediaId: hex(), kind: 'picture', name: '没有传完的', open: false }]
    expect(await call('editor', 'finishActivity', { id, rev, outcome: anOutcome({ evidence }) })).toMatchObject({
      code: 'media.unknown',
    })
    const file = { mediaId: hex(), kind: 'file', name: '签到表.pdf', part: 0, bytes: 3, data: 'AAAA' }
    expect(await call('nurse', 'sendMediaPart', file)).toMatchObject({ code: 'auth.forbidden' })
    const mediaId = await aPhotoFrom('nurse')
    const blocks = [{ kind: 'image', mediaId, alt: '清如水', width: 320, height: 240 }]
    const work = await handedIn({ kind: 'calligraphy', blocks })
    expect(work).toMatchObject({ media: [{ mediaId }] })
    await must('nurse', 'withdrawWork', { id: work.id })
  })
})

const screenOf = (id: string, who: Who = 'editor') => must<CheckInScreen>(who, 'checkInScreen', { id })

describe('checking in by code', () => {
  it('finds the activity, counts each person once, and closes with the evening', async () => {
    const { id } = await planned()
    const screen = await must<CheckInScreen>('editor', 'openCheckIn', { id })
    expect(screen).toMatchObject({ open: true, there: 0, code: expect.stringMatching(/^\d{6}$/) })
    const found = await must<Attending>('nurse', 'activityByCode', { code: screen.code })
    expect(found).toMatchObject({ activityId: id, title: '病人要转院，该怎么转', mine: null, expected: 43 })
    const { code } = screen
    for (let press = 0; press < 3; press += 1) {
      expect(await must('nurse', 'checkIn', { activityId: id, code })).toMatchObject({ mine: { presence: 'there' } })
    }
    expect(await screenOf(id)).toMatchObject({ there: 1, onDuty: 0 })
    await must('editor', 'closeCheckIn', { id })
    expect(await call('head', 'checkIn', { activityId: id, code })).toMatchObject({ code: 'checkin.closed' })
    // What was lost on its way is there all the same.
    expect(await must('nurse', 'checkIn', { activityId: id, code })).toMatchObject({ mine: { presence: 'there' } })
  })

  it('refuses a code of some minutes ago, and one that was never shown', async () => {
    const { id } = await planned()
    const screen = await must<CheckInScreen>('editor', 'openCheckIn', { id })
    const late = await cloud.invoke(
      'culture',
      { action: 'checkIn', input: { activityId: id, code: screen.code } },
      { openid: asColleague.nurse },
      { daysAgo: -1 / 480 },
    )
    expect(late).toMatchObject({ code: 'checkin.code_unknown' })
    const never = screen.code === '000000' ? '000001' : '000000'
    expect(await call('nurse', 'checkIn', { activityId: id, code: never })).toMatchObject({
      code: 'checkin.code_unknown',
    })
    expect(await screenOf(id)).toMatchObject({ there: 0 })
  })

  it('does not let anybody try codes out, not even many at once', async () => {
    const { id } = await planned()
    const { code } = await must<CheckInScreen>('editor', 'openCheckIn', { id })
    const wrong = Array.from({ length: 40 }, (_, at) => String(100_000 + at)).filter((other) => other !== code)
    const replies = await Promise.all(wrong.map((other) => call('colleague', 'activityByCode', { code: other })))
    expect(replies.filter((reply) => reply.code === 'checkin.code_unknown').length).toBeLessThanOrEqual(CODES_MOST)
    // Those who lost to another at the same moment were not looked at, and are not counted.
    for (let more = 0; more < CODES_MOST; more += 1) await call('colleague', 'activityByCode', { code: '999999' })
    expect(await call('colleague', 'activityByCode', { code })).toMatchObject({ code: 'checkin.too_often' })
    expect(await call('colleague', 'checkIn', { activityId: id, code })).toMatchObject({ code: 'checkin.too_often' })
    expect(await call('head', 'activityByCode', { code })).toMatchObject({ ok: true })
  })

  it('loses none of 60 people who come in one minute, nor one who comes while it is written down', async () => {
    const people = Array.from({ length: 60 }, (_, at) => `S6${String(at).padStart(2, '0')}`)
    const records = people.map((id) =>
      aStaffRecord({ id, number: `QJ-${id}`, departmentId: '03.01', roles: [], openid: `openid-${id}` }),
    )
    await cloud.insertMissing('staff', records)
    const { id: activityId, rev } = await planned()
    const { code } = await must<CheckInScreen>('editor', 'openCheckIn', { id: activityId })
    const outcome = anOutcome({ entered: null, headsBy: 'check_in' })
    const checkingIn = people.map((id) => cloud.call('culture', 'checkIn', { activityId, code }, `openid-${id}`))
    const finishing = call('editor', 'finishActivity', { id: activityId, rev, outcome })
    for (const reply of await Promise.all(checkingIn)) expect(reply).toMatchObject({ ok: true })
    await finishing
    const { value: done } = await call('editor', 'activity', { id: activityId })
    const now = done as unknown as ActivityView
    expect(now).toMatchObject({ state: 'done', checkedIn: 60, heads: 60, headsBy: 'check_in' })
    expect(await screenOf(activityId)).toMatchObject({ there: 60 })
  })

  it('keeps the number by hand beside the number by check-in, and says which one counts', async () => {
    const { id, rev } = await planned()
    const outcome = anOutcome({ entered: 38, headsBy: 'check_in' })
    expect(await call('editor', 'finishActivity', { id, rev, outcome })).toMatchObject({
      code: 'activity.nothing_counted',
    })
    const { code } = await must<CheckInScreen>('editor', 'openCheckIn', { id })
    await must('nurse', 'checkIn', { activityId: id, code })
    const by = await must<ActivityView>('editor', 'finishActivity', { id, rev, outcome })
    expect(by).toMatchObject({ heads: 1, headsBy: 'check_in', checkedIn: 1, outcome: { entered: 38 } })
    const byHand = { id, rev: by.rev, outcome: { ...outcome, headsBy: 'entered' } }
    expect(await must('editor', 'finishActivity', byHand)).toMatchObject({ heads: 38, checkedIn: 1 })
  })

  it('does not count who is on duty, unless they come after all', async () => {
    const { id } = await planned()
    await must('nurse', 'sayOnDuty', { activityId: id })
    const { code } = await must<CheckInScreen>('editor', 'openCheckIn', { id })
    expect(await screenOf(id)).toMatchObject({ there: 0, onDuty: 1 })
    await must('nurse', 'checkIn', { activityId: id, code })
    await must('nurse', 'sayOnDuty', { activityId: id })
    expect(await screenOf(id)).toMatchObject({ there: 1, onDuty: 0 })
    expect(await call('surgeon', 'sayOnDuty', { activityId: id })).toMatchObject({ code: 'activity.unknown' })
  })

  it('takes nobody any more once everybody reads how many there were', async () => {
    const { id, rev } = await planned()
    const { code } = await must<CheckInScreen>('editor', 'openCheckIn', { id })
    await must('nurse', 'checkIn', { activityId: id, code })
    const outcome = anOutcome({ entered: null, headsBy: 'check_in' })
    const done = await must<ActivityView>('editor', 'finishActivity', { id, rev, outcome })
    await must('publicist', 'releaseActivity', { id, rev: done.rev })
    expect(await call('head', 'checkIn', { activityId: id, code })).toMatchObject({ code: 'checkin.closed' })
    expect(await must('editor', 'activity', { id })).toMatchObject({ heads: 1, release: { changedSince: false } })
  })

  it('is forgotten after two years, and how many there were is not', async () => {
    const ago = ATTENDANCE_KEPT_DAYS + 1
    const then = (who: Who, action: string, input: unknown) =>
      cloud.invoke('culture', { action, input }, { openid: asColleague[who] }, { daysAgo: ago }) as Promise<{
        ok: boolean
        value: { rev: number; code: string }
      }>
    const id = hex()
    const plan = aPlan({ day: daysAfter(today(), -ago) })
    const { value: begun } = await then('editor', 'saveActivity', { id, rev: null, plan })
    const { value: screen } = await then('editor', 'openCheckIn', { id })
    expect(await then('nurse', 'checkIn', { activityId: id, code: screen.code })).toMatchObject({ ok: true })
    const outcome = anOutcome({ entered: null, headsBy: 'check_in' })
    const { value: done } = await then('editor', 'finishActivity', { id, rev: begun.rev, outcome })
    expect(await cloud.fireTimer('clock')).toMatchObject({ done: { forgetAttendances: 1 } })
    const other = { id, rev: done.rev, outcome: { ...outcome, publicText: '当年的话，补一句。' } }
    expect(await must('editor', 'finishActivity', other)).toMatchObject({ heads: 1, checkedIn: 1 })
    expect(await must('editor', 'attendance', { id })).toMatchObject({ rows: [] })
  })

  it('tells who was there to the one who holds it and the discipline office alone', async () => {
    const { id } = await planned({ title: '只给组织的人看' })
    const { code } = await must<CheckInScreen>('editor', 'openCheckIn', { id })
    await must('nurse', 'checkIn', { activityId: id, code })
    for (const who of ['editor', 'discipline'] as const) {
      expect(await must(who, 'attendance', { id })).toMatchObject({
        rows: [{ name: '罗护士', departmentName: '呼吸科', presence: 'there' }],
      })
    }
    for (const who of ['head', 'publicist'] as const) {
      expect([who, (await call(who, 'attendance', { id })).code]).toEqual([who, 'auth.forbidden'])
    }
    expect(await call('nurse', 'attendance', { id })).toMatchObject({ code: 'activity.unknown' })
    expect(await call('nurse', 'checkInScreen', { id })).toMatchObject({ code: 'activity.unknown' })
    expect(await call('surgeon', 'myActivities', {})).toMatchObject({ ok: true })
    const mine = await must<{ rows: Attending[] }>('nurse', 'myActivities', {})
    expect(mine.rows.find(({ activityId }) => activityId === id)).toMatchObject({ open: true, there: 1 })
  })

  it('lets no secret out', async () => {
    const secrets = cloud
      .exportAll()
      .split('\n')
      .flatMap((line) => /"secret":"([0-9a-f]{64})"/.exec(line)?.[1] ?? [])
    expect(secrets.length).toBeGreaterThan(3)
    const { id } = await planned()
    const answers = JSON.stringify([
      await call('editor', 'openCheckIn', { id }),
      await call('editor', 'activity', { id }),
      await call('nurse', 'myActivities', {}),
    ])
    expect(answers).not.toMatch(/[0-9a-f]{64}/)
  })
})

describe('a year', () => {
  it('is counted by kind, month and department, with what a department has still to do', async () => {
    const before = await must<Board>('head', 'activityBoard', { year: thisYear() })
    await held({ matter: { kind: 'ten_clean', item: 'stories' } }, { entered: null })
    await held({ matter: { kind: 'seven_ones', item: 'song' } })
    const after = await must<Board>('head', 'activityBoard', { year: thisYear() })
    expect(after.departments.map(({ id }) => id)).toEqual(['03.01'])
    expect(after.figures.total.times - before.figures.total.times).toBe(2)
    expect(after.figures.total.heads.known - before.figures.total.heads.known).toBe(1)
    const [checklist] = after.departments.map((one) => one.checklist)
    expect(checklist).toMatchObject({ tenClean: { done: 1, due: 10 }, sevenOnes: { done: 1, due: 7 } })
    expect(checklist?.tenCleanGaps).not.toContain('stories')
    expect(checklist?.lessonThisWeek).toBe(true)
    const whole = await must<Board>('discipline', 'activityBoard', { year: thisYear() })
    expect(whole.departments.map(({ id }) => id)).toEqual(['03.01', '04'])
    expect(whole.departments[1]?.checklist).toMatchObject({ tenClean: { done: 0, due: 10 } })
    expect(whole.figures.departments.map(({ departmentId }) => departmentId)).toEqual([null, '03.01', '04'])
  })

  it('no longer counts what was struck out, nor shows it', async () => {
    const numbers = async () => (await must<Board>('head', 'activityBoard', { year: thisYear() })).figures.total
    const before = await numbers()
    const twice = await released({ title: '记重了的一场' }, { entered: 30 })
    expect(await numbers()).toMatchObject({ times: before.times + 1, heads: { sum: (before.heads.sum ?? 0) + 30 } })
    const striking = { id: twice.id, rev: twice.rev, reason: '和上一场记重了' }
    expect(await call('nurse', 'cancelActivity', striking)).toMatchObject({ code: 'activity.unknown' })
    for (let press = 0; press < 2; press += 1) {
      expect(await must('editor', 'cancelActivity', striking)).toMatchObject({
        state: 'cancelled',
        heads: null,
      })
    }
    expect(await numbers()).toEqual(before)
    expect(await call(null, 'activityOpen', { id: twice.id })).toMatchObject({ code: 'activity.unknown' })
  })
})

interface Board {
  figures: {
    total: { times: number; heads: { sum: number | null; known: number } }
    departments: { departmentId: string | null }[]
  }
  departments: {
    id: string
    checklist: { tenCleanGaps: string[]; lessonThisWeek: boolean }
  }[]
}

const aWork = (about: Record<string, unknown> = {}) => ({
  kind: 'essay',
  title: '夜里的一盏灯',
  credit: '呼吸科一位护士',
  blocks: [{ kind: 'paragraph', spans: [{ text: '凌晨三点，走廊的灯还亮着。' }] }],
  activityId: null as string | null,
  ...about,
})

const handedIn = (about: Record<string, unknown> = {}, who: Who = 'nurse') =>
  must<WorkView>(who, 'submitWork', { id: hex(), rev: null, content: aWork(about), consent: true })

const gallery = () => must<{ rows: WorkCard[]; kinds: string[] }>(null, 'works', { kind: null, after: null })

describe('works', () => {
  it('are shown after a second person looked at them, and leave when their author wants', async () => {
    const call4 = await planned(
      { matter: { kind: 'contest', form: 'essay' }, title: '清廉征文', departmentId: null },
      'publicist',
    )
    const work = await handedIn({ activityId: call4.id })
    expect(work).toMatchObject({ state: 'submitted', mine: true, authorName: null, contest: '清廉征文' })
    expect((await gallery()).rows).toEqual([])
    expect(await call(null, 'work', { id: work.id })).toMatchObject({ code: 'work.unknown' })
    const review = await must<{ rows: WorkView[]; counts: Record<string, number> }>('publicist', 'worksToReview', {
      state: 'submitted',
      skip: 0,
    })
    expect(review).toMatchObject({
      rows: [{ id: work.id, authorName: '罗护士', departmentName: '呼吸科' }],
      counts: { submitted: 1 },
    })
    await must('publicist', 'showWork', { id: work.id, rev: work.rev })
    const shown = await gallery()
    expect(shown).toMatchObject({ rows: [{ title: '夜里的一盏灯', credit: '呼吸科一位护士' }], kinds: ['essay'] })
    expect(JSON.stringify([shown, await call(null, 'work', { id: work.id })])).not.toMatch(/罗护士|S35|author/)
    expect(await must('publicist', 'activity', { id: call4.id })).toMatchObject({ works: 1 })
    // Once, twice, and whatever a reviewer did since the author last looked.
    for (let press = 0; press < 2; press += 1) {
      expect(await must('nurse', 'withdrawWork', { id: work.id })).toMatchObject({ state: 'withdrawn' })
    }
    expect((await gallery()).rows).toEqual([])
  })

  it('are not reviewed by their author, by another department, or by anybody without the post', async () => {
    const heads = await handedIn({ title: '主任写的' }, 'head')
    const target = { id: heads.id, rev: heads.rev }
    expect(await call('head', 'showWork', target)).toMatchObject({ code: 'work.own' })
    expect(await call('head', 'sendWorkBack', { ...target, reason: '再改改' })).toMatchObject({ code: 'work.own' })
    for (const who of ['nurse', 'surgeon', 'editor'] as const) {
      expect([who, (await call(who, 'showWork', target)).code]).toEqual([who, 'work.unknown'])
    }
    const surgeons = await handedIn({ title: '外科写的' }, 'surgeon')
    const theirs = { id: surgeons.id, rev: surgeons.rev }
    expect(await call('head', 'showWork', theirs)).toMatchObject({ code: 'work.unknown' })
    expect(await call('nurse', 'withdrawWork', { id: surgeons.id })).toMatchObject({ code: 'work.unknown' })
    await must('discipline', 'showWork', theirs)
  })

  it('come back with a reason, and are looked at anew when they change', async () => {
    const work = await handedIn({ title: '先退回来' })
    const back = await must<WorkView>('head', 'sendWorkBack', {
      id: work.id,
      rev: work.rev,
      reason: '请去掉病人的床号。',
    })
    expect(back).toMatchObject({ state: 'sent_back', said: { reason: '请去掉病人的床号。' } })
    const content = aWork({ title: '改好了' })
    const again = await must<WorkView>('nurse', 'submitWork', { id: work.id, rev: back.rev, content, consent: true })
    expect(again).toMatchObject({ state: 'submitted', said: null })
    const shown = await must<WorkView>('publicist', 'showWork', { id: work.id, rev: again.rev })
    const changed = aWork({ title: '展出以后又改' })
    const waits = await must<WorkView>('nurse', 'submitWork', {
      id: work.id,
      rev: shown.rev,
      content: changed,
      consent: true,
    })
    expect(waits.state).toBe('submitted')
    expect((await gallery()).rows.map(({ title }) => title)).not.toContain('展出以后又改')
  })

  it('need words or a picture, consent, and a call that is there', async () => {
    const input = (content: Record<string, unknown>, consent = true) => ({ id: hex(), rev: null, content, consent })
    expect(await call('nurse', 'submitWork', input(aWork({ blocks: [] })))).toMatchObject({ code: 'work.empty' })
    expect(await call('nurse', 'submitWork', input(aWork(), false))).toMatchObject({ code: 'input.invalid' })
    expect(await call('nurse', 'submitWork', input(aWork({ activityId: hex() })))).toMatchObject({
      code: 'activity.unknown',
    })
    expect(await call(null, 'submitWork', input(aWork()))).toMatchObject({ code: 'auth.required' })
    const id = hex()
    await must('nurse', 'submitWork', { ...input(aWork()), id })
    await must('nurse', 'submitWork', { ...input(aWork()), id })
    expect(cloud.exportAll().split(`"_id":"${id}"`)).toHaveLength(2)
  })
})
