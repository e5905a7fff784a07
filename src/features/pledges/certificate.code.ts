import { type PledgeCode, pledgeCodeInGroups } from '#domain/integrity/pledge.code'
import { create } from 'qrcode'
import { routes } from '../../routes'
import { runsOf, type Square } from '../../ui/picture/slip.strokes'

/**
 * What the square on a certificate says: the page that checks it; in the mini-program, which does not know where the
 * pages stand on the web, the code alone.
 */
export const squareText = (code: PledgeCode): string => {
  if (process.env.TARO_ENV !== 'h5') return pledgeCodeInGroups(code)
  const { origin, pathname } = window.location
  return `${origin}${pathname}#${routes.pledges({ code })}`
}

export const codeSquare = (code: PledgeCode): Square => {
  const { modules } = create(squareText(code), { errorCorrectionLevel: 'M' })
  return { size: modules.size, isDark: (row, column) => Boolean(modules.get(row, column)) }
}

/** The dark modules as a CSS mask over a box filled with ink. */
export const squareMask = (square: Square): string => {
  const path = runsOf(square)
    .map(({ row, column, length }) => `M${column} ${row}h${length}v1h-${length}z`)
    .join('')
  const svg = `%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${square.size} ${square.size}' shape-rendering='crispEdges'%3E%3Cpath d='${path}'/%3E%3C/svg%3E`
  return `url("data:image/svg+xml,${svg}")`
}
