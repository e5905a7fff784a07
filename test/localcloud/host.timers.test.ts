import { describe, expect, it } from 'vitest'
import { createTimerDesk } from '../../cloudfunctions/_localcloud/timers/timer.desk'
import { parseSchedule } from '../../cloudfunctions/_localcloud/timers/timer.schedule'
import { eventually, functionFolder, openHost, PROBE } from './host.opened'

const after = (fields: string, iso: string) => {
  const next = parseSchedule(fields).next(Date.parse(iso))
  return next === null ? null : new Date(next).toISOString()
}

describe('when a timer runs', () => {
  it.each([
    ['0 5 0 * * * *', '2026-11-21T16:04:59Z', '2026-11-21T16:05:00.000Z'],
    ['0 5 0 * * * *', '2026-11-21T16:05:00Z', '2026-11-22T16:05:00.000Z'],
    ['0 0 8 1 * * *', '2026-12-31T00:00:00Z', '2027-01-01T00:00:00.000Z'],
    ['0 */10 * * * * *', '2026-11-21T00:01:00Z', '2026-11-21T00:10:00.000Z'],
    ['*/5 * * * * * *', '2026-11-21T00:00:01Z', '2026-11-21T00:00:05.000Z'],
    ['0 0 9 * * MON-FRI *', '2026-11-20T02:00:00Z', '2026-11-23T01:00:00.000Z'],
    ['0 0 0 1 1 * 2027', '2026-11-21T00:00:00Z', '2026-12-31T16:00:00.000Z'],
  ])('is Beijing time (%s)', (fields, now, next) => {
    expect(after(fields, now)).toBe(next)
  })

  it('is the day or the weekday where both are given', () => {
    const fields = '0 0 12 15 * MON *'
    expect(after(fields, '2026-11-10T00:00:00Z')).toBe('2026-11-15T04:00:00.000Z')
    expect(after(fields, '2026-11-15T05:00:00Z')).toBe('2026-11-16T04:00:00.000Z')
  })

  it('is never again once the year has passed', () => {
    expect(after('0 0 0 1 1 * 2025', '2026-11-21T00:00:00Z')).toBeNull()
  })

  it.each(['0 5 0 * * *', '* * * * *', '0 0 9 * * 1 *', '0 0 25 * * * *', 'x 0 0 * * * *', ''])(
    'is refused as "%s"',
    (fields) => {
      expect(() => parseSchedule(fields)).toThrow()
    },
  )
})

const A_TIMER = { name: 'a', type: 'timer', config: '0 0 0 * * * *' }

describe('a timer', () => {
  const aFunction = (fields: string) => ({
    name: 'clock',
    directory: '',
    openapi: new Set<string>(),
    timer: { name: 'tick', config: fields },
  })

  it('runs by itself, and not again while it still runs', async () => {
    let runs = 0
    let finish: () => void = () => undefined
    const desk = createTimerDesk({
      functions: [aFunction('* * * * * * *')],
      clock: Date.now,
      isRunning: true,
      invoke: () => {
        runs += 1
        return new Promise((done) => {
          finish = () => done(Buffer.from('null'))
        })
      },
    })
    await eventually(
      () => runs,
      (count) => count === 1,
    )
    await new Promise((done) => setTimeout(done, 2100))
    expect(runs).toBe(1)
    await expect(desk.fire('clock')).rejects.toThrow('is running')
    finish()
    await eventually(
      () => runs,
      (count) => count === 2,
    )
    expect(runs).toBe(2)
    desk.close()
    finish()
  })

  it('runs after a run that is under way, however that one ends, for whoever waits', async () => {
    const ends: ((error?: Error) => void)[] = []
    const desk = createTimerDesk({
      functions: [aFunction('0 0 0 1 1 * *')],
      clock: Date.now,
      isRunning: false,
      invoke: () =>
        new Promise((done, fail) => {
          const run = ends.length
          ends.push((error) => (error ? fail(error) : done(Buffer.from(String(run)))))
        }),
    })
    const first = desk.fire('clock')
    const second = desk.fire('clock', { waits: true })
    const third = desk.fire('clock', { waits: true })
    expect(ends).toHaveLength(1)
    ends[0]?.(new Error('out of time'))
    await expect(first).rejects.toThrow('out of time')
    await eventually(
      () => ends.length,
      (runs) => runs === 2,
    )
    ends[1]?.()
    expect(String(await second)).toBe('1')
    await eventually(
      () => ends.length,
      (runs) => runs === 3,
    )
    ends[2]?.()
    expect(String(await third)).toBe('2')
  })

  it('speaks for nobody and says so in the platform’s words', async () => {
    const at = Date.UTC(2026, 10, 21, 16, 30)
    const cloud = await openHost({ clock: () => at })
    try {
      expect(await cloud.fireTimer(PROBE)).toMatchObject({
        event: { Type: 'Timer', TriggerName: 'nightly', Time: '2026-11-21T16:30:00.000Z', Message: '' },
        hasOpenid: false,
        triggerSource: 'timer',
      })
      await expect(cloud.fireTimer('nobody')).rejects.toThrow('has no timer')
    } finally {
      await cloud.close()
    }
  })

  it.each([
    [{ triggers: [{ name: 'a', type: 'timer', config: '0 0 0 * * *' }] }, 'seven fields'],
    [{ triggers: [{ name: 'a', type: 'http' }] }, 'a trigger is'],
    [{ triggers: [A_TIMER, A_TIMER] }, 'one trigger'],
    [{ permissions: { openapi: 'all' } }, 'list of names'],
  ])('is refused at the start when config.json is wrong (%j)', async (config, reason) => {
    const folder = functionFolder({ wrong: { source: 'exports.main = () => 1', config } })
    await expect(openHost({ functionsDirs: [folder] })).rejects.toThrow(reason)
  })
})
