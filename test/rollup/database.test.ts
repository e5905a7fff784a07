import { Complaint } from '#domain/complaint/complaint.model'
import { Hospital } from '#domain/hospital/hospital.model'
import { MonthOfVisits } from '#domain/hospital/visits.model'
import type { Instant } from '#domain/instant'
import { leafKeyOf, marked, monthKey, monthKeyOf } from '#domain/metrics/bucket.keys'
import { asCells, asStored, tally } from '#domain/metrics/tally'
import * as v from 'valibot'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { fold } from '../../cloudfunctions/rollup/fold'
import { aComplaint, beijing } from '../builders/complaint.builder'
import { type Dice, dice, HOSPITAL, instantOn } from './folding.stage'
import { openDatabase } from './opened.database'

const NIGHT = beijing('2026-11-20T02:10:00')
const DAYS = ['2026-09-30', '2026-10-01', '2026-10-02', '2026-10-31']

let database: Awaited<ReturnType<typeof openDatabase>>
beforeAll(async () => {
  database = await openDatabase()
})
afterAll(() => database.cloud.close())

const complaints = () => database.documents('complaints', Complaint)
const visits = () => database.documents('visits', MonthOfVisits)

let made = 0
const aNew = (about: Partial<v.InferInput<typeof Complaint>> = {}): Complaint => {
  made += 1
  const id = String(made).padStart(32, '0')
  const selector = String(10_000_000 + made)
  return aComplaint({ id, selector, hospitalId: HOSPITAL, receivedAt: beijing('2026-10-01T09:00:00'), ...about })
}

const file = async (about: Partial<v.InferInput<typeof Complaint>> = {}) => {
  const complaint = aNew(about)
  expect(await complaints().insert(marked(complaint))).toBe('inserted')
  return complaint
}

const foldAll = async () => {
  while ((await fold(database.store)) > 0);
}

const everything = (): Promise<Complaint[]> => complaints().list({ where: {}, limit: 1000 })

const emptied = async () => {
  for (const name of ['complaints', 'visits', 'rollup_days', 'rollup_months', 'rollup_city', 'rollup_rebuilds']) {
    await database.documents(name, v.object({ id: v.string(), rev: v.number() })).removeAll({ hospitalId: HOSPITAL })
  }
  await database.rebuilds.removeAll({ _id: HOSPITAL })
}
beforeEach(emptied)

/** Buckets against the documents themselves. */
const expectCounted = async () => {
  const all = await everything()
  for (const { id, cells } of await database.leaves.list({ where: {}, limit: 1000 })) {
    expect({ id, cells }).toEqual({ id, cells: asStored(tally(all.filter((one) => leafKeyOf(one) === id))) })
  }
  for (const { id, cells } of await database.months.list({ where: {}, limit: 1000 })) {
    const received = all.filter((one) => monthKeyOf(leafKeyOf(one)) === id)
    expect({ id, cells }).toEqual({ id, cells: asStored(tally(received)) })
  }
  expect(all.every(({ pending }) => !pending)).toBe(true)
}

const change = (chance: Dice) => ({
  receivedAt: instantOn(chance.pick(DAYS), chance.pick([0, 30, 479, 1439])),
  status: chance.pick(['submitted', 'closed', 'withdrawn'] as const),
  kind: chance.pick(['complaint', 'suggestion'] as const),
})

describe('folding in the real database', () => {
  it('ends at a full recount after random writes with three folders at work', async () => {
    const chance = dice(2026)
    for (let round = 0; round < 12; round += 1) {
      const writes = Array.from({ length: 6 }, async () => {
        const read = await complaints().find((await file(change(chance))).id)
        if (read && chance.next() < 0.7) await complaints().replace(marked({ ...read, ...change(chance) }, read))
      })
      await Promise.all([...writes, ...[1, 2, 3].map(() => fold(database.store))])
    }
    await foldAll()
    await expectCounted()
    expect((await everything()).length).toBe(72)
  })

  it('folds more than one batch, and more than a page of the database', async () => {
    for (let part = 0; part < 21; part += 1) {
      await Promise.all(Array.from({ length: 50 }, () => file({ receivedAt: beijing('2026-10-02T10:00:00') })))
    }
    const exact = await database.exactMonths(HOSPITAL, ['2026-10'])
    expect(Object.values(exact.months.get('2026-10')?.cells ?? {})).toEqual([1050])
    await foldAll()
    const [leaf] = await database.leaves.list({ where: {}, limit: 10 })
    expect(Object.values(asCells(leaf?.cells ?? ''))).toEqual([1050])
  })

  it('puts a complaint on the Beijing day it was received', async () => {
    await file({ receivedAt: beijing('2026-10-31T23:59:59') })
    await file({ receivedAt: beijing('2026-11-01T00:00:00') })
    await foldAll()
    const pages = await database.months.list({ where: {}, orderBy: [['_id', 'asc']], limit: 10 })
    expect(pages.map(({ month, cells }) => [month, Object.values(asCells(cells))])).toEqual([
      ['2026-10', [1]],
      ['2026-11', [1]],
    ])
  })

  it('sets visits, and sets them again', async () => {
    const set = async (count: number, rev: number | null) => {
      const month: MonthOfVisits = {
        id: monthKey(HOSPITAL, '2026-10'),
        rev: rev ?? 0,
        hospitalId: HOSPITAL,
        month: '2026-10',
        departments: v.parse(MonthOfVisits.entries.departments, [
          { departmentId: '03.01', outpatient: { by: 'month', count }, discharges: null },
        ]),
        batchId: null,
        pending: true,
      }
      if (rev === null) await visits().insert(month)
      else await visits().replace(month)
      const [live, page] = [
        (await database.exactMonths(HOSPITAL, ['2026-10'])).months.get('2026-10')?.visits,
        (await foldAll(), (await database.months.find(monthKey(HOSPITAL, '2026-10')))?.visits),
      ]
      expect(page).toEqual(live)
      return page?.departments
    }
    expect(await set(3754, null)).toMatchObject([{ outpatient: 3754, discharges: null }])
    expect(await set(3118, 0)).toMatchObject([{ outpatient: 3118 }])
  })
})

