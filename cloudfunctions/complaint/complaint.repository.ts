import { Complaint } from '#domain/complaint/complaint.model'
import type { Selector } from '#domain/complaint/receipt'
import type { ComplaintId, HospitalId } from '#domain/ids'
import { documents } from '#runtime/documents'

export const complaintRepository = () => {
  const stored = documents('complaints', Complaint)
  return {
    find: (id: ComplaintId) => stored.find(id),
    findBySelector: (selector: Selector) => stored.findBy({ selector }),
    insert: stored.insert,
    /** The written complaint, or null when a colleague wrote first. */
    replace: stored.replace,
    /** By deadline; a missing deadline sorts first. */
    byDeadline: (hospitalId: HospitalId, skip: number, limit: number) =>
      stored.list({
        where: { hospitalId },
        orderBy: [
          ['dueAt', 'asc'],
          ['_id', 'asc'],
        ],
        skip,
        limit,
      }),
    count: (hospitalId: HospitalId) => stored.count({ hospitalId }),
  }
}
