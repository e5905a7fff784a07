import { randomInt } from 'node:crypto'
import type { HospitalId } from '#domain/ids'
import { beijingDay, daysAfter, daysUntil, type Instant, minuteInBeijing, startOfBeijingDay } from '#domain/instant'
import { hospitalIn, type LeafKey, leafKey, type MonthKey, monthKeyOf, periodIn } from '#domain/metrics/bucket.keys'
import type { Rebuild } from '#domain/metrics/bucket.model'
import { asCells, asStored, merge, type StoredCells } from '#domain/metrics/tally'
import { writeJournal } from '#runtime/journal'
import { rebuildRecords } from '#runtime/read/rollup.read'
import { abreast, type AuditStore, mergeCity, mergeMonth, recountLeaf } from './fold'

const HOSPITALS = 1000
/** Looked at each minute of the night: some ten thousand a night. */
export const AUDITED_AT_ONCE = 40
const FROM_HOUR = 1
const TO_HOUR = 5

export const isNight = (now: Instant): boolean => {
  const hour = Number(minuteInBeijing(now).slice(11, 13))
  return hour >= FROM_HOUR && hour < TO_HOUR
}

const isSame = (left: StoredCells, right: StoredCells): boolean => left === right

/** Some day of a hospital that was counted. */
const someDay = ({ id, first }: Rebuild, now: Instant): LeafKey => {
  const days = Math.max(1, -daysUntil(startOfBeijingDay(`${first}-01`), now))
  return leafKey(id as HospitalId, daysAfter(beijingDay(now), -randomInt(days)))
}

/**
 * Counts a day again and compares. A day whose documents are still marked may differ; any other difference is a fault:
 * it is written to the journal and put right.
 */
export const auditDay = async (store: AuditStore, key: LeafKey): Promise<'right' | 'pending' | 'wrong'> => {
  const [leaf, cells] = [await store.leaf(key), asStored(await store.recount(key))]
  if (isSame(leaf?.cells ?? '', cells)) return 'right'
  const marked = await store.isMarked(key)
  if (marked) return 'pending'
  // Marks may have come off between the two questions: a fault is what is still there when asked again.
  const again = await store.leaf(key)
  if (again?.rev !== leaf?.rev) return 'pending'
  await recountLeaf(store, key)
  await mergeMonth(store, monthKeyOf(key))
  await mergeCity(store, periodIn(monthKeyOf(key)), [hospitalIn(key)])
  writeJournal({ function: 'rollup', action: 'audit', code: 'rollup.mismatch', ms: 0, fields: [key] })
  return 'wrong'
}

/** Merges a month again and compares, as `auditDay` does with a day. */
export const auditMonth = async (store: AuditStore, key: MonthKey): Promise<'right' | 'pending' | 'wrong'> => {
  const hospitalId = hospitalIn(key)
  const month = periodIn(key)
  const page = await store.month(key)
  const [leaves, visits] = [await store.leavesOf(hospitalId, month), await store.visits(hospitalId, month)]
  const cells = asStored(merge(...leaves.map((leaf) => asCells(leaf.cells))))
  const isRight = page
    ? isSame(page.cells, cells) && JSON.stringify(page.visits) === JSON.stringify(visits)
    : cells === ''
  if (isRight) return 'right'
  if ((await store.hasMarks(hospitalId)) || (await store.month(key))?.rev !== page?.rev) return 'pending'
  // One of the two is wrong, and the page may be the one that is right.
  await abreast(leaves, ({ id }) => recountLeaf(store, id))
  await mergeMonth(store, key)
  await mergeCity(store, month, [hospitalId])
  writeJournal({ function: 'rollup', action: 'audit', code: 'rollup.mismatch', ms: 0, fields: [key] })
  return 'wrong'
}

/** Recounts random days at night, and merges their months. Answers how many were wrong. */
export const audit = async (store: AuditStore, now: Instant): Promise<number> => {
  if (!isNight(now)) return 0
  const counted = await rebuildRecords().list({ where: {}, orderBy: [['_id', 'asc']], limit: HOSPITALS })
  const hospitals = counted.filter(({ finishedAt }) => finishedAt !== null)
  if (hospitals.length === 0) return 0
  let wrong = 0
  for (let audited = 0; audited < AUDITED_AT_ONCE; audited += 1) {
    const hospital = hospitals[randomInt(hospitals.length)] as Rebuild
    const day = someDay(hospital, now)
    if ((await auditDay(store, day)) === 'wrong') wrong += 1
    if ((await auditMonth(store, monthKeyOf(day))) === 'wrong') wrong += 1
  }
  return wrong
}
