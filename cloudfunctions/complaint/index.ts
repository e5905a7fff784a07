import { complaintContract } from '#domain/complaint/complaint.contract'
import { serve } from '#runtime/serve'
import { caseHandlers } from './case.handlers'
import { openComplaints } from './complaint.open'
import { filingHandlers } from './filing.handlers'
import { mineHandlers } from './mine.handlers'
import { photoHandlers } from './photo.handlers'
import { progressHandlers } from './progress.handlers'

export const main = serve(
  complaintContract,
  { ...filingHandlers, ...photoHandlers, ...progressHandlers, ...mineHandlers, ...caseHandlers },
  openComplaints,
)
