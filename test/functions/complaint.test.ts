import { readFileSync } from 'node:fs'
import path from 'node:path'
import { officialCalendar } from '#domain/calendar/working-days'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contentsUnder, filesUnder } from '../builders/files'
import { aFiling, anEventId, founded, openCloud, type OpenedCloud, OPENIDS } from './opened.cloud'

let cloud: OpenedCloud
beforeAll(async () => {
  cloud = await openCloud()
  await founded(cloud)
})
afterAll(() => cloud.close())

const inbox = async (openid = OPENIDS.officer) => {
  const reply = await cloud.call('complaint', 'inbox', {}, openid)
  return reply.value as { rows: { id: string; opening: string; named: boolean; dueAt: number | null }[]; total: number }
}

describe('filing a complaint', () => {
  it('is acknowledged with a due date, and the office lists it', async () => {
    const filing = aFiling({ text: '夜里空调太响，老人睡不着。' })
    const reply = await cloud.call('complaint', 'file', filing)
    expect(reply).toMatchObject({
      ok: true,
      value: { hospitalName: '青衿市人民医院', replyWithinWorkingDays: 5, whenLate: '0000-555-0120' },
    })
    expect((await inbox()).rows.find(({ id }) => id === filing.complaintId)).toMatchObject({
      opening: '夜里空调太响，老人睡不着。',
      named: false,
      departmentName: '呼吸科',
      place: '12 层东病区',
    })
  })

  it('five times at once and again later is one record and one answer', async () => {
    const before = (await inbox()).total
    const filing = aFiling()
    const replies = await Promise.all(Array.from({ length: 5 }, () => cloud.call('complaint', 'file', filing)))
    replies.push(await cloud.call('complaint', 'file', filing))
    expect(new Set(replies.map((reply) => JSON.stringify(reply.value))).size).toBe(1)
    expect(replies.every(({ ok }) => ok)).toBe(true)
    expect((await inbox()).total).toBe(before + 1)
  })

  it('is refused when the number is used again for other words', async () => {
    const filing = aFiling()
    await cloud.call('complaint', 'file', filing)
    const contact = { name: '陈先生', phone: '13800000001' }
    for (const other of [
      { text: '另外的一件事情' },
      { careSetting: 'emergency' },
      { touchpointId: null },
      { kind: 'praise' },
      { healthConsent: true },
      { happenedOn: '2026-11-01' },
      { contact },
    ]) {
      expect(await cloud.call('complaint', 'file', { ...filing, ...other })).toMatchObject({ code: 'request.reused' })
    }
    // Named under an anonymous number, and the other way round: neither may be mistaken for the other.
    expect(await cloud.call('complaint', 'fileNamed', { ...filing, contact }, 'openid-chen')).toMatchObject({
      code: 'request.reused',
    })
    const named = aFiling()
    await cloud.call('complaint', 'fileNamed', { ...named, contact }, 'openid-chen')
    expect(await cloud.call('complaint', 'file', named)).toMatchObject({ code: 'request.reused' })
    const { selector } = filing
    expect(await cloud.call('complaint', 'file', aFiling({ selector }))).toMatchObject({ code: 'receipt.taken' })
  })

  it('from an unknown or retired code is still taken, for the hospital', async () => {
    const filing = aFiling({ touchpointId: 'GONE-1' })
    expect(await cloud.call('complaint', 'file', filing)).toMatchObject({ ok: true })
    expect((await inbox()).rows.find(({ id }) => id === filing.complaintId)).toMatchObject({
      departmentName: null,
      place: null,
    })
  })

  it('keeps markup and templates as the words they are', async () => {
    const text = "<script>alert(1)</script> {{constructor}} ${7*7} '; DROP TABLE complaints; --"
    const filing = aFiling({ text })
    await cloud.call('complaint', 'file', filing)
    const { selector, secret } = filing
    expect(await cloud.call('complaint', 'progress', { selector, secret })).toMatchObject({ value: { text } })
  })

  it('without a name leaves no trace of the caller or of the query code: database, files, logs', async () => {
    const openid = 'oTRACE-anonymous-caller-7391'
    const filing = aFiling({ text: '不留名的一件事。' })
    const reply = await cloud.call('complaint', 'file', filing, openid)
    expect(reply.ok).toBe(true)
    const progress = await cloud.call(
      'complaint',
      'progress',
      { selector: filing.selector, secret: filing.secret },
      openid,
    )
    expect(progress).toMatchObject({ ok: true, value: { text: '不留名的一件事。', status: 'submitted' } })
    const answers = JSON.stringify([reply, progress])
    const stored = contentsUnder(cloud.dataDir)
    for (const trace of [openid, filing.secret]) {
      expect(answers).not.toContain(trace)
      expect(stored.some((content) => content.includes(trace))).toBe(false)
      expect(cloud.exportAll()).not.toContain(trace)
    }
    // The search can find what is there.
    expect(cloud.exportAll()).toContain(filing.selector)
    expect(stored.some((content) => content.includes(filing.selector))).toBe(true)
    // Nor do the logs carry what was written.
    const logs = filesUnder(path.join(cloud.dataDir, 'logs')).map((file) => readFileSync(file, 'utf8'))
    expect(logs.join('\n')).toContain('"action":"file"')
    expect(logs.join('\n')).not.toContain('不留名的一件事')
  })

  it('with a name keeps the contact for the office and checks the words with the platform', async () => {
    const contact = { name: '陈先生', phone: '138-0000-0001' }
    const filing = aFiling({ contact })
    expect(await cloud.call('complaint', 'fileNamed', filing, 'openid-chen')).toMatchObject({ ok: true })
    expect(await cloud.call('complaint', 'read', { complaintId: filing.complaintId }, OPENIDS.officer)).toMatchObject({
      value: { contactName: '陈先生', textSafety: 'pass', named: true },
    })
    expect(await cloud.call('complaint', 'fileNamed', aFiling({ contact }))).toMatchObject({ code: 'auth.required' })
  })
})

