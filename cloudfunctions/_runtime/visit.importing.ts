import type { MonthOfVisits, VisitImport, VisitImportPart, VisitLock } from '#domain/hospital/visits.model'
import { undoUntil } from '#domain/hospital/visits.rules'
import type { HospitalId, StaffId } from '#domain/ids'
import type { Instant, Month } from '#domain/instant'
import { monthKey } from '#domain/metrics/bucket.keys'
import { err, ok, type Result } from '#domain/result'

/** How long an import that is about to be written keeps the lock to itself: longer than most functions run. */
export const LOCK_RESTS_MS = 30_000
/** Laid aside and never written, it is thrown away. */
export const STAGED_KEPT_MS = 86_400_000

/** Others write between reading and writing; more often than this it is no accident. */
const TRIES = 6
/** Months under way at the same time. */
const ABREAST = 6
/** Holders, and imports thrown away, of one run. */
const AT_ONCE = 200

interface Stored {
  readonly id: string
  readonly rev: number
}

/** Single documents: `insert` and `replace` say whether they came first, `replace` by the revision that was read. */
interface Records<T extends Stored> {
  find(id: string): Promise<T | null>
  insert(document: T): Promise<'inserted' | 'exists'>
  replace(document: T): Promise<T | null>
}

/** What importing stands on, so that it can be tried out in every order of events. */
export interface VisitStore {
  readonly months: Records<MonthOfVisits> & {
    revisions(ids: readonly string[]): Promise<ReadonlyMap<string, number>>
    countWrittenBy(batch: Pick<VisitImport, 'id' | 'hospitalId'>): Promise<number>
  }
  readonly imports: Records<VisitImport> & {
    /** 'staged' and 'dropped', laid aside before then. */
    abandoned(before: Instant, limit: number): Promise<VisitImport[]>
    removeDropped(id: string): Promise<void>
  }
  readonly parts: {
    byIds(ids: readonly string[]): Promise<VisitImportPart[]>
    removeOf(batchId: string): Promise<void>
  }
  readonly locks: Records<VisitLock> & { held(limit: number): Promise<VisitLock[]> }
}

interface Wish {
  readonly batchId: VisitImport['id']
  readonly hospitalId: HospitalId
  readonly now: Instant
}

const inParts = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, part) => all.slice(part * size, (part + 1) * size))

const abreast = async <T>(all: readonly T[], run: (one: T) => Promise<void>): Promise<void> => {
  for (const some of inParts(all, ABREAST)) await Promise.all(some.map(run))
}

const isUnderWay = ({ state }: VisitImport): boolean => state === 'applying' || state === 'undoing'

const isSameMonths = (left: readonly Month[], right: readonly Month[]): boolean =>
  left.length === right.length && left.every((month) => right.includes(month))

/**
 * Imports of visits, each all or none, out of writes of one document each.
 *
 * Writing an import (and taking one back, in brackets) is:
 *
 *  1. read the import: 'staged' ['applied'];
 *  2. take the hospital's lock by compare-and-set; whoever holds it already takes it anew, so that it grows;
 *  3. look at the months: each as the dry run saw it [each still written by this import];
 *  4. the import becomes 'applying' ['undoing'] under the revision read in 1;
 *  5. write the months;
 *  6. the import becomes 'applied' ['undone'];
 *  7. free the lock.
 *
 * It may end anywhere:
 *
 * - before 2: nothing happened.
 * - between 2 and 4: nothing was written. Whoever wants the lock, after `LOCK_RESTS_MS` where the holder is 'staged',
 *   first writes the import once more as it is: its revision has grown, so that a slow 4 fails, and a 1 after that leads
 *   to a 2 that fails or makes the taking over fail. The same holds for giving up after 3.
 * - between 4 and 6: whoever finds the lock held by an import under way carries it through; `finish` looks every minute.
 * - between 6 and 7: an import that rests holds the lock; it is taken over as between 2 and 4, at once.
 *
 * Several may carry through at once, and one of them may wake up long after. A month is written only over the very
 * revision that the dry run saw, which never comes back [only where it carries the import's id, which never comes back
 * after it was taken away]; nothing but imports makes that revision grow, and months are never removed. 6 and 7 hold
 * only for what was read before 5, the lock before the import: a late 7 cannot free the lock of somebody else.
 */
