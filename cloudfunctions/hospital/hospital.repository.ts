import {
  type Department,
  type Hospital,
  Invitation,
  type StaffRecord,
  type Touchpoint,
} from '#domain/hospital/hospital.model'
import type { DepartmentId, HospitalId, TouchpointId } from '#domain/ids'
import { documents } from '#runtime/documents'
import {
  departmentKey,
  departmentRecords,
  hospitalRecords,
  staffRecords,
  touchpointRecords,
} from '#runtime/read/hospital.read'

/** A new record: its revision begins here. */
type New<T> = Omit<T, 'rev'>

const fresh = <T>(record: New<T>): T => ({ ...record, rev: 0 }) as T

export const hospitalRepository = () => {
  const hospitals = hospitalRecords()
  const departments = departmentRecords()
  const touchpoints = touchpointRecords()
  const staff = staffRecords()
  const invitations = documents('invitations', Invitation)
  return {
    addHospital: (hospital: New<Hospital>) => hospitals.insert(fresh<Hospital>(hospital)),
    addDepartment: (department: New<Department>) => departments.insert(fresh<Department>(department)),
    department: (hospitalId: HospitalId, id: DepartmentId) => departments.find(departmentKey(hospitalId, id)),
    addTouchpoint: (touchpoint: New<Touchpoint>) => touchpoints.insert(fresh<Touchpoint>(touchpoint)),
    touchpoint: (id: TouchpointId) => touchpoints.find(id),
    /** By board number, at most `limit`. */
    touchpoints: (hospitalId: HospitalId, limit: number) =>
      touchpoints.list({ where: { hospitalId }, orderBy: [['_id', 'asc']], limit }),
    staffMember: (id: string) => staff.find(id),
    addStaff: (record: New<StaffRecord>) => staff.insert(fresh<StaffRecord>(record)),
    invitation: (id: string) => invitations.find(id),
    addInvitation: (invitation: New<Invitation>) => invitations.insert(fresh<Invitation>(invitation)),
    replaceInvitation: invitations.replace,
  }
}
