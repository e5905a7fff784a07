import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { ContractDefinition } from '#domain/contract'
import { defineContract } from '#domain/contract'
import { err, ok } from '#domain/result'
import type { Instant } from '#domain/instant'
import type { JournalEntry } from '#runtime/journal'
import { type Handlers, serve, type Surroundings } from '#runtime/serve'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import httpAccess from '../../cloudfunctions/http-access.json'
import { filesBelow } from '../architecture/source.files'
import { aMember } from '../builders/complaint.builder'
import { type Reach, REACHABLE } from './http-access.table'

const contract = defineContract({
  name: 'desk',
  actions: {
    hear: {
      input: v.strictObject({ words: v.string() }),
      output: v.object({ heard: v.string() }),
      errors: [],
      identity: 'none',
    },
    own: { input: v.strictObject({}), output: v.object({}), errors: [], identity: 'wechat' },
    sign: { input: v.strictObject({}), output: v.object({ by: v.string(), at: v.string() }), errors: [] },
  },
})

const handlers: Handlers<typeof contract, object> = {
  hear: async ({ words }) => ok({ heard: words }),
  own: async () => ok({}),
  sign: async (_, { actor }) => ok({ by: actor.staff?.id ?? '', at: actor.session ?? 'WeChat' }),
}

const TOKEN = 'a'.repeat(64)

const throwing = async () => {
  throw new Error('the WX context was read')
}

const desk = (over: Partial<Surroundings> = {}) => {
  const written: JournalEntry[] = []
  const main = serve(contract, handlers, () => ({}), {
    identify: throwing,
    identifyBySession: async (token) => (token === TOKEN ? { ...aMember('case_handler'), session: 's1' } : null),
    source: () => '',
    h5Origin: () => '',
    now: () => 0 as Instant,
    write: (entry) => written.push(entry),
    ...over,
  })
  return { main, written }
}

const JSON_TYPE = { 'content-type': 'application/json' }
const aRequest = (body: unknown, over: Record<string, unknown> = {}) => ({
  path: '/desk',
  httpMethod: 'POST',
  headers: JSON_TYPE as Record<string, string>,
  queryStringParameters: {},
  body: typeof body === 'string' ? body : JSON.stringify(body),
  isBase64Encoded: false,
  ...over,
})
const HEAR = { action: 'hear', input: { words: '您好' } }
const SIGN = { action: 'sign', input: {} }
const withToken = (authorization: string) => ({ headers: { ...JSON_TYPE, authorization } })

const ask = async (request: ReturnType<typeof aRequest>, over: Partial<Surroundings> = {}) => {
  const response = await desk(over).main(request)
  return { ...response, reply: response.body ? JSON.parse(response.body) : null }
}

describe('an ordinary browser', () => {
  it('reads what everybody reads, and nobody asks who it is', async () => {
    expect(await ask(aRequest(HEAR))).toMatchObject({
      statusCode: 200,
      headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
      reply: { ok: true, value: { heard: '您好' } },
    })
  })

  it('is asked to sign in for everything else, before what it sent is looked at', async () => {
    for (const input of [{}, { wrong: 1 }, []]) {
      const { statusCode, reply } = await ask(aRequest({ action: 'sign', input }))
      expect([statusCode, reply.code]).toEqual([200, 'auth.required'])
    }
  })

  it('speaks for the owner of its session', async () => {
    for (const name of ['authorization', 'Authorization'])
      expect((await ask(aRequest(SIGN, { headers: { ...JSON_TYPE, [name]: `Bearer ${TOKEN}` } }))).reply).toEqual({
        ok: true,
        value: { by: 'S1', at: 's1' },
      })
  })

  it.each(['', 'Bearer', `Basic ${TOKEN}`, TOKEN, `Bearer ${TOKEN} x`, `Bearer ${'b'.repeat(64)}`, 'Bearer x'])(
    'is nobody with the header %j',
    async (authorization) => {
      expect((await ask(aRequest(SIGN, withToken(authorization)))).reply).toMatchObject({ code: 'auth.required' })
    },
  )

  it('does nothing that is a person’s own, signed in or not', async () => {
    for (const over of [{}, withToken(`Bearer ${TOKEN}`)]) {
      expect((await ask(aRequest({ action: 'own', input: {} }, over))).reply).toMatchObject({
        code: 'session.wechat_only',
      })
    }
  })

  it('is not asked for its session where everybody may read', async () => {
    const request = aRequest(HEAR, withToken(`Bearer ${TOKEN}`))
    expect((await ask(request, { identifyBySession: throwing })).reply).toMatchObject({ ok: true })
  })

  it('may have its body packed as base64', async () => {
    const body = Buffer.from(JSON.stringify(HEAR)).toString('base64')
    expect((await ask(aRequest(body, { isBase64Encoded: true }))).reply).toMatchObject({ value: { heard: '您好' } })
  })

  it.each([
    ['GET', { httpMethod: 'GET' }, 405, 'action.unknown'],
    ['a form', { headers: { 'content-type': 'application/x-www-form-urlencoded' } }, 415, 'action.unknown'],
    ['a text', { headers: { 'content-type': 'text/plain; application/json' } }, 415, 'action.unknown'],
    ['no type', { headers: {} }, 415, 'action.unknown'],
    ['no body', { body: undefined }, 400, 'action.unknown'],
    ['half a body', { body: '{"action":' }, 400, 'action.unknown'],
    ['a list', { body: '[]' }, 400, 'action.unknown'],
    ['too much', { body: JSON.stringify({ ...HEAR, more: '字'.repeat(40_000) }) }, 413, 'input.too_large'],
    ['an inherited name', { body: '{"action":"constructor","input":{}}' }, 200, 'action.unknown'],
    ['no name', { body: '{"action":{"$ne":null}}' }, 200, 'action.unknown'],
  ])('is refused with a sentence for %s', async (_, over, statusCode, code) => {
    expect(await ask(aRequest(HEAR, over as Record<string, unknown>))).toMatchObject({
      statusCode,
      reply: { ok: false, code, message: expect.stringMatching(/[一-龥]/) },
    })
  })

  it('says who it is in its header alone: not in its body, its address or another header', async () => {
    const forged = { openid: 'x', userInfo: { openId: 'x' }, actor: aMember('administrator'), session: 's1' }
    const request = aRequest(
      { ...SIGN, ...forged, authorization: `Bearer ${TOKEN}` },
      {
        headers: { ...JSON_TYPE, 'x-wx-openid': 'x', cookie: 'persona=officer' },
        queryStringParameters: { ...SIGN, token: TOKEN },
      },
    )
    expect((await ask(request)).reply).toMatchObject({ code: 'auth.required' })
  })

  it('leaves no trace of its session in the log', async () => {
    const { main, written } = desk()
    await main(aRequest(SIGN, withToken(`Bearer ${TOKEN}`)))
    expect(written).toEqual([{ function: 'desk', action: 'sign', code: 'ok', ms: expect.any(Number) }])
  })
})

