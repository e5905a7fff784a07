import { BatchId } from '#domain/hospital/staff.contract'
import { DepartmentVisits, VisitImport, VisitImportPart } from '#domain/hospital/visits.model'
import { type HospitalId, StaffId } from '#domain/ids'
import type { Instant, Month } from '#domain/instant'
import { LOCK_RESTS_MS, STAGED_KEPT_MS, visitImporting } from '#runtime/visit.importing'
import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { emptyShelves, type Shelves, storeOn } from './visit.store'

const HOSPITAL = 'h1' as HospitalId
const IMPORTER = v.parse(StaffId, 'S1')
const NOW = 1_000_000_000_000 as Instant
const later = (ms: number) => (NOW + ms) as Instant

const figures = (count: number) => [
  v.parse(DepartmentVisits, { departmentId: '03', outpatient: { by: 'month', count }, discharges: null }),
]

type Name = 'a' | 'b' | 'c'
const batchIdOf = (name: Name) => v.parse(BatchId, name.repeat(32))

interface PlannedPart {
  month: Month
  seen: number | null
  /** The import and its figure that are there before. */
  before?: [Name, number]
  after: number
  changed?: number
}

const layAside = (shelves: Shelves, name: Name, planned: PlannedPart[]) => {
  const batchId = batchIdOf(name)
  const parts = planned.map(({ month, seen, before, after, changed = 1 }) =>
    v.parse(VisitImportPart, {
      id: `${batchId}|${month}|x`,
      rev: 0,
      batchId,
      hospitalId: HOSPITAL,
      month,
      seen,
      before: before ? figures(before[1]) : [],
      beforeBatchId: before ? batchIdOf(before[0]) : null,
      after: figures(after),
      changed,
    }),
  )
  for (const part of parts) shelves.parts.set(part.id, part)
  const batch = v.parse(VisitImport, {
    id: batchId,
    rev: 0,
    hospitalId: HOSPITAL,
    fileName: `${name}.csv`,
    parts: parts.map(({ id, month }) => ({ id, month })),
    months: [],
    changed: 0,
    importedBy: 'S1',
    importedAt: NOW,
    state: 'staged',
    undoneAt: null,
  })
  shelves.imports.set(batchId, batch)
}

const JULY = '2026-07'
const AUGUST = '2026-08'
const SEPTEMBER = '2026-09'
const wantedBy: Record<Name, Month[]> = { a: [JULY, AUGUST], b: [JULY, SEPTEMBER], c: [AUGUST] }

/** `a` and `c` were dry-run over nothing, so that one of them is too late; `b` over what `a` writes. */
const aDesk = (): Shelves => {
  const shelves = emptyShelves()
  layAside(shelves, 'a', [
    { month: JULY, seen: null, after: 7 },
    { month: AUGUST, seen: null, after: 8 },
  ])
  layAside(shelves, 'b', [
    { month: JULY, seen: 0, before: ['a', 7], after: 77 },
    { month: SEPTEMBER, seen: null, after: 99 },
  ])
  layAside(shelves, 'c', [{ month: AUGUST, seen: null, after: 888 }])
  return shelves
}

const atOnce = async () => {}
const importing = (shelves: Shelves, step: () => Promise<void> = atOnce) => visitImporting(storeOn(shelves, step))
const commit = (shelves: Shelves, name: Name, now = NOW, step?: () => Promise<void>) =>
  importing(shelves, step).commit({ batchId: batchIdOf(name), hospitalId: HOSPITAL, now }, wantedBy[name], IMPORTER)
const undo = (shelves: Shelves, name: Name, now = NOW, step?: () => Promise<void>) =>
  importing(shelves, step).undo({ batchId: batchIdOf(name), hospitalId: HOSPITAL, now })

const stateOf = (shelves: Shelves, name: Name) => shelves.imports.get(batchIdOf(name))?.state
const totals = (shelves: Shelves) =>
  Object.fromEntries(
    [...shelves.months.values()].map(({ month, departments, batchId }) => {
      const [first] = departments
      return [month, [batchId?.[0] ?? null, first?.outpatient?.by === 'month' ? first.outpatient.count : null]]
    }),
  )

