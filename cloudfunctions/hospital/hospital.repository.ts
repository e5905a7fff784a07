import { type Department, Hospital } from '#domain/hospital/hospital.model'
import type { DepartmentId, HospitalId } from '#domain/ids'
import { departmentKey, departmentRecords, departmentsOf, hospitalRecords } from '#runtime/read/hospital.read'
import * as v from 'valibot'

/** A new record: its revision begins here. */
type New<T> = Omit<T, 'rev'>

const fresh = <T>(record: New<T>): T => ({ ...record, rev: 0 }) as T

export const hospitalRepository = () => {
  const hospitals = hospitalRecords()
  const departments = departmentRecords()
  return {
    hospital: (id: HospitalId) => hospitals.find(id),
    /** What a founder does not say yet is as the schema has it. */
    addHospital: (hospital: New<v.InferInput<typeof Hospital>>) =>
      hospitals.insert(v.parse(Hospital, { ...hospital, rev: 0 })),
    replaceHospital: hospitals.replace,
    departments: departmentsOf,
    countDepartments: (hospitalId: HospitalId) => departments.count({ hospitalId }),
    replaceDepartment: departments.replace,
    addDepartment: (department: New<Department>) => departments.insert(fresh<Department>(department)),
    department: (hospitalId: HospitalId, id: DepartmentId) => departments.find(departmentKey(hospitalId, id)),
  }
}