describe('the audit', () => {
  const key = `${HOSPITAL}|2026-10-01`
  const damage = async () => {
    const leaf = await database.leaves.find(key)
    if (!leaf) throw new Error('no leaf')
    await database.leaves.replace({ ...leaf, cells: leaf.cells.replace(/\d+$/, '7') })
  }

  it('finds a day right, pending or wrong, and puts right what is wrong', async () => {
    await file()
    await foldAll()
    expect(await database.auditDay(database.store, key)).toBe('right')
    await file()
    expect(await database.auditDay(database.store, key)).toBe('pending')
    await foldAll()
    await damage()
    expect(await database.auditDay(database.store, key)).toBe('wrong')
    await expectCounted()
    expect(await database.auditDay(database.store, key)).toBe('right')
  })

  it('finds a month that is not the sum of its days, or not of its visits', async () => {
    const month = monthKey(HOSPITAL, '2026-10')
    await file()
    expect(await database.auditMonth(database.store, month)).toBe('right')
    await foldAll()
    expect(await database.auditMonth(database.store, month)).toBe('right')
    const page = await database.months.find(month)
    if (!page) throw new Error('no page')
    await database.months.replace({ ...page, cells: '' })
    expect(await database.auditMonth(database.store, month)).toBe('wrong')
    await expectCounted()
    const mended = await database.months.find(month)
    if (!mended) throw new Error('no page')
    await database.months.replace({
      ...mended,
      visits: { departments: [], unreported: { from: '2026-10-01', to: '2026-10-02' } },
    })
    await file()
    expect(await database.auditMonth(database.store, month)).toBe('pending')
  })

  it('counts at night alone, what was counted before', async () => {
    await file({ receivedAt: beijing('2026-11-19T10:00:00') })
    await foldAll()
    expect(await database.audit(database.store, beijing('2026-11-20T10:00:00'))).toBe(0)
    expect(await database.audit(database.store, NIGHT)).toBe(0)
    await database.rebuilds.insert({
      id: HOSPITAL,
      rev: 0,
      askedAt: NIGHT,
      first: '2026-11',
      next: '2026-12',
      last: '2026-11',
      finishedAt: NIGHT,
    })
    const leaf = await database.leaves.find(`${HOSPITAL}|2026-11-19`)
    if (!leaf) throw new Error('no leaf')
    await database.leaves.replace({ ...leaf, cells: leaf.cells.replace(/\d+$/, '7') })
    let wrong = 0
    for (let minute = 0; minute < 60 && wrong === 0; minute += 1) wrong += await database.audit(database.store, NIGHT)
    expect(wrong).toBe(1)
    await expectCounted()
  })
})

describe('counting everything anew', () => {
  const slice = (months: number, now: Instant = NIGHT) => {
    let left = months
    return database.rebuildSlices(
      database.store,
      () => {
        left -= 1
        return left >= 0
      },
      now,
    )
  }

  it('goes on where it stopped, a month at a time, and ends at the month that runs', async () => {
    await database.documents('hospitals', v.looseObject({ id: v.string(), rev: v.number() })).insert(
      v.parse(Hospital, {
        id: HOSPITAL,
        rev: 0,
        name: '青衿市人民医院',
        pledge: '不收红包，不收回扣。',
        contacts: [{ label: '医患办', note: null, phone: '0000-555-0120', email: null }],
        replyWithinWorkingDays: 5,
      }),
    )
    // As they were before there were any marks: nobody has counted them.
    for (const month of ['08', '09', '11']) {
      await complaints().insert(aNew({ receivedAt: beijing(`2026-${month}-05T09:00:00`) }))
    }
    await slice(2)
    const half = await database.rebuilds.find(HOSPITAL)
    expect(half).toMatchObject({ first: '2026-08', next: '2026-09', finishedAt: null })
    while ((await database.rebuilds.find(HOSPITAL))?.finishedAt === null) await slice(2)
    expect(await database.rebuilds.find(HOSPITAL)).toMatchObject({ next: '2026-12', finishedAt: NIGHT })
    await expectCounted()
    const pages = await database.months.list({ where: {}, orderBy: [['_id', 'asc']], limit: 10 })
    expect(pages.map(({ month, cells }) => [month, Object.values(asCells(cells))])).toEqual([
      ['2026-08', [1]],
      ['2026-09', [1]],
      ['2026-10', []],
      ['2026-11', [1]],
    ])
  })
})
