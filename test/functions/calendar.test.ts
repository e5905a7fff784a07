import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { officialCalendar } from '#domain/calendar/working-days'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { NOTICE_OF_2027 } from './calendar.notice.sample'
import { aFiling, founded, openCloud, type OpenedCloud, OPENIDS } from './opened.cloud'

const CHILD = fileURLToPath(new URL('calendar.child.ts', import.meta.url))
const run = promisify(execFile)

describe.each([
  ['UTC', 0],
  ['America/New_York', 300],
])('a case received on 25 December 2026, on a machine in %s', (TZ, offset) => {
  it('is accepted without a date, and dated once the notice of 2027 is loaded', async () => {
    const { stdout } = await run(process.execPath, ['--import', 'tsx', CHILD], { env: { ...process.env, TZ } })
    expect(JSON.parse(stdout.trim().split('\n').at(-1) ?? '')).toEqual({
      zone: offset,
      landing: null,
      filed: null,
      told: [2027, 1],
      loaded: { ok: true, value: { year: 2027 } },
      filledByClock: 1,
      // 28, 29, 30, 31 December and, over 元旦, 4 January.
      dueAt: Date.parse('2027-01-04T23:59:59.999+08:00'),
      quiet: [null, 0],
      refiled: true,
    })
  })
})

describe('loading a notice', () => {
  let cloud: OpenedCloud
  let moment = Date.parse('2026-10-20T09:00:00+08:00')
  beforeAll(async () => {
    const startedAt = Date.now()
    cloud = await openCloud({ clock: () => moment + (Date.now() - startedAt) })
    await founded(cloud)
  })
  afterAll(() => cloud.close())

  const asAdministrator = (action: string, input: unknown = {}) =>
    cloud.call('hospital', action, input, OPENIDS.administrator)
  const years = async () => {
    const board = await asAdministrator('calendar')
    return board.value as {
      wanted: number | null
      undated: number
      years: { year: number; loaded: null | Record<string, unknown> }[]
    }
  }

  it('is asked for from November on', async () => {
    expect(await years()).toMatchObject({ wanted: null, undated: 0, years: [{ year: 2026, loaded: null }] })
    moment = Date.parse('2026-11-01T00:00:00+08:00')
    expect(await years()).toMatchObject({ wanted: 2027 })
    expect(await asAdministrator('settings')).toMatchObject({ value: { calendarWanted: 2027 } })
  })

  it('is the administrator’s', async () => {
    for (const [action, input] of [
      ['calendar', {}],
      ['loadCalendar', NOTICE_OF_2027],
      ['removeCalendar', { year: 2027, rev: 0 }],
      ['settings', {}],
    ] as const) {
      expect(await cloud.call('hospital', action, input, OPENIDS.officer)).toMatchObject({ code: 'auth.forbidden' })
    }
  })

  it('names the days that cannot be right', async () => {
    const holidays = NOTICE_OF_2027.holidays.filter((day) => day !== '2027-10-01')
    expect(await asAdministrator('loadCalendar', { ...NOTICE_OF_2027, holidays })).toMatchObject({
      code: 'calendar.implausible',
      fields: ['holidays.2027-10-01'],
    })
  })

  it('of a year that is published names the days that differ', async () => {
    const of2026 = {
      year: 2026,
      holidays: officialCalendar.holidays.filter((day) => day.startsWith('2026')),
      workdays: officialCalendar.workdays.filter((day) => day.startsWith('2026')),
      source: NOTICE_OF_2027.source,
    }
    expect(await asAdministrator('loadCalendar', of2026)).toMatchObject({ ok: true })
    expect(
      await asAdministrator('loadCalendar', { ...of2026, holidays: [...of2026.holidays, '2026-10-08'] }),
    ).toMatchObject({
      code: 'calendar.differs',
      fields: ['days.2026-10-08'],
    })
    expect((await years()).years).toHaveLength(1)
  })

  it('happens once, can be taken back, and not any more when a reply was promised by it', async () => {
    expect(await asAdministrator('loadCalendar', NOTICE_OF_2027)).toMatchObject({ ok: true })
    expect(await asAdministrator('loadCalendar', NOTICE_OF_2027)).toMatchObject({ ok: true })
    const other = { ...NOTICE_OF_2027, workdays: NOTICE_OF_2027.workdays.slice(1) }
    expect(await asAdministrator('loadCalendar', other)).toMatchObject({ code: 'calendar.loaded_already' })
    expect(await years()).toMatchObject({
      wanted: null,
      years: [{ year: 2026 }, { year: 2027, loaded: { by: '韩工', inUse: false, differing: [], rev: 0 } }],
    })
    expect(await asAdministrator('removeCalendar', { year: 2027, rev: 7 })).toMatchObject({ code: 'data.changed' })
    expect(await asAdministrator('removeCalendar', { year: 2027, rev: 0 })).toMatchObject({ ok: true })
    expect(await asAdministrator('removeCalendar', { year: 2027, rev: 0 })).toMatchObject({ ok: true })
    expect(await asAdministrator('loadCalendar', other)).toMatchObject({ ok: true })

    moment = Date.parse('2026-12-28T09:00:00+08:00')
    expect(await cloud.call('complaint', 'file', aFiling())).toMatchObject({
      ok: true,
      value: { dueAt: Date.parse('2027-01-05T23:59:59.999+08:00') },
    })
    expect((await years()).years).toMatchObject([{ year: 2026 }, { year: 2027, loaded: { inUse: true } }])
    expect(await asAdministrator('removeCalendar', { year: 2027, rev: 0 })).toMatchObject({ code: 'calendar.in_use' })
  })
})
