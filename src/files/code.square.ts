import { create } from 'qrcode'

/** A text as the dark and light modules of a QR code, to be drawn on a page or a picture. */
export const codeSquare = (text: string) => {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  return { size: modules.size, isDark: (row: number, column: number) => Boolean(modules.get(row, column)) }
}
