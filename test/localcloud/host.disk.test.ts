import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { replaceFile } from '../../cloudfunctions/_localcloud/disk/owner.files'
import { openSubscriptionLedger } from '../../cloudfunctions/_localcloud/openapi/subscription.ledger'
import { openFileStore } from '../../cloudfunctions/_localcloud/storage/file.store'
import { openTestDatabase } from './database.opened'
import { openHost, raw } from './host.opened'

const { steps } = vi.hoisted(() => ({ steps: [] as string[] }))

// the disk itself cannot be asked what it was told, so the calls are written down on their way
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>()
  const written =
    <Parameters extends unknown[], Result>(name: string, call: (...given: Parameters) => Result) =>
    (...given: Parameters): Result => {
      steps.push(name)
      return call(...given)
    }
  return { ...fs, fsyncSync: written('fsync', fs.fsyncSync), renameSync: written('rename', fs.renameSync) }
})

let directory: string

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'disk-'))
  steps.length = 0
})
afterEach(() => {
  vi.restoreAllMocks()
  rmSync(directory, { recursive: true, force: true })
})

const modeOf = (path: string) => statSync(path).mode & 0o777
const everything = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name))

describe('a file that is replaced', () => {
  it('is on disk before it has its name, and has its name on disk before anybody hears of it', () => {
    replaceFile(join(directory, 'a.json'), '{}')
    expect(steps).toEqual(['fsync', 'rename', 'fsync'])
    expect(readdirSync(directory)).toEqual(['a.json'])
  })

  it('is how credits and the names of uploads are kept', async () => {
    openSubscriptionLedger(join(directory, 'subscriptions.json')).grant('o', ['T'])
    expect(steps).toEqual(['fsync', 'rename', 'fsync'])
    const files = openFileStore(join(directory, 'storage'))
    steps.length = 0
    await files.put('a.txt', Readable.from([Buffer.from('a')]))
    expect(steps.slice(0, 3)).toEqual(['fsync', 'rename', 'fsync'])
  })
})

describe('credits', () => {
  it.each(['', '{', 'null', '[]', '7', '{"o":null}', '{"o":7}', '{"o":{"T":"1"}}', '{"o":{"T":-1}}'])(
    'begin anew when their file says %j, which is kept aside',
    (text) => {
      const said = vi.spyOn(console, 'error').mockReturnValue()
      const file = join(directory, 'subscriptions.json')
      writeFileSync(file, text)
      const ledger = openSubscriptionLedger(file)
      expect(said).toHaveBeenCalledOnce()
      expect(readFileSync(`${file}.broken`, 'utf8')).toBe(text)
      expect(ledger.spend('o', 'T')).toBe(false)
      ledger.grant('o', ['T'])
      expect(openSubscriptionLedger(file).spend('o', 'T')).toBe(true)
    },
  )

  it('are bounded for each person and template', () => {
    const file = join(directory, 'subscriptions.json')
    writeFileSync(file, JSON.stringify({ o: { T: 999 } }))
    const ledger = openSubscriptionLedger(file)
    expect(ledger.grant('o', ['T'])).toEqual(new Set(['T']))
    expect(ledger.grant('o', ['T', 'U'])).toEqual(new Set(['U']))
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ o: { T: 1000, U: 1 } })
  })
})

describe('stored files', () => {
  const put = (store: ReturnType<typeof openFileStore>, path: string) => store.put(path, Readable.from(['x']))

  it('are found again without what an interrupted upload left', async () => {
    await put(openFileStore(directory), 'a.txt')
    for (const name of ['b.part', 'c.json.new', `${'0'.repeat(64)}.json`]) writeFileSync(join(directory, name), '{}')
    const store = openFileStore(directory)
    expect(store.list(0, 10).map(({ path }) => path)).toEqual(['a.txt'])
    expect(readdirSync(directory)).toHaveLength(2)
  })

  it('are listed and served beside one whose name was lost, until it is uploaded again', async () => {
    const store = openFileStore(directory)
    await put(store, 'a.txt')
    const name = readdirSync(directory).find((each) => each.endsWith('.json')) ?? ''
    await put(store, 'b.txt')
    for (const text of ['', '{', 'null', '{"path":7}']) {
      writeFileSync(join(directory, name), text)
      expect(store.list(0, 10).map(({ path }) => path)).toEqual(['b.txt'])
    }
    expect([store.count(), store.find('a.txt')?.size]).toEqual([2, 1])
    await put(store, 'a.txt')
    expect(store.list(0, 10)).toHaveLength(2)
  })
})

describe('the data of a local cloud', () => {
  it('is its owner’s alone, from the first start and again when it was not', async () => {
    const cloud = await openHost({ personas: [] })
    const exposed = () => [cloud.dataDir, ...everything(cloud.dataDir)].filter((path) => modeOf(path) & 0o077)
    try {
      await cloud.probe('upload', { cloudPath: 'a.txt', text: 'x' })
      await cloud.probe('print', { line: 'x' })
      cloud.log('contract-probe')
      expect(everything(cloud.dataDir).length).toBeGreaterThan(4)
      expect(existsSync(join(cloud.dataDir, 'database.sqlite-wal'))).toBe(true)
      expect(exposed()).toEqual([])
      expect(modeOf(cloud.dataDir)).toBe(0o700)
      expect((await raw(cloud.url, { path: '/console/storage' })).text).toContain('a.txt')
    } finally {
      await cloud.close()
    }
  })

  it('holds nothing in its database file that was removed from it', async () => {
    const file = join(directory, 'database.sqlite')
    const phone = (index: number) => `1389999${String(index).padStart(4, '0')}`
    const held = () => readdirSync(directory).filter((name) => readFileSync(join(directory, name)).includes('1389999'))

    const before = openTestDatabase({ file })
    for (let index = 0; index < 60; index += 1) await before.add('notes', { _id: `n${index}`, phone: phone(index) })
    before.database.close()
    expect(held()).toEqual(['database.sqlite'])

    const after = openTestDatabase({ file })
    for (let index = 0; index < 60; index += 1)
      if (index % 2) await after.update('notes', { _id: `n${index}` }, { $set: { phone: null } })
      else
        await after.ask('removeDocument', { collectionName: 'notes', queryType: 'WHERE', query: `{"_id":"n${index}"}` })
    after.database.close()
    expect(held()).toEqual([])
  })
})
