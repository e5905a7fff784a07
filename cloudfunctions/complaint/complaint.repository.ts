import { Complaint } from '#domain/complaint/complaint.model'
import type { Selector } from '#domain/complaint/receipt'
import type { ComplaintId, HospitalId } from '#domain/ids'
import { beijingDay, endOfBeijingDay, type Instant } from '#domain/instant'
import { atLeast, below, between, documents } from '#runtime/documents'

export const complaintRepository = () => {
  const stored = documents('complaints', Complaint)
  const dated = (hospitalId: HospitalId) => ({ hospitalId, dueAt: atLeast(0) })
  return {
    find: (id: ComplaintId) => stored.find(id),
    findBySelector: (selector: Selector) => stored.findBy({ selector }),
    insert: stored.insert,
    /** The written complaint, or null when a colleague wrote first. */
    replace: stored.replace,

    /** By deadline, those without one last, so that they cannot stand before what is overdue. */
    byDeadline: async (hospitalId: HospitalId, skip: number, limit: number): Promise<Complaint[]> => {
      const first = await stored.list({
        where: dated(hospitalId),
        orderBy: [
          ['dueAt', 'asc'],
          ['_id', 'asc'],
        ],
        skip,
        limit,
      })
      if (first.length === limit) return first
      const before = await stored.count(dated(hospitalId))
      const rest = await stored.list({
        where: { hospitalId, dueAt: null },
        orderBy: [['_id', 'asc']],
        skip: Math.max(0, skip - before),
        limit: limit - first.length,
      })
      return [...first, ...rest]
    },

    counts: async (hospitalId: HospitalId, now: Instant) => {
      const tonight = endOfBeijingDay(beijingDay(now))
      const [total, overdue, dueToday] = await Promise.all([
        stored.count({ hospitalId }),
        stored.count({ hospitalId, dueAt: below(now) }),
        stored.count({ hospitalId, dueAt: between(now, tonight) }),
      ])
      return { total, overdue, dueToday }
    },
  }
}
