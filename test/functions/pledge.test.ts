import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { daysAfter } from '#domain/instant'
import { readyPledge } from '#domain/integrity/pledge.ready'
import { openCloud, type OpenedCloud, OPENIDS } from './opened.cloud'
import { anId, employed, foundedWithTwo, stored, today } from './survey.asked'

const DAY_MS = 86_400_000
const HAND = [[100, 100, 900, 300]]

let cloud: OpenedCloud
let skippedMs = 0
let discipline: string
let publicity: string
let head: string
let nurse: string
let surgeon: string
let supervisor: string

beforeAll(async () => {
  cloud = await openCloud({ clock: () => Date.now() + skippedMs })
  await foundedWithTwo(cloud)
  discipline = await employed(cloud, 'D1', ['discipline'])
  publicity = await employed(cloud, 'P1', ['publicity'])
  head = await employed(cloud, 'H1', ['department_head'], '03.01')
  nurse = await employed(cloud, 'N1', [], '03.01')
  surgeon = await employed(cloud, 'C1', [], '04')
  supervisor = await employed(cloud, 'V1', ['supervisor'], '03.01')
})
afterAll(() => cloud.close())
beforeEach(() => {
  skippedMs = 0
})

const say = async (action: string, input: unknown, openid?: string) => {
  const reply = await cloud.call('integrity', action, input, openid)
  return reply.ok ? reply.value : reply.code
}
const text = (about: Record<string, unknown> = {}) => ({ ...readyPledge, effectiveOn: today(), ...about })
const drawn = { kind: 'drawn', strokes: HAND }

const publish = async (about: Record<string, unknown> = {}) => {
  const id = anId()
  expect(await say('proposePledge', { id, rev: null, text: text(about) }, discipline)).toEqual({ id, rev: 0 })
  expect(await say('publishPledge', { id, rev: 0 }, publicity)).toEqual({ id, rev: 1 })
  return id
}

describe('before there is a pledge', () => {
  it('the wall says the words of the ward, nobody signs, and nobody else looks at lists', async () => {
    expect(await say('pledgeWall', { scene: 't=W-1' })).toMatchObject({
      pledge: '不收红包，每天的费用讲得清。',
      department: { id: '03.01', name: '呼吸科', place: '12 层东病区' },
      current: null,
      tally: { signed: 0, total: 2 },
      names: [],
    })
    expect(await say('myPledge', {}, nurse)).toMatchObject({ current: null, signature: null, earlier: [] })
    expect(await say('signPledge', { versionId: anId(), way: drawn }, nurse)).toBe('pledge.none')
    for (const openid of [nurse, supervisor, 'openid-nobody', OPENIDS.administrator]) {
      for (const [action, input] of [
        ['pledgeBoard', {}],
        ['pledgePeople', { after: null }],
        ['pledgeVersions', {}],
        ['proposePledge', { id: anId(), rev: null, text: text() }],
        ['publishPledge', { id: anId(), rev: 0 }],
        ['dropPledge', { id: anId(), rev: 0 }],
      ] as const)
        expect(await say(action, input, openid)).toBe('auth.forbidden')
    }
    for (const openid of [supervisor, 'openid-nobody']) expect(await say('myPledge', {}, openid)).toBe('auth.forbidden')
  })
})

