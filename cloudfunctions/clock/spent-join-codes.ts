import type { Instant } from '#domain/instant'
import { JoinClaim } from '#domain/integrity/live.model'
import { checkInTries, liveQuizTries } from '#runtime/code.tries'
import { below, documents } from '#runtime/documents'

/** Removes codes of sessions that are over, and how often somebody tried some, of check-ins too. Answers how many. */
export const spentJoinCodes = async (now: Instant): Promise<number> => {
  const [codes, ...tries] = await Promise.all([
    documents('quiz_live_codes', JoinClaim).removeAll({ endsAt: below(now) }),
    liveQuizTries.forget(now),
    checkInTries.forget(now),
  ])
  return tries.reduce((sum, count) => sum + count, codes)
}
