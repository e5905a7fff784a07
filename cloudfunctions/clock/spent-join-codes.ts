import { tryWindow } from '#domain/culture/attendance.rules'
import type { Instant } from '#domain/instant'
import { JoinClaim, JoinTries } from '#domain/integrity/live.model'
import { below, documents } from '#runtime/documents'

/** Removes codes of sessions that are over, and how often somebody tried some. Answers how many. */
export const spentJoinCodes = async (now: Instant): Promise<number> => {
  const codes = await documents('quiz_live_codes', JoinClaim).removeAll({ endsAt: below(now) })
  return codes + (await documents('quiz_live_tries', JoinTries).removeAll({ window: below(tryWindow(now)) }))
}