describe('following a complaint', () => {
  it('wants the number and the query code of the same receipt', async () => {
    const [mine, other] = [aFiling(), aFiling()]
    await cloud.call('complaint', 'file', mine)
    await cloud.call('complaint', 'file', other)
    const ask = (selector: string, secret: string) => cloud.call('complaint', 'progress', { selector, secret })
    expect(await ask(mine.selector, mine.secret)).toMatchObject({ ok: true })
    expect(await ask(mine.selector, other.secret)).toMatchObject({ code: 'receipt.unknown' })
    expect(await ask('00000000', mine.secret)).toMatchObject({ code: 'receipt.unknown' })
    expect(await ask(mine.selector, `${mine.secret.slice(0, 25)}x`)).toMatchObject({ code: 'input.invalid' })
  })

  it('tells of the acceptance without naming anybody', async () => {
    const filing = aFiling()
    const { complaintId, selector, secret } = filing
    await cloud.call('complaint', 'file', filing)
    await cloud.call('complaint', 'accept', { complaintId, eventId: anEventId(), rev: 0 }, OPENIDS.officer)
    const { value } = await cloud.call('complaint', 'progress', { selector, secret })
    expect(value).toMatchObject({
      status: 'accepted',
      events: [{ kind: 'submitted' }, { kind: 'accepted', at: expect.any(Number) }],
    })
    expect(JSON.stringify(value)).not.toMatch(/"by"|沈|openid|secretHash/)
  })
})

describe('two officers on one case', () => {
  it('one wins, the other hears data.changed', async () => {
    const filing = aFiling()
    const { complaintId } = filing
    await cloud.call('complaint', 'file', filing)
    const accept = (openid: string) =>
      cloud.call('complaint', 'accept', { complaintId, eventId: anEventId(), rev: 0 }, openid)
    const replies = await Promise.all([accept(OPENIDS.officer), accept(OPENIDS.colleague)])
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    expect(replies.find(({ ok }) => !ok)).toMatchObject({ code: 'data.changed' })
  })
})

