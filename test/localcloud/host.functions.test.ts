import { rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eventually, functionFolder, openHost, type OpenedHost, PROBE } from './host.opened'

const FUNCTIONS = {
  slow: { source: 'exports.main = () => new Promise(() => undefined)' },
  busy: { source: 'exports.main = () => { for (;;); }' },
  turns: { source: 'exports.main = ({ spin }) => { while (spin); return "done" }' },
  broken: { source: 'throw new Error("cannot start")' },
  mainless: { source: 'exports.handler = () => 1' },
  rejecting: {
    source: 'exports.main = () => { setTimeout(() => { throw new Error("long after") }, 20); return "first" }',
  },
  circular: { source: 'exports.main = () => { const a = {}; a.a = a; return a }' },
  variables: { source: 'exports.main = () => Object.keys(process.env).sort()' },
  build: { source: 'exports.main = () => "old"' },
  usual: { source: 'exports.main = (_, { time_limit_in_ms: limit }) => limit' },
  patient: { source: 'exports.main = (_, { time_limit_in_ms: limit }) => limit' },
  self: {
    source: `let running = 0
exports.main = async ({ ms }) => {
  running += 1
  const reply = { pid: process.pid, running }
  await new Promise((done) => setTimeout(done, ms))
  running -= 1
  return reply
}`,
  },
}

let cloud: OpenedHost
let folder: string