describe('a version', () => {
  it('is written by one person, published by another, and not changed afterwards', async () => {
    const id = anId()
    const proposal = { id, rev: null, text: text({ effectiveOn: daysAfter(today(), 400) }) }
    expect(await say('proposePledge', proposal, discipline)).toEqual({ id, rev: 0 })
    expect(await say('proposePledge', proposal, discipline)).toEqual({ id, rev: 0 })
    const better = { id, rev: 0, text: { ...proposal.text, title: '廉洁行医承诺' } }
    expect(await say('proposePledge', better, discipline)).toEqual({ id, rev: 1 })
    expect(await say('proposePledge', { ...better, text: proposal.text }, publicity)).toBe('data.changed')
    expect(await say('publishPledge', { id, rev: 1 }, discipline)).toBe('pledge.own_words')
    expect(await say('publishPledge', { id, rev: 0 }, publicity)).toBe('data.changed')
    expect(await say('publishPledge', { id: anId(), rev: 0 }, publicity)).toBe('pledge.version_unknown')
    expect(await say('publishPledge', { id, rev: 1 }, publicity)).toEqual({ id, rev: 2 })
    expect(await say('publishPledge', { id, rev: 1 }, publicity)).toEqual({ id, rev: 2 })
    expect(await say('proposePledge', { ...better, rev: 2, text: text() }, publicity)).toBe('pledge.published')
    expect(await say('dropPledge', { id, rev: 2 }, publicity)).toBe('pledge.published')
    expect(
      await say('proposePledge', { id: anId(), rev: null, text: text({ effectiveOn: daysAfter(today(), -1) }) }, head),
    ).toBe('auth.forbidden')
    const past = text({ effectiveOn: daysAfter(today(), -1) })
    expect(await say('proposePledge', { id: anId(), rev: null, text: past }, discipline)).toBe('pledge.day_past')

    const idea = anId()
    await say('proposePledge', { id: idea, rev: null, text: text() }, discipline)
    expect(await say('dropPledge', { id: idea, rev: 4 }, publicity)).toBe('data.changed')
    expect(await say('dropPledge', { id: idea, rev: 0 }, publicity)).toEqual({})
    expect(await say('dropPledge', { id: idea, rev: 0 }, publicity)).toEqual({})
    expect(await say('pledgeVersions', {}, publicity)).toMatchObject({
      rows: [
        {
          id,
          number: 1,
          title: '廉洁行医承诺',
          standing: 'coming',
          writers: ['职工D1'],
          publishedBy: '职工P1',
          mine: false,
          signed: 0,
        },
      ],
    })
    // It waits for its day.
    expect(await say('myPledge', {}, nurse)).toMatchObject({ current: null })
  })
})

