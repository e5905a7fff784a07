import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contentsUnder, filesUnder } from '../builders/files'
import { aFiling, anEventId, founded, openCloud, type OpenedCloud, OPENIDS } from './opened.cloud'

const CHEN = 'openid-of-chen-5527'
const contact = { name: null, phone: '13800000001' }

let cloud: OpenedCloud
beforeAll(async () => {
  cloud = await openCloud()
  await founded(cloud)
})
afterAll(() => cloud.close())

interface Detail {
  rev: number
  status: string
  acts: string[]
  events: Record<string, unknown>[]
  people: Record<string, string>
}

/** The office at one case: each act on the revision it just saw. */
const atTheDesk = (complaintId: string) => {
  const read = async (openid = OPENIDS.officer) => {
    const { value } = await cloud.call('complaint', 'read', { complaintId }, openid)
    return value as unknown as Detail
  }
  const act = async (action: string, about: Record<string, unknown> = {}, openid = OPENIDS.officer) => {
    const { rev } = await read(openid)
    return cloud.call('complaint', action, { complaintId, eventId: anEventId(), rev, ...about }, openid)
  }
  return { read, act }
}

const withReceipt = ({ selector, secret }: { selector: string; secret: string }, openid?: string) => {
  const receipt = { selector, secret }
  return {
    progress: async () => (await cloud.call('complaint', 'progress', receipt, openid)).value as Record<string, unknown>,
    step: (action: string, about: Record<string, unknown> = {}) =>
      cloud.call('complaint', action, { ...receipt, eventId: anEventId(), ...about }, openid),
  }
}

const filed = async (about: Record<string, unknown> = {}) => {
  const filing = aFiling(about)
  expect(await cloud.call('complaint', 'file', filing)).toMatchObject({ ok: true })
  return { filing, desk: atTheDesk(filing.complaintId), patient: withReceipt(filing) }
}

describe('a complaint from the ward to its end', () => {
  it('is accepted, looked into, asked about, found true, answered, confirmed, rated and closed', async () => {
    const { desk, patient } = await filed()
    expect((await desk.read()).acts).toContain('accept')
    expect(await desk.act('accept')).toMatchObject({ ok: true, value: { status: 'accepted' } })
    expect(await desk.act('assign', { staffId: 'S3' })).toMatchObject({ value: { status: 'investigating' } })
    expect(await desk.act('ask', { text: '是哪个护士站？' }, OPENIDS.handler)).toMatchObject({ ok: true })
    expect((await patient.progress()).steps).toContain('answer')
    expect(await patient.step('answer', { text: '东边的', photos: [] })).toMatchObject({ ok: true })
    const inbox = await cloud.call('complaint', 'inbox', { mine: true }, OPENIDS.handler)
    expect(inbox.value).toMatchObject({ rows: [{ answered: true, asked: false, assigneeName: '顾' }], total: 1 })
    expect(await desk.act('note', { text: '查了排班，当班是小李' }, OPENIDS.handler)).toMatchObject({ ok: true })
    expect(await desk.act('find', { finding: 'founded', text: '报告中午就出了' }, OPENIDS.handler)).toMatchObject({
      ok: true,
    })
    // What was found is told with the reply, not before.
    expect(await patient.progress()).toMatchObject({ finding: null })
    expect(await desk.act('reply', { text: '您说的属实，护士长已道歉。' }, OPENIDS.handler)).toMatchObject({
      code: 'auth.forbidden',
    })
    expect(await desk.act('reply', { text: '您说的属实，护士长已道歉。' })).toMatchObject({
      value: { status: 'replied' },
    })
    const told = await patient.progress()
    expect(told).toMatchObject({ status: 'replied', finding: 'founded' })
    expect(JSON.stringify(told)).not.toMatch(/小李|当班|"by"|顾|沈|S3/)
    expect(await desk.act('close')).toMatchObject({ code: 'complaint.too_early' })
    expect(await patient.step('confirm')).toMatchObject({ ok: true })
    expect(await patient.step('rate', { rating: 5, text: '谢谢' })).toMatchObject({ ok: true })
    expect(await desk.act('close')).toMatchObject({ value: { status: 'closed', stage: 'done' } })
    const done = await cloud.call('complaint', 'inbox', { stage: 'done' }, OPENIDS.officer)
    expect(done.value).toMatchObject({ total: null, rows: [{ status: 'closed' }] })
  })

  it('is looked into again by somebody else within the days promised for it', async () => {
    const { desk, patient } = await filed()
    await desk.act('accept')
    await desk.act('find', { finding: 'unfounded', text: '没有查到' })
    await desk.act('reply', { text: '没有查到您说的情况。' })
    const again = await patient.step('reopen', { text: '我有当天的录像', photos: [] })
    expect(again).toMatchObject({ ok: true, value: { status: 'reopened', replyWithinWorkingDays: 3, finding: null } })
    expect(await desk.act('find', { finding: 'founded', text: '看了录像' })).toMatchObject({
      code: 'complaint.needs_other_person',
    })
    expect(await desk.act('find', { finding: 'founded', text: '看了录像' }, OPENIDS.colleague)).toMatchObject({
      ok: true,
    })
    expect(await desk.act('reply', { text: '再查属实，向您道歉。' })).toMatchObject({ value: { status: 'replied' } })
  })

  it('can be taken back, and then nobody acts on it any more', async () => {
    const { desk, patient } = await filed()
    await desk.act('accept')
    expect(await patient.step('withdraw', { text: '已经说清楚了' })).toMatchObject({
      value: { status: 'withdrawn', steps: [] },
    })
    for (const [action, about] of [
      ['assign', { staffId: 'S3' }],
      ['ask', { text: '是哪个护士站？' }],
      ['reply', { text: '您说的属实，抱歉。' }],
    ] as const) {
      expect(await desk.act(action, about)).toMatchObject({ ok: false })
    }
    expect(await patient.step('answer', { text: '再说一句', photos: [] })).toMatchObject({ code: 'complaint.finished' })
  })
})

