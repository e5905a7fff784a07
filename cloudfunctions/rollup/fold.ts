import type { HospitalId } from '#domain/ids'
import type { Month } from '#domain/instant'
import { hospitalIn, type LeafKey, type MonthKey, monthKeyOf, periodIn } from '#domain/metrics/bucket.keys'
import type { CityPage, Leaf, MonthPage, MonthVisits } from '#domain/metrics/bucket.model'
import { emptyCity, withHospital } from '#domain/metrics/city.page'
import { asCells, asStored, type Cells, merge } from '#domain/metrics/tally'

/** A document that was written since its days were counted. */
export interface Marked {
  readonly id: string
  readonly rev: number
}

/** What folding needs of the database. `put` compares and sets: false when somebody wrote since it was read. */
export interface FoldStore {
  markedComplaints(limit: number): Promise<readonly (Marked & { readonly pend: readonly LeafKey[] })[]>
  markedVisits(limit: number): Promise<readonly (Marked & { readonly id: MonthKey })[]>
  /** From the complaints themselves. */
  recount(key: LeafKey): Promise<Cells>
  visits(hospitalId: HospitalId, month: Month): Promise<MonthVisits>
  leaf(key: LeafKey): Promise<Leaf | null>
  leavesOf(hospitalId: HospitalId, month: Month): Promise<readonly Leaf[]>
  month(key: MonthKey): Promise<MonthPage | null>
  city(month: Month): Promise<CityPage | null>
  putLeaf(leaf: Leaf, read: Leaf | null): Promise<boolean>
  putMonth(page: MonthPage, read: MonthPage | null): Promise<boolean>
  putCity(page: CityPage, read: CityPage | null): Promise<boolean>
  /** Takes the marks off, only where the revision is still this one. */
  releaseComplaint(marked: Marked): Promise<void>
  releaseVisits(marked: Marked): Promise<void>
}

/** What the audit asks besides: whether a day has documents that are still marked. */
export interface AuditStore extends FoldStore {
  isMarked(key: LeafKey): Promise<boolean>
  /** Whether a hospital has anything that is still marked. */
  hasMarks(hospitalId: HospitalId): Promise<boolean>
}

export const FOLD_BATCH = 200
/** Another folder at work is met once, not again and again; what is left waits for the next minute. */
const ATTEMPTS = 5
const ABREAST = 8

export const attempt = async (once: () => Promise<boolean>): Promise<boolean> => {
  for (let tried = 0; tried < ATTEMPTS; tried += 1) if (await once()) return true
  return false
}

export const abreast = async <T, U>(all: readonly T[], run: (one: T) => Promise<U>): Promise<U[]> => {
  const done: U[] = []
  for (let at = 0; at < all.length; at += ABREAST)
    done.push(...(await Promise.all(all.slice(at, at + ABREAST).map(run))))
  return done
}

/**
 * Counts a day from its source. Revision first, count second, and written even when nothing changed: a folder that
 * counted earlier and stalled must find another revision, or it would put its old count over this one.
 */
export const recountLeaf = (store: FoldStore, key: LeafKey): Promise<boolean> =>
  attempt(async () => {
    const read = await store.leaf(key)
    const cells = asStored(await store.recount(key))
    const month = periodIn(monthKeyOf(key))
    return store.putLeaf({ id: key, rev: read?.rev ?? 0, hospitalId: hospitalIn(key), month, cells }, read)
  })

/** Merges the days of a month and sets its visits. */
export const mergeMonth = (store: FoldStore, key: MonthKey): Promise<boolean> =>
  attempt(async () => {
    const read = await store.month(key)
    const hospitalId = hospitalIn(key)
    const month = periodIn(key)
    const [leaves, visits] = await Promise.all([store.leavesOf(hospitalId, month), store.visits(hospitalId, month)])
    const cells = asStored(merge(...leaves.map((leaf) => asCells(leaf.cells))))
    return store.putMonth({ id: key, rev: read?.rev ?? 0, hospitalId, month, cells, visits }, read)
  })

/** Puts hospitals' months into the city's. */
export const mergeCity = (store: FoldStore, month: Month, hospitals: readonly HospitalId[]): Promise<boolean> =>
  attempt(async () => {
    const read = await store.city(month)
    const pages = await Promise.all(hospitals.map((hospitalId) => store.month(`${hospitalId}|${month}`)))
    const city = pages.reduce((merged, page) => (page ? withHospital(merged, page) : merged), read ?? emptyCity(month))
    return store.putCity(city, read)
  })

const groups = (keys: readonly MonthKey[]): [Month, HospitalId[]][] => {
  const hospitals = new Map<Month, HospitalId[]>()
  for (const key of keys) hospitals.set(periodIn(key), [...(hospitals.get(periodIn(key)) ?? []), hospitalIn(key)])
  return [...hospitals]
}

/** Which of these keys came right. */
export const settled = async <K extends string>(
  keys: readonly K[],
  settle: (key: K) => Promise<boolean>,
): Promise<Set<K>> => {
  const outcomes = await abreast(keys, settle)
  return new Set(keys.filter((_, at) => outcomes[at]))
}

/**
 * Folds what was written into days, months and the city. Marks come off last and only from the revision that was read:
 * whatever interrupts it, the next fold counts the same days again, and counting twice counts once.
 * @returns how many documents were folded
 */
export const fold = async (store: FoldStore): Promise<number> => {
  const [complaints, visits] = await Promise.all([store.markedComplaints(FOLD_BATCH), store.markedVisits(FOLD_BATCH)])
  const days = await settled([...new Set(complaints.flatMap(({ pend }) => pend))], (key) => recountLeaf(store, key))
  const wanted = [...new Set([...[...days].map(monthKeyOf), ...visits.map(({ id }) => id)])]
  const merged = await settled(wanted, (key) => mergeMonth(store, key))
  const cities = groups([...merged])
  const shown = new Set<MonthKey>()
  for (const [month, hospitals] of cities) {
    if (await mergeCity(store, month, hospitals))
      for (const hospitalId of hospitals) shown.add(`${hospitalId}|${month}`)
  }
  const isRight = (key: LeafKey) => days.has(key) && shown.has(monthKeyOf(key))
  const folded = complaints.filter(({ pend }) => pend.every(isRight))
  const set = visits.filter(({ id }) => shown.has(id))
  await abreast(folded, (marked) => store.releaseComplaint(marked))
  await abreast(set, (marked) => store.releaseVisits(marked))
  return folded.length + set.length
}