describe('signing', () => {
  it('is done once, by hand or with a tick, and hangs on the wall without handwriting or numbers', async () => {
    const versionId = await publish()
    expect(await say('signPledge', { versionId: anId(), way: drawn }, nurse)).toBe('pledge.version_old')
    expect(await say('signPledge', { versionId, way: { kind: 'drawn', strokes: [[1, 1]] } }, nurse)).toBe(
      'input.invalid',
    )
    expect(await say('signPledge', { versionId, way: drawn }, supervisor)).toBe('auth.forbidden')
    const [signature, again] = await Promise.all([
      say('signPledge', { versionId, way: drawn }, nurse),
      say('signPledge', { versionId, way: { kind: 'confirmed' } }, nurse),
    ])
    expect(again).toEqual(signature)
    expect(await say('signPledge', { versionId, way: { kind: 'confirmed' } }, nurse)).toEqual(signature)
    expect(await say('signPledge', { versionId, way: { kind: 'confirmed' } }, head)).toMatchObject({
      name: '职工H1',
      departmentName: '呼吸科',
      signedOn: today(),
      way: { kind: 'confirmed' },
    })
    expect(stored(cloud, 'pledge_signatures')).toHaveLength(2)

    const wall = await say('pledgeWall', { departmentId: '03.01' })
    expect(wall).toMatchObject({
      department: { id: '03.01', place: null },
      tally: { signed: 2, total: 2 },
      names: [
        { name: '职工H1', isHead: true, signedOn: today() },
        { name: '职工N1', isHead: false, signedOn: today() },
      ],
    })
    expect(JSON.stringify(wall)).not.toMatch(/QJ-|strokes|openid|code"|staffId/)
    expect(await say('pledgeWall', {})).toMatchObject({
      department: null,
      names: [],
      tally: { signed: 2 },
      departments: [
        { id: '03.01', signed: 2, total: 2 },
        { id: '04', signed: 0, total: 1 },
      ],
    })
    expect(await say('pledgeWall', { departmentId: '05' })).toBe('hospital.department_unknown')
  })

  it('leaves a certificate that anybody can check, as long as its code is known', async () => {
    const own = (await say('myPledge', {}, nurse)) as { signature: { code: string } }
    const typed = own.signature.code.toLowerCase().replace(/.{4}(?=.)/g, '$& ')
    const proven = await say('verifyPledge', { code: typed })
    expect(proven).toEqual({
      hospitalName: '青衿市人民医院',
      name: '职工N1',
      departmentName: '呼吸科',
      title: '廉洁从业承诺',
      number: 2,
      signedOn: today(),
      standing: 'current',
    })
    expect(await say('verifyPledge', { code: '0000-0000-0000' })).toBe('pledge.code_unknown')
  })
})

describe('the desk', () => {
  it('counts who signed of those on the roster, and names the others to whom it may', async () => {
    const empty = { id: '05', name: '儿科' }
    expect(await cloud.call('hospital', 'addDepartment', empty, OPENIDS.administrator)).toMatchObject({ ok: true })
    expect(await say('pledgeBoard', {}, discipline)).toMatchObject({
      keeps: true,
      current: { number: 2 },
      tally: { signed: 2, total: 9 },
      rows: [
        { id: '03.01', name: '呼吸科', signed: 2, total: 2 },
        { id: '04', name: '外科', signed: 0, total: 1 },
        { id: '05', name: '儿科', signed: 0, total: 0 },
        { id: null, name: '没有登记科室', signed: 0, total: 6 },
      ],
    })
    expect(await say('pledgeBoard', {}, head)).toMatchObject({
      keeps: false,
      tally: { signed: 2, total: 2 },
      rows: [{ id: '03.01' }],
    })
    expect(await say('pledgePeople', { after: null, departmentId: '04' }, discipline)).toMatchObject({
      rows: [{ number: 'QJ-C1', name: '职工C1', departmentName: '外科', isHead: false, signedOn: null }],
      next: null,
    })
    expect(await say('pledgePeople', { after: null, departmentId: '04' }, head)).toBe('auth.forbidden')
    expect(await say('pledgePeople', { after: null, departmentId: null }, head)).toBe('auth.forbidden')
    expect(await say('pledgePeople', { after: null }, head)).toMatchObject({
      rows: [{ name: '职工H1' }, { name: '职工N1' }],
    })
    const all = (await say('pledgePeople', { after: null }, publicity)) as { rows: { name: string }[] }
    expect(all.rows).toHaveLength(9)
    expect(all.rows.map(({ name }) => name)).not.toContain('职工V1')
  })
})

describe('a new version', () => {
  it('asks everybody again from its day on; the old signature stays, and who left leaves the wall', async () => {
    const versionId = await publish({ effectiveOn: daysAfter(today(), 7), title: '廉洁从业承诺（新）' })
    expect(await say('myPledge', {}, nurse)).toMatchObject({ current: { number: 2 }, signature: { number: 2 } })
    skippedMs = 8 * DAY_MS
    const before = (await say('myPledge', {}, nurse)) as { earlier: { code: string }[] }
    expect(before).toMatchObject({ current: { id: versionId, number: 3 }, signature: null, earlier: [{ number: 2 }] })
    expect(await say('pledgeWall', { departmentId: '03.01' })).toMatchObject({
      names: [],
      tally: { signed: 0, total: 2 },
    })
    expect(await say('verifyPledge', { code: before.earlier[0]?.code })).toMatchObject({
      standing: 'earlier',
      number: 2,
    })
    await say('signPledge', { versionId, way: drawn }, surgeon)
    expect(await say('pledgeWall', { departmentId: '04' })).toMatchObject({ names: [{ name: '职工C1' }] })

    const roster = await cloud.call('hospital', 'people', {}, OPENIDS.administrator)
    const people = roster.value?.['rows'] as { id: string; rev: number }[]
    const gone = people.find(({ id }) => id === 'C1')
    const code = ((await say('myPledge', {}, surgeon)) as { signature: { code: string } }).signature.code
    await cloud.call('hospital', 'leave', { staffId: 'C1', rev: gone?.rev }, OPENIDS.administrator)
    expect(await say('pledgeWall', { departmentId: '04' })).toMatchObject({ names: [], tally: { signed: 0, total: 0 } })
    expect(await say('verifyPledge', { code })).toMatchObject({ standing: 'left', name: '职工C1' })
    expect(await say('myPledge', {}, surgeon)).toBe('auth.forbidden')
  })
})
