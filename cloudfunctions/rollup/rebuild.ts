import type { HospitalId } from '#domain/ids'
import { beijingDay, type Day, type Instant, type Month, monthOf } from '#domain/instant'
import { type LeafKey, monthKey } from '#domain/metrics/bucket.keys'
import type { Rebuild } from '#domain/metrics/bucket.model'
import { daysOf, monthAfter } from '#domain/metrics/month.arithmetic'
import { asStored } from '#domain/metrics/tally'
import { hospitalRecords } from '#runtime/read/hospital.read'
import { firstReceivedMonth, firstVisits, leavesOf, rebuildRecords, recount } from '#runtime/read/rollup.read'
import { abreast, type FoldStore, mergeCity, mergeMonth, recountLeaf } from './fold'

const HOSPITALS = 1000

/** Asks for what was never counted: a hospital that was there before its figures were. */
export const askForMissing = async (now: Instant): Promise<void> => {
  const [hospitals, asked] = await Promise.all([
    hospitalRecords().list({ where: {}, orderBy: [['_id', 'asc']], limit: HOSPITALS }),
    rebuildRecords().list({ where: {}, orderBy: [['_id', 'asc']], limit: HOSPITALS }),
  ])
  const known = new Set<string>(asked.map(({ id }) => id))
  for (const { id } of hospitals) {
    if (!known.has(id)) await rebuildRecords().insert(asksNow(id, now))
  }
}

const asksNow = (id: HospitalId, now: Instant): Rebuild => ({
  id,
  rev: 0,
  askedAt: now,
  first: null,
  next: null,
  last: monthOf(beijingDay(now)),
  finishedAt: null,
})

const firstMonth = async (hospitalId: HospitalId, otherwise: Month): Promise<Month> => {
  const [earliest, visits] = await Promise.all([firstReceivedMonth(hospitalId), firstVisits(hospitalId)])
  const received = earliest ?? otherwise
  return visits !== null && visits < received ? visits : received
}

/** Every day of a month out of one reading of its complaints. Answers whether it came right. */
const countMonth = async (store: FoldStore, hospitalId: HospitalId, month: Month): Promise<boolean> => {
  // Revisions before the count, as for a single day.
  const leaves = new Map((await leavesOf(hospitalId, month)).map((leaf) => [leaf.id, leaf]))
  const days = daysOf(month)
  const counted = await recount(hospitalId, days[0] as Day, days[days.length - 1] as Day)
  const keys = [...new Set<LeafKey>([...leaves.keys(), ...counted.keys()])]
  const counts = await abreast(keys, async (key) => {
    const read = leaves.get(key) ?? null
    const cells = asStored(counted.get(key) ?? {})
    const written = await store.putLeaf({ id: key, rev: read?.rev ?? 0, hospitalId, month, cells }, read)
    return written || recountLeaf(store, key)
  })
  const isMerged = await mergeMonth(store, monthKey(hospitalId, month))
  return counts.every(Boolean) && isMerged && mergeCity(store, month, [hospitalId])
}

/** Counts months of one hospital anew until there is no time left; the next part goes on where this one stopped. */
const carryOn = async (store: FoldStore, asked: Rebuild, hasTime: () => boolean, now: Instant): Promise<number> => {
  const hospitalId = asked.id as HospitalId
  const first = asked.first ?? (await firstMonth(hospitalId, asked.last))
  let rebuild: Rebuild = { ...asked, first, next: asked.next ?? first }
  let months = 0
  while (rebuild.finishedAt === null && rebuild.next !== null && hasTime()) {
    // What did not come right, because others wrote the same all the time, is done by the next part.
    if (rebuild.next <= rebuild.last && !(await countMonth(store, hospitalId, rebuild.next))) break
    months += 1
    const next = monthAfter(rebuild.next, 1)
    const written = await rebuildRecords().replace({
      ...rebuild,
      next,
      finishedAt: next > rebuild.last ? now : null,
    })
    // Asked for anew, or somebody else goes on with it.
    if (!written) break
    rebuild = written
  }
  return months
}

/** Goes on with what was asked for. Answers how many months were counted. */
export const rebuildSlices = async (store: FoldStore, hasTime: () => boolean, now: Instant): Promise<number> => {
  await askForMissing(now)
  const unfinished = await rebuildRecords().list({
    where: { finishedAt: null },
    orderBy: [['askedAt', 'asc']],
    limit: HOSPITALS,
  })
  let months = 0
  for (const asked of unfinished) if (hasTime()) months += await carryOn(store, asked, hasTime, now)
  return months
}
