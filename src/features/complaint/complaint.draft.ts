import { CareSetting } from '#domain/complaint/complaint.model'
import { makeReceipt, RECEIPT_RANDOM_BYTES, ReceiptSecret, Selector } from '#domain/complaint/receipt'
import { ComplaintId, complaintIdFrom, TouchpointId } from '#domain/ids'
import Taro from '@tarojs/taro'
import * as v from 'valibot'
import { randomBytes } from './random.bytes'

const KEY = 'complaint.draft'
const ID_BYTES = 16

const Stored = v.object({
  complaintId: ComplaintId,
  selector: Selector,
  secret: ReceiptSecret,
  touchpointId: v.nullable(TouchpointId),
  place: v.nullable(v.string()),
  careSetting: v.nullable(CareSetting),
  text: v.string(),
  named: v.nullable(v.boolean()),
  name: v.string(),
  phone: v.string(),
})

/**
 * A complaint being written. It lives on this phone alone, with the number and query code it will have,
 * so that sending it again after a lost answer is the same complaint.
 */
export type ComplaintDraft = v.InferOutput<typeof Stored>

export const loadDraft = (): ComplaintDraft | null => {
  const stored = v.safeParse(Stored, Taro.getStorageSync(KEY))
  return stored.success ? stored.output : null
}

export const saveDraft = (draft: ComplaintDraft): void => Taro.setStorageSync(KEY, draft)

export const deleteDraft = (): void => Taro.removeStorageSync(KEY)

const newIdentity = async () => {
  const random = await randomBytes(ID_BYTES + RECEIPT_RANDOM_BYTES)
  return { complaintId: complaintIdFrom(random), ...makeReceipt(random.slice(ID_BYTES)) }
}

export const newDraft = async (at: {
  touchpointId: TouchpointId | null
  place: string | null
}): Promise<ComplaintDraft> => ({
  ...(await newIdentity()),
  ...at,
  careSetting: null,
  text: '',
  named: null,
  name: '',
  phone: '',
})

/** The same words under a new number, when the first one met another's. */
export const renumbered = async (draft: ComplaintDraft): Promise<ComplaintDraft> => ({
  ...draft,
  ...(await newIdentity()),
})
