import { beijingDay, type Instant, monthOf } from '#domain/instant'
import { Complaint } from '#domain/complaint/complaint.model'
import { leafKeyOf, monthKeyOf } from '#domain/metrics/bucket.keys'
import { monthAfter } from '#domain/metrics/month.arithmetic'
import { asStored, tally } from '#domain/metrics/tally'
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aFiling, anEventId, founded, openCloud, type OpenedCloud, OPENIDS } from './opened.cloud'
import { importVisits } from './visit.import'

const LEADER = 'openid-leader'
const NOW = monthOf(beijingDay(Date.now() as Instant))
const LAST = monthAfter(NOW, -1)
/** Far enough back that the day lies in the month before, whatever today is. */
const DAYS_AGO = Number(beijingDay(Date.now() as Instant).slice(8)) + 3

let cloud: OpenedCloud
let written: { complaintId: string }[] = []

interface RatesShape {
  period: { from: string; to: string }
  known: { from: string; to: string } | null
  complete: boolean
  recounted: number
  figures: {
    indicator: string
    numerator: number
    denominator: number | null
    before: { numerator: number; verdict: string | null } | null
  }[]
  chart: {
    points: { month: string; numerator: number; denominator: number | null; value: number | null; whole: boolean }[]
  }
  departments: { rows: { departmentId: string; numerator: number; denominator: number }[]; elsewhere: unknown[] }
  by: { category: { value: string | null; numerator: number }[]; channel: { value: string; numerator: number }[] }
  gaps: { months: string[] }
  rebuilding: { done: number; total: number } | null
}

const rates = async (input: Record<string, unknown> = {}, openid = OPENIDS.officer) =>
  (await cloud.call('metrics', 'rates', { month: LAST, ...input }, openid)).value as unknown as RatesShape

const figure = ({ figures }: RatesShape, indicator: string) => figures.find((one) => one.indicator === indicator)

const file = async (about: Record<string, unknown> = {}, daysAgo = DAYS_AGO) => {
  const filing = aFiling(about)
  const reply = (await cloud.invoke('complaint', { action: 'file', input: filing }, {}, { daysAgo })) as { ok: boolean }
  expect(reply.ok).toBe(true)
  written.push(filing)
  return filing
}

const act = async (complaintId: string, action: string, about: Record<string, unknown> = {}) => {
  const { value } = await cloud.call('complaint', 'read', { complaintId }, OPENIDS.officer)
  const input = { complaintId, eventId: anEventId(), rev: value?.rev, ...about }
  expect(await cloud.call('complaint', action, input, OPENIDS.officer)).toMatchObject({ ok: true })
}

/** The minute's timer, until it has nothing left to do. */
const fold = async () => (await cloud.fireTimer('rollup')) as { ok: boolean; done: Record<string, number> }

const stored = (collection: string) =>
  cloud
    .exportAll()
    .split('\n')
    .map((line) => JSON.parse(line) as { collection: string; document: Record<string, unknown> })
    .flatMap((line) => (line.collection === collection ? [line.document] : []))

beforeAll(async () => {
  cloud = await openCloud()
  await founded(cloud)
  const leader = { staffId: 'S9', number: 'QJ-S9', name: '方院长', departmentId: null, roles: ['leader'] }
  await cloud.call('hospital', 'addPerson', leader, OPENIDS.administrator)
  const code = '0123456789ABCDEJ'
  await cloud.call('hospital', 'invite', { people: [{ staffId: 'S9', code }] }, OPENIDS.administrator)
  await cloud.call('hospital', 'join', { number: 'QJ-S9', code }, LEADER)
})
afterAll(() => cloud.close())

