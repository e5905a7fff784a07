import { Complaint, type Stage } from '#domain/complaint/complaint.model'
import type { Selector } from '#domain/complaint/receipt'
import type { ComplaintId, HospitalId, StaffId } from '#domain/ids'
import { marked } from '#domain/metrics/bucket.keys'
import { beijingDay, endOfBeijingDay, type Instant } from '#domain/instant'
import { atLeast, below, between, documents } from '#runtime/documents'

/** Whose cases: a whole hospital's, or those one member of staff was given. */
export interface Sight {
  readonly hospitalId: HospitalId
  readonly assigneeId?: StaffId
}

export const complaintRepository = () => {
  const stored = documents('complaints', Complaint)

  /** By deadline, those without one last, so that they cannot stand before what is overdue. */
  const byDeadline = async (sight: Sight, stage: Stage, skip: number, limit: number): Promise<Complaint[]> => {
    const dated = { ...sight, stage, dueAt: atLeast(0) }
    const first = await stored.list({
      where: dated,
      orderBy: [
        ['dueAt', 'asc'],
        ['_id', 'asc'],
      ],
      skip,
      limit,
    })
    if (first.length === limit) return first
    const before = await stored.count(dated)
    const rest = await stored.list({
      where: { ...sight, stage, dueAt: null },
      orderBy: [['_id', 'asc']],
      skip: Math.max(0, skip - before),
      limit: limit - first.length,
    })
    return [...first, ...rest]
  }

  return {
    find: (id: ComplaintId) => stored.find(id),
    findBySelector: (selector: Selector) => stored.findBy({ selector }),
    insert: (complaint: Complaint) => stored.insert(marked(complaint)),
    /** The written complaint, or null when a colleague wrote first. */
    replace: (complaint: Complaint) => stored.replace(marked(complaint)),
    byDeadline,

    /** What is filed away, the newest first. */
    newest: (sight: Sight, stage: Stage, skip: number, limit: number): Promise<Complaint[]> =>
      stored.list({
        where: { ...sight, stage },
        orderBy: [
          ['receivedAt', 'desc'],
          ['_id', 'asc'],
        ],
        skip,
        limit,
      }),

    /** Of the open ones. What is done is not counted: its number grows for ever. */
    counts: async (sight: Sight, me: StaffId, now: Instant) => {
      const open = { ...sight, stage: 'open' as const }
      const tonight = endOfBeijingDay(beijingDay(now))
      const [all, mine, overdue, dueToday, answered] = await Promise.all([
        stored.count(open),
        stored.count({ ...open, assigneeId: me }),
        stored.count({ ...open, dueAt: below(now) }),
        stored.count({ ...open, dueAt: between(now, tonight) }),
        stored.count({ ...sight, stage: 'answered' }),
      ])
      return { open: all, mine, overdue, dueToday, answered }
    },

    /** Open cases somebody holds, the most urgent first. */
    heldBy: (hospitalId: HospitalId, assigneeId: StaffId, limit: number) =>
      byDeadline({ hospitalId, assigneeId }, 'open', 0, limit),

    /** Those their complainant put a name to, the newest first. */
    namedBy: (openid: string, limit: number): Promise<Complaint[]> =>
      stored.list({ where: { openid }, orderBy: [['receivedAt', 'desc']], limit }),
    countNamedBy: (openid: string): Promise<number> => stored.count({ openid }),
  }
}
