import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../cloudfunctions/_localcloud/database/database'
import {
  closeConnection,
  openConnection,
  requireDurable,
} from '../../cloudfunctions/_localcloud/database/sqlite.connection'
import { aFile, NOW, openTestDatabase } from './database.opened'

const CHILD = fileURLToPath(new URL('database.crash.child.ts', import.meta.url))

const startChild = (file: string, mode: string) => {
  const child = spawn(process.execPath, ['--import', 'tsx', CHILD, file, mode], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines: string[] = []
  let rest = ''
  child.stdout.on('data', (chunk: Buffer) => {
    const parts = `${rest}${chunk}`.split('\n')
    rest = parts.pop() ?? ''
    lines.push(...parts)
  })
  return { child, lines }
}

const until = async (holds: () => boolean) => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5))
}

const kill = async (child: ChildProcess) => {
  const closed = once(child, 'close')
  child.kill('SIGKILL')
  await closed
}

describe('a commit', () => {
  it('survives kill -9: whatever was answered is there once, and no request is there in part', async () => {
    for (const answers of [1, 40, 150]) {
      const file = aFile()
      const { child, lines } = startChild(file, 'write')
      await until(() => lines.length > answers)
      await kill(child)
      const answered = lines
        .filter((line) => line.startsWith('answered '))
        .map((line) => line.slice('answered '.length))
      expect(answered.length).toBeGreaterThanOrEqual(answers)
      const opened = openTestDatabase({ file })
      const parts = new Map<unknown, number>()
      for (const document of opened.database.exportAll().split('\n')) {
        const { request } = JSON.parse(document).document
        parts.set(request, (parts.get(request) ?? 0) + 1)
      }
      expect(answered.filter((request) => parts.get(request) !== 3)).toEqual([])
      expect([...parts.values()].filter((count) => count !== 3)).toEqual([])
      opened.close()
    }
  })

  it('that is killed between its writes and COMMIT answered nobody and left nothing', async () => {
    const file = aFile()
    const { child, lines } = startChild(file, 'stop')
    await until(() => lines.includes('executed'))
    await kill(child)
    expect(lines).toEqual(['open', 'executed'])
    const opened = openTestDatabase({ file })
    expect(await opened.count('notes')).toBe(0)
    opened.close()
  })

  it('is shared by the writes of one turn', async () => {
    let commits = 0
    const opened = openTestDatabase({ beforeCommit: () => commits++ })
    await Promise.all(Array.from({ length: 50 }, (_, n) => opened.add('notes', { n })))
    expect(commits).toBe(1)
    expect(await opened.count('notes')).toBe(50)
    opened.close()
  })

  it('keeps the failure of one request from its neighbours', async () => {
    const opened = openTestDatabase()
    await opened.add('notes', { _id: 'taken' })
    const outcomes = await Promise.allSettled([
      opened.add('notes', { _id: 'a' }),
      opened.add('notes', { _id: 'b' }, { _id: 'taken' }),
      opened.add('notes', { _id: 'c' }),
    ])
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect((await opened.get('notes')).map((document) => document['_id'])).toEqual(['taken', 'a', 'c'])
    opened.close()
  })

  it('that fails fails every request of its turn and leaves nothing', async () => {
    let isBroken = true
    const opened = openTestDatabase({
      beforeCommit: () => {
        if (isBroken) throw new Error('disk full')
      },
    })
    const outcomes = await Promise.allSettled([opened.add('notes', { n: 1 }), opened.add('notes', { n: 2 })])
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    isBroken = false
    await opened.add('notes', { _id: 'after' })
    expect(await opened.get('notes')).toEqual([{ _id: 'after' }])
    opened.close()
  })

  it('is not read before it is done', async () => {
    const opened = openTestDatabase()
    const adding = opened.add('notes', { n: 1 })
    expect(await opened.count('notes')).toBe(0)
    await adding
    expect(await opened.count('notes')).toBe(1)
    opened.close()
  })
})

describe('the file', () => {
  it('has one owner at a time', () => {
    const opened = openTestDatabase()
    expect(() => openTestDatabase({ file: opened.file })).toThrow(/is open elsewhere/)
    opened.close()
  })

  it('is refused to a second process, and free once the first is killed', async () => {
    const file = aFile()
    const { child, lines } = startChild(file, 'stop')
    await until(() => lines.includes('executed'))
    expect(() => openTestDatabase({ file })).toThrow(/is open elsewhere/)
    await kill(child)
    openTestDatabase({ file }).close()
  })

  it('is refused where a commit is not a commit on disk', () => {
    expect(() => openDatabase({ file: ':memory:', indexes: {}, clock: () => NOW })).toThrow(
      /journal_mode memory, needs wal/,
    )
  })

  it.each([
    ['synchronous = NORMAL', /synchronous 1, needs 2/],
    ['synchronous = OFF', /synchronous 0, needs 2/],
    ['journal_mode = DELETE', /journal_mode delete, needs wal/],
  ])('is judged by what its own connection reports (%s)', (setting, message) => {
    const file = aFile()
    const connection = openConnection(file)
    expect(() => requireDurable(connection, file)).not.toThrow()
    connection.exec(`PRAGMA ${setting}`)
    expect(() => requireDurable(connection, file)).toThrow(message)
    closeConnection(connection)
  })

  it('keeps its documents, and takes new indexes over old documents', async () => {
    const file = aFile()
    const first = openTestDatabase({ file })
    await first.add('notes', ...Array.from({ length: 2500 }, (_, n) => ({ _id: `n${n}`, n: n % 7, when: new Date(n) })))
    await first.add('notes', { _id: 'list', n: [3, 4] })
    first.database.close()
    const keys = [['n', 1]]
    const second = openTestDatabase({ file, indexes: { notes: { indexes: [{ name: 'by_n', keys }] } } })
    expect(await second.count('notes', { n: 3 })).toBe(Math.ceil((2500 - 3) / 7) + 1)
    expect((await second.get('notes', { n: { $gt: 6 } })).length).toBe(0)
    second.database.close()
    const third = openTestDatabase({ file })
    expect(await third.count('notes', { n: 3 })).toBe(Math.ceil((2500 - 3) / 7) + 1)
    third.close()
  })

  it('refuses a unique index over documents that break it', async () => {
    const file = aFile()
    const first = openTestDatabase({ file })
    await first.add('notes', { no: 1 }, { no: 1 })
    first.database.close()
    const indexes = { notes: { indexes: [{ name: 'by_no', keys: [['no', 1]], unique: true }] } }
    expect(() => openTestDatabase({ file, indexes })).toThrow(/UNIQUE/)
    openTestDatabase({ file }).close()
  })

  it('exports every document and shows pages of them', async () => {
    const opened = openTestDatabase({ indexes: { notes: { indexes: [] }, others: { indexes: [] } } })
    await opened.add('notes', { _id: 'a', when: new Date(NOW) })
    await opened.add('others', { _id: 'b' })
    expect(
      opened.database
        .exportAll()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([
      { collection: 'notes', document: { _id: 'a', when: '2026-01-05T08:00:00.000Z' } },
      { collection: 'others', document: { _id: 'b' } },
    ])
    expect(opened.database.page('notes', 0, 10)).toEqual([{ _id: 'a', when: '2026-01-05T08:00:00.000Z' }])
    expect(opened.database.collections()).toEqual([
      { name: 'notes', count: 1 },
      { name: 'others', count: 1 },
    ])
    opened.close()
  })
})