describe('accepting twice', () => {
  it('is one acceptance when the answer to the first was lost', async () => {
    const { complaintId, ...rest } = aFiling()
    await cloud.call('complaint', 'file', { complaintId, ...rest })
    const eventId = anEventId()
    const accept = () => cloud.call('complaint', 'accept', { complaintId, eventId, rev: 0 }, OPENIDS.officer)
    const [first, again] = [await accept(), await accept()]
    expect(again).toEqual(first)
    expect(again).toMatchObject({ ok: true, value: { events: [{ kind: 'submitted' }, { kind: 'accepted' }] } })
  })
})

describe('the inbox', () => {
  it('goes on where a page ends, and counts what is on all of them', async () => {
    const { total } = await inbox()
    for (let missing = 51 - total; missing > 0; missing -= 1) await cloud.call('complaint', 'file', aFiling())
    const page = async (skip: number) =>
      (await cloud.call('complaint', 'inbox', { skip }, OPENIDS.officer)).value as {
        rows: { id: string; dueAt: number | null }[]
        total: number
        overdue: number
        next: number | null
      }
    const [first, second] = [await page(0), await page(50)]
    expect([first.rows.length, first.next, second.next]).toEqual([50, 50, null])
    expect(second.rows).toHaveLength(first.total - 50)
    expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(first.total)
  })

  it('keeps what has no date yet behind what is overdue', async () => {
    // Filed on 28 December, when the next year's holidays were not published, and long before today.
    const daysTo = (day: string) => Math.round((Date.now() - Date.parse(`${day}T04:00:00Z`)) / 86_400_000)
    const lastPublished = Math.max(...officialCalendar.years)
    const undated = { action: 'file', input: aFiling() }
    expect(
      await cloud.invoke('complaint', undated, undefined, { daysAgo: daysTo(`${lastPublished}-12-28`) }),
    ).toMatchObject({
      value: { dueAt: null },
    })
    await cloud.invoke('complaint', { action: 'file', input: aFiling() }, undefined, { daysAgo: 20 })
    const { value } = await cloud.call('complaint', 'inbox', {}, OPENIDS.officer)
    const { rows, overdue } = value as { rows: { dueAt: number | null }[]; overdue: number }
    expect(overdue).toBe(1)
    expect(rows[0]?.dueAt).toBeLessThan(Date.now())
    const dates = rows.map(({ dueAt }) => dueAt ?? Number.POSITIVE_INFINITY)
    expect(dates).toEqual([...dates].sort((a, b) => a - b))
  })
})

describe('who may see complaints', () => {
  it.each([
    ['a visitor', 'openid-visitor'],
    ['the administrator', OPENIDS.administrator],
  ])('not %s', async (_, openid) => {
    const { complaintId } = aFiling()
    expect(await cloud.call('complaint', 'inbox', {}, openid)).toMatchObject({ code: 'auth.forbidden' })
    expect(await cloud.call('complaint', 'read', { complaintId }, openid)).toMatchObject({
      code: 'complaint.not_found',
    })
    expect(
      await cloud.call('complaint', 'accept', { complaintId, eventId: anEventId(), rev: 0 }, openid),
    ).toMatchObject({
      ok: false,
    })
  })
  it('nobody at all without a sign-in', async () => {
    expect(await cloud.call('complaint', 'inbox', {})).toMatchObject({ code: 'auth.required' })
  })
})

describe('the clock', () => {
  it('runs by its timer only', async () => {
    expect(await cloud.fireTimer('clock')).toMatchObject({ ok: true, done: { promiseDates: 0 } })
    expect(await cloud.invoke('clock', { action: 'promiseDates' })).toMatchObject({ ok: false })
    const disguised = { Type: 'Timer', TriggerName: 'daily' }
    expect(await cloud.invoke('clock', disguised, { openid: 'openid-visitor' })).toMatchObject({ ok: false })
    expect(await cloud.invoke('clock', disguised)).toMatchObject({ ok: false })
  })
})
