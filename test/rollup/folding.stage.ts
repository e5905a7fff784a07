import type { Complaint } from '#domain/complaint/complaint.model'
import type { DepartmentVisits } from '#domain/hospital/visits.model'
import { HospitalId } from '#domain/ids'
import { beijingDay, type Day, type Instant, type Month, monthOf } from '#domain/instant'
import { hospitalIn, type LeafKey, leafKeyOf, type MonthKey, periodIn } from '#domain/metrics/bucket.keys'
import type { CityPage, Leaf, MonthPage } from '#domain/metrics/bucket.model'
import { type Cells, tally } from '#domain/metrics/tally'
import { visitTotals } from '#domain/metrics/visit.totals'
import * as v from 'valibot'
import type { MonthSource } from '../../cloudfunctions/_runtime/read/exact.months'
import type { FoldStore } from '../../cloudfunctions/rollup/fold'

/** What counting looks at, in a document that is written like any other: whole, and only over the revision that was read. */
export type Record = Pick<
  Complaint,
  | 'id'
  | 'rev'
  | 'hospitalId'
  | 'receivedAt'
  | 'departmentId'
  | 'careSetting'
  | 'kind'
  | 'category'
  | 'channel'
  | 'status'
  | 'finding'
  | 'pend'
  | 'pending'
> & { readonly removed: boolean }

export interface Visits {
  readonly id: MonthKey
  readonly rev: number
  readonly departments: readonly DepartmentVisits[]
  readonly pending: boolean
}

export const HOSPITAL = v.parse(HospitalId, 'h1')

const byKey = <T extends { id: string }>(documents: Iterable<T>) =>
  [...documents].sort((left, right) => (left.id < right.id ? -1 : 1))

/** Collections in memory with the database's promises: a write is one document, and compares revisions. */
export const openShelves = () => {
  const complaints = new Map<string, Record>()
  const visits = new Map<MonthKey, Visits>()
  const leaves = new Map<string, Leaf>()
  const months = new Map<string, MonthPage>()
  const cities = new Map<string, CityPage>()

  const put = <T extends { id: string; rev: number }>(shelf: Map<string, T>, document: T, read: T | null): boolean => {
    const stored = shelf.get(document.id)
    if (read === null ? stored !== undefined : stored?.rev !== read.rev) return false
    shelf.set(document.id, { ...document, rev: read === null ? document.rev : read.rev + 1 })
    return true
  }

  const received = (hospitalId: string, from: Day, to: Day) =>
    [...complaints.values()].filter((record) => {
      const day = beijingDay(record.receivedAt)
      return !record.removed && record.hospitalId === hospitalId && day >= from && day <= to
    })

  const recountDays = (hospitalId: string, from: Day, to: Day): Map<LeafKey, Cells> => {
    const days = new Map<LeafKey, Record[]>()
    for (const record of received(hospitalId, from, to)) {
      days.set(leafKeyOf(record), [...(days.get(leafKeyOf(record)) ?? []), record])
    }
    return new Map([...days].map(([key, records]) => [key, tally(records)]))
  }

  const leavesOf = (hospitalId: string, month: Month) =>
    byKey(leaves.values()).filter((leaf) => leaf.hospitalId === hospitalId && leaf.month === month)

  const visitsIn = (hospitalId: string, month: Month) =>
    visitTotals(month, visits.get(`${hospitalId}|${month}`)?.departments ?? [])

  const marked = () => byKey(complaints.values()).filter(({ pending }) => pending)

  /** What one asks of the shelves, each question answered at once. */
  const operations = {
    markedComplaints: (limit: number) => marked().slice(0, limit),
    markedVisits: (limit: number) =>
      byKey(visits.values())
        .filter(({ pending }) => pending)
        .slice(0, limit),
    recount: (key: LeafKey) => recountDays(hospitalIn(key), periodIn(key), periodIn(key)).get(key) ?? {},
    visits: visitsIn,
    leaf: (key: LeafKey) => leaves.get(key) ?? null,
    leavesOf,
    month: (key: MonthKey) => months.get(key) ?? null,
    city: (month: Month) => cities.get(month) ?? null,
    putLeaf: (leaf: Leaf, read: Leaf | null) => put(leaves, leaf, read),
    putMonth: (page: MonthPage, read: MonthPage | null) => put(months, page, read),
    putCity: (page: CityPage, read: CityPage | null) => put(cities, page, read),
    releaseComplaint: ({ id, rev }: { id: string; rev: number }) => {
      const stored = complaints.get(id)
      if (stored?.rev === rev) complaints.set(id, { ...stored, pend: [], pending: false })
    },
    releaseVisits: ({ id, rev }: { id: string; rev: number }) => {
      const stored = visits.get(id)
      if (stored?.rev === rev) visits.set(id, { ...stored, pending: false })
    },
    insert: (record: Record) => put(complaints, record, null),
    replace: (record: Record) => put(complaints, record, record),
    setVisits: (month: Visits, read: Visits | null) => put(visits, month, read),
    find: (id: string) => complaints.get(id) ?? null,
    findVisits: (id: MonthKey) => visits.get(id) ?? null,
  }

  /** The same as an exact reading asks it. */
  const reading = {
    marked: (hospitalId: string, limit: number) =>
      marked()
        .filter((record) => record.hospitalId === hospitalId)
        .slice(0, limit)
        .map(({ pend }) => pend),
    changedVisits: (hospitalId: string, limit: number) =>
      byKey(visits.values())
        .filter(({ id, pending }) => pending && hospitalIn(id) === hospitalId)
        .slice(0, limit)
        .map(({ id }) => id),
    pages: (keys: readonly MonthKey[]) => keys.flatMap((key) => months.get(key) ?? []),
    leavesOf,
    recount: recountDays,
    visits: visitsIn,
  }

  /** Counted from the records alone. */
  const truth = (month: Month) => ({
    cells: tally(
      [...complaints.values()].filter((record) => !record.removed && monthOf(beijingDay(record.receivedAt)) === month),
    ),
    visits: visitsIn(HOSPITAL, month),
  })

  return { operations, reading, truth, complaints, leaves, months, cities }
}