describe('a page of another origin', () => {
  const H5 = 'https://h5.example'
  const headers = { origin: 'https://evil.example' }
  const preflight = aRequest('', { httpMethod: 'OPTIONS', headers })

  it('may not read an answer, unless it is the one that is set', async () => {
    const names = (response: { headers: Readonly<Record<string, string>> }) => Object.keys(response.headers).join()
    expect(names(await ask(aRequest(HEAR)))).not.toContain('access-control')
    expect(names(await ask(preflight))).not.toContain('access-control')
    const open = { h5Origin: () => H5 }
    expect((await ask(aRequest(HEAR), open)).headers).toMatchObject({
      'access-control-allow-origin': H5,
      vary: 'Origin',
    })
    expect((await ask(preflight, open)).headers).toMatchObject({
      'access-control-allow-origin': H5,
      'access-control-allow-methods': 'POST',
      'access-control-allow-headers': 'authorization, content-type',
    })
  })

  it('runs nothing by asking what it may do', async () => {
    const { main, written } = desk()
    expect(await main({ ...preflight, body: JSON.stringify(HEAR) })).toMatchObject({ statusCode: 204, body: '' })
    expect(written).toEqual([])
  })
})

describe('a client inside WeChat', () => {
  const inWechat = (source: string) => ({ source: () => source, identify: async () => aMember('case_handler') })

  it.each(['wx_client', 'wx_devtools', 'wx_client,scf', 'wx_http', 'wx_unknown'])(
    'gains nothing by the shape of an HTTP request (%s)',
    async (source) => {
      const { main } = desk(inWechat(source))
      for (const request of [aRequest(HEAR), aRequest(SIGN, withToken(`Bearer ${TOKEN}`))]) {
        expect(await main(request as unknown)).toMatchObject({ ok: false, code: 'action.unknown' })
      }
    },
  )

  it('is whom the platform names, whatever else its event carries', async () => {
    const { main } = desk(inWechat('wx_client'))
    const event = { ...aRequest(SIGN, withToken(`Bearer ${TOKEN}`)), ...SIGN }
    expect(await main(event as unknown)).toEqual({ ok: true, value: { by: 'S1', at: 'WeChat' } })
  })
})

const REACH = new Map<string, Reach>([
  ['auth.required', 'session'],
  ['session.wechat_only', 'wechat'],
])

const everyContract = async (): Promise<ContractDefinition[]> => {
  const files = filesBelow('src/domain', ['.contract.ts']).map(({ file }) => file)
  const modules = await Promise.all(files.map((file) => import(path.resolve(file)) as Promise<Record<string, unknown>>))
  return modules
    .flatMap((module) => Object.values(module))
    .filter((value): value is ContractDefinition => typeof value === 'object' && value !== null && 'actions' in value)
}

describe('what an ordinary browser reaches', () => {
  it('is written down for every action of every contract', async () => {
    const reached: Record<string, Reach> = {}
    for (const { name, actions } of await everyContract()) {
      const refusing = Object.fromEntries(
        Object.keys(actions).map((action) => [action, async () => err('data.changed')]),
      )
      const main = serve({ name, actions }, refusing, () => ({}), {
        identify: throwing,
        identifyBySession: throwing,
        source: () => '',
        h5Origin: () => '',
        now: () => 0 as Instant,
        write: () => undefined,
      })
      for (const action of Object.keys(actions)) {
        const { code } = JSON.parse((await main(aRequest({ action, input: {} }))).body) as { code: string }
        reached[`${name}.${action}`] = REACH.get(code) ?? 'anybody'
      }
    }
    expect(reached).toEqual(REACHABLE)
  })

  it('belongs to the functions that are reachable at all, which the guide lists', async () => {
    const functions = [...new Set(Object.keys(REACHABLE).map((name) => name.split('.')[0]))].sort()
    expect(httpAccess.functions).toEqual(functions)
    const guide = readFileSync('config/DEPLOY.md', 'utf8')
    for (const name of httpAccess.functions) expect(guide).toContain(`| \`${name}\` | \`/api/fn/${name}\` |`)
  })
})
