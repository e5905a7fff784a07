import type { FunctionName } from '#cloud/anonymous.actions'
import { createClient } from '#cloud/client'
import type { Send } from '#cloud/transport'
import { complaintContract } from '#domain/complaint/complaint.contract'
import type { ContractDefinition } from '#domain/contract'
import { cultureContract } from '#domain/culture/culture.contract'
import { hospitalContract } from '#domain/hospital/hospital.contract'
import { servedContract } from '#domain/integrity/served.contract'
import { metricsContract } from '#domain/metrics/metrics.contract'
import { surveyContract } from '#domain/survey/survey.contract'
import { describe, expect, it } from 'vitest'

const asking = (send: Send) => createClient<typeof complaintContract>('complaint', send).inbox({})

describe('a client', () => {
  it('sends the action by its name', async () => {
    const sent: unknown[] = []
    await asking(async (...call) => {
      sent.push(call)
      return { ok: true, value: { rows: [], total: 0, next: null } }
    })
    expect(sent).toEqual([['complaint', { action: 'inbox', input: {} }, { known: true }]])
  })

  it.each<[FunctionName, ContractDefinition['actions']]>(
    [complaintContract, cultureContract, hospitalContract, servedContract, metricsContract, surveyContract].map(
      ({ name, actions }) => [name, actions],
    ),
  )('of %s sends the session with what wants to know the caller, and with nothing else', async (name, actions) => {
    const known: Record<string, boolean> = {}
    const client = createClient<ContractDefinition & { name: FunctionName }>(name, async (_, { action }, manner) => {
      known[action] = manner.known
      return { ok: true, value: null }
    })
    for (const action of Object.keys(actions)) await client[action]?.({})
    const wanted = Object.entries(actions).map(([action, { identity }]) => [action, identity !== 'none'])
    expect(known).toEqual(Object.fromEntries(wanted))
  })

  it('is the same function each time an action is named', () => {
    const client = createClient<typeof complaintContract>('complaint', async () => ({ ok: true, value: null }))
    expect(client.inbox).toBe(client.inbox)
  })

  it('may be handed on by what is awaited, and asks for nothing then', async () => {
    const sent: string[] = []
    const client = createClient<typeof complaintContract>('complaint', async (_, { action }) => {
      sent.push(action)
      return { ok: true, value: null }
    })
    expect(await Promise.resolve(client)).toBe(client)
    expect(sent).toEqual([])
  })

  it.each([
    ['no answer at all', () => Promise.reject(new Error('fetch failed')), 'network.offline'],
    [
      'a failure of the cloud',
      () => Promise.reject(Object.assign(new Error('x'), { errCode: -504002 })),
      'system.failed',
    ],
    ['too much for the platform', { ok: false, code: 'EXCEED_MAX_PAYLOAD_SIZE' }, 'input.too_large'],
    ['a full house', { ok: false, code: 'EXCEED_CONCURRENT_REQUEST_LIMIT' }, 'system.busy'],
    ['a refusal', { ok: false, code: 'auth.forbidden', message: '…' }, 'auth.forbidden'],
    ['a code of another version', { ok: false, code: 'complaint.melted' }, 'system.failed'],
    ['an inherited word', { ok: false, code: 'toString' }, 'system.failed'],
    ['nonsense', 'nonsense', 'system.failed'],
    ['nothing', null, 'system.failed'],
  ])('hears %s as a code with a sentence', async (_, answer, code) => {
    expect(await asking(async () => (typeof answer === 'function' ? answer() : answer))).toMatchObject({
      ok: false,
      code,
    })
  })
})
