import type { Acknowledgement } from '#domain/complaint/complaint.contract'
import type { ErrorCode } from '#domain/errors'
import { err, ok, type Result } from '#domain/result'
import { complaintApi } from './complaint.api'
import { type ComplaintDraft, deleteDraft, newNumbers, saveDraft } from './complaint.draft'
import { type KeptReceipt, keepReceipt } from './receipt.store'

const ATTEMPTS = 3

/** After these one cannot know whether it arrived. */
const UNCERTAIN = new Set<ErrorCode>(['network.offline', 'system.failed'])

/**
 * Hands the draft in. The receipt is kept before the draft is deleted, and the draft stays until the complaint
 * is acknowledged: whatever fails, nothing that was typed is lost.
 */
export const sendComplaint = async (draft: ComplaintDraft): Promise<Result<KeptReceipt, ErrorCode>> => {
  let attempt = draft
  for (let left = ATTEMPTS; ; left -= 1) {
    saveDraft({ ...attempt, sent: true })
    const answer = await file(attempt)
    if (answer.ok) return ok(acknowledged(attempt, answer.value))
    if (!UNCERTAIN.has(answer.code)) saveDraft({ ...attempt, sent: attempt.sent })
    if (answer.code !== 'receipt.taken' || left <= 1) return answer
    attempt = await renumbered(attempt)
  }
}

/** The same words under a new number and query code. */
const renumbered = async (draft: ComplaintDraft): Promise<ComplaintDraft> => ({ ...draft, ...(await newNumbers()) })

const file = async (draft: ComplaintDraft) => {
  const { complaintId, touchpointId, careSetting, text, selector, secret, named, name, phone } = draft
  if (careSetting === null || named === null) return err('input.invalid')
  const filing = { complaintId, touchpointId, careSetting, text, selector, secret }
  return named ? complaintApi.fileNamed({ ...filing, contact: { name, phone } }) : complaintApi.file(filing)
}

const acknowledged = (draft: ComplaintDraft, answer: Acknowledgement): KeptReceipt => {
  const { complaintId, selector, secret } = draft
  const { hospitalName, receivedAt, replyWithinWorkingDays, dueAt, whenLate } = answer
  const receipt = { complaintId, selector, secret, hospitalName, receivedAt, replyWithinWorkingDays, dueAt, whenLate }
  keepReceipt(receipt)
  deleteDraft()
  return receipt
}

/**
 * What became of a draft that was sent without an answer, before anything in it may change: `arrived` with its
 * receipt, `free` under new numbers, or `unknown` while there is no network.
 */
export const settleSent = async (
  draft: ComplaintDraft,
): Promise<
  { kind: 'arrived'; receipt: KeptReceipt } | { kind: 'free'; draft: ComplaintDraft } | { kind: 'unknown' }
> => {
  const { selector, secret } = draft
  const answer = await complaintApi.progress({ selector, secret })
  if (answer.ok) return { kind: 'arrived', receipt: acknowledged(draft, answer.value) }
  if (answer.code !== 'receipt.unknown') return { kind: 'unknown' }
  const free = await renumbered(draft)
  saveDraft(free)
  return { kind: 'free', draft: free }
}
