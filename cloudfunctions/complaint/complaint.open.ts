import { hospitalRecords } from '#runtime/read/hospital.read'
import { complaintRepository } from './complaint.repository'

/** What the handlers of this function stand on. */
export const openComplaints = () => ({ complaints: complaintRepository(), hospitals: hospitalRecords() })

export type OpenComplaints = ReturnType<typeof openComplaints>
