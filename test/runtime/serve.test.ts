import { defineContract } from '#domain/contract'
import type { Instant } from '#domain/instant'
import { err, ok } from '#domain/result'
import type { JournalEntry } from '#runtime/journal'
import { type Handlers, serve, type Surroundings } from '#runtime/serve'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { aMember } from '../builders/complaint.builder'

const contract = defineContract({
  name: 'desk',
  actions: {
    whisper: {
      input: v.strictObject({
        words: v.pipe(v.string(), v.maxLength(5)),
        to: v.optional(v.strictObject({ ward: v.string() })),
      }),
      output: v.object({ heard: v.string() }),
      errors: ['data.changed'],
      identity: 'none',
    },
    sign: { input: v.strictObject({}), output: v.object({ by: v.string() }), errors: [] },
  },
})

const handlers: Handlers<typeof contract, object> = {
  async whisper({ words }) {
    if (words === 'late') return err('data.changed')
    if (words === 'boom') throw Object.assign(new Error('a patient named 张三 said so'), { errCode: -502001 })
    if (words === 'void') return ok({ heard: 1 as unknown as string })
    return ok({ heard: words, undeclared: 'openid' })
  },
  async sign(_, { actor }) {
    return ok({ by: actor.staff?.id ?? '' })
  },
}

const desk = (over: Partial<Surroundings> = {}) => {
  const written: JournalEntry[] = []
  const main = serve(contract, handlers, () => ({}), {
    identify: async () => aMember('complaint_officer'),
    identifyBySession: async () => null,
    source: () => 'wx_client',
    h5Origin: () => '',
    now: () => 0 as Instant,
    write: (entry) => written.push(entry),
    ...over,
  })
  return { main, written }
}

describe('serving an action', () => {
  it('lets nothing out that the contract does not declare', async () => {
    expect(await desk().main({ action: 'whisper', input: { words: 'hi' } })).toEqual({
      ok: true,
      value: { heard: 'hi' },
    })
  })

  it('reads no identity where the action declares none', async () => {
    const { main } = desk({
      identify: async () => {
        throw new Error('identity was read')
      },
    })
    expect(await main({ action: 'whisper', input: { words: 'hi' } })).toMatchObject({ ok: true })
    expect(await main({ action: 'sign', input: {} })).toMatchObject({ ok: false, code: 'system.failed' })
  })

  it('asks for a sign-in when the platform names nobody', async () => {
    const { main } = desk({ identify: async () => null })
    expect(await main({ action: 'sign', input: {} })).toMatchObject({ ok: false, code: 'auth.required' })
  })

  it('never takes the caller from the event', async () => {
    const event = { action: 'sign', input: {}, openid: 'x', userInfo: { openId: 'x' }, actor: { staff: { id: 'S9' } } }
    expect(await desk().main(event)).toEqual({ ok: true, value: { by: 'S1' } })
  })

  it('answers a declared code with its sentence', async () => {
    expect(await desk().main({ action: 'whisper', input: { words: 'late' } })).toEqual({
      ok: false,
      code: 'data.changed',
      message: '刚才有同事先改了这一件，请看过新的内容再办。',
    })
  })

  it.each([
    null,
    undefined,
    7,
    'x',
    [],
    {},
    { action: 3 },
    { action: 'nope' },
    { action: '__proto__' },
    { action: 'constructor' },
  ])('refuses %j as an unknown action', async (event) => {
    expect(await desk().main(event)).toMatchObject({ ok: false, code: 'action.unknown' })
  })

  it('names the fields that were wrong, never what was in them', async () => {
    const { main, written } = desk()
    const reply = await main({ action: 'whisper', input: { words: 'a secret name', ['李四']: 1 } })
    expect(reply).toMatchObject({ ok: false, code: 'input.invalid', fields: ['words'] })
    expect(JSON.stringify([reply, written])).not.toMatch(/secret|李四/)
  })

  it('repeats no key that the caller invented, at any depth', async () => {
    const { main, written } = desk()
    const reply = await main({ action: 'whisper', input: { words: 'hi', to: { ward: 7, ['李四']: 1 } } })
    expect(reply).toMatchObject({ code: 'input.invalid', fields: ['to.ward', 'to'] })
    expect(JSON.stringify([reply, written])).not.toMatch(/李四/)
  })

  it('refuses more than the platform would carry', async () => {
    const reply = await desk().main({ action: 'whisper', input: { words: '字'.repeat(34_200) } })
    expect(reply).toMatchObject({ ok: false, code: 'input.too_large' })
  })

  it.each(['boom', 'void'])('hides what broke (%s) from the caller and its words from the log', async (words) => {
    const { main, written } = desk()
    const reply = await main({ action: 'whisper', input: { words } })
    expect(reply).toEqual({ ok: false, code: 'system.failed', message: expect.stringContaining('没有办成') })
    expect(JSON.stringify(written)).not.toMatch(/张三|patient named/)
    expect(written[0]).toMatchObject({
      function: 'desk',
      action: 'whisper',
      code: 'system.failed',
      failure: { name: expect.any(String) },
    })
  })

  it('logs an allow-list and nothing else', async () => {
    const { main, written } = desk()
    await main({ action: 'whisper', input: { words: 'hi' } })
    expect(Object.keys(written[0] ?? {}).sort()).toEqual(['action', 'code', 'function', 'ms'])
  })
})