beforeAll(async () => {
  folder = functionFolder(FUNCTIONS)
  process.env.OF_THIS_MACHINE = 'private'
  cloud = await openHost({
    functionsDirs: ['dist/test-functions', folder],
    timeLimitsMs: { slow: 300, busy: 300, patient: 90_000 },
    functionEnvironment: { variables: { PEPPER: 'only here' } },
  })
})
afterAll(async () => {
  await cloud.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('who calls a function', () => {
  it('is never mixed up between callers at the same time', async () => {
    // Calls that wait long enough for a second process to start; the short ones below then meet several.
    await Promise.all(Array.from({ length: 3 }, () => cloud.probe('contextAfter', { ms: 1500 })))
    const callers = Array.from({ length: 60 }, (_, index) => (index % 5 === 4 ? undefined : `openid-${index}`))
    const seen = await Promise.all(
      callers.map((openid, index) => cloud.probe('contextAfter', { ms: index % 7 }, openid)),
    )
    expect(seen).toEqual(
      callers.map((openid) => {
        const throughout = { openid: openid ?? null, running: 1 }
        return { before: throughout, after: throughout, pid: expect.any(Number) }
      }),
    )
    expect(new Set(seen.map((each) => (each as { pid: number }).pid)).size).toBeGreaterThan(1)
  })

  it('is nobody when there is no caller, even in a process that just served one', async () => {
    await cloud.probe('context', {}, 'openid-before')
    const context = await cloud.probe('context')
    expect(context).toMatchObject({ hasOpenid: false, SOURCE: 'wx_client', ENV: 'local' })
    expect(context).not.toHaveProperty('OPENID')
    expect(await cloud.probe('userInfo')).toBeNull()
  })

  it('arrives as a number when the OPENID is all digits', async () => {
    expect(await cloud.probe('context', {}, '123456789')).toMatchObject({ OPENID: 123456789 })
  })

  it('is handed on to the function that a function calls', async () => {
    const nested = { name: PROBE, data: { action: 'context' } }
    expect(await cloud.probe('callFunction', nested, 'openid-outer')).toMatchObject({
      value: { result: { OPENID: 'openid-outer', SOURCE: 'wx_client,scf' } },
    })
    expect(await cloud.probe('callFunction', nested)).toMatchObject({ value: { result: { hasOpenid: false } } })
  })

  it('is added to the event as the platform does, over what the caller claims', async () => {
    const event = { action: 'userInfo', userInfo: { openId: 'somebody else' } }
    expect(await cloud.invoke(PROBE, event, { openid: 'openid-liu' })).toMatchObject({ openId: 'openid-liu' })
  })
})

describe('a function process', () => {
  it('lives in UTC and knows nothing of the machine it runs on', async () => {
    expect(await cloud.probe('timezone')).toEqual({ offset: 0, hour: 16 })
    const names = (await cloud.invoke('variables', {})) as string[]
    expect(names).not.toContain('OF_THIS_MACHINE')
    expect(names).not.toContain('HOME')
    expect(names).not.toContain('WX_OPENID')
  })

  it('holds the keys of its own function only', async () => {
    expect(await cloud.invoke('variables', {})).toContain('PEPPER')
    expect(await cloud.probe('variable', { name: 'PEPPER' })).toBeNull()
  })

  it('is reused while it is warm', async () => {
    const first = await cloud.invoke('self', { ms: 0 })
    expect(await cloud.invoke('self', { ms: 0 })).toEqual(first)
  })

  it('serves one call at a time', async () => {
    const replies = await Promise.all(Array.from({ length: 12 }, () => cloud.invoke('self', { ms: 40 })))
    const seen = replies as { pid: number; running: number }[]
    expect(seen.map(({ running }) => running)).toEqual(seen.map(() => 1))
    expect(new Set(seen.map(({ pid }) => pid)).size).toBeLessThanOrEqual(3)
  })

  it('makes way for a newer build', async () => {
    expect(await cloud.invoke('build', {})).toBe('old')
    const file = join(folder, 'build', 'index.js')
    writeFileSync(file, 'exports.main = () => "new"')
    utimesSync(file, new Date(), new Date(Date.now() + 5000))
    expect(
      await eventually(
        () => cloud.invoke('build', {}),
        (found) => found === 'new',
      ),
    ).toBe('new')
  })
})

describe('a call that goes wrong', () => {
  const fail = { code: 'FUNCTIONS_EXECUTE_FAIL' }

  it('is refused for a function that is not there', async () => {
    await expect(cloud.invoke('nobody', {})).rejects.toMatchObject({
      ...fail,
      message: 'errMsg: FunctionName parameter could not be found (-501000) nobody',
    })
  })

  it('says nothing of what was thrown; the log does', async () => {
    const error = await cloud.probe('fail', { words: '患者的原话' }).catch((reason: Error) => reason)
    expect(error).toMatchObject(fail)
    expect(JSON.stringify(error) + (error as Error).message).not.toContain('患者的原话')
    expect(cloud.log(PROBE)).toContain('Error: 患者的原话')
  })

  it('ends with its process, and the next call gets a new one', async () => {
    const before = await cloud.probe('pid')
    await expect(cloud.probe('exit')).rejects.toMatchObject(fail)
    expect(await cloud.probe('pid')).not.toBe(before)
  })

  it.each(['slow', 'busy'])('is ended when its time is over (%s)', async (name) => {
    const started = Date.now()
    await expect(cloud.invoke(name, {})).rejects.toMatchObject({
      code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED',
      message: 'Invoking task timed out after 0.3 seconds (-504003)',
    })
    expect(Date.now() - started).toBeLessThan(3000)
  })

  it('may take 20 seconds unless told otherwise, and 60 at most', async () => {
    expect(await cloud.invoke('usual', {})).toBe(20_000)
    expect(await cloud.invoke('patient', {})).toBe(60_000)
  })

  it('leaves nothing of its end to whoever waits for the process', async () => {
    const tight = await openHost({ functionsDirs: [folder], processesPerFunction: 1, timeLimitsMs: { turns: 150 } })
    try {
      for (let round = 0; round < 3; round += 1) {
        const calls = [{ spin: true }, {}, {}].map((event) => tight.invoke('turns', event).catch(({ code }) => code))
        expect(await Promise.all(calls)).toEqual(['FUNCTIONS_TIME_LIMIT_EXCEEDED', 'done', 'done'])
        expect(await tight.invoke('turns', { spin: true }).catch(({ code }) => code)).toBe(
          'FUNCTIONS_TIME_LIMIT_EXCEEDED',
        )
        expect(await tight.invoke('turns', {})).toBe('done')
      }
    } finally {
      await tight.close()
    }
  })

  it.each(['broken', 'mainless'])('fails when the function cannot be loaded (%s)', async (name) => {
    await expect(cloud.invoke(name, {})).rejects.toMatchObject(fail)
    expect(cloud.log(name)).toMatch(/cannot start|exports no function named main/)
  })

  it('fails when the result cannot be written as JSON', async () => {
    await expect(cloud.invoke('circular', {})).rejects.toMatchObject(fail)
  })

  it('does not follow from what an earlier call left behind', async () => {
    expect(await cloud.invoke('rejecting', {})).toBe('first')
    await expect.poll(() => cloud.log('rejecting'), { timeout: 10_000 }).toMatch(/long after/)
    // What was written comes before the end of the process that wrote it.
    await new Promise((done) => setTimeout(done, 500))
    expect(await cloud.invoke('rejecting', {})).toBe('first')
  })
})

describe('sizes', () => {
  it('lets 100 KB of event text in and not a byte more', async () => {
    const overhead = JSON.stringify({ action: 'echo', input: { text: '' } }).length
    const text = 'x'.repeat(100 * 1024 - overhead)
    expect(await cloud.probe('echo', { text })).toEqual({ text })
    await expect(cloud.probe('echo', { text: `${text}x` })).rejects.toMatchObject({ code: 'EXCEED_MAX_PAYLOAD_SIZE' })
  })

  it('counts bytes, not characters', async () => {
    const text = '患'.repeat(35_000)
    await expect(cloud.probe('echo', { text })).rejects.toMatchObject({ code: 'EXCEED_MAX_PAYLOAD_SIZE' })
  })

  it('lets 1 MB of result out and not a byte more', async () => {
    const count = 1024 * 1024 - 2
    expect(((await cloud.probe('characters', { count })) as string).length).toBe(count)
    await expect(cloud.probe('characters', { count: count + 1 })).rejects.toMatchObject({
      code: 'EXCEED_MAX_RESPONSE_SIZE',
    })
  })
})

describe('the log', () => {
  it('keeps what a function prints', async () => {
    await cloud.probe('print', { line: 'printed once' })
    expect(
      await eventually(
        () => cloud.log(PROBE),
        (text) => text.includes('printed once'),
      ),
    ).toContain('printed once')
  })

  it('shows a write that nobody waited for as refused', async () => {
    await cloud.probe('lateWrite')
    expect(
      await eventually(
        () => cloud.log(PROBE),
        (text) => text.includes('late write'),
      ),
    ).toContain('late write refused')
  })
})

describe('time', () => {
  it('is what the clock of this cloud says, in functions too', async () => {
    const at = Date.UTC(2026, 10, 21, 16, 30)
    const elsewhere = await openHost({ clock: () => at })
    try {
      const now = (await elsewhere.probe('now')) as number
      expect(Math.abs(now - at)).toBeLessThan(1000)
    } finally {
      await elsewhere.close()
    }
  })

  it('can be some days ago for one call', async () => {
    const ago = (await cloud.invoke(PROBE, { action: 'now' }, {}, { daysAgo: 3 })) as number
    expect(Date.now() - ago).toBeGreaterThan(3 * 86_400_000 - 5000)
    expect(Date.now() - ((await cloud.probe('now')) as number)).toBeLessThan(5000)
  })
})

describe('closing', () => {
  it('ends every process and refuses what still waits', async () => {
    const closing = await openHost({ processesPerFunction: 1 })
    const pid = (await closing.probe('pid')) as number
    const waiting = [closing.probe('hang'), closing.probe('pid')].map((call) => call.catch((error) => error.code))
    await closing.close()
    expect(await Promise.all(waiting)).toEqual(['SYS_ERR', 'SYS_ERR'])
    expect(() => process.kill(pid, 0)).toThrow()
  })

  it('comes by itself for a process that idles', async () => {
    const idling = await openHost({ idleProcessMs: 50 })
    try {
      const pid = (await idling.probe('pid')) as number
      const isAlive = () => {
        try {
          return process.kill(pid, 0)
        } catch {
          return false
        }
      }
      expect(await eventually(isAlive, (alive) => !alive)).toBe(false)
      expect(await idling.probe('pid')).not.toBe(pid)
    } finally {
      await idling.close()
    }
  })
})
