import type { PastVisitImport, ReportedVisits, StoredMonth } from '#domain/hospital/visits.contract'
import { randomBytes } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { founded, openCloud, type OpenedCloud, OPENIDS } from './opened.cloud'

const { administrator, officer, handler } = OPENIDS
const LEADER = 'openid-leader'

let skippedMs = 0
/** Commits of the database that still happen; after them it refuses every one. */
let commitsLeft = Number.POSITIVE_INFINITY
const beforeCommit = () => {
  commitsLeft -= 1
  if (commitsLeft < 0) throw new Error('the disk is gone')
}

let cloud: OpenedCloud
beforeAll(async () => {
  cloud = await openCloud({ beforeCommit, clock: () => Date.now() + skippedMs })
  await founded(cloud)
  await ask('addDepartment', { id: '04', name: '外科' })
  const leader = { staffId: 'S9', number: 'QJ-S9', name: '院长', departmentId: null, roles: ['leader'] }
  await ask('addPerson', leader)
  await ask('invite', { people: [{ staffId: 'S9', code: 'L'.repeat(16).replaceAll('L', '7') }] })
  expect(await ask('join', { number: 'QJ-S9', code: '7'.repeat(16) }, LEADER)).toMatchObject({ ok: true })
})
afterEach(() => {
  commitsLeft = Number.POSITIVE_INFINITY
})
afterAll(() => cloud.close())

const ask = (action: string, input: unknown, openid: string = administrator) =>
  cloud.call('hospital', action, input, openid)

const aBatch = () => randomBytes(16).toString('hex')
const month = (count: number) => ({ by: 'month' as const, count })
const said = (departmentId: string, outpatient: number, more: object = {}) =>
  ({ departmentId, outpatient: month(outpatient), ...more }) as ReportedVisits

const storedMonths = async (...months: string[]): Promise<StoredMonth[]> => {
  const { value, code } = await ask('visits', { months })
  if (!value) throw new Error(code)
  return value['rows'] as StoredMonth[]
}
const seenOf = async (of: string) => (await storedMonths(of))[0]?.rev ?? null
/** `{ '2026-01': { '03.01': 5 } }` */
const outpatients = async (...months: string[]) =>
  Object.fromEntries(
    (await storedMonths(...months)).map(({ month: of, departments }) => [
      of,
      Object.fromEntries(
        departments.map(({ departmentId, outpatient }) => [
          departmentId,
          outpatient?.by === 'month' ? outpatient.count : outpatient?.days,
        ]),
      ),
    ]),
  )

type Months = Record<string, ReportedVisits[]>

const stage = async (batchId: string, months: Months) => {
  for (const [of, departments] of Object.entries(months)) {
    const part = { batchId, fileName: '人次.xlsx', month: of, seen: await seenOf(of), departments }
    expect(await ask('stageVisits', part)).toMatchObject({ ok: true })
  }
}
const commit = (batchId: string, ...months: string[]) => ask('commitVisits', { batchId, months })
const undo = (batchId: string) => ask('undoVisits', { batchId })

const imported = async (months: Months) => {
  const batchId = aBatch()
  await stage(batchId, months)
  expect(await commit(batchId, ...Object.keys(months))).toMatchObject({ ok: true })
  return batchId
}

const pastImports = async (): Promise<PastVisitImport[]> => {
  const { value, code } = await ask('visitImports', {})
  if (!value) throw new Error(code)
  return value['rows'] as PastVisitImport[]
}
const past = async (batchId: string) => (await pastImports()).find(({ id }) => id === batchId)

const documentsOf = (name: string): Record<string, unknown>[] =>
  cloud
    .exportAll()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { collection: string; document: Record<string, unknown> })
    .filter(({ collection }) => collection === name)
    .map(({ document }) => document)

