import { MonthOfVisits } from '#domain/hospital/visits.model'
import type { Instant } from '#domain/instant'
import * as v from 'valibot'
import { above, below, documents, oneOf } from './documents'
import { visitImportRecords, visitLockRecords, visitPartRecords, visitRecords } from './read/visits.read'
import { visitImporting, type VisitStore } from './visit.importing'

/** A month of a large hospital by day is tens of kilobytes. */
const PARTS_A_READING = 12

const REVISION = ['id', 'rev'] as const

const visitStore = (): VisitStore => {
  const months = visitRecords()
  const revisions = documents('visits', v.pick(MonthOfVisits, REVISION), ({ id }) => id, REVISION)
  const imports = visitImportRecords()
  const parts = visitPartRecords()
  const locks = visitLockRecords()
  return {
    months: {
      ...months,
      revisions: async (ids) => {
        const found = await revisions.list({ where: { _id: oneOf(ids) }, limit: ids.length })
        return new Map(found.map(({ id, rev }) => [id, rev]))
      },
      countWrittenBy: ({ id, hospitalId }) => months.count({ hospitalId, batchId: id }),
    },
    imports: {
      ...imports,
      abandoned: (before, limit) =>
        imports.list({
          where: { state: oneOf(['staged', 'dropped']), importedAt: below(before) },
          orderBy: [['importedAt', 'asc']],
          limit,
        }),
      removeDropped: async (id) => void (await imports.removeAll({ _id: id, state: 'dropped' })),
    },
    parts: {
      byIds: async (ids) => {
        const found = []
        for (let from = 0; from < ids.length; from += PARTS_A_READING) {
          const some = ids.slice(from, from + PARTS_A_READING)
          found.push(...(await parts.list({ where: { _id: oneOf(some) }, limit: some.length })))
        }
        return found
      },
      removeOf: async (batchId) => void (await parts.removeAll({ batchId })),
    },
    locks: {
      ...locks,
      held: (limit) => locks.list({ where: { batchId: above('') }, orderBy: [['takenAt', 'asc']], limit }),
    },
  }
}

export const visitImports = () => visitImporting(visitStore())

/** For a timer: what was left half-way is whole a minute later. Answers how many imports it carried through or threw away. */
export const finishVisitImports = (now: Instant): Promise<number> => visitImports().finish(now)