describe('a retry whose first answer was lost', () => {
  it('is the same act: at the desk and on the phone', async () => {
    const { filing, desk, patient } = await filed()
    const eventId = anEventId()
    const note = { complaintId: filing.complaintId, eventId, rev: 0, text: '记一下' }
    const [first, second] = [
      await cloud.call('complaint', 'note', note, OPENIDS.officer),
      await cloud.call('complaint', 'note', note, OPENIDS.officer),
    ]
    expect(second).toEqual(first)
    const { selector, secret } = filing
    const answer = { selector, secret, eventId: anEventId(), text: '补一句', photos: [] }
    await Promise.all([cloud.call('complaint', 'answer', answer), cloud.call('complaint', 'answer', answer)])
    await cloud.call('complaint', 'answer', answer)
    expect((await desk.read()).events.map(({ kind }) => kind)).toEqual(['submitted', 'noted', 'answered'])
    expect((await patient.progress()).events).toHaveLength(2)
  })
})

describe('the complainant and the office at the same moment', () => {
  it('both are heard: the step waits its turn, the office reads again', async () => {
    const { filing, desk } = await filed()
    await desk.act('accept')
    const { rev } = await desk.read()
    const { complaintId, selector, secret } = filing
    const steps = Array.from({ length: 3 }, (_, index) =>
      cloud.call('complaint', 'answer', { selector, secret, eventId: anEventId(), text: `第 ${index} 句`, photos: [] }),
    )
    const act = cloud.call('complaint', 'note', { complaintId, eventId: anEventId(), rev, text: '记' }, OPENIDS.officer)
    const answers = await Promise.all([...steps, act])
    for (const answer of answers) expect(answer.ok || answer.code === 'data.changed').toBe(true)
    const written = (await desk.read()).events.filter(({ kind }) => kind === 'answered' || kind === 'noted')
    expect(written).toHaveLength(answers.filter(({ ok }) => ok).length)
  })
})

