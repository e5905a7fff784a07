import type { Role } from '#domain/actor'
import { RosterImport, type StaffNumber, type StaffRecord } from '#domain/hospital/staff.model'
import type { HospitalId } from '#domain/ids'
import { above, documents, oneOf } from '#runtime/documents'
import { isDuplicateKey } from '#runtime/platform'
import { staffRecords } from '#runtime/read/hospital.read'

type New<T> = Omit<T, 'rev'>

/** More people of these roles than any hospital has. */
const MOST = 1000

export const staffRepository = () => {
  const people = staffRecords()
  const imports = documents('roster_imports', RosterImport)
  return {
    find: (id: string) => people.find(id),
    byNumber: (hospitalId: HospitalId, number: StaffNumber) => people.findBy({ hospitalId, number }),
    byNumbers: (hospitalId: HospitalId, numbers: readonly StaffNumber[]) =>
      people.list({ where: { hospitalId, number: oneOf(numbers) }, limit: numbers.length }),
    byIds: (hospitalId: HospitalId, ids: readonly string[]) =>
      people.list({ where: { _id: oneOf(ids), hospitalId }, limit: ids.length }),
    /** By number, those behind `after`. */
    roster: (hospitalId: HospitalId, after: StaffNumber | undefined, limit: number) =>
      people.list({
        where: { hospitalId, ...(after === undefined ? {} : { number: above(after) }) },
        orderBy: [['number', 'asc']],
        limit,
      }),
    holding: (hospitalId: HospitalId, roles: readonly Role[]) =>
      people.list({ where: { hospitalId, roles: oneOf(roles) }, orderBy: [['number', 'asc']], limit: MOST }),
    add: (record: New<StaffRecord>) => people.insert({ ...record, rev: 0 }),
    /** Null when somebody else wrote first, 'taken' when the number or the WeChat is another person's. */
    replace: async (record: StaffRecord): Promise<StaffRecord | 'taken' | null> => {
      try {
        return await people.replace(record)
      } catch (cause) {
        if (isDuplicateKey(cause)) return 'taken'
        throw cause
      }
    },
    /** Whether it was still as it was read. */
    remove: async ({ id, rev }: StaffRecord): Promise<boolean> => (await people.removeAll({ _id: id, rev })) === 1,
    import: (id: string) => imports.find(id),
    addImport: (batch: New<RosterImport>) => imports.insert({ ...batch, rev: 0 }),
    replaceImport: imports.replace,
    latestImports: (hospitalId: HospitalId, limit: number) =>
      imports.list({ where: { hospitalId }, orderBy: [['importedAt', 'desc']], limit }),
    writtenBy: (hospitalId: HospitalId, batchId: string, limit: number) =>
      people.list({ where: { hospitalId, 'imported.batchId': batchId }, limit }),
    countWrittenBy: (hospitalId: HospitalId, batchId: string) =>
      people.count({ hospitalId, 'imported.batchId': batchId }),
  }
}
