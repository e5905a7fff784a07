import type { sessionActions } from '#domain/hospital/session.contract'
import type { Session } from '#domain/hospital/session.model'
import { confirmBy, isLive, isWaiting, pairingExpiry, sessionOf } from '#domain/hospital/session.rules'
import type { Instant } from '#domain/instant'
import { err, ok } from '#domain/result'
import { hashOfToken } from '#runtime/read/session.read'
import type { ActionHandlers } from '#runtime/serve'
import type { OpenHospital } from './hospital.open'
import { pairingIdOf, sessionIdOf } from './session.repository'

/** Ends a session once; one that is over, or never was, stays as it is. */
const end = async (session: Session | null | undefined, now: Instant, { sessions }: OpenHospital) => {
  if (!session || !isLive(session, now)) return ok({ ended: false })
  return (await sessions.replaceSession({ ...session, revokedAt: now })) ? ok({ ended: true }) : err('data.changed')
}

export const sessionHandlers: ActionHandlers<typeof sessionActions, OpenHospital> = {
  async askToSignIn({ code, tokenHash, browser }, { now, sessions }) {
    const expiresAt = pairingExpiry(now)
    const asked = { id: pairingIdOf(code), tokenHash, browser, askedAt: now, expiresAt }
    if ((await sessions.addPairing({ ...asked, confirmedBy: null, confirmedAt: null })) === 'inserted') {
      return ok({ expiresAt })
    }
    const earlier = await sessions.pairing(code)
    return earlier?.tokenHash === tokenHash && isWaiting(earlier, now) ? ok(earlier) : err('session.code_taken')
  },

  async signInState({ token }, { now, sessions }) {
    const tokenHash = hashOfToken(token)
    const session = await sessions.session(tokenHash)
    if (session) {
      return ok(isLive(session, now) ? { state: 'ready', until: session.expiresAt } : { state: 'expired' })
    }
    const pairing = await sessions.pairingOf(tokenHash)
    // Confirmed a moment ago: its session is being written.
    return ok(
      pairing && now < pairing.expiresAt ? { state: 'waiting', until: pairing.expiresAt } : { state: 'expired' },
    )
  },

  async signInAsked({ code }, { actor, now, sessions }) {
    if (!actor.staff) return err('auth.forbidden')
    const pairing = await sessions.pairing(code)
    return pairing && isWaiting(pairing, now) ? ok(pairing) : err('session.code_unknown')
  },

  async confirmSignIn({ code }, { actor, now, sessions }) {
    if (!actor.staff) return err('auth.forbidden')
    const pairing = await sessions.pairing(code)
    if (!pairing) return err('session.code_unknown')
    const decision = confirmBy(pairing, actor.staff.id, now)
    if (!decision.ok) return decision
    // The confirmation is the lock: of two who confirm one code, one signs in.
    if (decision.value !== pairing && !(await sessions.replacePairing(decision.value))) return err('data.changed')
    const session = sessionOf(decision.value, sessionIdOf(pairing.tokenHash))
    if (!session) return err('session.code_unknown')
    await sessions.addSession(session)
    return ok(session)
  },

  async sessions(_, { actor, now, sessions }) {
    if (!actor.staff) return err('auth.forbidden')
    const rows = (await sessions.sessionsOf(actor.staff.id))
      .filter((session) => isLive(session, now))
      .map((session) => ({ ...session, current: session.id === actor.session }))
    return ok({ rows })
  },

  async endSession({ id }, context) {
    const { actor, now, sessions } = context
    if (!actor.staff) return err('auth.forbidden')
    const own = (await sessions.sessionsOf(actor.staff.id)).find((session) => session.id === id)
    return end(own, now, context)
  },

  async signOut({ token }, context) {
    return end(await context.sessions.session(hashOfToken(token)), context.now, context)
  },
}
