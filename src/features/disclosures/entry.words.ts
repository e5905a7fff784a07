import type { DeskEntry, DeskSlot } from '#domain/culture/disclosure.contract'
import { Day } from '#domain/instant'
import Taro from '@tarojs/taro'
import * as v from 'valibot'

const Typed = v.object({
  /** What it was written over; null: a new one. */
  rev: v.nullable(v.number()),
  title: v.string(),
  text: v.string(),
  day: Day,
  correction: v.string(),
})
/** Words that were typed on this computer and are not saved yet. */
export type TypedWords = v.InferOutput<typeof Typed>

const keyOf = (slot: DeskSlot, entry: DeskEntry | null): string => `disclosure.typed ${entry?.id ?? slot.slot}`

export const keptWords = (slot: DeskSlot, entry: DeskEntry | null): TypedWords | null => {
  const stored = v.safeParse(Typed, Taro.getStorageSync(keyOf(slot, entry)))
  return stored.success ? stored.output : null
}

export const keepWords = (slot: DeskSlot, entry: DeskEntry | null, typed: TypedWords): void => {
  try {
    Taro.setStorageSync(keyOf(slot, entry), typed)
  } catch {
    // Without room they stay on the page alone.
  }
}

export const forgetWords = (slot: DeskSlot, entry: DeskEntry | null): void => Taro.removeStorageSync(keyOf(slot, entry))
