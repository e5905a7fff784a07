import { Picture } from './Picture'
import './CodeSquare.css'

interface CodeSquareProps {
  /** Dark modules of a QR code, by row and column from 0. */
  square: { readonly size: number; readonly isDark: (row: number, column: number) => boolean }
  /** What it opens, for somebody who does not see it. */
  label: string
}

/** Light modules a reader wants around a code (ISO/IEC 18004). */
const QUIET = 4

/** Dark modules as one path, a stroke for each. */
const pathOf = ({ size, isDark }: CodeSquareProps['square']): string => {
  const rows = Array.from({ length: size }, (_, index) => index)
  return rows
    .flatMap((row) =>
      rows.flatMap((column) => (isDark(row, column) ? `M${column + QUIET} ${row + QUIET}h1v1h-1z` : [])),
    )
    .join('')
}

const addressOf = (square: CodeSquareProps['square']): string => {
  const side = square.size + 2 * QUIET
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${side}v${side}H0z"/><path d="${pathOf(square)}"/></svg>`
  return `data:image/svg+xml;utf8,${encodeURIComponent(drawing)}`
}

/** A code to scan off the screen: black on white, also in the dark. */
export const CodeSquare = ({ square, label }: CodeSquareProps) => (
  <Picture className="qr-square" src={addressOf(square)} label={label} />
)
