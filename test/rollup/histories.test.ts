import { DepartmentId } from '#domain/ids'
import type { Month } from '#domain/instant'
import { leafKeyOf, marked, monthKey } from '#domain/metrics/bucket.keys'
import { emptyCity, withHospital } from '#domain/metrics/city.page'
import { asCells, asStored, tally } from '#domain/metrics/tally'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { exactMonthsOf } from '../../cloudfunctions/_runtime/read/exact.months'
import { fold } from '../../cloudfunctions/rollup/fold'
import {
  asFoldStore,
  asMonthSource,
  type Dice,
  dice,
  HOSPITAL,
  instantOn,
  LostReply,
  openShelves,
  openStage,
  type Record,
  type Shelves,
  through,
} from './folding.stage'

const HISTORIES = 10_000
const MONTHS: Month[] = ['2026-09', '2026-10']
// The last minute of a day, a month and the first of the next in Beijing are among them.
const DAYS = ['2026-09-30', '2026-10-01']
const MINUTES = [0, 30, 479, 1439]
const DEPARTMENTS = ['03.01', 'F02'].map((id) => v.parse(DepartmentId, id))
const KINDS = ['complaint', 'praise'] as const
const STATUSES = ['submitted', 'withdrawn'] as const

const traits = (chance: Dice) => ({
  receivedAt: instantOn(chance.pick(DAYS), chance.pick(MINUTES)),
  departmentId: chance.pick([...DEPARTMENTS, null]),
  careSetting: 'inpatient' as const,
  // Few values, so that counts come back to what they were: a stale count is hardest to tell then.
  kind: chance.pick(KINDS),
  category: null,
  channel: 'miniprogram' as const,
  status: chance.pick(STATUSES),
  finding: null,
})

const aRecord = (id: string, chance: Dice): Record =>
  marked({
    id: id as Record['id'],
    rev: 0,
    hospitalId: HOSPITAL,
    ...traits(chance),
    pend: [],
    pending: false,
    removed: false,
  })

/** Somebody who files, corrects, moves to another day, and removes; whose lost answers are asked for again. */
const writer = async (chance: Dice, name: string, ask: ReturnType<typeof through<Shelves['operations']>>) => {
  const again = async <T>(call: () => Promise<T>): Promise<T> => {
    for (;;) {
      try {
        return await call()
      } catch (cause) {
        if (!(cause instanceof LostReply)) throw cause
      }
    }
  }
  const mine: string[] = []
  for (let act = 0; act < 5; act += 1) {
    const what = chance.below(4)
    if (what === 0 || mine.length === 0) {
      const record = aRecord(`${name}-${act}`, chance)
      mine.push(record.id)
      // Sent again under the same id: the second one finds that it exists.
      await again(() => ask.insert(record))
      continue
    }
    if (what === 3) {
      const id = monthKey(HOSPITAL, chance.pick(MONTHS))
      const read = await again(() => ask.findVisits(id))
      const outpatient = { by: 'month' as const, count: chance.below(1000) }
      const departments = [{ departmentId: chance.pick(DEPARTMENTS), outpatient, discharges: null }]
      await again(() => ask.setVisits({ id, rev: read?.rev ?? 0, departments, pending: true }, read))
      continue
    }
    const id = chance.pick(mine)
    const read = await again(() => ask.find(id))
    if (!read || read.removed) continue
    const next = what === 1 ? { ...read, ...traits(chance) } : { ...read, removed: chance.next() < 0.5 }
    // A colleague who wrote first is met with data.changed; here one simply leaves it.
    await again(() => ask.replace(marked(next, read)))
  }
}

const folder = async (ask: ReturnType<typeof through<Shelves['operations']>>) => {
  for (let round = 0; round < 4; round += 1) {
    try {
      await fold(asFoldStore(ask))
    } catch (cause) {
      // The timer's function fails and comes again in a minute.
      if (!(cause instanceof LostReply)) throw cause
    }
  }
}

const atOnce = <T>(run: () => T) => Promise.resolve(run())

const exactNow = async ({ reading }: Shelves) =>
  (await exactMonthsOf(asMonthSource(through(reading, atOnce)), HOSPITAL, MONTHS)).months

const nothing = { departments: [], unreported: null }

