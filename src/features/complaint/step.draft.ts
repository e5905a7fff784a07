import { EventId, eventIdFrom } from '#domain/ids'
import type { Selector } from '#domain/complaint/receipt'
import Taro from '@tarojs/taro'
import * as v from 'valibot'
import { randomBytes } from '#cloud/random.bytes'

/** A step of the complainant that is written before it is taken. */
export type WrittenStep = 'answer' | 'add' | 'reopen' | 'rate' | 'withdraw'

/** As it lies on this phone: with the id it will have, so that sending it again after a lost answer is the same step. */
const StepDraft = v.object({
  eventId: EventId,
  text: v.fallback(v.string(), ''),
  rating: v.fallback(v.nullable(v.number()), null),
})
export type StepDraft = v.InferOutput<typeof StepDraft>

const ID_BYTES = 16

const keyOf = (selector: Selector, step: WrittenStep) => `complaint.step.${selector}.${step}`

/** What was begun and not sent, or a new one. */
export const loadStep = async (selector: Selector, step: WrittenStep): Promise<StepDraft> => {
  const stored = v.safeParse(StepDraft, Taro.getStorageSync(keyOf(selector, step)))
  if (stored.success) return stored.output
  return { eventId: eventIdFrom(await randomBytes(ID_BYTES)), text: '', rating: null }
}

/** False when the phone had no room: then the page must not be closed. */
export const saveStep = (selector: Selector, step: WrittenStep, draft: StepDraft): boolean => {
  try {
    Taro.setStorageSync(keyOf(selector, step), draft)
    return true
  } catch {
    return false
  }
}

export const deleteStep = (selector: Selector, step: WrittenStep): void => Taro.removeStorageSync(keyOf(selector, step))

/** Takes every unsent step of a case off this phone. */
export const forgetSteps = (selector: Selector): void => {
  for (const step of ['answer', 'add', 'reopen', 'rate', 'withdraw'] as const) deleteStep(selector, step)
}