describe('visits', () => {
  it('are the administrator’s alone', async () => {
    const part = { batchId: aBatch(), fileName: 'a.csv', month: '2025-01', seen: null, departments: [said('04', 1)] }
    const before = cloud.exportAll()
    for (const openid of [officer, handler, LEADER, 'openid-visitor']) {
      for (const [action, input] of [
        ['visits', { months: ['2025-01'] }],
        ['visitMapping', {}],
        ['rememberVisitMapping', { rev: null, columns: [], departments: [] }],
        ['stageVisits', part],
        ['commitVisits', { batchId: part.batchId, months: ['2025-01'] }],
        ['visitImports', {}],
        ['undoVisits', { batchId: part.batchId }],
      ] as const) {
        expect([action, await ask(action, input, openid)]).toMatchObject([action, { code: 'auth.forbidden' }])
      }
    }
    expect(cloud.exportAll()).toBe(before)
  })

  it('come in whole, wait for the figures, and are there once however often they are sent', async () => {
    const batchId = aBatch()
    const days = { by: 'day' as const, days: [3, 4, ...Array<null>(26).fill(null)] }
    const months = {
      '2025-02': [said('04', 30), said('03.01', 70, { discharges: days })],
      '2025-03': [said('03.01', 80)],
    }
    await stage(batchId, months)
    expect(await storedMonths('2025-02', '2025-03')).toEqual([])
    expect(await past(batchId)).toBeUndefined()

    const first = await commit(batchId, '2025-02', '2025-03')
    expect(first).toMatchObject({ ok: true, value: { changed: 4 } })
    expect(await outpatients('2025-03', '2025-02')).toEqual({
      '2025-02': { '03.01': 70, '04': 30 },
      '2025-03': { '03.01': 80 },
    })
    expect((await storedMonths('2025-02'))[0]?.departments[0]).toMatchObject({
      departmentId: '03.01',
      discharges: days,
    })
    expect(documentsOf('visits').every(({ pending }) => pending === true)).toBe(true)

    const before = cloud.exportAll()
    expect(await commit(batchId, '2025-03', '2025-02')).toEqual(first)
    // The very parts sent again, by a page that heard no answer.
    const part = { batchId, fileName: '人次.xlsx', month: '2025-03', seen: null, departments: months['2025-03'] }
    expect(await ask('stageVisits', part)).toMatchObject({ ok: true, value: { changed: 1 } })
    expect(await ask('stageVisits', { ...part, departments: [said('03.01', 81)] })).toMatchObject({
      code: 'visits.import_finished',
    })
    expect(cloud.exportAll()).toBe(before)
  })

  it('that are the same as what is there change nothing and cover nothing', async () => {
    const batchId = await imported({ '2025-04': [said('04', 30)], '2025-05': [said('04', 31)] })
    const again = aBatch()
    await stage(again, { '2025-04': [said('04', 30)] })
    expect(await commit(again, '2025-04')).toMatchObject({ value: { changed: 0 } })
    expect(await past(again)).toBeUndefined()
    expect(await past(batchId)).toMatchObject({ covered: false, changed: 2 })
  })

  it('are corrected later, a month at a time', async () => {
    await imported({ '2025-06': [said('04', 30), said('03.01', 10)] })
    await imported({ '2025-06': [said('04', 33), { departmentId: '03.01', outpatient: null } as ReportedVisits] })
    expect(await outpatients('2025-06')).toEqual({ '2025-06': { '04': 33 } })
  })

  it('are taken as the last part says that was laid aside', async () => {
    const batchId = aBatch()
    await stage(batchId, { '2025-07': [said('04', 1)], '2025-08': [said('04', 2)] })
    await stage(batchId, { '2025-07': [said('04', 3)] })
    expect(await commit(batchId, '2025-07')).toMatchObject({ value: { changed: 1 } })
    expect(await outpatients('2025-07', '2025-08')).toEqual({ '2025-07': { '04': 3 } })
  })

  it('may be laid aside many months at once', async () => {
    const batchId = aBatch()
    const months = Array.from({ length: 12 }, (_, at) => `2020-${String(at + 1).padStart(2, '0')}`)
    const replies = await Promise.all(
      months.map((of) =>
        ask('stageVisits', { batchId, fileName: 'a.csv', month: of, seen: null, departments: [said('04', 5)] }),
      ),
    )
    expect(replies.filter(({ ok }) => !ok)).toEqual([])
    expect(await commit(batchId, ...months)).toMatchObject({ value: { changed: 12 } })
    expect(Object.keys(await outpatients(...months))).toEqual(months)
  })

  it.each([
    [{ departments: [said('04', 1), said('69', 1)] }, 'hospital.department_unknown', ['departments.1.departmentId']],
    [{ departments: [said('04', 1), said('04', 2)] }, 'input.invalid', ['departments']],
    [
      { departments: [{ departmentId: '04', outpatient: { by: 'day', days: Array(31).fill(1) } }] },
      'input.invalid',
      ['departments.0.outpatient'],
    ],
    [{ seen: 7, departments: [said('04', 1)] }, 'data.changed', undefined],
  ])('are refused where %j', async (about, code, fields) => {
    const part = { batchId: aBatch(), fileName: 'a.csv', month: '2025-09', seen: null, ...about }
    const before = cloud.exportAll()
    const reply = await ask('stageVisits', part)
    expect(reply).toMatchObject({ ok: false, code, ...(fields ? { fields } : {}) })
    expect(cloud.exportAll()).toBe(before)
  })

  it('of some days do not take the place of a figure of the month', async () => {
    await imported({ '2025-09': [said('04', 100)] })
    const days = [...Array<number>(29).fill(1), null]
    const part = { batchId: aBatch(), fileName: 'a.csv', month: '2025-09', seen: 0 }
    const reported = (all: (number | null)[]) => [{ departmentId: '04', outpatient: { by: 'day', days: all } }]
    expect(await ask('stageVisits', { ...part, departments: reported(days) })).toMatchObject({
      code: 'visits.partial_month',
      fields: ['departments.0.outpatient'],
    })
    expect(await ask('stageVisits', { ...part, departments: reported(days.map(() => 1)) })).toMatchObject({ ok: true })
  })
})

