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

/** Where a visitor is: the touchpoint's place and hospital, or the hospital alone when the code is not known. */
export const whereabouts = async (
  touchpointId: TouchpointId | null,
): Promise<{ hospital: Hospital; place: Place | null } | null> => {
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
