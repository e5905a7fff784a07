import { MonthOfScans, type Touchpoint, type Ward } from '#domain/hospital/place.model'
import type { HospitalId, TouchpointId, WardId } from '#domain/ids'
import { type Day, type Month, monthOf } from '#domain/instant'
import { documents, oneOf } from '#runtime/documents'
import { touchpointRecords, wardKey, wardRecords } from '#runtime/read/hospital.read'

const LIST_LIMIT = 1000

export const placeRepository = () => {
  const wards = wardRecords()
  const touchpoints = touchpointRecords()
  const scans = documents('scans', MonthOfScans)

  const countAgain = (id: string, day: string) => scans.increment(id, { count: 1, [`days.${day}`]: 1 })

  return {
    ward: (hospitalId: HospitalId, id: WardId) => wards.find(wardKey(hospitalId, id)),
    addWard: (ward: Ward) => wards.insert(ward),
    replaceWard: wards.replace,
    wards: (hospitalId: HospitalId) =>
      wards.list({ where: { hospitalId }, orderBy: [['_id', 'asc']], limit: LIST_LIMIT }),
    counts: async (hospitalId: HospitalId) => ({
      wards: await wards.count({ hospitalId }),
      codes: await touchpoints.count({ hospitalId, retirement: null }),
    }),
    touchpoint: (id: TouchpointId) => touchpoints.find(id),
    addTouchpoint: (touchpoint: Touchpoint) => touchpoints.insert(touchpoint),
    replaceTouchpoint: touchpoints.replace,
    touchpointsWith: (ids: readonly TouchpointId[]) =>
      touchpoints.list({ where: { _id: oneOf(ids) }, limit: LIST_LIMIT }),
    /** By board number, at most `limit`. */
    touchpoints: (hospitalId: HospitalId, limit: number) =>
      touchpoints.list({ where: { hospitalId }, orderBy: [['_id', 'asc']], limit }),

    /** What all codes of the hospital were scanned in these months: one document for each code and month. */
    async scans(hospitalId: HospitalId, months: readonly Month[]): Promise<MonthOfScans[]> {
      const all: MonthOfScans[] = []
      const where = { hospitalId, month: oneOf(months) }
      const total = await scans.count(where)
      for (let skip = 0; skip < total; skip += LIST_LIMIT) {
        all.push(
          ...(await scans.list({
            where,
            orderBy: [
              ['month', 'asc'],
              ['_id', 'asc'],
            ],
            skip,
            limit: LIST_LIMIT,
          })),
        )
      }
      return all
    },

    /**
     * Counts one opening of a code. `hospital` is still being looked up meanwhile and tells whether there is such a
     * code at all: an invented one makes no document.
     */
    async countScan(touchpointId: TouchpointId, on: Day, hospital: Promise<HospitalId | null>): Promise<void> {
      const month = monthOf(on)
      const day = on.slice(-2)
      const id = `${touchpointId}:${month}`
      if (await countAgain(id, day)) return
      const hospitalId = await hospital
      if (!hospitalId) return
      const first = { id, rev: 0, hospitalId, touchpointId, month, count: 1, days: { [day]: 1 } }
      // Somebody else may have opened it for the first time in the same moment.
      if ((await scans.insert(first)) === 'exists') await countAgain(id, day)
    },
  }
}
