import type { Instant } from '#domain/instant'

const SECOND_MS = 1000

/** A timer that comes later than this was asleep, or the phone's clock was moved. */
const JUMP_MS = 5000

/** By how much the hospital's clock is ahead of this phone's, its moment taken to lie halfway between asking and hearing. */
export const aheadBy = (now: Instant, asked: number, heard: number): number => now - (asked + heard) / 2

/** Whole seconds until then by the hospital's clock; 0: time is up. */
export const secondsLeft = (endsAt: Instant, phone: number, ahead: number): number =>
  Math.max(0, Math.ceil((endsAt - phone - ahead) / SECOND_MS))

/** A second was to pass between two looks at the phone's clock. */
export const jumped = (before: number, phone: number): boolean => Math.abs(phone - before - SECOND_MS) > JUMP_MS