describe('the complaint rate', () => {
  it('knows of nothing where there is nothing', async () => {
    expect(await rates()).toMatchObject({ known: null, complete: false })
  })

  it('has no denominator and no rate where nobody reported visits, and is no zero', async () => {
    await file()
    const page = await rates()
    expect(figure(page, 'overall')).toMatchObject({ numerator: 1, denominator: null })
    expect(page.gaps.months).toEqual([LAST])
    expect(page.complete).toBe(false)
  })

  it('divides what was received by what was reported', async () => {
    await importVisits(cloud, [
      { month: monthAfter(LAST, -1), departments: { '03.01': [9000, 1000] } },
      { month: LAST, departments: { '03.01': [9500, 500] } },
    ])
    const page = await rates()
    expect(figure(page, 'overall')).toMatchObject({ numerator: 1, denominator: 10_000 })
    expect(figure(page, 'outpatient')).toMatchObject({ numerator: 0, denominator: 9500 })
    expect(figure(page, 'inpatient')).toMatchObject({ numerator: 1, denominator: 500 })
    expect(page.complete).toBe(true)
  })

  it('counts a complaint the moment it is there, folded or not', async () => {
    await fold()
    const before = await rates()
    expect(before.recounted).toBe(0)
    await file({ careSetting: 'outpatient', category: 'A' })
    const live = await rates()
    expect(live.recounted).toBe(1)
    const numerator = figure(before, 'overall')?.numerator ?? 0
    expect(figure(live, 'overall')?.numerator).toBe(numerator + 1)
    await fold()
    const folded = await rates()
    expect(folded).toMatchObject({
      figures: live.figures.map(({ indicator, numerator: n }) => ({ indicator, numerator: n })),
    })
    expect(folded.recounted).toBe(0)
  })

  it('counts what the hospital says counts, and says so', async () => {
    await file({ kind: 'suggestion', category: null })
    await file({ kind: 'praise', category: null })
    const before = await rates()
    const { value: settings } = await cloud.call('hospital', 'settings', {}, OPENIDS.administrator)
    const hospital = settings?.hospital as { rev: number; rateCounting: Record<string, boolean> }
    const wish = { rev: hospital.rev, rateCounting: { ...hospital.rateCounting, suggestions: true } }
    expect(await cloud.call('hospital', 'changeHospital', wish, OPENIDS.administrator)).toMatchObject({ ok: true })
    const after = await rates()
    expect(figure(after, 'overall')?.numerator).toBe((figure(before, 'overall')?.numerator ?? 0) + 1)
    const back = { rev: hospital.rev + 1, rateCounting: hospital.rateCounting }
    await cloud.call('hospital', 'changeHospital', back, OPENIDS.administrator)
  })

  it('follows a finding into 有责 and a correction into another department', async () => {
    const { complaintId } = await file({ category: 'G' })
    await cloud.call('hospital', 'addDepartment', { id: 'F03', name: '后勤' }, OPENIDS.administrator)
    await act(complaintId, 'accept')
    await act(complaintId, 'find', { finding: 'founded', text: '餐车坏了一周。' })
    await act(complaintId, 'sort', { category: 'G', urgent: false, departmentId: 'F03', careSetting: 'other' })
    for (const page of [await rates(), (await fold(), await rates())]) {
      expect(figure(page, 'responsible')?.numerator).toBe(1)
      expect(page.departments.elsewhere).toEqual([{ departmentId: 'F03', name: '后勤', numerator: 1 }])
      expect(page.by.category.find(({ value }) => value === 'G')?.numerator).toBe(1)
    }
  })

  it('is what a full recount says, in every bucket', async () => {
    await fold()
    const complaints = stored('complaints').map((document) => v.parse(Complaint, document))
    expect(complaints).toHaveLength(written.length)
    expect(complaints.every(({ pending, pend }) => !pending && pend.length === 0)).toBe(true)
    for (const { id, cells } of stored('rollup_days')) {
      const received = complaints.filter((complaint) => leafKeyOf(complaint) === id)
      expect({ id, cells }).toEqual({ id, cells: asStored(tally(received)) })
    }
    for (const { id, cells } of stored('rollup_months')) {
      const received = complaints.filter((complaint) => monthKeyOf(leafKeyOf(complaint)) === id)
      expect({ id, cells }).toEqual({ id, cells: asStored(tally(received)) })
    }
    expect(stored('rollup_days').length).toBeGreaterThan(0)
  })

  it('shows the month that runs, and keeps it out of the comparison', async () => {
    await file({}, 0)
    await importVisits(cloud, [{ month: NOW, departments: { '03.01': [100, 10] } }])
    const page = await rates({ month: NOW })
    expect(page.complete).toBe(false)
    expect(figure(page, 'overall')).toMatchObject({ numerator: 1, denominator: 110 })
    expect(page.chart.points[page.chart.points.length - 1]).toMatchObject({
      month: NOW,
      whole: false,
      denominator: 110,
    })
  })

  it('opens at the latest month that is over', async () => {
    const { value } = await cloud.call('metrics', 'rates', { month: null }, OPENIDS.officer)
    expect(value).toMatchObject({ period: { from: LAST, to: LAST }, complete: true })
  })

  it('adds up quarters and years by their months', async () => {
    const months = await Promise.all([0, 1, 2].map((back) => rates({ month: monthAfter(LAST, -back) })))
    const quarter = await rates({ month: LAST, unit: 'quarter' })
    const inside = months.filter(({ period }) => period.from >= quarter.period.from)
    const sum = inside.reduce((total, page) => total + (figure(page, 'overall')?.numerator ?? 0), 0)
    const later = quarter.period.to > LAST ? (figure(await rates({ month: NOW }), 'overall')?.numerator ?? 0) : 0
    expect(figure(quarter, 'overall')?.numerator).toBe(sum + later)
  })
})

