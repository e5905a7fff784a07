import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { officeAt } from './office.desk'
import { aFiling, anEventId, founded, openCloud, type OpenedCloud, OPENIDS } from './opened.cloud'

const LEADER = 'openid-leader'

let cloud: OpenedCloud
const asAdministrator = async (action: string, input: unknown) => {
  const reply = await cloud.call('hospital', action, input, OPENIDS.administrator)
  if (!reply.ok) throw new Error(`hospital.${action}: ${reply.code}`)
  return reply.value as Record<string, unknown>
}

beforeAll(async () => {
  cloud = await openCloud()
  await founded(cloud)
  await asAdministrator('addDepartment', { id: 'F04', name: '营养膳食科' })
  await asAdministrator('addDepartment', { id: 'F05', name: '洗衣房' })
  await asAdministrator('changeDepartment', { id: 'F05', name: '洗衣房', rev: 0, retired: true })
  const leader = { staffId: 'S8', number: 'QJ-S8', name: '周', departmentId: null, roles: ['leader'] }
  await asAdministrator('addPerson', leader)
  await asAdministrator('invite', { people: [{ staffId: 'S8', code: '0123456789ABCDEJ' }] })
  expect(await cloud.call('hospital', 'join', { number: 'QJ-S8', code: '0123456789ABCDEJ' }, LEADER)).toMatchObject({
    ok: true,
  })
})
afterAll(() => cloud.close())

const toCanteen = { category: 'G', urgent: false, careSetting: 'other', departmentId: 'F04' }

const filed = async (about: Record<string, unknown> = {}) => {
  const filing = aFiling({ text: '送来的饭是凉的。', ...about })
  expect(await cloud.call('complaint', 'file', filing)).toMatchObject({ ok: true })
  const { complaintId } = filing
  const read = async (openid = OPENIDS.officer) =>
    (await cloud.call('complaint', 'read', { complaintId }, openid)).value as Record<string, unknown> & {
      events: Record<string, unknown>[]
      acts: string[]
    }
  const sort = async (to: Record<string, unknown>, openid = OPENIDS.officer) => {
    const { rev } = await read()
    return cloud.call('complaint', 'sort', { complaintId, eventId: anEventId(), rev, ...toCanteen, ...to }, openid)
  }
  const stored = () => {
    const line = cloud
      .exportAll()
      .split('\n')
      .find((record) => record.includes(complaintId))
    return (JSON.parse(line ?? '{}') as { document: Record<string, unknown> }).document
  }
  return { filing, read, sort, stored, office: officeAt(cloud, complaintId) }
}

describe('a complaint from the ward that means the canteen', () => {
  it('is put where it belongs; the history says from where, the complainant sees what they saw', async () => {
    const { filing, read, sort, stored } = await filed()
    expect(await read()).toMatchObject({ departmentId: '03.01', channel: 'miniprogram' })
    const { selector, secret } = filing
    const progress = async () => (await cloud.call('complaint', 'progress', { selector, secret })).value
    const before = await progress()
    expect(await sort({})).toMatchObject({
      value: {
        ...toCanteen,
        departmentName: '营养膳食科',
        place: before?.place,
        events: [
          {},
          { kind: 'sorted', ...toCanteen, before: { category: 'F', careSetting: 'inpatient', departmentId: '03.01' } },
        ],
      },
    })
    const after = await progress()
    expect(after?.events).toEqual(before?.events)
    expect(JSON.stringify(after)).not.toMatch(/营养膳食科|F04|sorted/)
    // The day it was received on is to be counted anew.
    expect(stored()).toMatchObject({ departmentId: 'F04', pending: true })
    // The phone whose answer was lost asks again.
    expect(await cloud.call('complaint', 'file', filing)).toMatchObject({ ok: true })
  })

  it('offers the departments to who may sort; a case handler learns those that the history names', async () => {
    const { read, sort, office } = await filed()
    expect((await read()).departments).toEqual([
      { id: '03.01', name: '呼吸科', retired: false },
      { id: 'F04', name: '营养膳食科', retired: false },
      { id: 'F05', name: '洗衣房', retired: true },
    ])
    await office.act('accept')
    await office.act('assign', { staffId: 'S3' })
    expect(await read(OPENIDS.handler)).toMatchObject({ departments: [] })
    await sort({ departmentId: null })
    expect(await read(OPENIDS.handler)).toMatchObject({
      departmentId: null,
      departments: [{ id: '03.01', name: '呼吸科', retired: false }],
    })
    expect(await sort({}, OPENIDS.handler)).toMatchObject({ code: 'auth.forbidden' })
  })

  it('goes to a department that is in use', async () => {
    const { sort } = await filed()
    for (const departmentId of ['99', 'F05']) {
      expect(await sort({ departmentId })).toMatchObject({ code: 'hospital.department_unknown' })
    }
  })

  it('is corrected after the reply, too, and no more once it was withdrawn', async () => {
    const { filing, read, sort, office } = await filed()
    await office.act('accept')
    await office.reply('对不起，下周起换保温车。')
    expect(await sort({})).toMatchObject({ value: { status: 'replied', departmentId: 'F04' } })
    const { selector, secret } = filing
    const step = (action: string, about = {}) =>
      cloud.call('complaint', action, { selector, secret, eventId: anEventId(), ...about })
    expect(await step('confirm')).toMatchObject({ ok: true })
    await office.act('close')
    expect(await sort({ departmentId: null })).toMatchObject({ value: { status: 'closed', departmentId: null } })

    const other = await filed()
    const taken = { selector: other.filing.selector, secret: other.filing.secret, eventId: anEventId(), text: null }
    expect(await cloud.call('complaint', 'withdraw', taken)).toMatchObject({ ok: true })
    expect((await other.read()).acts).not.toContain('sort')
    expect(await other.sort({})).toMatchObject({ code: 'complaint.not_open' })
    expect((await read()).acts).toContain('sort')
  })

  it('asked for again after a lost answer is the same correction', async () => {
    const { filing, read } = await filed()
    const { complaintId } = filing
    const again = { complaintId, eventId: anEventId(), rev: 0, ...toCanteen }
    const once = await cloud.call('complaint', 'sort', again, OPENIDS.officer)
    expect(await cloud.call('complaint', 'sort', again, OPENIDS.officer)).toEqual(once)
    expect((await read()).events).toHaveLength(2)
  })
})

describe('a leader', () => {
  it('is somebody here, and no case opens', async () => {
    expect(await cloud.call('hospital', 'me', {}, LEADER)).toMatchObject({ value: { roles: ['leader'] } })
    const { filing, sort } = await filed()
    expect(await cloud.call('complaint', 'inbox', {}, LEADER)).toMatchObject({
      code: 'auth.forbidden',
      message: '您的岗位看不到这里。要看，请找本院管理员开通。',
    })
    expect(await cloud.call('complaint', 'read', { complaintId: filing.complaintId }, LEADER)).toMatchObject({
      code: 'complaint.not_found',
    })
    expect(await sort({}, LEADER)).toMatchObject({ code: 'complaint.not_found' })
    for (const action of ['people', 'settings', 'departments', 'colleagues', 'touchpoints']) {
      expect(await cloud.call('hospital', action, {}, LEADER)).toMatchObject({ code: 'auth.forbidden' })
    }
  })
})
