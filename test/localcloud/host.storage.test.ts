import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eventually, JSON_BODY, openHost, type OpenedHost, raw } from './host.opened'

let cloud: OpenedHost
let now = Date.UTC(2026, 10, 21)

beforeAll(async () => {
  cloud = await openHost({ clock: () => now })
})
afterAll(() => cloud.close())

const wire = async (body: Record<string, unknown>) => {
  const authorization = `TC3-HMAC-SHA256 Credential=${cloud.environment().TENCENTCLOUD_SECRETID}/2026-11-21/tcb/tc3_request`
  const { text } = await raw(cloud.url, {
    method: 'POST',
    path: '/admin',
    headers: { ...JSON_BODY, authorization },
    body: JSON.stringify(body),
  })
  return JSON.parse(text)
}

interface Grant {
  url: string
  authorization: string
  token: string
  fileId: string
}
const grantFor = async (path: string): Promise<Grant> =>
  (await wire({ action: 'storage.getUploadMetadata', path, method: 'put' })).data

const put = (path: string, body: string, { authorization = '', token = '' }: Partial<Grant> = {}) =>
  raw(cloud.url, { method: 'PUT', path, headers: { authorization, 'x-cos-security-token': token }, body })

const pathOf = (url: string) => url.slice(cloud.url.length)

const linkFor = async (fileid: string, max_age?: number): Promise<string> => {
  const { data } = await wire({ action: 'storage.batchGetDownloadUrl', file_list: [{ fileid, max_age }] })
  return pathOf(encodeURI(data.download_list[0].tempFileURL))
}

const stored = () => readdirSync(join(cloud.dataDir, 'storage'))

describe('uploading', () => {
  it('keeps the file once it has been granted', async () => {
    const grant = await grantFor('photos/图 1.png')
    expect(await put(pathOf(grant.url), 'pixels', grant)).toMatchObject({ status: 200, text: '' })
    const { text, headers } = await raw(cloud.url, { path: await linkFor(grant.fileId) })
    expect(text).toBe('pixels')
    expect(headers).toMatchObject({ 'content-type': 'image/png', 'x-content-type-options': 'nosniff' })
    expect(headers['content-security-policy']).toContain('sandbox')
  })

  it('replaces a file of the same path', async () => {
    for (const text of ['first', 'second']) {
      const grant = await grantFor('notes/a.txt')
      await put(pathOf(grant.url), text, grant)
    }
    const { fileId } = await grantFor('notes/a.txt')
    expect((await raw(cloud.url, { path: await linkFor(fileId) })).text).toBe('second')
  })

  it('is refused without a grant, with another path’s, a second time, and too late', async () => {
    const grant = await grantFor('granted.txt')
    const before = stored().length
    const refused = { status: 403, text: expect.stringContaining('SignatureDoesNotMatch') }
    expect(await put('/cos/granted.txt', 'x')).toMatchObject(refused)
    expect(await put('/cos/granted.txt', 'x', { ...grant, token: 'other' })).toMatchObject(refused)
    expect(await put('/cos/other.txt', 'x', grant)).toMatchObject(refused)
    expect(stored()).toHaveLength(before)
    expect(await put('/cos/granted.txt', 'x', grant)).toMatchObject({ status: 200 })
    expect(await put('/cos/granted.txt', 'y', grant)).toMatchObject(refused)
    const late = await grantFor('late.txt')
    now += 16 * 60_000
    expect(await put('/cos/late.txt', 'x', late)).toMatchObject(refused)
  })

  it.each([
    '../outside.txt',
    'a/../../outside.txt',
    '/absolute.txt',
    'a//b.txt',
    './a.txt',
    'a/.',
    'a\\..\\b.txt',
    '%2e%2e/b.txt',
    'a\u0000.txt',
    'a?b.txt',
    'a#b.txt',
    '',
    `${'长'.repeat(300)}.txt`,
  ])('is not granted for %j', async (path) => {
    expect(await wire({ action: 'storage.getUploadMetadata', path, method: 'put' })).toMatchObject({
      code: 'INVALID_PARAM',
    })
  })

  it.each(['/cos/../outside.txt', '/cos/%2e%2e/outside.txt', '/cos/..%2foutside.txt', '/cos/a%00b', '/cos/%E0%A4%A'])(
    'leads nowhere else by address (%s)',
    async (path) => {
      const grant = await grantFor('inside.txt')
      expect((await put(path, 'x', grant)).status).toBeGreaterThanOrEqual(400)
      expect((await raw(cloud.url, { path })).status).toBeGreaterThanOrEqual(400)
    },
  )

  it('leaves nothing behind when the sender goes away halfway', async () => {
    const { url, authorization, token, fileId } = await grantFor('halfway.txt')
    const before = stored()
    await new Promise((done) => {
      const { hostname, port, pathname } = new URL(url)
      const headers = { authorization, 'x-cos-security-token': token, 'content-length': '100' }
      const sending = request({ hostname, port, path: pathname, method: 'PUT', headers }).on('error', done)
      sending.write('half', () => setTimeout(() => sending.destroy(new Error('gone')), 50))
    })
    expect(await eventually(stored, (names) => names.length === before.length)).toEqual(before)
    const { data } = await wire({ action: 'storage.batchGetDownloadUrl', file_list: [{ fileid: fileId }] })
    expect(data.download_list[0].code).toBe('STORAGE_FILE_NONEXIST')
  })
})