const play = async (seed: number) => {
  const chance = dice(seed)
  const shelves = openShelves()
  const stage = openStage(chance)
  const asks = (actor: string) => through(shelves.operations, stage.doorOf(actor))
  const actors = ['writer-a', 'writer-b'].map((name) => writer(chance, name, asks(name)))
  const folders = ['folder-1', 'folder-2', 'folder-3'].map((name) => folder(asks(name)))
  let moments = 0
  await stage.play({ lost: 0.1, die: 0.01, stall: 0.08 }, async () => {
    // Looking costs much more than playing on: now and then is often enough over all histories.
    if (chance.next() > 0.02) return
    const exact = await exactNow(shelves)
    for (const month of MONTHS) {
      moments += 1
      const { cells, visits } = exact.get(month) ?? { cells: {}, visits: nothing }
      expect({ seed, month, cells: asStored(cells), visits }).toEqual({
        seed,
        month,
        cells: asStored(shelves.truth(month).cells),
        visits: shelves.truth(month).visits,
      })
    }
  })
  await Promise.all(actors)
  void folders
  const quiet = asFoldStore(through(shelves.operations, atOnce))
  while ((await fold(quiet)) > 0);
  return { shelves, moments }
}

const expectRight = (seed: number, { truth, complaints, leaves, months, cities }: Shelves) => {
  const days = new Map<string, Record[]>()
  for (const record of complaints.values()) {
    expect({ seed, pending: record.pending, pend: record.pend }).toEqual({ seed, pending: false, pend: [] })
    if (!record.removed) days.set(leafKeyOf(record), [...(days.get(leafKeyOf(record)) ?? []), record])
  }
  for (const key of new Set([...days.keys(), ...leaves.keys()])) {
    const counted = leaves.get(key)?.cells ?? ''
    expect({ seed, key, counted }).toEqual({ seed, key, counted: asStored(tally(days.get(key) ?? [])) })
  }
  for (const month of MONTHS) {
    const page = months.get(monthKey(HOSPITAL, month))
    if (!page) {
      expect({ seed, month, cells: truth(month).cells }).toEqual({ seed, month, cells: {} })
      continue
    }
    const { cells, visits } = truth(month)
    expect({ seed, month, cells: page.cells, visits: page.visits }).toEqual({
      seed,
      month,
      cells: asStored(cells),
      visits,
    })
    const { rev, ...city } = cities.get(month) ?? emptyCity(month)
    expect(rev).toBeGreaterThanOrEqual(0)
    const { rev: _, ...wanted } = withHospital(emptyCity(month), page)
    expect({ seed, ...city }).toEqual({ seed, ...wanted })
  }
}

describe('folding', () => {
  it(`ends at a full recount after ${HISTORIES} random histories, and is read exactly at every moment of them`, async () => {
    let moments = 0
    let written = 0
    for (let seed = 1; seed <= HISTORIES; seed += 1) {
      const { shelves, moments: seen } = await play(seed)
      expectRight(seed, shelves)
      moments += seen
      written += [...shelves.complaints.values()].reduce((sum, { rev }) => sum + rev + 1, 0)
    }
    // The histories were no empty ones.
    expect(written).toBeGreaterThan(4 * HISTORIES)
    expect(moments).toBeGreaterThan(HISTORIES)
  }, 300_000)

  it.each(['putLeaf', 'putMonth', 'putCity'] as const)(
    'lets nobody who stalled before %s put an old count over a newer one, not even over one that had come back',
    async (step) => {
      const shelves = openShelves()
      const { operations } = shelves
      const record = aRecord('r', dice(1))
      operations.insert(record)
      const quiet = asFoldStore(through(operations, atOnce))
      while ((await fold(quiet)) > 0);
      const counted = operations.find('r') as Record
      const write = (about: Partial<Record>) => {
        const read = operations.find('r') as Record
        operations.replace(marked({ ...read, ...about }, read))
      }

      write({ kind: record.kind === 'praise' ? 'complaint' : 'praise' })
      let goOn = () => {}
      const gate = new Promise<void>((open) => {
        goOn = open
      })
      const stalling = asFoldStore({
        ...through(operations, atOnce),
        [step]: async (...given: [never, never]) => {
          await gate
          return operations[step](...given)
        },
      })
      const stalled = fold(stalling)
      await new Promise(setImmediate)
      write({ kind: counted.kind })
      while ((await fold(quiet)) > 0);
      goOn()
      await stalled
      expectRight(0, shelves)
    },
  )

  it('finds every trait where it was counted', () => {
    const chance = dice(7)
    const records = Array.from({ length: 200 }, (_, at) => aRecord(`r-${at}`, chance))
    const cells = tally(records)
    expect(asCells(asStored(cells))).toEqual(cells)
    expect(Object.values(cells).reduce((sum, count) => sum + count, 0)).toBe(200)
  })
})