export type Shelves = ReturnType<typeof openShelves>

type Operations = { [name: string]: (...given: never[]) => unknown }

type Asked<O extends Operations> = { [K in keyof O]: (...given: Parameters<O[K]>) => Promise<ReturnType<O[K]>> }

/** Every operation through one door, where it can be delayed, answered and lost. What is on a shelf is never changed, only replaced. */
export const through = <O extends Operations>(operations: O, door: <T>(run: () => T) => Promise<T>): Asked<O> =>
  Object.fromEntries(
    Object.entries(operations).map(([name, run]) => [name, (...given: never[]) => door(() => run(...given))]),
  ) as unknown as Asked<O>

export const asFoldStore = (asked: Asked<Shelves['operations']>): FoldStore => asked as unknown as FoldStore

export const asMonthSource = (asked: Asked<Shelves['reading']>): MonthSource => asked as unknown as MonthSource

/** Numbers that look random and are the same for the same seed (mulberry32). */
export const dice = (seed: number) => {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (most: number) => Math.floor(next() * most)
  const pick = <T>(from: readonly T[]): T => from[below(from.length)] as T
  return { next, below, pick }
}

export type Dice = ReturnType<typeof dice>

/** The call arrived and its answer did not. */
export class LostReply extends Error {}

interface Waiting {
  readonly actor: string
  readonly go: (isLost: boolean) => void
}

/** Until every actor waits for its next operation, or has ended. */
const settle = async (waiting: readonly Waiting[]) => {
  for (let turn = 0; turn < 40; turn += 1) await Promise.resolve()
  if (waiting.length === 0) await new Promise(setImmediate)
}

/**
 * Actors whose every operation waits until it is let go, in an order of the dice: any interleaving that a network can
 * make, with answers that get lost, actors that stall for long and actors that die in the middle.
 */
export const openStage = (chance: Dice) => {
  const waiting: Waiting[] = []
  const stalled = new Map<string, number>()

  const doorOf =
    (actor: string) =>
    <T>(run: () => T): Promise<T> =>
      new Promise((resolve, reject) => {
        waiting.push({
          actor,
          go: (isLost) => {
            try {
              const answer = run()
              if (isLost) reject(new LostReply())
              else resolve(answer)
            } catch (cause) {
              reject(cause as Error)
            }
          },
        })
      })

  /** Lets operations go until nobody waits for one. */
  const play = async (
    { lost, die, stall }: { lost: number; die: number; stall: number },
    each: () => Promise<void>,
  ) => {
    for (;;) {
      await settle(waiting)
      if (waiting.length === 0) return
      for (const [actor, left] of stalled) {
        if (left <= 1) stalled.delete(actor)
        else stalled.set(actor, left - 1)
      }
      const free = waiting.filter(({ actor }) => !stalled.has(actor))
      const next = chance.pick(free.length > 0 ? free : waiting)
      waiting.splice(waiting.indexOf(next), 1)
      const isFolder = next.actor.startsWith('folder')
      if (isFolder && chance.next() < die) {
        // It may have died before the call went out or after it arrived; nobody hears the answer.
        if (chance.next() < 0.5) next.go(true)
        for (const other of waiting.filter(({ actor }) => actor === next.actor)) {
          waiting.splice(waiting.indexOf(other), 1)
        }
        continue
      }
      if (chance.next() < stall) stalled.set(next.actor, 5 + chance.below(150))
      next.go(chance.next() < lost)
      await each()
    }
  }
  return { doorOf, play }
}

export const instantOn = (day: Day, minute: number) =>
  (Date.parse(`${day}T00:00:00+08:00`) + minute * 60_000) as Instant
