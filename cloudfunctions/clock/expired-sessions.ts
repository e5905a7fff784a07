import type { Instant } from '#domain/instant'
import { below } from '#runtime/documents'
import { pairingRecords, sessionRecords } from '#runtime/read/session.read'

/** Removes codes nobody confirmed in time and sessions that are over. Answers how many. */
export const expiredSessions = async (now: Instant): Promise<number> => {
  const over = { expiresAt: below(now) }
  const [pairings, sessions] = await Promise.all([pairingRecords().removeAll(over), sessionRecords().removeAll(over)])
  return pairings + sessions
}
