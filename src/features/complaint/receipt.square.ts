import { type Receipt, receiptText } from '#domain/complaint/receipt'
import { create } from 'qrcode'

/** Dark modules of a QR code by row; light around them is up to whoever draws it. */
export interface Square {
  readonly size: number
  readonly isDark: (row: number, column: number) => boolean
}

/** What 查进度 scans off a saved receipt. */
export const squareOf = (receipt: Receipt): Square => {
  const { modules } = create(receiptText(receipt), { errorCorrectionLevel: 'M' })
  return { size: modules.size, isDark: (row, column) => Boolean(modules.get(row, column)) }
}
