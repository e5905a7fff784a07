import type { Kind } from '#domain/complaint/category'

/** One screen of the form; several may be one thought. */
export type Screen = 'kind' | 'category' | 'setting' | 'words' | 'photos' | 'when' | 'contact' | 'health' | 'review'

const REVIEW: Screen[] = ['review']

/** Each thought with its screens. Praise and suggestions need neither a day nor a person nor anybody's illness. */
const THOUGHTS: Record<Kind, readonly Screen[][]> = {
  complaint: [['kind', 'category'], ['setting'], ['words', 'photos'], ['when'], ['contact', 'health'], REVIEW],
  inquiry: [['kind', 'setting'], ['words', 'photos'], ['contact', 'health'], REVIEW],
  suggestion: [['kind', 'setting'], ['words', 'photos'], ['contact'], REVIEW],
  praise: [['kind', 'setting'], ['words', 'photos'], ['contact'], REVIEW],
}

const thoughtsOf = (kind: Kind | null) => THOUGHTS[kind ?? 'complaint']

export const screensOf = (kind: Kind | null): Screen[] => thoughtsOf(kind).flat()

/** 「第 n 步，共 m 步」 counts thoughts; null while the kind, and with it how many there are, is open. */
export const stepOf = (kind: Kind | null, screen: Screen): { now: number; of: number } | null => {
  if (kind === null) return null
  const thoughts = thoughtsOf(kind)
  return { now: thoughts.findIndex((screens) => screens.includes(screen)) + 1, of: thoughts.length }
}

/** Null after the last. */
export const screenAfter = (kind: Kind | null, screen: Screen): Screen | null => {
  const screens = screensOf(kind)
  return screens[screens.indexOf(screen) + 1] ?? null
}

/** Null before the first. */
export const screenBefore = (kind: Kind | null, screen: Screen): Screen | null => {
  const screens = screensOf(kind)
  return screens[screens.indexOf(screen) - 1] ?? null
}

/** Where somebody begins who has said already what kind it is. */
export const firstScreen = (kind: Kind | null): Screen => (kind === null ? 'kind' : (screensOf(kind)[1] ?? 'kind'))

const SCREEN_OF_FIELD = new Map<string | undefined, Screen>([
  ['kind', 'kind'],
  ['category', 'category'],
  ['careSetting', 'setting'],
  ['touchpointId', 'setting'],
  ['text', 'words'],
  ['photos', 'photos'],
  ['happenedOn', 'when'],
  ['forWhom', 'when'],
  ['contact', 'contact'],
  ['healthConsent', 'health'],
])

/** The screen that asks for what a function refused; the first part of a field's path is its name in the contract. */
export const screenOfField = (field: string): Screen | null => SCREEN_OF_FIELD.get(field.split('.')[0]) ?? null
