import { randomBytes } from '#cloud/random.bytes'
import { hexadecimalOf, PraiseId, TouchpointId } from '#domain/ids'
import type { Place } from '#domain/hospital/place.model'
import { PRAISE_TEXT_MAX, PRAISE_WHOM_MAX, PraiseText, PraiseWhom } from '#domain/survey/praise.model'
import { lengthOf } from '#domain/text'
import Taro from '@tarojs/taro'
import * as v from 'valibot'

const KEY = 'praise.draft'
const ID_BYTES = 16

export const PRAISE_ALBUM = 'praise'

/** Thanks being written. They lie on this phone alone, with the number they will have: sent again they are the same. */
const PraiseDraft = v.object({
  id: PraiseId,
  touchpointId: v.fallback(v.nullable(TouchpointId), null),
  departmentName: v.fallback(v.nullable(v.string()), null),
  whom: v.fallback(v.string(), ''),
  text: v.fallback(v.string(), ''),
  mayPublish: v.fallback(v.boolean(), false),
})
export type PraiseDraft = v.InferOutput<typeof PraiseDraft>

const isBlank = ({ whom, text }: PraiseDraft): boolean => whom === '' && text === ''

const hereIn = (place: Place | null) => ({
  touchpointId: place?.touchpointId ?? null,
  departmentName: place?.departmentName ?? null,
})

/** What was left unfinished on this phone, or a new paper for where the reader stands and whom they chose. */
export const beginPraise = async (place: Place | null, whom = ''): Promise<PraiseDraft> => {
  const stored = v.safeParse(PraiseDraft, Taro.getStorageSync(KEY))
  if (stored.success) return isBlank(stored.output) ? { ...stored.output, ...hereIn(place), whom } : stored.output
  const id = v.parse(PraiseId, hexadecimalOf(await randomBytes(ID_BYTES)))
  return { id, ...hereIn(place), whom, text: '', mayPublish: false }
}

/** False when the phone had no room: then the person must be told. */
export const savePraise = (draft: PraiseDraft): boolean => {
  try {
    Taro.setStorageSync(KEY, draft)
    return true
  } catch {
    return false
  }
}

export const deletePraise = (): void => Taro.removeStorageSync(KEY)

/** What is still wanted before it can be sent, in words; null: nothing. */
export const praiseWants = (
  { whom, text }: Pick<PraiseDraft, 'whom' | 'text'>,
  waitingPhotos: number,
): string | null => {
  if (whom.trim() === '') return '请写上想谢谢谁'
  if (!v.is(PraiseWhom, whom)) return `“谢谁”那一行最多 ${PRAISE_WHOM_MAX} 个字`
  if (lengthOf(text.trim()) > PRAISE_TEXT_MAX) return '感谢的话太长了，请删短一些'
  if (!v.is(PraiseText, text)) return '请写上感谢的话'
  return waitingPhotos > 0 ? '照片还在传，传好就能送出' : null
}
