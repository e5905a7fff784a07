import { Acknowledgement } from '#domain/complaint/complaint.contract'
import { ReceiptSecret } from '#domain/complaint/receipt'
import Taro from '@tarojs/taro'
import * as v from 'valibot'

const KEY = 'complaint.receipts'
const KEPT = 50

const KeptReceipt = v.object({ ...Acknowledgement.entries, secret: ReceiptSecret })

/** What was acknowledged, beside the query code that only this phone has. */
export type KeptReceipt = v.InferOutput<typeof KeptReceipt>

/** Receipts of this phone, the newest first. */
export const keptReceipts = (): KeptReceipt[] => {
  const stored = v.safeParse(v.array(v.unknown()), Taro.getStorageSync(KEY))
  if (!stored.success) return []
  return stored.output.flatMap((one) => {
    const receipt = v.safeParse(KeptReceipt, one)
    return receipt.success ? [receipt.output] : []
  })
}

export const keepReceipt = (receipt: KeptReceipt): void => {
  const others = keptReceipts().filter(({ complaintId }) => complaintId !== receipt.complaintId)
  Taro.setStorageSync(KEY, [receipt, ...others].slice(0, KEPT))
}

export const forgetReceipt = (receipt: KeptReceipt): void =>
  Taro.setStorageSync(
    KEY,
    keptReceipts().filter(({ complaintId }) => complaintId !== receipt.complaintId),
  )
