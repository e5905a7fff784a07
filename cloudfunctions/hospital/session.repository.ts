import { createHash } from 'node:crypto'
import { type Pairing, type PairingCode, SessionId, type TokenHash } from '#domain/hospital/session.model'
import { isLive } from '#domain/hospital/session.rules'
import type { StaffId } from '#domain/ids'
import type { Instant } from '#domain/instant'
import { pairingRecords, sessionRecords } from '#runtime/read/session.read'
import * as v from 'valibot'

const digest = (text: string) => createHash('sha256').update(text).digest('hex')

/** A code is stored as its hash: reading the database confirms nothing. */
export const pairingIdOf = (code: PairingCode): string => digest(`pairing:${code}`)

/** Made of the token's hash, so that confirming twice opens one session. */
export const sessionIdOf = (tokenHash: TokenHash): SessionId =>
  v.parse(SessionId, digest(`session:${tokenHash}`).slice(0, 32))

/** A member of staff is not signed in at more computers than this at once. */
const SESSIONS_SHOWN = 100

export const sessionRepository = () => {
  const pairings = pairingRecords()
  const sessions = sessionRecords()

  /** The latest first. */
  const sessionsOf = (staffId: StaffId) =>
    sessions.list({ where: { staffId }, orderBy: [['createdAt', 'desc']], limit: SESSIONS_SHOWN })

  return {
    addPairing: (pairing: Omit<Pairing, 'rev'>) => pairings.insert({ ...pairing, rev: 0 }),
    pairing: (code: PairingCode) => pairings.find(pairingIdOf(code)),
    pairingOf: (tokenHash: TokenHash) => pairings.findBy({ tokenHash }),
    replacePairing: pairings.replace,
    addSession: sessions.insert,
    session: (tokenHash: TokenHash) => sessions.find(tokenHash),
    sessionsOf,
    endAllOf: async (staffId: StaffId, now: Instant): Promise<void> => {
      const live = (await sessionsOf(staffId)).filter((session) => isLive(session, now))
      await Promise.all(live.map((session) => sessions.replace({ ...session, revokedAt: now })))
    },
    replaceSession: sessions.replace,
  }
}
