import {
  Department,
  Hospital,
  type Place,
  type StaffRecord as StaffRecordShape,
  StaffRecord,
  Touchpoint,
} from '#domain/hospital/hospital.model'
import type { DepartmentId, HospitalId, TouchpointId } from '#domain/ids'
import { type Documents, documents } from '../documents'

/** A department's key: official codes repeat from hospital to hospital. */
export const departmentKey = (hospitalId: HospitalId, departmentId: DepartmentId): string =>
  `${hospitalId}:${departmentId}`

export const hospitalRecords = (): Documents<Hospital> => documents('hospitals', Hospital)
export const departmentRecords = (): Documents<Department> =>
  documents('departments', Department, (department) => departmentKey(department.hospitalId, department.id))
export const touchpointRecords = (): Documents<Touchpoint> => documents('touchpoints', Touchpoint)
export const staffRecords = (): Documents<StaffRecordShape> => documents('staff', StaffRecord)

interface Whereabouts {
  readonly hospital: Hospital
  readonly place: Place | null
}

const REMEMBERED_MS = 60_000
const REMEMBERED_PLACES = 1000
const remembered = new Map<TouchpointId | null, { at: Whereabouts; until: number }>()

/**
 * Where a visitor is: the touchpoint's place and hospital, or the hospital alone when the code is not known.
 * An instance remembers an answer for a minute: every scan and every filing asks, and a change may wait that long.
 */
export const whereabouts = async (touchpointId: TouchpointId | null): Promise<Whereabouts | null> => {
  const known = remembered.get(touchpointId)
  if (known && known.until > Date.now()) return known.at
  const at = await lookUp(touchpointId)
  // A code nobody knows yet may be put up the next moment: only what was found is remembered.
  if (at && (at.place !== null) === (touchpointId !== null)) {
    if (remembered.size >= REMEMBERED_PLACES) remembered.clear()
    remembered.set(touchpointId, { at, until: Date.now() + REMEMBERED_MS })
  }
  return at
}

const lookUp = async (touchpointId: TouchpointId | null): Promise<Whereabouts | null> => {
  const touchpoint = touchpointId ? await touchpointRecords().find(touchpointId) : null
  if (touchpoint) {
    const [hospital, department] = await Promise.all([
      hospitalRecords().find(touchpoint.hospitalId),
      departmentRecords().find(departmentKey(touchpoint.hospitalId, touchpoint.departmentId)),
    ])
    if (hospital && department) {
      const { id, departmentId, place } = touchpoint
      return { hospital, place: { touchpointId: id, departmentId, departmentName: department.name, place } }
    }
  }
  const [hospital] = await hospitalRecords().list({ where: {}, orderBy: [['_id', 'asc']], limit: 1 })
  return hospital ? { hospital, place: null } : null
}

/** Names of a hospital's departments by their codes; a hospital has fewer than 1000. */
export const departmentNames = async (hospitalId: HospitalId): Promise<ReadonlyMap<DepartmentId, string>> => {
  const all = await departmentRecords().list({ where: { hospitalId }, limit: 1000 })
  return new Map(all.map((department) => [department.id, department.name]))
}
