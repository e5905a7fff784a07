import { Category, Kind } from '#domain/complaint/category'
import { CareSetting, ForWhom, Photos } from '#domain/complaint/complaint.model'
import { makeReceipt, RECEIPT_RANDOM_BYTES, ReceiptSecret, Selector } from '#domain/complaint/receipt'
import { ComplaintId, complaintIdFrom, TouchpointId } from '#domain/ids'
import { Day } from '#domain/instant'
import Taro from '@tarojs/taro'
import * as v from 'valibot'
import { randomBytes } from '#cloud/random.bytes'

const KEY = 'complaint.draft'
const ID_BYTES = 16

/** The day it happened, or that nobody remembers it (说不清). */
const Happened = v.union([v.literal('unknown'), Day])

/** What a person wrote or chose; each field is rescued by itself from what another version stored. */
const Words = v.object({
  touchpointId: v.fallback(v.nullable(TouchpointId), null),
  place: v.fallback(v.nullable(v.string()), null),
  kind: v.fallback(v.nullable(Kind), null),
  category: v.fallback(v.nullable(Category), null),
  careSetting: v.fallback(v.nullable(CareSetting), null),
  text: v.fallback(v.string(), ''),
  /** Those that go with it: set when it is handed in, and not changed while it may have arrived. */
  photos: v.fallback(Photos, []),
  happened: v.fallback(v.nullable(Happened), null),
  forWhom: v.fallback(v.nullable(ForWhom), null),
  named: v.fallback(v.nullable(v.boolean()), null),
  name: v.fallback(v.string(), ''),
  phone: v.fallback(v.string(), ''),
  healthConsent: v.fallback(v.nullable(v.boolean()), null),
})

const Numbers = v.object({
  complaintId: ComplaintId,
  selector: Selector,
  secret: ReceiptSecret,
  /** It left this phone and no answer came: it may have arrived. */
  sent: v.boolean(),
})

/**
 * A complaint being written. It lives on this phone alone, with the number and query code it will have,
 * so that sending it again after a lost answer is the same complaint.
 */
export type ComplaintDraft = v.InferOutput<typeof Words> & v.InferOutput<typeof Numbers>
export type DraftWords = v.InferOutput<typeof Words>

export interface StandingAt {
  readonly touchpointId: TouchpointId | null
  readonly place: string | null
}

/** A new number and query code. */
export const newNumbers = async (): Promise<v.InferOutput<typeof Numbers>> => {
  const random = await randomBytes(ID_BYTES + RECEIPT_RANDOM_BYTES)
  return { complaintId: complaintIdFrom(random), ...makeReceipt(random.slice(ID_BYTES)), sent: false }
}

/** What was left unfinished, under new numbers where the old ones do not read; null when there is nothing. */
export const loadDraft = async (): Promise<ComplaintDraft | null> => {
  const stored: unknown = Taro.getStorageSync(KEY)
  const words = v.safeParse(Words, stored)
  if (!words.success) return null
  const numbers = v.safeParse(Numbers, stored)
  return { ...words.output, ...(numbers.success ? numbers.output : await newNumbers()) }
}

/** False when the phone had no room: then the page must not be closed, and the person must be told. */
export const saveDraft = (draft: ComplaintDraft): boolean => {
  try {
    Taro.setStorageSync(KEY, draft)
    return true
  } catch {
    return false
  }
}

export const deleteDraft = (): void => Taro.removeStorageSync(KEY)

export const newDraft = async (at: StandingAt & Pick<DraftWords, 'kind'>): Promise<ComplaintDraft> => ({
  ...v.parse(Words, {}),
  ...at,
  ...(await newNumbers()),
})