describe('an import of visits', () => {
  it('is refused whole when a colleague wrote in one of its months meanwhile', async () => {
    const batchId = aBatch()
    await stage(batchId, { '2024-01': [said('04', 1)], '2024-02': [said('04', 2)] })
    await imported({ '2024-02': [said('04', 9)] })
    expect(await commit(batchId, '2024-01', '2024-02')).toMatchObject({ code: 'data.changed' })
    expect(await outpatients('2024-01', '2024-02')).toEqual({ '2024-02': { '04': 9 } })
    // Looked at again, it goes in.
    await stage(batchId, { '2024-02': [said('04', 2)] })
    expect(await commit(batchId, '2024-01', '2024-02')).toMatchObject({ value: { changed: 2 } })
  })

  it('of two who import at once, lets one after the other through', async () => {
    const batches = [aBatch(), aBatch()]
    await stage(batches[0] as string, { '2024-03': [said('04', 1)], '2024-04': [said('04', 1)] })
    await stage(batches[1] as string, { '2024-03': [said('04', 2)], '2024-04': [said('04', 2)] })
    const replies = await Promise.all([...batches, ...batches].map((batchId) => commit(batchId, '2024-03', '2024-04')))
    expect(replies.some(({ ok }) => ok)).toBe(true)
    for (const { ok, code } of replies) if (!ok) expect(['data.changed', 'visits.busy']).toContain(code)
    const found = await outpatients('2024-03', '2024-04')
    expect(found['2024-03']).toEqual(found['2024-04'])
  })

  it('that nobody laid aside, or not all of it, is unknown', async () => {
    const batchId = aBatch()
    expect(await commit(batchId, '2024-05')).toMatchObject({ code: 'visits.import_unknown' })
    await stage(batchId, { '2024-05': [said('04', 1)] })
    expect(await commit(batchId, '2024-05', '2024-06')).toMatchObject({ code: 'visits.import_unknown' })
    expect(await undo(batchId)).toMatchObject({ code: 'visits.import_unknown' })
    expect(await storedMonths('2024-05')).toEqual([])
  })

  it('is listed with who did it, the newest first', async () => {
    const batchId = await imported({ '2024-07': [said('04', 1)], '2024-08': [said('04', 1)] })
    const rows = await pastImports()
    expect(rows[0]).toEqual({
      id: batchId,
      fileName: '人次.xlsx',
      months: ['2024-07', '2024-08'],
      changed: 2,
      importedBy: '韩工',
      importedAt: expect.any(Number),
      undoneAt: null,
      undoUntil: (rows[0]?.importedAt ?? 0) + 30 * 86_400_000,
      covered: false,
    })
    expect(rows.length).toBeLessThanOrEqual(20)
  })

  it('is taken back to what was there, once', async () => {
    await imported({ '2024-09': [said('04', 1), said('03.01', 5)] })
    const [before] = await storedMonths('2024-09')
    const batchId = await imported({ '2024-09': [said('04', 2)], '2024-10': [said('04', 3)] })
    const answer = await undo(batchId)
    expect(answer).toMatchObject({ ok: true, value: { months: ['2024-09', '2024-10'] } })
    const [restored, emptied] = await storedMonths('2024-09', '2024-10')
    expect(restored).toEqual({ ...before, rev: (before?.rev ?? 0) + 2 })
    expect(emptied).toEqual({ month: '2024-10', rev: 1, departments: [] })
    expect(documentsOf('visits').find(({ month: of }) => of === '2024-10')).toMatchObject({
      pending: true,
      batchId: null,
    })

    const after = cloud.exportAll()
    expect(await undo(batchId)).toEqual(answer)
    expect(await commit(batchId, '2024-09', '2024-10')).toMatchObject({ code: 'visits.import_finished' })
    expect(cloud.exportAll()).toBe(after)
    expect(await past(batchId)).toMatchObject({ undoneAt: expect.any(Number), covered: false })
  })

  it('that a later one covers is taken back after that one', async () => {
    const first = await imported({ '2024-11': [said('04', 1)], '2024-12': [said('04', 1)] })
    const second = await imported({ '2024-12': [said('03.01', 2)] })
    expect(await past(first)).toMatchObject({ covered: true })
    expect(await undo(first)).toMatchObject({ code: 'visits.import_covered' })
    expect(await outpatients('2024-11', '2024-12')).toEqual({
      '2024-11': { '04': 1 },
      '2024-12': { '03.01': 2, '04': 1 },
    })
    expect(await undo(second)).toMatchObject({ ok: true })
    expect(await past(first)).toMatchObject({ covered: false })
    expect(await undo(first)).toMatchObject({ ok: true })
    expect(await outpatients('2024-11', '2024-12')).toEqual({ '2024-11': {}, '2024-12': {} })
  })

  it('stays once 30 days are over', async () => {
    const long = async (days: number, of: string) => {
      const batchId = aBatch()
      const at = { daysAgo: days }
      const call = (action: string, input: unknown) =>
        cloud.invoke('hospital', { action, input }, { openid: administrator }, at)
      const part = { batchId, fileName: 'a.csv', month: of, seen: null, departments: [said('04', 1)] }
      expect(await call('stageVisits', part)).toMatchObject({ ok: true })
      expect(await call('commitVisits', { batchId, months: [of] })).toMatchObject({ ok: true })
      return batchId
    }
    expect(await undo(await long(31, '2023-01'))).toMatchObject({ code: 'visits.import_closed' })
    expect(await undo(await long(29, '2023-02'))).toMatchObject({ ok: true })
  })

  it('keeps no OPENID', () => {
    const lines = cloud
      .exportAll()
      .split('\n')
      .filter((line) => line.includes('"visit'))
    expect(lines.length).toBeGreaterThan(20)
    expect(lines.filter((line) => line.includes('openid'))).toEqual([])
  })
})