const NOTHING = {}
const AFTER_A = { [JULY]: ['a', 7], [AUGUST]: ['a', 8] }
const AFTER_B = { [JULY]: ['b', 77], [AUGUST]: ['a', 8], [SEPTEMBER]: ['b', 99] }
const AFTER_C = { [AUGUST]: ['c', 888] }
const TAKEN_BACK = { [JULY]: [null, null], [AUGUST]: [null, null] }

describe('an import', () => {
  it('is written, covered, taken back and taken back to nothing', async () => {
    const shelves = aDesk()
    expect(await commit(shelves, 'a')).toEqual({ ok: true, value: { changed: 2 } })
    expect(totals(shelves)).toEqual(AFTER_A)
    expect(await commit(shelves, 'c')).toMatchObject({ code: 'data.changed' })
    expect(await commit(shelves, 'b')).toEqual({ ok: true, value: { changed: 2 } })
    expect(totals(shelves)).toEqual(AFTER_B)
    expect(await undo(shelves, 'a')).toMatchObject({ code: 'visits.import_covered' })
    expect(await undo(shelves, 'b')).toEqual({ ok: true, value: { months: [JULY, SEPTEMBER] } })
    expect(totals(shelves)).toEqual({ ...AFTER_A, [SEPTEMBER]: [null, null] })
    expect(await undo(shelves, 'a')).toEqual({ ok: true, value: { months: [JULY, AUGUST] } })
    expect(totals(shelves)).toEqual({ ...TAKEN_BACK, [SEPTEMBER]: [null, null] })
    expect(await commit(shelves, 'a')).toMatchObject({ code: 'visits.import_finished' })
  })

  it('does not take months over in which it changes nothing', async () => {
    const shelves = aDesk()
    layAside(shelves, 'c', [
      { month: AUGUST, seen: 0, before: ['a', 8], after: 8, changed: 0 },
      { month: SEPTEMBER, seen: null, after: 9 },
    ])
    await commit(shelves, 'a')
    const { commit: write } = importing(shelves)
    const wish = { batchId: batchIdOf('c'), hospitalId: HOSPITAL, now: NOW }
    expect(await write(wish, [AUGUST, SEPTEMBER], IMPORTER)).toMatchObject({ value: { changed: 1 } })
    expect(await write(wish, [SEPTEMBER, AUGUST], IMPORTER)).toMatchObject({ value: { changed: 1 } })
    expect(totals(shelves)).toEqual({ ...AFTER_A, [SEPTEMBER]: ['c', 9] })
    expect(await undo(shelves, 'a')).toMatchObject({ ok: true })
  })
})

class Ended extends Error {}

/** Lets so many operations happen and ends the function at the next. */
const endingAfter = (operations: number) => {
  let left = operations
  return async () => {
    if (left === 0) throw new Ended()
    left -= 1
  }
}

/** Lets so many operations happen and keeps the next one waiting until `goOn`. */
const pausingAfter = (operations: number) => {
  let left = operations
  let pause = () => {}
  let goOn = () => {}
  const paused = new Promise<void>((done) => {
    pause = done
  })
  const resumed = new Promise<void>((done) => {
    goOn = done
  })
  const step = async () => {
    left -= 1
    if (left >= 0) return
    pause()
    await resumed
  }
  return { step, paused, goOn }
}

/** Whether it ended before it was through. */
const ends = async (run: Promise<unknown>): Promise<boolean> => {
  try {
    await run
    return false
  } catch (cause) {
    if (cause instanceof Ended) return true
    throw cause
  }
}

type Step = () => Promise<void>
const LATE = later(LOCK_RESTS_MS + 1)

