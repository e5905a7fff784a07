import { scrypt } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { functionFolder, JSON_BODY, liu, openHost, type OpenedHost, PROBE, raw, shen } from './host.opened'

const scryptOnce = () => promisify(scrypt)('a', 'b', 32)

// What HTTP access hands over and who the process thinks is calling, and whatever response the body asks for.
const MIRROR = `
exports.main = async (event) => {
  const seen = { event, hasOpenid: 'WX_OPENID' in process.env, source: process.env.TCB_SOURCE }
  const asked = JSON.parse(event.body || '{}').answer
  return asked === undefined ? { statusCode: 200, headers: { 'x-seen': 'yes' }, body: JSON.stringify(seen) } : asked
}`

let cloud: OpenedHost
let h5: string
let functions: string

beforeAll(async () => {
  h5 = mkdtempSync(join(tmpdir(), 'h5-'))
  mkdirSync(join(h5, 'js'))
  symlinkSync('/etc', join(h5, 'outside'))
  for (const name of ['.hidden', 'js/.hidden']) writeFileSync(join(h5, name), 'hidden')
  writeFileSync(join(h5, 'index.html'), '<!doctype html><title>清廉医院</title>')
  functions = functionFolder({ mirror: { source: MIRROR }, unlisted: { source: MIRROR } })
  cloud = await openHost({ h5Dir: h5, functionsDirs: ['dist/test-functions', functions], httpFunctions: ['mirror'] })
})
afterAll(async () => {
  await cloud.close()
  for (const folder of [h5, functions]) rmSync(folder, { recursive: true, force: true })
})

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  raw(cloud.url, {
    method: 'POST',
    path,
    headers: { ...JSON_BODY, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
const AS_LIU = { cookie: `persona=${liu.id}` }
const call = (action: string, headers: Record<string, string> = AS_LIU, input: unknown = {}) =>
  post(`/api/fn/${PROBE}`, { action, input }, headers)

describe('calling a function as a persona, inside WeChat', () => {
  it('answers the result of the function as it is', async () => {
    const { status, text } = await call('echo', AS_LIU, { 词: '患者' })
    expect([status, JSON.parse(text)]).toEqual([200, { 词: '患者' }])
  })

  it('answers null where the function returned nothing', async () => {
    expect((await call('nothing')).text).toBe('null')
  })

  it('speaks for the persona of the cookie', async () => {
    const cookie = `other=1; persona=${encodeURIComponent(shen.id)}`
    expect(JSON.parse((await call('context', { cookie })).text)).toMatchObject({ OPENID: shen.openid })
  })

  it('takes no identity from the body, a header or the address', async () => {
    const { text } = await post(
      `/api/fn/${PROBE}?openid=${liu.openid}&persona=${liu.id}`,
      { action: 'context', openid: liu.openid, caller: { openid: liu.openid }, userInfo: { openId: liu.openid } },
      { 'x-wx-openid': liu.openid, cookie: `persona=${encodeURIComponent(shen.id)}` },
    )
    expect(JSON.parse(text)).toMatchObject({ OPENID: shen.openid })
  })

  it.each([
    ['not JSON', '{"action":', 400, 'INVALID_PARAM'],
    ['a list', '[1]', 400, 'INVALID_PARAM'],
    ['two objects', '{"action":"echo"},{"a":1}', 400, 'INVALID_PARAM'],
    ['too long', JSON.stringify({ text: 'x'.repeat(110_000) }), 413, 'EXCEED_MAX_PAYLOAD_SIZE'],
  ])('is refused with a sentence when the body is %s', async (_, body, status, code) => {
    const reply = await post(`/api/fn/${PROBE}`, body, AS_LIU)
    expect([reply.status, JSON.parse(reply.text)]).toEqual([
      status,
      { ok: false, code, message: expect.stringMatching(/[一-龥]/) },
    ])
  })

  it('is refused for another content type, which a foreign form could send', async () => {
    const reply = await post(`/api/fn/${PROBE}`, { action: 'echo' }, { ...AS_LIU, 'content-type': 'text/plain' })
    expect([reply.status, JSON.parse(reply.text).code]).toEqual([415, 'gateway.not_json'])
  })

  it('tells the page what to do when the function fails, and nothing of why', async () => {
    const { status, text } = await call('fail', AS_LIU, { words: '/secret/path' })
    expect([status, JSON.parse(text)]).toEqual([
      502,
      { ok: false, code: 'FUNCTIONS_EXECUTE_FAIL', message: '服务暂时出错了，请稍后再试' },
    ])
  })

  it.each(['nobody', '%2e%2e%2e', '..%2fhospital', 'constructor'])('finds no function named %s', async (name) => {
    expect((await post(`/api/fn/${name}`, {}, AS_LIU)).status).toBe(502)
  })
})

describe('calling a function from an ordinary browser', () => {
  const browse = async (body: unknown, headers: Record<string, string> = {}) => {
    const reply = await post('/api/fn/mirror', body, headers)
    return { ...reply, seen: reply.text ? JSON.parse(reply.text) : null }
  }

  it('is one request of HTTP access, by nobody', async () => {
    const headers = { 'user-agent': 'a browser', accept: 'x/y', 'x-wx-openid': liu.openid, cookie: 'other=1' }
    const { status, seen, headers: answered } = await browse({ action: 'echo', openid: liu.openid }, headers)
    expect([status, answered['x-seen']]).toEqual([200, 'yes'])
    expect(seen).toEqual({
      event: {
        path: '/mirror',
        httpMethod: 'POST',
        headers: { 'content-type': 'application/json', 'user-agent': 'a browser' },
        queryStringParameters: {},
        body: JSON.stringify({ action: 'echo', openid: liu.openid }),
        isBase64Encoded: false,
      },
      hasOpenid: false,
      source: 'tcb_http',
    })
  })

  it('is the computer of a member of staff with a session, whoever the machine is a persona of', async () => {
    const { seen } = await browse({}, { ...AS_LIU, authorization: 'Bearer x', origin: cloud.url })
    expect(seen).toMatchObject({
      hasOpenid: false,
      event: { headers: { authorization: 'Bearer x', origin: cloud.url } },
    })
  })

  it('is what it is for a persona that is not there, whose cookie ends', async () => {
    const { seen, headers } = await browse({}, { cookie: 'persona=nobody-knows' })
    expect(seen).toMatchObject({ hasOpenid: false, source: 'tcb_http' })
    expect(headers['set-cookie']).toEqual(['persona=; Max-Age=0; Path=/; HttpOnly; SameSite=Strict'])
    expect((await call('context')).headers['set-cookie']).toBeUndefined()
  })

  it('hands on any method and any body, and the status of the answer', async () => {
    const { text } = await raw(cloud.url, { method: 'PUT', path: '/api/fn/mirror', body: '{"half' })
    expect(JSON.parse(text)).toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL' })
    const empty = await browse({ answer: { statusCode: 204, headers: { 'x-a': 'b' }, body: '' } })
    expect([empty.status, empty.text, empty.headers['x-a']]).toEqual([204, '', 'b'])
    expect(await browse({ answer: { statusCode: 418, body: '{}' } })).toMatchObject({ status: 418, seen: {} })
    expect(await browse({ answer: { plain: 1 } })).toMatchObject({ status: 200, seen: { plain: 1 } })
  })

  it('reaches no function that is not listed', async () => {
    for (const name of ['unlisted', PROBE, 'nobody', '..%2fmirror', 'constructor']) {
      const reply = await post(`/api/fn/${name}`, {})
      expect([reply.status, JSON.parse(reply.text).code]).toEqual([404, 'gateway.not_found'])
    }
  })

  it('may send 100 KB of signs that JSON escapes, and not more', async () => {
    const quotes = (length: number) => JSON.stringify({ text: '"'.repeat(length) })
    expect((await browse(quotes(50_000))).status).toBe(200)
    expect((await browse(quotes(52_000))).status).toBe(413)
  })
})

describe('who may talk to this machine', () => {
  it.each(['evil.example', 'localhost.evil.example', '127.0.0.1', '127.0.0.1:1'])(
    'not a page that came as %s',
    async (host) => {
      for (const path of ['/', '/console', `/api/fn/${PROBE}`, '/admin'])
        expect((await raw(cloud.url, { path, headers: { host } })).status).toBe(403)
    },
  )

  it('this machine under its other name', async () => {
    const host = cloud.url.replace('http://127.0.0.1', 'localhost')
    expect((await raw(cloud.url, { headers: { host } })).status).toBe(200)
  })

  it.each(['http://evil.example', 'null', 'http://127.0.0.1:1'])('no POST from %s', async (origin) => {
    for (const path of [`/api/fn/${PROBE}`, '/api/subscribe', '/console/timers/contract-probe'])
      expect(JSON.parse((await post(path, {}, { origin })).text).code).toBe('gateway.foreign_origin')
  })

  it('a POST from its own page', async () => {
    expect((await call('echo', { ...AS_LIU, origin: cloud.url })).status).toBe(200)
  })
})

describe('signing in as a persona', () => {
  const location = async (path: string) => (await raw(cloud.url, { path })).headers

  it('sets a cookie that no script reads and no other site sends, and opens the landing page', async () => {
    expect(await location('/as/liu')).toMatchObject({
      location: '/#/pages/landing/index?scene=t%3D1',
      'set-cookie': ['persona=liu; Path=/; HttpOnly; SameSite=Strict'],
    })
    expect(await location(`/as/${encodeURIComponent(shen.id)}`)).toMatchObject({ location: '/#/desk' })
  })

  it('opens another page of this build when asked', async () => {
    expect(await location('/as/liu?to=%2Fpages%2Fprogress%2Findex')).toMatchObject({
      location: '/#/pages/progress/index',
    })
  })

  it.each(['https://evil.example', '//evil.example', '#//evil.example', '/\\evil.example', 'x%0d%0aSet-Cookie:a=b'])(
    'never leaves this build (%s)',
    async (to) => {
      const headers = await location(`/as/liu?to=${to}`)
      expect(headers.location).toMatch(/^\/#\/[^\r\n]*$/)
      expect(headers['set-cookie']).toHaveLength(1)
    },
  )

  it.each(['cross-site', 'same-site', 'anything'])('is not for another page to ask for (%s)', async (site) => {
    for (const id of [liu.id, 'nobody']) {
      const { status, headers } = await raw(cloud.url, { path: `/as/${id}`, headers: { 'sec-fetch-site': site } })
      expect([status, headers['set-cookie']]).toEqual([403, undefined])
    }
  })

  it.each(['none', 'same-origin'])('is for a typed link and for this page (%s)', async (site) => {
    expect((await raw(cloud.url, { path: '/as/liu', headers: { 'sec-fetch-site': site } })).status).toBe(303)
  })

  it('ends with nobody', async () => {
    expect((await location('/as/nobody'))['set-cookie']).toEqual([
      'persona=; Max-Age=0; Path=/; HttpOnly; SameSite=Strict',
    ])
  })

  it('is refused for somebody unknown', async () => {
    expect((await raw(cloud.url, { path: '/as/mallory' })).status).toBe(400)
  })
})

describe('subscribing', () => {
  const subscribe = (body: unknown, headers: Record<string, string> = {}) => post('/api/subscribe', body, headers)

  it('needs somebody to write to', async () => {
    expect((await subscribe({ templateIds: ['T1'] })).status).toBe(401)
  })

  it.each([{}, { templateIds: [] }, { templateIds: ['a b'] }, { templateIds: ['1', '2', '3', '4', '5', '6'] }, 'x'])(
    'needs one to five template ids (%j)',
    async (body) => {
      expect((await subscribe(body, { cookie: 'persona=liu' })).status).toBe(400)
    },
  )

  it('is one message for each 允许', async () => {
    const grant = await subscribe({ templateIds: ['T-grant'] }, { cookie: 'persona=liu' })
    expect(JSON.parse(grant.text)).toEqual({ ok: true, value: { 'T-grant': 'accept' } })
    const parameters = { touser: liu.openid, templateId: 'T-grant', data: { thing1: { value: '进度有更新' } } }
    const send = () => cloud.probe('openapi', { api: 'subscribeMessage.send', parameters })
    expect(await send()).toMatchObject({ value: { errCode: 0 } })
    expect(await send()).toMatchObject({ failure: { errCode: 43101 } })
  })

  it('says 拒绝 where nothing more is counted', async () => {
    const groups = Array.from({ length: 11 }, (_, group) =>
      ['a', 'b', 'c', 'd', 'e'].map((letter) => `M${group}-${letter}`),
    )
    const replies = []
    for (const templateIds of groups)
      replies.push(
        JSON.parse((await subscribe({ templateIds }, { cookie: `persona=${encodeURIComponent(shen.id)}` })).text),
      )
    const verdicts = replies.flatMap(({ value }) => Object.values(value))
    expect(verdicts).toEqual(verdicts.map((_, index) => (index < 50 ? 'accept' : 'reject')))
  })
})

describe('the H5 build', () => {
  it('is served at /, to no frame and as nothing but what it is', async () => {
    const { text, headers } = await raw(cloud.url, {})
    expect(text).toContain('清廉医院')
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-cache',
    })
  })

  it('is not sent again to whoever has it', async () => {
    writeFileSync(join(h5, 'js', 'app.js'), 'let a')
    const { headers } = await raw(cloud.url, { path: '/js/app.js' })
    expect(headers['content-type']).toBe('text/javascript; charset=utf-8')
    const again = { path: '/js/app.js', headers: { 'if-none-match': String(headers.etag) } }
    expect(await raw(cloud.url, again)).toMatchObject({ status: 304, text: '' })
    writeFileSync(join(h5, 'js', 'app.js'), 'let b')
    expect(await raw(cloud.url, again)).toMatchObject({ status: 200, text: 'let b' })
    expect(await raw(cloud.url, { path: '/js/app.js', method: 'HEAD' })).toMatchObject({ status: 200, text: '' })
    expect((await raw(cloud.url, { path: '/js/app.js', method: 'POST' })).status).toBe(405)
  })

  it('is asked for once where its name says what is in it', async () => {
    writeFileSync(join(h5, 'js', 'app.f5c2768f.js'), 'let c')
    const named = await raw(cloud.url, { path: '/js/app.f5c2768f.js' })
    expect(named.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect((await raw(cloud.url, { path: '/js/app.js' })).headers['cache-control']).toBe('no-cache')
  })

  it.each(['5-2', '99999999-', '-5', 'a-b', '0--5', '1.5-3', '-1--3', '0-1e99'])(
    'is sent whole, whatever part is asked for (bytes=%s)',
    async (range) => {
      const { status, text } = await raw(cloud.url, { headers: { range: `bytes=${range}` } })
      expect([status, text]).toEqual([200, '<!doctype html><title>清廉医院</title>'])
    },
  )

  it('may lose a file while it is being read', async () => {
    const file = join(h5, 'js', 'leaving.js')
    const content = 'x'.repeat(100_000)
    for (let round = 0; round < 20; round += 1) {
      writeFileSync(file, content)
      // every thread that reads files is busy: the answer begins after the file is gone
      const busy = Array.from({ length: 8 }, () => scryptOnce())
      const asked = [0, 1, 2].map(() => raw(cloud.url, { path: '/js/leaving.js' }))
      await new Promise((done) => setTimeout(done, round))
      rmSync(file)
      for (const { status, text } of await Promise.all(asked)) {
        if (status === 200) expect(text).toBe(content)
        else expect(status).toBe(404)
      }
      await Promise.all(busy)
    }
    expect((await raw(cloud.url, {})).status).toBe(200)
  })

  it.each([
    '//etc/passwd',
    '/..%2f..%2fetc/passwd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/js/..%5c..%5cx',
    '/js/..%2f..%2f..%2fetc%2fpasswd',
    '/outside/passwd',
    '/.hidden',
    '/js/.hidden',
    '/js',
    '/js/',
    '/index.html/',
    '/nothing.js',
    `/${'a'.repeat(300)}.js`,
    '/%00',
    '/%E0%A4%A',
  ])('holds no %s', async (path) => {
    const { status, text } = await raw(cloud.url, { path })
    expect(status).toBe(404)
    expect(text).not.toContain('root:')
  })
})
