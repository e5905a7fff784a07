import { type PledgeCode, pledgeCodeInGroups } from '#domain/integrity/pledge.code'
import { codeSquare } from '../../files/code.square'
import { routes } from '../../routes'
import type { Square } from '../../ui/picture/slip.strokes'

/**
 * What the square on a certificate says: the page that checks it; in the mini-program, which does not know where the
 * pages stand on the web, the code alone.
 */
const squareText = (code: PledgeCode): string => {
  if (process.env.TARO_ENV !== 'h5') return pledgeCodeInGroups(code)
  const { origin, pathname } = window.location
  return `${origin}${pathname}#${routes.pledges({ code })}`
}

export const certificateSquare = (code: PledgeCode): Square => codeSquare(squareText(code))