const writing = (shelves: Shelves, step?: Step) => commit(shelves, 'a', NOW, step)
const takingBack = (shelves: Shelves, step?: Step) => undo(shelves, 'a', NOW, step)
const timer = (shelves: Shelves) => importing(shelves).finish(LATE)
const another = (shelves: Shelves) => commit(shelves, 'c', LATE)
const whoTakesBack = (shelves: Shelves) => undo(shelves, 'a', LATE)

/** What is there in the end, wherever it was interrupted: each of these is met, and nothing else. */
const interruptions = [
  ['writing it', 'by asking again', writing, writing, [AFTER_A]],
  ['writing it', 'by the timer', writing, timer, [NOTHING, AFTER_A]],
  ['writing it', 'by another import', writing, another, [AFTER_C, AFTER_A]],
  ['writing it', 'by taking it back', writing, whoTakesBack, [NOTHING, TAKEN_BACK]],
  ['taking it back', 'by asking again', takingBack, takingBack, [TAKEN_BACK]],
  ['taking it back', 'by the timer', takingBack, timer, [AFTER_A, TAKEN_BACK]],
  ['taking it back', 'by another import', takingBack, another, [AFTER_A, TAKEN_BACK]],
] as const

describe('an import that is interrupted after any number of operations', () => {
  it.each(interruptions)('while %s is all or nothing %s', async (_, __, run, rescue, outcomes) => {
    const met = new Set<string>()
    let operations = 0
    for (let ended = true; ended; operations += 1) {
      const shelves = aDesk()
      if (run === takingBack) await writing(shelves)
      ended = await ends(run(shelves, endingAfter(operations)))
      const reply = await rescue(shelves)
      expect(reply).not.toMatchObject({ code: 'visits.busy' })
      met.add(JSON.stringify(totals(shelves)))
      expect(['staged', 'applied', 'undone']).toContain(stateOf(shelves, 'a'))
      await timer(shelves)
      expect([...shelves.locks.values()].filter(({ batchId }) => batchId !== null)).toEqual([])
      met.add(JSON.stringify(totals(shelves)))
    }
    expect(operations).toBeGreaterThan(8)
    expect([...met].sort()).toEqual(outcomes.map((outcome) => JSON.stringify(outcome)).sort())
  })
})

describe('a lock', () => {
  it('held by an import that has not begun to write is left alone for a while', async () => {
    const shelves = aDesk()
    // Reads the import, finds no lock, makes one, reads it, takes it.
    expect(await ends(commit(shelves, 'a', NOW, endingAfter(5)))).toBe(true)
    expect(await commit(shelves, 'c', later(LOCK_RESTS_MS))).toMatchObject({ code: 'visits.busy' })
    expect(await importing(shelves).finish(later(LOCK_RESTS_MS))).toBe(0)
    expect(await commit(shelves, 'c', later(LOCK_RESTS_MS + 1))).toMatchObject({ ok: true })
    expect(await commit(shelves, 'a', later(LOCK_RESTS_MS + 2))).toMatchObject({ code: 'data.changed' })
    expect(totals(shelves)).toEqual({ [AUGUST]: ['c', 888] })
  })

  it('taken anew by its holder is not taken over by who had looked at it before', async () => {
    const shelves = aDesk()
    await ends(commit(shelves, 'a', NOW, endingAfter(5)))
    // About to free the lock, the import of `a` written once more as it is.
    const taking = pausingAfter(4)
    const other = commit(shelves, 'c', LATE, taking.step)
    await taking.paused
    // About to become 'applying'.
    const again = pausingAfter(5)
    const first = commit(shelves, 'a', LATE, again.step)
    await again.paused
    taking.goOn()
    expect(await other).toMatchObject({ code: 'visits.busy' })
    again.goOn()
    expect(await first).toMatchObject({ ok: true })
    expect(totals(shelves)).toEqual(AFTER_A)
  })

  it('held by an import that is gone is free', async () => {
    const shelves = aDesk()
    shelves.locks.set(HOSPITAL, { id: HOSPITAL, rev: 4, batchId: batchIdOf('c'), takenAt: NOW })
    shelves.imports.delete(batchIdOf('c'))
    expect(await commit(shelves, 'a')).toMatchObject({ ok: true })
  })
})

