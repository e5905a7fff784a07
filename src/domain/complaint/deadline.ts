import type { Instant } from '../instant'
import type { Complaint } from './complaint.model'

/** Past the last moment of the promised day; what has no date yet is not late. */
export const isOverdue = (complaint: Pick<Complaint, 'dueAt'>, now: Instant): boolean =>
  complaint.dueAt !== null && now > complaint.dueAt
