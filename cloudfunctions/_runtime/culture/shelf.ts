import type { HospitalId } from '#domain/ids'
import type { Instant } from '#domain/instant'
import { emptyShelf, shelfAt, type Shelved } from '#domain/culture/shelf.count'
import type { Shelf } from '#domain/culture/shelf.model'
import { above, between } from '../documents'
import { shelfRecords, shelvedCopies } from '../read/culture.read'

const PAGE = 1000

/** Copies that began or ended after `from` and not after `to`. */
const changedBetween = async (hospitalId: HospitalId, from: Instant, to: Instant): Promise<Shelved[]> => {
  const within = between(from + 1, to)
  const [begun, ended] = await Promise.all([
    shelvedCopies().list({ where: { hospitalId, from: within }, orderBy: [['from', 'desc']], limit: PAGE }),
    shelvedCopies().list({ where: { hospitalId, until: within }, orderBy: [['until', 'desc']], limit: PAGE }),
  ])
  return [...begun, ...ended]
}

/** How many articles each column, series and department shows now, whatever ran or did not run since midnight. */
export const shelfNow = async (hospitalId: HospitalId, now: Instant): Promise<Shelf> => {
  const shelf = (await shelfRecords().find(hospitalId)) ?? emptyShelf(hospitalId)
  return shelfAt(shelf, await changedBetween(hospitalId, shelf.countedAt, now), now)
}

/** Counts every article that is shown, a page at a time, and keeps it for what follows; false: somebody else did. */
export const recountShelf = async (hospitalId: HospitalId, now: Instant): Promise<boolean> => {
  const records = shelfRecords()
  const stored = await records.find(hospitalId)
  let shelf: Shelf = { ...emptyShelf(hospitalId), rev: stored?.rev ?? 0 }
  for (let last = ''; ; ) {
    const page = await shelvedCopies().list({
      where: { hospitalId, until: above(now), _id: above(last) },
      orderBy: [['_id', 'asc']],
      limit: PAGE,
    })
    shelf = { ...shelfAt(shelf, page, now), countedAt: 0 as Instant }
    if (page.length < PAGE) break
    last = page[page.length - 1]?.id ?? ''
  }
  const counted = { ...shelf, countedAt: now }
  return stored ? (await records.replace(counted)) !== null : (await records.insert(counted)) === 'inserted'
}
