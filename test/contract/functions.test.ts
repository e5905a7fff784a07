import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PROBE, type ProbeEnvironment, probeEnvironment } from './probe.environment'

let environment: ProbeEnvironment
beforeAll(async () => {
  environment = await probeEnvironment()
})
afterAll(() => environment.close())

const failureOf = async (call: Promise<unknown>) => {
  const [outcome] = await Promise.allSettled([call])
  if (outcome.status === 'fulfilled') throw new Error('it did not fail')
  return outcome.reason as { errCode: number; errMsg: string }
}

describe('calling a function', () => {
  it('carries JSON there and back', async () => {
    const input = { 词: '患者的原话', list: [1, 'two', null, { three: 3.5 }], empty: {} }
    expect(await environment.probe('echo', input)).toEqual(input)
  })

  it('answers null for nothing', async () => {
    expect(await environment.probe('nothing')).toBeNull()
  })

  it('happens in UTC', async () => {
    expect(await environment.probe('timezone')).toEqual({ offset: 0, hour: 16 })
  })

  it('has no OPENID when no person calls', async () => {
    const context = await environment.probe('context')
    expect(context).toMatchObject({ hasOpenid: false })
    expect(context).toHaveProperty('ENV')
  })

  it('works from a function too', async () => {
    const nested = { name: PROBE, data: { action: 'echo', input: { deep: true } } }
    expect(await environment.probe('callFunction', nested)).toMatchObject({ value: { result: { deep: true } } })
  })

  it('keeps calls apart that happen at the same time', async () => {
    const calls = Array.from({ length: 12 }, (_, index) => environment.probe<{ index: number }>('echo', { index }))
    expect((await Promise.all(calls)).map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
  })

  it('runs one call at a time in each instance', async () => {
    const calls = Array.from({ length: 12 }, () => environment.probe('contextAfter', { ms: 40 }))
    for (const seen of await Promise.all(calls))
      expect(seen).toMatchObject({ before: { openid: null, running: 1 }, after: { openid: null, running: 1 } })
  })

  // in a real environment callers have a phone each, and this is seen there only
  it('never mixes up who calls, when many do', async (context) => {
    const { probeAs } = environment
    if (!probeAs) return context.skip()
    const openids = Array.from({ length: 12 }, (_, index) => `openid-${index % 5}`)
    const seen = await Promise.all(openids.map((openid) => probeAs(openid, 'contextAfter', { ms: 40 })))
    expect(seen).toMatchObject(openids.map((openid) => ({ before: { openid }, after: { openid } })))
  })
})

describe('a call that fails', () => {
  // wx-server-sdk has no number of its own for what a function threw: it says -1 (unverified in the real cloud)
  const ANY_FAILURE = -1

  it('fails with the function', async () => {
    expect(await failureOf(environment.probe('fail', { words: 'thrown' }))).toMatchObject({ errCode: ANY_FAILURE })
  })

  it('fails where no such function was deployed, and says so', async () => {
    const missing = failureOf(Promise.resolve(environment.cloud.callFunction({ name: 'contract-missing', data: {} })))
    expect((await missing).errMsg).toContain('-501000')
  })

  it('fails when its time is over, and the next call is answered (words unverified in the real cloud)', async () => {
    expect((await failureOf(environment.probe('hang'))).errMsg).toContain('-504003')
    expect(await environment.probe('echo', { after: 1 })).toEqual({ after: 1 })
  })

  it('fails for a request above 100 KB (unverified in the real cloud)', async () => {
    const text = 'x'.repeat(101 * 1024)
    expect(await failureOf(environment.probe('echo', { text }))).toMatchObject({ errCode: ANY_FAILURE })
  })

  it('fails for a result above 1 MB (unverified in the real cloud)', async () => {
    const count = 1024 * 1024
    expect(await failureOf(environment.probe('characters', { count }))).toMatchObject({ errCode: ANY_FAILURE })
  })
})
