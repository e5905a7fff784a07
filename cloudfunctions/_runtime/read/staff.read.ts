import type { Staff } from '#domain/actor'
import { staffOf } from '#domain/hospital/staff.rules'
import type { HospitalId, StaffId } from '#domain/ids'
import { staffRecords } from './hospital.read'

/** Somebody who works here now; null for whoever has left or not yet joined. */
export const workingStaff = async (id: StaffId): Promise<Staff | null> => {
  const record = await staffRecords().find(id)
  return record ? staffOf(record) : null
}

const REMEMBERED_MS = 60_000
const PAGE = 1000
const remembered = new Map<HospitalId, { names: ReadonlyMap<StaffId, string>; until: number }>()

/**
 * Names of everybody who ever worked here, those who left included: old events name them. Read once a minute, a page
 * at a time.
 */
export const staffNames = async (hospitalId: HospitalId): Promise<ReadonlyMap<StaffId, string>> => {
  const known = remembered.get(hospitalId)
  if (known && known.until > Date.now()) return known.names
  const names = new Map<StaffId, string>()
  for (let skip = 0; ; skip += PAGE) {
    const page = await staffRecords().list({ where: { hospitalId }, orderBy: [['_id', 'asc']], skip, limit: PAGE })
    for (const { id, name } of page) names.set(id, name)
    if (page.length < PAGE) break
  }
  remembered.set(hospitalId, { names, until: Date.now() + REMEMBERED_MS })
  return names
}
