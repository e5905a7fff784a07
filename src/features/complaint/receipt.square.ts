import { type Receipt, receiptText } from '#domain/complaint/receipt'
import { create } from 'qrcode'
import type { Square } from '../../ui/picture/slip.strokes'

/** What 查进度 scans off a saved receipt. */
export const squareOf = (receipt: Receipt): Square => {
  const { modules } = create(receiptText(receipt), { errorCorrectionLevel: 'M' })
  return { size: modules.size, isDark: (row, column) => Boolean(modules.get(row, column)) }
}
