import { RateNoteRecord } from '#domain/metrics/bucket.model'
import { documents } from '#runtime/documents'
import { hospitalRecords } from '#runtime/read/hospital.read'
import { rebuildRecords } from '#runtime/read/rollup.read'

/** What the handlers of this function stand on. */
export const openMetrics = () => ({
  hospitals: hospitalRecords(),
  rebuilds: rebuildRecords(),
  notes: documents('rate_notes', RateNoteRecord),
})

export type OpenMetrics = ReturnType<typeof openMetrics>