describe('an import of visits that the function does not survive', () => {
  const MONTHS = ['2022-01', '2022-02'] as const
  const now = () => outpatients(...MONTHS)
  let figure = 0

  /** Lays two months aside that are different from what is there. */
  const laidAside = async () => {
    figure += 1
    const before = await now()
    const batchId = aBatch()
    await stage(batchId, { [MONTHS[0]]: [said('04', figure)], [MONTHS[1]]: [said('04', 1000 + figure)] })
    return { batchId, before, whole: { [MONTHS[0]]: { '04': figure }, [MONTHS[1]]: { '04': 1000 + figure } } }
  }
  const written = async () => {
    const batch = await laidAside()
    expect(await commit(batch.batchId, ...MONTHS)).toMatchObject({ ok: true })
    return batch
  }
  type Batch = Awaited<ReturnType<typeof laidAside>>

  /** Ends the database before each commit of an act in turn, until it comes through. Answers how many it needs. */
  const endedEverywhere = async (
    prepare: () => Promise<Batch>,
    act: (batch: Batch) => ReturnType<typeof ask>,
    check: (batch: Batch) => Promise<void>,
  ) => {
    for (let commits = 0; commits < 30; commits += 1) {
      const batch = await prepare()
      commitsLeft = commits
      const { code } = await act(batch)
      commitsLeft = Number.POSITIVE_INFINITY
      await check(batch)
      if (code !== 'system.failed') return commits
    }
    throw new Error('it never came through')
  }
  const write = ({ batchId }: Batch) => commit(batchId, ...MONTHS)

  it('is there whole when asked again', async () => {
    const commits = await endedEverywhere(laidAside, write, async (batch) => {
      expect(await write(batch)).toMatchObject({ ok: true, value: { changed: 2 } })
      expect(await now()).toEqual(batch.whole)
    })
    expect(commits).toBeGreaterThanOrEqual(5)
  })

  it('is there whole or not at all when the next one goes in', async () => {
    const outcomes = new Set<string>()
    await endedEverywhere(laidAside, write, async ({ before, whole }) => {
      skippedMs += 31_000
      await imported({ '2022-03': [said('04', figure)] })
      const found = await now()
      expect([before, whole]).toContainEqual(found)
      outcomes.add(JSON.stringify(found) === JSON.stringify(whole) ? 'whole' : 'not at all')
    })
    expect([...outcomes].sort()).toEqual(['not at all', 'whole'])
  })

  it('is carried through within a minute', async () => {
    await endedEverywhere(laidAside, write, async ({ before, whole }) => {
      skippedMs += 31_000
      expect(await cloud.fireTimer('rollup')).toMatchObject({ ok: true })
      expect([before, whole]).toContainEqual(await now())
      expect(documentsOf('visit_locks')).toMatchObject([{ batchId: null }])
    })
  })

  it('is taken back whole', async () => {
    const commits = await endedEverywhere(
      written,
      ({ batchId }) => undo(batchId),
      async ({ batchId, before }) => {
        expect(await undo(batchId)).toMatchObject({ ok: true, value: { months: MONTHS } })
        expect(await now()).toEqual(before)
      },
    )
    expect(commits).toBeGreaterThanOrEqual(5)
  })

  it('is forgotten a day later when it was only laid aside', async () => {
    const { batchId } = await laidAside()
    const isThere = (name: string) =>
      documentsOf(name).some((one) => one['id'] === batchId || one['batchId'] === batchId)
    expect(await cloud.fireTimer('rollup')).toMatchObject({ ok: true })
    expect([isThere('visit_imports'), isThere('visit_import_parts')]).toEqual([true, true])
    skippedMs += 86_400_000
    expect(await cloud.fireTimer('rollup')).toMatchObject({ ok: true })
    expect([isThere('visit_imports'), isThere('visit_import_parts')]).toEqual([false, false])
  })
})

describe('how files are read', () => {
  const columns = [{ heading: '科室名称', field: 'department' }]
  const departments = [{ name: '呼吸内一', departmentId: '03.01' }]

  it('is remembered, and a colleague who was slower hears of it', async () => {
    expect(await ask('visitMapping', {})).toMatchObject({ value: { rev: null, columns: [], departments: [] } })
    const first = { rev: null, columns, departments }
    expect(await ask('rememberVisitMapping', first)).toMatchObject({ value: { rev: 0 } })
    expect(await ask('rememberVisitMapping', first)).toMatchObject({ value: { rev: 0 } })
    expect(await ask('rememberVisitMapping', { ...first, departments: [] })).toMatchObject({ code: 'data.changed' })
    expect(await ask('rememberVisitMapping', { ...first, rev: 0, departments: [] })).toMatchObject({
      value: { rev: 1 },
    })
    expect(await ask('rememberVisitMapping', { ...first, rev: 0, columns: [] })).toMatchObject({ code: 'data.changed' })
    const { value } = await ask('visitMapping', {})
    expect(value).toMatchObject({ rev: 1, columns, departments: [] })
    expect(value?.['known']).toContainEqual({ id: '04', name: '外科', retired: false })
  })
})
