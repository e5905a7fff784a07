import type { ErrorCode } from '#domain/errors'
import { err, ok, type Result } from '#domain/result'
import { complaintApi } from './complaint.api'
import { type ComplaintDraft, deleteDraft, renumbered, saveDraft } from './complaint.draft'
import { type KeptReceipt, keepReceipt } from './receipt.store'

const ATTEMPTS = 3

/**
 * Hands the draft in. The receipt is kept before the draft is deleted, and the draft stays until the complaint
 * is acknowledged: whatever fails, nothing that was typed is lost.
 */
export const sendComplaint = async (draft: ComplaintDraft): Promise<Result<KeptReceipt, ErrorCode>> => {
  const { complaintId, touchpointId, careSetting, text, selector, secret, named, name, phone } = draft
  if (careSetting === null || named === null) return err('input.invalid')
  const filing = { complaintId, touchpointId, careSetting, text, selector, secret }
  const answer = named
    ? await complaintApi.fileNamed({ ...filing, contact: { name, phone } })
    : await complaintApi.file(filing)
  if (!answer.ok) return answer
  const receipt = { ...answer.value, secret }
  keepReceipt(receipt)
  deleteDraft()
  return ok(receipt)
}

/** As `sendComplaint`, taking a new number when the first one is somebody else's. */
export const sendUnderFreeNumber = async (draft: ComplaintDraft): Promise<Result<KeptReceipt, ErrorCode>> => {
  let attempt = draft
  for (let left = ATTEMPTS; ; left -= 1) {
    const answer = await sendComplaint(attempt)
    if (answer.ok || answer.code !== 'receipt.taken' || left <= 1) return answer
    attempt = await renumbered(attempt)
    saveDraft(attempt)
  }
}