export const visitImporting = ({ months, imports, parts, locks }: VisitStore) => {
  const free = async (lock: VisitLock): Promise<boolean> => (await locks.replace({ ...lock, batchId: null })) !== null

  const partsOf = async (batch: VisitImport): Promise<VisitImportPart[]> => {
    const found = await parts.byIds(batch.parts.map(({ id }) => id))
    if (found.length < batch.parts.length) throw new Error('a part of an import of visits is missing')
    return found
  }

  /** Whether the months are as the dry run saw them. */
  const areAsSeen = async (seen: readonly VisitImportPart[]): Promise<boolean> => {
    const keyOf = ({ hospitalId, month }: VisitImportPart) => monthKey(hospitalId, month)
    const revisions = await months.revisions(seen.map(keyOf))
    return seen.every((part) => (revisions.get(keyOf(part)) ?? null) === part.seen)
  }

  const write = async ({ hospitalId, month, seen, after, batchId }: VisitImportPart): Promise<void> => {
    const written = { id: monthKey(hospitalId, month), hospitalId, month, departments: after, batchId, pending: true }
    // Where it was written already, neither of the two finds what it wants.
    if (seen === null) await months.insert({ ...written, rev: 0 })
    else await months.replace({ ...written, rev: seen })
  }

  const restore = async (part: VisitImportPart): Promise<void> => {
    const written = await months.find(monthKey(part.hospitalId, part.month))
    if (written?.batchId !== part.batchId) return
    await months.replace({ ...written, departments: part.before, batchId: part.beforeBatchId, pending: true })
  }

  const carryThrough = async (batch: VisitImport): Promise<void> => {
    const touched = (await partsOf(batch)).filter(({ month }) => batch.months.includes(month))
    await abreast(touched, batch.state === 'applying' ? write : restore)
    await imports.replace({ ...batch, state: batch.state === 'applying' ? 'applied' : 'undone' })
  }

  /** Does what the holder of a lock left undone and frees it; false while it may still be at work, or somebody else was. */
  const release = async (lock: VisitLock, now: Instant): Promise<boolean> => {
    const holder = lock.batchId && (await imports.find(lock.batchId))
    if (!holder) return free(lock)
    if (isUnderWay(holder)) {
      await carryThrough(holder)
      return free(lock)
    }
    const mayBegin = holder.state === 'staged' && now - lock.takenAt <= LOCK_RESTS_MS
    return !mayBegin && giveUp(holder, lock)
  }

  /** The revision grows, so that nobody begins on what was read before. */
  const giveUp = async (batch: VisitImport, lock: VisitLock): Promise<boolean> =>
    (await imports.replace(batch)) !== null && free(lock)

  /** Null while another import is at it. */
  const take = async ({ id, hospitalId }: VisitImport, now: Instant): Promise<VisitLock | null> => {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const lock = await locks.find(hospitalId)
      if (!lock) {
        await locks.insert({ id: hospitalId, rev: 0, batchId: null, takenAt: now })
        continue
      }
      if (lock.batchId === null || lock.batchId === id) {
        const taken = await locks.replace({ ...lock, batchId: id, takenAt: now })
        if (taken) return taken
      } else if (!(await release(lock, now)) && (await locks.find(hospitalId))?.rev === lock.rev) return null
    }
    return null
  }

  /** Carries an import through that is under way. */
  const settle = async (hospitalId: HospitalId, now: Instant): Promise<void> => {
    const lock = await locks.find(hospitalId)
    if (lock?.batchId) await release(lock, now)
  }

  type Refusal = 'visits.import_unknown' | 'visits.import_finished' | 'visits.busy' | 'data.changed'

  const commit = async (
    { batchId, hospitalId, now }: Wish,
    wanted: readonly Month[],
    importedBy: StaffId,
  ): Promise<Result<{ changed: number }, Refusal>> => {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const batch = await imports.find(batchId)
      if (batch?.hospitalId !== hospitalId) return err('visits.import_unknown')
      const chosen = batch.parts.filter(({ month }) => wanted.includes(month))
      const isChosen = isSameMonths(
        chosen.map(({ month }) => month),
        [...new Set(wanted)],
      )
      if (batch.state === 'applied' && isChosen && chosen.length === batch.parts.length) {
        return ok({ changed: batch.changed })
      }
      if (batch.state === 'applying') {
        await settle(hospitalId, now)
        continue
      }
      if (batch.state !== 'staged') return err('visits.import_finished')
      if (!isChosen) return err('visits.import_unknown')

      const lock = await take(batch, now)
      if (!lock) return err('visits.busy')
      const laidAside = await partsOf({ ...batch, parts: chosen })
      if (!(await areAsSeen(laidAside))) {
        if (await giveUp(batch, lock)) return err('data.changed')
        continue
      }
      const changed = laidAside.reduce((sum, part) => sum + part.changed, 0)
      const touched = laidAside.filter((part) => part.changed > 0).map(({ month }) => month)
      const begun = await imports.replace({
        ...batch,
        parts: chosen,
        months: touched.sort(),
        changed,
        importedBy,
        importedAt: now,
        state: 'applying',
      })
      if (!begun) continue
      await carryThrough(begun)
      await free(lock)
      return ok({ changed })
    }
    return err('visits.busy')
  }

  const undo = async ({
    batchId,
    hospitalId,
    now,
  }: Wish): Promise<
    Result<
      { months: Month[] },
      'visits.import_unknown' | 'visits.import_covered' | 'visits.import_closed' | 'visits.busy'
    >
  > => {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const batch = await imports.find(batchId)
      if (batch?.hospitalId !== hospitalId || batch.state === 'staged' || batch.state === 'dropped') {
        return err('visits.import_unknown')
      }
      if (batch.state === 'undone') return ok({ months: batch.months })
      if (isUnderWay(batch)) {
        await settle(hospitalId, now)
        continue
      }
      if (undoUntil(batch) < now) return err('visits.import_closed')

      const lock = await take(batch, now)
      if (!lock) return err('visits.busy')
      if ((await months.countWrittenBy(batch)) < batch.months.length) {
        if (await giveUp(batch, lock)) return err('visits.import_covered')
        continue
      }
      const begun = await imports.replace({ ...batch, state: 'undoing', undoneAt: now })
      if (!begun) continue
      await carryThrough(begun)
      await free(lock)
      return ok({ months: batch.months })
    }
    return err('visits.busy')
  }

  const throwAway = async (batch: VisitImport): Promise<boolean> => {
    // First, so that nobody begins to write it while its parts go.
    if (batch.state === 'staged' && !(await imports.replace({ ...batch, state: 'dropped' }))) return false
    await parts.removeOf(batch.id)
    await imports.removeDropped(batch.id)
    return true
  }

  /** Carries through what an interruption left half-way and throws away what was laid aside long ago. Answers how many. */
  const finish = async (now: Instant): Promise<number> => {
    const held = await locks.held(AT_ONCE)
    // One that cannot be carried through must not keep the others.
    const released = await Promise.allSettled(held.map((lock) => release(lock, now)))
    const abandoned = await imports.abandoned((now - STAGED_KEPT_MS) as Instant, AT_ONCE)
    let done = released.filter((one) => one.status === 'fulfilled' && one.value).length
    for (const batch of abandoned) if (await throwAway(batch)) done += 1
    const failed = released.find((one) => one.status === 'rejected')
    if (failed) throw failed.reason
    return done
  }

  return { commit, undo, finish }
}
