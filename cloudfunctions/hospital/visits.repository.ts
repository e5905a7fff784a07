import { createHash } from 'node:crypto'
import type { BatchId } from '#domain/hospital/staff.contract'
import type { ReportedVisits } from '#domain/hospital/visits.contract'
import { type VisitImport, type VisitImportPart, VisitMapping } from '#domain/hospital/visits.model'
import type { HospitalId } from '#domain/ids'
import type { Month } from '#domain/instant'
import { monthKey } from '#domain/metrics/bucket.keys'
import { above, documents, oneOf } from '#runtime/documents'
import { visitImportRecords, visitPartRecords, visitRecords } from '#runtime/read/visits.read'

interface Sent {
  readonly batchId: BatchId
  readonly month: Month
  readonly seen: number | null
  readonly departments: readonly ReportedVisits[]
}

/** The same figures have the same key, so that sending them again is the same part. */
export const visitPartKey = ({ batchId, month, seen, departments }: Sent): string => {
  const sorted = [...departments].sort((left, right) => (left.departmentId < right.departmentId ? -1 : 1))
  const digest = createHash('sha256').update(JSON.stringify([seen, sorted]))
  return `${batchId}|${month}|${digest.digest('hex').slice(0, 32)}`
}

export const visitsRepository = () => {
  const months = visitRecords()
  const imports = visitImportRecords()
  const parts = visitPartRecords()
  const mappings = documents('visit_mappings', VisitMapping)
  return {
    month: (hospitalId: HospitalId, month: Month) => months.find(monthKey(hospitalId, month)),
    /** The earliest first. */
    months: (hospitalId: HospitalId, wanted: readonly Month[]) =>
      months.list({
        where: { _id: oneOf(wanted.map((month) => monthKey(hospitalId, month))) },
        orderBy: [['_id', 'asc']],
        limit: wanted.length,
      }),
    countWrittenBy: ({ id, hospitalId }: VisitImport) => months.count({ hospitalId, batchId: id }),
    import: (id: BatchId) => imports.find(id),
    addImport: (batch: Omit<VisitImport, 'rev'>) => imports.insert({ ...batch, rev: 0 }),
    replaceImport: imports.replace,
    /** The newest of those that changed something, first. */
    latestImports: (hospitalId: HospitalId, limit: number) =>
      imports.list({ where: { hospitalId, changed: above(0) }, orderBy: [['importedAt', 'desc']], limit }),
    part: (id: string) => parts.find(id),
    addPart: (part: Omit<VisitImportPart, 'rev'>) => parts.insert({ ...part, rev: 0 }),
    mapping: (hospitalId: HospitalId) => mappings.find(hospitalId),
    addMapping: (mapping: Omit<VisitMapping, 'rev'>) => mappings.insert({ ...mapping, rev: 0 }),
    replaceMapping: mappings.replace,
  }
}
