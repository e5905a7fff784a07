import { type ErrorCode, sentenceFor } from '#domain/errors'
import { replaceWith, routes } from '../../routes'
import { ErrorNote } from '../../ui/ErrorNote'

interface SignInOfferProps {
  /** What a staff page heard instead of its content. */
  code: ErrorCode
  /** The page to come back to: an address of `routes`. */
  to: string
  onRetry?: () => void
}

const SIGNED_OUT = new Set<ErrorCode>(['auth.required', 'session.expired'])

/** Says why a staff page shows nothing. In an ordinary browser nobody is signed in to, the way there is a sign-in. */
export const SignInOffer = ({ code, to, onRetry }: SignInOfferProps) =>
  process.env.TARO_ENV === 'h5' && SIGNED_OUT.has(code) ? (
    <ErrorNote otherwise={{ text: '在电脑上登录', onTap: () => void replaceWith(routes.signIn({ to })) }}>
      {sentenceFor(code)}
    </ErrorNote>
  ) : (
    <ErrorNote onRetry={onRetry}>{sentenceFor(code)}</ErrorNote>
  )