describe('a named complainant', () => {
  const named = async () => {
    const filing = aFiling({ contact, kind: 'complaint' })
    expect(await cloud.call('complaint', 'fileNamed', filing, CHEN)).toMatchObject({ ok: true })
    return { filing, desk: atTheDesk(filing.complaintId), patient: withReceipt(filing, CHEN) }
  }

  it('is rung by the office, which leaves a record the complainant can see; a department never sees the number', async () => {
    const { filing, desk, patient } = await named()
    await desk.act('accept')
    await desk.act('assign', { staffId: 'S3' })
    const { complaintId } = filing
    const look = (openid: string) =>
      cloud.call('complaint', 'seeContact', { complaintId, eventId: anEventId() }, openid)
    expect(await look(OPENIDS.handler)).toMatchObject({ code: 'auth.forbidden' })
    expect(await look(OPENIDS.officer)).toMatchObject({ value: contact })
    expect((await patient.progress()).contactSeen).toHaveLength(1)
    const read = await cloud.call('complaint', 'read', { complaintId }, OPENIDS.handler)
    expect(JSON.stringify(read.value)).not.toContain('13800000001')
    expect(JSON.stringify((await desk.read()) as unknown)).not.toContain('13800000001')
  })

  it('is never looked up under the number of another event: each look leaves its own record', async () => {
    const { filing, desk, patient } = await named()
    const { complaintId } = filing
    const look = (eventId: string, openid = OPENIDS.officer) =>
      cloud.call('complaint', 'seeContact', { complaintId, eventId }, openid)
    await desk.act('accept')
    for (const { id } of (await desk.read()).events)
      expect(await look(String(id))).toMatchObject({ code: 'data.changed' })
    expect((await patient.progress()).contactSeen).toEqual([])
    const eventId = anEventId()
    for (let tries = 0; tries < 2; tries += 1) expect(await look(eventId)).toMatchObject({ value: contact })
    expect(await look(eventId, OPENIDS.colleague)).toMatchObject({ code: 'data.changed' })
    expect((await patient.progress()).contactSeen).toHaveLength(1)
  })

  it('finds what is stored about them and can have it taken off; what the archive keeps names nobody', async () => {
    const { filing, desk, patient } = await named()
    const mine = await cloud.call('complaint', 'mine', {}, CHEN)
    expect(mine.value).toMatchObject({ cases: expect.arrayContaining([expect.objectContaining({ contact })]) })
    expect((await cloud.call('complaint', 'mine', {}, 'openid-somebody-else')).value).toMatchObject({ cases: [] })
    expect(await patient.step('erase')).toMatchObject({ value: { named: false } })
    expect((await desk.read()).acts).not.toContain('seeContact')
    expect(await cloud.call('complaint', 'forgetMe', {}, CHEN)).toMatchObject({ value: { left: 0 } })
    const kept = cloud.exportAll()
    expect(kept).not.toContain(CHEN)
    expect(kept).not.toContain(contact.phone)
    expect(kept).toContain(filing.complaintId)
    // Nor is there a time that would find its line in the platform's logs.
    const record = kept.split('\n').find((line) => line.includes(filing.complaintId)) ?? ''
    const { receivedAt, events } = JSON.parse(record).document as {
      receivedAt: number
      events: { at: number; by?: string }[]
    }
    const own = events.filter(({ by }) => by === undefined).map(({ at }) => at)
    expect([receivedAt, ...own].filter((at) => at % 60_000 !== 0)).toEqual([])
    expect(own.length).toBeGreaterThan(1)
  })

  it('in an ordinary browser leaves a number and nothing else', async () => {
    const { filing } = await filed({ contact })
    const stored = cloud
      .exportAll()
      .split('\n')
      .find((line) => line.includes(filing.complaintId))
    expect(stored).toContain('13800000001')
    expect(stored).toContain('"openid":null')
  })
})

describe('a text the platform doubts', () => {
  it('shows a department nothing, not even its first words, also when it was handed over to one', async () => {
    const filing = aFiling({ contact, text: '他们说的话里有赌博广告，我原样写下来。' })
    expect(await cloud.call('complaint', 'fileNamed', filing, CHEN)).toMatchObject({ ok: true })
    const desk = atTheDesk(filing.complaintId)
    await desk.act('accept')
    expect(await desk.act('assign', { staffId: 'S3' })).toMatchObject({ code: 'complaint.held' })
    expect(await desk.act('assign', { staffId: 'S2' })).toMatchObject({ ok: true })
    const handOver = { fromStaffId: 'S2', toStaffId: 'S3' }
    expect(await cloud.call('complaint', 'handOver', handOver, OPENIDS.administrator)).toMatchObject({ ok: true })
    const listed = async () => JSON.stringify(await cloud.call('complaint', 'inbox', {}, OPENIDS.handler))
    expect(await listed()).not.toContain('赌博广告')
    await desk.act('release')
    expect(await cloud.call('complaint', 'handOver', handOver, OPENIDS.administrator)).toMatchObject({ ok: true })
    expect(await listed()).toContain('赌博广告')
  })
})

describe('whoever holds a receipt', () => {
  it('takes nothing back where there is nothing: the office keeps the revision it looks at', async () => {
    const { desk, patient } = await filed()
    const { rev, events } = await desk.read()
    expect(await patient.step('erase')).toMatchObject({ ok: true })
    expect(await desk.read()).toMatchObject({ rev, events })
  })
})

