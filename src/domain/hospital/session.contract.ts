import * as v from 'valibot'
import { defineActions } from '../contract'
import { Instant } from '../instant'
import { Browser, PairingCode, Session, SessionId, SessionToken, TokenHash } from './session.model'

/** What a member of staff sees before confirming. */
export const AskedSignIn = v.object({ browser: Browser, askedAt: Instant, expiresAt: Instant })
export type AskedSignIn = v.InferOutput<typeof AskedSignIn>

export const SessionRow = v.object({
  ...v.pick(Session, ['id', 'browser', 'createdAt', 'expiresAt']).entries,
  /** Whether it is the one that asks. */
  current: v.boolean(),
})
export type SessionRow = v.InferOutput<typeof SessionRow>

const byCode = v.strictObject({ code: PairingCode })
const byToken = v.strictObject({ token: SessionToken })
const done = v.object({ ended: v.boolean() })

/** Staff in an ordinary browser: a code on its screen, confirmed in the mini-program. */
export const sessionActions = defineActions({
  askToSignIn: {
    input: v.strictObject({ code: PairingCode, tokenHash: TokenHash, browser: v.strictObject(Browser.entries) }),
    output: v.object({ expiresAt: Instant }),
    errors: ['session.code_taken'],
    identity: 'none',
  },
  /** Asked again and again by the browser that shows the code. `until` is when the answer stops being true. */
  signInState: {
    input: byToken,
    output: v.variant('state', [
      v.object({ state: v.literal('waiting'), until: Instant }),
      v.object({ state: v.literal('ready'), until: Instant }),
      v.object({ state: v.literal('expired') }),
    ]),
    errors: [],
    identity: 'none',
  },
  // By 'wechat' alone: a computer that could sign in another would never have to stop.
  signInAsked: {
    input: byCode,
    output: AskedSignIn,
    errors: ['auth.forbidden', 'session.code_unknown'],
    identity: 'wechat',
  },
  confirmSignIn: {
    input: byCode,
    output: v.object({ expiresAt: Instant }),
    errors: ['auth.forbidden', 'session.code_unknown', 'data.changed'],
    identity: 'wechat',
  },
  /** One's own signed-in computers, the latest first. */
  sessions: {
    input: v.strictObject({}),
    output: v.object({ rows: v.array(SessionRow) }),
    errors: ['auth.forbidden'],
  },
  endSession: {
    input: v.strictObject({ id: SessionId }),
    output: done,
    errors: ['auth.forbidden', 'data.changed'],
  },
  /** By whoever holds the token: ending it needs no more than having it. */
  signOut: { input: byToken, output: done, errors: ['data.changed'], identity: 'none' },
})