describe('what was only laid aside', () => {
  it('is thrown away after a day, also when that is interrupted', async () => {
    for (let operations = 0, ended = true; ended; operations += 1) {
      const shelves = aDesk()
      await commit(shelves, 'a')
      const past = later(STAGED_KEPT_MS + 1)
      ended = await ends(importing(shelves, endingAfter(operations)).finish(past))
      await importing(shelves).finish(past)
      expect([...shelves.imports.keys()]).toEqual([batchIdOf('a')])
      expect([...shelves.parts.values()].map(({ batchId }) => batchId)).toEqual([batchIdOf('a'), batchIdOf('a')])
    }
  })

  it('is kept for a day', async () => {
    const shelves = aDesk()
    expect(await importing(shelves).finish(later(STAGED_KEPT_MS))).toBe(0)
    expect(shelves.imports.size).toBe(3)
  })
})

const anActor = fc.record({
  act: fc.constantFrom('commit', 'undo', 'finish'),
  name: fc.constantFrom<Name>('a', 'a', 'b', 'c'),
  /** Milliseconds after the first. */
  at: fc.constantFrom(0, LOCK_RESTS_MS + 1, 3 * LOCK_RESTS_MS),
  /** After so many operations the function ends; 99: it lives on. */
  operations: fc.oneof(fc.nat({ max: 14 }), fc.constant(99)),
})

describe('many who import, take back and carry through at once, some of them ending or waking up late', () => {
  it('leave every import written whole or not at all, each at most once, and the answers true', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(anActor, { minLength: 2, maxLength: 6 }),
        fc.boolean(),
        async (scheduler, actors, isWritten) => {
          const shelves = aDesk()
          if (isWritten) await commit(shelves, 'a')
          const replies = Promise.all(
            actors.map(async ({ act, name, at, operations }) => {
              const alive = endingAfter(operations)
              const step = async () => {
                await scheduler.schedule(Promise.resolve())
                await alive()
              }
              const run = { commit, undo }[act as 'commit' | 'undo']
              try {
                const reply = run
                  ? await run(shelves, name, later(at), step)
                  : await importing(shelves, step).finish(later(at))
                return { act, name, reply }
              } catch (cause) {
                if (cause instanceof Ended) return { act, name, reply: null }
                throw cause
              }
            }),
          )
          const heard = await scheduler.waitFor(replies)
          await importing(shelves).finish(later(9 * LOCK_RESTS_MS))

          expect([...shelves.locks.values()].filter(({ batchId }) => batchId !== null)).toEqual([])
          const isApplied = (name: Name) => stateOf(shelves, name) === 'applied'
          for (const name of ['a', 'b', 'c'] as const) {
            expect(['staged', 'applied', 'undone']).toContain(stateOf(shelves, name))
          }
          const now = totals(shelves)
          const nothing = [undefined, [null, null]]
          const expected = (month: Month, ...newestFirst: [Name, number][]) => {
            const top = newestFirst.find(([name]) => isApplied(name))
            if (top) expect(now[month]).toEqual(top)
            else expect(nothing).toContainEqual(now[month])
          }
          expected(JULY, ['b', 77], ['a', 7])
          expected(AUGUST, ['a', 8], ['c', 888])
          expected(SEPTEMBER, ['b', 99])
          if (isApplied('c')) expect(isApplied('a')).toBe(false)
          if (isApplied('b')) expect(isApplied('a')).toBe(true)
          expect(new Set(shelves.written).size).toBe(shelves.written.length)

          for (const { act, name, reply } of heard) {
            if (typeof reply !== 'object' || reply === null || !reply.ok) continue
            expect(act === 'undo' ? ['undone'] : ['applied', 'undone']).toContain(stateOf(shelves, name))
          }
        },
      ),
      { numRuns: 2000 },
    )
  })
})
