import { mkdtempSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { html } from '../../cloudfunctions/_localcloud/console/html'
import { openFunctionSecrets } from '../../cloudfunctions/_localcloud/functions/function.secrets'
import { openFunctionLog } from '../../cloudfunctions/_localcloud/functions/function.log'
import { eventually, openHost, type OpenedHost, PROBE, raw, shen } from './host.opened'

const EVIL = '<script>alert("x")</script>'

let cloud: OpenedHost

beforeAll(async () => {
  cloud = await openHost()
  await cloud.probe('print', { line: EVIL })
  await cloud.probe('upload', { cloudPath: "a/'><img src=x>.txt", text: 'x' })
  await cloud.probe('openapi', { api: 'wxacode.getUnlimited', parameters: { scene: EVIL } })
  await cloud.fireTimer(PROBE)
})
afterAll(() => cloud.close())

const page = async (path: string) => (await raw(cloud.url, { path })).text

describe('the console', () => {
  it('shows collections, functions, timers and personas', async () => {
    const text = await page('/console')
    for (const expected of [
      'contract_events',
      PROBE,
      'nightly',
      '0 30 0 * * * *',
      `/as/${encodeURIComponent(shen.id)}`,
    ])
      expect(text).toContain(expected)
  })

  it('shows documents, the log, files and openapi calls, with everything escaped', async () => {
    await eventually(
      () => cloud.log(PROBE),
      (text) => text.includes('alert'),
    )
    expect(await page('/console/collections/contract_events')).toContain('&quot;nightly&quot;')
    expect(await page(`/console/logs/${PROBE}`)).toContain('&lt;script&gt;alert(')
    expect(await page('/console/storage')).toContain('a/&#39;&gt;&lt;img src=x&gt;.txt')
    expect(await page('/console/openapi')).toContain('40129')
    for (const path of ['', '/collections/contract_events', `/logs/${PROBE}`, '/storage', '/openapi']) {
      const text = await page(`/console${path}`)
      expect(text).not.toContain('<script>alert')
      expect(text).not.toContain('<img')
      expect(text).not.toContain('<b>医患办')
    }
  })

  it('lets only its own script run', async () => {
    const { headers } = await raw(cloud.url, { path: '/console' })
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'nonce-/)
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
  })

  it('runs a timer when told to', async () => {
    const before = cloud.exportAll().split('\n').length
    const { text } = await raw(cloud.url, { method: 'POST', path: `/console/timers/${PROBE}` })
    expect(JSON.parse(text)).toEqual({ ok: true })
    expect(cloud.exportAll().split('\n').length).toBe(before + 1)
    expect((await raw(cloud.url, { path: `/console/timers/${PROBE}` })).status).toBe(404)
  })

  it.each(['/console/collections/nowhere', '/console/nothing', '/console/collections/%E0%A4%A'])(
    'has no page %s',
    async (path) => {
      expect((await raw(cloud.url, { path })).status).toBe(404)
    },
  )

  it('shows no log of a function that is not there', async () => {
    expect(await page('/console/logs/..%2f..%2fsecrets')).toContain('还没有记录')
  })
})

describe('markup', () => {
  it('escapes values and keeps markup', () => {
    expect(html`<a title="${`"'<&>`}">${[html`<b>${1}</b>`, html`${null}`]}</a>`.text).toBe(
      '<a title="&quot;&#39;&lt;&amp;&gt;"><b>1</b></a>',
    )
  })
})

describe('keys of functions', () => {
  it('are made once, differ, and are readable by their owner alone', () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'secrets-'))
    const first = openFunctionSecrets(dataDir, { hospital: ['A'] })
    const second = openFunctionSecrets(dataDir, { hospital: ['A', 'B'], clock: ['A'] })
    expect(second.hospital?.A).toBe(first.hospital?.A)
    expect(new Set([second.hospital?.A, second.hospital?.B, second.clock?.A]).size).toBe(3)
    expect(Buffer.from(second.hospital?.A ?? '', 'base64url')).toHaveLength(32)
    expect(statSync(join(dataDir, 'secrets.json')).mode & 0o777).toBe(0o600)
  })
})

describe('a function’s log', () => {
  it('stays bounded, whatever is printed', () => {
    const directory = mkdtempSync(join(tmpdir(), 'logs-'))
    const log = openFunctionLog(directory, 'chatty')
    for (let line = 0; line < 600; line += 1) log.write(`${line} ${'x'.repeat(20_000)}`)
    log.close()
    const sizes = ['chatty.log', 'chatty.1.log'].map((name) => statSync(join(directory, name)).size)
    expect(Math.max(...sizes)).toBeLessThan(2.2 * 1024 * 1024)
    expect(log.tail(1)).toContain(' 599 ')
    expect(readFileSync(join(directory, 'chatty.log'), 'utf8').endsWith('\n')).toBe(true)
  })
})