describe('the cases behind a figure', () => {
  const cases = async (openid: string, about: Record<string, unknown> = {}) =>
    (await cloud.call('metrics', 'cases', { from: LAST, to: LAST, indicator: 'overall', ...about }, openid))
      .value as unknown as { rows: { id: string; opening: string | null }[]; total: number; next: unknown }

  it('are as many as the figure says, and open for the office alone', async () => {
    const page = await rates()
    const office = await cases(OPENIDS.officer)
    expect(office.total).toBe(figure(page, 'overall')?.numerator)
    expect(office.rows).toHaveLength(office.total)
    expect(office.rows.every(({ opening }) => opening !== null)).toBe(true)
    const leader = await cases(LEADER)
    expect(leader.rows.map(({ id }) => id)).toEqual(office.rows.map(({ id }) => id))
    expect(leader.rows.every(({ opening }) => opening === null)).toBe(true)
    expect(JSON.stringify(leader)).not.toContain('问了三次')
  })

  it('are those of one trait where one is asked for', async () => {
    expect(await cases(LEADER, { category: 'G' })).toMatchObject({ total: 1 })
    expect(await cases(LEADER, { departmentId: 'F03' })).toMatchObject({ total: 1 })
    expect(await cases(LEADER, { departmentId: null })).toMatchObject({ total: 0, rows: [] })
    expect(await cases(LEADER, { careSetting: 'outpatient' })).toMatchObject({ total: 1 })
    expect(await cases(LEADER, { indicator: 'responsible' })).toMatchObject({ total: 1 })
  })

  it('come a page at a time, each once', async () => {
    for (let more = 0; more < 60; more += 1) await file({ category: 'C' })
    const first = await cases(LEADER, { category: 'C' })
    expect(first).toMatchObject({ total: 60 })
    expect(first.rows).toHaveLength(50)
    const second = await cases(LEADER, { category: 'C', after: first.next })
    expect(second.rows).toHaveLength(10)
    expect(second.next).toBeNull()
    expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(60)
  })

  it('tell a leader the day and never the minute, however they are asked', async () => {
    const { rows, next } = await cases(LEADER, { category: 'C' })
    const minutes = stored('complaints').map(({ receivedAt }) => String(receivedAt))
    const said = JSON.stringify({ rows, next })
    expect(minutes.filter((minute) => said.includes(minute))).toEqual([])
    const moment = { receivedAt: Date.now(), id: rows[0]?.id }
    const input = { from: LAST, to: LAST, indicator: 'overall', after: moment }
    expect(await cloud.call('metrics', 'cases', input, LEADER)).toMatchObject({ code: 'input.invalid' })
    expect(await cases(LEADER, { after: 'f'.repeat(32) })).toMatchObject({ rows: [], next: null })
  })
})

describe('who reads the rates', () => {
  it.each([
    ['rates', { month: null }],
    ['cases', { from: LAST, to: LAST, indicator: 'overall' }],
    ['annotate', { month: LAST, text: '加开窗口', rev: null }],
  ])('%s is for leaders and the complaint office', async (action, input) => {
    for (const openid of [OPENIDS.handler, OPENIDS.administrator, 'openid-visitor']) {
      expect(await cloud.call('metrics', action, input, openid)).toMatchObject({ ok: false, code: 'auth.forbidden' })
    }
  })

  it('lets whoever imports visits know the number of a month, and no more', async () => {
    const input = { months: [LAST] }
    const { value } = await cloud.call('metrics', 'counted', input, OPENIDS.administrator)
    expect(value).toMatchObject({ rows: [{ month: LAST, outpatient: 9500, discharges: 500 }], factor: 10_000 })
    expect(await cloud.call('metrics', 'counted', input, OPENIDS.handler)).toMatchObject({ code: 'auth.forbidden' })
  })
})

describe('a note beside a month', () => {
  it('is written, changed over what was read, and taken away', async () => {
    const note = (text: string | null, rev: number | null, openid = LEADER) =>
      cloud.call('metrics', 'annotate', { month: LAST, text, rev }, openid)
    expect(await note('新收费系统上线', null)).toMatchObject({
      value: { note: { text: '新收费系统上线', byName: '方院长' } },
    })
    // A retry after a lost answer.
    expect(await note('新收费系统上线', null)).toMatchObject({ ok: true, value: { noteRev: 0 } })
    expect(await note('别的说法', null, OPENIDS.officer)).toMatchObject({ ok: false, code: 'data.changed' })
    expect(await note('加开 4 个窗口', 0, OPENIDS.officer)).toMatchObject({
      value: { noteRev: 1, note: { byName: '沈' } },
    })
    expect((await rates()).chart.points.find(({ month }) => month === LAST)).toMatchObject({
      note: { text: '加开 4 个窗口' },
      noteRev: 1,
    })
    expect(await note(null, 1)).toMatchObject({ value: { note: null } })
  })
})

describe('counting everything anew', () => {
  it('is asked for once, done in parts, and ends where the figures were', async () => {
    const before = await rates()
    const asked = await cloud.call('metrics', 'rebuild', {}, OPENIDS.administrator)
    expect(asked).toMatchObject({ ok: true, value: { finishedAt: null } })
    expect(await cloud.call('metrics', 'rebuild', {}, OPENIDS.officer)).toMatchObject({ code: 'auth.forbidden' })
    await fold()
    const { value } = await cloud.call('metrics', 'rebuilding', {}, OPENIDS.administrator)
    expect(value).toMatchObject({ finishedAt: expect.any(Number) })
    expect(value?.done).toBe(value?.total)
    expect((await rates()).figures).toEqual(before.figures)
  })

  it('keeps nobody’s words or identity', () => {
    for (const line of ['rollup_days', 'rollup_months', 'rollup_city', 'rate_notes'].flatMap(stored)) {
      const text = JSON.stringify(line)
      expect(text).not.toMatch(/openid|问了三次|餐车/)
    }
  })
})
