import { complaintContract } from '#domain/complaint/complaint.contract'
import { serve } from '#runtime/serve'
import { complaintHandlers, openComplaints } from './complaint.handlers'

export const main = serve(complaintContract, complaintHandlers, openComplaints)
