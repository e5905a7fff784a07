import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import indexes from '../../cloudfunctions/indexes.json'
import type { IndexFile } from '../../cloudfunctions/_localcloud/database/index.file'
import { hospital } from '../../cloudfunctions/_localcloud/demo/busy-monday.story'
import { type LocalCloud, startLocalCloud } from '../../cloudfunctions/_localcloud/local-cloud'
import { aFiling, SETUP_CODE } from '../functions/opened.cloud'

const SDK = resolve('node_modules/wx-server-sdk')
const ADMINISTRATOR = { openid: 'openid-administrator' }

// stands in the function's own node_modules before the real SDK, as nothing of this project does
const WITHOUT_CONTEXT = `
const sdk = require(${JSON.stringify(SDK)})
const refuse = () => { throw new Error('the WX context was read') }
module.exports = new Proxy(sdk, { get: (target, key) => (key === 'getWXContext' ? refuse : target[key]) })
`

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

const aFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'deployed-'))
  folders.push(folder)
  return folder
}

/** A folder as it was deployed, away from this project, with the SDK as its only package. */
const deployed = (folder: string, name: string, linkSdk: (packages: string) => void) => {
  cpSync(join('dist/cloudfunctions', name), join(folder, name), { recursive: true })
  const packages = join(folder, name, 'node_modules')
  mkdirSync(packages)
  linkSdk(packages)
}

const withSdk = (packages: string) => symlinkSync(SDK, join(packages, 'wx-server-sdk'))
const withoutContext = (packages: string) => {
  mkdirSync(join(packages, 'wx-server-sdk'))
  writeFileSync(join(packages, 'wx-server-sdk', 'index.js'), WITHOUT_CONTEXT)
}

const opened = async (linkForComplaint: (packages: string) => void): Promise<LocalCloud> => {
  const functions = aFolder()
  deployed(functions, 'hospital', withSdk)
  deployed(functions, 'complaint', linkForComplaint)
  const cloud = await startLocalCloud({
    dataDir: aFolder(),
    functionsDirs: [functions],
    indexes: indexes as IndexFile,
    port: 0,
    timers: false,
    functionEnvironment: { hospital: { SETUP_CODE } },
  })
  const founding = { action: 'found', input: { setupCode: SETUP_CODE, administrator: '韩工', hospital } }
  expect(await cloud.invoke('hospital', founding, ADMINISTRATOR)).toMatchObject({ ok: true })
  return cloud
}

const filing = () => ({ action: 'file', input: aFiling({ touchpointId: null }) })

describe('a function as it is deployed', () => {
  it('runs in a folder of its own with nothing but the SDK', async () => {
    const cloud = await opened(withSdk)
    expect(await cloud.invoke('complaint', filing())).toMatchObject({ ok: true })
    expect(await cloud.invoke('complaint', { action: 'inbox', input: {} }, ADMINISTRATOR)).toMatchObject({
      code: 'auth.forbidden',
    })
    await cloud.close()
  })

  it('reads no WX context where an action needs no identity, whoever calls', async () => {
    const cloud = await opened(withoutContext)
    for (const caller of [undefined, ADMINISTRATOR])
      expect(await cloud.invoke('complaint', filing(), caller)).toMatchObject({ ok: true })
    expect(await cloud.invoke('complaint', { action: 'inbox', input: {} }, ADMINISTRATOR)).toMatchObject({
      ok: false,
      code: 'system.failed',
    })
    await cloud.close()
  })
})
