import { ReceiptSecret, Selector } from '#domain/complaint/receipt'
import { ComplaintId } from '#domain/ids'
import { Instant } from '#domain/instant'
import Taro from '@tarojs/taro'
import * as v from 'valibot'

const KEY = 'complaint.receipts'

/**
 * A receipt as this phone keeps it. Number and query code are what opens the case; everything else may be missing
 * in what an older version wrote, and must not make the code unreadable.
 */
const KeptReceipt = v.object({
  complaintId: ComplaintId,
  selector: Selector,
  secret: ReceiptSecret,
  hospitalName: v.fallback(v.string(), '医院'),
  receivedAt: v.fallback(Instant, 0 as Instant),
  replyWithinWorkingDays: v.fallback(v.number(), 5),
  dueAt: v.fallback(v.nullable(Instant), null),
  whenLate: v.fallback(v.nullable(v.string()), null),
  /** A telephone number went with it. */
  named: v.fallback(v.boolean(), false),
  /** The message a named complainant may ask for; null where there is none, or it was asked for already. */
  reminderTemplateId: v.fallback(v.nullable(v.string()), null),
})
export type KeptReceipt = v.InferOutput<typeof KeptReceipt>

// For as long as the program runs, where the phone has no room left.
const unstored = new Map<ComplaintId, KeptReceipt>()

/** As stored, whatever it is: what this version cannot read is written back as it was. */
const storedList = (): unknown[] => {
  const stored: unknown = Taro.getStorageSync(KEY)
  return Array.isArray(stored) ? stored : []
}

const isOf = (entry: unknown, id: ComplaintId): boolean =>
  typeof entry === 'object' && entry !== null && 'complaintId' in entry && entry.complaintId === id

const store = (entries: readonly unknown[]): boolean => {
  try {
    Taro.setStorageSync(KEY, entries)
    return true
  } catch {
    return false
  }
}

/** Receipts of this phone, the newest first. */
export const keptReceipts = (): KeptReceipt[] => {
  const stored = storedList().flatMap((entry) => {
    const receipt = v.safeParse(KeptReceipt, entry)
    return receipt.success ? [receipt.output] : []
  })
  return [...unstored.values(), ...stored]
}

/** False when the phone had no room: then the receipt is gone with the program, and the person must be told. */
export const keepReceipt = (receipt: KeptReceipt): boolean => {
  const others = storedList().filter((entry) => !isOf(entry, receipt.complaintId))
  if (store([receipt, ...others])) return true
  unstored.set(receipt.complaintId, receipt)
  return false
}

export const isStored = ({ complaintId }: KeptReceipt): boolean => !unstored.has(complaintId)

/** Takes a receipt off this phone. Without its paper copy nobody can open the case by code any more. */
export const forgetReceipt = ({ complaintId }: KeptReceipt): void => {
  unstored.delete(complaintId)
  store(storedList().filter((entry) => !isOf(entry, complaintId)))
}