describe('somebody who leaves', () => {
  it('hands over every open case, seen by the administrator as numbers alone; the dates stay', async () => {
    const { desk } = await filed()
    await desk.act('accept')
    await desk.act('assign', { staffId: 'S2' })
    const before = await desk.read()
    const held = await cloud.call('complaint', 'openCasesOf', { staffId: 'S2' }, OPENIDS.administrator)
    expect(held).toMatchObject({ ok: true, value: { count: expect.any(Number) } })
    expect(
      await cloud.call('complaint', 'handOver', { fromStaffId: 'S2', toStaffId: 'S1' }, OPENIDS.administrator),
    ).toMatchObject({ value: { moved: (held.value as { count: number }).count, left: 0 } })
    expect(await desk.read()).toMatchObject({
      assigneeId: 'S1',
      dueAt: (before as unknown as { dueAt: number }).dueAt,
      people: { S1: '沈', S2: '白' },
    })
    for (const openid of [OPENIDS.handler, 'openid-visitor']) {
      expect(await cloud.call('complaint', 'openCasesOf', { staffId: 'S1' }, openid)).toMatchObject({
        code: 'auth.forbidden',
      })
      expect(await cloud.call('complaint', 'handOver', { fromStaffId: 'S1', toStaffId: 'S3' }, openid)).toMatchObject({
        code: 'auth.forbidden',
      })
    }
  })
})

describe('a case that must be somebody else’s', () => {
  it('is not offered to, nor handed over to, whoever found before', async () => {
    const { desk, patient } = await filed()
    await desk.act('accept')
    await desk.act('find', { finding: 'unfounded', text: '没有查到' })
    await desk.act('reply', { text: '没有查到您说的情况。' })
    await patient.step('reopen', { text: '我有当天的录像', photos: [] })
    expect((await desk.read()).acts).not.toContain('find')
    expect((await desk.read(OPENIDS.colleague)).acts).toContain('find')
    await desk.act('assign', { staffId: 'S3' })
    const hand = { fromStaffId: 'S3', toStaffId: 'S1' }
    const moved = await cloud.call('complaint', 'handOver', hand, OPENIDS.administrator)
    expect(moved).toMatchObject({ ok: true, value: { left: 1 } })
    expect(await desk.read()).toMatchObject({ assigneeId: 'S3' })
  })
})

describe('after a whole anonymous case', () => {
  it('neither OPENID nor query code nor an exact time of the caller is anywhere: database, files, logs', async () => {
    const openid = 'oTRACE-whole-case-2218'
    const filing = aFiling({ text: '不留名的一整件事。' })
    const patient = withReceipt(filing, openid)
    await cloud.call('complaint', 'file', filing, openid)
    const desk = atTheDesk(filing.complaintId)
    await desk.act('accept')
    await desk.act('ask', { text: '是哪一天？' })
    await patient.step('answer', { text: '周一那天', photos: [] })
    await desk.act('find', { finding: 'founded', text: '属实' })
    await desk.act('reply', { text: '您说的属实，抱歉。' })
    await patient.step('confirm')
    await patient.step('rate', { rating: 3, text: null })
    const stored = contentsUnder(cloud.dataDir)
    for (const trace of [openid, filing.secret]) {
      expect(cloud.exportAll()).not.toContain(trace)
      expect(stored.some((content) => content.includes(trace))).toBe(false)
    }
    const record = cloud
      .exportAll()
      .split('\n')
      .find((line) => line.includes(filing.complaintId))
    const times = [...(record ?? '').matchAll(/"kind":"(submitted|answered|confirmed|rated)","at":(\d+)/g)]
    const alsoTimes = [...(record ?? '').matchAll(/"at":(\d+),"kind":"(submitted|answered|confirmed|rated)"/g)]
    const minutes = [...times.map(([, , at]) => at), ...alsoTimes.map(([, at]) => at)]
    expect(minutes.length).toBeGreaterThanOrEqual(4)
    for (const at of minutes) expect(Number(at) % 60_000).toBe(0)
    const logs = filesUnder(path.join(cloud.dataDir, 'logs')).map((file) => readFileSync(file, 'utf8'))
    expect(logs.join('\n')).not.toMatch(/不留名的一整件事|周一那天|您说的属实/)
  })
})
