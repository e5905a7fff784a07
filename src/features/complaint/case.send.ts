import type { Act, CaseDetail } from '#domain/complaint/case.contract'
import { eventIdFrom } from '#domain/ids'
import { err } from '#domain/result'
import type { CaseDraft } from './case.drafts'
import { sortingOf } from './case.sorting'
import { complaintApi } from './complaint.api'
import { randomBytes } from '#cloud/random.bytes'

/** With the id its act will have, the same for every attempt. */
export const numbered = async (
  draft: CaseDraft,
): Promise<CaseDraft & { eventId: NonNullable<CaseDraft['eventId']> }> => ({
  ...draft,
  eventId: draft.eventId ?? eventIdFrom(await randomBytes(16)),
})

/** Every act that answers with the case; looking at the number answers with the number. */
export type CaseAct = Exclude<Act, 'seeContact'>

/** Hands one act in, on the state of the case one looked at. */
export const sendAct = async (act: CaseAct, detail: CaseDetail, draft: Awaited<ReturnType<typeof numbered>>) => {
  const { text, staffId, finding, eventId } = draft
  const which = { complaintId: detail.id, eventId, rev: detail.rev }
  switch (act) {
    case 'accept':
      return complaintApi.accept(which)
    case 'release':
      return complaintApi.release(which)
    case 'close':
      return complaintApi.close(which)
    case 'ask':
      return complaintApi.ask({ ...which, text })
    case 'note':
      return complaintApi.note({ ...which, text })
    case 'reply':
      return complaintApi.reply({ ...which, text })
    case 'extend':
      return complaintApi.extend({ ...which, reason: text })
    case 'assign':
      return staffId === null ? err('input.invalid') : complaintApi.assign({ ...which, staffId })
    case 'find':
      return finding === null ? err('input.invalid') : complaintApi.find({ ...which, finding, text })
    case 'sort': {
      const sorting = sortingOf(draft, detail)
      return sorting === null ? err('input.invalid') : complaintApi.sort({ ...which, ...sorting })
    }
  }
}
