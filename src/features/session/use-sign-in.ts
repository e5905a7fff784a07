import { keepSession } from '#cloud/session.store'
import type { ErrorCode } from '#domain/errors'
import type { PairingCode } from '#domain/hospital/session.model'
import { pairingExpiry } from '#domain/hospital/session.rules'
import type { Instant } from '#domain/instant'
import { useCallback, useEffect, useRef, useState } from 'react'
import { browserOf } from './browser.kind'
import { makePairingSecret, type PairingSecret } from './pairing.secret'
import { sessionApi } from './session.api'

const POLL_MS = 2000
const TRIES = 3

export type SignIn =
  | { readonly status: 'asking' }
  /** `until` by this computer's clock, which may not be the hospital's. */
  | { readonly status: 'shown'; readonly code: PairingCode; readonly until: Instant; readonly offline: boolean }
  | { readonly status: 'expired' }
  | { readonly status: 'failed'; readonly code: ErrorCode }

const wait = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))

/** Announces a new code; another one when somebody else's is the same. */
const announce = async (): Promise<PairingSecret | ErrorCode> => {
  const browser = browserOf(navigator.userAgent)
  for (let tries = 0; tries < TRIES; tries += 1) {
    const secret = await makePairingSecret()
    const { code, tokenHash } = secret
    const answer = await sessionApi.askToSignIn({ code, tokenHash, browser })
    if (answer.ok) return secret
    if (answer.code !== 'session.code_taken') return answer.code
  }
  return 'session.code_taken'
}

/** Shows a code and waits until its owner confirms it; then this tab is signed in and `onSignedIn` goes on. */
export const useSignIn = (onSignedIn: () => void) => {
  const [signIn, setSignIn] = useState<SignIn>({ status: 'asking' })
  const latest = useRef(0)
  const goOn = useRef(onSignedIn)
  useEffect(() => {
    goOn.current = onSignedIn
  })

  const begin = useCallback(async () => {
    latest.current += 1
    const round = latest.current
    const isCurrent = () => round === latest.current
    setSignIn({ status: 'asking' })
    const secret = await announce().catch((): ErrorCode => 'system.failed')
    if (!isCurrent()) return
    if (typeof secret === 'string') return setSignIn({ status: 'failed', code: secret })
    const { code, token } = secret
    const until = pairingExpiry(Date.now() as Instant)
    setSignIn({ status: 'shown', code, until, offline: false })
    while (isCurrent() && Date.now() < until) {
      await wait(POLL_MS)
      const answer = await sessionApi.signInState({ token })
      if (!isCurrent()) return
      if (!answer.ok) setSignIn({ status: 'shown', code, until, offline: true })
      else if (answer.value.state === 'ready') {
        keepSession(token)
        return goOn.current()
      } else if (answer.value.state === 'expired') break
      else setSignIn({ status: 'shown', code, until, offline: false })
    }
    if (isCurrent()) setSignIn({ status: 'expired' })
  }, [])

  useEffect(() => {
    void begin()
    return () => {
      latest.current += 1
    }
  }, [begin])

  return { signIn, again: () => void begin() }
}
