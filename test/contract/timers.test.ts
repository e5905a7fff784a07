import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ProbeEnvironment, probeEnvironment } from './probe.environment'

let environment: ProbeEnvironment
beforeAll(async () => {
  environment = await probeEnvironment()
})
afterAll(() => environment.close())

describe('a timer', () => {
  // a real environment runs it at 00:30 Beijing time; look into its collection contract_events the next morning
  it('calls its function on nobody’s behalf, and the function can write', async (context) => {
    const { fireTimer } = environment
    if (!fireTimer) return context.skip()
    const kept = (await fireTimer()) as { event: { Type: string; TriggerName: string; Time: string } }
    expect(kept).toMatchObject({ name: 'timer', hasOpenid: false, event: { TriggerName: 'nightly' } })
    // documents differ: Timer here, timer there
    expect(kept.event.Type.toLowerCase()).toBe('timer')
    expect(new Date(kept.event.Time).toISOString()).toBe(kept.event.Time)
  })
})