describe('a stored file', () => {
  it('is there after a restart', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'storage-'))
    const first = await openHost({ dataDir })
    const { value } = (await first.probe('upload', { cloudPath: 'photos/图 2.txt', text: '旧照片' })) as {
      value: { fileID: string }
    }
    await first.close()
    const second = await openHost({ dataDir })
    expect(await second.probe('download', value)).toEqual({ value: '旧照片' })
    await second.close()
    rmSync(dataDir, { recursive: true, force: true })
  })
})

describe('a link', () => {
  it('opens its own file, for its own time', async () => {
    const grant = await grantFor('linked.txt')
    await put(pathOf(grant.url), 'here', grant)
    const link = await linkFor(grant.fileId, 60)
    expect((await raw(cloud.url, { path: link })).status).toBe(200)
    expect((await raw(cloud.url, { path: link, method: 'HEAD' })).headers['content-length']).toBe('4')
    expect((await raw(cloud.url, { path: link.replace('linked', 'notes/a') })).status).toBe(403)
    expect((await raw(cloud.url, { path: link.replace(/t=\d+/, 't=9999999999') })).status).toBe(403)
    expect((await raw(cloud.url, { path: '/cos/linked.txt' })).status).toBe(403)
    now += 61_000
    expect((await raw(cloud.url, { path: link })).status).toBe(403)
  })

  it('does not run what a visitor uploaded', async () => {
    const grant = await grantFor('page.html')
    await put(pathOf(grant.url), '<script>alert(1)</script>', grant)
    const { headers } = await raw(cloud.url, { path: await linkFor(grant.fileId) })
    expect(headers['content-type']).toBe('application/octet-stream')
  })

  it('is asked for by fifty files at most', async () => {
    const file_list = Array.from({ length: 51 }, (_, index) => ({ fileid: `${index}` }))
    expect(await wire({ action: 'storage.batchGetDownloadUrl', file_list })).toMatchObject({ code: 'INVALID_PARAM' })
  })

  it('is not given for another environment’s file', async () => {
    const { data } = await wire({
      action: 'storage.batchGetDownloadUrl',
      file_list: [{ fileid: 'cloud://other.6c6f-local-1300000000/linked.txt' }, { fileid: 7 }, null],
    })
    expect(data.download_list.map(({ code }: { code: string }) => code)).toEqual([
      'STORAGE_FILE_NONEXIST',
      'STORAGE_FILE_NONEXIST',
      'STORAGE_FILE_NONEXIST',
    ])
  })
})
