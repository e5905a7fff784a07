import type { Acknowledgement } from '#domain/complaint/filing.contract'
import type { ErrorCode } from '#domain/errors'
import { err, ok, type Result } from '#domain/result'
import { complaintApi } from './complaint.api'
import { type ComplaintDraft, deleteDraft, newNumbers, saveDraft } from './complaint.draft'
import { contactOf } from './complaint.draft.rules'
import { screensOf } from './complaint.steps'
import { type KeptReceipt, keepReceipt } from './receipt.store'

const ATTEMPTS = 3

/** After these one cannot know whether it arrived. */
const UNCERTAIN = new Set<ErrorCode>(['network.offline', 'system.failed'])

/** An ordinary browser: nobody says who is calling, and a telephone number goes along as it was typed. */
const NOBODY_HERE = new Set<ErrorCode>(['auth.required', 'session.expired', 'session.wechat_only'])

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
    // Its photos were given to this very complaint already: only what the receipt carries is made anew.
    attempt = { ...(await renumbered(attempt)), complaintId: attempt.complaintId }
  }
}

/** The same words under a new number and query code. */
const renumbered = async (draft: ComplaintDraft): Promise<ComplaintDraft> => ({ ...draft, ...(await newNumbers()) })

/** What a draft hands in; what its kind does not ask for stays on the phone. */
const filingOf = (draft: ComplaintDraft) => {
  const { complaintId, touchpointId, kind, careSetting, text, photos, selector, secret } = draft
  if (kind === null || careSetting === null || draft.named === null) return null
  const asked = new Set(screensOf(kind))
  return {
    complaintId,
    touchpointId,
    kind,
    category: asked.has('category') ? draft.category : null,
    careSetting,
    happenedOn: asked.has('when') && draft.happened !== 'unknown' ? draft.happened : null,
    forWhom: (asked.has('when') && draft.forWhom) || ('self' as const),
    text,
    photos,
    healthConsent: asked.has('health') && draft.healthConsent === true,
    selector,
    secret,
  }
}

const file = async (draft: ComplaintDraft) => {
  const filing = filingOf(draft)
  if (filing === null) return err('input.invalid')
  const contact = contactOf(draft)
  if (contact === null) return complaintApi.file({ ...filing, contact: null })
  const answer = await complaintApi.fileNamed({ ...filing, contact })
  return !answer.ok && NOBODY_HERE.has(answer.code) ? complaintApi.file({ ...filing, contact }) : answer
}

const acknowledged = (draft: ComplaintDraft, answer: Acknowledgement): KeptReceipt => {
  const { complaintId, selector, secret } = draft
  const { hospitalName, receivedAt, replyWithinWorkingDays, dueAt, whenLate, reminderTemplateId } = answer
  const receipt = {
    complaintId,
    selector,
    secret,
    hospitalName,
    receivedAt,
    replyWithinWorkingDays,
    dueAt,
    whenLate,
    named: draft.named === true,
    reminderTemplateId,
  }
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
