import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import indexes from '../../cloudfunctions/indexes.json'
import type { IndexFile } from '../../cloudfunctions/_localcloud/database/index.file'
import { hospital } from '../../cloudfunctions/_localcloud/demo/busy-monday.story'
import { type LocalCloud, startLocalCloud } from '../../cloudfunctions/_localcloud/local-cloud'
import { aFiling, SETUP_CODE } from '../functions/opened.cloud'

const CHILD = fileURLToPath(new URL('host.crash.child.ts', import.meta.url))
const folders: string[] = []
const children: ReturnType<typeof spawn>[] = []
afterAll(() => {
  for (const child of children) child.kill('SIGKILL')
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

const aFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'crash-'))
  folders.push(folder)
  return folder
}

const until = async (holds: () => boolean) => {
  while (!holds()) await new Promise((done) => setTimeout(done, 5))
}

/** A local cloud in a process of its own, with a hospital founded in it. */
const startChild = async (dataDir: string) => {
  const child = spawn(process.execPath, ['--import', 'tsx', CHILD, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(child)
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk
  })
  await until(() => output.includes('\n'))
  const url = output.trim()
  const call = async (name: string, action: string, input: unknown, cookie = ''): Promise<{ ok: boolean }> => {
    const response = await fetch(`${url}/api/fn/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({ action, input }),
    })
    return (await response.json()) as { ok: boolean }
  }
  const founding = { setupCode: SETUP_CODE, administrator: '韩工', hospital }
  expect(await call('hospital', 'found', founding, 'persona=administrator')).toMatchObject({ ok: true })
  return {
    file: (filing: unknown) => call('complaint', 'file', filing),
    output: () => output,
    async kill() {
      const closed = once(child, 'close')
      child.kill('SIGKILL')
      await closed
    },
  }
}

const reopened = (dataDir: string) =>
  startLocalCloud({
    dataDir,
    functionsDirs: ['dist/cloudfunctions'],
    indexes: indexes as IndexFile,
    port: 0,
    timers: false,
  })

const filed = (cloud: LocalCloud): { id: string; text: string; secretHash: string }[] =>
  cloud
    .exportAll()
    .split('\n')
    .map((line) => JSON.parse(line))
    .filter(({ collection }) => collection === 'complaints')
    .map(({ document }) => document)

const ANONYMOUS = { touchpointId: null, careSetting: 'other' }

describe('a local cloud that is killed while complaints come in', () => {
  it('has every complaint it acknowledged, once, and nothing twice when the phones send again', async () => {
    const dataDir = aFolder()
    const child = await startChild(dataDir)
    const sent: ReturnType<typeof aFiling>[] = []
    const acknowledged: string[] = []
    const phone = async () => {
      for (;;) {
        const filing = aFiling(ANONYMOUS)
        sent.push(filing)
        const reply = await child.file(filing).catch(() => null)
        if (!reply) return
        expect(reply).toMatchObject({ ok: true })
        acknowledged.push(filing.complaintId)
      }
    }
    const phones = Array.from({ length: 8 }, phone)
    await until(() => acknowledged.length >= 60)
    await child.kill()
    await Promise.all(phones)
    expect(sent.length).toBeGreaterThan(acknowledged.length)

    const cloud = await reopened(dataDir)
    const ids = filed(cloud).map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(acknowledged.filter((id) => !ids.includes(id))).toEqual([])
    for (const filing of sent)
      expect(await cloud.invoke('complaint', { action: 'file', input: filing })).toMatchObject({ ok: true })
    expect(
      filed(cloud)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(sent.map(({ complaintId }) => complaintId as string).sort())
    await cloud.close()
  })

  it('between the writes and COMMIT, answered nobody and keeps nothing of them', async () => {
    const dataDir = aFolder()
    const child = await startChild(dataDir)
    const before = aFiling(ANONYMOUS)
    expect(await child.file(before)).toMatchObject({ ok: true })
    writeFileSync(join(dataDir, 'stop-before-commit'), '')
    const answers = Array.from({ length: 4 }, () => child.file(aFiling(ANONYMOUS)).catch(() => 'no answer'))
    await until(() => child.output().includes('executed'))
    await child.kill()
    expect(await Promise.all(answers)).toEqual(answers.map(() => 'no answer'))

    const cloud = await reopened(dataDir)
    expect(filed(cloud).map(({ id }) => id)).toEqual([before.complaintId])
    await cloud.close()
  })
})
